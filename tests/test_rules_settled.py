"""Parameters of parts: the newer wins, the silent is filled, 910 is read both ways."""

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from boligplan_geo.rules.settled import COLUMNS, parameters

NAN = np.nan


def stack_of(*rows):
    """Part, order, area, plan, zone name, purpose, regime."""
    columns = ["part_id", "stack_order", "area_id", "plan_id"]
    columns += ["zone_name", "land_use_code", "regime_code"]
    return pd.DataFrame(rows, columns=columns)


def on_map(*rows):
    columns = ["area_id", "utilisation_type_code", "utilisation_value"]
    return pd.DataFrame(rows, columns=columns).assign(utilisation_value_min=NAN)


def provisions_of(*rows):
    columns = ["plan_id", "zone_name", "land_use_code", "zone_code", "clause_id"]
    columns += ["parameter_code", "value_min", "value_max", "basis_code"]
    return pd.DataFrame(rows, columns=columns)


def zones_of(*rows):
    return pd.DataFrame(rows, columns=["part_id", "plan_id", "zone_code", "zone_name", "share"])


def parts_of(stack):
    top = stack.sort_values("stack_order").drop_duplicates("part_id").set_index("part_id")
    return top[["area_id", "zone_name", "land_use_code"]]


def read(stack, *, reading="newer", **layers):
    table = parameters(parts_of(stack), stack, **layers)
    rows = table[table["reading_code"] == reading]
    return {(r.parameter_code, r.plan_id): r for r in rows.itertuples()}


OVER_OLDER = stack_of(
    ("p:1", 0, "k1", "KPA", "B1", "1110", "kp2008"),
    ("p:1", 1, "r1", "R1", "F2", "111", "rp1985"),
)


def test_newer_wins_and_silent_is_filled_parameter_by_parameter():
    said = read(
        OVER_OLDER,
        plan_utilisation=on_map(("k1", 16, 20.0), ("r1", 16, 40.0), ("r1", 18, 70.0)),
        provisions=provisions_of(
            ("R1", "", "", "", "§ 3", "storeys_max", NAN, 2.0, None),
            ("R1", "", "", "", "§ 4", "outdoor_per_home_m2", 50.0, NAN, None),
            ("KPA", "", "", "", "KPA § 4", "outdoor_per_home_m2", 80.0, NAN, None),
        ),
    )
    assert set(said) == {
        ("utilisation_16", "KPA"),  # both say BYA: the newer
        ("utilisation_18", "R1"),  # the newer says nothing of BRA
        ("storeys_max", "R1"),
        ("outdoor_per_home_m2", "KPA"),
    }
    assert said["utilisation_16", "KPA"].value_max == 20
    assert said["outdoor_per_home_m2", "KPA"].clause_id == "KPA § 4"


def test_two_figures_of_one_plan_are_both_kept():
    said = read(OVER_OLDER, plan_utilisation=on_map(("k1", 16, 20.0), ("k1", 17, 200.0)))
    assert set(said) == {("utilisation_16", "KPA"), ("utilisation_17", "KPA")}
    assert said["utilisation_16", "KPA"].basis_code == "plot"
    assert said["utilisation_17", "KPA"].basis_code == "field"
    assert said["utilisation_17", "KPA"].field_id == "KPA|k1"


def test_a_ban_of_an_older_plan_gives_way_and_a_newer_one_silences_all():
    older = read(OVER_OLDER, plan_utilisation=on_map(("k1", 16, 20.0), ("r1", 10, NAN)))
    assert set(older) == {("utilisation_16", "KPA")}
    newer = read(OVER_OLDER, plan_utilisation=on_map(("k1", 11, NAN), ("r1", 18, 50.0)))
    assert set(newer) == {("utilisation_11", "KPA")}


