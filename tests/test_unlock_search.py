"""The cheapest set of changes against all sets there are."""

import itertools

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from boligplan_geo.unlock.effects import Group, gain
from boligplan_geo.unlock.search import Search


def table(draw, levers, sizes):
    """Homes that never fall with a step, whole numbers."""
    steps = draw.integers(0, 4, size=[sizes[n] for n in levers])
    steps[(0,) * len(levers)] = 0
    homes = steps.astype(float)
    for axis in range(homes.ndim):
        homes = np.maximum.accumulate(homes, axis=axis)
    return Group(levers, homes)


def problem(seed, coupled):
    """Six levers in three zones, with groups of plots inside zones (and one across)."""
    draw = np.random.default_rng(seed)
    sizes = draw.integers(2, 4, size=6)
    levers = pd.DataFrame(
        {"zone_key": ["a", "a", "b", "b", "c", "c"], "zones_count": [1, 1, 1, 1, 2, 2]}
    )
    signatures = [(0, 1), (0,), (2, 3), (3,), (4, 5)] + [(1, 4)] * coupled
    return Search(levers, [table(draw, own, sizes) for own in signatures]), sizes


def brute(search, sizes, wanted, forbidden=()):
    """The least cost of all sets that give so many homes."""
    costs = []
    for steps in itertools.product(*(range(size) for size in sizes)):
        level = {n: s for n, s in enumerate(steps) if s}
        if not set(level) & set(forbidden) and gain(search.groups, level) >= wanted:
            costs.append(search.cost(level))
    return min(costs, default=None)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 20))
def test_the_cheapest_of_all_sets_is_found(seed, wanted):
    search, sizes = problem(seed, coupled=False)
    found = search.best(wanted)
    assert (None if found is None else found.cost) == brute(search, sizes, wanted)
    assert search.code == "exact"
    if found is not None:
        assert found.homes == gain(search.groups, found.level) >= wanted


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 12))
def test_the_next_set_is_the_cheapest_that_lacks_a_change_of_the_first(seed, wanted):
    search, sizes = problem(seed, coupled=False)
    sets = search.sets(wanted, 4)
    if not sets:
        return
    costs = [plan.cost for plan in sets]
    assert costs == sorted(costs)
    lacking = [brute(search, sizes, wanted, (lever,)) for lever in sets[0].levers]
    least = min((cost for cost in lacking if cost is not None), default=None)
    assert (costs[1] if len(costs) > 1 else None) == least
    for earlier, later in itertools.combinations(sets, 2):
        assert not set(earlier.levers) <= set(later.levers)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 20))
def test_where_plots_lie_in_several_zones_no_step_can_be_spared(seed, wanted):
    search, sizes = problem(seed, coupled=True)
    found = search.best(wanted)
    assert (found is None) == (brute(search, sizes, wanted) is None)
    if found is None:
        return
    assert found.homes >= wanted
    for lever, steps in found.level.items():
        fewer = {**found.level, lever: steps - 1}
        assert gain(search.groups, fewer) < wanted


def test_a_zone_counts_before_any_number_of_steps():
    levers = pd.DataFrame({"zone_key": ["a", "b", "c"], "zones_count": [1, 1, 1]})
    one = Group((0,), np.array([0.0, 1.0, 2.0, 4.0]))
    two, three = (Group((n,), np.array([0.0, 2.0])) for n in (1, 2))
    found = Search(levers, [one, two, three]).best(4)
    assert found.level == {0: 3}


def test_what_no_set_reaches_is_none():
    levers = pd.DataFrame({"zone_key": ["a"], "zones_count": [1]})
    search = Search(levers, [Group((0,), np.array([0.0, 3.0]))])
    assert search.best(4) is None
    assert search.sets(4, 3) == []
    assert search.most() == 3
