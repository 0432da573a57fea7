"""From parcels (teiger) to plots (tomter): one row per contiguous land of one property."""

from __future__ import annotations

import re

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from boligplan_geo.read.findings import Account, Findings

_NUMBER = re.compile(r"^(?:(\d{3,4})-)?(\d+)/(\d+)(?:/(\d+))?(?:/(\d+))?$")
SNAP_M = 0.001  # parcels that share an edge may differ by a millimetre
SHARED_EDGE_M = 0.01  # shorter is a shared corner
OVERLAP_M2 = 0.01


def property_key(text: pd.Series, municipality_number: str) -> pd.Series:
    """Property ids as ``knr-gnr/bnr[/fnr]``; sections become their parent, other text stays.

    Examples
    --------
    >>> property_key(pd.Series(["12/34/0/2", "301-1/2/3", "BW-0655"]), "9999").tolist()
    ['9999-12/34', '0301-1/2/3', 'BW-0655']
    """

    def written(value: str) -> str:
        found = _NUMBER.match(value.strip())
        if not found:
            return value
        number, gnr, bnr, fnr, _ = found.groups()
        lease = f"/{int(fnr)}" if fnr and int(fnr) else ""
        return f"{(number or municipality_number).zfill(4)}-{int(gnr)}/{int(bnr)}{lease}"

    return text.map(written, na_action="ignore").astype("str")


def numbered_properties(table: pd.DataFrame, municipality_number: str) -> pd.DataFrame:
    """``property_id``, ``gnr``, ``bnr``, ``fnr`` of rows with any of the cadastre's fields.

    Parameters
    ----------
    table : DataFrame
        With ``property_id`` or ``gnr``, ``bnr`` [, ``fnr``] or ``property_text``; all in the
        names of ``codes/fields.csv``.

    Returns
    -------
    DataFrame, same index
        Null where a row has no number. ``fnr`` is 0 where it is no lease.
    """
    empty = pd.Series(np.nan, index=table.index)
    number = table.get("municipality_number", empty).astype("str").str.zfill(4)
    number = number.fillna(municipality_number)
    gnr, bnr = (table.get(name, empty).astype(float) for name in ("gnr", "bnr"))
    fnr = table.get("fnr", empty).astype(float)
    given = property_key(table.get("property_id", empty).astype("str"), municipality_number)
    text = table.get("property_text", empty).astype("str")
    text = property_key(text.where(text.isna() | text.str.contains("-"), number + "-" + text), "")
    has_numbers = gnr.gt(0) & bnr.gt(0)
    made = number + "-" + _whole(gnr) + "/" + _whole(bnr)
    made = made.where(~fnr.gt(0), made + "/" + _whole(fnr))
    key = given.fillna(made.where(has_numbers)).fillna(text)
    parts = key.str.extract(r"^(\d{4})-(\d+)/(\d+)(?:/(\d+))?$")
    lease = pd.to_numeric(parts[3]).astype(float)
    return pd.DataFrame(
        {
            "property_id": key,
            "municipality_number": parts[0].fillna(number),
            "gnr": pd.to_numeric(parts[1]).astype(float),
            "bnr": pd.to_numeric(parts[2]).astype(float),
            "fnr": lease.where(lease.notna() | parts[1].isna(), 0),
        },
        index=table.index,
    )


def _whole(values: pd.Series) -> pd.Series:
    return values.map(lambda v: f"{v:.0f}", na_action="ignore").astype("str")


def from_parcels(
    parcels: gpd.GeoDataFrame,
    municipality_number: str,
    *,
    is_norwegian: bool,
    findings: Findings,
    account: Account,
) -> gpd.GeoDataFrame:
    """One row per plot (tomt): contiguous parcels of one property (TEK17 § 5-8).

    Parameters
    ----------
    parcels : GeoDataFrame, index ``parcel_id``
        Fields of ``codes/fields.csv``; valid polygons.
    is_norwegian : bool
        Whether the source has the cadastre's numbers; abroad the mapped id is the property.

    Returns
    -------
    GeoDataFrame, index ``plot_id``
        ``property_id parcel_ids municipality_number gnr bnr fnr owner_code plot_kind_code
        geometry``; ``owner_code`` null. A property's further plots end in ``#2``, ``#3`` by
        falling area, ties by position. Sorted by property, whatever the order of parcels.
    """
    table = numbered_properties(parcels, municipality_number)
    unnumbered = table["property_id"].isna()
    ids = pd.Series(parcels.index.astype("str"), index=parcels.index)
    made = table["municipality_number"] + "-teig-" + ids if is_norwegian else ids
    table["property_id"] = table["property_id"].where(~unnumbered, made)
    table["plot_kind_code"] = _kinds(parcels, table, unnumbered & is_norwegian)
    table["parcel_id"] = ids
    # order first, so that nothing below depends on the order of the source
    geometry = parcels.geometry.to_numpy()
    bounds = shapely.bounds(geometry)
    order = np.lexsort((ids, bounds[:, 1], bounds[:, 0], table["property_id"]))
    table, geometry = table.iloc[order].reset_index(drop=True), geometry[order]
    geometry, kept = _less_leases(table, geometry, findings, account)
    table, geometry = table[kept].reset_index(drop=True), geometry[kept]
    return _dissolved(table, geometry, parcels.crs)


def _kinds(parcels: gpd.GeoDataFrame, table: pd.DataFrame, unnumbered: pd.Series) -> np.ndarray:
    yes = {
        name: parcels[name].eq(True).to_numpy(bool) if name in parcels else False
        for name in ("is_shared", "is_unregistered_joint", "is_point_lease")
    }
    joint = np.asarray(yes["is_shared"]) | np.asarray(yes["is_unregistered_joint"])
    lease = table["fnr"].gt(0).to_numpy() | np.asarray(yes["is_point_lease"])
    return np.select(
        [unnumbered.to_numpy(), np.broadcast_to(joint, lease.shape), lease],
        ["unnumbered", "joint", "lease"],
        "ordinary",
    )