def test_in_one_plan_text_prevails_over_map_and_the_zone_over_the_general():
    said = read(
        OVER_OLDER,
        plan_utilisation=on_map(("k1", 16, 20.0)),
        provisions=provisions_of(
            ("KPA", "", "", "", "§ 1", "utilisation_16", NAN, 25.0, "plot"),
            ("KPA", "", "1110", "", "§ 2", "storeys_max", NAN, 2.0, None),
            ("KPA", "B1", "", "", "§ 3", "storeys_max", NAN, 3.0, None),
            ("KPA", "B9", "", "", "§ 4", "storeys_max", NAN, 9.0, None),
            ("KPA", "", "1130", "", "§ 5", "storeys_max", NAN, 8.0, None),
        ),
    )
    assert said["utilisation_16", "KPA"].value_max == 25
    assert said["utilisation_16", "KPA"].source_code == "provision"
    assert said["storeys_max", "KPA"].clause_id == "§ 3"


def test_provisions_of_an_older_plan_find_its_own_zone_and_purpose():
    rule = ("R1", "", "111", "", "§ 2", "storeys_max", NAN, 2.0, None)
    assert ("storeys_max", "R1") in read(OVER_OLDER, provisions=provisions_of(rule))
    by_new_code = ("R1", "", "1110", "", "§ 2", "storeys_max", NAN, 2.0, None)
    assert read(OVER_OLDER, provisions=provisions_of(by_new_code)) == {}


def test_provisions_of_a_zone_apply_where_it_covers_most_of_the_part():
    cap = provisions_of(("KPA", "", "", "#1", "§ 9", "homes_max", NAN, 3.0, "plot"))
    for share, count in ((0.6, 1), (0.4, 0)):
        zones = zones_of(("p:1", "KPA", "", "#1", share))
        assert len(read(OVER_OLDER, provisions=cap, part_zones=zones)) == count
    other_plan = zones_of(("p:1", "R1", "", "#1", 1.0))
    assert read(OVER_OLDER, provisions=cap, part_zones=other_plan) == {}
    by_code = provisions_of(("KPA", "", "", "310", "§ 8", "homes_max", NAN, 0.0, "plot"))
    zones = zones_of(("p:1", "KPA", "310", "H310_1", 1.0))
    assert len(read(OVER_OLDER, provisions=by_code, part_zones=zones)) == 1


def test_the_override_table_reverses_precedence_and_says_so():
    figures = on_map(("k1", 16, 20.0), ("r1", 16, 40.0))
    word = pd.DataFrame(
        {"prevailing_plan_id": ["R1"], "yielding_plan_id": ["KPA"], "zone_name": ["F2"]}
    )
    said = read(OVER_OLDER, plan_utilisation=figures, plan_overrides=word)
    assert said["utilisation_16", "R1"].source_code == "override"
    elsewhere = word.assign(zone_name="F9")
    said = read(OVER_OLDER, plan_utilisation=figures, plan_overrides=elsewhere)
    assert said["utilisation_16", "KPA"].source_code == "map"


def test_zone_910_gives_a_second_reading_in_which_the_older_plan_prevails():
    figures = on_map(("k1", 16, 20.0), ("r1", 16, 40.0))
    zones = zones_of(("p:1", "KPA", "910", "H910_1", 1.0))
    layers = {"plan_utilisation": figures, "part_zones": zones}
    assert set(read(OVER_OLDER, **layers)) == {("utilisation_16", "KPA")}
    assert set(read(OVER_OLDER, reading="zone_910", **layers)) == {("utilisation_16", "R1")}


def test_zone_910_over_a_newer_detail_plan_disputes_nothing():
    newer_detail = stack_of(
        ("p:1", 0, "r1", "R1", "F2", "1111", "rp2008"),
        ("p:1", 1, "k1", "KPA", "B1", "1110", "kp2008"),
    )
    zones = zones_of(("p:1", "KPA", "910", "H910_1", 1.0))
    figures = on_map(("k1", 16, 20.0), ("r1", 16, 40.0))
    layers = {"plan_utilisation": figures, "part_zones": zones}
    assert read(newer_detail, reading="zone_910", **layers) == {}


