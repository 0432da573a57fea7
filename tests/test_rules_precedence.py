"""Precedence: the newer plan governs, unknown dates come last, ties go by level."""

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from boligplan_geo.rules.precedence import governs_reason, order, with_proposals


def areas(*rows):
    columns = ["area_id", "plan_id", "regime_code", "vertical_level_code"]
    return pd.DataFrame(rows, columns=columns).set_index("area_id")


def plans(*rows):
    columns = ["plan_id", "plan_status_code", "plan_type_code", "in_force_date", "adopted_date"]
    return pd.DataFrame(rows, columns=columns).set_index("plan_id")


def test_newest_first_unknown_last():
    given_areas = areas(*[(f"a{p}", p, "rp2008", 2) for p in "ABCD"])
    given_plans = plans(
        ("A", 3, 35, "2010-01-01", None),
        ("B", 3, 35, None, "2020-05-05Z"),
        ("C", 3, 35, None, None),
        ("D", 3, 35, "2015-01-01T00:00:00", "2021-01-01"),
    )
    result = order(given_areas, given_plans)
    assert result["stack_order"].to_dict() == {"aA": 2, "aB": 0, "aC": 3, "aD": 1}
    assert result.loc["aC", "governs_reason"] == "plan_date_unknown"


def test_same_day_goes_by_level_then_by_plan_id():
    kinds = {"P3": 20, "P1": 34, "P0": 21, "P4": 35, "P2": 35}
    given_areas = areas(*[(p, p, "rp2008", None) for p in kinds])
    given_plans = plans(*[(p, 3, kind, "2020-01-01", None) for p, kind in kinds.items()])
    ranked = order(given_areas, given_plans)["stack_order"].sort_values()
    assert ranked.index.tolist() == ["P2", "P4", "P1", "P0", "P3"]


def test_only_adopted_plans_on_the_ground_are_in_force():
    given_areas = areas(
        ("ok", "A", "rp2008", 2),
        ("tunnel", "A", "rp2008", 1),
        ("proposal", "B", "rp2008", 2),
        ("deferred", "C", "kp2008", None),
        ("unknown", "D", "kp2008", None),
    )
    given_plans = plans(
        ("A", 3, 35, "2020-01-01", None),
        ("B", 2, 35, "2021-01-01", None),
        ("C", 6, 20, "2022-01-01", None),
        ("D", np.nan, 20, "2019-01-01", None),
    )
    result = order(given_areas, given_plans)
    assert result["in_force"].to_dict() == {
        "ok": True, "tunnel": False, "proposal": False, "deferred": False, "unknown": True,
    }  # fmt: skip
    assert result["stack_order"].isna().tolist() == [False, True, True, True, False]
    assert result["governs_reason"].tolist() == [
        "newer_plan",
        "not_on_ground",
        "plan_not_in_force",
        "plan_not_in_force",
        "plan_status_missing",
    ]


def test_without_a_plan_layer_the_detail_plan_comes_before_the_kommuneplan():
    result = order(areas(("k", "K", "kp2008", None), ("r", "R", "rp1985", 2)), None)
    assert result["in_force"].all()
    assert result["stack_order"].to_dict() == {"k": 1, "r": 0}


@given(st.permutations(range(6)))
def test_row_order_changes_nothing(rows):
    given_areas = areas(*[(f"a{i}", f"P{i % 4}", "rp2008", 2) for i in range(6)])
    given_plans = plans(*[(f"P{i}", 3, 35, f"20{10 + i % 2}-01-01", None) for i in range(4)])
    straight = order(given_areas, given_plans)
    shuffled = order(given_areas.iloc[rows], given_plans.iloc[::-1])
    pd.testing.assert_frame_equal(shuffled.sort_index(), straight.sort_index())


def test_why_a_plan_governs_a_part():
    stack = pd.DataFrame(
        {
            "part_id": ["p:1", "p:1", "q:1", "r:1"],
            "stack_order": [1, 0, 0, 0],
            "area_id": ["k", "r", "k", "u"],
            "plan_id": ["K", "R", "K", "U"],
        }
    )
    reasons = {"k": "newer_plan", "r": "newer_plan", "u": "plan_date_unknown"}
    ordered = pd.DataFrame({"governs_reason": pd.Series(reasons)})
    assert governs_reason(stack, ordered).to_dict() == {
        "p:1": "newer_plan",
        "q:1": "only_plan",
        "r:1": "plan_date_unknown",
    }


def winner_of(first, second, **more):
    """Why the first of two areas over one part governs."""
    ordered = order(areas(("a", "A", "rp2008", 2), ("b", "B", "kp2008", 2)), plans(first, second))
    stack = pd.DataFrame({"part_id": "p:1", "area_id": ["a", "b"], "plan_id": ["A", "B"]})
    stack["stack_order"] = stack["area_id"].map(ordered["stack_order"])
    top = stack.sort_values("stack_order")["plan_id"].iloc[0]
    return top, governs_reason(stack.assign(**more), ordered)["p:1"]


def test_plans_of_the_same_day_go_by_level_and_say_so():
    kommuneplan, detail = ("B", 3, 20, "2020-01-01", None), ("A", 3, 35, "2020-01-01", None)
    assert winner_of(detail, kommuneplan) == ("A", "same_date")
    tie = ("B", 3, 35, "2020-01-01", None)
    assert winner_of(detail, tie) == ("A", "same_date"), "then by plan id"


def test_the_reason_tells_when_the_other_plan_has_no_date():
    known, unknown = ("A", 3, 35, "2020-01-01", None), ("B", 3, 35, None, None)
    assert winner_of(known, unknown) == ("A", "other_date_unknown")
    assert winner_of(("A", 3, 35, None, None), unknown) == ("A", "plan_date_unknown")


def test_what_the_table_moved_is_the_reason():
    older, newer = ("A", 3, 35, "2001-01-01", None), ("B", 3, 20, "2020-01-01", None)
    moved = {"moved_by": ["express_provision", None], "stack_order": [0, 1]}
    assert winner_of(older, newer, **moved)[1] == "express_provision"


def test_proposals_count_only_when_asked_and_then_as_the_newest():
    kinds = {"old": 3, "begun": 1, "proposal": 2, "deferred": 6, "repealed": 4, "refused": 9}
    given_areas = areas(*[(p, p, "rp2008", 2) for p in kinds])
    given_plans = plans(*[(p, status, 35, "2020-01-01", None) for p, status in kinds.items()])
    given_plans.loc["begun", "in_force_date"] = None
    now = order(given_areas, given_plans)
    assert now.index[now["in_force"]].tolist() == ["old"]
    then = order(given_areas, with_proposals(given_plans))
    ranked = then["stack_order"].dropna().sort_values().index.tolist()
    assert ranked == ["begun", "proposal", "deferred", "old"]
    assert (then.loc[ranked[:3], "governs_reason"] == "proposed_plan").all()
    assert with_proposals(None) is None
    below = given_areas.assign(vertical_level_code=1.0)
    assert not order(below, with_proposals(given_plans))["in_force"].any()
