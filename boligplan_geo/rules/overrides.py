"""The user's table of which plan prevails: express provisions, and what only people can settle."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from boligplan_geo.errors import Note
from boligplan_geo.rules.records import text

_FIELDS = ("prevailing_plan_id", "yielding_plan_id", "zone_name", "parameter_code", "clause_id")


class Moved(NamedTuple):
    """Where each row of a stack stands after the override table, and what moved it.

    Attributes
    ----------
    order : array of float
        Smaller governs; as given where nothing moved.
    moved_by : array of text
        ``express_provision`` (the row of the table names its clause), ``override``, or None.
    """

    order: np.ndarray
    moved_by: np.ndarray


def settled(overrides: pd.DataFrame | None) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """The rows of an override table that can hold together, in the order they are applied.

    Where plans prevail over each other in a circle (A over B, B over A), none of the rows of
    the circle holds and pbl § 1-5 stands. Circles are looked for among the rows of one zone
    and one parameter; a row that names a zone or parameter settles what a general one says.

    Parameters
    ----------
    overrides : DataFrame, optional
        ``prevailing_plan_id``, ``yielding_plan_id``; ``zone_name``, ``parameter_code`` and
        ``clause_id`` where known.

    Returns
    -------
    rows : DataFrame
        The five columns, empty text where not said; general rows first, and a plan that yields
        to others before those it prevails over, so that the order of the table does not matter.
    circular : tuple of text
        Plans of the circles, ``A > B`` a row that was set aside.

    Examples
    --------
    >>> table = pd.DataFrame({"prevailing_plan_id": ["A", "B", "C"],
    ...                       "yielding_plan_id": ["B", "A", "A"]})
    >>> rows, circular = settled(table)
    >>> rows.prevailing_plan_id.tolist(), circular
    (['C'], ('A > B', 'B > A'))
    """
    if overrides is None or not len(overrides):
        return pd.DataFrame(columns=_FIELDS, dtype=object), ()
    rows = _plain(overrides).drop_duplicates().sort_values(list(_FIELDS), ignore_index=True)
    depth = pd.Series(0, index=rows.index)
    for _, group in rows.groupby(["zone_name", "parameter_code"]):
        pairs = group[["prevailing_plan_id", "yielding_plan_id"]].itertuples(index=False, name=None)
        depth[group.index] = _depths(list(pairs))
    is_circular = depth < 0
    circle = rows[is_circular]
    circular = tuple(circle["prevailing_plan_id"] + " > " + circle["yielding_plan_id"])
    is_special = (rows["zone_name"] != "").astype(int) + 2 * (rows["parameter_code"] != "")
    rows = rows.assign(special=is_special, depth=depth)[~is_circular]
    rows = rows.sort_values(["special", "depth", *_FIELDS], kind="stable", ignore_index=True)
    return rows[list(_FIELDS)], circular


def moved(
    stack: pd.DataFrame, overrides: pd.DataFrame | None, *, parameter_code: str = ""
) -> Moved:
    """Order of each stack row once the prevailing plans stand before those that yield.

    Parameters
    ----------
    stack : DataFrame
        ``part_id``, ``plan_id``, ``zone_name``, and ``law_order`` (else ``stack_order``): the
        order by pbl § 1-5.
    overrides : DataFrame, optional
        As for `settled`; rows that name a parameter count for that one only.
    parameter_code : str
        The parameter asked about; empty: the land use.

    Returns
    -------
    Moved

    Examples
    --------
    >>> stack = pd.DataFrame({"part_id": "p:1", "plan_id": ["KPA", "R1"], "zone_name": ["", "B1"],
    ...                       "law_order": [0, 1]})
    >>> word = pd.DataFrame({"prevailing_plan_id": ["R1"], "yielding_plan_id": ["KPA"],
    ...                      "clause_id": ["KPA § 1.3"]})
    >>> result = moved(stack, word)
    >>> result.order.tolist(), result.moved_by.tolist()
    ([1.0, 0.0], [None, 'express_provision'])
    """
    law = stack["law_order" if "law_order" in stack else "stack_order"].to_numpy(dtype=float)
    order = law.copy()
    moved_by = np.full(len(stack), None, dtype=object)
    rows, _ = settled(overrides)
    if not len(rows):
        return Moved(law, moved_by)
    asked = rows["parameter_code"].isin(["", parameter_code])
    part = stack["part_id"]
    for row in rows[asked].itertuples(index=False):  # a short list written by people
        yields = (stack["plan_id"] == row.yielding_plan_id).to_numpy()
        prevails = (stack["plan_id"] == row.prevailing_plan_id).to_numpy()
        if row.zone_name:
            in_zone = part[(text(stack["zone_name"]) == row.zone_name).to_numpy()]
            prevails = prevails & part.isin(in_zone).to_numpy()
        top = pd.Series(order[yields]).groupby(part.to_numpy()[yields]).min()
        before = part.map(top).to_numpy(dtype=float)
        moves = prevails & (order > before)  # NaN: the yielding plan is not here
        order[moves] = before[moves] - 0.5
        moved_by[moves] = "express_provision" if row.clause_id else "override"
    # two plans moved before the same one stand to each other as the law has it
    _, rank = np.unique(np.column_stack([order, law]), axis=0, return_inverse=True)
    return Moved(rank.ravel().astype(float), moved_by)


def joined(overrides: pd.DataFrame | None, express: pd.DataFrame) -> pd.DataFrame:
    """The user's table with the express provisions of plans; the user has the last word.

    Parameters
    ----------
    overrides : DataFrame, optional
    express : DataFrame
        As for `settled`; left out is an express row that the user's table reverses wherever it
        holds, directly or in a circle with other rows. A row of the user's for one zone or
        parameter leaves a general one, which it comes after.

    Examples
    --------
    >>> user = pd.DataFrame({"prevailing_plan_id": ["A"], "yielding_plan_id": ["B"]})
    >>> express = pd.DataFrame({"prevailing_plan_id": ["B", "C"], "yielding_plan_id": ["A", "B"]})
    >>> joined(user, express).prevailing_plan_id.tolist()
    ['A', 'C']
    """
    if overrides is None or not len(overrides):
        return express
    own, theirs = _plain(overrides), _plain(express)
    is_left_out = [_is_reversed(row, own, theirs) for row in theirs.itertuples(index=False)]
    kept = express[~np.array(is_left_out, dtype=bool)]
    return pd.concat([overrides, kept], ignore_index=True)


def _plain(overrides: pd.DataFrame) -> pd.DataFrame:
    """The five columns as text, empty where not said."""
    plain = overrides.reset_index(drop=True)
    rows = pd.DataFrame({name: text(plain[name]) for name in _FIELDS if name in plain})
    return rows.reindex(columns=list(_FIELDS), fill_value="")


def _is_reversed(row: Any, own: pd.DataFrame, express: pd.DataFrame) -> bool:
    """Whether an express row stands in a circle that a row of the user's closes."""

    def covering(rows: pd.DataFrame) -> dict[str, set[str]]:
        holds = rows["zone_name"].isin(["", row.zone_name])
        holds &= rows["parameter_code"].isin(["", row.parameter_code])
        below: dict[str, set[str]] = {}
        for rival in rows[holds].itertuples(index=False):
            below.setdefault(rival.prevailing_plan_id, set()).add(rival.yielding_plan_id)
        return below

    users, both = covering(own), covering(pd.concat([own, express], ignore_index=True))
    after = _reached(row.yielding_plan_id, both) | {row.yielding_plan_id}
    return any(
        prevails in after and row.prevailing_plan_id in _reached(yields, both) | {yields}
        for prevails, of_user in users.items()
        for yields in of_user
    )