def test_nothing_recorded_is_an_empty_table_with_all_columns():
    table = parameters(parts_of(OVER_OLDER), OVER_OLDER)
    assert table.empty
    assert tuple(table) == COLUMNS


def naive(stack, figures):
    """Walk each part's stack from the top: the first plan with a figure of a kind wins."""
    kinds = {16: "bya", 15: "bya", 17: "bra", 18: "bra"}
    found = set()
    for part, rows in stack.groupby("part_id"):
        for kind in ("bya", "bra"):
            for row in rows.sort_values("stack_order").itertuples():
                own = [f for f in figures if f[0] == row.area_id and kinds[f[1]] == kind]
                if own:
                    found |= {(part, row.plan_id, f"utilisation_{f[1]}", f[2]) for f in own}
                    break
    return found


figure = st.tuples(
    st.sampled_from([f"a{i}" for i in range(6)]),
    st.sampled_from([15, 16, 17, 18]),
    st.integers(1, 9).map(float),
)


@settings(max_examples=20, deadline=None)
@given(
    st.lists(figure, max_size=8, unique_by=lambda f: f[:2]),
    st.lists(st.permutations(range(6)), min_size=1, max_size=4),
)
def test_agrees_with_a_walk_down_each_stack(figures, orders):
    stack = stack_of(
        *[
            (f"p:{p}", depth, f"a{area}", f"P{area}", "", "1110", "rp2008")
            for p, areas in enumerate(orders)
            for depth, area in enumerate(areas[: 2 + p])
        ]
    )
    table = parameters(parts_of(stack), stack, plan_utilisation=on_map(*figures))
    rows = table[["part_id", "plan_id", "parameter_code", "value_max"]]
    assert set(rows.itertuples(index=False, name=None)) == naive(stack, figures)


def why(stack, *, reading="newer", parts=None, **layers):
    table = parameters(parts_of(stack) if parts is None else parts, stack, **layers)
    rows = table[table["reading_code"] == reading]
    return {(r.parameter_code, r.plan_id): r.why_code for r in rows.itertuples()}


def test_each_figure_says_why_its_plan_decides():
    figures = on_map(("k1", 16, 20.0), ("r1", 18, 70.0))
    text = provisions_of(("R1", "", "", "", "§ 3", "storeys_max", NAN, 2.0, None))
    assert why(OVER_OLDER, plan_utilisation=figures, provisions=text) == {
        ("utilisation_16", "KPA"): "newer_plan",
        ("utilisation_18", "R1"): "filled_beside_utilisation",
        ("storeys_max", "R1"): "filled_by_older",
    }
    parts = parts_of(OVER_OLDER).assign(governs_reason="same_date")
    said = why(OVER_OLDER, parts=parts, plan_utilisation=on_map(("k1", 16, 20.0)))
    assert said == {("utilisation_16", "KPA"): "same_date"}


def test_what_fills_a_plan_without_utilisation_is_not_disputed():
    figures = on_map(("r1", 16, 20.0), ("r1", 18, 70.0))
    assert set(why(OVER_OLDER, plan_utilisation=figures).values()) == {"filled_by_older"}


def test_under_910_the_kept_plan_says_so_and_the_newer_fills():
    figures = on_map(("k1", 16, 20.0), ("r1", 16, 40.0))
    text = provisions_of(("KPA", "", "", "", "§ 4", "outdoor_per_home_m2", 80.0, NAN, None))
    zones = zones_of(("p:1", "KPA", "910", "H910_1", 1.0))
    layers = {"plan_utilisation": figures, "part_zones": zones, "provisions": text}
    assert why(OVER_OLDER, reading="zone_910", **layers) == {
        ("utilisation_16", "R1"): "zone_910",
        ("outdoor_per_home_m2", "KPA"): "filled_by_newer",
    }


