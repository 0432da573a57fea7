"""Feature types of SOSI Plan → our layers, regimes and zone groups; links and utilisation.

References
----------
Kommuneplan and Reguleringsplan 20190401; Reguleringsplanforslag 5.0 (SOSI Plan).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from boligplan_geo.read.matching import as_text, last_name, match_fields, plain

PLAN_LAYERS = ("plans", "plan_areas", "plan_zones", "plan_lines", "plan_heights")

_AREAS = {
    "kparealformalomrade": "kp2008",
    "kparealbrukomrade": "kp1985",
    "rparealformalomrade": "rp2008",
    "rbformalomrade": "rp1985",
}
_ZONE_GROUPS = {
    "angitthensyn": "angitt_hensyn", "bandlegging": "bandlegging", "detaljering": "detaljering",
    "fare": "fare", "gjennomforing": "gjennomforing", "infrastruktur": "infrastruktur",
    "sikring": "sikring", "stoy": "stoy",
}  # fmt: skip
_RB_GROUPS = {
    "rbfareomrade": "fare",
    "rbbevaringomrade": "restriksjon",
    "rbfornyelseomrade": "restriksjon",
    "rbrekkefolgeomrade": "restriksjon",
    "rbrestriksjonomrade": "restriksjon",
}
#: ``utnytting`` of GML, databases and SOSI files, whole: with its type and figures inside.
_UTILISATIONS = ("utnytting", "rputnytting", "kputnytting", "utnytt")
_UTILISATION_KEYS = (
    ("utnyttingstype", "utntyp"),
    ("utnyttingstall", "utntall"),
    ("utnyttingstallminimum", "utntallmin"),
)
_PLANS = ("kpomrade", "rpomrade", "planomrade")
_PLAN_ATTRIBUTES = ("arealplan",)


def feature_type(name: str) -> tuple[str, str | None, str | None] | None:
    """Our layer, regime and zone group of a SOSI Plan feature type; None where it is no plan.

    Examples
    --------
    >>> feature_type("KpStøySone"), feature_type("kparealformalomrade")
    (('plan_zones', 'kp2008', 'stoy'), ('plan_areas', 'kp2008', None))
    """
    key = re.sub(r"vn\d$", "", plain(name.replace("å", "a").replace("aa", "a")))
    key = key.replace("omraade", "omrade").replace("formaal", "formal")
    if key in _AREAS:
        return "plan_areas", _AREAS[key], None
    if key in _RB_GROUPS:
        return "plan_zones", "rp1985", _RB_GROUPS[key]
    regime = {"kp": "kp2008", "rp": "rp2008"}.get(key[:2])
    if key in _PLANS:
        return "plans", None, None
    if regime is None:
        return None
    rest = key[2:]
    zone = re.fullmatch(r"(\w+?)s?soner?", rest)
    if zone and zone.group(1) in _ZONE_GROUPS:
        return "plan_zones", regime, _ZONE_GROUPS[zone.group(1)]
    if rest == "bestemmelseomrade":
        return "plan_zones", regime, "bestemmelse"
    if rest == "restriksjonomrade":
        return "plan_zones", "kp1985", "restriksjon"
    if rest == "juridisklinje":
        return "plan_lines", regime, None
    if rest == "regulerthoyde":
        return "plan_heights", regime, None
    return None


def types_for(layer: str, names: Iterable[str]) -> list[str]:
    """Feature types of a source that belong to one of our plan layers, in its order.

    Examples
    --------
    >>> types_for("plan_areas", ["KpOmråde", "KpArealformålOmråde", "KpStøySone"])
    ['KpArealformålOmråde']
    """
    return [n for n in names if (found := feature_type(n)) and found[0] == layer]


def is_plan_file(names: Iterable[str]) -> bool:
    """Whether a source holds SOSI Plan feature types, so that a type it lacks has no features.

    Examples
    --------
    >>> is_plan_file(["Arealplan", "RpFormålGrense"]), is_plan_file(["zones", "roads"])
    (True, False)
    """
    return any(
        feature_type(n)
        or is_plan_register(n)
        or re.match(r"(kp|rp|rb)(?!$)[A-ZÆØÅ]", n[:2].lower() + n[2:])
        for n in names
    )


def is_plan_register(name: str) -> bool:
    """Whether a type holds the plan's attributes beside its extent (``Arealplan``, Plan 5.0)."""
    return plain(name) in _PLAN_ATTRIBUTES


