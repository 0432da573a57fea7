"""What must hold in every result: one rule a function, on the exported tables alone.

Imports the vocabulary only; geometry and arithmetic are done again here. Each rule yields one
text a violation.
"""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd
import shapely

from boligplan_geo.columns import FIGURE_SUFFIXES, HOMES_COLUMNS, THEMES, columns_of

AREA_CLOSES_M2 = 0.01  # a plot's areas
SUM_CLOSES = 1e-6  # sums, relative
SHOWN_IDS = 5

KEYS = {
    "plots": "plot_id",
    "sites": "site_id",
    "centres": "centre_id",
    "districts": "district_id",
    "witnesses": "witness_id",
    "plan_parts": "part_id",
    "constraint_losses": "plot_id",
    "witness_parts": "witness_id",
    "centre_catchments": "centre_id",
    "account": "step",
    "plan_parameters": "part_id",
    "clauses": "plan_id",
    "fields": "field_id",
    "buildings": "building_id",
    "boundaries": "boundary_id",
    "building_lines": "line_id",
    "constraint_areas": "layer",
    "score_points": "score_code",
    "alternatives": "plot_id",
}
Tables = Mapping[str, pd.DataFrame]
Manifest = Mapping[str, Any]
Check = Callable[[Tables, Manifest], Iterator[str]]


