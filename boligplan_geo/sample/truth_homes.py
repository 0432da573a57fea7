"""Cases of the test field that turn on homes: BRA and homes under the default Assumptions.

Detached homes (1111) take 165 m² BRA (± 15 %), homes in blocks 70 m² in themselves and
70 / 0.85 m² of their block. A storey holds 0.9 m² BRA a m² of footprint. Prøvefeltet asks for
no parking and no outdoor area, so that only its figures bind. Unknown inputs make the interval:
low takes the largest home, high the smallest.
"""

from __future__ import annotations

from shapely import box

from boligplan_geo.sample.truth_builder import FieldBuilder
from boligplan_geo.sample.truth_ground import around, slot
from boligplan_geo.sample.truth_plots import BAND_A, BAND_D, NEWEST, OLD_LAW, newest_field

LEVELS = ("low", "mid", "high")


def lay_out(town: FieldBuilder) -> None:
    """Lay out every case of this module, and the homes of plots that others laid out."""
    _vacant(town)
    _shared_budget(town)
    _after_phasing(town)
    _beside_a_house(town)
    _centre(town)
    _filled_by_the_older_plan(town)
    _older_measures(town)


def _homes(town: FieldBuilder, plot_id: str, counts: tuple[int, int, int], how: str) -> None:
    for level, count in zip(LEVELS, counts, strict=True):
        quantity = f"potential_plan_homes_{level}_count"
        town.truth(plot_id, "rules", quantity, count, how)


def _vacant(town: FieldBuilder) -> None:
    how = "180 m² BYA × 2 storeys × 0.9"
    town.truth("9999-900/1", "rules", "plan_bra_mid_m2", 324, how)
    how = "324 m² BRA / 165 m² = 1.96; / 189.75 = 1.71; / 140.25 = 2.31"
    _homes(town, "9999-900/1", (1, 1, 2), how)
    town.truth("9999-900/1", "rules", "potential_kind_code", "vacant", "nothing stands")
    how = "200 m² BRA / 165 m² = 1.21; / 189.75 = 1.05; / 140.25 = 1.43"
    _homes(town, "9999-900/3", (1, 1, 1), how)
    how = "300 m² BRA / 165 m² = 1.82; / 189.75 = 1.58; / 140.25 = 2.14"
    _homes(town, "9999-900/5", (1, 1, 2), how)
    how = "360 m² BRA / 165 m² = 2.18; / 189.75 = 1.90; / 140.25 = 2.57"
    _homes(town, "9999-900/6", (1, 2, 2), how)
    how = "90 m² BYA × 2 × 0.9 = 162 m²: / 165 = 0.98; / 140.25 = 1.16"
    _homes(town, "9999-900/9", (0, 0, 1), how)
    town.truth(
        "9999-900/8",
        "rules",
        "plan_binding_clause_id",
        "PF § 3.1",
        "the cap of 3 homes is less than what BRA and land hold",
    )
    how = "a storey more: 180 m² × 3 × 0.9 = 486 m² BRA / 165 = 2.95, one home more"
    town.truth("9999-900/1", "rules", "potential_gain_storey_homes_count", 1, how)
    how = "31 %: 186 m² × 2 × 0.9 = 334.8 m² BRA / 165 = 2.03, one home more"
    town.truth("9999-900/1", "rules", "potential_gain_bya_point_homes_count", 1, how)
    how = "334.8 / 165 less 324 / 165"
    quantity = "potential_gain_bya_point_unrounded_count"
    town.truth("9999-900/1", "rules", quantity, 10.8 / 165, how)
    how = "the cap of 3 binds: one home more under it is one home more"
    town.truth("9999-900/8", "rules", "potential_gain_unit_homes_count", 1, how)
    how = "the cap of 3 binds: a storey more gives nothing"
    town.truth("9999-900/8", "rules", "potential_gain_storey_homes_count", 0, how)
    how = "type 10 leaves no home"
    town.truth("9999-900/4", "rules", "plot_status_code", "excluded", how)
    how = "red aircraft noise leaves no usable land"
    _homes(town, "9999-900/62", (0, 0, 0), how)
    town.truth("9999-900/62", "rules", "plot_status_code", "excluded", how)
    how = "240 m² BYA × 2 × 0.9 = 432 m² in all: / 165 = 2.62; / 189.75 = 2.28; / 140.25 = 3.08"
    _homes(town, "9999-900/10", (2, 2, 3), how)


