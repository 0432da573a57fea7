"""Cases of the test field that turn on when homes may be built (band H, west).

Each plot is 20 × 30 m and vacant; 60 % BRA gives 360 / 165 = 2.18, so 2 homes, and 120 % gives
720 / 165 = 4.36, so 4. What must come first decides whether they are buildable now, after a
phasing demand, or after a detail plan. The plan data is of 31 December 2024.
"""

from __future__ import annotations

from shapely import box

from boligplan_geo.sample.truth_builder import KPA, FieldBuilder
from boligplan_geo.sample.truth_fields import clause, no_demands
from boligplan_geo.sample.truth_ground import around, slot
from boligplan_geo.sample.truth_precedence import own_plan

READY, LAPSED, BEGUN = "2022-005", "2011-015", "2011-016"
BAND_H = 655.0
STAGES = ("now", "after_phasing", "after_plan")
PRIVATE = 2  # forslagsstillerType, as the config of the sample reads it


def lay_out(town: FieldBuilder) -> None:
    """Lay out every case of this module."""
    town.plan(
        READY,
        box(15, 650, 285, 690),
        3001,
        planstatus=3,
        planbestemmelse=4,
        plantype=34,
        lovreferanse=6,
        plannavn="Prøvefeltet, områdeplan",
        ikrafttredelsesdato="2022-03-24",
        vedtakEndeligPlanDato="2022-03-24",
    )
    no_demands(town, READY)
    _plan_demands(town)
    _phasing(town)
    _temporary_bans(town)
    _private_plans(town)


def _zone(town: FieldBuilder, number: int, percent: int) -> tuple[str, str]:
    """A plot alone in its zone; the zone and the plot's id."""
    name = f"H{number + 1}"
    town.area(READY, 1111, around(slot(BAND_H, number)), name, ((18, percent, None),))
    return name, town.plot(401 + number, slot(BAND_H, number))


def _when(
    town: FieldBuilder, plot_id: str, stage: str, count: int, cited: str | None, how: str
) -> None:
    """All homes of a plot wait for one thing, and a clause says for what."""
    for name in STAGES:
        value = count if name == stage else 0
        town.truth(plot_id, "rules", f"potential_{name}_homes_count", value, how)
    town.truth(plot_id, "rules", "potential_when_clause_id", cited, how)


def _plan_demands(town: FieldBuilder) -> None:
    zone, plot_id = _zone(town, 0, 60)
    text = "Det kreves detaljregulering før tiltak."
    clause(town, READY, "§ 5.1", "plan_required", text, zone=zone, unit="", value_max=1)
    _when(town, plot_id, "after_plan", 2, "§ 5.1", "a detail plan is demanded (plankrav)")

    text = "Det kreves detaljregulering ved tre eller flere boenheter."
    name = "plan_required_from_homes"
    for number, percent, stage, count, cited in (
        (1, 60, "now", 2, None),
        (2, 120, "after_plan", 4, "§ 5.2"),
    ):
        zone, plot_id = _zone(town, number, percent)
        clause(town, READY, "§ 5.2", name, text, zone=zone, value_min=3)
        _when(town, plot_id, stage, count, cited, f"a plan from 3 homes; here are {count}")

    text = "Det kreves detaljregulering fra 500 m² BRA."
    name = "plan_required_from_m2"
    for number, percent, stage, count, cited in (
        (3, 120, "after_plan", 4, "§ 5.3"),
        (4, 60, "now", 2, None),
    ):
        zone, plot_id = _zone(town, number, percent)
        clause(town, READY, "§ 5.3", name, text, zone=zone, unit="m2", value_min=500)
        how = f"a plan from 500 m² BRA; {count} homes of 165 m² are {count * 165} m²"
        _when(town, plot_id, stage, count, cited, how)


def _phasing(town: FieldBuilder) -> None:
    zone, plot_id = _zone(town, 5, 60)
    shape = around(slot(BAND_H, 5))
    values = {"infrastruktur": 430, "hensynSonenavn": "H430_PH"}
    town.feature(READY, "RpInfrastrukturSone", shape, **values)
    text = "Skolekapasiteten er sikret."
    clause(town, READY, "§ 6.1", "phasing_required", text, zone=zone, unit="",
           status_code="fulfilled")  # fmt: skip
    how = "the phasing demand of H430 is fulfilled (§ 6.1)"
    _when(town, plot_id, "now", 2, None, how)

    zone, plot_id = _zone(town, 6, 60)
    text = "Gangveg skal være opparbeidet før boliger tas i bruk."
    clause(town, READY, "§ 6.2", "phasing_required", text, zone=zone, unit="", status_code="open")
    _when(town, plot_id, "after_phasing", 2, "§ 6.2", "the phasing demand of § 6.2 is open")


def _temporary_bans(town: FieldBuilder) -> None:
    text = "Midlertidig forbud mot tiltak."
    for number, until, stage, cited, how in (
        (7, "2026-06-30", "after_plan", "§ 7.1", "the ban lasts beyond the data's date"),
        (8, "2023-12-31", "now", None, "the ban has ended"),
    ):
        zone, plot_id = _zone(town, number, 60)
        clause(town, READY, f"§ 7.{number - 6}", "temporary_ban", text, zone=zone, unit="",
               value_max=1, valid_until=until)  # fmt: skip
        _when(town, plot_id, stage, 2, cited, how)


def _private_plans(town: FieldBuilder) -> None:
    """Private detail plans older than ten years permit nothing that is not begun (pbl § 12-4).

    They say that they go before the kommuneplan of 2019, and so they govern.
    """
    sixty = ((18, 60, None),)
    text = "Planen gjelder foran kommuneplanens arealdel."
    for plan_id, number, bnr in ((LAPSED, 10, 411), (BEGUN, 11, 412)):
        own_plan(
            town, plan_id, number, 1111, sixty, date="2011-03-10", band=BAND_H, proposer=PRIVATE
        )
        no_demands(town, plan_id)
        clause(town, plan_id, "§ 1.2", "prevails", text, unit="", value_max=1, other_plan_id=KPA)
        town.plot(bnr, slot(BAND_H, number))
    x, y, *_ = slot(BAND_H, 11).bounds
    town.building("9999-900/412", box(x + 5, y + 10, x + 15, y + 15), bra=90)
    how = "a private plan of 2011 is over ten years old, and nothing is begun on the plot"
    _when(town, "9999-900/411", "after_plan", 2, "pbl § 12-4", how)
    how = "a private plan of 2011, but building has begun: 360 less 90 m² BRA / 165 = 1.64"
    _when(town, "9999-900/412", "now", 1, None, how)
    how = "10 March 2011 to 31 December 2024 in years of 365.25 days"
    town.truth("9999-900/411", "facts", "part.plan_age_years", 5045 / 365.25, how, tolerance=1e-3)
