"""Land taken and flagged: by hand, against `gpd.overlay`, and sums that close in any order."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from boligplan_geo.errors import texts
from boligplan_geo.facts import constraints, plan
from boligplan_geo.sample.toy import toy_town

CRS = "EPSG:25833"
PLOT = shapely.box(0, 0, 40, 20)  # 800 m²


def layer(*rows, **defaults):
    """Rows of (values, geometry)."""
    table = pd.DataFrame([{**defaults, **values} for values, _ in rows])
    return gpd.GeoDataFrame(table, geometry=[g for _, g in rows], crs=CRS)


def plots_of(*boxes):
    ids = pd.Index([f"1/{n}" for n in range(1, len(boxes) + 1)], name="plot_id")
    return gpd.GeoDataFrame(geometry=list(boxes), index=ids, crs=CRS)


def measured(areas, plots=None, **keywords):
    plots = plots_of(PLOT) if plots is None else plots
    parts, _ = plan.parts(plots, None)
    return constraints.table(plots, parts, areas, **keywords)


def zones_of(*rows):
    """Rows of (layer, code, is hard, geometry)."""
    names = ["layer", "zone_code", "is_hard"]
    table = pd.DataFrame([r[:3] for r in rows], columns=names).astype({"is_hard": bool})
    return gpd.GeoDataFrame(table, geometry=[r[3] for r in rows], crs=CRS)


def hazard(kind, years=np.nan, susceptible=False):
    values = {"hazard_kind_code": kind, "return_period_years": years}
    return {**values, "is_susceptibility": susceptible}, PLOT


@pytest.mark.parametrize(
    ("row", "code", "is_hard"),
    [
        (hazard("landslide", 100), "landslide_100", True),
        (hazard("landslide", 1000), "landslide_1000", True),
        (hazard("landslide", 5000), "landslide_5000", False),
        (hazard("landslide"), "landslide_unknown", True),
        (hazard("landslide", 1000, True), "landslide_susceptibility", False),
        (hazard("flood", 20), "flood_200", True),
        (hazard("flood", 200), "flood_200", True),
        (hazard("flood", 1000), "flood_rare", False),
        (hazard("quick_clay"), "quick_clay", False),
        (hazard("storm_surge", 200), "storm_surge", True),
        (hazard("storm_surge"), "storm_surge", True),
        (hazard("meteorites", 10), "meteorites", False),
    ],
)
def test_hazards(row, code, is_hard):
    found = constraints.areas(hazard_zones=layer(row))
    assert found[["zone_code", "is_hard"]].to_numpy().tolist() == [[code, is_hard]]
    assert found.treatment_reason.iloc[0] in texts("reasons")


@pytest.mark.parametrize(
    ("source", "zone", "code", "is_hard"),
    [
        ("road", "red", "road_red", True),
        ("road", "R", "road_red", True),
        ("rail", "yellow", "rail_yellow", False),
        ("aircraft", "red", "aircraft_red", True),
        ("road", "purple", "road_purple", False),
    ],
)
def test_noise(source, zone, code, is_hard):
    row = {"noise_source_code": source, "noise_zone_code": zone}
    found = constraints.areas(noise=layer((row, PLOT)))
    assert found[["zone_code", "is_hard"]].to_numpy().tolist() == [[code, is_hard]]


@pytest.mark.parametrize(
    ("group", "code", "name", "expected"),
    [
        ("sikring", "140", "H140_1", [["140", True]]),
        ("sikring", "190", "", [["190", False]]),
        ("stoy", "210", "", [["210", True]]),
        ("fare", "310", "H310", [["310", True]]),
        ("fare", "H310_2", "", [["310", True]]),
        ("fare", "310", "Kvikkleire nord", [["310_quick_clay", False]]),
        ("fare", "330", "", []),
        ("", "370", "", [["370", True]]),
        ("infrastruktur", "430", "", []),
        ("gjennomforing", "820", "", []),
        ("detaljering", "910", "", []),
        ("bestemmelse", "", "#1", []),
        ("bandlegging", "730", "", [["730", True]]),
        ("bandlegging", "750", "", [["750", False]]),
        ("restriksjon", "110", "", []),
        ("restriksjon", "420", "", [["restriksjon_420", False]]),
        ("noe_nytt", "999", "", [["999", False]]),
    ],
)
def test_plan_zones(group, code, name, expected):
    row = {"plan_id": "K", "zone_group_code": group, "zone_code": code, "zone_name": name}
    found = constraints.areas(layer((row, PLOT)))
    assert found[["zone_code", "is_hard"]].to_numpy().tolist() == expected


def test_only_zones_of_plans_in_force():
    row = {"plan_id": "K", "zone_group_code": "fare", "zone_code": "310"}
    zones, plans = layer((row, PLOT)), pd.DataFrame({"plan_status_code": [1]}, index=["K"])
    assert constraints.areas(zones, plans=plans).empty
    assert len(constraints.areas(zones, plans=plans.assign(plan_status_code=3))) == 1


@pytest.mark.parametrize(
    ("protection", "is_hard"),
    [("Automatisk fredet", True), ("AUT", True), ("Ikke fredet", False), ("Uavklart fredet", False),
     (None, False)],
)  # fmt: skip
def test_heritage(protection, is_hard):
    found = constraints.areas(heritage=layer(({"protection_code": protection}, PLOT)))
    assert found.is_hard.tolist() == [is_hard]


def test_red_noise_is_soft_in_a_deviation_area_but_aircraft_noise_is_not():
    deviation = {"plan_id": "K", "zone_group_code": "bestemmelse", "zone_code": ""}
    zones = layer(({**deviation, "zone_type": "avviksområde støy"}, shapely.box(0, 0, 10, 99)))
    noise = layer(
        ({"noise_source_code": "road", "noise_zone_code": "red"}, PLOT),
        ({"noise_source_code": "aircraft", "noise_zone_code": "red"}, shapely.box(0, 0, 5, 20)),
    )
    areas = constraints.areas(zones, noise=noise)
    by_code = areas.set_index("zone_code")
    assert by_code.is_hard.to_dict() == {
        "aircraft_red": True, "road_red": True, "road_red_deviation": False
    }  # fmt: skip
    assert by_code.area.to_dict() == {
        "aircraft_red": 100,
        "road_red": 600,
        "road_red_deviation": 200,
    }
    found, _ = measured(areas)
    assert found.constraint_lost_m2.tolist() == [700]
    assert found.constraint_soft_share.tolist() == [0.25]


def test_the_treatment_table_can_be_edited():
    mine = constraints.treatments().copy()
    mine.loc[mine.zone_code == "quick_clay", "treatment"] = "hard"
    zones = layer(hazard("quick_clay"))
    assert constraints.areas(hazard_zones=zones, treatment=mine).is_hard.tolist() == [True]
    assert constraints.areas(hazard_zones=zones).is_hard.tolist() == [False]


def test_the_coastal_belt_and_its_building_line():
    coast = layer(({}, shapely.LineString([(0, 0), (1000, 0)])))
    areas = layer(
        ({"land_use_code": "1110"}, shapely.box(200, 0, 400, 500)),
        ({"land_use_code": "1110"}, shapely.box(400, 0, 600, 500)),
        ({"land_use_code": "6001"}, shapely.box(-200, -500, 1200, 0)),
        plan_id="K",
        regime_code="kp2008",
    )
    line = {"plan_id": "K", "line_code": "1111"}
    lines = layer((line, shapely.LineString([(250, 30), (350, 30)])))
    found = constraints.areas(coastline=coast, plan_lines=lines, plan_areas=areas)
    assert found.is_hard.tolist() == [True, False]
    assert found.treatment_reason.tolist() == ["coast_belt", "coast_building_line"]
    assert found.area.tolist()[1] == pytest.approx(200 * 100)
    assert found.total_bounds[1] == pytest.approx(0), "no belt on the sea"
    elsewhere = lines.assign(plan_id="other")
    found = constraints.areas(coastline=coast, plan_lines=elsewhere, plan_areas=areas)
    assert found.is_hard.tolist() == [True]
    narrow = constraints.areas(coastline=coast, coast_belt_m=10.0)
    assert narrow.total_bounds[3] == pytest.approx(10)


def test_losses_by_hand():
    zones = zones_of(
        ("noise", "road_red", True, shapely.box(-5, -5, 10, 30)),  # 200
        ("noise", "road_red", True, shapely.box(5, -5, 10, 30)),  # the same kind again
        ("hazard_zones", "flood_200", True, shapely.box(5, -5, 20, 10)),  # 150, of which 50 shared
        ("heritage", "x", False, shapely.box(30, 0, 40, 20)),
        ("heritage", "y", False, shapely.box(35, 0, 45, 20)),
    )
    found, losses = measured(zones)
    assert losses.drop(columns="plot_id").to_numpy().tolist() == [
        ["hazard_zones", "flood_200", 100.0, 25.0],
        ["noise", "road_red", 150.0, 25.0],
    ]
    row = found.loc["1/1"]
    assert row.constraint_lost_m2 == 300
    assert row.constraint_usable_m2 == 500
    assert row.constraint_largest_piece_m2 == 500
    assert row.constraint_soft_share == 0.25


def test_the_largest_usable_piece_is_connected():
    found, _ = measured(zones_of(("noise", "road_red", True, shapely.box(10, -5, 12, 30))))
    assert found.constraint_usable_m2.tolist() == [760]
    assert found.constraint_largest_piece_m2.tolist() == [560]
    found, _ = measured(zones_of(("noise", "road_red", True, PLOT.buffer(9))))
    assert found.constraint_largest_piece_m2.tolist() == [0]
    assert found.constraint_lost_m2.tolist() == [800]


def test_only_the_net_plot_counts():
    town = toy_town()
    parts, _ = plan.parts(town.plots, town.plan_areas, town.plans)
    everywhere = zones_of(("noise", "road_red", True, town.plots.union_all().envelope))
    found, losses = constraints.table(town.plots, parts, everywhere)
    assert found.constraint_lost_m2.tolist() == [600, 600, 600, 300, 600, 600, 600, 0]
    assert "9999-1/8" not in set(losses.plot_id)
    assert found.constraint_reason["9999-1/8"] == "no_net_plot"
    assert np.isnan(found.constraint_soft_share["9999-1/8"])
    assert found.constraint_reason.iloc[:7].isna().all()


def test_what_is_not_known_is_said():
    hazards = constraints.areas(hazard_zones=layer(hazard("landslide", 1000)))
    analysed = layer(({}, shapely.box(-5, -5, 30, 50)), hazard_kind_code="landslide")
    reason = measured(hazards, hazard_analysed_areas=analysed)[0].constraint_reason
    assert reason.tolist() == ["outside_analysed_area"]
    whole = analysed.set_geometry(analysed.buffer(50))
    assert measured(hazards, hazard_analysed_areas=whole)[0].constraint_reason.isna().all()
    assert measured(hazards)[0].constraint_reason.tolist() == ["analysed_areas_missing"]
    nothing = constraints.areas()
    found, losses = measured(nothing, layers_missing=constraints.ZONE_LAYERS)
    assert found.constraint_reason.tolist() == ["layer_missing"]
    assert (
        found[["constraint_usable_m2", "constraint_lost_m2", "constraint_soft_share"]]
        .isna()
        .all(axis=None)
    )
    assert losses.empty
    some = measured(nothing, layers_missing=("noise", "hazard_zones"))[0].constraint_reason
    assert some.tolist() == ["hazard_layer_missing;noise_layer_missing"]


def test_every_reason_has_a_text_and_every_row_a_known_treatment():
    table = constraints.treatments()
    assert set(table.treatment) <= {"hard", "soft", "phasing", "signal", "none"}
    assert not table.duplicated(["layer", "group_code", "zone_code"]).any()
    told = table[table.treatment.isin(["hard", "soft"])]
    more = {
        f"{n}_layer_missing" for n in ("plan_zones", "hazard", "noise", "heritage", "coastline")
    }
    more |= {"outside_analysed_area", "analysed_areas_missing", "no_net_plot", "noise_deviation"}
    assert set(told.treatment_reason) | more <= set(texts("reasons"))
    assert (table[["nb", "en", "source"]] != "").all(axis=None)


def random_zones(seed, count):
    rng = np.random.default_rng(seed)
    at = rng.random((count, 2)) * 200
    discs = shapely.buffer(shapely.points(at), rng.uniform(5, 80, count), quad_segs=8)
    codes = rng.choice(["a", "b", "c", "d"], count)
    return zones_of(
        *[
            ("noise", c, bool(h), g)
            for c, h, g in zip(codes, rng.random(count) < 0.7, discs, strict=True)
        ]
    )


def parcels(seed):
    tiles = shapely.voronoi_polygons(
        shapely.multipoints(np.random.default_rng(seed).random((20, 2)) * 200),
        extend_to=shapely.box(0, 0, 200, 200),
    )
    return plots_of(*shapely.intersection(shapely.get_parts(tiles), shapely.box(0, 0, 200, 200)))


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10_000), count=st.integers(0, 8))
def test_sums_close_agree_with_geopandas_and_order_does_not_matter(seed, count):
    plots, zones = parcels(seed), random_zones(seed, count)
    found, losses = measured(zones, plots)
    hard, soft = (zones[zones.is_hard == h].union_all() for h in (True, False))
    assert np.allclose(found.constraint_lost_m2, plots.intersection(hard).area, atol=0.01)
    assert np.allclose(found.constraint_usable_m2 + found.constraint_lost_m2, plots.area, atol=1e-6)
    share = plots.intersection(soft).area / plots.area
    assert np.allclose(found.constraint_soft_share, share, atol=1e-6)
    rest = plots.difference(hard)
    pieces = rest.explode().area.groupby(level=0).max().reindex(plots.index)
    assert np.allclose(found.constraint_largest_piece_m2, pieces, atol=0.01)
    total = (losses.exclusive_m2 + losses.shared_m2).groupby(losses.plot_id).sum()
    total = total.reindex(plots.index, fill_value=0.0)
    assert np.allclose(total, found.constraint_lost_m2, atol=0.01)
    shuffled = measured(zones.sample(frac=1, random_state=seed), plots)
    pd.testing.assert_frame_equal(shuffled[0], found, atol=1e-6, rtol=0)
    pd.testing.assert_frame_equal(shuffled[1], losses, atol=1e-3, rtol=0)
    renamed = zones.assign(zone_code=zones.zone_code.map({"a": "z", "b": "y", "c": "x", "d": "w"}))
    again = measured(renamed, plots)[1]
    back = again.assign(zone_code=again.zone_code.map({"z": "a", "y": "b", "x": "c", "w": "d"}))
    back = back.sort_values(["plot_id", "zone_code"]).reset_index(drop=True)
    expected = losses.sort_values(["plot_id", "zone_code"]).reset_index(drop=True)
    pd.testing.assert_frame_equal(back, expected, atol=5e-3, rtol=0, check_dtype=False)
