"""Buildings of `facts.built`: one row a building id, from map and register; which of them stand.

What the register says goes before what the map says. A figure that cannot be one (text, a
negative area, a year outside 1000 to 2100) is not recorded, and a note says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import geopandas as gpd
import numpy as np
import pandas as pd

from boligplan_geo.errors import Note
from boligplan_geo.geometry import Indices

#: Bygningsstatus (Matrikkelen): what stands, what has a permit, what is demolished, moved,
#: never built or has lost its number.
STANDING_STATUS = ("MB", "FA", "TB", "GR", "MF", "FS", "IP")
PIPELINE_STATUS = ("RA", "IG", "MT")
DROPPED_STATUS = ("BR", "BA", "BF", "BU")

#: Dwelling type by the first two digits of bygningstype (NS 3457; SSB 01 to 05).
DWELLING_TYPES = {
    "11": "detached",
    "12": "semi_detached",
    "13": "row",
    "14": "block",
    "15": "shared",
}

_CODES = ("building_type_code", "building_status_code")
_FIGURES = ("storeys_count", "height_m", "bra_m2", "built_bya_m2", "homes_count", "built_year")
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_LAYERS = ("building_register", "buildings")


def is_standing(buildings: pd.DataFrame) -> np.ndarray:
    """Whether each building stands; a missing or unknown status is standing."""
    if "building_status_code" not in buildings:
        return np.ones(len(buildings), dtype=bool)
    stage = stages(buildings["building_status_code"].to_numpy(object))
    return np.asarray(stage == "standing")


def frame(columns: Mapping[str, np.ndarray], index: pd.Index) -> pd.DataFrame:
    """A table whose codes stay objects: pandas would turn them to Arrow text and back each time."""
    return pd.DataFrame(
        {
            name: pd.Series(values, index=index, dtype=object if values.dtype.kind == "O" else None)
            for name, values in columns.items()
        }
    )


def stages(status: np.ndarray) -> np.ndarray:
    """``standing``, ``pipeline`` or ``dropped`` by bygningsstatus; what is not known stands.

    Examples
    --------
    >>> stages(np.array(["TB", "RA", "BR", None, "?"], dtype=object)).tolist()
    ['standing', 'pipeline', 'dropped', 'standing', 'standing']
    """
    kind = dict.fromkeys(PIPELINE_STATUS, "pipeline") | dict.fromkeys(DROPPED_STATUS, "dropped")
    code, known = pd.factorize(status)
    of_known = [kind.get(str(value).strip().upper(), "standing") for value in known]
    return np.array([*of_known, "standing"], dtype=object)[code]


def ids_of(layer: pd.DataFrame) -> np.ndarray:
    """Building ids as text.

    Raises
    ------
    ValueError
        Where a row has none: its building cannot be told from others.
    """
    if layer.index.hasnans:
        raise ValueError(f"needs a building id in every row, given {layer.index.isna().sum()} none")
    ids = layer.index.to_numpy(object)
    is_text = pd.api.types.infer_dtype(ids, skipna=False) in ("string", "empty")
    return ids if is_text else np.array([str(value) for value in ids], dtype=object)


def all_buildings(
    buildings: gpd.GeoDataFrame | None, register: pd.DataFrame | None
) -> tuple[pd.DataFrame, list[Note]]:
    """One row a building by id, the register's word before the map's.

    Returns
    -------
    stock : DataFrame, index ``building_id``, sorted
        Codes and figures (NaN: not recorded), `stage`, `property_id` (None: not recorded),
        `in_register`, `stage_on_map`, `dwelling_type_code` (None: no dwelling, or not known).
    notes : list of Note
        Ids that occur twice in the register, figures and status codes that nobody knows.
    """
    given = {name: t for name, t in zip(_LAYERS, (register, buildings), strict=True)
             if t is not None}  # fmt: skip
    notes: list[Note] = []
    sources = {name: _cleaned(name, layer, notes) for name, layer in given.items()}
    everything = np.concatenate([source.index.to_numpy(object) for source in sources.values()])
    ids = pd.Index(np.sort(pd.unique(everything)), dtype=object, name="building_id")
    place = {name: ids.get_indexer(source.index) for name, source in sources.items()}
    columns: dict[str, np.ndarray] = {}
    for name in (*_CODES, "property_id"):
        columns[name] = _first_word(name, sources, place, len(ids), np.full(len(ids), None, object))
    for name in _FIGURES:
        columns[name] = _first_word(name, sources, place, len(ids), np.full(len(ids), np.nan))
    columns["stage"] = stages(columns["building_status_code"])
    columns["stage_on_map"] = _stage_on_map(sources.get("buildings"), place.get("buildings"), ids)
    columns["dwelling_type_code"] = _by_type(columns["building_type_code"])
    columns["in_register"] = np.zeros(len(ids), dtype=bool)
    columns["in_register"][place.get("building_register", [])] = True
    stock = frame(columns, ids)
    notes += _unknown_status(stock)
    return stock, notes


def _stage_on_map(drawn: pd.DataFrame | None, place: Indices | None, ids: pd.Index) -> np.ndarray:
    """Stage by the map's own status; None where the map says none."""
    said = np.full(len(ids), None, dtype=object)
    if drawn is not None and place is not None and "building_status_code" in drawn:
        status = drawn["building_status_code"].to_numpy(object)
        known = ~pd.isna(status)
        said[place[known]] = stages(status[known])
    return said


