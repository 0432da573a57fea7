"""Plan parts and zones: worked by hand, against `gpd.overlay`, and what must not matter."""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from boligplan_geo.facts import plan
from boligplan_geo.rules import settled
from boligplan_geo.sample.toy import toy_town

CRS = "EPSG:25833"


def plots_of(*boxes):
    ids = pd.Index([f"1/{n}" for n in range(1, len(boxes) + 1)], name="plot_id")
    return gpd.GeoDataFrame(geometry=list(boxes), index=ids, crs=CRS)


def areas_of(*rows):
    """Rows of (plan, code, geometry); ids a, b, c …; reguleringsplan where the plan starts R."""
    plan_id, code, geometry = zip(*rows, strict=True)
    table = {
        "plan_id": plan_id,
        "land_use_code": code,
        "regime_code": ["rp2008" if p.startswith("R") else "kp2008" for p in plan_id],
        "land_use_status_code": 1,
        "zone_name": [f"Z{n}" for n in range(len(rows))],
        "vertical_level_code": np.nan,
    }
    index = pd.Index([chr(97 + n) for n in range(len(rows))], name="area_id")
    return gpd.GeoDataFrame(table, geometry=list(geometry), index=index, crs=CRS)


def plans_of(**dates):
    table = {"plan_status_code": 3, "in_force_date": pd.to_datetime(list(dates.values()))}
    return pd.DataFrame(table, index=pd.Index(dates, name="plan_id"))


def stacks(part_stack):
    return part_stack.groupby("part_id", sort=False)["area_id"].agg("".join).to_dict()


def sums(plan_parts):
    """Area by plot and governing purpose."""
    keys = ["plot_id", "plan_id", "land_use_code"]
    return plan_parts.groupby(keys, dropna=False)["area_m2"].sum().sort_index()


def test_the_newer_plan_governs_and_the_older_stays_in_the_stack():
    plots = plots_of(shapely.box(0, 0, 20, 10))
    areas = areas_of(
        ("KPA", "1110", shapely.box(-5, -5, 15, 15)), ("R1", "2010", shapely.box(10, -5, 40, 15))
    )
    parts, stack = plan.parts(plots, areas, plans_of(KPA="2015-01-01", R1="2021-01-01"))
    assert parts.area_m2.tolist() == [100, 50, 50]
    assert parts.index.tolist() == ["1/1:1", "1/1:2", "1/1:3"]
    assert parts.area_id.tolist() == ["a", "b", "b"]
    by_stack = {s: parts.area_m2[p] for p, s in stacks(stack).items()}
    assert by_stack == {"a": 100, "ba": 50, "b": 50}
    assert parts.counts_as_plot.tolist() == [True, False, False]
    why = {s: parts.governs_reason[p] for p, s in stacks(stack).items()}
    assert why == {"a": "only_plan", "ba": "newer_plan", "b": "only_plan"}
    older = plan.parts(plots, areas, plans_of(KPA="2022-01-01", R1="2021-01-01"))
    by_stack = {s: older[0].area_m2[p] for p, s in stacks(older[1]).items()}
    assert by_stack == {"a": 100, "ab": 50, "b": 50}
    assert older[1].groupby("part_id").stack_order.min().eq(0).all()


def test_unplanned_land_is_a_part_without_plan():
    parts, stack = plan.parts(
        plots_of(shapely.box(0, 0, 10, 10), shapely.box(50, 0, 60, 10)),
        areas_of(("KPA", "1110", shapely.box(-5, -5, 4, 15))),
    )
    assert parts.area_m2.tolist() == [60, 40, 100]
    assert parts.index.tolist() == ["1/1:1", "1/1:2", "1/2:1"]
    bare = parts[parts.governs_reason == "no_plan"]
    assert bare.index.tolist() == ["1/1:1", "1/2:1"]
    assert bare[["plan_id", "area_id", "land_use_code", "regime_code"]].isna().all(axis=None)
    assert not bare.counts_as_plot.any()
    assert stack.part_id.tolist() == ["1/1:2"]


def test_without_plan_data_the_plot_is_one_part():
    plots = plots_of(shapely.box(0, 0, 10, 10))
    parts, stack = plan.parts(plots, None)
    assert parts.governs_reason.tolist() == ["plan_layer_missing"]
    assert parts.counts_as_plot.all()
    assert parts.plan_id.isna().all()
    assert stack.empty
    assert plan.net_plot_m2(plots, None).isna().all()


