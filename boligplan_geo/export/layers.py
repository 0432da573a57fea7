"""The layers of a result folder: which there are, and a run's tables brought to their columns.

Export and report read a run through `public_view` and `layers_of`; nothing else decides what
leaves the house.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.columns import columns_of
from boligplan_geo.errors import texts
from boligplan_geo.export.field_areas import field_areas
from boligplan_geo.result import Analysis

AUDIENCES = ("public", "internal")
WITHHELD = "withheld_privacy"
ROWS_AT_ONCE = 20_000  # of a layer that are in memory in their exported form


@dataclass(frozen=True)
class Layer:
    """One layer of ``analysis.gpkg``: its key, its further sort columns, geometry and titles."""

    key: str
    geometry: str | None
    nb: str
    en: str
    order: tuple[str, ...] = ()

    def title(self, language: str = "nb") -> str:
        """Name for people."""
        return self.en if language == "en" else self.nb


_AREA, _LINE, _POINT = "MultiPolygon", "MultiLineString", "Point"

#: Every layer of the contract; those whose room is not built are written without rows.
LAYERS = {
    "plots": Layer(
        "plot_id",
        _AREA,
        "Tomter med status, plan, potensial og poeng",
        "Plots with status, plan, potential and points",
    ),
    "sites": Layer("site_id", _AREA, "Områder: kandidattomter samlet", "Sites: joined candidates"),
    "centres": Layer("centre_id", _POINT, "Sentre", "Centres"),
    "districts": Layer("district_id", _AREA, "Bydeler", "Districts"),
    "witnesses": Layer("witness_id", _AREA, "Påviste plasseringer", "Demonstrated placements"),
    "plan_parts": Layer("part_id", _AREA, "Tomtenes plandeler", "Plan parts of plots"),
    "constraint_losses": Layer(
        "plot_id", None, "Tapt areal etter sone", "Lost land by zone", ("layer", "zone_code")
    ),
    "witness_parts": Layer(
        "witness_id", _AREA, "Plasseringenes deler", "Parts of placements", ("part_code",)
    ),
    "centre_catchments": Layer(
        "centre_id", _AREA, "Senteromland", "Centre catchments", ("minutes",)
    ),
    "account": Layer(
        "step", None, "Regnskap", "Account", ("district_id", "dwelling_type_code", "year", "reason")
    ),
    "plan_parameters": Layer(
        "part_id",
        None,
        "Planparametre",
        "Plan parameters",
        ("parameter_code", "plan_id", "clause_id", "reading_code"),
    ),
    "clauses": Layer(
        "plan_id", None, "Bestemmelsenes tekst", "Text of clauses", ("clause_id", "zone_name")
    ),
    "plans": Layer("plan_id", None, "Planer", "Plans"),
    "fields": Layer(
        "field_id", _AREA, "Felt med ramme", "Fields with a budget", ("parameter_code",)
    ),
    "buildings": Layer("building_id", _AREA, "Bygninger", "Buildings"),
    "boundaries": Layer("boundary_id", _LINE, "Tomtegrenser", "Plot boundaries"),
    "building_lines": Layer("line_id", _LINE, "Byggegrenser", "Building lines"),
    "constraint_areas": Layer(
        "layer",
        _AREA,
        "Soner som tar eller flagger areal",
        "Zones that take or flag land",
        ("zone_code",),
    ),
    "score_points": Layer(
        "score_code",
        None,
        "Poeng etter kriterium",
        "Points by criterion",
        ("row_id", "criterion_id"),
    ),
    "alternatives": Layer(
        "plot_id", None, "Alternative strategier", "Alternative strategies", ("kind_code",)
    ),
}


def public_view(run: Analysis, audience: str = "public") -> Analysis:
    """Give the run as an audience may see it.

    For the public the owner class is withheld on every plot of a property with a standing home,
    or where it is unknown whether one stands; a site is withheld with any of its plots, and
    confidential input layers go unmentioned.

    Raises
    ------
    ValueError
        Where `audience` is neither ``public`` nor ``internal``.
    """
    if audience not in AUDIENCES:
        raise ValueError(f"audience {audience!r}: needs one of {', '.join(AUDIENCES)}")
    if audience == "internal":
        return run
    hidden = _withheld(run.plots)
    members = run.sites["plot_ids"].astype(str).str.split(";").explode()
    touched = members.map(hidden).groupby(level=0).any().reindex(run.sites.index)
    secret = {name for name, row in texts("layers").items() if row["confidential"] == "yes"}
    return replace(
        run,
        plots=_without_owner(run.plots, hidden),
        sites=_without_owner(run.sites, touched.astype(bool)),
        notes=tuple(n for n in run.notes if n.layer not in secret),
        inputs={name: row for name, row in run.inputs.items() if name not in secret},
    )


def _without_owner(table: gpd.GeoDataFrame, hidden: pd.Series) -> gpd.GeoDataFrame:
    """The table with the owner class taken out of the hidden rows, and the reason in its place."""
    nothing = pd.Series(None, table.index, dtype=object)
    return table.assign(
        owner_code=table["owner_code"].astype(object).mask(hidden, None),
        owner_reason=table.get("owner_reason", nothing).astype(object).mask(hidden, WITHHELD),
    )


def _withheld(plots: gpd.GeoDataFrame) -> pd.Series:
    """Plots of a property on which a home stands, or may stand (unknown is not none)."""
    may_stand = ~(plots["built_homes_count"] == 0)
    return may_stand.groupby(plots["property_id"].to_numpy()).transform("any")


@dataclass(frozen=True, eq=False)
class LayerRows:
    """One layer as it is exported, its rows made batch by batch.

    Parameters
    ----------
    name, crs : str
    columns : DataFrame
        Columns in their exported order and type, without geometry, in the run's order of rows.
    shapes : array of geometry or None
        As in the run; `batches` makes them two-dimensional and multi-part where the layer is.
    order : (n,) int array
        Rows by key.
    """

    name: str
    crs: str
    columns: pd.DataFrame
    shapes: np.ndarray | None
    order: np.ndarray

    def __len__(self) -> int:
        return len(self.order)

    def batches(self, size: int = ROWS_AT_ONCE) -> Iterator[pd.DataFrame]:
        """The rows by key, at most `size` at a time; one empty batch where there are none."""
        for start in range(0, max(len(self), 1), size):
            yield self._rows(self.order[start : start + size])

    def table(self) -> pd.DataFrame:
        """The whole layer at once."""
        return self._rows(self.order)

    def _rows(self, positions: np.ndarray) -> pd.DataFrame:
        rows = self.columns.iloc[positions].reset_index(drop=True)
        for name in rows.columns[rows.dtypes == "category"]:
            rows[name] = rows[name].astype("str")
        kind = LAYERS[self.name].geometry
        if kind is None or self.shapes is None:
            return rows
        shapes = as_multi(self.shapes[positions], kind)
        return gpd.GeoDataFrame(rows, geometry=shapes, crs=self.crs)


def layers_of(run: Analysis) -> Iterator[LayerRows]:
    """Bring a run's tables to the layers of the contract, one after the other.

    Yields
    ------
    LayerRows
        Without index; key column first, then the vocabulary's, then further ones; rows sorted
        by key. Text is ``str`` without NUL, numbers are float64, truth values bool; geometry is
        two-dimensional and multi-part where the layer's is.
    """
    for name in LAYERS:
        table = field_areas(run) if name == "fields" else getattr(run, name, None)
        yield _layer(name, pd.DataFrame() if table is None else table, run.crs)


def _layer(name: str, table: pd.DataFrame, crs: str) -> LayerRows:
    layer = LAYERS[name]
    if table.index.name is not None and table.index.name not in table.columns:
        table = table.reset_index()
    shapes = np.full(len(table), None, dtype=object) if layer.geometry else None
    if layer.geometry and isinstance(table, gpd.GeoDataFrame):
        shapes = np.asarray(table.geometry, dtype=object)
    known = [c.name for c in columns_of(name) if c.name != layer.key]
    further = [c for c in table.columns if c not in {layer.key, "geometry", *known}]
    kinds = {c.name: c.kind for c in columns_of(name)}
    # columns of the run are taken as they are, not copied into a table of their own
    columns = pd.DataFrame(
        {c: _typed(table.get(c), kinds.get(c), len(table)) for c in [layer.key, *known, *further]},
        index=pd.RangeIndex(len(table)),
        copy=False,
    )
    order = columns[[layer.key, *layer.order]].sort_values(
        [layer.key, *layer.order], kind="stable", na_position="first"
    )
    return LayerRows(name, crs, columns, shapes, order.index.to_numpy())


def _typed(column: pd.Series | None, kind: str | None, rows: int) -> Any:
    """One column in its exported type: by the vocabulary, else by its own."""
    if column is None:
        column = pd.Series([None] * rows, dtype=object)
    is_number = pd.api.types.is_numeric_dtype(column)
    if kind == "boolean" or (kind is None and pd.api.types.is_bool_dtype(column)):
        return _truth(column)
    if kind == "number" or (kind is None and is_number):
        if column.dtype == "float64":  # the run's own figures, not a copy of them
            return column.to_numpy()
        return pd.to_numeric(column).to_numpy("float64", na_value=np.nan)
    if isinstance(column.dtype, pd.CategoricalDtype):  # as text only in the rows of a batch
        words = [_text(word) for word in column.cat.categories]
        return column.cat.rename_categories(words).cat.set_categories(sorted(words)).array
    if pd.api.types.is_datetime64_any_dtype(column):
        column = column.dt.strftime("%Y-%m-%d")
    if pd.api.types.infer_dtype(column, skipna=True) == "string":
        column = column.astype("str")
        has_nul = column.str.contains("\x00", regex=False).fillna(False).any()
        return (column.str.replace("\x00", "", regex=False) if has_nul else column).array
    missing = column.isna().to_numpy(bool)
    text = column.astype(object).map(_text).to_numpy(dtype=object)
    return pd.array(np.where(missing, None, text), dtype="str")


def _truth(column: pd.Series) -> np.ndarray:
    """Truth values as bool; as 1 and 0 where some are unknown."""
    if column.dtype == bool:
        return column.to_numpy()
    values = column.astype(object)
    if not values.isna().any():
        return values.to_numpy(dtype=bool)
    return values.map({True: 1.0, False: 0.0}).to_numpy("float64")


def _text(value: object) -> str:
    """Text that a database and a spreadsheet can hold: no NUL, codes without a decimal tail."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).replace("\x00", "")


def as_multi(shapes: np.ndarray, kind: str) -> np.ndarray:
    """Two-dimensional shapes, single parts wrapped where the layer is multi-part."""
    shapes = shapely.force_2d(np.asarray(shapes, dtype=object))
    wrap = {_AREA: (3, shapely.multipolygons), _LINE: (1, shapely.multilinestrings)}.get(kind)
    single = shapely.get_type_id(shapes) == wrap[0] if wrap else np.zeros(len(shapes), bool)
    if wrap and single.any():
        shapes = shapes.copy()
        shapes[single] = wrap[1](shapes[single], indices=np.arange(single.sum()))
    return shapes
