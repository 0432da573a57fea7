"""Rules of sums: columns, rows, land, plan parts, homes and the account close."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd
import shapely

from boligplan_geo.columns import HOMES_COLUMNS, columns_of
from boligplan_geo.verify.tables import (
    KEYS,
    SUM_CLOSES,
    Manifest,
    Tables,
    same,
    told_ids,
)

AREA_CLOSES_M2 = 0.01  # a plot's areas


def columns(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """Every layer has the columns of the contract, its key unique where it is one."""
    for name, table in tables.items():
        missing = [c.name for c in columns_of(name) if c.name not in table]
        if missing:
            yield f"{name} lacks {', '.join(missing)}"
    for name in ("plots", "sites", "centres", "districts", "plan_parts", "witnesses"):
        key = tables[name][KEYS[name]]
        if key.isna().any() or key.duplicated().any():
            yield f"{name}: {KEYS[name]} is null or occurs twice{told_ids(key[key.duplicated()])}"


def rows(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """Each parcel of the input is in one plot, or left out by reason."""
    parcels = tables["plots"]["parcel_ids"].dropna().str.split(";").explode()
    twice = parcels[parcels.duplicated()]
    if len(twice):
        yield f"parcels in more than one plot{told_ids(twice)}"
    for layer, row in manifest["inputs"].items():
        read, used = row.get("rows_read"), row.get("rows_used")
        left_out = sum((row.get("left_out") or {}).values())
        if read is not None and used is not None and read != used + left_out:
            yield f"{layer}: {read} rows read, {used} used and {left_out} left out"
    used = manifest["inputs"].get("plots", {}).get("rows_used")
    if used is not None and used != len(parcels):
        yield f"{used} parcels used, but {len(parcels)} in plots"
    for name, count in manifest["counts"].items():
        if name in tables and count != len(tables[name]):
            yield f"{name} has {len(tables[name])} rows, the manifest says {count}"


def land(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """Usable and lost land make the net plot; the loss table makes what is lost."""
    plots, losses = tables["plots"].set_index("plot_id"), tables["constraint_losses"]
    for reading in ("", "_s3"):  # buildings of up to ten homes, and of more (TEK17 § 7-3)
        usable, lost = (plots[f"constraint_{name}{reading}_m2"] for name in ("usable", "lost"))
        off = (usable + lost - plots["plan_net_plot_m2"]).abs() > AREA_CLOSES_M2
        if off.any():
            yield f"usable{reading} + lost{reading} is not the net plot{told_ids(plots.index[off])}"
        each = losses[f"exclusive{reading}_m2"] + losses[f"shared{reading}_m2"]
        each, known = each.groupby(losses["plot_id"]).sum(), lost.dropna()
        off = (each.reindex(known.index, fill_value=0.0) - known).abs() > AREA_CLOSES_M2
        if off.any():
            name = f"constraint_lost{reading}_m2"
            yield f"the loss table does not sum to {name}{told_ids(known.index[off])}"


def parts(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """Parts of a plot sum to the plot's area, both measured here."""
    plots, parts = tables["plots"].set_index("plot_id"), tables["plan_parts"]
    measured = pd.Series(shapely.area(np.asarray(plots["geometry"])), index=plots.index)
    off = (measured - plots["plot_area_m2"]).abs() > AREA_CLOSES_M2
    if off.any():
        yield f"plot_area_m2 is not the area of the geometry{told_ids(plots.index[off])}"
    area = pd.Series(shapely.area(np.asarray(parts["geometry"])), index=parts["plot_id"])
    off = (area.groupby(level=0).sum().reindex(plots.index, fill_value=0.0) - measured).abs()
    off = off > AREA_CLOSES_M2
    if off.any():
        yield f"parts do not sum to the plot{told_ids(plots.index[off])}"
    off = np.abs(area.to_numpy() - parts["area_m2"].to_numpy()) > AREA_CLOSES_M2
    if off.any():
        yield f"area_m2 of a part is not the area of its geometry{told_ids(parts['part_id'][off])}"


