"""What-ifs change a copy of the town; walks get shorter, never longer."""

from dataclasses import replace

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from boligplan_geo import network
from boligplan_geo.facts import access
from boligplan_geo.municipality import Municipality
from boligplan_geo.what_if import add_link, add_stop

CRS = "EPSG:25833"


@pytest.fixture
def town() -> Municipality:
    """Two parallel streets 100 m apart, joined only at their far end."""
    streets = shapely.from_wkt(
        ["LINESTRING (0 0, 500 0)", "LINESTRING (500 0, 500 100)", "LINESTRING (500 100, 0 100)"]
    )
    plots = gpd.GeoDataFrame(
        geometry=[shapely.box(0, 0, 20, 20)], index=pd.Index(["1/1"], name="plot_id"), crs=CRS
    )
    lines = gpd.GeoDataFrame(
        {"kind_code": ["gangveg"] * 3, "level_code": [0, 0, 0]},
        geometry=streets,
        index=pd.Index(["E1", "E2", "E3"], name="edge_id"),
        crs=CRS,
    )
    stops = gpd.GeoDataFrame(
        {"stop_name": ["Kaia"], "departures_per_hour": [4.0]},
        geometry=[shapely.Point(10, 100)],
        index=pd.Index(["S1"], name="stop_id"),
        crs=CRS,
    )
    return Municipality("Testby", "9999", CRS, plots, network=lines, stops=stops)


def minutes(town: Municipality) -> float:
    found = access.table(town.plots, town.network, {"stop": town.stops})
    return float(found["access_stop_min"].iloc[0])


def test_a_link_shortens_the_walk_and_leaves_the_town_as_it_was(town):
    before = minutes(town)
    changed = add_link(town, shapely.LineString([(10, 2), (10, 98)]))
    assert len(town.network) == 3
    assert list(changed.network.index) == ["E1", "E2", "E3", "what-if-1"]
    assert changed.network.index.name == "edge_id"
    assert changed.network.crs == town.network.crs
    # 490 + 100 + 490 m round the end became 90 m across: the new path runs through the plot
    flat = 60 / 5036.742
    assert before == pytest.approx(1080 * flat, rel=1e-5)
    assert minutes(changed) == pytest.approx(90 * flat, rel=1e-5)
    assert "100 m" in changed.notes[-1].text("en")


def test_ends_are_moved_onto_the_network(town):
    changed = add_link(town, shapely.LineString([(10, 2), (10, 98)]))
    added = changed.network.geometry["what-if-1"]
    assert shapely.equals(added, shapely.LineString([(10, 0), (10, 100)]))


def test_two_links_get_two_ids(town):
    line = shapely.LineString([(10, 0), (10, 100)])
    twice = add_link(add_link(town, line), line, kind="trapp")
    assert list(twice.network.index[-2:]) == ["what-if-1", "what-if-2"]
    assert twice.network["kind_code"].iloc[-1] == "trapp"


def test_a_bridge_link_does_not_meet_what_it_crosses(town):
    bridge = add_link(town, shapely.LineString([(250, -50), (250, 100)]), medium_code="L")
    net = network.build(bridge.network)
    # only its northern end meets a street; it passes over the southern one
    degrees = pd.Series([*net.edge_start, *net.edge_end]).value_counts()
    assert (degrees == 3).sum() == 1


def test_impossible_links_are_refused(town):
    line = shapely.LineString([(10, 0), (10, 100)])
    with pytest.raises(ValueError, match="network layer"):
        add_link(replace(town, network=None), line)
    with pytest.raises(ValueError, match="kind"):
        add_link(town, line, kind="teleport")
    with pytest.raises(ValueError, match="neither"):
        add_link(town, shapely.LineString([(10, 40), (10, 60)]))


def test_a_stop_is_added_with_its_departures(town):
    changed = add_stop(town, shapely.Point(10, 0), departures_per_hour=6, name="Ny")
    assert minutes(changed) == pytest.approx(0.0, abs=1e-9)
    assert list(changed.stops.index) == ["S1", "what-if-1"]
    assert list(changed.stops["departures_per_hour"]) == [4.0, 6.0]
    assert len(town.stops) == 1
    assert "6" in changed.notes[-1].text()


def test_a_stop_can_be_the_first(town):
    changed = add_stop(replace(town, stops=None), shapely.Point(10, 0), departures_per_hour=2)
    assert list(changed.stops.index) == ["what-if-1"]
    assert changed.stops.index.name == "stop_id"
    with pytest.raises(ValueError, match="departures"):
        add_stop(town, shapely.Point(0, 0), departures_per_hour=-1)