def test_plans_not_in_force_and_areas_below_ground_do_not_count():
    plots = plots_of(shapely.box(0, 0, 10, 10))
    everywhere = shapely.box(-5, -5, 15, 15)
    areas = areas_of(("KPA", "1110", everywhere), ("R1", "2010", everywhere))
    dates = plans_of(KPA="2015-01-01", R1="2021-01-01")
    dates.loc["R1", "plan_status_code"] = 2
    assert stacks(plan.parts(plots, areas, dates)[1]) == {"1/1:1": "a"}
    below = areas.assign(vertical_level_code=[2.0, 1.0])
    assert stacks(plan.parts(plots, below)[1]) == {"1/1:1": "a"}


def test_slivers_join_the_largest_part_they_touch():
    plots = plots_of(shapely.box(0, 0, 100, 10))
    areas = areas_of(
        ("KPA", "1110", shapely.box(-5, -5, 99.8, 20)),
        ("KPA", "2010", shapely.box(99.8, -5, 200, 20)),
    )
    parts, _ = plan.parts(plots, areas)
    assert parts.area_m2.tolist() == pytest.approx([1000.0])
    assert parts.geometry.iloc[0].area == pytest.approx(1000.0)
    assert len(plan.parts(plots, areas, sliver_m2=1.0)[0]) == 2
    assert len(plan.parts(plots, areas, sliver_share=0.001)[0]) == 2


def test_a_sliver_far_from_the_largest_part_joins_its_neighbour():
    plots = plots_of(shapely.box(0, 0, 100, 10))
    areas = areas_of(
        ("KPA", "1110", shapely.box(-5, -5, 60, 20)),
        ("KPA", "1130", shapely.box(60, -5, 99.8, 20)),
        ("KPA", "2010", shapely.box(99.8, -5, 200, 20)),
    )
    parts, _ = plan.parts(plots, areas)
    assert parts.land_use_code.tolist() == ["1110", "1130"]
    assert parts.area_m2.tolist() == pytest.approx([600, 400])


def test_where_areas_of_one_plan_overlap_the_smaller_keeps_the_land():
    plots = plots_of(shapely.box(0, 0, 20, 10))
    areas = areas_of(
        ("KPA", "1110", shapely.box(-50, -50, 50, 50)), ("KPA", "2010", shapely.box(10, -5, 40, 15))
    )
    parts, stack = plan.parts(plots, areas)
    assert sorted(parts.land_use_code) == ["1110", "2010"]
    assert parts.area_m2.tolist() == [100, 100]
    assert not stack.part_id.duplicated().any()
    same = areas_of(
        ("KPA", "1110", plots.geometry.iloc[0]), ("KPA", "2010", plots.geometry.iloc[0])
    )
    parts, _ = plan.parts(plots, same)
    assert parts.area_id.tolist() == ["a"], "equal areas: the first id"


def test_unknown_purposes_do_not_count_as_plot():
    plots = plots_of(shapely.box(0, 0, 10, 10))
    parts, _ = plan.parts(plots, areas_of(("KPA", "7777", shapely.box(-5, -5, 15, 15))))
    assert parts.counts_as_plot.tolist() == [False]
    assert parts.land_use_code.tolist() == ["7777"]


