"""Walks by hand, against networkx on random networks, and over bridges, stairs and islands."""

import itertools

import geopandas as gpd
import networkx as nx
import numpy as np
import pytest
import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from boligplan_geo.network import build, minutes_from, minutes_to, snap
from boligplan_geo.network.noding import edges
from boligplan_geo.network.profiles import tobler_kmh
from boligplan_geo.raster import Grid

CRS = "EPSG:25833"


def lines_of(*texts: str, **columns) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(columns, geometry=shapely.from_wkt(list(texts)), crs=CRS)


def points(*xy) -> np.ndarray:
    return shapely.points(np.array(xy, dtype=float))


def walk(net, start, end) -> float:
    """Minutes from one point to another."""
    return float(minutes_to(net, snap(net, points(start)), snap(net, points(end)))[0][0])


def tobler_min(run: float, rise: float) -> float:
    """Minutes by the formula as published, for one even slope."""
    return run / 1000 / (6 * np.exp(-3.5 * abs(rise / run + 0.05))) * 60


# Speeds by hand


def test_a_stop_20_m_up_a_ten_per_cent_street():
    net = build(lines_of("LINESTRING Z (0 0 0, 200 0 20)"))
    house, stop = snap(net, points((50, 0))), snap(net, points((70, 0)))
    assert minutes_to(net, house, stop)[0][0] == pytest.approx(tobler_min(20, 2), rel=1e-12)
    assert minutes_from(net, house, stop)[0][0] == pytest.approx(tobler_min(20, -2), rel=1e-12)
    assert tobler_min(20, 2) == pytest.approx(0.33809, abs=1e-5)


def test_uphill_is_slower_than_downhill_and_level_is_the_same_both_ways():
    hill = build(lines_of("LINESTRING Z (0 0 0, 300 0 30)"))
    assert walk(hill, (0, 0), (300, 0)) > 1.3 * walk(hill, (300, 0), (0, 0))
    level = build(lines_of("LINESTRING Z (0 0 3, 300 0 3)"))
    assert walk(level, (0, 0), (300, 0)) == walk(level, (300, 0), (0, 0))
    assert walk(level, (0, 0), (300, 0)) == pytest.approx(300 / 5036.742 * 60, rel=1e-6)


def test_a_ridge_on_the_way_counts_though_the_ends_are_level():
    net = build(lines_of("LINESTRING Z (0 0 0, 100 0 10, 200 0 0)"))
    there = tobler_min(100, 10) + tobler_min(100, -10)
    assert walk(net, (0, 0), (200, 0)) == pytest.approx(there, rel=1e-12)
    half = tobler_min(50, 5) + tobler_min(50, -5)
    assert walk(net, (50, 0), (150, 0)) == pytest.approx(half, rel=1e-12)


def test_metres_off_the_network_are_walked_at_the_flat_speed_at_both_ends():
    net = build(lines_of("LINESTRING (0 0, 500 0)"))
    assert walk(net, (0, 30), (400, -20)) == pytest.approx(450 / 5036.742 * 60, rel=1e-6)


def test_the_quickest_is_not_always_the_nearest_by_metres():
    # 100 m up a steep street, or 180 m along a level one
    net = build(lines_of("LINESTRING Z (0 0 0, 100 0 40)", "LINESTRING Z (0 0 0, 0 180 0)"))
    minutes, nearest = minutes_to(
        net, snap(net, points((0, 0))), snap(net, points((100, 0), (0, 180)))
    )
    assert nearest[0] == 1
    assert minutes[0] == pytest.approx(tobler_min(180, 0))


def test_stairs_have_a_speed_of_their_own():
    stairs = build(lines_of("LINESTRING Z (0 0 0, 20 0 10)", kind_code=["trapp"]))
    up, down = walk(stairs, (0, 0), (20, 0)), walk(stairs, (20, 0), (0, 0))
    assert up == pytest.approx(20 / 0.610 / 60)
    assert down == pytest.approx(20 / 0.694 / 60)
    slow = build(lines_of("LINESTRING Z (0 0 0, 20 0 10)", kind_code=["steps"]), stairs_up_kmh=1.0)
    assert walk(slow, (0, 0), (20, 0)) == pytest.approx(20 / 1000 * 60)


