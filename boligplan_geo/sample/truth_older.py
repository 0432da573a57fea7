"""Cases of the test field that turn on older plans: types measured by the rules of their day.

Band G, west: a plan of 1989, measured by the building regulations of 1987, under a kommuneplan
of 2019 that gives no figure here, so that the older plan fills. Where a definition differs from
today's the figure is an interval of ± 10 % (assumption older_measure_spread_share).
"""

from __future__ import annotations

from shapely import box

from boligplan_geo.sample.truth_builder import KPA, FieldBuilder
from boligplan_geo.sample.truth_fields import levels
from boligplan_geo.sample.truth_ground import around, slot

BAND_G = 605.0
BF_1987 = "1989-004"
OLDER_IN_M2 = (2, 6, 7)


def lay_out(town: FieldBuilder) -> None:
    """Lay out every case of this module."""
    extent = box(15, 600, 195, 640)
    town.plan(
        BF_1987,
        extent,
        430,
        planstatus=3,
        planbestemmelse=4,
        plantype=30,
        lovreferanse=4,
        plannavn="Prøvefeltet, felt fra 1989",
        ikrafttredelsesdato="1989-05-11",
        vedtakEndeligPlanDato="1989-05-11",
    )
    town.area(KPA, 1110, extent, "PF21")
    for number, (kind, figure, quantity, mid, how) in enumerate(
        [
            (2, 240, "bra", 240.0, "type 2 (BRA-69/87): 240 m², alone in its field"),
            (3, 40, "bra", 240.0, "type 3 (TU): 40 % of 600 m²"),
            (5, 25, "bya", 150.0, "type 5 (F): 25 % of 600 m²"),
            (6, 300, "bra", 276.0, "type 6 (BGA): 300 m² gross × 0.92 to BRA"),
            (7, 120, "bya", 120.0, "type 7 (BFA): 120 m², alone in its field"),
            (
                12,
                25,
                "bya",
                150.0,
                "type 12 in a plan of 1989: 25 % of 600 m² by the rules of 1987",
            ),
        ]
    ):
        plot = slot(BAND_G, number)
        shape = plot if kind in OLDER_IN_M2 else around(plot)
        town.area(BF_1987, 111, shape, f"BG{number + 1}", ((kind, figure, None),))
        plot_id = town.plot(301 + number, plot)
        interval = (0.9 * mid, mid, 1.1 * mid)
        levels(town, plot_id, f"plan_{quantity}_{{}}_m2", interval, f"{how}, ± 10 %")
        town.truth(plot_id, "rules", "plan_interval_causes", "older_definition", how)
        why = f"parameter.utilisation_{kind}.why_code"
        town.truth(plot_id, "rules", why, "filled_by_older", "the kommuneplan gives no figure here")
