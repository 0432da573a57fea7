"""Cases of the test field that turn on what each home needs, and on heights (band F).

Each plot is 20 × 30 m, vacant and alone in its field of the northern plan (`truth_fields`), with
one demand of its own. A detached home (1111) takes 165 m² BRA (± 15 %: 189.75, 140.25) on two
storeys, so 165 / 1.8 = 91.67 m² of ground (105.42, 77.92) under the default Assumptions; a home
in a block 70 / 0.85 = 82.35 m² of its BRA (94.71, 70).
"""

from __future__ import annotations

from shapely import LineString

from boligplan_geo.sample.truth_builder import FieldBuilder
from boligplan_geo.sample.truth_fields import (
    BAND_E,
    BAND_F,
    NORTH,
    Figures,
    clause,
    homes,
    levels,
)
from boligplan_geo.sample.truth_ground import around, slot
from boligplan_geo.sample.truth_plots import TYPES_IN_M2

STREET_SLOT = 9  # the street runs there


def lay_out(town: FieldBuilder) -> None:
    """Lay out every case of this module."""
    plots = _Plots(town)
    _outdoor(plots)
    _parking(plots)
    _parking_below_ground(plots)
    _heights(plots)
    _housing_share(plots)
    _at_least(plots)


class _Plots:
    """Plots side by side along band F, each in its own field."""

    def __init__(self, town: FieldBuilder) -> None:
        self.town, self.number, self.bnr = town, -1, 200

    def plot(self, code: int, figures: Figures) -> tuple[str, str]:
        """The next plot: the zone it is alone in, and its id."""
        self.number += 2 if self.number + 1 == STREET_SLOT else 1
        self.bnr += 1
        shape, name = slot(BAND_F, self.number), f"F{self.bnr}"
        is_area = any(figure[0] in TYPES_IN_M2 for figure in figures)
        self.town.area(NORTH, code, shape if is_area else around(shape), name, figures)
        return name, self.town.plot(self.bnr, shape)

    def demand(self, zone: str, parameter: str, *, unit: str = "count", **values: object) -> str:
        """A clause of the zone; gives its number."""
        number = f"§ 4.{self.bnr - 200}"
        text = "Krav i dette feltet."
        clause(self.town, NORTH, number, parameter, text, zone=zone, unit=unit, **values)  # type: ignore[arg-type]
        return number

    def height(self, kind: str, height_m: float, reference: str) -> None:
        """A regulated height on the map, through the plot that was laid last."""
        x, y, _, y_max = slot(BAND_F, self.number).bounds
        line = LineString([(x + 5, y + 2), (x + 5, y_max - 2)])
        system = "terrengreferanse" if reference == "terreng" else "høydereferansesystem"
        value = {"regulerthøyde": height_m, "typeHøyde": kind, system: reference}
        self.town.feature(NORTH, "RpRegulertHøyde", line, høydefraplanbestemmelse=value)


def _outdoor(plots: _Plots) -> None:
    """MUA a home, per 100 m² BRA, and as a share of the plot: beside what the homes stand on."""
    town = plots.town
    zone, plot_id = plots.plot(1111, ((18, 200, None),))
    number = plots.demand(zone, "outdoor_per_home_m2", unit="m2", value_min=100)
    how = "600 m² / (100 m² MUA + 91.67) = 3.13; / (100 + 105.42) = 2.92; / (100 + 77.92) = 3.37"
    homes(town, plot_id, (2, 3, 3), how)
    town.truth(plot_id, "rules", "plan_binding_clause_id", number, "MUA is short before BRA")

    zone, plot_id = plots.plot(1111, ((18, 200, None),))
    plots.demand(zone, "outdoor_per_100_m2", unit="m2", value_min=40)
    how = "40 m² MUA per 100 m² BRA is 66 m² a home: 600 / (66 + 91.67) = 3.81; / 181.32 = 3.31; "
    homes(town, plot_id, (3, 3, 4), how + "/ 134.02 = 4.48")

    zone, plot_id = plots.plot(1111, ((18, 200, None),))
    number = plots.demand(zone, "outdoor_share", unit="share", value_min=0.6)
    how = "60 % stays outdoor area: 240 m² / 91.67 = 2.62; / 105.42 = 2.28; / 77.92 = 3.08"
    homes(town, plot_id, (2, 2, 3), how)
    town.truth(plot_id, "rules", "plan_binding_clause_id", number, "the plot keeps 360 m² open")