def _first_word(
    name: str,
    sources: dict[str, pd.DataFrame],
    place: dict[str, Indices],
    count: int,
    values: np.ndarray,
) -> np.ndarray:
    """A column by building: of the sources in order, the first that has a value."""
    for source in reversed(list(sources)):  # later ones are overwritten by earlier ones
        if name not in sources[source]:
            continue
        said = sources[source][name].to_numpy(values.dtype)
        known = ~pd.isna(said)
        values[place[source][known]] = said[known]
    return values


def _cleaned(name: str, layer: pd.DataFrame, notes: list[Note]) -> pd.DataFrame:
    """Codes and figures of a layer, one row an id; what cannot be a figure is not recorded."""
    kept = [c for c in (*_CODES, *_FIGURES, "property_id") if c in layer]
    ids = pd.Index(ids_of(layer), dtype=object)
    columns: dict[str, np.ndarray] = {}
    for column in kept:
        if column in _FIGURES:
            columns[column], refused = _figures(layer[column], column)
            if refused.any():
                concerned = tuple(sorted(set(ids[refused])))
                notes.append(Note("figures_refused", name, concerned, {"column": column}))
        else:
            columns[column] = layer[column].to_numpy(object)
    table = frame(columns, ids) if columns else pd.DataFrame(index=ids)
    if not table.index.has_duplicates:
        return table
    twice = table.index.duplicated(keep=False)
    if name == "building_register":  # the map may draw a building in several pieces
        notes.append(Note("register_ids_repeated", name, tuple(sorted(set(table.index[twice])))))
    # the first known value of rows in an order of their own: the input's order says nothing
    rows = table[twice]
    text = rows.astype("string").fillna("").agg("|".join, axis=1).to_numpy(object)
    order = np.argsort(text, kind="stable")
    first = rows.iloc[order].groupby(level=0, sort=True).first()
    return pd.concat([table[~twice], first.astype(table.dtypes)])


def _figures(values: pd.Series, column: str) -> tuple[np.ndarray, np.ndarray]:
    """Numbers, NaN where not recorded, and which rows hold what cannot be such a figure."""
    numbers = pd.to_numeric(values, errors="coerce").to_numpy("float64", na_value=np.nan)
    refused = np.isnan(numbers) & values.notna().to_numpy(bool)
    if column == "built_year":  # 0 is how registers write that none is recorded
        refused |= (numbers != 0) & ((numbers < _FIRST_YEAR) | (numbers > _LAST_YEAR))
    else:
        refused |= (numbers < 0) | np.isinf(numbers)
    missing = refused | ((numbers == 0) if column == "built_year" else False)
    return np.where(missing, np.nan, numbers), refused


def _by_type(code: np.ndarray) -> np.ndarray:
    """Dwelling type by bygningstype; None where it is no dwelling, or not known."""
    row, known = pd.factorize(code)
    of_known = [DWELLING_TYPES.get(str(value)[:2]) for value in known]
    return np.array([*of_known, None], dtype=object)[row]


def _unknown_status(stock: pd.DataFrame) -> Iterator[Note]:
    """A note for each status that the cadastre's list does not have."""
    row, found = pd.factorize(stock["building_status_code"].to_numpy(object))
    known = {*STANDING_STATUS, *PIPELINE_STATUS, *DROPPED_STATUS}
    for code, value in sorted(enumerate(map(str, found)), key=lambda pair: pair[1]):
        if value.strip().upper() not in known:
            ids = tuple(stock.index[row == code])
            yield Note("building_status_unknown", "buildings", ids, {"value": value})
