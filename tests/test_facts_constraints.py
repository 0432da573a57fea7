"""Land taken and flagged: by hand, against `gpd.overlay`, and sums that close in any order."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from boligplan_geo.errors import DataWarning, texts
from boligplan_geo.facts import constraints, plan
from boligplan_geo.sample.toy import toy_town
from boligplan_geo.zone_treatments import TREATMENTS

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
    """Rows of (layer, code, is hard, geometry); "s3" is hard for more than ten homes only."""
    names = ["layer", "zone_code", "is_hard"]
    table = pd.DataFrame([r[:3] for r in rows], columns=names)
    table["is_hard_s3"] = table["is_hard"].isin([True, "s3"])
    table["is_hard"] = table["is_hard"].isin([True])
    table["treatment"] = np.where(table["is_hard"], "hard", "soft")
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
        ("sikring", "190", "Trasé for vannledning", [["190", False]]),
        ("stoy", "210", "Flystøy", [["210_aircraft", True]]),
        ("stoy", "220", "", [["220", False]]),
        ("stoy", "210", "", [["210", True]]),
        ("fare", "310", "H310", [["310", True]]),
        ("fare", "H310_2", "", [["310", True]]),
        ("fare", "310", "Kvikkleire nord", [["310_quick_clay", False]]),
        ("fare", "310", "Aktsomhetsområde snøskred", [["310_susceptibility", False]]),
        ("fare", "310", "Skred, 1/1000", [["310_1000", True]]),
        ("fare", "310", "Skred 1/100 og 1/5000", [["310_1000", True]]),
        ("fare", "310", "Skred 1/5000", [["310_5000", False]]),
        ("fare", "310", "klasse S3", [["310_5000", False]]),
        ("fare", "310", "Ras32 ved S30", [["310", True]]),
        ("fare", "320", "aktsomhet flom", [["320_susceptibility", False]]),
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
    ("until", "as_of", "code"),
    [
        ("2020-05-01", "2024-12-31", "710_lapsed"),
        ("2026-05-01", "2024-12-31", "710"),
        (None, "2024-12-31", "710"),
        ("2020-05-01", None, "710"),
        ("not a date", "2024-12-31", "710"),
    ],
)
def test_land_reserved_until_a_date(until, as_of, code):
    row = {"plan_id": "K", "zone_group_code": "bandlegging", "zone_code": "710"}
    found = constraints.areas(layer(({**row, "until_date": until}, PLOT)), as_of=as_of)
    assert found[["zone_code", "is_hard"]].to_numpy().tolist() == [[code, code == "710"]]


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


def test_losses_by_hand():
    zones = zones_of(
        ("noise", "road_red", True, shapely.box(-5, -5, 10, 30)),  # 200
        ("noise", "road_red", True, shapely.box(5, -5, 10, 30)),  # the same kind again
        ("hazard_zones", "flood_200", True, shapely.box(5, -5, 20, 10)),  # 150, of which 50 shared
        ("heritage", "x", False, shapely.box(30, 0, 40, 20)),
        ("heritage", "y", False, shapely.box(35, 0, 45, 20)),
    )
    found, losses = measured(zones)
    assert losses.columns.tolist() == [
        "plot_id", "layer", "zone_code",
        "exclusive_m2", "shared_m2", "exclusive_s3_m2", "shared_s3_m2",
    ]  # fmt: skip
    assert losses.drop(columns="plot_id").to_numpy().tolist() == [
        ["hazard_zones", "flood_200", 100.0, 25.0, 100.0, 25.0],
        ["noise", "road_red", 150.0, 25.0, 150.0, 25.0],
    ]
    row = found.loc["1/1"]
    assert row.constraint_lost_m2 == 300
    assert row.constraint_usable_m2 == 500
    assert row.constraint_largest_piece_m2 == 500
    assert row.constraint_soft_share == 0.25


def test_the_two_readings_of_landslide_classes():
    """1/1000 takes 10 m of 40, 1/5000 the next 10 m and another 5 m under the first."""
    zones = zones_of(
        ("hazard_zones", "landslide_1000", True, shapely.box(0, 0, 10, 20)),
        ("hazard_zones", "landslide_5000", "s3", shapely.box(5, 0, 20, 20)),
    )
    found, losses = measured(zones)
    row = found.loc["1/1"]
    assert (row.constraint_lost_m2, row.constraint_usable_m2) == (200, 600)
    assert (row.constraint_lost_s3_m2, row.constraint_usable_s3_m2) == (400, 400)
    assert (row.constraint_largest_piece_m2, row.constraint_largest_piece_s3_m2) == (600, 400)
    assert row.constraint_soft_share == 15 / 40, "soft for up to ten homes"
    assert losses.drop(columns=["plot_id", "layer"]).to_numpy().tolist() == [
        ["landslide_1000", 200.0, 0.0, 100.0, 50.0],
        ["landslide_5000", 0.0, 0.0, 200.0, 50.0],
    ]


def test_what_only_large_buildings_lose_does_not_part_the_land_of_small_ones():
    strip = zones_of(("hazard_zones", "landslide_5000", "s3", shapely.box(10, 0, 20, 20)))
    found = measured(strip)[0].loc["1/1"]
    assert (found.constraint_largest_piece_m2, found.constraint_largest_piece_s3_m2) == (800, 400)


def test_pieces_joined_over_a_narrow_neck_count_apart():
    """A red zone leaves 20 × 20 m and 18 × 20 m, joined over a neck 2 m long."""

    def largest(neck_m, **keywords):
        zone = shapely.box(20, -5, 22, 20 - neck_m)
        found, _ = measured(zones_of(("noise", "road_red", True, zone)), **keywords)
        return found.constraint_largest_piece_m2.tolist()

    assert largest(0.001) == pytest.approx([400])
    assert largest(0.9) == pytest.approx([400], abs=2), "a neck is part of neither piece"
    assert largest(1.1) == pytest.approx([760 + 2 * 1.1])
    assert largest(1.1, corridor_m=2.0) == pytest.approx([400], abs=3)
    assert largest(0.5, corridor_m=0.1) == pytest.approx([760 + 2 * 0.5])


def test_a_plot_that_no_zone_cuts_keeps_its_largest_part():
    """A narrow plot is the plan's and the cadastre's matter, not the zones'."""
    bottle = shapely.union_all(
        [shapely.box(0, 0, 10, 9), shapely.box(10, 4, 20, 4.4), shapely.box(20, 0, 30, 9)]
    )
    found, _ = measured(constraints.areas(), plots_of(bottle))
    assert found.constraint_largest_piece_m2.tolist() == pytest.approx([bottle.area])


