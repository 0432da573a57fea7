"""Homes nearby against distances measured one by one; districts by point."""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from boligplan_geo.facts import surroundings


def dots(x, y):
    ids = pd.Index([f"p{n}" for n in range(len(x))], name="plot_id")
    return gpd.GeoDataFrame(geometry=shapely.buffer(shapely.points(x, y), 1), index=ids)


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10_000), radius=st.floats(5, 900))
def test_counts_agree_with_all_distances(seed, radius):
    rng = np.random.default_rng(seed)
    plots = dots(*rng.uniform(0, 1500, (2, 80)) + 600_000)
    homes = pd.Series(rng.integers(0, 9, 80).astype(float), index=plots.index)
    centre = surroundings._coordinates(plots)
    distance = np.hypot(*(centre[:, None] - centre[None]).transpose(2, 0, 1))
    expected = (distance <= radius) @ homes.to_numpy()
    found = surroundings.homes_within_count(plots, homes, radius_m=radius)
    assert found.tolist() == expected.tolist()


def test_unknown_homes_within_the_radius_make_the_count_unknown():
    plots = dots([0, 100, 900], [0, 0, 0])
    homes = pd.Series([1.0, np.nan, 5.0], index=plots.index)
    found = surroundings.homes_within_count(plots, homes)
    assert found.isna().tolist() == [True, True, False]
    assert found["p2"] == 5
    assert found.name == "nearby_homes_400m_count"
    lenient = surroundings.homes_within_count(plots, homes, unknown_share=0.5)
    assert lenient.tolist() == [1, 1, 5], "one of two places is unknown"


def test_homes_as_points_and_the_radius_itself():
    plots = dots([0.0], [0.0])
    at = surroundings._coordinates(plots)[0]
    homes = gpd.GeoDataFrame(
        geometry=shapely.points(at + np.array([[400, 0], [0, -400.01], [30, 30]]))
    )
    assert surroundings.homes_within_count(plots, homes).tolist() == [2]
    counted = homes.assign(homes_count=[3, 100, 4])
    assert surroundings.homes_within_count(plots, counted).tolist() == [7]
    assert surroundings.homes_within_count(plots, homes.iloc[:0]).tolist() == [0]


def test_order_of_plots_does_not_matter():
    rng = np.random.default_rng(3)
    plots = dots(*rng.uniform(0, 1500, (2, 60)))
    homes = pd.Series(rng.integers(0, 9, 60).astype(float), index=plots.index)
    turned = plots.iloc[::-1]
    expected = surroundings.homes_within_count(plots, homes)
    pd.testing.assert_series_equal(
        surroundings.homes_within_count(turned, homes).reindex(plots.index), expected
    )


def test_districts():
    plots = dots([5, 15, 99, 10], [5, 5, 5, 5])
    districts = gpd.GeoDataFrame(
        {"name": ["B", "A"]},
        geometry=[shapely.box(10, 0, 20, 10), shapely.box(0, 0, 10, 10)],
        index=pd.Index(["02", "01"], name="district_id"),
    )
    found = surroundings.district_id(plots, districts)
    assert found.iloc[:2].tolist() == ["01", "02"]
    assert pd.isna(found.iloc[2])
    assert found.iloc[3] == "01", "on the border: the first by id"
    assert surroundings.district_id(plots, None).isna().all()
    assert found.index.equals(plots.index)


def test_representative_point_lies_inside_a_bent_plot():
    bent = shapely.box(0, 0, 100, 100) - shapely.box(10, 10, 100, 100)
    plots = gpd.GeoDataFrame(geometry=[bent], index=["p"])
    inner = gpd.GeoDataFrame(geometry=[bent], index=["01"])
    hole = gpd.GeoDataFrame(geometry=[shapely.box(11, 11, 100, 100)], index=["02"])
    both = pd.concat([hole, inner])
    assert surroundings.district_id(plots, both).tolist() == ["01"]
