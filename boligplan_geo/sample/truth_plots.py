"""Cases of the test field that turn on plans: which governs, and what it permits.

Bands from the south: A and B lie in the field's own newest plan (Prøvefeltet, 2023), C under the
kommuneplan alone, D under the kommuneplan with older plans beneath it. Every plot of A, B and D
is alone in its plan field, so that a figure is the same read per plot and per field.
"""

from __future__ import annotations

from shapely import Polygon, box

from boligplan_geo.sample.truth_builder import KPA, FieldBuilder
from boligplan_geo.sample.truth_ground import around, slot

NEWEST, OLD_LAW, UNDER_910 = "2023-004", "2001-002", "2012-008"
BAND_A, BAND_B, BAND_C, BAND_D = 45.0, 95.0, 155.0, 205.0
TYPES_IN_M2 = {13, 15, 17}


def lay_out(town: FieldBuilder) -> None:
    """Lay out plans and every case of this module."""
    _open_plans(town)
    _utilisation_types(town)
    _split_purposes(town)
    _older_plans(town)


def newest_field(
    town: FieldBuilder,
    bnr: int,
    plot: Polygon,
    code: int = 1111,
    figures: tuple[tuple[int, int | None, int | None], ...] = ((16, 30, None),),
) -> str:
    """A plot alone in its own field of the newest plan, which reaches 5 m further on every side.

    A figure in square metres is the field's, so that field is exactly the plot.
    """
    is_area = any(TYPES_IN_M2.intersection({figure[0]}) for figure in figures)
    town.area(NEWEST, code, plot if is_area else around(plot), f"BFS{bnr}", figures)
    return town.plot(bnr, plot)


def _open_plans(town: FieldBuilder) -> None:
    band_ab, band_d = box(15, 40, 585, 130), box(15, 200, 165, 240)
    shared = {"planstatus": 3, "planbestemmelse": 4, "vertikalnivå": 2}
    town.plan(
        NEWEST,
        band_ab,
        3001,
        **shared,
        plantype=35,
        lovreferanse=6,
        plannavn="Prøvefeltet",
        ikrafttredelsesdato="2023-05-10",
        vedtakEndeligPlanDato="2023-05-10",
    )
    town.plan(
        OLD_LAW,
        band_d,
        430,
        **shared,
        plantype=30,
        lovreferanse=4,
        plannavn="Prøvefeltet, eldre del",
        ikrafttredelsesdato="2001-09-20",
        vedtakEndeligPlanDato="2001-09-20",
    )
    town.plan(
        UNDER_910,
        box(225, 200, 285, 240),
        3001,
        **shared,
        plantype=35,
        lovreferanse=6,
        plannavn="Prøvefeltet øst",
        ikrafttredelsesdato="2012-03-15",
        vedtakEndeligPlanDato="2012-03-15",
    )
    town.area(NEWEST, 2011, box(15, 80, 585, 90), "o_SKV1")
    # older figures lie under two slots only: under plot 1, and under plot 19 (truth_homes)
    for number in (0, 18):
        town.area(KPA, 1110, around(slot(BAND_A, number)), "PF2", ((16, 20, None),))
    town.area(KPA, 1110, box(45, 40, 555, 80), "PF1")
    town.area(KPA, 1110, box(15, 80, 585, 130), "PF1")
    town.area(KPA, 1110, band_d, "PF4")  # no figure on the map: the older plan fills
    town.area(KPA, 2010, box(15, 190, 585, 200))
    no_demand = "Oppdiktet: Det stilles ikke krav i dette feltet."
    for purpose in ("1111", "1130"):
        key = {"zone_name": "", "land_use_code": purpose, "zone_code": "", "basis_code": "plot"}
        town.provision(
            NEWEST, "PF § 2.1", "parking_per_home", no_demand, value_min=0, unit="count", **key
        )
        town.provision(
            NEWEST, "PF § 2.2", "outdoor_per_home_m2", no_demand, value_min=0, unit="m2", **key
        )
        town.provision(
            NEWEST,
            "PF § 2.3",
            "storeys_max",
            "Oppdiktet: Inntil to etasjer.",
            value_max=2,
            unit="count",
            **key,
        )


