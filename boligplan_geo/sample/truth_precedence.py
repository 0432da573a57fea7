"""Cases of the test field that turn on which plan governs (band G; pbl § 1-5).

The kommuneplan is of 2019. A newer plan governs where they conflict and an older one fills what
it leaves open, unless an express provision or the user's table says otherwise.
"""

from __future__ import annotations

from shapely import box

from boligplan_geo.sample.truth_builder import KPA, FieldBuilder
from boligplan_geo.sample.truth_fields import Figures, clause, homes, levels, no_demands
from boligplan_geo.sample.truth_ground import around, slot
from boligplan_geo.sample.truth_older import BAND_G

BESIDE, EXPRESS, BY_TABLE = "2012-011", "2012-012", "2012-013"
KEPT_SERVICES, KEPT_HOMES = "2012-014", "2012-015"
AREA_PLAN, SAME_DAY, MISWRITTEN = "2020-001", "2020-002", "2020-003"
PROPOSAL, DEFERRED = "2025-001", "2024-009"
KDP_1999, UNDER_KDP = "1999-K2", "1995-006"


def lay_out(town: FieldBuilder) -> None:
    """Lay out every case of this module."""
    _beside(town)
    _express_and_table(town)
    _same_day(town)
    _under_way(town)
    _zone_910(town)
    _older_kommunedelplan(town)
    _miswritten(town)


def own_plan(
    town: FieldBuilder,
    plan_id: str,
    number: int,
    code: int,
    figures: Figures,
    *,
    date: str | None,
    band: float = BAND_G,
    plan_type: int = 35,
    law: int = 6,
    status: int = 3,
    proposer: int | None = None,
    in_m2: bool = False,
) -> None:
    """A reguleringsplan over one slot alone."""
    plot = slot(band, number)
    town.plan(
        plan_id,
        around(plot),
        3001 if law == 6 else 430,
        planstatus=status,
        planbestemmelse=4,
        plantype=plan_type,
        lovreferanse=law,
        plannavn=f"Prøvefeltet {plan_id}",
        ikrafttredelsesdato=date,
        vedtakEndeligPlanDato=date,
        forslagsstillerType=proposer,
    )
    town.area(plan_id, code, plot if in_m2 else around(plot), f"B{plan_id}", figures)


def _kommuneplan(
    town: FieldBuilder, number: int, code: int = 1110, figures: Figures = ((16, 20, None),)
) -> None:
    town.area(KPA, code, around(slot(BAND_G, number)), f"PG{number}", figures)


def _beside(town: FieldBuilder) -> None:
    """BYA of the newer plan and BRA of the older do not conflict: both hold."""
    _kommuneplan(town, 6, figures=((16, 30, None),))
    own_plan(town, BESIDE, 6, 1111, ((17, 200, None),), date="2012-06-14", in_m2=True)
    plot_id = town.plot(311, slot(BAND_G, 6))
    town.truth(plot_id, "rules", "plan_bya_mid_m2", 180, "30 % of 600 m², the kommuneplan of 2019")
    how = "200 m² of the plan of 2012, less than 180 m² BYA × 2 storeys × 0.9: both hold"
    town.truth(plot_id, "rules", "plan_bra_mid_m2", 200, how)
    why = "parameter.utilisation_17.why_code"
    town.truth(plot_id, "rules", why, "filled_beside_utilisation", "an older figure beside a newer")


