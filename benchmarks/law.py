"""What the plans allow on each plot: the library, and plot by plot as offices do it.

The naive way cuts each plot by the plans over it and reads the provisions one after the other,
for a sample of plots; its seconds for the whole town are estimated from those.
"""

from __future__ import annotations

import time

import numpy as np
import pandas as pd
from notebook import SLIVER_M2, SLIVER_SHARE

import boligplan_geo as bg
from boligplan_geo import measure
from boligplan_geo.potential import capacity
from boligplan_geo.rules.precedence import order
from boligplan_geo.rules.purposes import purposes

#: Columns that both ways answer.
ANSWERS = ("law_net_plot_m2", "law_storeys_count", "law_bya_m2")

_MOST_OF = 0.5  # a zone or area over at least so much of a part holds for the part
_PERCENT_BYA = ("utilisation_12", "utilisation_16")


def library(town: bg.Municipality) -> tuple[pd.DataFrame, dict[str, float]]:
    """Plan parts, what is recorded for them, and permitted BYA, BRA and homes, all plots."""
    assumptions = town.assumptions
    facts = measure.measure(
        town,
        storey_height_m=assumptions.storey_height_m,
        storey_bra_share=assumptions.storey_bra_share,
        storm_surge_level_m=assumptions.storm_surge_level_m,
    )
    seconds = {}
    start = time.perf_counter()
    plan = measure._plan(town, {}, as_of=measure._plans_as_of(town))
    plan |= measure._figures(town, plan)
    seconds["parts and figures"] = time.perf_counter() - start
    start = time.perf_counter()
    homes, _ = capacity.plan_capacity(
        town.plots,
        plan["plan_parts"],
        plan["plan_parameters"],
        plan["part_zones"],
        facts.built,
        facts.constraints,
        assumptions,
        plans=town.plans,
        terrain=facts.terrain,
    )
    seconds["permitted and homes"] = time.perf_counter() - start
    parts = plan["plan_parts"]
    counted = parts[parts["counts_as_plot"].to_numpy(bool)]
    said = plan["plan_parameters"]
    said = said[(said["parameter_code"] == "storeys_max") & (said["reading_code"] == "newer")]
    largest = counted.sort_values("area_m2", ascending=False, kind="stable")
    largest = largest[~largest["plot_id"].duplicated()]
    storeys = said.groupby("part_id")["value_max"].min().reindex(largest.index)
    answers = pd.DataFrame(index=town.plots.index)
    answers["law_net_plot_m2"] = homes["plan_net_plot_m2"]
    answers["law_storeys_count"] = storeys.set_axis(largest["plot_id"]).reindex(answers.index)
    answers["law_bya_m2"] = homes["plan_bya_mid_m2"]
    return answers, seconds