def random_town(seed, plots_count=25):
    """Parcels, a kommuneplan that tiles, and reguleringsplaner on top."""
    rng = np.random.default_rng(seed)
    hull = shapely.box(0, 0, 300, 300)

    def tiles(count, around):
        points = rng.random((count, 2)) * 300
        cut = shapely.voronoi_polygons(shapely.multipoints(points), extend_to=around)
        return shapely.intersection(shapely.get_parts(cut), around)

    plots = plots_of(*tiles(plots_count, hull))
    rows = [("KPA", c, g) for c, g in zip("123456", tiles(6, hull.buffer(20)), strict=True)]
    rows = [("KPA", {"1": "1110", "2": "2010"}.get(c, "3040"), g) for _, c, g in rows]
    for n in range(4):
        at = shapely.Point(*rng.random(2) * 300).buffer(rng.uniform(15, 90), quad_segs=8)
        rows.append((f"R{n}", "1111", at))
    dates = {"KPA": "2018-01-01"} | {f"R{n}": f"20{15 + 2 * n}-01-01" for n in range(4)}
    return plots, areas_of(*rows), plans_of(**dates)


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_parts_close_and_agree_with_a_naive_overlay(seed):
    plots, areas, plans = random_town(seed)
    parts, _ = plan.parts(plots, areas, plans, sliver_m2=0.0)
    total = parts.area_m2.groupby(parts.plot_id).sum().reindex(plots.index)
    assert np.allclose(total, plots.area, atol=0.01)
    assert np.allclose(parts.area_m2, parts.area, atol=1e-9)
    newest = areas.assign(date=areas.plan_id.map(plans.in_force_date)).sort_values("date")
    free = plots.geometry.copy()
    expected = {}
    for area_id in newest.index[::-1]:
        taken = free.intersection(areas.geometry[area_id])
        free = free.difference(areas.geometry[area_id])
        for plot_id, m2 in taken.area.items():
            key = (plot_id, areas.plan_id[area_id], areas.land_use_code[area_id])
            expected[key] = expected.get(key, 0.0) + m2
    found = sums(parts).to_dict()
    for key, m2 in expected.items():
        assert found.get(key, 0.0) == pytest.approx(m2, abs=0.01)