def test_noise_in_dense_heights_does_not_become_hills():
    x = np.arange(0, 301, 1.0)
    z = np.where(x % 2 == 0, 0.1, -0.1)
    line = shapely.LineString(np.column_stack([x, 0 * x, z]))
    noisy = gpd.GeoDataFrame(geometry=[line], crs=CRS)
    level = 300 / 5036.742 * 60
    assert walk(build(noisy), (0, 0), (300, 0)) < 1.05 * level
    assert walk(build(noisy, rise_step_m=0.1), (0, 0), (300, 0)) > 1.15 * level


# Where lines meet


def test_a_bridge_over_a_road_shares_no_node_with_it():
    over = lines_of(
        "LINESTRING (0 0, 100 0)", "LINESTRING (50 -40, 50 0, 50 40)", medium_code=["T", "L"]
    )
    assert len(build(over).edge_line) == 2
    assert len(set(build(over).node_component)) == 2
    # without a word on the medium, heights tell
    high = lines_of(
        "LINESTRING Z (0 0 2, 50 0 2, 100 0 2)", "LINESTRING Z (50 -40 8, 50 0 8, 50 40 8)"
    )
    assert len(build(high).edge_line) == 2
    # a path that ends below a bridge does not climb it
    below = lines_of("LINESTRING (0 0, 50 0)", "LINESTRING (50 -40, 50 40)", medium_code=["T", "L"])
    assert len(build(below).edge_line) == 2


def test_a_bridge_meets_the_roads_at_its_ends():
    net = build(
        lines_of(
            "LINESTRING (0 0, 40 0)",
            "LINESTRING (40 0, 80 0)",
            "LINESTRING (80 -30, 80 30)",
            medium_code=[None, "L", None],
            level_code=[0, 1, 0],
        )
    )
    assert walk(net, (0, 0), (80, 30)) == pytest.approx(110 / 5036.742 * 60, rel=1e-6)


def test_lines_crossing_without_a_vertex_do_not_meet_but_touching_ends_do():
    roads = "LINESTRING (0 0, 10 0)", "LINESTRING (5 -5, 5 5)"
    assert len(edges(lines_of(*roads).geometry.to_numpy(), np.zeros(2)).line) == 2
    tee = build(lines_of("LINESTRING (0 0, 100 0)", "LINESTRING (50 0.03, 50 50)"))
    assert len(tee.edge_line) == 3
    assert len(tee.node_xy) == 4
    gap = build(lines_of("LINESTRING (0 0, 100 0)", "LINESTRING (50 0.3, 50 50)"))
    assert len(gap.edge_line) == 2
    assert gap.notes[-1].code == "network_parts"


def test_a_ring_meets_itself_and_a_common_vertex_joins():
    ring = build(lines_of("LINESTRING (0 0, 100 0, 100 100, 0 100, 0 0)"))
    assert (len(ring.edge_line), len(ring.node_xy)) == (1, 1)
    assert walk(ring, (10, 0), (0, 10)) == pytest.approx(20 / 5036.742 * 60, rel=1e-6)
    lasso = build(lines_of("LINESTRING (-50 0, 0 0, 60 0, 60 60, 0 0)"))
    assert len(lasso.edge_line) == 2
    cross = build(lines_of("LINESTRING (0 0, 50 0, 100 0)", "LINESTRING (50 -50, 50 0, 50 50)"))
    assert len(cross.edge_line) == 4


def test_parallel_ways_between_two_nodes_are_not_added_up():
    net = build(lines_of("LINESTRING (0 0, 100 0)", "LINESTRING (0 0, 50 80, 100 0)"))
    assert walk(net, (0, 0), (100, 0)) == pytest.approx(100 / 5036.742 * 60, rel=1e-6)


# What is open to walkers


