"""Rules of figures: status, order of intervals, points, and a reason for every unknown."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np
import pandas as pd

from boligplan_geo.columns import FIGURE_SUFFIXES, HOMES_COLUMNS, NULL_IS_NONE, THEMES
from boligplan_geo.verify.tables import (
    KEYS,
    SUM_CLOSES,
    Manifest,
    Tables,
    told_ids,
)


def status(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """Status follows from homes and points; sites are made of candidates only."""
    plots = tables["plots"].set_index("plot_id")
    homes, points = plots["potential_plan_homes_mid_count"], plots["score_densification_points"]
    enough = points >= manifest["assumptions"]["site_min_score_points"]["value"]
    expected = np.select(
        [homes.isna(), homes == 0, enough & (homes >= 1)],
        ["not_assessable", "no_potential", "candidate"],
        "ranked",
    )
    status = plots["plot_status_code"]
    off = (status != "excluded") & (status != expected)
    if off.any():
        yield f"plot_status_code does not follow from homes and points{told_ids(plots.index[off])}"
    off = (status == "excluded") & plots["plot_status_reason"].isna()
    if off.any():
        yield f"excluded without a reason{told_ids(plots.index[off])}"
    members = tables["sites"]["plot_ids"].str.split(";").explode()
    members = members[members.isin(plots.index)]
    off = (status[members] != "candidate").to_numpy()
    if off.any():
        yield f"plots of sites that are not candidates{told_ids(members[off])}"


_INTERVALS = (
    ("plan_bya", "m2"),
    ("plan_bra", "m2"),
    ("potential_plan_homes", "count"),
    ("potential_homes", "count"),
    ("potential_transformation_homes", "count"),
)


def order(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """low ≤ mid ≤ high; demonstrated ≤ upper and ≤ plan; now + later = mid."""
    plots = tables["plots"].set_index("plot_id")
    chains = [
        tuple(f"{stem}_{level}_{unit}" for level in ("low", "mid", "high"))
        for stem, unit in _INTERVALS
    ]
    chains += [("potential_homes_mid_count", "potential_homes_upper_count"),
               ("potential_homes_mid_count", "potential_plan_homes_high_count"),
               ("score_densification_points", "score_densification_high_points"),
               ("score_housing_mix_points", "score_housing_mix_high_points")]  # fmt: skip
    for chain in chains:
        for less, more in itertools.pairwise(chain):
            off = plots[less] > plots[more] + SUM_CLOSES
            if off.any():
                yield f"{less} > {more}{told_ids(plots.index[off])}"
    stages = [f"potential_{stage}_homes_count" for stage in ("now", "after_phasing", "after_plan")]
    basis = "potential_plan_homes" if manifest["homes_basis_code"] == "plan" else "potential_homes"
    whole = plots[stages].sum(axis=1, skipna=False)
    off = (whole - plots[f"{basis}_mid_count"]).abs() > SUM_CLOSES
    if off.any():
        yield f"now + after phasing + after plan is not mid{told_ids(plots.index[off])}"


def points(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """Points of the criteria sum to the total; ranks follow it, ties by id."""
    long = tables["score_points"]
    for name, layer in (
        ("densification", "plots"),
        ("housing_mix", "plots"),
        ("centre", "centres"),
    ):
        own = long[long["score_code"] == name]
        table = tables[layer].set_index(KEYS[layer])
        total, rank = table[f"score_{name}_points"], table[f"score_{name}_rank"]
        sums = own["points"].groupby(own["row_id"]).sum(min_count=1).reindex(table.index)
        off = ((sums - total).abs() > SUM_CLOSES) | (sums.isna() != total.isna())
        if off.any():
            yield f"{name}: points do not sum to the total{told_ids(table.index[off])}"
        if ((own["points"] > own["max_points"] + SUM_CLOSES) | (own["points"] < 0)).any():
            yield f"{name}: points outside what the criterion can earn"
        ranked = pd.DataFrame({"total": total, "rank": rank}).dropna(subset=["rank"])
        ranked = (
            ranked.rename_axis("id")
            .reset_index()
            .sort_values(["total", "id"], ascending=[False, True])
        )
        if ranked["rank"].tolist() != list(range(1, len(ranked) + 1)):
            yield f"{name}: ranks do not follow the totals"


def reasons(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """Every null figure has its theme's reason."""
    plots = tables["plots"]
    for theme in THEMES:
        reason = plots.get(f"{theme}_reason", pd.Series(None, index=plots.index, dtype=object))
        said = _told(reason)
        for name in plots.columns:
            if not name.startswith(f"{theme}_") or not name.endswith(FIGURE_SUFFIXES):
                continue
            if name in NULL_IS_NONE:
                continue
            off = plots[name].isna() & ~said
            if off.any():
                yield f"{name} is null without {theme}_reason{told_ids(plots['plot_id'][off])}"
    yield from _reasons_of_sums(tables)
    yield from _reasons_of_account(tables["account"])
    yield from _reasons_of_points(tables, manifest)
    districts = tables["districts"]
    for figure, reason in (("need_count", "need_reason"), ("mix_evenness_share", "mix_reason")):
        off = districts[figure].isna() & districts[reason].isna()
        if off.any():
            ids = told_ids(districts["district_id"][off])
            yield f"districts.{figure} is null without a reason{ids}"


def _reasons_of_sums(tables: Tables) -> Iterator[str]:
    """Sums of sites, centres and districts that are null have the reason of their theme."""
    for layer in ("sites", "centres", "districts"):
        table, key = tables[layer], KEYS[layer]
        needed = {name: f"{name.partition('_')[0]}_reason" for name in HOMES_COLUMNS}
        if layer == "sites":
            needed["owner_code"] = "owner_reason"
        for name, reason in needed.items():
            if reason not in table:
                yield f"{layer} lacks {reason}"
                continue
            off = table[name].isna() & ~_told(table[reason])
            if off.any():
                yield f"{layer}.{name} is null without {reason}{told_ids(table[key][off])}"


def _reasons_of_account(account: pd.DataFrame) -> Iterator[str]:
    """A row of the account without homes says why, or how many plots are unknown."""
    left_out = account["step"] == "left_out"
    counted = account["unknown_plots_count"] > 0
    off = ~_told(account["reason"]) & (left_out | (account["homes_count"].isna() & ~counted))
    if off.any():
        yield f"account: no reason, and no count of unknown plots{told_ids(account['step'][off])}"


def _reasons_of_points(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """Points are null only where the figure is, and then the plot or centre says why."""
    long = tables["score_points"]
    off = long["points"].isna() & long["figure"].notna()
    if off.any():
        yield f"score_points: no points for a known figure{told_ids(long['row_id'][off])}"
    unknown = long[long["points"].isna()]
    for score, criteria in manifest["criteria"].items():
        layer = "centres" if score == "centre" else "plots"
        table = tables[layer].set_index(KEYS[layer])
        for criterion in criteria:
            chosen = unknown["score_code"] == score
            ids = unknown["row_id"][chosen & (unknown["criterion_id"] == criterion["id"])]
            said = table.get(criterion.get("reason_column"), pd.Series(None, table.index))
            ids = ids[~_told(said).reindex(ids, fill_value=False).to_numpy(bool)]
            if len(ids):
                yield f"score_points.{criterion['id']} is null without a reason{told_ids(ids)}"


def _told(reasons: pd.Series) -> pd.Series:
    """Where a reason is given: neither null nor empty."""
    return reasons.notna() & (reasons.astype("string").fillna("") != "")