def homes(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """Homes of plots = sites = catchments = districts (each with the rest) = account = totals."""
    plots = tables["plots"]
    by_plot = plots.set_index("plot_id")
    members = tables["sites"].set_index("site_id")["plot_ids"].str.split(";").explode()
    unknown = ~members.isin(by_plot.index)
    if unknown.any():
        yield f"sites name plots that are not there{told_ids(members[unknown])}"
    if members.duplicated().any():
        yield f"plots in more than one site{told_ids(members[members.duplicated()])}"
    site_of = pd.Series(members.index, index=members.to_numpy())
    site_of = site_of[~site_of.index.duplicated()].reindex(by_plot.index).to_numpy()
    groups = {
        "sites": site_of,
        "centres": plots["centre_id"].to_numpy(),
        "districts": plots["district_id"].to_numpy(),
    }
    for name in HOMES_COLUMNS:
        for layer, group in groups.items():
            yield from _sums_by(tables[layer], KEYS[layer], plots[name], group, name, layer)
        yield from _whole(tables["account"], manifest, name, plots[name])
    yield from _copies(tables, manifest)


def _sums_by(
    table: pd.DataFrame, key: str, homes: pd.Series, group: np.ndarray, name: str, layer: str
) -> Iterator[str]:
    """Each row of a layer is the sum of its plots; with the plots in no row, all are there."""
    expected = homes.groupby(pd.Series(group, index=homes.index)).sum(min_count=1)
    given = table.set_index(key)[name]
    strangers = expected.index.difference(given.index)
    if len(strangers):
        yield f"plots point at {layer} that are not there{told_ids(strangers)}"
    expected = expected.reindex(given.index)
    nobody = ~given.index.isin(pd.Series(group).dropna())
    # a row without plots is known to have none, or unknown as a whole column is
    expected = expected.mask(nobody & given.notna(), 0.0)
    off = ((given - expected).abs() > SUM_CLOSES) | (given.isna() != expected.isna())
    if off.any():
        yield f"{layer}.{name} is not the sum of its plots{told_ids(given.index[off])}"


def _whole(account: pd.DataFrame, manifest: Manifest, name: str, homes: pd.Series) -> Iterator[str]:
    """The municipality's sum is the same in plots, account and manifest."""
    whole = homes.sum(min_count=1)
    if name not in manifest["totals"]:
        yield f"manifest.totals lacks {name}"
    elif not same(manifest["totals"][name], whole):
        yield f"{name}: plots sum to {whole}, manifest.totals says {manifest['totals'][name]}"
    rows = account[account["step"] == name]
    booked = rows["homes_count"].sum(min_count=1)
    if not same(booked, whole):
        yield f"{name}: plots sum to {whole}, the account to {booked}"


def _copies(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """Columns that repeat another under the contract's shorter name say the same."""
    basis = manifest["homes_basis_code"]
    of = "potential_plan_homes_{}_count" if basis == "plan" else "potential_homes_{}_count"
    pairs = [
        ("sites", f"homes_{level}_count", of.format(level)) for level in ("low", "mid", "high")
    ]
    for layer in ("centres", "districts"):
        pairs += [(layer, "homes_today_count", "built_homes_count"),
                  (layer, "homes_potential_mid_count", of.format("mid"))]  # fmt: skip
    for layer, copy, original in pairs:
        table = tables[layer]
        off = (table[copy].fillna(-1) - table[original].fillna(-1)).abs() > SUM_CLOSES
        if off.any():
            yield f"{layer}.{copy} is not {original}{told_ids(table[KEYS[layer]][off])}"


def account(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """Every plot has one status in the account; the homes in and out of sites make all."""
    plots, account = tables["plots"], tables["account"]
    booked = account[account["step"].str.startswith("status:")].groupby("step")["plots_count"].sum()
    counted = ("status:" + plots["plot_status_code"]).value_counts()
    for step in sorted({*booked.index, *counted.index}):
        if booked.get(step, 0) != counted.get(step, 0):
            yield f"{step}: {counted.get(step, 0)} plots, the account says {booked.get(step, 0):g}"
    whole = plots["potential_plan_homes_mid_count"].sum(min_count=1)
    for pair in (("in_site", "in_no_site"), ("in_catchment", "outside")):
        rows = account[account["step"].isin([f"plan_homes:{p}" for p in pair])]
        if not same(rows["homes_count"].sum(min_count=1), whole):
            yield f"plan homes {' and '.join(pair)} do not make {whole}"
        if rows["plots_count"].sum() != len(plots):
            yield f"plots {' and '.join(pair)} are not all plots"
    left_out = account[account["step"] == "left_out"]["plots_count"].sum()
    stated = sum((manifest["inputs"].get("plots", {}).get("left_out") or {}).values())
    if left_out != stated:
        yield f"{left_out:g} parcels left out in the account, {stated} in the manifest"
    if not same(manifest["totals"].get("plots_count"), len(plots)):
        yield f"{len(plots)} plots, manifest.totals says {manifest['totals'].get('plots_count')}"