def naive(town: bg.Municipality, sample: int) -> tuple[pd.DataFrame, float]:
    """The same for about `sample` plots, one after the other; seconds a plot beside."""
    chosen = town.plots.iloc[:: max(len(town.plots) // sample, 1)]
    office = Office(town)
    start = time.perf_counter()
    rows = [office.plot(geometry) for geometry in chosen.geometry]
    seconds = (time.perf_counter() - start) / len(chosen)
    return pd.DataFrame(rows, index=chosen.index, columns=list(ANSWERS)), seconds


class Office:
    """The plans in force and their provisions, looked up for one plot at a time."""

    def __init__(self, town: bg.Municipality) -> None:
        ranks = order(town.plan_areas, town.plans)
        areas = town.plan_areas.join(ranks).rename_axis("area_id").reset_index()
        areas = areas[areas["in_force"].to_numpy(bool)]
        counts = purposes()["counts_as_plot"].eq(True)
        keys = pd.MultiIndex.from_frame(areas[["regime_code", "land_use_code"]])
        areas["counts"] = counts.reindex(keys).fillna(False).to_numpy(bool)
        self.areas = areas.sort_values("stack_order", kind="stable").reset_index(drop=True)
        zones = town.plan_zones
        self.zones = zones[order(zones, town.plans)["in_force"].to_numpy(bool)]
        self.provisions = town.provisions.fillna("")
        self.on_map = town.plan_utilisation

    def plot(self, plot) -> tuple[float, float, float]:
        """Net plot, storeys on its largest part, BYA where every part has a share of it."""
        over = self.areas.iloc[np.sort(self.areas.sindex.query(plot, predicate="intersects"))]
        zones = self.zones.iloc[self.zones.sindex.query(plot, predicate="intersects")]
        parts, rest = [], plot
        for _, plan in over.groupby("stack_order", sort=True):
            for _, area in plan.iterrows():
                piece = rest.intersection(area.geometry)
                if piece.area > 0:
                    parts.append([piece, piece.area, area["counts"]])
            rest = rest.difference(plan.geometry.union_all())
        parts.append([rest, rest.area, False])
        largest = max(parts, key=lambda part: part[1])
        for part in parts:
            if part[1] < min(SLIVER_M2, SLIVER_SHARE * plot.area) and part is not largest:
                largest[1] += part[1]
                part[2] = False
        counted = [part for part in parts if part[2]]
        if not counted:
            return 0.0, np.nan, np.nan
        told = [self.figures(piece, over, zones) for piece, _, _ in counted]
        main = max(range(len(counted)), key=lambda n: counted[n][1])
        bya = sum(area * share for (_, area, _), (_, share) in zip(counted, told, strict=True))
        return sum(area for _, area, _ in counted), told[main][0], bya

    def figures(self, part, over: pd.DataFrame, zones: pd.DataFrame) -> tuple[float, float]:
        """Most storeys and the share of BYA that the first plan to say so gives a part."""
        stack = over[over.intersection(part).area >= _MOST_OF * part.area]
        zones = zones[zones.intersection(part).area >= _MOST_OF * part.area]
        storeys = share = None
        for _, area in stack.iterrows():
            said = self.said(area, zones)
            if storeys is None and "storeys_max" in said:
                storeys = min(said["storeys_max"])
            use = {code: figures for code, figures in said.items() if code.startswith("util")}
            if share is None and use:
                of_bya = [min(use[code]) / 100 for code in _PERCENT_BYA if code in use]
                share = min(of_bya) if len(of_bya) == len(use) else np.nan
        return tuple(np.nan if value is None else value for value in (storeys, share))

    def said(self, area: pd.Series, zones: pd.DataFrame) -> dict[str, list[float]]:
        """Figures of one plan for an area: the text before the map, what names more first."""
        found: dict[str, tuple[int, list[float]]] = {}

        def says(code: str, strength: int, figure: float) -> None:
            known = found.get(code, (-1, []))
            if strength > known[0]:
                found[code] = (strength, [figure])
            elif strength == known[0]:
                known[1].append(figure)

        for _, row in self.on_map[self.on_map["area_id"] == area["area_id"]].iterrows():
            says(f"utilisation_{row['utilisation_type_code']}", 0, row["utilisation_value"])
        own = zones[zones["plan_id"] == area["plan_id"]]
        names = {*own["zone_code"], *own["zone_name"]}
        for _, row in self.provisions[self.provisions["plan_id"] == area["plan_id"]].iterrows():
            asked = [row["zone_name"], row["land_use_code"], row["zone_code"]]
            if asked[0] not in ("", area["zone_name"]) or asked[1] not in (
                "",
                area["land_use_code"],
            ):
                continue
            if asked[2] == "" or asked[2] in names:
                strength = 1 + 4 * (asked[2] != "") + 2 * (asked[0] != "") + (asked[1] != "")
                figure = row["value_max"]
                says(row["parameter_code"], strength, np.nan if figure == "" else figure)
        return {code: figures for code, (_, figures) in found.items()}
