"""Cases of the test field that turn on measuring: zones, slope and walking."""

from __future__ import annotations

from math import atan, degrees, exp

from shapely import LineString, Point, Polygon, box

from boligplan_geo.sample.truth_builder import KPA, FieldBuilder
from boligplan_geo.sample.truth_ground import line_z, slot
from boligplan_geo.sample.truth_plots import BAND_B, BAND_D, NEWEST, newest_field

# Tobler's hiking function: km/h at a gradient (rise / run), here in metres a minute
FLAT_M_PER_MIN = 6 * exp(-3.5 * abs(0 + 0.05)) * 1000 / 60
UP_10_M_PER_MIN = 6 * exp(-3.5 * abs(0.10 + 0.05)) * 1000 / 60
DOWN_10_M_PER_MIN = 6 * exp(-3.5 * abs(-0.10 + 0.05)) * 1000 / 60
FLAT_STREET_Y, UPPER_STREET_Y, GATE_Y, HILL_STREET_X = 85.0, 195.0, 250.0, 300.0


def lay_out(town: FieldBuilder) -> None:
    """Lay out streets and every case of this module."""
    _streets(town)
    _hard_zones(town)
    _overlapping_zones(town)
    _soft_zones(town)
    _slopes(town)
    _walks(town)


def _streets(town: FieldBuilder) -> None:
    """The gate is the middle of the west edge, where the town's road ends."""
    lines = [
        ((0, GATE_Y), (10, GATE_Y)),
        ((10, GATE_Y), (HILL_STREET_X, GATE_Y)),
        ((HILL_STREET_X, GATE_Y), (HILL_STREET_X, 345)),
        ((10, GATE_Y), (10, UPPER_STREET_Y)),
        ((10, UPPER_STREET_Y), (10, FLAT_STREET_Y)),
        ((10, UPPER_STREET_Y), (590, UPPER_STREET_Y)),
        ((10, FLAT_STREET_Y), (590, FLAT_STREET_Y)),
        ((HILL_STREET_X, 345), (HILL_STREET_X, 690)),
        ((530, 240), (550, 240)),  # joins nothing: what snaps to it reaches nothing
    ]
    for number, points in enumerate(lines, start=1):
        is_path = number == len(lines)
        town.add(
            "network",
            line_z(town.base_elevation_m, points),
            edge_id=f"990{number:03d}",
            kind_code="gangveg" if is_path else "enkelBilveg",
            road_class_code="P" if is_path else "K",
            medium_code="T",
            level_code=0,
            width_m=2.5 if is_path else 6.0,
            is_lit=not is_path,
        )
        if not is_path:
            road = {"road_id": f"990{number:03d}", "road_class_code": "K", "width_m": 6.0}
            town.add("roads", LineString(points), **road)
    for x_min, y_min, x_max, y_max in ((0, 245, 305, 255), (5, 80, 15, 245), (295, 255, 305, 690)):
        town.area(KPA, 2010, box(x_min, y_min, x_max, y_max))


def add_hazard(
    town: FieldBuilder, shape: Polygon, kind: str, years: float | None, *, susceptible: bool = False
) -> None:
    """Add a hazard zone; `years` is its return period."""
    count = len(town.layers.get("hazard_zones", ()))
    town.add(
        "hazard_zones",
        shape,
        hazard_id=f"99{count + 1:03d}",
        hazard_kind_code=kind,
        return_period_years=years,
        is_susceptibility=susceptible,
    )


def add_noise(town: FieldBuilder, shape: Polygon, source: str, zone: str) -> None:
    """Add a noise zone."""
    count = len(town.layers.get("noise", ()))
    noise_id = f"99{count + 1:03d}"
    town.add("noise", shape, noise_id=noise_id, noise_source_code=source, noise_zone_code=zone)


def lost(town: FieldBuilder, plot_id: str, gone: float, net: float, how: str) -> None:
    """Say how much of a net plot is lost, and so how much is left."""
    town.truth(plot_id, "facts", "constraint_lost_m2", gone, how)
    how = f"{net:g} m² of net plot less the {gone:g} m² lost"
    town.truth(plot_id, "facts", "constraint_usable_m2", net - gone, how)