def _columns(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """Every layer has the columns of the contract, its key unique where it is one."""
    for name, table in tables.items():
        missing = [c.name for c in columns_of(name) if c.name not in table]
        if missing:
            yield f"{name} lacks {', '.join(missing)}"
    for name in ("plots", "sites", "centres", "districts", "plan_parts", "witnesses"):
        key = tables[name][KEYS[name]]
        if key.isna().any() or key.duplicated().any():
            yield f"{name}: {KEYS[name]} is null or occurs twice{_ids(key[key.duplicated()])}"


def _rows(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """Each parcel of the input is in one plot, or left out by reason."""
    parcels = tables["plots"]["parcel_ids"].dropna().str.split(";").explode()
    twice = parcels[parcels.duplicated()]
    if len(twice):
        yield f"parcels in more than one plot{_ids(twice)}"
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


def _land(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """Usable and lost land make the net plot; the loss table makes what is lost."""
    plots = tables["plots"].set_index("plot_id")
    whole = plots["constraint_usable_m2"] + plots["constraint_lost_m2"]
    off = (whole - plots["plan_net_plot_m2"]).abs() > AREA_CLOSES_M2
    if off.any():
        yield f"usable + lost is not the net plot{_ids(plots.index[off])}"
    losses = tables["constraint_losses"]
    each = (losses["exclusive_m2"] + losses["shared_m2"]).groupby(losses["plot_id"]).sum()
    known = plots["constraint_lost_m2"].dropna()
    off = (each.reindex(known.index, fill_value=0.0) - known).abs() > AREA_CLOSES_M2
    if off.any():
        yield f"the loss table does not sum to constraint_lost_m2{_ids(known.index[off])}"


def _parts(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """Parts of a plot sum to the plot's area, both measured here."""
    plots, parts = tables["plots"].set_index("plot_id"), tables["plan_parts"]
    measured = pd.Series(shapely.area(np.asarray(plots["geometry"])), index=plots.index)
    off = (measured - plots["plot_area_m2"]).abs() > AREA_CLOSES_M2
    if off.any():
        yield f"plot_area_m2 is not the area of the geometry{_ids(plots.index[off])}"
    area = pd.Series(shapely.area(np.asarray(parts["geometry"])), index=parts["plot_id"])
    off = (area.groupby(level=0).sum().reindex(plots.index, fill_value=0.0) - measured).abs()
    off = off > AREA_CLOSES_M2
    if off.any():
        yield f"parts do not sum to the plot{_ids(plots.index[off])}"
    off = np.abs(area.to_numpy() - parts["area_m2"].to_numpy()) > AREA_CLOSES_M2
    if off.any():
        yield f"area_m2 of a part is not the area of its geometry{_ids(parts['part_id'][off])}"


def _homes(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """Homes of plots = sites = catchments = districts (each with the rest) = account = totals."""
    plots = tables["plots"]
    by_plot = plots.set_index("plot_id")
    members = tables["sites"].set_index("site_id")["plot_ids"].str.split(";").explode()
    unknown = ~members.isin(by_plot.index)
    if unknown.any():
        yield f"sites name plots that are not there{_ids(members[unknown])}"
    if members.duplicated().any():
        yield f"plots in more than one site{_ids(members[members.duplicated()])}"
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
        yield f"plots point at {layer} that are not there{_ids(strangers)}"
    expected = expected.reindex(given.index)
    nobody = ~given.index.isin(pd.Series(group).dropna())
    # a row without plots is known to have none, or unknown as a whole column is
    expected = expected.mask(nobody & given.notna(), 0.0)
    off = ((given - expected).abs() > SUM_CLOSES) | (given.isna() != expected.isna())
    if off.any():
        yield f"{layer}.{name} is not the sum of its plots{_ids(given.index[off])}"


def _whole(account: pd.DataFrame, manifest: Manifest, name: str, homes: pd.Series) -> Iterator[str]:
    """The municipality's sum is the same in plots, account and manifest."""
    whole = homes.sum(min_count=1)
    if name not in manifest["totals"]:
        yield f"manifest.totals lacks {name}"
    elif not _same(manifest["totals"][name], whole):
        yield f"{name}: plots sum to {whole}, manifest.totals says {manifest['totals'][name]}"
    rows = account[account["step"] == name]
    booked = rows["homes_count"].sum(min_count=1)
    if not _same(booked, whole):
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
            yield f"{layer}.{copy} is not {original}{_ids(table[KEYS[layer]][off])}"


def _account(tables: Tables, manifest: Manifest) -> Iterator[str]:
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
        if not _same(rows["homes_count"].sum(min_count=1), whole):
            yield f"plan homes {' and '.join(pair)} do not make {whole}"
        if rows["plots_count"].sum() != len(plots):
            yield f"plots {' and '.join(pair)} are not all plots"
    left_out = account[account["step"] == "left_out"]["plots_count"].sum()
    stated = sum((manifest["inputs"].get("plots", {}).get("left_out") or {}).values())
    if left_out != stated:
        yield f"{left_out:g} parcels left out in the account, {stated} in the manifest"
    if not _same(manifest["totals"].get("plots_count"), len(plots)):
        yield f"{len(plots)} plots, manifest.totals says {manifest['totals'].get('plots_count')}"


def _status(tables: Tables, manifest: Manifest) -> Iterator[str]:
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
        yield f"plot_status_code does not follow from homes and points{_ids(plots.index[off])}"
    off = (status == "excluded") & plots["plot_status_reason"].isna()
    if off.any():
        yield f"excluded without a reason{_ids(plots.index[off])}"
    members = tables["sites"]["plot_ids"].str.split(";").explode()
    members = members[members.isin(plots.index)]
    off = (status[members] != "candidate").to_numpy()
    if off.any():
        yield f"plots of sites that are not candidates{_ids(members[off])}"


_INTERVALS = (
    ("plan_bya", "m2"),
    ("plan_bra", "m2"),
    ("potential_plan_homes", "count"),
    ("potential_homes", "count"),
    ("potential_transformation_homes", "count"),
)


def _order(tables: Tables, manifest: Manifest) -> Iterator[str]:
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
                yield f"{less} > {more}{_ids(plots.index[off])}"
    stages = [f"potential_{stage}_homes_count" for stage in ("now", "after_phasing", "after_plan")]
    basis = "potential_plan_homes" if manifest["homes_basis_code"] == "plan" else "potential_homes"
    whole = plots[stages].sum(axis=1, skipna=False)
    off = (whole - plots[f"{basis}_mid_count"]).abs() > SUM_CLOSES
    if off.any():
        yield f"now + after phasing + after plan is not mid{_ids(plots.index[off])}"


def _points(tables: Tables, manifest: Manifest) -> Iterator[str]:
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
            yield f"{name}: points do not sum to the total{_ids(table.index[off])}"
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


def _reasons(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """Every null figure has its theme's reason."""
    plots = tables["plots"]
    for theme in THEMES:
        reason = plots.get(f"{theme}_reason", pd.Series(None, index=plots.index, dtype=object))
        said = _told(reason)
        for name in plots.columns:
            if not name.startswith(f"{theme}_") or not name.endswith(FIGURE_SUFFIXES):
                continue
            off = plots[name].isna() & ~said
            if off.any():
                yield f"{name} is null without {theme}_reason{_ids(plots['plot_id'][off])}"
    yield from _reasons_of_sums(tables)
    yield from _reasons_of_account(tables["account"])
    yield from _reasons_of_points(tables, manifest)
    districts = tables["districts"]
    for figure, reason in (("need_count", "need_reason"), ("mix_evenness_share", "mix_reason")):
        off = districts[figure].isna() & districts[reason].isna()
        if off.any():
            ids = _ids(districts["district_id"][off])
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
                yield f"{layer}.{name} is null without {reason}{_ids(table[key][off])}"


def _reasons_of_account(account: pd.DataFrame) -> Iterator[str]:
    """A row of the account without homes says why, or how many plots are unknown."""
    left_out = account["step"] == "left_out"
    counted = account["unknown_plots_count"] > 0
    off = ~_told(account["reason"]) & (left_out | (account["homes_count"].isna() & ~counted))
    if off.any():
        yield f"account: no reason, and no count of unknown plots{_ids(account['step'][off])}"


def _reasons_of_points(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """Points are null only where the figure is, and then the plot or centre says why."""
    long = tables["score_points"]
    off = long["points"].isna() & long["figure"].notna()
    if off.any():
        yield f"score_points: no points for a known figure{_ids(long['row_id'][off])}"
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
                yield f"score_points.{criterion['id']} is null without a reason{_ids(ids)}"


def _told(reasons: pd.Series) -> pd.Series:
    """Where a reason is given: neither null nor empty."""
    return reasons.notna() & (reasons.astype("string").fillna("") != "")


def _privacy(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """For the public: no owner where a home stands, no trace of municipally disposed homes."""
    if manifest.get("audience") == "internal":
        return
    plots = tables["plots"]
    may_stand = ~(plots["built_homes_count"] == 0)
    may_stand = may_stand.groupby(plots["property_id"].to_numpy()).transform("any")
    off = may_stand & plots["owner_code"].notna()
    if off.any():
        yield f"owner_code is shown where a home stands{_ids(plots['plot_id'][off])}"
    off = may_stand & (plots["owner_reason"] != "withheld_privacy")
    if off.any():
        yield f"owner_code is withheld without its reason{_ids(plots['plot_id'][off])}"
    hidden = set(plots["plot_id"][may_stand])
    sites = tables["sites"]
    touched = sites["plot_ids"].map(lambda ids: not hidden.isdisjoint(ids.split(";"))).astype(bool)
    off = touched & sites["owner_code"].notna()
    if off.any():
        yield f"owner_code of a site is shown where a home stands{_ids(sites['site_id'][off])}"
    for name, table in tables.items():
        told = [c for c in table.columns if "municipal_homes" in c]
        if told:
            yield f"{name} has {', '.join(told)}"
    if "municipal_homes" in json.dumps(manifest["inputs"]) + json.dumps(manifest["notes"]):
        yield "the manifest names municipal_homes"


def _manifest_text(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """The manifest holds no absolute path and no credentials."""
    for text in _texts(manifest):
        if text.startswith(("/", "~/", "file:", "\\\\")) or text[1:3] in (":\\", ":/"):
            yield f"absolute path: …{text[-20:]}"
        if "://" in text and "@" in text:
            yield "a database is named with its user"


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def _digests(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """Each layer is what the manifest says was written."""
    for name, table in tables.items():
        if _digest(table.set_index(KEYS[name])) != manifest["digest"].get(name):
            yield f"{name} is not what was written"


def _digest(table: pd.DataFrame) -> str:
    """Rows by key; WKB to 1 mm in normal form, numbers to nine digits (contract, Same result)."""
    hasher, rows = hashlib.blake2b(digest_size=16), np.zeros(len(table), "uint64")
    for position, name in enumerate(["", *sorted(table.columns)]):
        column = table[name] if name else table.index.to_series()
        if name == "geometry":
            shapes = shapely.transform(
                np.asarray(column), lambda xy: np.floor(xy / 0.001 + 0.5) * 0.001
            )
            column = pd.Series(shapely.to_wkb(shapely.normalize(shapes)))
        elif column.dtype.kind == "f":
            figures = column.to_numpy()
            with np.errstate(divide="ignore", invalid="ignore"):
                size = 10.0 ** (8 - np.floor(np.log10(np.abs(figures))))
                rounded = np.round(figures * size) / size
            column = pd.Series(np.where(np.isfinite(size), rounded, figures) + 0.0)
        elif column.dtype.kind not in "biu":
            column = column.astype(str)
        hashed = pd.util.hash_pandas_object(pd.Series(column.to_numpy()), index=False).to_numpy()
        with np.errstate(over="ignore"):
            rows = rows * np.uint64(1_000_003) + hashed + np.uint64(position)
        hasher.update(name.encode())
    hasher.update(np.sort(rows).tobytes())
    return hasher.hexdigest()


def _same(one: float | None, other: float | None) -> bool:
    """Equal to the contract's relative tolerance; unknown equals unknown only."""
    if one is None or pd.isna(one) or other is None or pd.isna(other):
        return bool((one is None or pd.isna(one)) and (other is None or pd.isna(other)))
    return abs(one - other) <= SUM_CLOSES * max(1.0, abs(other))


def _ids(ids: Any) -> str:
    listed = [str(i) for i in ids]
    more = ", …" if len(listed) > SHOWN_IDS else ""
    return f" ({len(listed)}: {', '.join(listed[:SHOWN_IDS])}{more})"


RULES: Mapping[str, Check] = {
    "columns": _columns,
    "rows": _rows,
    "land": _land,
    "parts": _parts,
    "homes": _homes,
    "account": _account,
    "status": _status,
    "order": _order,
    "points": _points,
    "reasons": _reasons,
    "privacy": _privacy,
    "manifest": _manifest_text,
    "digest": _digests,
}