def _express_and_table(town: FieldBuilder) -> None:
    forty = ((16, 40, None),)
    for plan_id, number, bnr in ((EXPRESS, 7, 312), (BY_TABLE, 8, 313)):
        _kommuneplan(town, number)
        own_plan(town, plan_id, number, 1111, forty, date="2012-08-30")
        town.plot(bnr, slot(BAND_G, number))
    text = "Planen gjelder foran kommuneplanens arealdel."
    clause(town, EXPRESS, "§ 1.3", "prevails", text, unit="", value_max=1, other_plan_id=KPA)
    town.add(
        "plan_overrides",
        override_id="PF-1",
        prevailing_plan_id=BY_TABLE,
        yielding_plan_id=KPA,
        note="Oppdiktet: kommunen har avklart at planen fra 2012 går foran",
    )
    for plot_id, plan_id, reason in (
        ("9999-900/312", EXPRESS, "express_provision"),
        ("9999-900/313", BY_TABLE, "override"),
    ):
        how = "40 % of 600 m²: the plan of 2012 goes before the 20 % of 2019"
        levels(town, plot_id, "plan_bya_{}_m2", (240, 240, 240), how)
        town.truth(plot_id, "facts", "plan_id", plan_id, how)
        town.truth(plot_id, "facts", "part.governs_reason", reason, "what put it first")
    town.truth("9999-900/312", "rules", "parameter.utilisation_16.why_code", "express_provision",
               "§ 1.3 says that the plan prevails")  # fmt: skip
    town.truth("9999-900/313", "rules", "parameter.utilisation_16.source_code", "override",
               "the user's table decides")  # fmt: skip


def _same_day(town: FieldBuilder) -> None:
    _kommuneplan(town, 10)
    day = "2020-02-27"
    own_plan(town, AREA_PLAN, 10, 1111, ((16, 40, None),), date=day, plan_type=34)
    own_plan(town, SAME_DAY, 10, 1111, ((16, 25, None),), date=day)
    plot_id = town.plot(314, slot(BAND_G, 10))
    how = "of two plans of one day the detaljregulering goes first: 25 % of 600 m², not 40 %"
    levels(town, plot_id, "plan_bya_{}_m2", (150, 150, 150), how)
    town.truth(plot_id, "facts", "plan_id", SAME_DAY, how)
    town.truth(plot_id, "facts", "part.governs_reason", "same_date", how)


def _under_way(town: FieldBuilder) -> None:
    """A proposal and a plan of deferred effect are no law yet, and count where one asks for it."""
    for number, bnr, plan_id, status, date, percent in (
        (11, 315, PROPOSAL, 2, None, 60),
        (12, 316, DEFERRED, 6, "2024-11-20", 45),
    ):
        _kommuneplan(town, number, figures=((16, 30, None),))
        figures = ((16, percent, None),)
        own_plan(town, plan_id, number, 1113, figures, date=date, status=status)
        plot_id = town.plot(bnr, slot(BAND_G, number))
        how = f"30 % of 600 m²: planstatus {status} is no plan in force"
        levels(town, plot_id, "plan_bya_{}_m2", (180, 180, 180), how)
        town.truth(plot_id, "facts", "plan_id", KPA, how)
        how = f"{percent} % of 600 m², if the plan were adopted"
        value = 6.0 * percent
        town.truth(plot_id, "rules", "plan_bya_mid_m2", value, how, plans="proposed")
        town.truth(plot_id, "facts", "plan_id", plan_id, how, plans="proposed")
        town.truth(plot_id, "facts", "plan_land_use_code", "1113", how, plans="proposed")


