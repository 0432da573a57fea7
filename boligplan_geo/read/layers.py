"""One layer's sources in our names: filtered, fields found, values of their kind."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyproj

from boligplan_geo.errors import texts
from boligplan_geo.municipality import layer_fields
from boligplan_geo.read import coded_text, plan_files, shapes
from boligplan_geo.read.config import Config, LayerSource
from boligplan_geo.read.findings import Account, Findings
from boligplan_geo.read.formats.raw import RawLayer, Source, SourceError
from boligplan_geo.read.matching import as_text, brought_to_kind, column_values, match_fields
from boligplan_geo.read.names import plain
from boligplan_geo.read.sources import Library, shown_source
from boligplan_geo.read.utilisation import utilisation


@dataclass(frozen=True, eq=False)
class Fields:
    """One raw layer in our names, with geometry and CRS still the source's."""

    table: pd.DataFrame
    geometry: np.ndarray | None
    crs: pyproj.CRS | None
    said_crs: str
    ids: pd.Series
    utilisation: pd.DataFrame | None = None
    has_numbers: bool = False


def fields_of_layer(
    name: str, config: Config, library: Library, findings: Findings, account: Account
) -> list[Fields]:
    """Read every source of a layer into our names; problems are gathered in `findings`."""
    found = []
    entries = config.layers[name]
    account.source = "; ".join(dict.fromkeys(shown_source(e.source) for e in entries))
    account.as_of = "; ".join(dict.fromkeys(filter(None, (e.as_of for e in entries)))) or None
    account.licence = "; ".join(dict.fromkeys(filter(None, (e.licence for e in entries)))) or None
    digests, names = [], []
    for entry in entries:
        try:
            source = library.source(entry)
            digests.append(source.sha256)
            wanted = _wanted(name, entry, source.names)
            if not wanted:
                findings.note("no_features", name, source=source.shown)
            _tell_unused(name, source, wanted, library, findings)
            for type_name in wanted:
                raw = library.layer(entry, type_name)
                names.append(raw.name)
                plans = _plans_of(name, entry, source.names, library)
                part = _fields(name, entry, raw, plans, findings, account)
                if part is not None:
                    found.append(part)
        except SourceError as error:
            findings.problem(name, str(error), error.remedy)
    account.sha256 = "; ".join(dict.fromkeys(digests))
    account.layer = "; ".join(dict.fromkeys(names))
    return found


def _tell_unused(
    name: str, source: Source, wanted: list[str], library: Library, findings: Findings
) -> None:
    """Say once what is wrong with plan features that no layer of ours is made of."""
    if not plan_files.is_plan_file(source.names):
        return
    for type_name in source.faulty:
        is_unused = plan_files.feature_type(type_name) is None and type_name not in wanted
        if is_unused and library.is_untold(source, type_name):
            raw = source.read(type_name)
            ids = plan_files.own_ids(raw.table)
            for fault in raw.faults:
                findings.fault(fault.code, name, [f"{type_name} {ids[i]}" for i in fault.rows])


def _wanted(name: str, entry: LayerSource, names: tuple[str, ...]) -> list[str]:
    """Layers or feature types of a source to read for a layer of ours."""
    if entry.layer is not None:
        return [entry.layer]
    if name in plan_files.PLAN_LAYERS:
        types = plan_files.types_for(name, names)
        if types:
            return types
        if plan_files.is_plan_file(names):
            return []
    if len(names) == 1:
        return [names[0]]
    alike = [n for n in names if plain(n) == plain(name)]
    if len(alike) == 1:
        return alike
    raise SourceError(
        f"{shown_source(entry.source)} has {len(names)} layers",
        f'add layer = "…", one of {", ".join(names)}',
    )


def _plans_of(
    name: str, entry: LayerSource, names: tuple[str, ...], library: Library
) -> pd.DataFrame | None:
    """Plans of a file, for children that only link to them."""
    if name not in plan_files.PLAN_LAYERS:
        return None
    wanted = [
        n for n in names if plan_files.is_plan_register(n) or plan_files.types_for("plans", [n])
    ]
    tables = {n: library.layer(entry, n).table for n in wanted}
    return plan_files.plan_attributes(tables)


