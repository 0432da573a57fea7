"""Land-use purposes: what each published code means for housing, always with its regime.

Code lists of kart- og planforskriften (pbl 2008) and of pbl 1985 stand in ``codes/``, a row a
published code; a code that is in no row is unknown and reported, never guessed. Names and colours
are the published ones (DiBK's drawing rules of the national plan service); `housing`,
`dwelling_type_code` and `counts_as_plot` are boligplan_geo's reading, never law.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

import pandas as pd

from boligplan_geo.errors import Note, reason_where

#: The code list of each regime; a code never stands without it.
LISTS = {
    "kp2008": "kp_arealformal.csv",
    "rp2008": "rp_arealformal.csv",
    "kp1985": "kp_arealbruk_1985.csv",
    "rp1985": "rp_formal_1985.csv",
}

#: What `housing` may be.
HOUSING = ("yes", "yes_mixed", "possible", "scattered", "transform", "no")


def purposes() -> pd.DataFrame:
    """Every published purpose of both laws, by regime and code.

    Returns
    -------
    DataFrame, index (regime_code, land_use_code)
        ``name_nb``, ``name_en``; ``housing``: ``yes`` (housing is the purpose), ``yes_mixed``
        (housing among others), ``possible`` (only where the provisions say so), ``scattered``
        (LNFR with spredt bolig), ``transform`` (needs another purpose first), ``no``;
        ``dwelling_type_code`` that the purpose leads to (null where none);
        ``counts_as_plot``: area zoned for buildings, TEK17 § 5-8 (not road, green, LNFR or
        sea, not playground and other common outdoor land); ``colour_existing`` and
        ``colour_future``: ``#rrggbb``, two or more joined by ``/`` for stripes or dots, null
        where the source gives none or draws a hatch alone. Under pbl 1985 existing land use is
        the darker of the two, under pbl 2008 future land use; reguleringsplaner have one colour.

    Examples
    --------
    >>> table = purposes()
    >>> table.loc[("kp2008", "1130"), ["name_nb", "housing"]].tolist()
    ['Sentrumsformål', 'yes_mixed']
    >>> table.loc[("rp1985", "130"), "name_nb"], table.loc[("kp1985", "130"), "name_nb"]
    ('Kontor', 'Erverv')

    References
    ----------
    Kart- og planforskriften, annex; TEK17 § 5-8.
    """
    return _table().copy()


def described(regime_code: pd.Series, land_use_code: pd.Series) -> pd.DataFrame:
    """The purpose of each row; all null where the code is not in its regime's list.

    Parameters
    ----------
    regime_code, land_use_code : Series of text
        Same index.

    Returns
    -------
    DataFrame
        Columns of `purposes`, index of `regime_code`. Unknown codes are never guessed.

    Examples
    --------
    >>> described(pd.Series(["kp2008", "kp2008"]), pd.Series(["1110", "7777"])).housing.tolist()
    ['yes', nan]
    """
    keys = pd.MultiIndex.from_arrays([regime_code.astype(object), land_use_code.astype(object)])
    return _table().reindex(keys).set_axis(regime_code.index)


def reason(regime_code: pd.Series, land_use_code: pd.Series) -> pd.Series:
    """Why nothing is known of what a purpose permits.

    Parameters
    ----------
    regime_code, land_use_code : Series of text
        Same index; null where no plan is in force.

    Returns
    -------
    Series of text
        ``unknown_land_use_code`` where the code is in no published list; null elsewhere.

    Examples
    --------
    >>> reason(pd.Series(["rp1985", "rp1985", None]), pd.Series(["165", "110", None])).tolist()
    ['unknown_land_use_code', None, None]
    """
    has_code = land_use_code.notna().to_numpy()
    is_known = described(regime_code, land_use_code)["name_nb"].notna().to_numpy()
    found = reason_where(has_code & ~is_known, "unknown_land_use_code")
    return pd.Series(found, index=regime_code.index, dtype=object)


def unknown_purposes(plan_areas: pd.DataFrame | None) -> tuple[Note, ...]:
    """A note for each purpose that is not in the list of its regime, with the areas that have it.

    Parameters
    ----------
    plan_areas : DataFrame, index ``area_id``, or None
        ``regime_code``, ``land_use_code``.

    Returns
    -------
    tuple of Note
        ``unknown_purpose``; its parts have the reason ``unknown_land_use_code``.

    Examples
    --------
    >>> areas = pd.DataFrame({"regime_code": "rp1985", "land_use_code": ["110", "165"]},
    ...                      index=["a", "b"])
    >>> [(note.code, note.values["value"], note.ids) for note in unknown_purposes(areas)]
    [('unknown_purpose', '165', ('b',))]
    """
    if plan_areas is None or not len(plan_areas):
        return ()
    known = described(plan_areas["regime_code"], plan_areas["land_use_code"])
    rows = plan_areas[known["name_nb"].isna().to_numpy()]
    pair = [rows[name].astype(object) for name in ("regime_code", "land_use_code")]
    keys = [values.where(values.notna(), "–") for values in pair]
    ids = pd.Series(rows.index.astype(str), index=rows.index)
    return tuple(
        Note("unknown_purpose", "plan_areas", tuple(group), {"regime": regime, "value": code})
        for (regime, code), group in ids.groupby(keys, sort=True)
    )


@cache
def _table() -> pd.DataFrame:
    rows = [row for regime, name in LISTS.items() for row in _rows(regime, name)]
    table = pd.DataFrame(rows).replace({"": None})
    table["counts_as_plot"] = table["counts_as_plot"] == "yes"
    return table.set_index(["regime_code", "land_use_code"]).sort_index()


def _rows(regime: str, name: str) -> list[dict[str, str]]:
    source = files("boligplan_geo").joinpath("codes", name).read_text("utf-8")
    return [{**row, "regime_code": regime} for row in csv.DictReader(source.splitlines())]
