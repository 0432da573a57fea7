"""Cases of the test field that turn on the cadastre: leases, several parcels, tight plots."""

from __future__ import annotations

from shapely import MultiPolygon, box, union_all

from boligplan_geo.sample.truth_builder import KPA, FieldBuilder
from boligplan_geo.sample.truth_ground import around, slot
from boligplan_geo.sample.truth_plots import BAND_C


def lay_out(town: FieldBuilder) -> None:
    """Leasehold, properties of two plots, plots under the kommuneplan alone."""
    band = union_all([around(slot(BAND_C, n)) for n in range(9)])
    town.area(KPA, 1110, band, "PF3", ((16, 30, None),))
    x = slot(BAND_C, 0).bounds[0]
    parent, lease = box(x, BAND_C, x + 40, BAND_C + 30), box(x + 20, BAND_C, x + 40, BAND_C + 30)
    parent_id = town.plot(41, parent)
    lease_id = town.plot(41, lease, fnr=1)
    how = "the parcel of 40 × 30 m less the 20 × 30 m leased as 41/1"
    town.truth(parent_id, "facts", "plot_area_m2", 600, how)
    town.truth(parent_id, "rules", "plan_bya_mid_m2", 180, "30 % of 600 m²")
    town.truth(lease_id, "facts", "plot_area_m2", 600, "20 × 30 m leased")

    two = MultiPolygon([slot(BAND_C, 2), slot(BAND_C, 3, width=15)])
    for part in two.geoms:
        property_id = town.plot(42, part)
    town.truth(property_id, "facts", "plot_area_m2", 600, "the larger of two separate parcels")
    how = "the smaller of two separate parcels, 15 × 30 m, is a plot of its own"
    town.truth(f"{property_id}#2", "facts", "plot_area_m2", 450, how)
    town.truth(f"{property_id}#2", "rules", "plan_bya_mid_m2", 135, "30 % of 450 m²")

    x = slot(BAND_C, 4).bounds[0]  # two parcels of one property side by side are one plot
    town.plot(43, box(x, BAND_C, x + 10, BAND_C + 30))
    property_id = town.plot(43, box(x + 10, BAND_C, x + 20, BAND_C + 30))
    town.truth(property_id, "facts", "plot_area_m2", 600, "two parcels of 10 × 30 m share an edge")
    plot_id = town.plot(44, slot(BAND_C, 5))
    town.truth(plot_id, "facts", "plan_id", KPA, "only the kommuneplan counts here")
    town.truth(plot_id, "facts", "plan_regime_code", "kp2008", "a kommuneplan of pbl 2008")
    town.truth(plot_id, "rules", "plan_bya_mid_m2", 180, "30 % of 600 m²")

    plot = slot(BAND_C, 10)  # business: transformation only
    town.area(KPA, 1300, around(plot), "PF7")
    plot_id = town.plot(45, plot)
    town.truth(plot_id, "facts", "plan_land_use_code", "1300", "the kommuneplan's purpose")
    how = "business needs another purpose first: no plan homes"
    town.truth(plot_id, "rules", "potential_plan_homes_mid_count", 0, how)

    plot = slot(BAND_C, 12, width=20, depth=40)  # the kommuneplan's road inside the boundary
    x, y, x_max, y_max = plot.bounds
    town.area(KPA, 1110, box(x - 5, y - 5, x_max + 5, y_max - 5), "PF8", ((16, 30, None),))
    plot_id = town.plot(46, plot)
    how = "20 × 40 m, of which the northern 20 × 5 m lies in road (2010)"
    town.truth(plot_id, "facts", "plan_net_plot_m2", 700, how)
    _house_that_fits(town)


def _house_that_fits(town: FieldBuilder) -> None:
    """A house of 8 × 12 m at 4 m from every boundary: exactly, and 10 cm short."""
    for bnr, number, depth, homes in ((47, 14, 20.0, 1), (48, 15, 19.9, 0)):
        plot = slot(BAND_C, number, width=16, depth=depth)
        town.area(KPA, 1110, around(plot), f"PF{bnr}", ((16, 30, None),))
        plot_id = town.plot(bnr, plot)
        town.truth(plot_id, "facts", "plot_area_m2", 16 * depth, f"16 × {depth:g} m")
        how = f"4 m from every boundary leave 8 × {depth - 8:g} m for a house of 8 × 12 m"
        town.truth(plot_id, "placement", "potential_homes_mid_count", homes, how)
