"""The parts concerned, copied once for every step that a lever may be taken.

Storeys decide the dwelling type, and with it what is assumed of a home: a copy stands for one
step of storeys and one step of all other families. A combination of steps then takes each rule
from the copy where its own family stands at that step.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from boligplan_geo.potential import land, pooled
from boligplan_geo.potential.plan_rules.permitted import part_rules
from boligplan_geo.result import Analysis
from boligplan_geo.rules import regulations
from boligplan_geo.unlock.changes import NEW_CLAUSE
from boligplan_geo.unlock.levers import NEEDS
from boligplan_geo.unlock.place import inputs_of


class Copies:
    """The plots concerned, with the rules of their parts at every step of every lever.

    Parameters
    ----------
    run : Analysis
    levers, held : DataFrame
        From `levers.levers`.
    near : Index
        ``plot_id`` of the plots whose homes count.

    Attributes
    ----------
    plots, near : Index, array of int
        The plots, and the positions of those that count.
    parts : DataFrame
        Their parts, with ``row``, the position of the plot.
    held : DataFrame
        ``part lever``: position of a part and the lever on it, and how the lever's steps are
        numbered among those of its family there (``stride``).
    others : int
        Copies for each step of storeys.
    rules : DataFrame
        From `potential.plan_rules.permitted.part_rules`, the parts of one copy after the other.
    """

    def __init__(
        self, run: Analysis, levers: pd.DataFrame, held: pd.DataFrame, near: pd.Index
    ) -> None:
        self.run, self.levers = run, levers
        self.town, self.facts = inputs_of(run)
        self.plots = concerned(run, held, near)
        parts = pd.DataFrame(run.plan_parts.drop(columns="geometry"))
        # ids by their rank: ties are settled by the order of ids, also in copies
        parts = parts[parts["plot_id"].isin(self.plots)].sort_index()
        self.ids = parts.index
        parts["row"] = self.plots.get_indexer(pd.Index(parts["plot_id"]))
        self.parts = parts.reset_index(drop=True)
        self.held = self._with_strides(held[held["part_id"].isin(self.ids)])
        self.near = np.flatnonzero(self.plots.isin(near))
        self.land = pd.DataFrame(land.columns(self.of_plots("constraints")))
        self.others, self.rules = self._rules()

    def of_plots(self, theme: str) -> pd.DataFrame:
        """A theme's facts of the plots."""
        table: pd.DataFrame = getattr(self.facts, theme)
        return table.reindex(self.plots)

    def _with_strides(self, held: pd.DataFrame) -> pd.DataFrame:
        """Which lever lies on which part, and how steps make one number in each family."""
        held = held.join(self.levers.drop(columns="plan_id"), on="lever")
        held["part"] = self.ids.get_indexer(pd.Index(held["part_id"]))
        held["size"] = held["ladder"].str.len()
        held = held.sort_values(["part", "family_code", "lever"], ignore_index=True)
        own = held.groupby(["part", "family_code"])["size"]
        held["stride"] = own.cumprod() // held["size"]
        held["whole"] = own.transform("prod")
        return held

    def _rules(self) -> tuple[int, pd.DataFrame]:
        """Rules of copies of the parts: one a step of storeys and a step of the other families."""
        is_storeys = self.held["family_code"] == "storeys"
        storeys, others = (
            int(self.held.loc[chosen, "whole"].max()) if chosen.any() else 1
            for chosen in (is_storeys, ~is_storeys)
        )
        copies, count, plots = storeys * others, len(self.parts), len(self.plots)
        parts = pd.concat([self.parts] * copies, ignore_index=True)
        parts["row"] += np.repeat(np.arange(copies), count) * plots
        built = pd.concat([self.of_plots("built")] * copies, ignore_index=True)
        of_plot = parts["row"].to_numpy() % plots
        rules, _ = part_rules(
            parts,
            self._recorded(copies, others),
            None,
            pooled.standing(parts, built, copies * plots),
            self.run.assumptions,
            elevation_m=_heights(self.of_plots("terrain"), "terrain_elevation_m")[of_plot],
            airport_m=_heights(self.of_plots("constraints"), "constraint_height_cap_m")[of_plot],
            is_airport_unknown=land.height_cap_is_unknown(self.of_plots("constraints"))[of_plot],
        )
        return others, rules

    def _recorded(self, copies: int, others: int) -> pd.DataFrame:
        """Recorded figures of every copy, each at its step; what no plan says has a row above 0."""
        recorded = self.facts.plan_parameters
        recorded = recorded[recorded["part_id"].isin(self.ids)].reset_index(drop=True)
        recorded = regulations.with_regulation(recorded, self.town.plans)
        recorded["part_id"] = self.ids.get_indexer(pd.Index(recorded["part_id"]))
        field, names = pd.factorize(recorded["field_id"])
        whole = pd.concat([recorded] * copies, ignore_index=True)
        copy = np.repeat(np.arange(copies), len(recorded))
        whole["part_id"] += copy * len(self.parts)
        is_field = np.tile(field >= 0, copies)
        whole["field_id"] = np.where(is_field, np.tile(field, copies) + copy * len(names), -1)
        whole["field_id"] = whole["field_id"].astype(object).where(is_field, None)
        added = []
        row, lever = self._rows_set(recorded)
        for number in range(copies):
            config = np.where(
                self.held["family_code"] == "storeys", number // others, number % others
            )
            level = (config // self.held["stride"]) % self.held["size"]
            figure = np.array(
                [f[n] for f, n in zip(self.held["ladder"], level, strict=True)], dtype=float
            )
            need = self.held["family_code"].isin(NEEDS).to_numpy()
            for side, chosen in (("value_min", need), ("value_max", ~need)):
                rows = row[chosen[lever]] + number * len(recorded)
                values = whole[side].to_numpy(copy=True)
                values[rows] = figure[lever[chosen[lever]]]
                whole[side] = values
            is_new = ((self.held["how"] == "new") & (level > 0)).to_numpy()
            added.append(self._new_rows(is_new, figure, number))
        return pd.concat([whole, *added], ignore_index=True)

    def _rows_set(self, recorded: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
        """Recorded rows that levers set, and the row of `held` that does."""
        keys = ["part", "clause_id", "parameter_code"]
        own = self.held[[*keys, "figure", "family_code"]].reset_index(names="held")
        said = recorded[recorded["reading_code"] == "newer"].rename(columns={"part_id": "part"})
        said = said[[*keys, "value_min", "value_max"]].reset_index(names="row")
        pairs = own.merge(said, on=keys)
        is_need = pairs["family_code"].isin(NEEDS)
        figure = pairs["value_min"].where(is_need, pairs["value_max"])
        pairs = pairs[(figure == pairs["figure"]).to_numpy()]
        return pairs["row"].to_numpy(), pairs["held"].to_numpy()

    def _new_rows(self, chosen: np.ndarray, figure: np.ndarray, copy: int) -> pd.DataFrame:
        """Figures of provisions that are not there yet."""
        held = self.held[chosen]
        return pd.DataFrame(
            {
                "part_id": held["part"] + copy * len(self.parts),
                "parameter_code": held["parameter_code"],
                "value_min": np.nan,
                "value_max": figure[chosen],
                "basis_code": "plot",
                "source_code": "provision",
                "clause_id": NEW_CLAUSE,
                "reading_code": "newer",
            }
        )


def _heights(table: pd.DataFrame, name: str) -> np.ndarray:
    known = table[name] if name in table else pd.Series(np.nan, index=table.index)
    return known.to_numpy(dtype=float)


def concerned(run: Analysis, held: pd.DataFrame, near: pd.Index) -> pd.Index:
    """Plots under levers in a place, and those that share a field with them.

    Parameters
    ----------
    run : Analysis
    held : DataFrame
        From `levers.levers`.
    near : Index
        ``plot_id`` of the plots whose homes count.
    """
    plot = run.plan_parts["plot_id"]
    plots = plot[plot.isin(near) & plot.index.isin(held["part_id"])]
    recorded = inputs_of(run)[1].plan_parameters
    shared = recorded.loc[recorded["basis_code"] != "plot", ["part_id", "field_id"]].dropna()
    own = shared["part_id"].isin(plot.index[plot.isin(plots)])
    others = shared.loc[shared["field_id"].isin(shared.loc[own, "field_id"]), "part_id"]
    together = pd.concat([plots, plot[plot.index.isin(others)]]).unique()
    return pd.Index(together, dtype=object, name=run.plots.index.name).sort_values()