def _utilisation_types(town: FieldBuilder) -> None:
    """Types 10, 11, 15 to 18, two figures at once, and a unit cap."""
    cases: list[tuple[tuple[tuple[int, int | None, int | None], ...], float, str]] = [
        (((16, 30, None),), 180, "type 16: 30 % of 600 m²; the 20 % of 2019 are older"),
        (((15, 150, None),), 150, "type 15: 150 m², the plot alone in its field"),
        (((16, 30, None), (17, 200, None)), 180, "types 16 and 17: BYA from 30 % of 600 m²"),
        (((10, None, None),), 0, "type 10: no building is permitted"),
    ]
    for number, (figures, bya, how) in enumerate(cases):
        plot_id = newest_field(town, number + 1, slot(BAND_A, number), figures=figures)
        town.truth(plot_id, "facts", "plan_net_plot_m2", 600, "20 × 30 m wholly inside its field")
        for level in ("low", "mid", "high"):
            town.truth(plot_id, "rules", f"plan_bya_{level}_m2", bya, how)
        town.truth(
            plot_id, "facts", "plan_id", NEWEST, "2023 is newer than the kommuneplan of 2019"
        )
    town.truth("9999-900/1", "facts", "plan_land_use_code", "1111", "the field's purpose")
    town.truth("9999-900/1", "facts", "plan_regime_code", "rp2008", "a reguleringsplan of pbl 2008")
    town.truth("9999-900/1", "rules", "plan_homes_max_count", None, "no clause caps the units")
    town.truth("9999-900/1", "facts", "plot_area_m2", 600, "20 × 30 m")
    how = "type 17 gives 200 m² outright, less than 180 m² on two storeys: the strictest counts"
    town.truth("9999-900/3", "rules", "plan_bra_mid_m2", 200, how)
    town.truth("9999-900/4", "rules", "plan_bra_mid_m2", 0, "type 10: no building is permitted")
    town.truth("9999-900/4", "rules", "potential_plan_homes_high_count", 0, "type 10: none")
    _use_area_types(town)
    _no_further_building(town)
    _unit_cap(town)


def _use_area_types(town: FieldBuilder) -> None:
    plot_id = newest_field(town, 5, slot(BAND_A, 4), figures=((17, 300, None),))
    how = "type 17: 300 m² BRA outright, the plot alone in its field"
    for level in ("low", "mid", "high"):
        town.truth(plot_id, "rules", f"plan_bra_{level}_m2", 300, how)
    plot_id = newest_field(town, 6, slot(BAND_A, 5), figures=((18, 60, None),))
    how = "type 18: 60 % of the net plot, 600 m²"
    for level in ("low", "mid", "high"):
        town.truth(plot_id, "rules", f"plan_bra_{level}_m2", 360, how)


def _no_further_building(town: FieldBuilder) -> None:
    plot = slot(BAND_A, 6)
    plot_id = newest_field(town, 7, plot, figures=((11, None, None),))
    x, y, *_ = plot.bounds
    town.building(plot_id, box(x + 5, y + 10, x + 15, y + 18), bra=150)
    town.truth(plot_id, "facts", "built_bya_m2", 80, "one house of 10 × 8 m")
    how = "type 11: nothing more than what stands"
    town.truth(plot_id, "rules", "potential_plan_homes_mid_count", 0, how)
    town.truth(plot_id, "rules", "potential_bra_mid_m2", 0, how)


def _unit_cap(town: FieldBuilder) -> None:
    plot = slot(BAND_A, 7)
    plot_id = newest_field(town, 8, plot, figures=((18, 200, None),))
    town.feature(
        NEWEST,
        "RpBestemmelseOmråde",
        around(plot),
        bestemmelseOmrådeNavn="#PF1",
        type="fortettingsområde",
    )
    town.provision(
        NEWEST,
        "PF § 3.1",
        "homes_max",
        "Oppdiktet: Inntil tre boenheter pr tomt.",
        zone_name="",
        land_use_code="",
        zone_code="#PF1",
        value_max=3,
        unit="count",
        basis_code="plot",
    )
    town.truth(plot_id, "rules", "plan_homes_max_count", 3, "at most three homes a plot (#PF1)")
    how = "type 18: 200 % of 600 m²"
    town.truth(plot_id, "rules", "plan_bra_mid_m2", 1200, how)
    how = "1,200 m² BRA holds more than three homes of any kind, so the cap of 3 binds; none stands"
    town.truth(plot_id, "rules", "potential_plan_homes_mid_count", 3, how)


