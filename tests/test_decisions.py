"""Centres, mix, status and account: hand figures, and sums that close."""

import numpy as np
import pandas as pd
import pytest
from fake_run import fake_run

from boligplan_geo.account import account, totals
from boligplan_geo.centres import catchment, catchment_areas, homes_by, ledger
from boligplan_geo.columns import HOMES_COLUMNS
from boligplan_geo.housing import mix
from boligplan_geo.status import status


@pytest.fixture(scope="module")
def run():
    return fake_run(12)


def test_a_plot_belongs_to_the_nearest_centre_within_the_limit_only():
    walks = pd.DataFrame(
        {"access_centre_min": [15.0, 15.01, np.nan], "access_centre_id": ["D1", "D1", None]}
    )
    assert catchment(walks, limit_min=15).tolist() == ["D1", None, None]


def test_catchments_and_outside_sum_to_the_plots(run):
    homes = ledger(run.centres, run.plots)
    outside = run.plots[run.plots["centre_id"].isna()]
    for name in HOMES_COLUMNS:
        whole = run.plots[name].sum(min_count=1)
        parts = homes[name].sum(min_count=1) + outside[name].sum(min_count=1)
        assert parts == whole or (np.isnan(parts) and np.isnan(whole))


def test_a_centre_without_plots_has_none_known_and_unknowns_unknown(run):
    homes = homes_by(run.plots, "centre_id", ["D1", "D9"])
    assert homes.loc["D9", "potential_plan_homes_mid_count"] == 0
    assert np.isnan(homes.loc["D9", "potential_homes_mid_count"])


def test_catchment_bands_do_not_overlap_and_hold_their_plots(run):
    areas = catchment_areas(run.plots, limit_min=15)
    assert areas["minutes"].tolist() == [5.0, 10.0, 15.0]
    assert areas.union_all().area == pytest.approx(areas.area.sum(), rel=1e-9)
    inside = run.plots[run.plots["centre_id"].notna()]
    assert inside.representative_point().within(areas.union_all().buffer(0.1)).all()


COUNTS = pd.DataFrame(
    {"detached": [80.0, 20.0, 0.0], "block": [0.0, 20.0, 0.0]}, index=["B1", "B2", "B3"]
)


def test_mix_by_hand():
    # municipality: 100 detached of 120, 20 block of 120
    gap = mix.gaps(COUNTS)
    assert gap.loc["B1"].tolist() == pytest.approx([100 / 120 - 1, 20 / 120])
    assert mix.evenness(COUNTS).tolist()[:2] == pytest.approx([0, 1])
    assert np.isnan(mix.evenness(COUNTS).iloc[2])
    assert mix.lacking(COUNTS).tolist() == ["block", "detached", None]


def test_the_gap_of_a_plot_is_its_districts_for_its_type():
    gap = mix.type_gap(
        COUNTS,
        pd.Series(["B1", "B2", None], ["a", "b", "c"]),
        pd.Series(["block", "block", "block"], ["a", "b", "c"]),
    )
    assert gap.tolist()[:2] == pytest.approx([20 / 120, 20 / 120 - 0.5])
    assert np.isnan(gap["c"])


@pytest.mark.parametrize(
    ("homes", "reason", "points", "expected"),
    [
        (0.0, "no_usable_land", np.nan, ("excluded", "no_usable_land")),
        (0.0, "nothing_left;not_built_yet", np.nan, ("no_potential", "nothing_left")),
        (np.nan, "no_plan", np.nan, ("not_assessable", "no_plan")),
        (2.0, "not_built_yet", 60.0, ("candidate", None)),
        (2.0, "not_built_yet", 59.99, ("ranked", None)),
    ],
)
def test_the_first_status_that_applies(homes, reason, points, expected):
    row = pd.DataFrame(
        {
            "potential_plan_homes_mid_count": [homes],
            "potential_reason": [reason],
            "plan_reason": [None],
            "score_densification_points": [points],
        }
    )
    assert tuple(status(row, min_score_points=60).iloc[0]) == expected


def test_the_account_holds_every_plot_and_every_home(run):
    in_site = run.plots["plot_status_code"] == "candidate"
    types = pd.DataFrame(
        {
            "plot_id": run.plots.index,
            "dwelling_type_code": "row",
            "homes_count": run.plots["built_homes_count"].to_numpy(),
        }
    )
    book = account(run.plots, in_site, {"zero_area": 2}, types)
    sums = book.groupby("step")[["plots_count", "homes_count"]].sum(min_count=1)
    by_status = book[book["step"].str.startswith("status:")]
    assert by_status["plots_count"].sum() == len(run.plots)
    assert by_status["area_m2"].sum() == pytest.approx(run.plots["plot_area_m2"].sum())
    whole = totals(run.plots)
    mid = whole["potential_plan_homes_mid_count"]
    assert by_status["homes_count"].sum() == mid
    assert sums.loc[["plan_homes:in_site", "plan_homes:in_no_site"], "homes_count"].sum() == mid
    assert sums.loc[["plan_homes:in_catchment", "plan_homes:outside"], "homes_count"].sum() == mid
    assert sums.loc["stock", "homes_count"] == whole["built_homes_count"]
    assert sums.loc["left_out", "plots_count"] == 2
    assert whole["potential_homes_mid_count"] is None
    unknown = book[book["homes_count"].isna() & (book["step"] != "left_out")]
    assert unknown["reason"].notna().all()


def test_sums_of_unknowns_say_why(run):
    homes = homes_by(run.plots.assign(built_homes_count=np.nan), "centre_id", ["D1"])
    assert homes.loc["D1", "built_reason"] == "no_data"
    assert homes.loc["D1", "potential_reason"] == "not_built_yet"