def _zone_910(town: FieldBuilder) -> None:
    """Zone 910 where the two plans disagree about the purpose: homes hang on the reading."""
    thirty = ((16, 30, None),)
    for number, bnr, plan_id, newer, older in (
        (13, 317, KEPT_SERVICES, 1110, 1161),
        (14, 318, KEPT_HOMES, 1160, 1111),
    ):
        _kommuneplan(town, number, newer, thirty)
        own_plan(town, plan_id, number, older, thirty, date="2012-03-15")
        zone = around(slot(BAND_G, number))
        values = {"detaljering": 910, "hensynSonenavn": f"H910_PG{number}"}
        town.feature(KPA, "KpDetaljeringSone", zone, **values)
        town.plot(bnr, slot(BAND_G, number))
    no_demands(town, KEPT_HOMES)
    how = "low reads the plan of 2012, a kindergarten: no homes"
    town.truth("9999-900/317", "rules", "potential_plan_homes_low_count", 0, how)
    how = "mid reads the kommuneplan of 2019: homes"
    town.truth("9999-900/317", "facts", "plan_land_use_code", "1110", how)
    town.truth("9999-900/317", "rules", "plan_interval_causes", "zone_910", "two readings")
    town.truth("9999-900/317", "facts", "part.disputed_land_use_code", "1161", "the other reading")
    how = "mid reads the kommuneplan of 2019, services: no homes"
    town.truth("9999-900/318", "rules", "potential_plan_homes_mid_count", 0, how)
    town.truth("9999-900/318", "facts", "plan_land_use_code", "1160", how)
    town.truth("9999-900/318", "facts", "part.disputed_land_use_code", "1111", "the other reading")
    how = "high reads the plan of 2012: 180 m² BYA × 2 × 0.9 = 324 m² BRA / 140.25 = 2.31"
    town.truth("9999-900/318", "rules", "potential_plan_homes_high_count", 2, how)


def _older_kommunedelplan(town: FieldBuilder) -> None:
    """A kommunedelplan of pbl 1985: where it is exempt from effect, what lies under it fills."""
    extent = box(465, 600, 555, 640)
    town.area(KPA, 1110, extent, "PG15")
    town.plan(
        KDP_1999,
        extent,
        170,
        planstatus=3,
        planbestemmelse=4,
        plantype=21,
        lovreferanse=4,
        plannavn="Prøvefeltet, kommunedelplan 1999",
        ikrafttredelsesdato="1999-09-09",
        vedtakEndeligPlanDato="1999-09-09",
    )
    town.area(KDP_1999, 110, extent, "KB1", ((12, 25, None),))
    bya_87 = ((1, 35, None),)
    own_plan(town, UNDER_KDP, 15, 111, bya_87, date="1995-02-16", plan_type=30, law=4)
    town.feature(KDP_1999, "KpRestriksjonOmråde", around(slot(BAND_G, 15)), restriksjon=141)
    town.feature(KDP_1999, "KpRestriksjonOmråde", around(slot(BAND_G, 17)), restriksjon=110)
    exempt, plain, demanded = (
        town.plot(bnr, slot(BAND_G, number)) for bnr, number in ((319, 15), (320, 16), (321, 17))
    )
    how = "the kommunedelplan has no effect here (141): 35 % BYA-87 of 600 m² of 1995, ± 10 %"
    levels(town, exempt, "plan_bya_{}_m2", (189, 210, 231), how)
    how = "25 % of 600 m², type 12: measured by the rules of 1997, as today"
    levels(town, plain, "plan_bya_{}_m2", (150, 150, 150), how)
    how = "the kommunedelplan demands a plan first (restriction area 110)"
    town.truth(demanded, "rules", "potential_now_homes_count", 0, how)
    town.truth(demanded, "rules", "potential_when_clause_id", "H110", how)


def _miswritten(town: FieldBuilder) -> None:
    """A share written where a percentage belongs is read as what it must mean, and told."""
    own_plan(town, MISWRITTEN, 18, 1111, (), date="2020-05-28")
    no_demands(town, MISWRITTEN)
    text = "Tillatt bebygd areal er 0,30."
    clause(town, MISWRITTEN, "§ 3", "utilisation_16", text, unit="%", value_max=0.30)
    plot_id = town.plot(322, slot(BAND_G, 18))
    how = "0.30 % cannot be meant: 30 % of 600 m²"
    levels(town, plot_id, "plan_bya_{}_m2", (180, 180, 180), how)
    reason = "parameter.utilisation_16.parameter_reason"
    town.truth(plot_id, "rules", reason, "percent_as_share", how)
    homes(town, plot_id, (1, 1, 2), "180 m² BYA × 2 × 0.9 = 324 m²: / 165 = 1.96; 1.71; 2.31")
