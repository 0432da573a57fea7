"""Provisions as data: their parameters, their units, and how each row is read.

A row is one figure of one clause (``docs/provisions.md``; columns in ``codes/fields.csv``, layer
provisions; parameters in ``codes/parameters.csv``). `as_read` is what the rules compute with:
figures in the parameter's own unit, a bound on its own side, and beside each doubtful row the
codes of why. What cannot be read at all is NaN here and an error in `provision_checks`.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType

import numpy as np
import pandas as pd

from boligplan_geo.errors import texts

#: What a provision may name; empty means every one.
KEYS = ("zone_name", "land_use_code", "zone_code")
BASES = ("plot", "field")
#: Phasing demands: what `status_code` says of the figure.
STATUSES: Mapping[str, float] = MappingProxyType({"open": 1.0, "fulfilled": 0.0})

#: Spelled units, without case and space: the unit, and what one of them is in it.
UNITS: Mapping[str, tuple[str, float]] = MappingProxyType(
    {
        **dict.fromkeys(("%", "prosent", "percent", "pct"), ("%", 1.0)),
        **dict.fromkeys(("m2", "m²", "kvm", "kvadratmeter", "sqm"), ("m2", 1.0)),
        **dict.fromkeys(("daa", "dekar", "mål"), ("m2", 1000.0)),
        **dict.fromkeys(("m", "meter", "moh", "kote"), ("m", 1.0)),
        **dict.fromkeys(("share", "andel"), ("share", 1.0)),
        **dict.fromkeys(("ratio", "forhold", "forholdstall"), ("ratio", 1.0)),
        **dict.fromkeys(
            ("count", "antall", "stk", "etasjer", "etasje", "boenheter", "boliger", "plasser"),
            ("count", 1.0),
        ),
    }
)


def known_parameters() -> pd.DataFrame:
    """Every parameter that a provision may set.

    Returns
    -------
    DataFrame, index ``parameter_code``
        ``unit``; ``subject_code`` (what it is about); ``bound_code``: which bounds it has
        (``max``, ``min``, ``both``; ``flag``: yes or no); ``plausible_min``, ``plausible_max``
        in its unit (NaN: none); ``has_basis``: whether a figure may be per plot or per field;
        labels ``nb``, ``en``; ``definition``.

    Examples
    --------
    >>> known_parameters().loc["utilisation_16", ["unit", "bound_code", "en"]].tolist()
    ['%', 'both', 'Built share']
    """
    return _parameter_table().copy()


@cache
def _parameter_table() -> pd.DataFrame:
    table = pd.DataFrame(texts("parameters").values()).set_index("parameter_code")
    limits = ["plausible_min", "plausible_max"]
    table[limits] = table[limits].apply(pd.to_numeric).astype(float)
    table["has_basis"] = table["has_basis"] == "yes"
    return table


def nearest(word: str, known: list[str]) -> str:
    """The known word most like one that is not known; empty where none is alike.

    Examples
    --------
    >>> nearest("storey_max", ["homes_max", "storeys_max"]), nearest("x", ["storeys_max"])
    ('storeys_max', '')
    """
    by_fold = {k.casefold(): k for k in known}
    found = get_close_matches(word.casefold(), list(by_fold), n=1, cutoff=0.6)
    return by_fold[found[0]] if found else ""


def as_read(provisions: pd.DataFrame) -> pd.DataFrame:
    """Provisions as the rules read them, with the doubts about each row.

    Parameters
    ----------
    provisions : DataFrame
        Columns of ``codes/fields.csv``, layer provisions; those that are missing count as empty.

    Returns
    -------
    DataFrame, index of `provisions`
        Text columns with ``""`` where empty; ``value_min`` and ``value_max`` in the parameter's
        unit (NaN: not set, or cannot be read); ``unit`` the parameter's own; ``basis_code``
        (null: not said); ``zone_share_min`` (NaN: not said); ``provision_reason``: codes of
        ``codes/reasons.csv`` joined by ``;``, null where nothing is doubtful.

    Examples
    --------
    >>> table = pd.DataFrame({"plan_id": "R1", "clause_id": ["§ 1", "§ 2"], "text": "…",
    ...                       "parameter_code": ["housing_share", "plot_size_min_m2"],
    ...                       "value_max": [70, None], "value_min": [None, 0.6],
    ...                       "unit": ["%", "daa"]})
    >>> as_read(table)[["value_min", "value_max", "provision_reason"]].values.tolist()
    [[nan, 0.7, None], [600.0, nan, None]]
    """
    table = _filled(provisions)
    known = _parameter_table().reindex(table["parameter_code"]).set_axis(table.index)
    doubts: dict[str, pd.Series] = {}
    table = _in_own_unit(table, known, doubts)
    table = _on_own_side(table, known, doubts)
    table = _with_status(table)
    doubts |= _doubts(table, known)
    table["provision_reason"] = _joined(doubts, table.index)
    return table


def figures(values: pd.Series) -> pd.Series:
    """Numbers of a column of figures, decimal comma too; NaN where empty or no number.

    Examples
    --------
    >>> figures(pd.Series(["0,5", 30, "", "inntil 30"])).tolist()
    [0.5, 30.0, nan, nan]
    """
    if not pd.api.types.is_numeric_dtype(values.dtype):
        plain = values.map(lambda v: v.strip().replace(",", ".") if isinstance(v, str) else v)
        values = pd.to_numeric(plain, errors="coerce")
    numbers = values.astype(float)
    return numbers.where(np.isfinite(numbers))


def unit_of(spelled: pd.Series) -> pd.DataFrame:
    """Unit and factor of each spelled unit; null where it is not known, empty where not said.

    Examples
    --------
    >>> unit_of(pd.Series(["M²", "daa", "", "alen"])).values.tolist()
    [['m2', 1.0], ['m2', 1000.0], ['', 1.0], [None, nan]]
    """
    plain = spelled.str.casefold().str.replace(r"[\s.]", "", regex=True)
    pairs = plain.map(lambda word: ("", 1.0) if word == "" else UNITS.get(word, (None, np.nan)))
    columns = {"unit": pairs.str[0].astype(object), "factor": pairs.str[1].astype(float)}
    return pd.DataFrame(columns, index=spelled.index)


def _filled(provisions: pd.DataFrame) -> pd.DataFrame:
    """Every column of the schema that the rules read, of its kind."""
    empty = pd.Series("", index=provisions.index, dtype=object)
    names = ("plan_id", "clause_id", "parameter_code", *KEYS, "unit", "basis_code", "text",
             "status_code", "other_plan_id")  # fmt: skip
    table = {}
    for name in names:
        values = provisions.get(name, empty).astype(object)
        table[name] = values.where(values.notna(), "").astype(str).str.strip()
    nothing = pd.Series(np.nan, index=provisions.index)
    for name in ("value_min", "value_max", "zone_share_min"):
        table[name] = figures(provisions.get(name, nothing))
    return pd.DataFrame(table, index=provisions.index)


def _in_own_unit(
    table: pd.DataFrame, known: pd.DataFrame, doubts: dict[str, pd.Series]
) -> pd.DataFrame:
    """Figures in the parameter's own unit; NaN where the unit is of another kind."""
    own, said = known["unit"], unit_of(table["unit"])
    factor = said["factor"].where((said["unit"] == own) | (said["unit"] == ""))
    factor = factor.mask((said["unit"] == "share") & (own == "%"), 100.0)
    factor = factor.mask((said["unit"] == "%") & (own == "share"), 0.01)
    # a yes or no has no unit to be wrong about
    factor = factor.mask(own == "", 1.0)
    largest = table[["value_min", "value_max"]].max(axis=1)
    is_percent = (own == "share") & (factor == 1.0) & (largest > 1) & (largest <= 100)
    factor = factor.mask(is_percent, 0.01)
    # rules.utilisation reads 0.30 % as 30 %: here it is only said
    is_share = (own == "%") & (factor == 1.0) & (largest > 0) & (largest < 1)
    doubts["percent_as_share"] = is_share
    doubts["share_as_percent"] = is_percent
    doubts["unit_missing"] = (table["unit"] == "") & own.notna() & (own != "") & largest.notna()
    scaled = table.assign(unit=own.fillna(table["unit"]))
    for name in ("value_min", "value_max"):
        # divided by 100, as 70 times 0.01 is not 0.7
        scaled[name] = (table[name] * factor).mask(factor == 0.01, table[name] / 100)
    return scaled


