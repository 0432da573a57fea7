"""The whole way on the sample and on real towns: what must hold in every result."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from reading import shared

import boligplan_geo as bg
from boligplan_geo.columns import FIGURE_SUFFIXES, HOMES_COLUMNS, NULL_IS_NONE, THEMES
from boligplan_geo.sample.toy import toy_town

ROOT = Path(__file__).parents[1]
CONFIGS = {
    "sample": ROOT / "sample_data/kommune.toml",
    "rennes": ROOT / "tests/real/rennes.toml",
    "bubenec": ROOT / "tests/real/bubenec.toml",
    "kristiansand": ROOT / "tests/real/kristiansand.toml",
}
_runs: dict[str, bg.Analysis] = {}


@pytest.fixture(params=["toy", *CONFIGS])
def run(request):
    """One run a town, shared by the tests of this file."""
    name = request.param
    if name not in ("toy", "sample"):
        shared(name)
    if name not in _runs:
        town = toy_town() if name == "toy" else bg.read_municipality(CONFIGS[name])
        _runs[name] = bg.analyse(town)
    return _runs[name]


def test_every_parcel_is_in_one_plot_or_left_out_by_reason(run):
    parcels = [p for ids in run.plots["parcel_ids"] for p in str(ids).split(";")]
    assert len(parcels) == len(set(parcels))
    counted = run.inputs.get("plots")
    if counted:
        assert counted["rows_read"] == len(parcels) + sum(counted["left_out"].values())


def test_parts_sum_to_the_plot_and_lost_and_usable_to_the_net_plot(run):
    parts = run.plan_parts.groupby("plot_id")["area_m2"].sum().reindex(run.plots.index)
    assert (parts - run.plots["plot_area_m2"]).abs().max() <= 0.01
    assert (run.plan_parts.area - run.plan_parts["area_m2"]).abs().max() <= 0.01
    net = run.plots["plan_net_plot_m2"]
    gap = run.plots["constraint_usable_m2"] + run.plots["constraint_lost_m2"] - net
    assert gap.abs().max() <= 0.01 or net.isna().all()
    lost = run.constraint_losses.assign(
        m2=run.constraint_losses["exclusive_m2"] + run.constraint_losses["shared_m2"]
    )
    lost = lost.groupby("plot_id")["m2"].sum().reindex(run.plots.index, fill_value=0.0)
    known = run.plots["constraint_lost_m2"].notna()
    assert (lost - run.plots["constraint_lost_m2"])[known].abs().max() <= 0.01 or not known.any()


def test_homes_close_from_plots_to_the_municipality(run):
    book = run.account.groupby("step")["homes_count"].sum(min_count=1)
    for name in HOMES_COLUMNS:
        whole = run.plots[name].sum(min_count=1)
        if np.isnan(whole):
            assert run.totals[name] is None
            continue
        assert run.totals[name] == whole
        assert book[name] == whole
        districts = run.districts[name].sum() if len(run.districts) else 0
        outside = run.plots.loc[run.plots["district_id"].isna(), name].sum()
        assert districts + outside == whole
        centres = run.centres[name].sum() if len(run.centres) else 0
        assert centres + run.plots.loc[run.plots["centre_id"].isna(), name].sum() == whole
        in_sites = [p for ids in run.sites["plot_ids"] for p in ids.split(";")]
        rest = run.plots.loc[~run.plots.index.isin(in_sites), name].sum()
        assert (run.sites[name].sum() if len(run.sites) else 0) + rest == whole


def test_intervals_are_ordered_and_points_sum_to_the_total(run):
    for stem in ("plan_bya", "plan_bra", "potential_plan_homes", "potential_transformation_homes"):
        unit = "m2" if stem.startswith("plan_b") else "count"
        low, mid, high = (run.plots[f"{stem}_{level}_{unit}"] for level in ("low", "mid", "high"))
        known = mid.notna()
        assert (low[known] <= mid[known] + 1e-9).all()
        assert (mid[known] <= high[known] + 1e-9).all()
    when = run.plots.filter(regex="potential_(now|after_phasing|after_plan)_homes_count")
    mid = run.plots["potential_plan_homes_mid_count"]
    assert (when.sum(axis=1)[mid.notna()] == mid.dropna()).all()
    points = run.densification.points.sum(axis=1, min_count=1)
    pd.testing.assert_series_equal(
        points, run.plots["score_densification_points"], check_names=False
    )


def test_every_unknown_figure_says_why(run):
    for theme in THEMES:
        reason = run.plots[f"{theme}_reason"]
        for name in run.plots.columns:
            if name in NULL_IS_NONE:
                continue
            if name.startswith(f"{theme}_") and name.endswith(FIGURE_SUFFIXES):
                silent = run.plots[name].isna() & reason.isna()
                assert not silent.any(), (name, list(run.plots.index[silent][:3]))


def test_status_follows_from_homes_and_points(run):
    homes = run.plots["potential_plan_homes_mid_count"]
    status = run.plots["plot_status_code"]
    assert status.notna().all()
    assert (homes[status.isin(["candidate", "ranked"])] >= 1).all()
    assert homes[status == "not_assessable"].isna().all()
    assert (homes[status.isin(["excluded", "no_potential"])] == 0).all()
    assert run.plots.loc[status.isin(["candidate", "ranked"]), "plot_status_reason"].isna().all()
    assert run.plots.loc[~status.isin(["candidate", "ranked"]), "plot_status_reason"].notna().all()


def test_the_exported_folder_passes_the_separate_checker(run, tmp_path):
    checked = bg.verify(bg.export(run, tmp_path / "out"))
    assert not checked, str(checked)


def test_known_figures_of_rennes():
    shared("rennes")
    run = bg.analyse(bg.read_municipality(CONFIGS["rennes"]))
    # coverage at most half: no plot of the zone is permitted more footprint than that
    zoned = run.plots[run.plots["plan_net_plot_m2"] > 0]
    assert (zoned["plan_bya_mid_m2"] / zoned["plan_net_plot_m2"]).to_numpy() == pytest.approx(0.5)
    outside = run.plots["plan_reason"].str.startswith("no_plan", na=False)
    assert len(zoned) + outside.sum() == len(run.plots) == 626


GOLDEN = (
    "plan_land_use_code", "plan_net_plot_m2", "plan_bya_mid_m2", "plan_bra_mid_m2",
    "plan_binding_clause_id", "built_bya_m2", "built_homes_count", "constraint_usable_m2",
    "terrain_slope_mean_deg", "access_centre_min", "access_stop_min",
    "potential_plan_homes_low_count", "potential_plan_homes_mid_count",
    "potential_plan_homes_high_count", "score_densification_points", "plot_status_code",
    "plot_status_reason",
)  # fmt: skip


def golden_table(run: bg.Analysis) -> pd.DataFrame:
    """Ten sample plots as a person reads them: two of each status, spread over the town."""
    chosen = []
    for _, rows in run.plots.sort_index().groupby("plot_status_code", sort=True):
        chosen += [rows.index[len(rows) // 4], rows.index[3 * len(rows) // 4]]
    return run.plots.loc[chosen, list(GOLDEN)].round(2)


def test_ten_plots_read_as_before(tmp_path):
    """To renew after a wanted change: ``python tests/test_whole_way.py``, then read the diff."""
    run = _runs.get("sample") or bg.analyse(bg.read_municipality(CONFIGS["sample"]))
    golden_table(run).to_csv(tmp_path / "now.csv")
    now, then = (pd.read_csv(p, dtype=str) for p in (tmp_path / "now.csv", _GOLDEN_FILE))
    pd.testing.assert_frame_equal(now, then)


_GOLDEN_FILE = Path(__file__).parent / "golden_plots.csv"

if __name__ == "__main__":
    golden_table(bg.analyse(bg.read_municipality(CONFIGS["sample"]))).to_csv(_GOLDEN_FILE)