@pytest.mark.parametrize(
    ("kind", "medium", "said", "is_open"),
    [
        ("enkelBilveg", None, None, True),
        ("enkelBilveg", "L", None, True),
        ("enkelBilveg", "U", None, False),
        ("enkelBilveg", "U", True, True),
        ("gangOgSykkelveg", "U", None, True),
        ("Gang- og sykkelveg", None, None, True),
        ("rundkjoring", None, None, True),
        ("bilferje", None, None, False),
        ("motorway", None, None, False),
        ("motorveg", None, True, True),
        ("sti", None, False, False),
        ("Escalier", None, None, True),
        (None, None, None, True),
    ],
)
def test_open_to_walkers(kind, medium, said, is_open):
    frame = lines_of(
        "LINESTRING (0 0, 10 0)", kind_code=[kind], medium_code=[medium], is_walkable=[said]
    )
    assert len(build(frame).lines) == int(is_open)


def test_an_unknown_kind_is_walkable_and_noted():
    frame = lines_of(
        "LINESTRING (0 0, 10 0)", "LINESTRING (10 0, 20 0)", kind_code=["svevebane", "sti"]
    )
    net = build(frame)
    assert len(net.lines) == 2
    assert net.notes[0].code == "unknown_code"
    assert "svevebane" in net.notes[0].text("nb")


def test_lines_in_parts_empty_and_pointlike_lines_are_coped_with():
    frame = lines_of(
        "MULTILINESTRING ((0 0, 10 0), (10 0, 30 0))", "LINESTRING EMPTY", "LINESTRING (5 5, 5 5)"
    )
    frame.loc[3] = [None]
    net = build(frame)
    assert len(net.lines) == 2
    assert list(net.line_id) == [0, 0]
    assert walk(net, (0, 0), (30, 0)) == pytest.approx(30 / 5036.742 * 60, rel=1e-6)
    nothing = build(frame.iloc[1:])
    assert np.isnan(walk(nothing, (0, 0), (1, 0)))


# Heights from terrain


def ramp(slope: float = 0.1) -> Grid:
    x = (np.arange(60) + 0.5) * 10
    return Grid(np.repeat(slope * x[None, :], 20, axis=0).astype(np.float32), 0, 100, 10, CRS)


def test_lines_without_height_take_the_terrains():
    net = build(lines_of("LINESTRING (100 50, 400 50)"), terrain=ramp())
    assert walk(net, (100, 50), (400, 50)) == pytest.approx(tobler_min(300, 30), rel=1e-5)
    assert walk(net, (300, 50), (200, 50)) == pytest.approx(tobler_min(100, -10), rel=1e-5)
    assert not net.notes


def test_bridges_are_straight_between_their_ends_and_roads_go_into_the_valley():
    x = (np.arange(60) + 0.5) * 10
    valley = Grid(
        np.repeat(np.abs(x - 300)[None, :] / 5, 20, axis=0).astype(np.float32), 0, 100, 10, CRS
    )
    road = build(lines_of("LINESTRING (200 50, 400 50)"), terrain=valley)
    bridge = build(lines_of("LINESTRING (200 50, 400 50)", medium_code=["L"]), terrain=valley)
    flat = 200 / 5036.742 * 60
    (minutes,) = bridge.along_min(bridge.edge_from_m, bridge.edge_to_m)
    assert minutes == pytest.approx(flat, rel=1e-4)
    assert walk(road, (200, 50), (400, 50)) > 1.15 * flat


def test_a_bridge_in_pieces_over_deep_water_stays_up():
    x = (np.arange(60) + 0.5) * 10
    sound = np.where((x > 200) & (x < 400), -30.0, 12.0)
    grid = Grid(np.repeat(sound[None, :], 20, axis=0).astype(np.float32), 0, 100, 10, CRS)
    net = build(
        lines_of(
            "LINESTRING (100 50, 180 50)",
            "LINESTRING (180 50, 290 50)",
            "LINESTRING (290 50, 420 50)",
            "LINESTRING (420 50, 500 50)",
            medium_code=[None, "L", "L", None],
        ),
        terrain=grid,
    )
    assert walk(net, (100, 50), (500, 50)) == pytest.approx(400 / 5036.742 * 60, rel=1e-4)


