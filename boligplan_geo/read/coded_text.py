"""Codes that stand as text, as exports of databases with domains write them.

``Boligbebyggelse``, ``1110 - Boligbebyggelse`` and ``H310`` for 1110, 1110 and 310.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import pandas as pd

from boligplan_geo.errors import texts
from boligplan_geo.read.names import plain

#: Land-use codes and names of each regime.
PURPOSE_TABLES = {
    "kp2008": "kp_arealformal",
    "kp1985": "kp_arealbruk_1985",
    "rp2008": "rp_arealformal",
    "rp1985": "rp_formal_1985",
}
# the code before its name, with the H of zones and the number of the zone behind it
_LEADING = re.compile(
    r"\s*[Hh]?(\d{1,4})(?:_\w+)?(?:\s*|\s*[-–:.,]?\s+[^\W\d].*|\s*[-–:]\s*[^\W\d].*)"
)


def leading_code(text: str) -> str | None:
    """The code that a text begins with.

    Examples
    --------
    >>> leading_code("1110 - Boligbebyggelse"), leading_code("H310_1"), leading_code("Bolig")
    ('1110', '310', None)
    """
    found = _LEADING.fullmatch(text)
    return found.group(1) if found else None


def codes(text: pd.Series, listed: Mapping[str, str]) -> tuple[pd.Series, pd.Series]:
    """Codes of values that may be text, and which of them were.

    Parameters
    ----------
    text : Series of text
    listed : mapping of name, as `plain` writes it, to code

    Returns
    -------
    codes : Series of text
        What is in no list stays as it is.
    was_text : Series of bool

    Examples
    --------
    >>> given = pd.Series(["3", "Planforslag", "6: utsatt rettsvirkning", "noe"])
    >>> found, was_text = codes(given, {"planforslag": "2"})
    >>> found.tolist(), was_text.tolist()
    (['3', '2', '6', 'noe'], [False, True, True, False])
    """
    is_plain = text.isna() | text.str.fullmatch(r"-?\d+(\.0+)?").fillna(False).astype(bool)
    values = text[~is_plain].unique()
    known = {v: code for v in values if (code := listed.get(plain(v)) or leading_code(v))}
    result = text.map(lambda value: known.get(value, value), na_action="ignore").astype("str")
    return result, text.isin(list(known))


@cache
def purposes(regime: str) -> Mapping[str, str]:
    """Land-use codes of a regime by their Norwegian names; a name of two codes is none.

    Examples
    --------
    >>> purposes("kp2008")["boligbebyggelse"], purposes("rp1985")["boliger"]
    ('1110', '110')
    """
    rows = texts(PURPOSE_TABLES[regime])
    return _unambiguous({code: row["name_nb"] for code, row in rows.items()})


@cache
def zones(group: str) -> Mapping[str, str]:
    """Codes of a group of consideration zones by their Norwegian names."""
    rows = [r for r in _zone_rows() if r["layer"] == "plan_zones" and r["group_code"] == group]
    return _unambiguous({row["zone_code"]: row["nb"] for row in rows if row["zone_code"]})


@cache
def _zone_rows() -> tuple[dict[str, str], ...]:
    import csv
    from importlib.resources import files

    source = files("boligplan_geo").joinpath("codes/zones.csv").read_text("utf-8")
    return tuple(csv.DictReader(source.splitlines()))


def _unambiguous(names: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for code, name in names.items():
        # "(utgått etter 2011)" is a remark; a retired name never takes a living one's place
        found[plain(name)] = "" if plain(name) in found else code
    return {name: code for name, code in found.items() if code}


def by_group(
    text: pd.Series, group: pd.Series, lists: Mapping[str, Mapping[str, str]]
) -> tuple[pd.Series, pd.Series]:
    """`codes` where each row's list is its group's (regime, group of zones).

    Examples
    --------
    >>> found, _ = by_group(pd.Series(["Boliger", "Boliger"]), pd.Series(["rp1985", "kp2008"]),
    ...                     {"rp1985": {"boliger": "110"}, "kp2008": {}})
    >>> found.tolist()
    ['110', 'Boliger']
    """
    result, was_text = text.copy(), pd.Series(False, index=text.index)
    for name in group.dropna().unique():
        rows = (group == name).fillna(False)
        result[rows], was_text[rows] = codes(text[rows], lists.get(name, {}))
    return result, was_text
