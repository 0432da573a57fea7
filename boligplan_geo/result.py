"""`Analysis`: everything from one run, as plain tables that maps, exports and reports read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import geopandas as gpd
import numpy as np
import pandas as pd
from pandas.api.types import union_categoricals

from boligplan_geo.assumptions import Assumptions
from boligplan_geo.errors import Note
from boligplan_geo.facts import Facts
from boligplan_geo.municipality import Municipality
from boligplan_geo.scoring import POINTS, Scores


@dataclass(frozen=True, eq=False, repr=False)
class Analysis:
    """One run: inputs, facts, results and the account. Made by `analyse` or `read_run`.

    Tables are indexed by their key: ``plots`` (plot_id), ``sites`` (site_id), ``centres``
    (centre_id), ``districts`` (district_id), ``witnesses`` (witness_id). Columns:
    ``codes/columns.csv``.

    Parameters
    ----------
    town, facts : Municipality, Facts or None
        ``None`` where the run was read back from a folder.
    plots : GeoDataFrame
        Every property of the input, once, with all figures and a status.
    plan_parts, plan_parameters, clauses, constraint_losses, constraint_areas
        What stands behind the figures, by ``part_id`` or ``plot_id``; `clauses` has the text of
        each clause, ``plan_id clause_id text link``.
    fields, buildings : DataFrame
        Fields of plans with their budget and what is used of it, and standing buildings;
        without rows where they are not made.
    plans : DataFrame, index ``plan_id``
        Every plan of the input: name, type, status, dates; without rows where none was given.
    account : DataFrame
        Every plot and every home accounted for.
    totals : mapping
        Sums of the municipality.
    homes_basis_code : str
        ``plan`` until placements exist, then ``demonstrated``.
    plans_code : str
        ``in_force``, or ``proposed`` where plans under way were read as adopted.
    seconds : mapping of stage to seconds
        Time the stages took.
    """

    name: str
    municipality_number: str
    crs: str
    is_fictional: bool
    assumptions: Assumptions
    plots: gpd.GeoDataFrame
    sites: gpd.GeoDataFrame
    centres: gpd.GeoDataFrame
    centre_catchments: gpd.GeoDataFrame
    districts: gpd.GeoDataFrame
    witnesses: gpd.GeoDataFrame
    witness_parts: gpd.GeoDataFrame
    plan_parts: gpd.GeoDataFrame
    plan_parameters: pd.DataFrame
    clauses: pd.DataFrame
    constraint_losses: pd.DataFrame
    constraint_areas: gpd.GeoDataFrame
    account: pd.DataFrame
    densification: Scores
    housing_mix: Scores
    centre_scores: Scores
    totals: Mapping[str, float | None]
    homes_basis_code: str = "plan"
    plans_code: str = "in_force"
    notes: tuple[Note, ...] = ()
    inputs: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)
    town: Municipality | None = None
    facts: Facts | None = None
    fields: pd.DataFrame = field(default_factory=pd.DataFrame)
    buildings: pd.DataFrame = field(default_factory=pd.DataFrame)
    plans: pd.DataFrame = field(default_factory=pd.DataFrame)

    @property
    def score_points(self) -> pd.DataFrame:
        """Points of all three scores in long form, a row an assessed id and criterion.

        Texts are categorical: there are some ten rows a plot, and each text stands once.
        """
        scores = (self.densification, self.housing_mix, self.centre_scores)
        tables = [_long(s) for s in scores if len(s.points)]
        if not tables:
            return pd.DataFrame(columns=list(_LONG))
        texts = {
            name: union_categoricals([t[name] for t in tables], sort_categories=True)
            for name in _LONG[:3]
        }
        figures = {name: np.concatenate([t[name] for t in tables]) for name in _LONG[3:]}
        return pd.DataFrame(texts | figures)

    def explain(
        self,
        plot_id: str,
        language: str = "nb",
        audience: str = "public",
        *,
        detail: str = "full",
        format: str = "text",
    ) -> str:
        """Derive one plot's figures, clause by clause: the answer first, then every step.

        Parameters
        ----------
        plot_id : str
        language : {"nb", "en"}
        audience : {"public", "internal"}
        detail : {"full", "summary"}
            ``summary`` leaves out the steps of the calculation.
        format : {"text", "html"}
            ``html`` is one page that prints on A4.

        Raises
        ------
        KeyError
            Where no plot has that id; the message names near ones.
        """
        from boligplan_geo.explain import derivation

        return derivation(
            self, plot_id, language=language, audience=audience, detail=detail, format=format
        )

    def __repr__(self) -> str:
        status = self.plots["plot_status_code"].value_counts()
        homes = self.totals.get("potential_plan_homes_mid_count")
        lines = [
            f"Analysis of {self.name} ({self.municipality_number})"
            + (", a fictional municipality" if self.is_fictional else ""),
            f"  {len(self.plots):,} plots: " + ", ".join(f"{n:,} {s}" for s, n in status.items()),
            f"  {len(self.sites):,} sites, {len(self.centres)} centres, "
            f"{len(self.districts)} districts",
            f"  homes on the {self.homes_basis_code} basis: "
            + ("unknown" if homes is None else f"{homes:,.0f}"),
        ]
        if self.notes:
            lines.append(f"  {len(self.notes)} notes; see .notes")
        return "\n".join(lines)


_LONG = ("score_code", "row_id", "criterion_id", "figure", "points", "max_points")


def _long(scores: Scores) -> pd.DataFrame:
    """One score in long form, without the rows that were not assessed: they have no points."""
    assessed = scores.points.notna().any(axis=1).to_numpy()
    points, figures = scores.points[assessed], scores.figures[assessed]
    rows, columns = points.shape
    full = {c.id: c.weight * POINTS for c in scores.criteria}
    criterion = np.tile(np.arange(columns), rows)
    texts = (
        (np.zeros(rows * columns, int), [scores.name]),
        (np.repeat(np.arange(rows), columns), points.index),
        (criterion, points.columns),
    )
    numbers = (figures, points, np.tile([full[c] for c in points.columns], (rows, 1)))
    return pd.DataFrame(
        dict(
            zip(
                _LONG,
                (
                    *(pd.Categorical.from_codes(code, list(words)) for code, words in texts),
                    *(np.asarray(n, dtype="float64").ravel() for n in numbers),
                ),
                strict=True,
            )
        )
    )
