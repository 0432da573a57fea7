"""Formulas: what is shown is what ran, unknown spreads, nothing else may be written."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boligplan_geo.rules import formulas

NAN = float("nan")


def test_evaluates_whole_columns_by_hand():
    table = pd.DataFrame({"a": [1.0, 4.0, NAN], "b": [2.0, 3.0, 5.0]})
    assert formulas.evaluate("min(a, b) * 10 - 1", table)[:2].tolist() == [9.0, 29.0]
    assert formulas.evaluate("a if a > b else -b", table)[:2].tolist() == [-2.0, 4.0]
    assert formulas.evaluate("1 < a <= 4", table)[:2].tolist() == [0.0, 1.0]
    assert formulas.evaluate("a > 3 and not b == 2", table)[:2].tolist() == [0.0, 1.0]


@pytest.mark.parametrize(
    "formula", ["a + 1", "min(a, 2)", "max(a, 2)", "1 if a > 0 else 2", "a > 0 or 1", "floor(a)"]
)
def test_unknown_spreads(formula):
    assert math.isnan(formulas.evaluate(formula, {"a": NAN}))


def test_what_is_not_set_does_not_limit_only_where_the_formula_says_so():
    assert formulas.evaluate("least_known(a, 7)", {"a": NAN}) == 7
    assert formulas.evaluate("most_known(a, 7)", {"a": NAN}) == 7
    assert formulas.evaluate("first_known(a, 7)", {"a": NAN}) == 7
    assert formulas.evaluate("first_known(a, 7)", {"a": 0.0}) == 0
    assert formulas.evaluate("known(a)", {"a": NAN}) == 0


def test_dividing_by_zero_is_unknown_and_can_be_told():
    table = pd.DataFrame({"homes": [6.0, 6.0], "area": [0.0, 3.0]})
    result = formulas.evaluate("homes / area", table)
    assert np.isnan(result[0])
    assert result[1] == 2
    assert formulas.divides_by_zero("homes / area", table).tolist() == [True, False]


def test_floor_forgives_the_noise_of_division():
    assert formulas.evaluate("floor(700 / (70 / 0.85) / 0.85)", {}) == 10
    assert formulas.evaluate("floor(2.999)", {}) == 2


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os')",
        "a.b",
        "a[0]",
        "lambda: 1",
        "[a]",
        "'text'",
        "a ** 2",
        "min(a, key=b)",
        "True",
        "open(a)",
        "a +",
        "(x for x in a)",
    ],
)
def test_refuses_everything_else(text):
    with pytest.raises(ValueError, match=r"formula|numbers"):
        formulas.evaluate(text, {"a": 1.0, "b": 1.0})


def test_names_the_missing_column():
    with pytest.raises(KeyError, match="no column 'b'"):
        formulas.evaluate("a + b", {"a": 1.0})


def test_shows_the_numbers_that_ran():
    row = {"cap": 588, "percent": 30, "net": 640.0, "storeys": 2}
    text = formulas.shown("min(cap, percent / 100 * net * storeys)", row)
    assert text == "min(588, 30 / 100 * 640 * 2) = 384"
    assert formulas.shown("(a - b) * a", {"a": 2.0, "b": -1.256}) == "(2 - -1.26) * 2 = 6.51"
    assert formulas.shown("a + 1", {"a": NAN}, language="en") == "unknown + 1 = unknown"
    assert formulas.shown("a + 1", {"a": NAN}) == "ukjent + 1 = ukjent"
    assert formulas.shown("a / 3", {"a": 1}) == "1 / 3 = 0.3333"


numbers = st.floats(-1e6, 1e6).map(lambda x: round(x, 2))


@given(numbers, numbers, numbers)
def test_a_row_alone_gives_what_the_column_gave(a, b, c):
    formula = "max(0, min(a, b) - c) / (a * a + 1) if a < b else floor(least_known(a, b, c))"
    table = pd.DataFrame({"a": [a, 1.0], "b": [b, 2.0], "c": [c, 3.0]})
    column = formulas.evaluate(formula, table)
    assert column[0] == formulas.evaluate(formula, {"a": a, "b": b, "c": c})
    naive = max(0, min(a, b) - c) / (a * a + 1) if a < b else math.floor(min(a, b, c) + 1e-9)
    assert column[0] == pytest.approx(naive, rel=1e-9, abs=1e-3 if a >= b else 1e-12)


def test_derived_columns_may_read_each_other():
    table = pd.DataFrame({"bya": [40.0, 90.0]}, index=["p", "q"])
    derived = formulas.derive({"bra": "bya * 2", "left": "max(0, bra - 100)", "one": "1"}, table)
    assert derived["left"].to_dict() == {"p": 0.0, "q": 80.0}
    assert derived["one"].tolist() == [1.0, 1.0]
    assert list(table) == ["bya"]