def links(table: pd.DataFrame, word: str) -> pd.Series:
    """Ids that a feature's link points to (``planområde_xlink_href``), without ``#``."""
    for column in table.columns:
        folded = plain(column)
        if folded.endswith("xlinkhref") and plain(column.split("_xlink")[0]) == word:
            return as_text(table[column]).str.lstrip("#")
    return pd.Series(np.nan, index=table.index).astype("str")


def own_ids(table: pd.DataFrame) -> pd.Series:
    """The ``gml:id`` of each feature, by which links name it."""
    for column in ("gml_id", "id"):
        if column in table.columns:
            return as_text(table[column])
    return pd.Series(np.nan, index=table.index).astype("str")


def plan_attributes(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Attributes of the plans of a file by the id that children link to.

    Parameters
    ----------
    tables : mapping of feature type to its table
        Only plan extents (``KpOmråde``, ``RpOmråde``) and ``Arealplan`` are looked at.

    Returns
    -------
    DataFrame, index ``gml_id`` of the extent
        ``plan_id``, ``vertical_level`` and the columns of ``Arealplan`` behind it.
    """
    extents, registers = [], []
    for name, table in tables.items():
        kind = feature_type(name)
        if kind and kind[0] == "plans":
            extents.append(table.set_axis(own_ids(table), axis=0))
        elif is_plan_register(name):
            registers.append(table.set_axis(own_ids(table), axis=0))
    if not extents:
        return pd.DataFrame(columns=["plan_id", "vertical_level"])
    extent = pd.concat(extents)
    extent = extent[extent.index.notna() & ~extent.index.duplicated()]
    if registers:
        extent = _with_register(extent, pd.concat(registers))
    result = extent.copy()
    # a proposal may have no plan id yet: its extent's own id stands in
    result["plan_id"] = _matched(extent, "plans", "plan_id").fillna(_own_local_ids(extent))
    result["vertical_level"] = _matched(extent, "plan_areas", "vertical_level_code")
    return result


def _with_register(extent: pd.DataFrame, register: pd.DataFrame) -> pd.DataFrame:
    """Plan 5.0: the extent links to the ``Arealplan`` that names it, or the other way round."""
    register = register[~register.index.duplicated()]
    target = links(extent, "arealplan")
    back = links(register, "rpomrade").dropna()
    reverse = pd.Series(back.index, index=back.to_numpy())
    reverse = reverse[~reverse.index.duplicated()]
    target = target.fillna(pd.Series(extent.index, index=extent.index).map(reverse))
    if len(register) == 1:
        target = target.where(target.isin(register.index), register.index[0])
    added = register.reindex(target.to_numpy()).set_axis(extent.index, axis=0)
    new = [c for c in added.columns if c not in extent.columns and "xlink" not in c]
    return extent.join(added[new])


def _own_local_ids(table: pd.DataFrame) -> pd.Series:
    own = pd.Series(table.index, index=table.index, dtype="str")
    column = next((c for c in table.columns if plain(str(c)).endswith("lokalid")), None)
    return own if column is None else as_text(table[column]).fillna(own)


def _matched(table: pd.DataFrame, layer: str, field: str) -> pd.Series:
    column = match_fields(layer, list(map(str, table.columns)), {})[0].get(field)
    if column is None:
        return pd.Series(np.nan, index=table.index).astype("str")
    return as_text(table[column])


def linked(table: pd.DataFrame, plans: pd.DataFrame, column: str) -> pd.Series:
    """A plan's attribute for each of its features, by link; the only plan's where there is one."""
    if plans.empty or column not in plans.columns:
        return pd.Series(np.nan, index=table.index).astype("str")
    target = next(
        (t for w in ("planomrade", "rpomrade", "kpomrade") if (t := links(table, w)).notna().any()),
        pd.Series(np.nan, index=table.index),
    )
    values = target.map(plans[column].to_dict())
    only = plans[column].dropna().unique()
    return values.fillna(only[0]) if len(only) == 1 else values


def utilisation(table: pd.DataFrame, area_id: pd.Series) -> pd.DataFrame:
    """The repeated ``utnytting`` of plan areas, a row each.

    Parameters
    ----------
    table : DataFrame
        The source's own columns: ``utnytting`` as dict, list of dicts or their JSON text, or
        ``utnyttingstype``, ``utnyttingstall`` … as scalars or lists.
    area_id : Series, same index

    Returns
    -------
    DataFrame
        ``area_id``, ``utilisation_type_code`` (int), ``utilisation_value``,
        ``utilisation_value_min``: NaN where absent, and where the source says 0, which means
        not set.

    Examples
    --------
    >>> source = pd.DataFrame({"utnyttingstype": ["16"], "utnyttingstall": ["40"]})
    >>> utilisation(source, pd.Series(["A1"])).values.tolist()
    [['A1', 16, 40.0, nan]]
    """
    names = ("utilisation_type_code", "utilisation_value", "utilisation_value_min")
    matched = match_fields("plan_areas", list(map(str, table.columns)), {})[0]
    whole = next((c for c in table.columns if plain(last_name(str(c))) in _UTILISATIONS), None)
    rows: list[tuple[object, ...]] = []
    columns = [table[matched[n]] if n in matched else None for n in names]
    present = pd.Series(False, index=table.index)
    for series in [c for c in [*columns[:1], table[whole] if whole else None] if c is not None]:
        present |= as_text(series).notna()
    for position in np.flatnonzero(present.to_numpy()):
        parts = _parts(table[whole].iloc[position]) if whole else []
        if not parts:
            cells = [_cells(c.iloc[position]) if c is not None else [] for c in columns]
            parts = _aligned(*cells)
        rows += [(area_id.iloc[position], *part) for part in parts]
    result = pd.DataFrame(rows, columns=["area_id", *names])
    for name in names:
        numbers = pd.to_numeric(result[name].astype("str").str.replace(",", "."), errors="coerce")
        result[name] = numbers.astype(float)
    result = result[result[names[0]].notna()]
    result[list(names[1:])] = result[list(names[1:])].where(lambda v: v != 0)
    return result.astype({names[0]: "int64"}).reset_index(drop=True)


def _cells(value: object) -> list[object]:
    """One value or several: a list, an array or JSON text of a list."""
    if isinstance(value, str) and value.startswith(("[", "(")):
        # GDAL writes lists as "(2:16,17)" in some formats and as JSON in others
        inner = re.sub(r"^\(\d+:(.*)\)$", r"[\1]", value)
        value = json.loads(inner)
    if isinstance(value, list | tuple | np.ndarray):
        return list(value)
    return [] if value is None or value == "" or value != value else [value]


def _parts(value: object) -> list[tuple[object, ...]]:
    """Type, figure and minimum of each ``utnytting`` in a cell."""
    if isinstance(value, str) and value.strip().startswith(("{", "[")):
        value = json.loads(value)
    elif isinstance(value, str) and re.fullmatch(r"\d+( [\d.]+){1,2}", value.strip()):
        # SOSI may write the group on one line: type, figure, minimum
        return [tuple([*value.split(), None][:3])]
    if isinstance(value, Mapping):
        value = [value]
    if not isinstance(value, list | tuple | np.ndarray):
        return []
    found = []
    for part in value:
        inner = part
        while isinstance(inner, Mapping) and len(inner) == 1:
            only = next(iter(inner.values()))
            if not isinstance(only, Mapping):
                break
            inner = only
        if isinstance(inner, Mapping):
            by_name = {plain(str(k)): v for k, v in inner.items()}
            found.append(
                tuple(
                    next((by_name[n] for n in names if n in by_name), None)
                    for names in _UTILISATION_KEYS
                )
            )
    return found


def _aligned(types: list, figures: list, least: list) -> list[tuple[object, ...]]:
    """Parallel lists as rows; types 10 and 11 have no figure, so their lists may be shorter."""
    needing = [t for t in types if str(t).split(".")[0] not in ("10", "11")]
    rows: list[tuple[object, ...]] = []
    pairs = []
    for values in (figures, least):
        if len(values) == len(types):
            pairs.append(iter(values))
        else:
            spread = iter(values if len(values) == len(needing) else [])
            pairs.append(iter([next(spread, None) if t in needing else None for t in types]))
    for kind, figure, minimum in zip(types, *pairs, strict=True):
        rows.append((kind, figure, minimum))
    return rows
