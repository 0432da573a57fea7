"""Changes tried out: the rules settled again with the changed tables, and homes counted again."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from boligplan_geo.facts.plan._heights import heights as map_heights
from boligplan_geo.potential import capacity
from boligplan_geo.result import Analysis
from boligplan_geo.rules import settled
from boligplan_geo.unlock.changes import changed
from boligplan_geo.unlock.copies import concerned
from boligplan_geo.unlock.effects import HOMES
from boligplan_geo.unlock.place import inputs_of


class Recount:
    """Homes around a place by changed tables, settled and counted anew.

    What `analysis.analyse` does with plans and homes, for the plots that the changes can reach.

    Parameters
    ----------
    run : Analysis
        As the plans are.
    levers, held : DataFrame
        From `levers.levers`.
    near : Index
        ``plot_id`` of the plots whose homes count.
    """

    def __init__(
        self, run: Analysis, levers: pd.DataFrame, held: pd.DataFrame, near: pd.Index
    ) -> None:
        self.run, self.levers, self.near = run, levers, near
        self.town, self.facts = inputs_of(run)
        facts = self.facts
        self.plots = concerned(run, held, near)
        parts = facts.plan_parts[facts.plan_parts["plot_id"].isin(self.plots).to_numpy()]
        self.parts = pd.DataFrame(parts.drop(columns="geometry"))
        self.stack, self.zones = (
            table[table["part_id"].isin(parts.index)].reset_index(drop=True)
            for table in (facts.part_stack, facts.part_zones)
        )
        self.heights = map_heights(self.town.plan_areas, self.town.plan_heights)

    def gained(self, level: Mapping[int, int]) -> float:
        """Homes gained by some steps of some levers; plots whose homes are unknown give none."""
        town, facts = changed(self.town, self.levers, level), self.facts
        parameters = settled.parameters(
            self.parts, self.stack, self.zones, town.plan_utilisation, town.provisions,
            town.plan_overrides, map_heights=self.heights,
        )  # fmt: skip
        homes, _ = capacity.plan_capacity(
            pd.DataFrame(index=self.plots),
            self.parts, parameters, self.zones, facts.built, facts.constraints,
            self.run.assumptions, plans=town.plans, terrain=facts.terrain,
        )  # fmt: skip
        here = self.plots[self.plots.isin(self.near)]
        return float((homes[HOMES] - self.run.plots[HOMES])[here].sum())
