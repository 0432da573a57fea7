"""Scores are their contributions: hand figures, properties and the treatment of unknowns."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boligplan_geo.criteria import CENTRE, DENSIFICATION, HOUSING_MIX
from boligplan_geo.scoring import Criterion, score

NEAR = Criterion("near", "min", (0, 10), (1, 0), 3, "3", "Nær", "Near", "why")
FLAT = Criterion("flat", "deg", (0, 30), (1, 0), 1, "1", "Flatt", "Flat")


def table(minutes, degrees, why=None):
    index = pd.Index([f"9999-1/{i}" for i in range(len(minutes))], name="plot_id")
    return pd.DataFrame({"min": minutes, "deg": degrees, "why": why}, index=index, dtype=object)


def all_rows(frame):
    return pd.Series(True, index=frame.index)


def test_points_follow_the_curve_and_the_weight():
    frame = table([5.0, 0.0, 99.0], [15.0, 30.0, 0.0])
    scores = score(frame, [NEAR, FLAT], name="t", assessed=all_rows(frame))
    # near carries 75 points, flat 25: 5 min of 10 earns half, 15° of 30 half, beyond the curve 0
    assert scores.points["near"].tolist() == [37.5, 75.0, 0.0]
    assert scores.points["flat"].tolist() == [12.5, 0.0, 25.0]
    assert scores.total.tolist() == [50.0, 75.0, 25.0]
    assert scores.rank.tolist() == [2, 1, 3]


def test_ties_go_to_the_smaller_id_whatever_the_row_order():
    frame = table([1.0, 1.0, 1.0], [1.0, 1.0, 1.0])
    scores = score(frame.iloc[::-1], [NEAR, FLAT], name="t", assessed=all_rows(frame).iloc[::-1])
    assert scores.rank.loc["9999-1/0"] == 1
    assert scores.rank.loc["9999-1/2"] == 3


def test_unknown_gives_an_interval_and_unreachable_gives_nothing():
    frame = table([None, None, 0.0], [0.0, 0.0, 0.0], why=["no_data", "unreachable", None])
    scores = score(frame, [NEAR, FLAT], name="t", assessed=all_rows(frame))
    assert scores.total.tolist() == [25.0, 25.0, 100.0]
    assert scores.high.tolist() == [100.0, 25.0, 100.0]
    assert np.isnan(scores.points.loc["9999-1/0", "near"])
    assert scores.points.loc["9999-1/1", "near"] == 0


def test_a_criterion_nobody_knows_is_dropped_and_said_so():
    frame = table([None, None], [0.0, 15.0], why="layer_missing")
    scores = score(frame, [NEAR, FLAT], name="t", assessed=all_rows(frame))
    assert scores.total.tolist() == [100.0, 50.0]
    assert [note.values for note in scores.notes] == [
        {"criterion": "Near", "reason": "layer_missing"}
    ]


def test_rows_not_assessed_have_no_points_and_no_rank():
    frame = table([0.0, 0.0], [0.0, 0.0])
    scores = score(frame, [NEAR, FLAT], name="t", assessed=pd.Series([True, False], frame.index))
    assert np.isnan(scores.total.iloc[1])
    assert scores.rank.isna().tolist() == [False, True]


def test_weights_of_unknown_criteria_are_refused():
    frame = table([0.0], [0.0])
    with pytest.raises(ValueError, match="sunny"):
        score(frame, [NEAR], name="t", assessed=all_rows(frame), weights={"sunny": 1})


@pytest.mark.parametrize("values", [((0, 10), (1,)), ((10, 0), (1, 0))])
def test_a_broken_curve_is_refused(values):
    with pytest.raises(ValueError, match="as many merits"):
        Criterion("x", "x", *values, 1, "1", "x", "x")


@pytest.mark.parametrize("profile", [DENSIFICATION, HOUSING_MIX, CENTRE])
def test_profiles_carry_a_hundred_points_and_unique_ids(profile):
    assert sum(c.weight for c in profile) == 100
    assert len({c.id for c in profile}) == len(profile)


numbers = st.one_of(st.none(), st.floats(-50, 50))


@given(st.lists(st.tuples(numbers, numbers), min_size=1, max_size=8), st.integers(0, 100))
def test_points_sum_to_the_total_and_order_does_not_matter(rows, seed):
    frame = table([r[0] for r in rows], [r[1] for r in rows])
    assessed = frame[["min", "deg"]].notna().any(axis=1)
    scores = score(frame, [NEAR, FLAT], name="t", assessed=assessed)
    known = scores.total.dropna()
    assert np.allclose(scores.points.loc[known.index].sum(axis=1), known)
    assert ((known >= -1e-9) & (known <= 100 + 1e-9)).all()
    assert (scores.high.dropna() >= known - 1e-9).all()
    shuffled = frame.sample(frac=1, random_state=seed)
    again = score(shuffled, [NEAR, FLAT], name="t", assessed=assessed.loc[shuffled.index])
    pd.testing.assert_series_equal(again.rank.loc[frame.index], scores.rank)


def test_where_nothing_can_be_assessed_points_are_unknown_and_every_criterion_is_noted():
    frame = table([None, None], [None, None], why="layer_missing")
    scores = score(frame, [NEAR, FLAT], name="t", assessed=all_rows(frame))
    assert scores.total.isna().all()
    assert scores.high.isna().all()
    assert {note.values["criterion"] for note in scores.notes} == {"Near", "Flat"}
