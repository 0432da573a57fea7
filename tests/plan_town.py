"""A town of plots and rules for tests of what plans permit, as the facts would give them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from boligplan_geo.assumptions import Assumptions
from boligplan_geo.potential.capacity import plan_capacity

NAN = np.nan
LEVELS = ("low", "mid", "high")
HOMES = [f"potential_plan_homes_{level}_count" for level in LEVELS]
SETTINGS = Assumptions()
#: Parameters whose single figure is a least.
NEEDS = (
    "outdoor_",
    "parking_per_",
    "parking_below_ground_share",
    "plot_size_min",
    "plan_required_from",
)


class Town:
    """Plots of one or more parts, their rules and what stands, as the facts would give them."""

    def __init__(self):
        self.parts, self.says, self.zones, self.stands, self.usable = [], [], [], {}, {}
        self.plans = None
        self.further = pd.DataFrame()  # what further facts say of plots, by column

    def plot(self, plot_id, *, built=(0.0, 0.0, 0.0), usable=None):
        self.stands[plot_id] = built
        self.usable[plot_id] = usable
        return self

    def part(self, plot_id, area, code="1111", regime="rp2008", counts=True, plan="R1", status=1,
             reason="only_plan", **rules):  # fmt: skip
        """A part; rules as ``utilisation_16=30`` or ``homes_max=(3, "plot")``."""
        if plot_id not in self.stands:
            self.plot(plot_id)
        number = sum(p["plot_id"] == plot_id for p in self.parts) + 1
        part_id = f"{plot_id}:{number}"
        self.parts.append({
            "part_id": part_id, "plot_id": plot_id, "plan_id": plan, "area_id": f"{plan}-{code}",
            "zone_name": "F1", "land_use_code": code, "regime_code": regime,
            "land_use_status_code": status, "area_m2": float(area), "counts_as_plot": counts,
            "governs_reason": reason,
        })  # fmt: skip
        for name, value in rules.items():
            figure, basis = value if isinstance(value, tuple) else (value, "plot")
            self.say(part_id, name, figure, basis=basis)
        return self

    def say(self, part_id, name, figure, *, basis="plot", reading="newer", clause=None):
        """A figure, or its ``(least, most)``."""
        is_need = name.startswith(NEEDS)
        least, most = figure if isinstance(figure, list) else (
            (figure, NAN) if is_need else (NAN, figure)
        )  # fmt: skip
        self.says.append({
            "part_id": part_id, "parameter_code": name, "plan_id": "R1", "source_code": "provision",
            "value_min": least, "value_max": most, "basis_code": basis,
            "clause_id": clause or f"§ {name}", "reading_code": reading, "field_id": "R1|F1",
        })  # fmt: skip
        return self

    def homes(self, assumptions=SETTINGS, *, shuffle=None):
        return self.capacity(assumptions, shuffle=shuffle)[0]

    def capacity(self, assumptions=SETTINGS, *, shuffle=None):
        ids = pd.Index(list(self.stands), name="plot_id")
        parts = pd.DataFrame(self.parts).set_index("part_id")
        columns = ["part_id", "parameter_code", "value_min", "value_max", "basis_code",
                   "source_code", "plan_id", "clause_id", "reading_code", "field_id"]  # fmt: skip
        says = pd.DataFrame(self.says).reindex(columns=[*columns, "why_code"])
        zones = pd.DataFrame(
            self.zones, columns=["part_id", "plan_id", "zone_code", "share", "zone_group_code"]
        )
        names = ["built_bya_m2", "built_bra_m2", "built_homes_count"]
        built = pd.DataFrame.from_dict(self.stands, orient="index", columns=names, dtype=float)
        net = parts["area_m2"].where(parts["counts_as_plot"], 0.0).groupby(parts["plot_id"]).sum()
        usable = pd.Series(self.usable, dtype=float).reindex(ids)
        usable = pd.DataFrame({"constraint_usable_m2": usable.fillna(net.reindex(ids))})
        if shuffle is not None:
            ids, parts, says = (t[::-1] for t in (ids, parts, says))
        plots = pd.DataFrame(index=ids)
        known = self.further.reindex(ids)
        return plan_capacity(
            plots, parts, says, zones, built, usable.join(known), assumptions,
            plans=self.plans, terrain=known,
        )  # fmt: skip


def one(**rules):
    area = rules.pop("area", 1000)
    built = rules.pop("built", (0.0, 0.0, 0.0))
    usable = rules.pop("usable", None)
    return Town().plot("p", built=built, usable=usable).part("p", area, **rules)


def row(town, assumptions=SETTINGS):
    return town.homes(assumptions).loc["p"]
