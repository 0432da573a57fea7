"""Sites: who shares an edge, who is joined, and that every home comes along."""

import numpy as np
import pandas as pd
import pytest
import shapely
from fake_run import SIDE, fake_run
from hypothesis import given
from hypothesis import strategies as st

from boligplan_geo.sites import common, join_neighbours, shared_edges, sites


@pytest.fixture(scope="module")
def plots():
    table = fake_run(12).plots
    table["plan_zone_key"] = "KPA|B1"
    return table


def test_a_row_of_boxes_shares_its_sides_and_not_its_corners(plots):
    row = plots.iloc[[0, 1, 2, 12, 13]]  # three in a row, two above
    edges = shared_edges(row, shortest_m=5)
    pairs = set(zip(edges["left"], edges["right"], strict=True))
    assert pairs == {(0, 1), (1, 2), (3, 4), (0, 3), (1, 4)}
    assert edges["edge_m"].to_numpy() == pytest.approx(SIDE, abs=0.11)


def test_edges_agree_with_a_naive_intersection_of_boundaries():
    random = np.random.default_rng(5)
    cells = shapely.get_parts(
        shapely.voronoi_polygons(shapely.multipoints(random.random((60, 2)) * 300))
    )
    import geopandas as gpd

    edges = shared_edges(gpd.GeoDataFrame(geometry=cells), shortest_m=1)
    found = {(a, b): m for a, b, m in edges.itertuples(index=False)}
    for i in range(len(cells)):
        for j in range(i + 1, len(cells)):
            exact = shapely.boundary(cells[i]).intersection(shapely.boundary(cells[j])).length
            if exact > 1.3:
                assert found[i, j] == pytest.approx(exact, abs=0.3)


def test_joining_stops_at_the_largest_area_and_at_the_plan():
    edges = pd.DataFrame({"left": [0, 1, 2], "right": [1, 2, 3], "edge_m": [9.0, 8.0, 7.0]})
    area = np.array([100.0, 100.0, 100.0, 100.0])
    one_plan = np.zeros(4)
    assert join_neighbours(edges, area, one_plan, largest_m2=1e9).tolist() == [0, 0, 0, 0]
    assert join_neighbours(edges, area, one_plan, largest_m2=200).tolist() == [0, 0, 2, 2]
    two_plans = np.array([0, 0, 1, 1])
    assert join_neighbours(edges, area, two_plans, largest_m2=1e9).tolist() == [0, 0, 2, 2]


def test_sites_hold_every_candidate_once_with_all_its_homes(plots):
    found = sites(plots, shared_edge_m=5, max_area_m2=5_000)
    candidates = plots[plots["plot_status_code"] == "candidate"]
    inside = [p for ids in found["plot_ids"] for p in ids.split(";")]
    assert sorted(inside) == sorted(candidates.index)
    assert found["homes_mid_count"].sum() == candidates["potential_plan_homes_mid_count"].sum()
    assert found.area.sum() == pytest.approx(candidates.area.sum())
    assert (found.area <= 5_000 + 1e-6).all()
    assert (found.index == "S-" + found["plot_ids"].str.split(";").map(min)).all()
    assert found["potential_homes_mid_count"].isna().all()


def test_points_of_a_site_are_weighted_by_homes(plots):
    found = sites(plots, shared_edge_m=5, max_area_m2=5_000)
    site = found[found["plots_count"] > 1].iloc[0]
    rows = plots.loc[site["plot_ids"].split(";")]
    homes, points = rows["potential_plan_homes_mid_count"], rows["score_densification_points"]
    assert site["score_densification_points"] == pytest.approx((homes * points).sum() / homes.sum())


@given(st.integers(0, 1000))
def test_row_order_changes_nothing(seed):
    table = fake_run(6).plots
    table["plan_zone_key"] = "KPA|B1"
    expected = sites(table, shared_edge_m=5, max_area_m2=3_000)
    shuffled = table.sample(frac=1, random_state=seed)
    assert sites(shuffled, shared_edge_m=5, max_area_m2=3_000)["plot_ids"].equals(
        expected["plot_ids"]
    )


def test_no_candidates_give_an_empty_table_with_its_columns(plots):
    nothing = sites(plots.assign(plot_status_code="ranked"), shared_edge_m=5, max_area_m2=9)
    assert len(nothing) == 0
    assert {"plot_ids", "homes_mid_count", "geometry"} <= set(nothing.columns)


@given(
    st.lists(
        st.tuples(st.sampled_from(["a", "b", "c"]), st.sampled_from(["x", "y", None])), max_size=12
    )
)
def test_what_a_site_has_in_common_is_what_all_its_plots_say(rows):
    table = pd.DataFrame(rows, columns=["site_id", "owner_code"])
    found = common(table["owner_code"], table["site_id"])
    naive = {
        site: values.pop() if len(values) == 1 else None
        for site in sorted({site for site, _ in rows})
        for values in [{owner for name, owner in rows if name == site}]
    }
    assert {site: None if pd.isna(v) else v for site, v in found.items()} == naive
    assert found.index.name == "site_id"