def parameters(overrides: pd.DataFrame | None) -> list[str]:
    """Parameters that rows of the table name.

    Examples
    --------
    >>> parameters(pd.DataFrame({"prevailing_plan_id": ["A"], "yielding_plan_id": ["B"],
    ...                          "parameter_code": ["parking_per_home"]}))
    ['parking_per_home']
    """
    rows, _ = settled(overrides)
    return sorted(set(rows["parameter_code"]) - {""})


def notes(overrides: pd.DataFrame | None) -> list[Note]:
    """What of the override table could not be applied.

    Examples
    --------
    >>> table = pd.DataFrame({"prevailing_plan_id": ["A", "B"], "yielding_plan_id": ["B", "A"]})
    >>> [note.code for note in notes(table)]
    ['override_circular']
    """
    _, circular = settled(overrides)
    return [Note("override_circular", "plan_overrides", circular)] if circular else []


def _depths(pairs: list[tuple[str, str]]) -> list[int]:
    """How many yield below each pair's yielding plan, at most; -1 for pairs in a circle."""
    below: dict[str, set[str]] = {}
    for prevails, yields in pairs:
        below.setdefault(prevails, set()).add(yields)
    reach = {plan: _reached(plan, below) for plan in below}
    circular = [p in reach.get(y, set()) or p == y for p, y in pairs]
    for (prevails, yields), is_circular in zip(pairs, circular, strict=True):
        if is_circular:
            below[prevails].discard(yields)
    return [-1 if c else _height(y, below) for (_, y), c in zip(pairs, circular, strict=True)]


def _reached(start: str, below: dict[str, set[str]]) -> set[str]:
    """Plans that `start` prevails over, directly or through others."""
    found: set[str] = set()
    left = list(below.get(start, ()))
    while left:
        plan = left.pop()
        if plan not in found:
            found.add(plan)
            left.extend(below.get(plan, ()))
    return found


def _height(plan: str, below: dict[str, set[str]]) -> int:
    """Length of the longest chain of plans below `plan`."""
    return max((1 + _height(other, below) for other in below.get(plan, ())), default=0)