def test_without_any_height_a_line_is_flat_and_said_so():
    net = build(lines_of("LINESTRING (0 0, 100 0)"))
    assert net.notes[0].code == "network_flat"
    zero = build(lines_of("LINESTRING Z (100 50 0, 400 50 0)"), terrain=ramp())
    assert walk(zero, (100, 50), (400, 50)) == pytest.approx(tobler_min(300, 30), rel=1e-5)
    marked = build(lines_of("LINESTRING Z (100 50 -1000, 400 50 7)"), terrain=ramp())
    assert walk(marked, (100, 50), (400, 50)) == pytest.approx(tobler_min(300, 30), rel=1e-5)
    beyond = build(lines_of("LINESTRING (5000 50, 5100 50)"), terrain=ramp())
    assert beyond.notes[0].code == "network_flat"


# Snapping


def test_a_plot_that_touches_its_road_has_nothing_to_walk_to_it():
    net = build(lines_of("LINESTRING (0 0, 500 0)"))
    plots = np.array([shapely.box(100, 0, 140, 60), shapely.box(100, 5, 140, 60)])
    snaps = snap(net, plots)
    assert snaps.snap_m.tolist() == [0, 5]
    minutes, _ = minutes_to(net, snaps, snap(net, points((220, 0))))
    assert minutes == pytest.approx(np.array([100, 105]) / 5036.742 * 60, rel=1e-6)


def test_nobody_steps_onto_a_bridge_or_into_a_tunnel_midway():
    net = build(
        lines_of(
            "LINESTRING (0 0, 300 0)",
            "LINESTRING (300 0, 300 200, 0 200)",
            "LINESTRING (0 200, 0 40)",
            kind_code=["sti"] * 3,
            medium_code=["U", "L", None],
        )
    )
    snaps = snap(net, points((150, 10)))
    assert snaps.snap_m[0] == pytest.approx(np.hypot(150, 30))


def test_between_two_lines_the_western_place_is_taken_whatever_their_order():
    lines = lines_of("LINESTRING (30 0, 60 0)", "LINESTRING (0 30, 0 60)")
    for frame in (lines, lines.iloc[::-1]):
        net = build(frame)
        took = minutes_to(net, snap(net, points((0, 0))), snap(net, points((0, 50), (60, 0))))
        assert took[0] == pytest.approx(50 / 5036.742 * 60, rel=1e-6)
        assert took[1].tolist() == [0]


def test_islands_and_far_places_are_unreachable():
    net = build(lines_of("LINESTRING (0 0, 100 0)", "LINESTRING (0 900, 100 900)"))
    snaps = snap(net, points((10, 0), (10, 900), (10, 310), (10, 299)))
    minutes, nearest = minutes_to(net, snaps, snap(net, points((90, 0))))
    assert np.isnan(minutes).tolist() == [False, True, True, False]
    assert nearest.tolist() == [0, -1, -1, 0]
    assert net.notes[-1].text("en").count("2 parts") == 1


def test_ties_go_to_the_first_destination():
    net = build(lines_of("LINESTRING (0 0, 200 0)"))
    goals = points((150, 0), (50, 0))
    _, nearest = minutes_to(net, snap(net, points((100, 0))), snap(net, goals))
    assert nearest.tolist() == [0]
    _, nearest = minutes_to(net, snap(net, points((100, 0))), snap(net, goals[::-1]))
    assert nearest.tolist() == [0]


# A naive second implementation on random networks


class Naive:
    """Every vertex, touched place and snapped place is a node of a networkx graph."""

    def __init__(self, lines):
        self.lines = lines
        self.places: list[dict] = [{} for _ in lines]  # distance along -> node name
        for number, line in enumerate(lines):
            for x, y, _ in line.coords:
                self.places[number][line.project(shapely.Point(x, y))] = (round(x, 6), round(y, 6))

    def add(self, point, name):
        """Put a place on the nearest line; return metres to it."""
        number = int(np.argmin([line.distance(point) for line in self.lines]))
        line = self.lines[number]
        at = line.project(point)
        near = [node for s, node in self.places[number].items() if abs(s - at) < 1e-9]
        self.places[number].setdefault(at, name)
        return (near[0] if near else name), line.distance(point)

    def graph(self):
        graph = nx.DiGraph()
        for line, places in zip(self.lines, self.places, strict=True):
            stops = sorted(places.items())
            for (a, name_a), (b, name_b) in itertools.pairwise(stops):
                rise = line.interpolate(b).z - line.interpolate(a).z
                for one, two, up in ((name_a, name_b, rise), (name_b, name_a, -rise)):
                    took = tobler_min(b - a, up)
                    if graph.has_edge(one, two):
                        took = min(took, graph[one][two]["minutes"])
                    graph.add_edge(one, two, minutes=took)
        return graph