def _parking(plots: _Plots) -> None:
    """Spaces on the ground take 18 m² each, of BYA and of a BRA that is given (TEK17 § 5-7)."""
    town = plots.town
    sixty = ((16, 60, None),)
    base = "60 % of 600 m² is 360 m² BYA: "
    zone, plot_id = plots.plot(1111, sixty)
    plots.demand(zone, "parking_per_home", value_min=1)
    how = "/ (91.67 + 18) = 3.28; / (105.42 + 18) = 2.92; / (77.92 + 18) = 3.75"
    homes(town, plot_id, (2, 3, 3), base + how)

    zone, plot_id = plots.plot(1111, ((17, 500, None),))
    number = plots.demand(zone, "parking_per_home", value_min=1)
    how = "500 m² BRA / (165 + 18) = 2.73, not 500 / 165 = 3.03; / 207.75 = 2.41; / 158.25 = 3.16"
    homes(town, plot_id, (2, 2, 3), how)
    town.truth(plot_id, "rules", "parameter.parking_per_home.clause_id", number, "the zone's own")
    how = "a space less a home: 500 / 165 = 3.03, one home more"
    town.truth(plot_id, "rules", "potential_gain_parking_homes_count", 1, how)

    zone, plot_id = plots.plot(1111, sixty)
    plots.demand(zone, "parking_per_100_m2", value_min=1.2)
    how = "1.2 spaces per 100 m² BRA is 1.98 a home: 360 / (91.67 + 35.64) = 2.83; / 146.40 = 2.46;"
    homes(town, plot_id, (2, 2, 3), f"{how} / 108.21 = 3.33")

    zone, plot_id = plots.plot(1111, sixty)
    plots.demand(zone, "parking_per_home", value_max=0.5)
    how = "at most half a space: 360 / (91.67 + 9) = 3.58; / 114.42 = 3.15; / 86.92 = 4.14"
    homes(town, plot_id, (3, 3, 4), how)

    zone, plot_id = plots.plot(1111, sixty)
    plots.demand(zone, "parking_per_home", value_min=1.5, value_max=2.5)
    how = "at least 1.5 spaces is what must be built: 360 / (91.67 + 27) = 3.03; / 132.42 = 2.72; "
    homes(town, plot_id, (2, 3, 3), how + "/ 104.92 = 3.43")

    zone, plot_id = plots.plot(1111, sixty)
    plots.demand(zone, "parking_per_home", value_min=2)
    how = "360 / (91.67 + 36) = 2.82; / 141.42 = 2.55; / 113.92 = 3.16"
    homes(town, plot_id, (2, 2, 3), how)
    how = "a space less a home: 360 / (91.67 + 18) = 3.28, one home more"
    town.truth(plot_id, "rules", "potential_gain_parking_homes_count", 1, how)
    how = "three storeys: 360 / (61.11 + 36) = 3.71, one home more"
    town.truth(plot_id, "rules", "potential_gain_storey_homes_count", 1, how)
    how = "61 %: 366 / 127.67 = 2.87, no home more"
    town.truth(plot_id, "rules", "potential_gain_bya_point_homes_count", 0, how)


def _parking_below_ground(plots: _Plots) -> None:
    """Below ground takes no BYA, and BRA (30 m² a space) unless the plan says it does not."""
    town = plots.town
    for counts, how, expected in (
        (1, "500 m² BRA / (165 + 30) = 2.56; / 219.75 = 2.28; / 170.25 = 2.94", (2, 2, 2)),
        (0, "500 m² BRA / 165 = 3.03; / 189.75 = 2.64; / 140.25 = 3.57", (2, 3, 3)),
    ):
        zone, plot_id = plots.plot(1111, ((17, 500, None),))
        plots.demand(zone, "parking_per_home", value_min=1)
        plots.demand(zone, "parking_below_ground_share", unit="share", value_min=1)
        plots.demand(zone, "parking_below_ground_bra", unit="", value_max=counts)
        said = "all parking below ground, " + ("in BRA: " if counts else "not in BRA: ")
        homes(town, plot_id, expected, said + how)