def _on_own_side(
    table: pd.DataFrame, known: pd.DataFrame, doubts: dict[str, pd.Series]
) -> pd.DataFrame:
    """A most that is given as a least, and the reverse, put on its own side."""
    least, most, bound = table["value_min"], table["value_max"], known["bound_code"]
    is_most = (bound == "max") & most.isna() & least.notna()
    is_least = (bound == "min") & least.isna() & most.notna()
    doubts["bound_swapped"] = is_most | is_least
    return table.assign(
        value_max=most.mask(is_most, least).mask(is_least),
        value_min=least.mask(is_least, most).mask(is_most),
    )


def _with_status(table: pd.DataFrame) -> pd.DataFrame:
    """A phasing demand whose status is said, as its figure."""
    said = table["status_code"].map(STATUSES)
    is_silent = table["value_min"].isna() & table["value_max"].isna()
    return table.assign(value_max=table["value_max"].mask(is_silent & said.notna(), said))


def _doubts(table: pd.DataFrame, known: pd.DataFrame) -> dict[str, pd.Series]:
    """What is doubtful about each row, as it is read."""
    least, most = table["value_min"], table["value_max"]
    scale = np.where(known["unit"].eq("%") & (most.fillna(least) < 1), 100.0, 1.0)
    outside = pd.Series(False, index=table.index)
    for value in (least, most):
        outside |= (value * scale < known["plausible_min"]) & (value >= 0)
        outside |= value * scale > known["plausible_max"]
    has_basis = known["has_basis"].eq(True)
    place = ["plan_id", *KEYS, "parameter_code"]
    same = table[[*place, "clause_id", "value_min", "value_max", "basis_code"]]
    has_other = (table["parameter_code"] == "prevails") & (table["other_plan_id"] == "")
    return {
        "least_above_most": least > most,
        "value_implausible": outside,
        "basis_unknown": has_basis & ~table["basis_code"].isin(BASES),
        "clause_text_missing": table["text"] == "",
        "row_duplicated": same.duplicated(),
        "clauses_contradict": _contradict(table, place),
        "bounds_cross": _bounds_cross(table),
        "other_plan_missing": has_other,
    }