def _hard_zones(town: FieldBuilder) -> None:
    """One zone each; every zone reaches 3 m beyond its plot, and no other plot."""
    plot = slot(BAND_B, 0)
    x, y, x_max, y_max = plot.bounds
    plot_id = newest_field(town, 61, plot)
    add_noise(town, box(x - 3, y - 3, x + 10, y_max + 3), "road", "red")
    lost(town, plot_id, 300, 600, "red road noise over the western half, no deviation area")
    town.truth(plot_id, "facts", "constraint_largest_piece_m2", 300, "the eastern half, in one")

    plot = slot(BAND_B, 1)
    x, y, x_max, y_max = plot.bounds
    plot_id = newest_field(town, 62, plot)
    add_noise(town, box(x - 3, y - 3, x_max + 3, y_max + 3), "aircraft", "red")
    lost(town, plot_id, 600, 600, "red aircraft noise over all of it stays hard")
    town.truth(plot_id, "facts", "constraint_largest_piece_m2", 0, "nothing is left")

    plot = slot(BAND_B, 2)
    x, y, x_max, y_max = plot.bounds
    plot_id = newest_field(town, 63, plot)
    add_hazard(town, box(x - 3, y - 3, x_max + 3, y + 7.5), "landslide", 1000)
    lost(town, plot_id, 150, 600, "landslide 1/1000 over the southern 20 × 7.5 m, a quarter")

    plot = slot(BAND_B, 7)
    x, y, x_max, y_max = plot.bounds
    plot_id = newest_field(town, 68, plot)
    add_hazard(town, box(x - 3, y - 3, x_max + 3, y + 10), "flood", 200)
    lost(town, plot_id, 200, 600, "flood 1/200 over the southern 20 × 10 m, a third")

    plot = slot(BAND_B, 11)
    x, y, x_max, y_max = plot.bounds
    plot_id = newest_field(town, 72, plot)
    strip = box(x - 3, y + 10, x_max + 3, y + 15)
    town.feature(NEWEST, "RpFareSone", strip, fare=370, hensynSonenavn="H370_PF")
    lost(town, plot_id, 100, 600, "high-voltage line (H370) over a strip of 20 × 5 m")
    how = "the strip leaves 20 × 10 m south of it and 20 × 15 m north of it"
    town.truth(plot_id, "facts", "constraint_largest_piece_m2", 300, how)

    plot = slot(BAND_B, 13)
    x, y, x_max, y_max = plot.bounds
    town.area(NEWEST, 3040, box(x + 10, y - 5, x_max + 5, y_max + 5), "f_FRI74")
    town.area(NEWEST, 1111, box(x - 5, y - 5, x + 10, y_max + 5), "BFS74", ((16, 30, None),))
    plot_id = town.plot(74, plot)
    add_hazard(town, box(x - 3, y - 3, x_max + 3, y + 15), "landslide", 1000)
    how = "1/1000 over the southern half: of the net plot (western half) 10 × 15 m"
    lost(town, plot_id, 150, 300, how)


def _overlapping_zones(town: FieldBuilder) -> None:
    """Two zones over the same land: the loss table splits what they share evenly."""
    plot = slot(BAND_B, 3)
    x, y, x_max, y_max = plot.bounds
    plot_id = newest_field(town, 64, plot)
    add_hazard(town, box(x - 3, y - 3, x + 10, y_max + 3), "landslide", 1000)
    zone = box(x + 5, y - 3, x + 15, y_max + 3)
    town.feature(NEWEST, "RpSikringSone", zone, sikring=130, hensynSonenavn="H130_PF")
    how = "1/1000 over x 0–10 m and H130 over x 5–15 m take 15 × 30 m together"
    lost(town, plot_id, 450, 600, how)
    how = "5 × 30 m of each zone is its own"
    town.truth(plot_id, "facts", "losses_exclusive_m2", 300, how)
    how = "5 × 30 m under both, half of it to each"
    town.truth(plot_id, "facts", "losses_shared_m2", 150, how)
    town.truth(plot_id, "facts", "constraint_largest_piece_m2", 150, "x 15–20 m is left")

    plot = slot(BAND_B, 10)
    x, y, x_max, y_max = plot.bounds
    plot_id = newest_field(town, 71, plot)
    same = box(x - 3, y - 3, x_max + 3, y + 7.5)
    add_hazard(town, same, "landslide", 1000)
    town.feature(NEWEST, "RpFareSone", same, fare=310, hensynSonenavn="H310_PF")
    lost(town, plot_id, 150, 600, "H310 of the plan repeats the landslide zone: lost once")
    town.truth(plot_id, "facts", "losses_exclusive_m2", 0, "neither zone has land of its own")
    town.truth(plot_id, "facts", "losses_shared_m2", 150, "20 × 7.5 m under both")

    plot = slot(BAND_B, 12)
    x, y, x_max, y_max = plot.bounds
    plot_id = newest_field(town, 73, plot)
    add_hazard(town, box(x - 3, y - 3, x_max + 3, y + 7.5), "landslide", 100)
    add_hazard(town, box(x - 3, y - 3, x_max + 3, y + 15), "landslide", 1000)
    lost(town, plot_id, 300, 600, "the 1/1000 zone (20 × 15 m) contains the 1/100 zone")