def _heights(plots: _Plots) -> None:
    """Storeys of 3 m (± 10 %) within a height; a ridge is read with 2 m of roof, high without.

    Blocks (1113), 40 % of 600 m² is 240 m² BYA, a storey 216 m² BRA.
    """
    town, base = plots.town, town_level(plots.town)
    forty, by = ((16, 40, None),), "240 m² BYA × 0.9 × "
    _, plot_id = plots.plot(1113, forty)
    plots.height("GH", 9, "terreng")
    how = f"{by}storeys in 9 m of eaves: 9 / 3.3 = 2.7, 9 / 3 = 3, 9 / 2.7 = 3.3"
    levels(town, plot_id, "plan_bra_{}_m2", (432, 648, 648), how)
    town.truth(plot_id, "rules", "plan_interval_causes", "storeys_from_height", how)

    zone, plot_id = plots.plot(1113, forty)
    number = plots.demand(zone, "ridge_height_max_m", unit="m", value_max=9)
    how = f"{by}storeys under a ridge at 9 m: 7 / 3.3 = 2.1, 7 / 3 = 2.3, high 9 / 2.7 = 3.3"
    levels(town, plot_id, "plan_bra_{}_m2", (432, 432, 648), how)
    town.truth(plot_id, "rules", "parameter.ridge_height_max_m.clause_id", number, "the zone's own")

    _, plot_id = plots.plot(1113, forty)
    plots.height("GH", base + 12, "NN2000")
    how = f"{by}storeys to kote {base + 12}, 12 m up: 12 / 3.3 = 3.6, 4, 12 / 2.7 = 4.4"
    levels(town, plot_id, "plan_bra_{}_m2", (648, 864, 864), how)

    zone, plot_id = plots.plot(1113, forty)
    plots.demand(zone, "ridge_kote_max_m", unit="m", value_max=base + 10)
    how = (
        f"{by}storeys under a ridge at kote {base + 10}: 8 / 3.3 = 2.4, 8 / 3 = 2.7, 10 / 2.7 = 3.7"
    )
    levels(town, plot_id, "plan_bra_{}_m2", (432, 432, 648), how)

    zone, plot_id = plots.plot(1113, forty)
    plots.demand(zone, "storeys_max", value_max=2)
    plots.demand(zone, "eaves_height_max_m", unit="m", value_max=12)
    how = f"{by}2 storeys: both hold, and 12 m of eaves hold at least 3"
    levels(town, plot_id, "plan_bra_{}_m2", (432, 432, 432), how)


def town_level(town: FieldBuilder) -> int:
    """Elevation of the field's flat ground, which koter are given from [m]."""
    return round(town.base_elevation_m)


def _housing_share(plots: _Plots) -> None:
    """Share of 1,000 m² BRA that homes may take, in blocks of three storeys."""
    town = plots.town
    zone, plot_id = plots.plot(1800, ((17, 1000, None),))
    plots.demand(zone, "storeys_max", value_max=3)
    plots.demand(zone, "housing_share", unit="share", value_min=0.5, value_max=0.5)
    how = "half of 1,000 m²: 500 / 82.35 = 6.07; / 94.71 = 5.28; / 70 = 7.14"
    homes(town, plot_id, (5, 6, 7), how)

    zone, plot_id = plots.plot(1802, ((17, 1000, None),))
    plots.demand(zone, "storeys_max", value_max=3)
    plots.demand(zone, "housing_share", unit="share", value_max=0.7)
    how = "assumed 0.4, 0.6, 0.8 of 1,000 m², at most 0.7: 400 / 94.71 = 4.22; 600 / 82.35 = 7.29; "
    homes(town, plot_id, (4, 7, 10), how + "700 / 70 = 10")


def _at_least(plots: _Plots) -> None:
    """Minimum figures: they are told, and what is assumed is never less."""
    town = plots.town
    for number, figure in ((16, (18, 120, 60)), (17, (16, None, 25))):
        town.area(NORTH, 1111, around(slot(BAND_E, number)), f"E{number + 205}", (figure,))
        town.plot(number + 205, slot(BAND_E, number))
    town.truth("9999-900/221", "rules", "plan_bra_min_m2", 360, "at least 60 % of 600 m²")
    how = "type 18: 120 % of 600 m² at most"
    levels(town, "9999-900/221", "plan_bra_{}_m2", (720, 720, 720), how)
    town.truth("9999-900/222", "rules", "plan_bya_min_m2", 150, "at least 25 % of 600 m²")
    how = "no most: 25 % ± 20 % is assumed for detached homes, but never less than the least 150 m²"
    levels(town, "9999-900/222", "plan_bya_{}_m2", (150, 150, 180), how)
