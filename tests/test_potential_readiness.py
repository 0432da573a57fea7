"""When homes may be built, by which clause, and that the split sums to mid whatever is drawn."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plan_town import HOMES, Town

from boligplan_geo.potential.plan_rules.readiness import split

ROOM = {"utilisation_18": 200, "outdoor_per_home_m2": 0, "parking_per_home": 0}
STAGES = ["now", "after_phasing", "after_plan"]
NAMES = [f"potential_{stage}_homes_count" for stage in STAGES]


def when(town, plot="p"):
    """Stage of a plot's homes (all in one) and the clause that says it."""
    found = town.homes().loc[plot]
    assert found[NAMES].sum() == found[HOMES[1]] > 0
    stages = [s for s, n in zip(STAGES, NAMES, strict=True) if found[n] > 0]
    assert len(stages) == 1
    return stages[0], found["potential_when_clause_id"]


def with_part(**columns):
    town = Town().part("p", 900, **ROOM)
    town.parts[0] |= columns
    return town


@pytest.mark.parametrize(
    ("rules", "zone", "wanted"),
    [
        ({}, None, ("now", None)),
        ({"plan_required": 1}, None, ("after_plan", "§ plan_required")),
        ({"phasing_required": 1}, None, ("after_phasing", "§ phasing_required")),
        # a plan comes before a phasing demand
        ({"plan_required": 1, "phasing_required": 1}, None, ("after_plan", "§ plan_required")),
        # the map: H430, and plankrav of pbl 1985; what a clause says is met is met
        ({}, ("430", "infrastruktur"), ("after_phasing", "H430")),
        ({"phasing_required": 0}, ("430", "infrastruktur"), ("now", None)),
        ({}, ("110", "restriksjon"), ("after_plan", "H110")),
        ({"plan_required": 0}, ("110", "restriksjon"), ("now", None)),
        # H110 of sikring is another thing
        ({}, ("110", "sikring"), ("now", None)),
        # 9 homes of 165 m² fit here
        ({"plan_required_from_homes": 9}, None, ("after_plan", "§ plan_required_from_homes")),
        ({"plan_required_from_homes": 10}, None, ("now", None)),
        ({"plan_required_from_m2": 1485}, None, ("after_plan", "§ plan_required_from_m2")),
        ({"plan_required_from_m2": 1486}, None, ("now", None)),
        ({"plan_required_from_homes": 2, "plan_required": 0}, None, ("now", None)),
        ({"temporary_ban": 1}, None, ("after_plan", "§ temporary_ban")),
    ],
)
def test_what_must_come_first_and_who_says_it(rules, zone, wanted):
    town = Town().part("p", 900, **rules, **ROOM)
    if zone:
        town.zones.append(("p:1", "K", zone[0], 1.0, zone[1]))
    stage, clause = when(town)
    assert (stage, None if pd.isna(clause) else clause) == wanted


@pytest.mark.parametrize(
    ("column", "clause"),
    [
        ("is_over_ten_years", "pbl § 12-4"),
        ("has_temporary_ban", "pbl § 13-1"),
        ("is_without_effect", "plankart"),
    ],
)
def test_the_law_itself_may_ask_for_a_plan(column, clause):
    assert when(with_part(**{column: True})) == ("after_plan", clause)
    assert when(with_part(**{column: False}))[0] == "now"
    assert when(with_part(**{column: None}))[0] == "now"


def test_a_private_plan_that_is_begun_lasts():
    begun = with_part(is_over_ten_years=True).plot("p", built=(80, 150, 1))
    assert when(begun)[0] == "now"


def test_a_phasing_demand_of_unknown_state_is_open_and_said():
    town = Town().part("p", 900, **ROOM)
    town.zones.append(("p:1", "K", "440", 0.5, "infrastruktur"))
    assert when(town)[0] == "after_phasing"
    assert "phasing_unknown" in town.homes().loc["p", "plan_reason"]
    town.say("p:1", "phasing_required", 1)
    assert "phasing_unknown" not in town.homes().loc["p", "plan_reason"]


def test_a_plot_under_several_demands_is_split_by_land():
    """9 homes on 900 m²: 520 m² now is 5.2, 380 m² after a plan is 3.8."""
    town = Town().part("p", 520, **ROOM).part("p", 380, plan_required=1, **ROOM)
    found = town.homes().loc["p"]
    assert found[HOMES[1]] == 9
    assert found[NAMES].tolist() == [5, 0, 4]
    assert found["potential_when_clause_id"] == "§ plan_required"


@given(
    plots=st.lists(
        st.tuples(
            st.integers(0, 40),
            st.lists(st.tuples(st.integers(0, 2), st.floats(1, 5000)), min_size=1, max_size=4),
        ),
        min_size=1,
        max_size=8,
    )
)
@settings(max_examples=60, deadline=None)
def test_stages_are_whole_homes_that_sum_to_mid(plots):
    rows = [(i, stage, land) for i, (_, parts) in enumerate(plots) for stage, land in parts]
    plot, stage, land = (np.array(column) for column in zip(*rows, strict=True))
    rules = pd.DataFrame({"when": stage, "when_clause_id": None})
    for name in ("plan_from_homes_count", "plan_from_bra_m2"):
        rules[name], rules[f"{name}_clause_id"] = np.nan, None
    homes = np.array([float(count) for count, _ in plots])
    by_stage, _ = split(homes, homes * 70, plot, land.astype(float), rules)
    given_out = np.stack(list(by_stage.values()))
    assert (given_out.sum(axis=0) == homes).all()
    assert (given_out == np.round(given_out)).all()
    share = np.zeros((3, len(plots)))
    np.add.at(share, (stage, plot), land)
    quota = homes * share / share.sum(axis=0)
    assert (np.abs(given_out - quota) < 1 + 1e-6).all()
    assert (given_out[share == 0] == 0).all()