def _split_purposes(town: FieldBuilder) -> None:
    """Plots that only partly lie in a purpose that carries building (TEK17 § 5-8)."""
    plot = slot(BAND_A, 8)  # half housing, half green
    x, y, x_max, y_max = around(plot).bounds
    town.area(NEWEST, 1111, box(x, y, x + 15, y_max), "BFS9", ((16, 30, None),))
    town.area(NEWEST, 3040, box(x + 15, y, x_max, y_max), "f_FRI9")
    plot_id = town.plot(9, plot)
    town.truth(plot_id, "facts", "plan_net_plot_m2", 300, "the western 10 × 30 m is housing")
    town.truth(plot_id, "rules", "plan_bya_mid_m2", 90, "30 % of 300 m² net plot")

    plot = slot(BAND_A, 9)  # two housing fields with different figures
    x, y, x_max, y_max = around(plot).bounds
    town.area(NEWEST, 1111, box(x, y, x + 15, y_max), "BFS10a", ((16, 30, None),))
    town.area(NEWEST, 1111, box(x + 15, y, x_max, y_max), "BFS10b", ((16, 50, None),))
    plot_id = town.plot(10, plot)
    town.truth(plot_id, "facts", "plan_net_plot_m2", 600, "both halves are housing")
    town.truth(plot_id, "rules", "plan_bya_mid_m2", 240, "30 % of 300 m² and 50 % of 300 m²")

    plot = slot(BAND_A, 10)  # the street runs inside the boundary
    x, y, x_max, y_max = around(plot).bounds
    town.area(NEWEST, 1111, box(x, y, x_max, y + 25), "BFS11", ((16, 30, None),))
    town.area(NEWEST, 2011, box(x, y + 25, x_max, y_max), "o_SKV2")
    plot_id = town.plot(11, plot)
    town.truth(plot_id, "facts", "plan_net_plot_m2", 400, "the northern 20 × 10 m is street")
    town.truth(plot_id, "facts", "plot_area_m2", 600, "20 × 30 m, the street's part included")
    town.truth(plot_id, "rules", "plan_bya_mid_m2", 120, "30 % of 400 m² net plot")

    plot_id = newest_field(town, 12, slot(BAND_A, 11), code=3040, figures=())
    town.truth(plot_id, "facts", "plan_net_plot_m2", 0, "wholly public recreation area (3040)")
    town.truth(plot_id, "rules", "plot_status_code", "excluded", "green structure carries no homes")

    plot = slot(BAND_A, 12)  # a sliver of the neighbouring purpose
    x, y, x_max, y_max = around(plot).bounds
    town.area(NEWEST, 1111, box(x + 5.1, y, x_max, y_max), "BFS13", ((16, 30, None),))
    town.area(NEWEST, 3040, box(x, y, x + 5.1, y_max), "f_FRI13")
    plot_id = town.plot(13, plot)
    how = "0.1 × 30 m = 3 m² of green is under 1 % and under 5 m²: it joins the housing part"
    town.truth(plot_id, "facts", "plan_net_plot_m2", 600, how)


def _older_plans(town: FieldBuilder) -> None:
    """Kommuneplan of 2019 above plans of 2001 (types 12 to 14) and 2012 (with and without 910)."""
    for number, (figure, quantity, value, how) in enumerate(
        [
            ((12, 25, None), "plan_bya_mid_m2", 150, "type 12 (BF 1997): 25 % of 600 m²"),
            ((13, 240, None), "plan_bra_mid_m2", 240, "type 13: T-BRA 240 m², alone in its field"),
            ((14, 50, None), "plan_bra_mid_m2", 300, "type 14: %-TU 50 % of 600 m²"),
        ]
    ):
        plot = slot(BAND_D, number)
        shape = plot if figure[0] in TYPES_IN_M2 else around(plot)
        town.area(OLD_LAW, 111, shape, f"B{number + 1}", (figure,))
        plot_id = town.plot(31 + number, plot)
        silent = "; the newer kommuneplan gives no figure here, so the older plan fills"
        town.truth(plot_id, "rules", quantity, value, how + silent)
        town.truth(plot_id, "facts", "plan_id", KPA, "2019 is newer than 2001")
        town.truth(plot_id, "facts", "plan_land_use_code", "1110", "the kommuneplan's purpose")

    plot = slot(BAND_D, 7)  # the newer kommuneplan is stricter, no zone 910
    town.area(UNDER_910, 1111, around(plot), "BFS1", ((16, 40, None),))
    town.area(KPA, 1110, around(plot), "PF5", ((16, 20, None),))
    plot_id = town.plot(34, plot)
    for level in ("low", "mid", "high"):
        how = "20 % of 600 m²: the kommuneplan of 2019 is newer than the 40 % of 2012"
        town.truth(plot_id, "rules", f"plan_bya_{level}_m2", 120, how)

    plot = slot(BAND_D, 8)  # the same, with zone 910
    town.area(UNDER_910, 1111, around(plot), "BFS2", ((16, 40, None),))
    town.area(KPA, 1110, around(plot), "PF6", ((16, 20, None),))
    zone = around(plot)
    town.feature(KPA, "KpDetaljeringSone", zone, detaljering=910, hensynSonenavn="H910_PF")
    plot_id = town.plot(35, plot)
    how = "zone 910 is disputed: low reads the newer kommuneplan, 20 % of 600 m²"
    town.truth(plot_id, "rules", "plan_bya_low_m2", 120, how)
    how = "zone 910 is disputed: high reads the older plan, 40 % of 600 m²"
    town.truth(plot_id, "rules", "plan_bya_high_m2", 240, how)
    town.truth(plot_id, "rules", "plan_bya_mid_m2", 120, "mid reads the newest plan")
