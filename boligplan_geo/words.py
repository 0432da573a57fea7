"""What people read: phrases, code values and numbers in Norwegian bokmål or English."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from boligplan_geo import assumptions
from boligplan_geo.columns import column, label
from boligplan_geo.errors import reason_text, texts

LANGUAGES = ("nb", "en")
UNKNOWN = "–"

#: Columns whose codes are another column's.
_FAMILY = {
    "plan_regime_code": "regime_code",
    "mix_gap_code": "dwelling_type_code",
    "potential_dwelling_type_code": "dwelling_type_code",
    "kind_code": "potential_kind_code",
}

#: Decimals that people see, by unit.
DECIMALS = {"m2": 0, "m": 1, "deg": 1, "min": 1, "hours": 1, "points": 1, "count": 0}


def phrase(key: str, language: str = "nb", **values: object) -> str:
    """A phrase of ``codes/phrases.csv``, with its values filled in.

    Examples
    --------
    >>> phrase("screening")
    'Screening, ikke byggesak'
    """
    return texts("phrases")[key][language].format(**values)


def value(name: str, code: object, language: str = "nb") -> str:
    """Say the code of a column in words; the code itself where there are none for it.

    Examples
    --------
    >>> value("owner_code", "municipal"), value("mix_gap_code", "row", "en")
    ('kommunen', 'row house')
    """
    if missing(code):
        return UNKNOWN
    if isinstance(code, float) and code.is_integer():
        code = int(code)
    if name == "step":
        return step(str(code), language)
    if name.endswith("clause_id"):
        return clause(code, language)
    if name.endswith("reason"):
        return reason_text(str(code), language) or UNKNOWN
    row = texts("value_texts").get(f"{_FAMILY.get(name, name)}:{code}")
    return row[language] if row else str(code)


def clause(clause_id: object, language: str = "nb") -> str:
    """Say what sets a limit: the clause as published, an assumption by its name, or the land.

    Examples
    --------
    >>> clause("§ 4.2"), clause("assumption:bya_row_share")
    ('§ 4.2', 'forutsetning: Bebygd areal, rekkehus')
    """
    if missing(clause_id):
        return phrase("clause_unknown", language)
    if clause_id == "constraint":
        return phrase("clause_land", language)
    if clause_id == value("source_code", "map"):  # the map is cited in Norwegian by the data
        return value("source_code", "map", language)
    head, _, field = str(clause_id).partition(":")
    if head != "assumption":
        return str(clause_id)
    return phrase("clause_assumption", language, label=assumptions.label(field, language))


def reserved(theme: str, codes: object, language: str = "nb") -> str:
    """Say a theme's reasons; what is not built yet, by what it is.

    Examples
    --------
    >>> reserved("terrain", "not_built_yet")
    'soltimer er ikke beregnet i denne versjonen'
    """
    said = [
        texts("phrases")[f"not_built_{theme}"][language]
        if code == "not_built_yet" and f"not_built_{theme}" in texts("phrases")
        else reason_text(code, language)
        for code in str(codes).split(";")
    ]
    return "; ".join(said)


def step(code: str, language: str = "nb") -> str:
    """Say a step of the account: ``<step>``, ``<step>:<part>`` or a column of homes.

    Examples
    --------
    >>> step("status:candidate"), step("plan_homes:in_site", "en")
    ('Tomter etter status: kandidat', 'Plan homes: in sites')
    >>> step("built_homes_count")
    'Boliger i dag'
    """
    known = texts("value_texts")
    head, _, part = code.partition(":")
    if f"step:{head}" not in known:
        return label(code, language)
    said = known[f"step:{head}"][language]
    row = known.get(f"plot_status_code:{part}") or known.get(f"step:{part}")
    return f"{said}: {row[language] if row else part}" if part else said


def number(figure: Any, language: str = "nb", *, decimals: int = 0) -> str:
    """A number with thousands apart (thin space) and the language's decimal mark.

    Examples
    --------
    >>> number(1234.56, decimals=1), number(None), number(1234.56, "en", decimals=1)
    ('1\\u202f234,6', '–', '1,234.6')
    """
    if missing(figure):
        return UNKNOWN
    text = f"{float(figure):,.{decimals}f}"
    if float(text.replace(",", "")) == 0:
        text = text.lstrip("-")
    if language == "en":
        return text
    return text.replace(",", "\u202f").replace(".", ",")


def plain(figure: object, language: str = "nb") -> str:
    """Whole where whole, else as many decimals as it has, two at most.

    Examples
    --------
    >>> plain(3.0), plain(1.25), plain(None)
    ('3', '1,25', '–')
    """
    if missing(figure):
        return UNKNOWN
    rounded = round(float(str(figure)), 2)
    decimals = next(d for d in (0, 1, 2) if d == 2 or round(rounded, d) == rounded)
    return number(rounded, language, decimals=decimals)


def shown(name: str, figure: Any, language: str = "nb") -> str:
    """A figure of a column as people read it: decimals by its unit, shares in per cent.

    Examples
    --------
    >>> shown("terrain_steep_share", 0.123), shown("built_year", 1975.0)
    ('12 %', '1975')
    """
    try:
        entry = column(name)
    except KeyError:
        decimals = 0 if missing(figure) or float(figure).is_integer() else 2
        return number(figure, language, decimals=decimals)
    if missing(figure):
        return UNKNOWN
    if entry.kind != "number":
        return value(name, figure, language)
    if entry.unit == "share":
        return f"{number(100 * figure, language)} %"
    if name.endswith("year"):
        return f"{int(figure)}"
    return number(figure, language, decimals=DECIMALS.get(entry.unit, 0))


def heading(name: str, language: str = "nb") -> str:
    """Heading of a column with its unit."""
    return label(name, language)


def day(date: object, language: str = "nb") -> str:
    """A date as people write it; English keeps the ISO form, which nobody misreads.

    Examples
    --------
    >>> day("2019-06-20"), day("2019-06-20", "en"), day(None)
    ('20.06.2019', '2019-06-20', '–')
    """
    if missing(date):
        return UNKNOWN
    parts = str(date).split("-")
    return ".".join(reversed(parts)) if language == "nb" and len(parts) == 3 else str(date)


def holds(flag: object) -> bool:
    """Whether a truth value is known and true, as it stands in a run or in what was read back.

    Examples
    --------
    >>> [holds(flag) for flag in (True, 1.0, 0.0, None, pd.NA)]
    [True, True, False, False, False]
    """
    return not missing(flag) and bool(flag)


def missing(figure: object) -> bool:
    """Whether a single value is absent (None, NaN, NA or empty text)."""
    if figure is None or figure is pd.NA or (isinstance(figure, str) and not figure):
        return True
    return isinstance(figure, float) and math.isnan(figure)
