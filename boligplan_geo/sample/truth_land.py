"""Cases of the test field that turn on land lost, and on heights under an airport (band H, east).

Each plot is 20 × 30 m and lies in the plan LAND; each zone reaches 3 m beyond its plot.
"""

from __future__ import annotations

from shapely import Polygon, box

from boligplan_geo.sample.truth_builder import FieldBuilder
from boligplan_geo.sample.truth_fields import (
    BAND_E,
    NORTH,
    clause,
    homes,
    levels,
    no_demands,
)
from boligplan_geo.sample.truth_ground import around, slot
from boligplan_geo.sample.truth_measures import add_hazard, add_noise, lost
from boligplan_geo.sample.truth_plots import BAND_B, NEWEST, newest_field
from boligplan_geo.sample.truth_readiness import BAND_H

LAND = "2022-006"


def lay_out(town: FieldBuilder) -> None:
    """Lay out every case of this module, and what is lost of plots that others laid out."""
    town.plan(
        LAND,
        box(375, 650, 585, 690),
        3001,
        planstatus=3,
        planbestemmelse=4,
        plantype=35,
        lovreferanse=6,
        plannavn="Prøvefeltet øst for vegen",
        ikrafttredelsesdato="2022-04-28",
        vedtakEndeligPlanDato="2022-04-28",
    )
    no_demands(town, LAND)
    _safety_classes(town)
    _floods(town)
    _noise_in_a_deviation_area(town)
    _airport(town)
    _told_zones(town)
    _without_period(town)
    _large_building(town)
    _quiet_outdoor_area(town)
    how = "steep ground is a signal and no loss"
    town.truth("9999-900/93", "facts", "constraint_lost_m2", 0, how)


def _plot(town: FieldBuilder, number: int, code: int = 1111) -> tuple[str, Polygon]:
    plot, bnr = slot(BAND_H, number), 409 + number
    town.area(LAND, code, around(plot), f"L{bnr}", ((16, 40, None),))
    return town.plot(bnr, plot), plot


def _south(plot: Polygon, depth: float) -> Polygon:
    x, y, x_max, _ = plot.bounds
    return box(x - 3, y - 3, x_max + 3, y + depth)


def _north(plot: Polygon, depth: float) -> Polygon:
    x, _, x_max, y_max = plot.bounds
    return box(x - 3, y_max - depth, x_max + 3, y_max + 3)


def _safety_classes(town: FieldBuilder) -> None:
    plot_id, plot = _plot(town, 12)
    add_hazard(town, _south(plot, 10), "landslide", 5000)
    lost(town, plot_id, 0, 600, "1/5000 takes no land from ten homes or fewer (S2)")
    how = "1/5000 over the southern 20 × 10 m takes land from more than ten homes (S3)"
    town.truth(plot_id, "facts", "constraint_lost_s3_m2", 200, how)
    town.truth(plot_id, "facts", "constraint_usable_s3_m2", 400, how)
    town.truth(plot_id, "facts", "losses_exclusive_s3_m2", 200, how)
    town.truth(plot_id, "facts", "constraint_largest_piece_s3_m2", 400, how)
    town.truth(plot_id, "facts", "constraint_largest_piece_m2", 600, "all of it for small houses")


def _floods(town: FieldBuilder) -> None:
    plot_id, plot = _plot(town, 13)
    add_hazard(town, _south(plot, 15), "flood", 1000)
    add_hazard(town, _north(plot, 10), "flood", 20)
    how = "1/20 is more often than 1/200: the northern 20 × 10 m; 1/1000 over the south is not"
    lost(town, plot_id, 200, 600, how)
    town.truth(plot_id, "facts", "constraint_soft_share", 0.5, "1/1000 over 20 × 15 m is a signal")


def _noise_in_a_deviation_area(town: FieldBuilder) -> None:
    plot_id, plot = _plot(town, 14)
    x, y, x_max, y_max = plot.bounds
    area = box(x - 3, y - 3, x_max + 3, y_max + 3)
    values = {"bestemmelseOmrådeNavn": "#PFA", "type": "avviksområde støy"}
    town.feature(LAND, "RpBestemmelseOmråde", area, **values)
    text = "Boliger kan tillates i rød sone med stille side og stille uteareal."
    clause(town, LAND, "§ 8.1", "noise_deviation", text, over="#PFA", unit="", value_max=1)
    add_noise(town, box(x - 3, y - 3, x + 10, y_max + 3), "road", "red")
    add_noise(town, box(x + 15, y - 3, x_max + 3, y_max + 3), "aircraft", "red")
    how = "red road noise in a deviation area is soft; red aircraft noise over 5 × 30 m stays hard"
    lost(town, plot_id, 150, 600, how)
    how = "10 × 30 m of road noise and 5 × 30 m of aircraft noise"
    town.truth(plot_id, "facts", "constraint_noise_share", 0.75, how)
    how = "§ 8.1 hangs on the area #PFA, which covers the plot"
    town.truth(plot_id, "rules", "parameter.noise_deviation.value_max", 1, how)


