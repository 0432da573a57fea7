"""Recorded figures of plan parts as plain columns: one parameter at a time, strictest of several.

A figure that contradicts itself (least above most) is not settled by guessing which of the two
was meant: the strict reading holds for low and mid, the generous one for high.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import pandas as pd

from boligplan_geo.rules.why import BESIDE

Floats = np.ndarray
#: The null of text columns; numpy's types know no mixture of text and None.
NULL: Any = None
_LABELS = ("clause_id", "plan_id", "field_id")


@dataclass(frozen=True, eq=False)
class Figures:
    """Rows of plan parameters as columns; texts by their place in a sorted list.

    Parameters
    ----------
    part : array of int
        Position of the part.
    least, most : array of float
        ``value_min``, ``value_max``; NaN where not set.
    is_910, is_plot, is_field : array of bool
        Reading of zone 910; basis plot or field (neither: not said).
    is_beside : array of bool
        An older plan's measure beside the newer plan's other one (see `rules.why`): disputed.
    clause_id, plan_id, field_id : array of int
        Places in `labels`; -1 where there is none.
    labels : mapping of name to array of text
    """

    part: np.ndarray
    least: Floats
    most: Floats
    is_910: np.ndarray
    is_plot: np.ndarray
    is_field: np.ndarray
    is_beside: np.ndarray
    clause_id: np.ndarray
    plan_id: np.ndarray
    field_id: np.ndarray
    labels: Mapping[str, np.ndarray]

    def of(self, chosen: np.ndarray) -> Figures:
        """The rows chosen."""
        columns = {f.name: getattr(self, f.name)[chosen] for f in fields(self)[:-1]}
        return Figures(**columns, labels=self.labels)

    def text(self, name: str) -> np.ndarray:
        """Texts of a column, null where there is none."""
        return np.array([*self.labels[name], NULL], dtype=object)[getattr(self, name)]

    @property
    def is_contradictory(self) -> np.ndarray:
        """Whether the least is above the most."""
        return self.least > self.most


class Recorded:
    """Plan parameters of some parts, one parameter at a time.

    Parameters
    ----------
    plan_parameters : DataFrame
        From `rules.settled.parameters`.
    parts : Index
        ``part_id`` of the parts; rows of other parts are passed over.

    Examples
    --------
    >>> rows = pd.DataFrame({"part_id": ["b", "x"], "parameter_code": "storeys_max",
    ...                      "value_max": [2.0, 3.0]})
    >>> Recorded(rows, pd.Index(["a", "b"])).of("storeys_max").part.tolist()
    [1]
    """

    def __init__(self, plan_parameters: pd.DataFrame, parts: pd.Index) -> None:
        part = parts.get_indexer(pd.Index(plan_parameters["part_id"]))
        self.rows = plan_parameters if (part >= 0).all() else plan_parameters[part >= 0]
        number, codes = pd.factorize(self.rows["parameter_code"])
        self._number, self._codes = number, {str(code): n for n, code in enumerate(codes)}
        self.figures = _figures(self.rows, part[part >= 0])
        self.parts_count = len(parts)

    def of(self, parameter: str) -> Figures:
        """Rows of one parameter."""
        return self.figures.of(np.flatnonzero(self._number == self._codes.get(parameter, -2)))

    def starting_with(self, prefix: str) -> Figures:
        """Rows of every parameter whose code starts so."""
        return self.figures.of(np.flatnonzero(self._starts(prefix)))

    def rows_starting_with(self, prefix: str) -> pd.DataFrame:
        """The same rows in the columns of plan parameters."""
        return self.rows[self._starts(prefix)]

    def _starts(self, prefix: str) -> np.ndarray:
        starts = np.array([code.startswith(prefix) for code in self._codes], dtype=bool)
        return starts[self._number]

    def has(self, parameter: str) -> bool:
        """Whether anything is recorded of a parameter."""
        return parameter in self._codes


def _figures(rows: pd.DataFrame, part: np.ndarray) -> Figures:
    def number(name: str) -> Floats:
        given = rows.get(name)
        return np.full(len(rows), np.nan) if given is None else _floats(given)

    def equals(name: str, code: str) -> np.ndarray:
        given = rows.get(name)
        return np.zeros(len(rows), bool) if given is None else (given == code).to_numpy(bool)

    places, labels = {}, {}
    for name in _LABELS:
        given = rows.get(name)
        if given is None:
            given = pd.Series(None, index=rows.index, dtype=object)
        place, texts = pd.factorize(given, sort=True)
        places[name], labels[name] = place, np.asarray(texts, dtype=object)
    return Figures(
        part=part,
        least=number("value_min"),
        most=number("value_max"),
        is_910=equals("reading_code", "zone_910"),
        is_plot=equals("basis_code", "plot"),
        is_field=equals("basis_code", "field"),
        is_beside=equals("why_code", BESIDE),
        **places,
        labels=labels,
    )


def _floats(values: pd.Series) -> Floats:
    return values.to_numpy(dtype=float, na_value=np.nan)


def limits(rows: Figures) -> Floats:
    """Low, mid, high of a limit: the most that may be; the least where no most is set."""
    strict = np.where(np.isnan(rows.most), rows.least, rows.most)
    return np.stack([strict, strict, np.where(rows.is_contradictory, rows.least, strict)])


def strictest(rows: Figures, levels: Floats, count: int, *, is_limit: bool) -> Floats:
    """Strictest low, mid, high of each part over its rows and readings; NaN where none says.

    A limit is strict where small, a need (`is_limit` False) where large. Low takes the stricter
    of the two readings of zone 910, high the more generous, mid the newer plan.

    Examples
    --------
    >>> rows = pd.DataFrame({"part_id": "a", "parameter_code": "storeys_max",
    ...                      "value_max": [2.0, 3.0, 5.0],
    ...                      "reading_code": ["newer", "newer", "zone_910"]})
    >>> own = Recorded(rows, pd.Index(["a"])).of("storeys_max")
    >>> strictest(own, limits(own), 1, is_limit=True).T.tolist()
    [[2.0, 2.0, 5.0]]
    """
    sign = 1.0 if is_limit else -1.0
    newer, other = (
        _least(rows.part[chosen], sign * levels[:, chosen], count)
        for chosen in (~rows.is_910, rows.is_910)
    )
    low, high = np.fmin(newer[0], other[0]), np.fmax(newer[2], other[2])
    mid = np.where(np.isnan(newer[1]), other[1], newer[1])
    return sign * np.stack([low, mid, high])


def _least(part: np.ndarray, levels: Floats, count: int) -> Floats:
    """Least of each part, NaN where there is none."""
    least = np.full((3, count), np.inf)
    for level, values in zip(least, levels, strict=True):
        known = ~np.isnan(values)
        np.minimum.at(level, part[known], values[known])
    return np.where(np.isinf(least), np.nan, least)


def clause_of(rows: Figures, mid: Floats, settled: Floats) -> np.ndarray:
    """Clause that sets mid on each part, null where none does.

    Parameters
    ----------
    rows : Figures
    mid : array of float, one a row
    settled : array of float, one a part
        Mid as `strictest` settled it.
    """
    sets_it = np.flatnonzero(mid == settled[rows.part])
    # the newer plan first, then by the clause's own name: the order of rows decides nothing
    order = np.lexsort((rows.clause_id[sets_it], rows.is_910[sets_it]))[::-1]
    clause = np.full(len(settled), None, dtype=object)
    clause[rows.part[sets_it[order]]] = rows.text("clause_id")[sets_it[order]]
    return clause


def parts_with(rows: Figures, holds: np.ndarray, count: int) -> np.ndarray:
    """Parts that have a row for which something holds."""
    found = np.zeros(count, dtype=bool)
    found[rows.part[holds]] = True
    return found