def _shared_budget(town: FieldBuilder) -> None:
    """Two plots share one field of 600 m² BRA, by area."""
    x, y = slot(BAND_A, 13).bounds[:2]
    left, right = box(x, y, x + 20, y + 30), box(x + 20, y, x + 30, y + 30)
    town.area(NEWEST, 1111, box(x, y, x + 30, y + 30), "BFS14", ((17, 600, None),))
    first, second = town.plot(14, left), town.plot(15, right)
    how = "600 m² BRA for the field, shared by area: 600 of its 900 m²"
    town.truth(first, "rules", "plan_bra_mid_m2", 400, how)
    how = "600 m² BRA for the field, shared by area: 300 of its 900 m²"
    town.truth(second, "rules", "plan_bra_mid_m2", 200, how)


def _after_phasing(town: FieldBuilder) -> None:
    plot = slot(BAND_A, 15)
    plot_id = newest_field(town, 16, plot, figures=((18, 60, None),))
    town.feature(
        NEWEST, "RpInfrastrukturSone", around(plot), infrastruktur=430, hensynSonenavn="H430_PF"
    )
    how = "360 m² BRA / 165 m² = 2.18, after the phasing demand of H430"
    town.truth(plot_id, "rules", "potential_plan_homes_mid_count", 2, how)
    town.truth(plot_id, "rules", "potential_after_phasing_homes_count", 2, how)
    town.truth(plot_id, "rules", "potential_now_homes_count", 0, how)


def _beside_a_house(town: FieldBuilder) -> None:
    plot = slot(BAND_A, 16)
    plot_id = newest_field(town, 17, plot)
    x, y, *_ = plot.bounds
    town.building(plot_id, box(x + 5, y + 10, x + 15, y + 18), bra=140)
    how = "180 m² BYA × 2 × 0.9 = 324 m² BRA less the 140 m² that stand"
    town.truth(plot_id, "rules", "potential_bra_mid_m2", 184, how)
    how = "184 m² BRA / 165 m² = 1.12; / 189.75 = 0.97; / 140.25 = 1.31; ground 100 m² holds 1.09"
    _homes(town, plot_id, (0, 1, 1), how)
    town.truth(plot_id, "rules", "potential_kind_code", "infill", "a house stands")


def _centre(town: FieldBuilder) -> None:
    plot = slot(BAND_A, 17)
    plot_id = newest_field(town, 18, plot, code=1130, figures=((17, 1000, None),))
    how = "1,000 m² BRA × 0.6 / (70 / 0.85) = 7.29; × 0.4 / 94.7 = 4.22; × 0.8 / 70 = 11.43"
    _homes(town, plot_id, (4, 7, 11), how)


def _filled_by_the_older_plan(town: FieldBuilder) -> None:
    plot_id = newest_field(town, 19, slot(BAND_A, 18), figures=((17, 300, None),))
    how = "the newest plan gives 300 m² BRA and no BYA: the 20 % of the kommuneplan fill"
    town.truth(plot_id, "rules", "plan_bya_mid_m2", 120, how)
    how = "the stricter of 300 m² and 120 m² BYA × 2 storeys × 0.9"
    town.truth(plot_id, "rules", "plan_bra_mid_m2", 216, how)


def _older_measures(town: FieldBuilder) -> None:
    """BYA-87 and U-grad: read by their own law, so with an interval of ± 10 %."""
    plot = slot(BAND_D, 3)
    town.area(OLD_LAW, 111, around(plot), "B4", ((1, 25, None),))
    plot_id = town.plot(36, plot)
    for level, value in zip(LEVELS, (135.0, 150.0, 165.0), strict=True):
        how = "type 1 (BYA-87): 25 % of 600 m², ± 10 % for the older definition"
        town.truth(plot_id, "rules", f"plan_bya_{level}_m2", value, how)

    plot = slot(BAND_D, 4)
    town.area(OLD_LAW, 111, around(plot), "B5")
    plot_id = town.plot(37, plot)
    town.provision(
        OLD_LAW,
        "§ 4",
        "utilisation_4",
        "Oppdiktet: U-grad skal ikke overstige 0,25.",
        zone_name="B5",
        land_use_code="111",
        zone_code="",
        value_max=0.25,
        unit="ratio",
        basis_code="plot",
    )
    for level, value in zip(LEVELS, (124.2, 138.0, 151.8), strict=True):
        how = "type 4 (U-grad): 0.25 × 600 m² gross × 0.92 to BRA, ± 10 % for the older definition"
        town.truth(plot_id, "rules", f"plan_bra_{level}_m2", value, how)