def _contradict(table: pd.DataFrame, place: list[str]) -> pd.Series:
    """Rows whose figure differs from that of another row of the same plan, place and basis."""
    groups = table.groupby([*place, "basis_code", "other_plan_id"], sort=False, dropna=False)
    count = groups[["value_min", "value_max"]].transform("nunique")
    return (count > 1).any(axis=1)


def _bounds_cross(table: pd.DataFrame) -> pd.Series:
    """Rows of a place where the least of one clause is above the most of another."""
    quantity = table["parameter_code"].str.replace(r"_(?:max|min)$", "", regex=True)
    keys = [table[name] for name in ("plan_id", *KEYS, "basis_code")]
    groups = table.groupby([*keys, quantity], sort=False, dropna=False)
    least, most = groups["value_min"].transform("max"), groups["value_max"].transform("min")
    is_own = groups["parameter_code"].transform("size") == 1
    return (least > most) & ~is_own


def _joined(doubts: Mapping[str, pd.Series], index: pd.Index) -> pd.Series:
    """Codes of the doubts about each row, joined by ``;``; null where there is none."""
    reason = np.full(len(index), None, dtype=object)
    for code, rows in doubts.items():
        for position in np.flatnonzero(rows.fillna(False).to_numpy(dtype=bool)):
            reason[position] = code if reason[position] is None else f"{reason[position]};{code}"
    return pd.Series(reason, index=index, dtype=object)