def _soft_zones(town: FieldBuilder) -> None:
    """Zones that flag land without taking it."""
    whole = [slot(BAND_B, n).buffer(3, join_style="mitre") for n in range(19)]
    plot_id = newest_field(town, 65, slot(BAND_B, 4))
    add_hazard(town, whole[4], "landslide", None, susceptible=True)
    lost(town, plot_id, 0, 600, "a susceptibility area needs assessment and is never hard")

    plot_id = newest_field(town, 67, slot(BAND_B, 6))
    add_hazard(town, whole[6], "quick_clay", None)
    lost(town, plot_id, 0, 600, "quick clay has no annual probability: soft, to be documented")

    plot_id = newest_field(town, 69, slot(BAND_B, 8))
    town.feature(
        NEWEST, "RpGjennomføringSone", whole[8], gjennomføring=810, hensynSonenavn="H810_PF"
    )
    lost(town, plot_id, 0, 600, "felles planlegging (H810) is a signal, not a loss")

    plot_id = newest_field(town, 70, slot(BAND_B, 9))
    add_noise(town, whole[9], "road", "yellow")
    lost(town, plot_id, 0, 600, "yellow noise is an assessment zone")
    town.truth(plot_id, "facts", "constraint_soft_share", 1, "yellow noise over all of it")


def _slopes(town: FieldBuilder) -> None:
    """Plots on planes: 10 % and 30 % facing south, 40 % facing north, and the flat."""
    town.area(KPA, 1110, box(390, 270, 430, 450), "PF10", ((16, 30, None),))
    for bnr, y_min, y_max, gradient in (
        (91, 280, 310, 0.1),
        (92, 360, 380, 0.3),
        (93, 410, 440, 0.4),
    ):
        plot_id = town.plot(bnr, box(400, y_min, 420, y_max))
        slope = degrees(atan(gradient))
        how = f"a plane of {gradient:.0%}: atan({gradient:g}) in degrees"
        town.truth(plot_id, "facts", "terrain_slope_mean_deg", slope, how, tolerance=2e-3)
        town.truth(plot_id, "facts", "terrain_slope_p90_deg", slope, how, tolerance=2e-3)
        how = f"{slope:.1f}° is {'over' if slope > 20 else 'under'} the limit of 20°"
        town.truth(plot_id, "facts", "terrain_steep_share", float(slope > 20), how)
    how = "the middle of the plane: base + 10 % of the 35 m from its foot to the plot's middle"
    middle = town.base_elevation_m + 3.5
    town.truth("9999-900/91", "facts", "terrain_elevation_m", middle, how, tolerance=1e-2)
    town.truth("9999-900/1", "facts", "terrain_slope_mean_deg", 0, "flat ground", tolerance=2e-3)


def _walks(town: FieldBuilder) -> None:
    """Minutes to a stop: from the boundary to the street at flat speed, then along it.

    A plot meets the street at the point nearest to its middle.
    """
    for stop_id, x, y in (("P1", 130.0, FLAT_STREET_Y), ("P2", HILL_STREET_X, 305.0)):
        stop_name = {"P1": "Prøvevegen", "P2": "Prøvebakken"}[stop_id]
        values = {"stop_id": f"SUN:Quay:99{stop_id}", "stop_name": stop_name}
        town.add("stops", Point(x, y), **values, departures_per_hour=4.0)
    flat = (10 + 100) / FLAT_M_PER_MIN
    how = "10 m from the boundary to the street, 100 m along it, flat at Tobler's 5.04 km/h"
    town.truth("9999-900/1", "facts", "access_stop_min", flat, how, tolerance=1e-3)

    town.area(KPA, 1110, box(305, 265, 330, 345), "PF11", ((16, 30, None),))
    uphill = town.plot(94, box(305, 270, 325, 300))
    minutes = 5 / FLAT_M_PER_MIN + 20 / UP_10_M_PER_MIN
    how = "5 m to the street at flat speed, 20 m up 10 %: 6·exp(−3.5·0.15) = 3.55 km/h"
    town.truth(uphill, "facts", "access_stop_min", minutes, how, tolerance=2e-3)
    downhill = town.plot(95, box(305, 310, 325, 340))
    minutes = 5 / FLAT_M_PER_MIN + 20 / DOWN_10_M_PER_MIN
    how = "5 m to the street at flat speed, 20 m down 10 %: 6·exp(−3.5·0.05) = 5.04 km/h"
    town.truth(downhill, "facts", "access_stop_min", minutes, how, tolerance=2e-3)

    nowhere = town.plot(89, slot(BAND_D, 17))
    how = "meets a path that joins nothing (20 m from its middle; the street is 25 m away)"
    town.truth(nowhere, "facts", "access_stop_min", None, how)
    town.truth(nowhere, "facts", "access_reason", "unreachable", how)
