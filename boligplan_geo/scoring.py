"""Scores that are their contributions: points a criterion; all else is read from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from boligplan_geo.errors import Note

POINTS = 100.0  # full points of a whole profile


@dataclass(frozen=True)
class Criterion:
    """One thing that speaks for a plot, with the curve that turns its figure into points.

    Parameters
    ----------
    id : str
        Short name, such as ``"centre"``.
    column : str
        Fact or potential it reads.
    values, merits : tuple of float
        Curve by straight lines: `merits` (0 to 1) at rising `values`; flat beyond the ends.
    weight : float
        Share of the profile before normalising.
    strategy : str
        Strategy of the housing plan it serves (its number).
    nb, en : str
        Label for people.
    reason_column : str
        Where an unknown value says why; ``unreachable`` there earns 0 points.
    """

    id: str
    column: str
    values: tuple[float, ...]
    merits: tuple[float, ...]
    weight: float
    strategy: str
    nb: str
    en: str
    reason_column: str = ""

    def __post_init__(self) -> None:
        if len(self.values) != len(self.merits) or list(self.values) != sorted(self.values):
            raise ValueError(f"criterion {self.id}: needs as many merits as rising values")
        if min(self.merits) < 0 or max(self.merits) > 1 or self.weight < 0:
            raise ValueError(f"criterion {self.id}: needs merits from 0 to 1 and a weight ≥ 0")

    def merit(self, figures: pd.Series) -> np.ndarray:
        """Merit from 0 to 1 of each figure; NaN where the figure is unknown."""
        known = figures.to_numpy("float64", na_value=np.nan)
        return np.where(np.isnan(known), np.nan, np.interp(known, self.values, self.merits))


@dataclass(frozen=True, eq=False)
class Scores:
    """Points by criterion, and what follows from them.

    Parameters
    ----------
    name : str
        ``densification``, ``housing_mix`` or ``centre``.
    criteria : tuple of Criterion
        Those that could be assessed, weights summing to 1.
    figures, points : DataFrame
        One row an id, one column a criterion; NaN in `points` = unknown.
    ranked : Series of bool
        Which rows take part in the ranking.
    notes : tuple of Note
        Criteria that were dropped, and why.
    """

    name: str
    criteria: tuple[Criterion, ...]
    figures: pd.DataFrame
    points: pd.DataFrame
    ranked: pd.Series
    notes: tuple[Note, ...] = ()

    @property
    def total(self) -> pd.Series:
        """Sum of the known points, 0 to 100: the cautious end; NaN where nothing is known."""
        return self.points.sum(axis=1, min_count=1)

    @property
    def high(self) -> pd.Series:
        """Total if every unknown criterion earned full points."""
        full = pd.Series({c.id: c.weight * POINTS for c in self.criteria})
        missing = self.points.isna().mul(full, axis=1).sum(axis=1)
        return self.total + missing

    @property
    def rank(self) -> pd.Series:
        """1 is best; ties by id; NA where not ranked or where nothing is known."""
        taking_part = self.total[self.ranked.to_numpy()].dropna().rename("total").reset_index()
        key = taking_part.columns[0]
        order = taking_part.sort_values(["total", key], ascending=[False, True])[key]
        return pd.Series(range(1, len(order) + 1), index=order, dtype="Int64").reindex(
            self.points.index
        )

    def table(self) -> pd.DataFrame:
        """Long form for export: id, criterion_id, figure, points, max_points."""
        full = {c.id: c.weight * POINTS for c in self.criteria}
        long = self.points.rename_axis(columns="criterion_id").stack(future_stack=True)
        figures = self.figures.rename_axis(columns="criterion_id").stack(future_stack=True)
        table = pd.DataFrame({"figure": figures, "points": long}).reset_index()
        table.insert(0, "score_code", self.name)
        table["max_points"] = table["criterion_id"].map(full)
        return table

    def explain(self, row_id: str, language: str = "nb") -> pd.DataFrame:
        """Contributions of one row: criterion, figure, points and the most it could earn.

        Raises
        ------
        KeyError
            Where no row has that id.
        """
        points, figures = self.points.loc[row_id], self.figures.loc[row_id]
        return pd.DataFrame(
            {
                "criterion": [c.nb if language == "nb" else c.en for c in self.criteria],
                "column": [c.column for c in self.criteria],
                "figure": [figures[c.id] for c in self.criteria],
                "points": [points[c.id] for c in self.criteria],
                "max_points": [c.weight * POINTS for c in self.criteria],
            },
            index=pd.Index([c.id for c in self.criteria], name="criterion_id"),
        )


def score(
    table: pd.DataFrame,
    criteria: Sequence[Criterion],
    *,
    name: str,
    assessed: pd.Series,
    weights: Mapping[str, float] | None = None,
) -> Scores:
    """Score the rows of a table.

    A criterion that is unknown for **all** assessed rows is dropped, its weight shared by the
    others, and a note says so. A figure that is unknown for one row earns no points there, and
    `Scores.high` says what it could have earned; an unreachable destination earns 0. Where no
    criterion can be assessed, all points are unknown.

    Parameters
    ----------
    table : DataFrame
        Columns that the criteria read.
    criteria : sequence of Criterion
        The profile.
    assessed : Series of bool
        Rows that are scored and ranked; the others get NaN points.
    weights : mapping of criterion id to weight, optional
        Replaces single weights of the profile.

    Raises
    ------
    ValueError
        Where `weights` names a criterion that is not in the profile.

    Examples
    --------
    >>> near = Criterion("near", "min", (0, 10), (1, 0), 2, "3", "Nær", "Near")
    >>> flat = Criterion("flat", "deg", (0, 30), (1, 0), 1, "3", "Flatt", "Flat")
    >>> plots = pd.DataFrame({"min": [5.0, 0.0], "deg": [0.0, None]}, index=["a", "b"])
    >>> scores = score(plots, [near, flat], name="demo", assessed=plots["min"].notna())
    >>> scores.total.round(1).tolist(), scores.high.round(1).tolist(), scores.rank.tolist()
    ([66.7, 66.7], [66.7, 100.0], [1, 2])
    """
    weights = dict(weights or {})
    unknown = sorted(set(weights) - {c.id for c in criteria})
    if unknown:
        raise ValueError(f"weights for {unknown}, but the criteria are {[c.id for c in criteria]}")
    weighted = [_with_weight(c, weights.get(c.id, c.weight)) for c in criteria]
    merits = {c.id: _merit(c, table) for c in weighted}
    rows = assessed.to_numpy(bool)
    kept = [
        c for c in weighted if c.weight > 0 and (_any_known(merits[c.id], rows) or not rows.any())
    ]
    whole = sum(c.weight for c in kept)
    kept = [_with_weight(c, c.weight / whole) for c in kept] if whole else kept
    points = pd.DataFrame(
        {c.id: np.where(rows, merits[c.id] * c.weight * POINTS, np.nan) for c in kept},
        index=table.index,
    )
    figures = pd.DataFrame({c.id: _column(c.column, table) for c in kept}, index=table.index)
    dropped = tuple(
        Note("criterion_dropped", name, values={"criterion": c.en, "reason": _why(c, table)})
        for c in weighted
        if c.weight > 0 and c.id not in points
    )
    return Scores(name, tuple(kept), figures, points, assessed.astype(bool), dropped)


def _with_weight(criterion: Criterion, weight: float) -> Criterion:
    return Criterion(**{**criterion.__dict__, "weight": weight})


def _column(name: str, table: pd.DataFrame) -> pd.Series:
    if name in table:
        return table[name].astype("float64")
    return pd.Series(np.nan, index=table.index)


def _merit(criterion: Criterion, table: pd.DataFrame) -> np.ndarray:
    merit = criterion.merit(_column(criterion.column, table))
    if criterion.reason_column in table and not np.isnan(merit).all():
        # Not to be reached is known to be bad, not unknown (contract: 0 points).
        reasons = table[criterion.reason_column].astype("string").fillna("")
        cut_off = reasons.str.contains("unreachable", regex=False).to_numpy(bool)
        merit = np.where(np.isnan(merit) & cut_off, 0.0, merit)
    return merit


def _any_known(merit: np.ndarray, rows: np.ndarray) -> bool:
    return bool(np.isfinite(merit[rows]).any())


def _why(criterion: Criterion, table: pd.DataFrame) -> str:
    if criterion.reason_column in table and len(table):
        common = table[criterion.reason_column].dropna().mode()
        return str(common.iloc[0]) if len(common) else "no_data"
    return "no_data"