def test_land_above_the_yellow_noise_limit():
    plan = {"plan_id": "K", "zone_group_code": "stoy"}
    zones = layer(
        ({**plan, "zone_code": "220"}, shapely.box(0, 0, 10, 20)),
        ({"plan_id": "K", "zone_group_code": "bestemmelse", "zone_type": "avvik støy"},
         shapely.box(0, 0, 12, 20)),
    )  # fmt: skip
    noise = layer(
        ({"noise_source_code": "road", "noise_zone_code": "red"}, shapely.box(5, 0, 15, 20)),
        ({"noise_source_code": "road", "noise_zone_code": "yellow"}, shapely.box(15, 0, 20, 20)),
        ({"noise_source_code": "road", "noise_zone_code": "green"}, PLOT),
    )
    found = measured(constraints.areas(zones, noise=noise))[0].loc["1/1"]
    assert found.constraint_noise_share == 0.5, "deviation areas are as loud as others"
    assert found.constraint_lost_m2 == 3 * 20
    missing = measured(constraints.areas(zones), layers_missing=("noise",))[0]
    assert missing.constraint_noise_share.isna().all()
    assert measured(constraints.areas())[0].constraint_noise_share.tolist() == [0]


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


def test_what_may_take_more_land_is_flagged():
    def complete(*given, **keywords):
        return measured(*given, **keywords)[0].constraint_is_complete.tolist()

    hazards = constraints.areas(hazard_zones=layer(hazard("landslide", 5000)))
    analysed = layer(({}, PLOT.buffer(5)), hazard_kind_code="landslide")
    assert complete(hazards, hazard_analysed_areas=analysed) == [True]
    assert complete(hazards) == [False]
    assert complete(hazards, hazard_analysed_areas=analysed.iloc[:0]) == [True]
    shifted = analysed.set_geometry(analysed.translate(30))
    assert complete(hazards, hazard_analysed_areas=shifted) == [False]
    assert complete(constraints.areas(), layers_missing=("heritage",)) == [False]
    assert complete(constraints.areas()) == [True]


def test_a_sliver_outside_the_analysed_area_is_no_doubt():
    hazards = constraints.areas(hazard_zones=layer(hazard("landslide", 5000)))
    analysed = layer(({}, shapely.box(0.005, 0, 40, 20)), hazard_kind_code="landslide")
    found, _ = measured(hazards, hazard_analysed_areas=analysed)
    assert found.constraint_reason.isna().all()


def test_notes_name_what_should_be_looked_at():
    odd = layer(hazard("meteorites"), hazard("landslide", 1000))
    odd = odd.set_geometry([shapely.box(900, 900, 910, 910), PLOT])
    found = list(constraints.notes(constraints.areas(hazard_zones=odd), plots_of(PLOT)))
    assert [(n.code, n.layer, n.ids) for n in found] == [
        ("zone_codes_unknown", "hazard_zones", ("meteorites",)),
        ("zones_outside", "hazard_zones", ("meteorites",)),
    ]
    assert all(n.text(language) for n in found for language in ("nb", "en"))
    assert list(constraints.notes(constraints.areas(), plots_of(PLOT))) == []


