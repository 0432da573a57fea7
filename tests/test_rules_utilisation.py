"""Types 1 to 18: what each permits, and which are an interval or refused."""

import pandas as pd
import pytest

from boligplan_geo.rules.utilisation import BRA_TYPES, BYA_TYPES, TYPES, permitted


def convert(code, value, least=float("nan"), regulation=None, **tunables):
    rows = pd.DataFrame(
        {
            "parameter_code": [f"utilisation_{code}"],
            "value_max": [value],
            "value_min": [least],
            "regulation_code": [regulation],
        }
    )
    return permitted(rows, **tunables).iloc[0]


@pytest.mark.parametrize(
    ("code", "quantity", "measure"),
    [
        (12, "bya", "percent"),
        (13, "bra", "m2"),
        (14, "bra", "percent"),
        (15, "bya", "m2"),
        (16, "bya", "percent"),
        (17, "bra", "m2"),
        (18, "bra", "percent"),
    ],
)
def test_types_of_1997_and_later_convert_exactly(code, quantity, measure):
    row = convert(code, 30.0)
    assert (row["quantity"], row["measure"]) == (quantity, measure)
    assert row["low"] == row["mid"] == row["high"] == 30.0
    assert row["reason"] is None


@pytest.mark.parametrize("code", [1, 2, 3, 5, 7])
def test_older_types_are_an_interval(code):
    row = convert(code, 40.0, older_spread_share=0.25)
    assert row[["low", "mid", "high"]].tolist() == [30.0, 40.0, 50.0]


def test_gross_measures_become_use_area():
    shares = {"older_spread_share": 0.0, "gross_to_use_area_share": 0.9}
    u_grad = convert(4, 0.5, **shares)  # U 0.5: half the plot in gross floor area
    assert (u_grad["measure"], u_grad["mid"]) == ("percent", pytest.approx(45.0))
    bga = convert(6, 200.0, **shares)
    assert (bga["measure"], bga["mid"]) == ("m2", pytest.approx(180.0))


@pytest.mark.parametrize(("code", "quantity"), [(10, "none"), (11, "no_further")])
def test_bans_need_no_figure(code, quantity):
    row = convert(code, float("nan"))
    assert row["quantity"] == quantity
    assert row["reason"] is None


def test_what_cannot_be_read_is_refused_not_guessed():
    assert convert(16, float("nan"))["reason"] == "utilisation_value_missing"
    assert convert(99, 30.0)["reason"] == "unknown_utilisation_type"
    assert convert("x", 30.0)["reason"] == "unknown_utilisation_type"


def test_other_parameters_are_passed_over():
    rows = pd.DataFrame({"parameter_code": ["storeys_max"], "value_max": [2.0]})
    assert permitted(rows).empty


def test_every_published_type_has_one_place():
    assert sorted(TYPES) == [1, 2, 3, 4, 5, 6, 7, *range(10, 19)]
    assert set(BYA_TYPES) | set(BRA_TYPES) | {10, 11} == set(TYPES)
    assert not set(BYA_TYPES) & set(BRA_TYPES)


@pytest.mark.parametrize("code", [16, 18, 12, 13])
def test_any_type_in_a_plan_older_than_1997_is_an_interval(code):
    old, new = (convert(code, 40.0, regulation=r) for r in ("bf1987", "bf1997"))
    assert old[["low", "mid", "high"]].tolist() == pytest.approx([36.0, 40.0, 44.0])
    assert new[["low", "mid", "high"]].tolist() == [40.0, 40.0, 40.0]
    assert convert(11, float("nan"), regulation="bf1987")["is_older"] == False  # noqa: E712


def test_a_least_is_converted_like_a_most():
    row = convert(4, 0.5, least=0.25, gross_to_use_area_share=0.9)
    assert (row["mid"], row["least"]) == (pytest.approx(45.0), pytest.approx(22.5))
    only = convert(16, float("nan"), least=20.0)
    assert (only["least"], only["reason"]) == (20.0, None)
    assert pd.isna(only["mid"])


def test_least_above_most_is_an_interval_of_the_two():
    row = convert(16, 30.0, least=50.0)
    assert row[["low", "mid", "high"]].tolist() == [30.0, 30.0, 50.0]
    assert row["is_contradictory"]
    assert pd.isna(row["least"])


@pytest.mark.parametrize(
    ("code", "value", "mid"), [(16, 0.3, 30.0), (18, 1.0, 1.0), (17, 0.3, 0.3), (4, 25, 25.0)]
)
def test_figures_not_in_the_unit_of_their_type(code, value, mid):
    row = convert(code, value, gross_to_use_area_share=1.0)
    assert row["mid"] == pytest.approx(mid)
    assert row["is_rescaled"] == (code in (16, 4))


def test_half_of_the_road_lifts_only_the_high_of_u_grad():
    row = convert(4, 0.5, gross_to_use_area_share=1.0, half_road_share=0.3)
    assert row[["low", "mid", "high"]].tolist() == pytest.approx([45.0, 50.0, 65.0])


def test_no_rows_are_no_figures():
    rows = pd.DataFrame({"parameter_code": pd.Series([], dtype=object)})
    assert len(permitted(rows)) == 0