def _airport(town: FieldBuilder) -> None:
    plot_id, plot = _plot(town, 15, code=1113)
    level = round(town.base_elevation_m) + 9
    text = f"Hinderflate for lufthavn (oppdiktet), kote {level}"
    values = {"sikring": 190, "hensynSonenavn": "H190_PF", "beskrivelse": text}
    town.feature(LAND, "RpSikringSone", _south(plot, 33), **values)
    clause(town, LAND, "§ 8.2", "storeys_max", "Inntil fire etasjer.", purpose="1113", value_max=4)
    lost(town, plot_id, 0, 600, "an airport surface caps heights and takes no land")
    how = f"kote {level} over ground at {level - 9} m"
    town.truth(plot_id, "facts", "constraint_height_cap_m", 9, how, tolerance=0.01)
    how = "240 m² BYA × 0.9 × storeys in 9 m, not the plan's four: 9 / 3.3 = 2.7, 3, 9 / 2.7 = 3.3"
    levels(town, plot_id, "plan_bra_{}_m2", (432, 648, 648), how)


def _told_zones(town: FieldBuilder) -> None:
    """Hensynssoner whose treatment hangs on their name or date."""
    plot_id, plot = _plot(town, 16)
    values = {"fare": 310, "hensynSonenavn": "H310_PF", "beskrivelse": "Kvikkleire (oppdiktet)"}
    town.feature(LAND, "RpFareSone", _south(plot, 33), **values)
    lost(town, plot_id, 0, 600, "H310 that says quick clay: soft, stability must be documented")
    town.truth(plot_id, "facts", "constraint_soft_share", 1, "all of the plot")

    plot_id, plot = _plot(town, 17)
    for shape, until in ((_south(plot, 15), "2020-12-31"), (_north(plot, 10), "2027-12-31")):
        values = {"båndlegging": 710, "hensynSonenavn": "H710_PF", "båndlagtFremTil": until}
        town.feature(LAND, "RpBåndleggingSone", shape, **values)
    how = "reserved pending a plan until 2027: the northern 20 × 10 m; until 2020 is over"
    lost(town, plot_id, 200, 600, how)


def _without_period(town: FieldBuilder) -> None:
    plot_id, plot = _plot(town, 18)
    add_hazard(town, _south(plot, 5), "landslide", None)
    add_hazard(town, _north(plot, 10), "flood", None, susceptible=True)
    how = "a landslide zone that does not say how often is hard: 20 × 5 m; susceptibility is soft"
    lost(town, plot_id, 100, 600, how)
    town.truth("9999-900/67", "facts", "constraint_soft_share", 1, "quick clay over all of it")


def _large_building(town: FieldBuilder) -> None:
    """All land under 1/5000: open to a building of ten homes (S2), not to one of eleven (S3)."""
    plot = slot(BAND_E, 18)
    town.area(NORTH, 1113, plot, "E223", ((17, 1000, None),))
    plot_id = town.plot(223, plot)
    clause(town, NORTH, "§ 3.14", "storeys_max", "Fire etasjer.", zone="E223", value_max=4)
    add_hazard(town, _south(plot, 33), "landslide", 5000)
    town.truth(plot_id, "facts", "constraint_usable_m2", 600, "for buildings of up to ten homes")
    town.truth(plot_id, "facts", "constraint_usable_s3_m2", 0, "none for larger ones")
    how = "1,000 m² BRA / 82.35 = 12.1 and / 94.71 = 10.6, but ten in one building of class S2; "
    homes(town, plot_id, (10, 10, 14), how + "high trusts in several: / 70 = 14.3")
    town.truth(plot_id, "rules", "plan_interval_causes", "safety_class", how)


def _quiet_outdoor_area(town: FieldBuilder) -> None:
    """Outdoor area above the yellow noise limit counts 0 (T-1442); high trusts that it is screened.

    200 % BRA and two storeys: only MUA is short.
    """
    for number, share, least, expected, how in (
        (14, 1.0, 100, (0, 0, 3), "no quiet land; screened 600 / (100 + 77.92) = 3.37"),
        (15, 0.5, 160, (1, 1, 2), "300 m² quiet / 160 = 1.9; screened 600 / (160 + 77.92) = 2.52"),
    ):
        plot, bnr = slot(BAND_B, number), 61 + number
        plot_id = newest_field(town, bnr, plot, figures=((18, 200, None),))
        x, y, _, y_max = plot.bounds
        add_noise(town, box(x - 3, y - 3, x + 20 * share, y_max + 3), "road", "yellow")
        text = f"Minst {least} m² uteoppholdsareal pr boenhet."
        clause(town, NEWEST, f"PF § 3.{number}", "outdoor_per_home_m2", text, zone=f"BFS{bnr}",
               unit="m2", value_min=least)  # fmt: skip
        town.truth(plot_id, "facts", "constraint_noise_share", share, "yellow road noise")
        homes(town, plot_id, expected, how)
        town.truth(plot_id, "rules", "plan_interval_causes", "noise_outdoor", how)
