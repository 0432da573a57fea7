"""`read_municipality`: a config's sources → one validated `Municipality`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely
from tqdm import tqdm

from boligplan_geo.assumptions import Assumptions
from boligplan_geo.errors import InputError, texts
from boligplan_geo.municipality import Municipality
from boligplan_geo.raster import Grid
from boligplan_geo.read import assembly, districts, layers, plots, shapes
from boligplan_geo.read.config import Config, parsed
from boligplan_geo.read.doubts import note_elsewhere
from boligplan_geo.read.findings import Account, Findings
from boligplan_geo.read.plan_files import PLAN_LAYERS
from boligplan_geo.read.sources import Library
from boligplan_geo.zone_treatments import read_treatments

#: What a property id is made of; it stands in ``property_id`` afterwards.
_NUMBER_FIELDS = ("municipality_number", "gnr", "bnr", "fnr", "snr")
#: Slopes and horizons reach beyond the outermost plots.
TERRAIN_MARGIN_M = 500


@dataclass
class Draft:
    """A municipality while it is read: what there is, and everything that is wrong with it."""

    config: Config
    findings: Findings = field(default_factory=Findings)
    accounts: dict[str, Account] = field(default_factory=dict)
    tables: dict[str, pd.DataFrame] = field(default_factory=dict)
    terrain: Grid | None = None
    crs: pyproj.CRS | None = None
    parcels: gpd.GeoDataFrame | None = None
    assumptions: Assumptions = field(default_factory=Assumptions)
    zone_treatment: pd.DataFrame | None = None


def read_municipality(config: str | Path, *, progress: bool = False) -> Municipality:
    """Read everything about a municipality from one TOML.

    Parameters
    ----------
    config : str or Path
        A TOML with a table per layer; see ``docs`` and ``sample_data/kommune.toml``.
    progress : bool
        Show a bar over the layers, where stderr is a terminal.

    Returns
    -------
    Municipality
        All layers in one projected CRS, repaired openly: see its ``notes`` and ``inputs``.

    Raises
    ------
    InputError
        Once, with every problem of every layer.

    Examples
    --------
    >>> read_municipality("no_such.toml")
    Traceback (most recent call last):
    boligplan_geo.errors.InputError: 1 problem in the input:
      1. [config] cannot open no_such.toml. Remedy: give the path of the municipality's TOML
    """
    draft = read_draft(config, progress=progress)
    if draft.findings.problems:
        raise InputError(draft.findings.problems)
    return municipality(draft)


def municipality(draft: Draft) -> Municipality:
    """The validated municipality of a draft without problems."""
    config = draft.config
    # the owner class of a plot stands with the plot
    tables = {name: table for name, table in draft.tables.items() if name != "ownership"}
    return Municipality(
        name=config.name,
        municipality_number=config.municipality_number,
        crs=shapes.crs_name(draft.crs) if draft.crs else "",
        is_fictional=config.is_fictional,
        assumptions=draft.assumptions,
        zone_treatment=draft.zone_treatment,
        terrain=draft.terrain,
        notes=tuple(draft.findings.notes),
        inputs={name: account.row() for name, account in draft.accounts.items()} | _tables(config),
        **tables,
    )


def _tables(config: Config) -> dict[str, dict[str, object]]:
    """The user's own table of zones among the inputs: it decides as much as a layer does."""
    if not config.zone_treatment:
        return {}
    from boligplan_geo.read.sources import file_digest, shown_source

    digest = file_digest(config.folder / config.zone_treatment)
    return {"zone_treatment": {"source": shown_source(config.zone_treatment), "sha256": digest}}


def read_draft(config: str | Path, *, progress: bool = False) -> Draft:
    """Read every layer, gathering problems instead of raising them.

    Raises
    ------
    InputError
        Only where the config is not TOML.
    """
    known, problems = parsed(config)
    draft = Draft(known)
    draft.findings.problems.extend(problems)
    _read_assumptions(draft)
    _read_zone_treatment(draft)
    library = Library(draft.config.folder)
    names = ["plots", *(n for n in texts("layers") if n != "plots" and n in draft.config.layers)]
    for name in tqdm(names, desc="reading", disable=None if progress else True):
        account = draft.accounts.setdefault(name, Account())
        if name == "terrain":
            _read_terrain(draft, account)
            continue
        parts = layers.fields_of_layer(name, draft.config, library, draft.findings, account)
        if name == "plots":
            draft.crs = _analysis_crs(draft, parts)
        if not parts:
            if name in PLAN_LAYERS and not any(p.layer == name for p in draft.findings.problems):
                draft.tables[name] = assembly.no_features(name, draft.crs)
            continue
        read = assembly.assembled(name, parts, draft.crs, draft.findings, account)
        _take(draft, name, read)
    _join_owners(draft)
    districts.build(draft.tables, draft.findings, is_given="basic_units" in draft.config.layers)
    note_elsewhere(draft.tables, draft.findings)
    for name in texts("layers"):
        if name not in draft.config.layers:
            draft.findings.note("layer_missing", name)
    return draft