def test_zones_without_land_are_warned_of_and_left_out():
    zones = layer(hazard("landslide", 1000), hazard("landslide", 1000), hazard("flood", 20))
    line = shapely.LineString([(0, 0), (9, 9)])
    zones = zones.set_geometry([None, shapely.Polygon(), PLOT], crs=CRS)
    with pytest.warns(DataWarning, match="2 zones without area"):
        assert constraints.areas(hazard_zones=zones).zone_code.tolist() == ["flood_200"]
    with pytest.warns(DataWarning, match="3 zones without area"):
        assert constraints.areas(hazard_zones=zones.set_geometry([line] * 3, crs=CRS)).empty


def test_zones_that_are_broken_polygons_take_what_they_enclose():
    bow_tie = shapely.Polygon([(0, 0), (20, 20), (20, 0), (0, 20)])
    found, _ = measured(zones_of(("noise", "road_red", True, bow_tie)))
    assert found.constraint_lost_m2.tolist() == pytest.approx([200])


def test_every_reason_has_a_text_and_every_row_a_known_treatment():
    table = constraints.treatments()
    assert set(table.treatment) <= set(TREATMENTS)
    assert not table.duplicated(["layer", "group_code", "zone_code"]).any()
    told = table[~table.treatment.isin(["phasing", "signal", "none"])]
    more = {
        f"{n}_layer_missing" for n in ("plan_zones", "hazard", "noise", "heritage", "coastline")
    }
    more |= {"outside_analysed_area", "analysed_areas_missing", "no_net_plot", "noise_deviation"}
    more |= {"storm_surge_unknown", "height_cap_unknown"}
    assert set(told.treatment_reason) | more <= set(texts("reasons"))
    assert (table[["nb", "en", "source"]] != "").all(axis=None)


def random_zones(seed, count):
    rng = np.random.default_rng(seed)
    at = rng.random((count, 2)) * 200
    discs = shapely.buffer(shapely.points(at), rng.uniform(5, 80, count), quad_segs=8)
    codes = rng.choice(["a", "b", "c", "d"], count)
    return zones_of(
        *[
            ("noise", c, h, g)
            for c, h, g in zip(codes, rng.choice([True, "s3", False], count), discs, strict=True)
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
    # without corridor, as the naive way knows none
    found, losses = measured(zones, plots, corridor_m=0.0)
    soft = zones[~zones.is_hard].union_all()
    share = plots.intersection(soft).area / plots.area
    assert np.allclose(found.constraint_soft_share, share, atol=1e-6)
    for reading, end in (("is_hard", ""), ("is_hard_s3", "_s3")):
        hard = zones[zones[reading]].union_all()
        lost, usable = (found[f"constraint_{name}{end}_m2"] for name in ("lost", "usable"))
        assert np.allclose(lost, plots.intersection(hard).area, atol=0.01)
        assert np.allclose(usable + lost, plots.area, atol=1e-6)
        pieces = plots.difference(hard).explode().area.groupby(level=0).max().reindex(plots.index)
        assert np.allclose(found[f"constraint_largest_piece{end}_m2"], pieces, atol=0.01)
        each = (losses[f"exclusive{end}_m2"] + losses[f"shared{end}_m2"]).groupby(losses.plot_id)
        assert np.allclose(each.sum().reindex(plots.index, fill_value=0.0), lost, atol=0.01)
    assert (found.constraint_usable_s3_m2 <= found.constraint_usable_m2 + 1e-6).all()
    shuffled = measured(zones.sample(frac=1, random_state=seed), plots, corridor_m=0.0)
    pd.testing.assert_frame_equal(shuffled[0], found, atol=1e-6, rtol=0)
    pd.testing.assert_frame_equal(shuffled[1], losses, atol=1e-3, rtol=0)
    renamed = zones.assign(zone_code=zones.zone_code.map({"a": "z", "b": "y", "c": "x", "d": "w"}))
    again = measured(renamed, plots)[1]
    back = again.assign(zone_code=again.zone_code.map({"z": "a", "y": "b", "x": "c", "w": "d"}))
    back = back.sort_values(["plot_id", "zone_code"]).reset_index(drop=True)
    expected = losses.sort_values(["plot_id", "zone_code"]).reset_index(drop=True)
    pd.testing.assert_frame_equal(back, expected, atol=5e-3, rtol=0, check_dtype=False)


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 10_000), layers=st.permutations(["a", "b", "c", "d"]))
def test_the_order_in_which_layers_are_laid_changes_nothing(seed, layers):
    """Layers are laid by name: renamed in any order, each takes what it took."""
    plots, zones = parcels(seed), random_zones(seed, 7)
    names = dict(zip("abcd", layers, strict=True))
    found, losses = measured(zones, plots)
    again, renamed = measured(zones.assign(zone_code=zones.zone_code.map(names)), plots)
    pd.testing.assert_frame_equal(again, found, atol=2e-3, rtol=0)
    expected = losses.assign(zone_code=losses.zone_code.map(names))
    both = [
        t.set_index(["plot_id", "layer", "zone_code"]).sort_index() for t in (renamed, expected)
    ]
    assert both[0].sub(both[1], fill_value=0.0).abs().max(axis=None) < 5e-3 or both[1].empty