def _fields(
    name: str,
    entry: LayerSource,
    raw: RawLayer,
    plans: pd.DataFrame | None,
    findings: Findings,
    account: Account,
) -> Fields | None:
    """A raw layer filtered, its fields found and brought to their kind."""
    account.rows_read += len(raw.table)
    if not len(raw.table):
        findings.note("no_features", name, source=shown_source(entry.source))
    for text in raw.said:
        findings.note("source_warning", name, message=text)
    table, geometry = raw.table, raw.geometry
    if name == "plans" and plans is not None and not plans.empty:
        table = _joined_plans(table, plans)
    matched, missing = _matched(name, entry, raw, table)
    keep = _filtered(name, table, entry.filter, matched, findings)
    account.leave_out("filtered", int((~keep).sum()))
    if raw.lost:
        account.rows_read += raw.lost
        account.leave_out("unreadable", raw.lost)
        findings.note("features_lost", name, count=raw.lost)
    table = table[keep].reset_index(drop=True)
    geometry = geometry[keep] if geometry is not None else None
    derived = _derived(name, raw.name, table, matched, plans)
    _tell_missing(name, list(map(str, table.columns)), missing, {*matched, *derived}, findings)
    ids = _row_names(name, table, matched, derived)
    _tell_faults(name, raw, pd.Series(ids.to_numpy(), index=np.flatnonzero(keep)), findings)
    plain_matched = {k: v for k, v in matched.items() if not k.startswith("utilisation_")}
    ours = brought_to_kind(name, table, plain_matched, entry.values, ids, findings)
    for field, values in derived.items():
        ours[field] = ours[field].where(ours[field].notna(), values)
    _read_codes(name, ours, ids, findings)
    said = raw.crs or entry.crs or ""
    crs = shapes.horizontal_crs(raw.crs) or shapes.horizontal_crs(entry.crs or "")
    recorded = None
    if name == "plan_areas":
        recorded = utilisation(table, ids, findings)
        ours = ours.drop(columns=[c for c in ours if c.startswith("utilisation_")])
        ours["outdoor_m2"] = ours["outdoor_m2"].mask(ours["outdoor_m2"] == 0)  # 0: not set
    numbers = any(field in matched for field in ("gnr", "property_text"))
    return Fields(ours, geometry, crs, said, ids, recorded, numbers)


