"""Feature types of SOSI Plan → our layers, regimes and zone groups; links and utilisation.

References
----------
Kommuneplan and Reguleringsplan 20190401; Reguleringsplanforslag 5.0 (SOSI Plan).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from boligplan_geo.read.matching import as_text, match_fields
from boligplan_geo.read.names import plain

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