@st.composite
def towns(draw):
    """Streets between the points of a 4 × 4 grid of 30 m, each with a height of its own."""
    height = draw(st.lists(st.integers(0, 12), min_size=16, max_size=16))
    steps = [(a, a + 1) for a in range(16) if a % 4 < 3] + [(a, a + 4) for a in range(12)]
    used = draw(st.lists(st.sampled_from(steps), min_size=3, max_size=20, unique=True))
    knot = {a: (30.0 * (a % 4), 30.0 * (a // 4), float(height[a])) for a in range(16)}
    lines = []
    for number, (a, b) in enumerate(used):
        (xa, ya, za), (xb, yb, zb) = knot[a], knot[b]
        # a vertex on the way, off the straight line and off the even slope
        mid = (
            (xa + xb) / 2 + (number % 5 - 2),
            (ya + yb) / 2 + (number % 3 - 1),
            (za + zb) / 2 + number % 4,
        )
        lines.append(shapely.LineString([(xa, ya, za), mid, (xb, yb, zb)]))
    spot = st.tuples(st.floats(-15, 105), st.floats(-15, 105))
    places = draw(st.lists(spot, min_size=1, max_size=6))
    goals = draw(st.lists(spot, min_size=1, max_size=4))
    return lines, places, goals


def is_clear(lines, spots) -> bool:
    """No point is as near to a second place of the network: rounding would choose."""
    for point in map(shapely.Point, spots):
        away = [line.distance(point) for line in lines]
        near = [line for line, d in zip(lines, away, strict=True) if d < min(away) + 1e-6]
        feet = [line.interpolate(line.project(point)) for line in near]
        if any(foot.distance(feet[0]) > 1e-6 for foot in feet):
            return False
    return True


@settings(max_examples=80, deadline=None)
@given(towns())
def test_minutes_agree_with_networkx(town):
    lines, places, goals = town
    assume(is_clear(lines, [*places, *goals]))
    frame = gpd.GeoDataFrame(geometry=lines, crs=CRS)
    naive = Naive(lines)
    flat = 60 / 1000 / (6 * np.exp(-3.5 * 0.05))
    homes = [naive.add(shapely.Point(p), ("home", i)) for i, p in enumerate(places)]
    ends = [naive.add(shapely.Point(p), ("goal", i)) for i, p in enumerate(goals)]
    graph = naive.graph()
    for number, (node, metres) in enumerate(ends):
        graph.add_edge(node, ("end", number), minutes=metres * flat)
        graph.add_edge(("begin", number), node, minutes=metres * flat)
    net = build(frame, rise_step_m=0.5)
    mine, theirs = snap(net, points(*places)), snap(net, points(*goals))
    for ours, view, sources in (
        (minutes_to, graph.reverse(), [("end", n) for n in range(len(ends))]),
        (minutes_from, graph, [("begin", n) for n in range(len(ends))]),
    ):
        took = nx.multi_source_dijkstra_path_length(view, sources, weight="minutes")
        expected = [took.get(node, np.nan) + metres * flat for node, metres in homes]
        minutes, nearest = ours(net, mine, theirs)
        assert minutes == pytest.approx(np.array(expected), rel=1e-9, abs=1e-9, nan_ok=True)
        assert ((nearest >= 0) == np.isfinite(minutes)).all()
        # the named destination alone gives the same minutes
        for place in np.flatnonzero(nearest >= 0):
            alone, _ = ours(net, mine.at([place]), theirs.at([nearest[place]]))
            assert alone[0] == pytest.approx(minutes[place], rel=1e-9)


@settings(max_examples=40, deadline=None)
@given(towns(), st.randoms(use_true_random=False))
def test_order_and_direction_of_lines_change_nothing(town, random):
    lines, places, goals = town
    assume(is_clear(lines, [*places, *goals]))
    net = build(gpd.GeoDataFrame(geometry=lines, crs=CRS))
    before, _ = minutes_to(net, snap(net, points(*places)), snap(net, points(*goals)))
    shuffled = [line.reverse() if random.random() < 0.5 else line for line in lines]
    random.shuffle(shuffled)
    other = build(gpd.GeoDataFrame(geometry=shuffled, crs=CRS))
    after, _ = minutes_to(other, snap(other, points(*places)), snap(other, points(*goals)))
    assert after == pytest.approx(before, rel=1e-6, abs=1e-6, nan_ok=True)


def test_a_shift_to_real_coordinates_changes_nothing():
    rng = np.random.default_rng(8)
    knots = np.column_stack([rng.uniform(0, 300, (12, 2)), rng.uniform(0, 20, 12)])
    lines = shapely.linestrings([knots[[a, (5 * a + 3) % 12]] for a in range(12)])
    spots = rng.uniform(0, 300, (30, 2))
    took = []
    for shift in (np.zeros(3), np.array([651_000.0, 7_730_000.0, 0.0])):
        moved = shapely.transform(lines, lambda xyz, by=shift: xyz + by, include_z=True)
        net = build(gpd.GeoDataFrame(geometry=moved, crs=CRS))
        home, goal = (snap(net, shapely.points(xy + shift[:2])) for xy in (spots[:25], spots[25:]))
        took.append(minutes_to(net, home, goal)[0])
    assert np.isfinite(took[0]).sum() > 15
    assert took[1] == pytest.approx(took[0], rel=1e-6, abs=1e-6, nan_ok=True)


def test_splitting_a_line_changes_nothing():
    whole = build(lines_of("LINESTRING Z (0 0 0, 90 0 9, 200 0 2)"))
    pieces = build(
        lines_of("LINESTRING Z (0 0 0, 50 0 5)", "LINESTRING Z (50 0 5, 90 0 9, 145 0 5.5)",
                 "LINESTRING Z (200 0 2, 145 0 5.5)")
    )  # fmt: skip
    for start, end in (((0, 0), (200, 0)), ((60, 4), (180, -3)), ((170, 0), (20, 0))):
        assert walk(whole, start, end) == pytest.approx(walk(pieces, start, end), rel=1e-9)


def test_tobler_is_quickest_five_per_cent_downhill():
    slopes = np.linspace(-1, 1, 4001)
    assert slopes[np.argmax(tobler_kmh(slopes))] == pytest.approx(-0.05)
    assert tobler_kmh(np.array([-0.05]))[0] == 6.0


@settings(max_examples=40, deadline=None)
@given(towns(), st.integers(0, 15), st.integers(0, 15))
def test_another_way_or_another_destination_never_makes_a_walk_longer(town, a, b):
    lines, _, goals = town
    # on the network before and after
    ends = points(*sorted({line.coords[0][:2] for line in lines}))
    fewer = build(gpd.GeoDataFrame(geometry=lines, crs=CRS))
    goals = np.append(points(*goals[1:]) if goals[1:] else [], ends[:1])
    before, _ = minutes_to(fewer, snap(fewer, ends), snap(fewer, ends[-1:]))
    also, _ = minutes_to(fewer, snap(fewer, ends), snap(fewer, np.append(ends[-1:], goals)))
    way = [(30.0 * (n % 4), 30.0 * (n // 4), 3.0 + i) for i, n in enumerate((a, b))]
    more = build(gpd.GeoDataFrame(geometry=[*lines, shapely.LineString(way)], crs=CRS))
    after, _ = minutes_to(more, snap(more, ends), snap(more, ends[-1:]))
    for other in (also, after):
        known = np.isfinite(before)
        assert np.isfinite(other[known]).all()
        assert (other[known] <= before[known] + 1e-9).all()