def test_an_express_provision_for_parking_leaves_the_rest_alone():
    word = pd.DataFrame({"prevailing_plan_id": ["R1"], "yielding_plan_id": ["KPA"]})
    word = word.assign(parameter_code="parking_per_home", clause_id="KPA § 1.3")
    text = provisions_of(
        ("KPA", "", "", "", "§ 8", "parking_per_home", NAN, 1.0, None),
        ("R1", "", "", "", "§ 5", "parking_per_home", 2.0, NAN, None),
        ("KPA", "", "", "", "§ 9", "storeys_max", NAN, 3.0, None),
        ("R1", "", "", "", "§ 6", "storeys_max", NAN, 2.0, None),
    )
    assert why(OVER_OLDER, provisions=text, plan_overrides=word) == {
        ("parking_per_home", "R1"): "express_provision",
        ("storeys_max", "KPA"): "newer_plan",
    }
    said = read(OVER_OLDER, provisions=text, plan_overrides=word)
    assert said["parking_per_home", "R1"].source_code == "provision"


def test_overrides_in_a_circle_leave_the_newer_plan():
    word = pd.DataFrame({"prevailing_plan_id": ["R1", "KPA"], "yielding_plan_id": ["KPA", "R1"]})
    figures = on_map(("k1", 16, 20.0), ("r1", 16, 40.0))
    said = why(OVER_OLDER, plan_utilisation=figures, plan_overrides=word)
    assert said == {("utilisation_16", "KPA"): "newer_plan"}


def strictest(table):
    """Strictest figure of each kind on each part, as a part of the plot or in m² of 1,000."""
    value = table["value_max"].where(
        table["parameter_code"].isin(LIMITS_IN_M2), table["value_max"] * 10
    )
    kind = table["parameter_code"].map(KINDS)
    return value.groupby([table["part_id"], kind]).min()


KINDS = {"utilisation_15": "bya", "utilisation_16": "bya",
         "utilisation_17": "bra", "utilisation_18": "bra"}  # fmt: skip
LIMITS_IN_M2 = ("utilisation_15", "utilisation_17")


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["k1", "r1"]), st.sampled_from([15, 16, 17, 18]),
                       st.integers(1, 50).map(float)), max_size=6, unique_by=lambda f: f[:2]),
    st.sampled_from(["KPA", "R1"]),
    st.sampled_from([15, 16, 17, 18]),
)  # fmt: skip
def test_a_permissive_clause_never_lowers_what_is_permitted(figures, plan_id, kind):
    """A clause that allows at least what was allowed before takes nothing."""
    layers = {"plan_utilisation": on_map(*figures)}
    before = strictest(parameters(parts_of(OVER_OLDER), OVER_OLDER, **layers))
    generous = 1000.0 if kind in (15, 17) else 100.0
    clause = (plan_id, "", "", "", "§ 1", f"utilisation_{kind}", NAN, generous, "plot")
    layers["provisions"] = provisions_of(clause)
    after = strictest(parameters(parts_of(OVER_OLDER), OVER_OLDER, **layers))
    assert (after.reindex(before.index) >= before).all()


@settings(max_examples=8, deadline=None)
@given(st.permutations(range(4)), st.permutations(range(2)))
def test_order_of_rows_changes_nothing(figures, stack):
    rows = [("k1", 16, 20.0), ("r1", 16, 40.0), ("r1", 18, 70.0), ("k1", 17, 400.0)]
    straight = parameters(parts_of(OVER_OLDER), OVER_OLDER, plan_utilisation=on_map(*rows))
    shuffled = parameters(parts_of(OVER_OLDER), OVER_OLDER.iloc[list(stack)],
                          plan_utilisation=on_map(*[rows[i] for i in figures]))  # fmt: skip
    pd.testing.assert_frame_equal(shuffled, straight)