def _matched(
    name: str, entry: LayerSource, raw: RawLayer, table: pd.DataFrame
) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Columns of our fields, by name or by the title the source gives them; those not found."""
    columns = [str(c) for c in table.columns]
    matched, missing = match_fields(name, columns, entry.fields)
    titled = {title: column for column, title in raw.aliases.items() if column in columns}
    by_title = match_fields(name, list(titled), {})[0]
    return {**{ours: titled[title] for ours, title in by_title.items()}, **matched}, missing


def _tell_missing(
    name: str,
    columns: list[str],
    missing: list[tuple[str, str]],
    found: Collection[str],
    findings: Findings,
) -> None:
    """Columns that the config names and the source lacks, and required fields in no column."""
    for field, wanted in missing:
        remedy = f"the source has {', '.join(columns) or 'no columns'}"
        findings.problem(name, f"no column {wanted!r}", remedy, column=field)
    for field, row in layer_fields(name).items():
        if row["required"] == "yes" and field not in found and field not in dict(missing):
            known = row["aliases"].replace("|", ", ")
            remedy = f'add fields = {{{field} = "…"}}; the source has {", ".join(columns)}'
            findings.problem(name, f"no column found (known: {known})", remedy, column=field)


def _tell_faults(name: str, raw: RawLayer, ids: pd.Series, findings: Findings) -> None:
    """What is wrong with the features that are kept: plan law is not guessed, the rest is told.

    `ids` are the names of kept rows by their position in the source.
    """
    curved = ids[ids.index.isin(raw.curved)]
    if len(curved):
        is_area = texts("layers")[name]["geometry"].startswith("polygon")
        area = raw.arc_area_m2 if is_area else 0.0
        findings.note("arcs_linearised", name, curved, area=f"{area:.2f}")
    for fault in raw.faults:
        rows = ids[ids.index.isin(fault.rows)]
        if not len(rows):
            continue
        if fault.refused and name in plan_files.PLAN_LAYERS:
            remedy = "mend the features in the source: what the plan says here would be a guess"
            findings.problem(name, fault.refused, remedy, ids=rows)
        else:
            findings.fault(fault.code, name, rows)


def _joined_plans(table: pd.DataFrame, plans: pd.DataFrame) -> pd.DataFrame:
    """Plan extents with the attributes that Plan 5.0 keeps in ``Arealplan``."""
    added = plans.reindex(plan_files.own_ids(table).to_numpy()).set_axis(table.index, axis=0)
    return table.join(added[[c for c in added.columns if c not in table.columns]])


def _read_codes(name: str, ours: pd.DataFrame, ids: pd.Series, findings: Findings) -> None:
    """Purposes and zones that stand as text, by the list of their regime or group, in place."""
    group, field, listed = {
        "plan_areas": ("regime_code", "land_use_code", coded_text.purposes),
        "plan_zones": ("zone_group_code", "zone_code", coded_text.zones),
    }.get(name, ("", "", None))
    if listed is None or not ours[field].notna().any():
        return
    lists = {key: listed(key) for key in ours[group].dropna().unique()}
    ours[field], was_text = coded_text.by_group(ours[field], ours[group], lists)
    if was_text.any():
        findings.note("coded_text", name, ids[was_text], column=field)


def _filtered(
    name: str,
    table: pd.DataFrame,
    wanted: Mapping[str, object],
    matched: Mapping[str, str],
    findings: Findings,
) -> np.ndarray:
    keep = np.ones(len(table), dtype=bool)
    for field, value in wanted.items():
        column = field if field in table.columns else matched.get(field)
        if column is None:
            remedy = f"the source has {', '.join(map(str, table.columns))}"
            findings.problem(name, f"filter: no column {field!r}", remedy)
            continue
        values = value if isinstance(value, list) else [value]
        accepted = set(as_text(pd.Series(values, dtype=object)))
        keep &= as_text(column_values(table, column)).isin(accepted).to_numpy()
    return keep


def _derived(
    name: str,
    type_name: str,
    table: pd.DataFrame,
    matched: Mapping[str, str],
    plans: pd.DataFrame | None,
) -> dict[str, object]:
    """What the feature type and links to the plan say where the feature itself does not."""
    derived: dict[str, object] = {}
    if name not in plan_files.PLAN_LAYERS or plans is None:
        return derived
    kind = plan_files.feature_type(type_name)
    if kind and kind[1] and "regime_code" in layer_fields(name):
        derived["regime_code"] = kind[1]
    if kind and kind[2]:
        derived["zone_group_code"] = kind[2]
    if name == "plans" and not plans.empty:
        own = plan_files.own_ids(table)
        derived["plan_id"] = own.map(plans["plan_id"].to_dict()).astype("str")
    elif not plans.empty:
        derived["plan_id"] = plan_files.linked(table, plans, "plan_id")
        if "vertical_level_code" in layer_fields(name):
            level = plan_files.linked(table, plans, "vertical_level")
            derived["vertical_level_code"] = pd.to_numeric(level, errors="coerce").astype(float)
    return derived


def _row_names(
    name: str, table: pd.DataFrame, matched: Mapping[str, str], derived: Mapping[str, object]
) -> pd.Series:
    """Ids of rows: the layer's key, else made from prefix and row number."""
    row = texts("layers")[name]
    made = pd.Series([f"{row['index_prefix']}{i + 1}" for i in range(len(table))], dtype="str")
    made.index = table.index
    key = row["key"]
    if isinstance(found := derived.get(key), pd.Series):
        made = found.fillna(made).astype("str")
    if key not in matched:
        return made
    given = as_text(column_values(table, matched[key]))
    return given.where(given.notna(), made)