def _less_leases(
    table: pd.DataFrame, geometry: np.ndarray, findings: Findings, account: Account
) -> tuple[np.ndarray, np.ndarray]:
    """Take leased land (fnr > 0) out of the parcels of its parent property."""
    kept = np.ones(len(table), dtype=bool)
    parent_key = table["property_id"].str.replace(r"^(\d{4}-\d+/\d+)/\d+$", r"\1", regex=True)
    lease = np.flatnonzero(table["fnr"].gt(0).to_numpy())
    if not len(lease):
        return geometry, kept
    parent = np.flatnonzero(
        (table["fnr"].eq(0) & table["property_id"].isin(parent_key.iloc[lease])).to_numpy()
    )
    pairs = shapely.STRtree(geometry[parent]).query(geometry[lease], predicate="intersects")
    left, right = lease[pairs[0]], parent[pairs[1]]
    same = parent_key.to_numpy()[left] == table["property_id"].to_numpy()[right]
    left, right = left[same], right[same]
    overlap = shapely.area(shapely.intersection(geometry[left], geometry[right])) > OVERLAP_M2
    left, right = left[overlap], right[overlap]
    if not len(right):
        return geometry, kept
    result = geometry.copy()
    order = np.argsort(right, kind="stable")
    parents, starts = np.unique(right[order], return_index=True)
    for position, leases in zip(parents, np.split(left[order], starts[1:]), strict=True):
        rest = shapely.difference(geometry[position], shapely.union_all(geometry[leases]))
        result[position] = rest
        kept[position] = shapely.area(rest) > OVERLAP_M2
    gone = table["parcel_id"][~kept]
    account.leave_out("leased_out", len(gone))
    if len(gone):
        findings.note("rows_left_out", "plots", gone, reason="leased_out")
    findings.note("lease_subtracted", "plots", table["parcel_id"].iloc[parents])
    return result, kept


def _dissolved(table: pd.DataFrame, geometry: np.ndarray, crs: object) -> gpd.GeoDataFrame:
    """Join touching parcels of a property and number its plots."""
    group = _connected(table["property_id"], geometry)
    order = np.argsort(group, kind="stable")
    _, starts, counts = np.unique(group[order], return_index=True, return_counts=True)
    first = order[starts]
    shapes = geometry[first].copy()
    parcel_ids = table["parcel_id"].to_numpy(object)[first].copy()
    members = np.split(order, starts[1:])
    for position in np.flatnonzero(counts > 1):
        rows = members[position]
        shapes[position] = _joined(geometry[rows])
        parcel_ids[position] = ";".join(sorted(table["parcel_id"].iloc[rows]))
    plots = table.iloc[first].drop(columns="parcel_id").reset_index(drop=True)
    plots["parcel_ids"] = parcel_ids
    plots["owner_code"] = pd.Series(np.nan, index=plots.index).astype("str")
    # largest first; equal areas (to the square centimetre) from south-west
    bounds = shapely.bounds(shapes)
    area = np.round(-shapely.area(shapes), 4)
    keys = (bounds[:, 1], bounds[:, 0], area, *_natural(plots)[::-1])
    order = np.lexsort(keys)
    plots, shapes = plots.iloc[order].reset_index(drop=True), shapes[order]
    number = plots.groupby("property_id").cumcount() + 1
    suffix = ("#" + number.astype("str")).where(number > 1, "")
    plots.index = pd.Index(plots["property_id"] + suffix, name="plot_id")
    columns = ["property_id", "parcel_ids", "municipality_number", "gnr", "bnr", "fnr"]
    columns += ["owner_code", "plot_kind_code"]
    return gpd.GeoDataFrame(plots[columns], geometry=shapes, crs=crs)


def _natural(plots: pd.DataFrame) -> tuple[np.ndarray, ...]:
    """Sort keys by number (1/2 before 1/10), other ids after by text."""
    numbers = [plots[c].to_numpy(float) for c in ("gnr", "bnr", "fnr")]
    keys = [np.where(np.isnan(n), np.inf, n) for n in numbers]
    codes = pd.factorize(plots["property_id"], sort=True)[0]
    return (*keys, codes)


def _connected(property_id: pd.Series, geometry: np.ndarray) -> np.ndarray:
    """Component number of each parcel: parcels of a property that share an edge."""
    codes = pd.factorize(property_id)[0]
    several = np.flatnonzero(np.bincount(codes)[codes] > 1)
    rows = columns = np.array([], dtype=int)
    if len(several):
        shapes = geometry[several]
        left, right = shapely.STRtree(shapes).query(shapes, predicate="dwithin", distance=SNAP_M)
        same = (left < right) & (codes[several][left] == codes[several][right])
        left, right = left[same], right[same]
        shared = shapely.intersection(shapes[left], shapes[right], grid_size=SNAP_M)
        touching = shapely.length(shared) > SHARED_EDGE_M
        rows, columns = several[left[touching]], several[right[touching]]
    size = len(geometry)
    graph = coo_array((np.ones(len(rows), dtype=bool), (rows, columns)), shape=(size, size))
    return connected_components(graph, directed=False)[1]


def _joined(shapes: np.ndarray) -> shapely.Geometry:
    union = shapely.union_all(shapes)
    if shapely.get_type_id(union) == 6:
        # a millimetre between two parcels would leave two polygons
        snapped = shapely.union_all(shapes, grid_size=SNAP_M)
        union = snapped if shapely.get_num_geometries(snapped) < len(union.geoms) else union
    return union