def _take(draft: Draft, name: str, read: assembly.Read) -> None:
    """Put a read layer in its place in the draft."""
    number = draft.config.municipality_number
    if name == "plots":
        draft.parcels = read.table
        if not len(read.table):
            draft.findings.problem("plots", "no plots", "give a layer with at least one polygon")
            return
        draft.tables["plots"] = plots.from_parcels(
            read.table,
            number,
            is_norwegian=read.has_numbers,
            findings=draft.findings,
            account=read.account,
        )
        read.account.rows_used = read.account.rows_read - sum(read.account.left_out.values())
        return
    table = read.table
    if name == "ownership":
        keys = plots.numbered_properties(table, number)
        table = table.assign(**keys)
    elif "property_id" in table.columns:
        table["property_id"] = plots.numbered_properties(table, number)["property_id"]
        table = table.drop(columns=[c for c in _NUMBER_FIELDS if c in table.columns])
    draft.tables[name] = table
    if read.utilisation is not None:
        draft.tables["plan_utilisation"] = read.utilisation


def _analysis_crs(draft: Draft, parts: list[layers.Fields]) -> pyproj.CRS | None:
    """The config's CRS; else the plots' own if metric; else 25833 in mainland Norway."""
    findings = draft.findings
    if draft.config.crs:
        crs = shapes.horizontal_crs(draft.config.crs)
        if crs is None or not shapes.is_metric(crs):
            remedy = 'crs must be projected and in metres, such as "EPSG:25833"'
            findings.problem("config", f"crs {draft.config.crs!r} cannot be used", remedy)
            return None
        return crs
    found = [(p.crs, p.geometry) for p in parts if p.crs is not None and p.geometry is not None]
    if not found or found[0][0] is None:
        return None
    own, geometry = found[0]
    if shapes.is_metric(own):
        return own
    bounds = shapely.total_bounds(geometry)
    degrees = pyproj.Transformer.from_crs(own, "EPSG:4326", always_xy=True)
    west, south, east, north = degrees.transform_bounds(*bounds)
    box = shapes.MAINLAND_NORWAY
    if west >= box[0] and south >= box[1] and east <= box[2] and north <= box[3]:
        return pyproj.CRS.from_epsg(25833)
    findings.problem(
        "plots",
        f"{shapes.crs_name(own)} cannot measure areas, and the plots lie outside Norway",
        'add crs = "EPSG:…" at the top of the config: the projected CRS of the country, in metres',
    )
    return None


def _read_terrain(draft: Draft, account: Account) -> None:
    from boligplan_geo.raster import read_grid
    from boligplan_geo.read.sources import file_digest, shown_source

    entries = draft.config.layers["terrain"]
    if not entries:
        return
    entry = entries[0]
    account.source, account.as_of, account.licence = (
        shown_source(entry.source),
        entry.as_of,
        entry.licence,
    )
    head, _, member = entry.source.partition("!")
    path = draft.config.folder / head
    if len(entries) > 1:
        remedy = "make one file of them with gdalbuildvrt"
        draft.findings.problem("terrain", "several sources", remedy)
    if not path.exists():
        draft.findings.problem("terrain", f"no such file: {account.source}", "mend the path")
        return
    account.sha256 = file_digest(path)
    if draft.crs is None:
        return
    bounds = None
    if draft.parcels is not None and len(draft.parcels):
        bounds = tuple(
            float(v) for v in draft.parcels.total_bounds + np.array([-1, -1, 1, 1]) * 500
        )
    try:
        location = f"/vsizip/{path}/{member}" if member else path
        target = shapes.crs_name(draft.crs)
        grid = read_grid(location, bounds=bounds, crs=entry.crs, to_crs=target)
    except InputError as error:
        draft.findings.problems.extend(error.problems)
        return
    account.crs = grid.crs
    account.rows_read = account.rows_used = grid.values.shape[0]
    draft.terrain = grid


def _read_assumptions(draft: Draft) -> None:
    if draft.config.assumptions:
        try:
            draft.assumptions = Assumptions.from_toml(
                draft.config.folder / draft.config.assumptions
            )
        except InputError as error:
            draft.findings.problems.extend(error.problems)


def _read_zone_treatment(draft: Draft) -> None:
    if draft.config.zone_treatment:
        try:
            draft.zone_treatment = read_treatments(
                draft.config.folder / draft.config.zone_treatment
            )
        except InputError as error:
            draft.findings.problems.extend(error.problems)


def _join_owners(draft: Draft) -> None:
    """Owner class of each plot; null where it is not known."""
    if "plots" not in draft.tables or "ownership" not in draft.tables:
        return
    owners = draft.tables["ownership"]
    pairs = owners[["property_id", "owner_code"]].dropna().drop_duplicates()
    twice = pairs["property_id"].duplicated(keep=False)
    if twice.any():
        ids = pairs["property_id"][twice].unique()
        draft.findings.note("several_owners", "ownership", ids)
        pairs = pairs.assign(owner_code=pairs["owner_code"].mask(twice, "other")).drop_duplicates()
    table = draft.tables["plots"]
    known = dict(zip(pairs["property_id"], pairs["owner_code"], strict=True))
    table["owner_code"] = table["property_id"].map(known).astype("str")
    unmatched = pairs["property_id"][~pairs["property_id"].isin(table["property_id"])]
    if len(unmatched):
        draft.findings.note("without_plot", "ownership", unmatched)