@settings(max_examples=4, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_what_must_not_matter(seed):
    plots, areas, plans = random_town(seed)
    expected = sums(plan.parts(plots, areas, plans)[0])

    def same(other, **keywords):
        found = sums(plan.parts(*other)[0])
        pd.testing.assert_series_equal(found, expected, atol=0.02, rtol=0, **keywords)

    shuffled = plots.sample(frac=1, random_state=seed), areas.sample(frac=1, random_state=1), plans
    same(shuffled)
    moved = [g.set_geometry(g.translate(1234.5, -777.25)) for g in (plots, areas)]
    same((*moved, plans))
    turned = [g.set_geometry(g.reverse()) for g in (plots, areas)]
    same((*turned, plans))


def test_splitting_a_plan_polygon_changes_no_purpose():
    plots, areas, plans = random_town(3)
    expected = sums(plan.parts(plots, areas, plans, sliver_m2=0.0)[0])
    whole = areas.geometry["a"]
    x, y, x_max, y_max = whole.bounds
    west = shapely.box(x - 1, y - 1, (x + x_max) / 2, y_max + 1)
    halves = areas.loc[["a", "a"]].set_geometry([whole & west, whole - west]).set_axis(["a1", "a2"])
    split = gpd.GeoDataFrame(pd.concat([areas.drop("a"), halves])).rename_axis("area_id")
    found = sums(plan.parts(plots, split, plans, sliver_m2=0.0)[0])
    pd.testing.assert_series_equal(found, expected, atol=0.02, rtol=0)


def test_zones_give_shares_of_parts():
    plots = plots_of(shapely.box(0, 0, 20, 10), shapely.box(20, 0, 40, 10))
    areas = areas_of(("KPA", "1110", shapely.box(-5, -5, 99, 99)))
    parts, _ = plan.parts(plots, areas)
    zones = gpd.GeoDataFrame(
        {
            "plan_id": ["KPA", "KPA", "R9", "KPA"],
            "zone_group_code": ["bestemmelse", "gjennomforing", "detaljering", "fare"],
            "zone_code": ["", "810", "910", "310"],
            "zone_name": ["#1", "H810", "H910", "H310"],
            "zone_type": ["fortettingsområde", None, None, None],
            "vertical_level_code": [2, np.nan, 2, 1],
        },
        geometry=[
            shapely.box(0, 0, 5, 10),
            shapely.box(0, 0, 40, 10),
            shapely.box(0, 0, 40, 10),
            shapely.box(0, 0, 40, 10),
        ],
        index=pd.Index(["z1", "z2", "z3", "z4"], name="zone_id"),
        crs=CRS,
    )
    statuses = pd.DataFrame({"plan_status_code": [3, 2]}, index=["KPA", "R9"])
    found = plan.zones(parts, zones, statuses)
    assert found[["part_id", "zone_id", "share"]].to_numpy().tolist() == [
        ["1/1:1", "z1", 0.25],
        ["1/1:1", "z2", 1.0],
        ["1/2:1", "z2", 1.0],
    ]
    assert found.zone_type.tolist()[0] == "fortettingsområde"
    assert "z3" in plan.zones(parts, zones).zone_id.tolist(), "without plans every zone counts"
    assert list(plan.zones(parts, None).columns) == list(found.columns)


def test_toy_net_plot():
    town = toy_town()
    net = plan.net_plot_m2(town.plots, town.plan_areas, town.plans)
    assert net.tolist() == [600, 600, 600, 300, 600, 600, 600, 0]
    assert net.index.equals(town.plots.index)


def test_a_real_detail_plan_tiles_its_extent():
    """Stemtjønn: the purpose areas tile the plan exactly, 395,050 m²."""
    source = Path(__file__).parents[1].parent / "shared/data/plan_kristiansand"
    if not source.exists():
        pytest.skip("../shared/data absent")
    areas = gpd.read_file(source / "4204_1536_stemtjonn.gpkg", layer="RpArealformålOmråde")
    areas = gpd.GeoDataFrame(
        {
            "plan_id": "1536",
            "regime_code": "rp2008",
            "land_use_code": areas["arealformål"].astype(str),
            "zone_name": areas["feltnavn"],
            "land_use_status_code": 1,
        },
        geometry=areas.geometry.force_2d(),
        crs=areas.crs,
    ).rename_axis("area_id")
    x, y, x_max, y_max = areas.total_bounds
    corners = np.arange(x, x_max, 60), np.arange(y, y_max, 60)
    west, south = (c.ravel() for c in np.meshgrid(*corners))
    plots = plots_of(*shapely.box(west, south, west + 60, south + 60)).set_crs(
        areas.crs, allow_override=True
    )
    parts, _ = plan.parts(plots, areas, sliver_m2=0.0)
    planned = parts[parts.plan_id.notna()]
    assert planned.area_m2.sum() == pytest.approx(395_050, abs=1)
    by_area = planned.groupby("area_id").area_m2.sum()
    assert np.allclose(by_area, areas.area.loc[by_area.index], atol=0.05)
    total = parts.area_m2.groupby(parts.plot_id).sum()
    assert np.allclose(total, 3600, atol=0.01)


def test_layers_without_rows_are_given_and_empty():
    town = toy_town()
    parts, stack = plan.parts(town.plots, town.plan_areas.iloc[:0], town.plans.iloc[:0])
    assert set(parts.governs_reason) == {"no_plan"}
    assert len(parts) == len(town.plots)
    assert stack.empty
    assert plan.zones(parts, town.plan_zones.iloc[:0], town.plans).empty


def test_a_zone_drawn_as_two_polygons_is_one_field_and_permits_the_same():
    plots = plots_of(shapely.box(0, 0, 20, 10), shapely.box(20, 0, 40, 10))

    def permitted(*shapes):
        """Figures by plot and field, and the land of each plot under them."""
        areas = areas_of(*[("R1", "1111", shape) for shape in shapes]).assign(zone_name="B1")
        figures = [(a, 17, 900.0) for a in areas.index] + [(a, 16, 30.0) for a in areas.index]
        names = ["area_id", "utilisation_type_code", "utilisation_value"]
        cut, stack = plan.parts(plots, areas)
        table = settled.parameters(cut, stack, None, pd.DataFrame(figures, columns=names))
        table["m2"] = table["part_id"].map(cut["area_m2"])
        table["plot_id"] = table["part_id"].map(cut["plot_id"])
        keys = ["plot_id", "parameter_code", "value_max", "basis_code", "field_id", "why_code"]
        return table.groupby(keys)["m2"].sum()

    whole = permitted(shapely.box(0, 0, 40, 10))
    assert set(whole.index.get_level_values("field_id")) == {"R1|a"}
    for x in (7.0, 20.0, 33.3):
        halves = permitted(shapely.box(0, 0, x, 10), shapely.box(x, 0, 40, 10))
        pd.testing.assert_series_equal(halves, whole)
    apart = permitted(shapely.box(0, 0, 19, 10), shapely.box(21, 0, 40, 10))
    assert set(apart.index.get_level_values("field_id")) == {"R1|a", "R1|b"}
