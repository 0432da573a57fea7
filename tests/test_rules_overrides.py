"""The override table: express provisions, chains, circles; the order of its rows is nothing."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from boligplan_geo.rules import overrides
from boligplan_geo.rules.overrides import moved, settled


def table(*rows, **more):
    names = ["prevailing_plan_id", "yielding_plan_id"]
    return pd.DataFrame(rows, columns=names).assign(**more)


def stack_of(plans, zone=""):
    """One part under plans written from the newest."""
    return pd.DataFrame({"part_id": "p:1", "plan_id": list(plans), "zone_name": zone,
                         "stack_order": range(len(plans))})  # fmt: skip


def standing(plans, word):
    """Plans from the first to the last once the table has spoken."""
    stack = stack_of(plans)
    ranked = stack.assign(order=moved(stack, word).order).sort_values("order")
    return "".join(ranked["plan_id"])


def test_the_prevailing_plan_stands_right_before_the_one_that_yields():
    assert standing("ABC", table(("C", "A"))) == "CAB"
    assert standing("ABC", table(("C", "B"))) == "ACB"
    assert standing("ABC", table(("A", "C"))) == "ABC", "it does so already"
    assert standing("ABC", table(("C", "X"))) == "ABC", "the other is not here"


def test_a_chain_holds_whatever_the_order_of_its_rows():
    chain = table(("A", "B"), ("C", "A"))
    assert standing("BAC", chain) == standing("BAC", chain[::-1]) == "CAB"


def test_two_that_prevail_over_the_same_stand_as_the_law_has_it():
    both = table(("C", "A"), ("B", "A"))
    assert standing("ABC", both) == standing("ABC", both[::-1]) == "BCA"


def test_a_circle_settles_nothing_and_is_said():
    for circle in (table(("A", "B"), ("B", "A")), table(("A", "A")),
                   table(("A", "B"), ("B", "C"), ("C", "A"))):  # fmt: skip
        assert standing("ABC", circle) == "ABC"
        assert standing("CBA", circle) == "CBA"
        (note,) = overrides.notes(circle)
        assert note.code == "override_circular"
        assert len(note.ids) == len(circle)
        assert "§ 1-5" in note.text()
        assert "§ 1-5" in note.text("en")


def test_what_is_no_part_of_the_circle_still_holds():
    word = table(("A", "B"), ("B", "A"), ("D", "A"))
    assert standing("ABCD", word) == "DABC"
    rows, circular = settled(word)
    assert rows["prevailing_plan_id"].tolist() == ["D"]
    assert circular == ("A > B", "B > A")


def test_a_row_for_a_zone_settles_what_a_general_one_says_and_is_no_circle():
    word = pd.concat([table(("B", "A"), zone_name=""), table(("A", "B"), zone_name="F2")])
    assert overrides.notes(word) == []
    for zone, first in (("F2", "A"), ("F3", "B")):
        stack = stack_of("AB", zone)
        result = moved(stack, word)
        assert stack["plan_id"][result.order.argmin()] == first


def test_a_row_for_a_parameter_moves_that_parameter_alone():
    word = table(("B", "A"), parameter_code="parking_per_home", clause_id="B § 7")
    stack = stack_of("AB")
    assert moved(stack, word).moved_by.tolist() == [None, None]
    parking = moved(stack, word, parameter_code="parking_per_home")
    assert parking.moved_by.tolist() == [None, "express_provision"]
    assert overrides.parameters(word) == ["parking_per_home"]


def test_nothing_given_moves_nothing():
    stack = stack_of("AB")
    for nothing in (None, table()):
        assert moved(stack, nothing).order.tolist() == [0, 1]
        assert overrides.notes(nothing) == []


pairs = st.lists(st.tuples(st.sampled_from("ABCDE"), st.sampled_from("ABCDE")), max_size=6)


@given(pairs, st.permutations("ABCDE"), st.randoms())
def test_every_row_outside_a_circle_holds_and_rows_may_be_shuffled(rows, plans, random):
    word = table(*rows)
    found = standing(plans, word)
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert standing(plans, table(*shuffled)) == found
    assert sorted(found) == sorted(plans)
    for row in settled(word)[0].itertuples():
        assert found.index(row.prevailing_plan_id) < found.index(row.yielding_plan_id)


def test_the_user_has_the_last_word_over_an_express_provision():
    user = table(("A", "B"))
    express = table(("B", "A"), ("C", "B"), clause_id="§ 1")
    both = overrides.joined(user, express)
    assert both["prevailing_plan_id"].tolist() == ["A", "C"]
    assert overrides.notes(both) == []
    assert overrides.joined(None, express) is express


def test_the_user_wins_in_a_circle_of_three_too():
    user = table(("A", "B"))
    express = table(("B", "C"), ("C", "A"), ("D", "E"), clause_id="§ 1")
    both = overrides.joined(user, express)
    assert overrides.notes(both) == []
    assert standing("EDCBA", both) == "DECAB"  # A over B and D over E are what is left


def test_a_users_row_for_one_zone_leaves_a_general_express_provision():
    user, express = table(("A", "B"), zone_name="B1"), table(("B", "A"), clause_id="§ 1")
    both = overrides.joined(user, express)
    assert len(both) == 2
    for zone, first in (("B1", "A"), ("B2", "B")):
        order = moved(stack_of("AB" if zone == "B2" else "BA", zone), both).order
        assert "AB"[:: 1 if zone == "B2" else -1][int(order.argmin())] == first
    general = overrides.joined(table(("A", "B")), table(("B", "A"), zone_name="B1"))
    assert general["prevailing_plan_id"].tolist() == ["A"]
