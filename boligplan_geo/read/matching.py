"""Find our fields under their many names, and bring values to their kind."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import numpy as np
import pandas as pd

from boligplan_geo.municipality import layer_fields
from boligplan_geo.read.coded_text import codes
from boligplan_geo.read.findings import Findings, is_confidential
from boligplan_geo.read.names import last_name, plain, spellings

_TRUE = {"true", "t", "1", "ja", "j", "yes", "y", "sann", "oui"}
_MOMENT = r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?(?:\d{2})?)"
_FALSE = {"false", "f", "0", "nei", "n", "no", "usann", "non"}


def match_fields(
    layer: str, columns: list[str], given: Mapping[str, str]
) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Which column of the source is which of our fields.

    Parameters
    ----------
    layer : str
        Our layer.
    columns : list of str
        Columns of the source.
    given : mapping
        The config's ``fields``; wins over what is found.

    Returns
    -------
    matched : dict of our field to column, ``'constant'`` or ``{A}-{B}`` template
    missing : list of (our field, theirs)
        Names in `given` that the source does not have.

    Examples
    --------
    >>> match_fields("plan_areas", ["KPAREALFORMAL", "identifikasjon.lokalId"], {})[0]
    {'area_id': 'identifikasjon.lokalId', 'land_use_code': 'KPAREALFORMAL'}
    """
    whole: dict[str, str] = {}
    last: dict[str, str] = {}
    for column in columns:
        for form in spellings(column):
            whole.setdefault(form, column)
        for form in spellings(last_name(column)):
            last.setdefault(form, column)
    matched: dict[str, str] = {}
    missing: list[tuple[str, str]] = []
    for name, row in layer_fields(layer).items():
        if name in given:
            wanted = given[name]
            found = wanted if is_expression(wanted) else _found(wanted, columns, whole, last)
            absent = [c for c in _parts(wanted) if c not in columns]
            if found is None or absent:
                missing.append((name, wanted))
                continue
        else:
            aliases = [name, *filter(None, row["aliases"].split("|"))]
            found = next((c for a in aliases if (c := _found(a, columns, whole, last))), None)
        if found is not None:
            matched[name] = found
    return matched, missing


def _found(
    wanted: str, columns: list[str], whole: Mapping[str, str], last: Mapping[str, str]
) -> str | None:
    if wanted in columns:
        return wanted
    for table in (whole, last):
        for form in sorted(spellings(wanted)):
            if form in table:
                return table[form]
    return None


def is_expression(text: str) -> bool:
    """Whether a name in ``fields`` is a ``'constant'`` or a ``{COLUMN}`` template."""
    return bool(_parts(text)) or (len(text) > 1 and text[0] == text[-1] == "'")


def _parts(text: str) -> list[str]:
    return re.findall(r"\{([^{}]+)\}", text)


def column_values(frame: pd.DataFrame, expression: str) -> pd.Series:
    """A column, a constant or a template of columns, as text where it is not a plain column."""
    if expression in frame.columns:
        return frame[expression]
    parts = _parts(expression)
    if not parts:
        return pd.Series(expression[1:-1], index=frame.index)
    result = pd.Series("", index=frame.index, dtype=object)
    position = 0
    for found in re.finditer(r"\{([^{}]+)\}", expression):
        piece = as_text(frame[found.group(1)])
        result = result + expression[position : found.start()] + piece
        position = found.end()
    return result + expression[position:]


def as_text(series: pd.Series) -> pd.Series:
    """Values as text: ``1110.0`` is ``1110``, blank is missing.

    Examples
    --------
    >>> as_text(pd.Series([1110.0, None])).tolist()
    ['1110', nan]
    """
    if pd.api.types.is_bool_dtype(series.dtype):
        text = series.map({True: "true", False: "false"})
    elif pd.api.types.is_integer_dtype(series.dtype) or isinstance(series.dtype, pd.StringDtype):
        text = series
    elif pd.api.types.is_float_dtype(series.dtype):
        text = series.map(_number_text, na_action="ignore")
    else:
        text = series.map(_object_text, na_action="ignore")
    text = text.astype("str").str.strip()
    return text.mask(text.isin(["", "None"]))


def _number_text(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def _object_text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _number_text(value)
    if isinstance(value, list | dict | np.ndarray):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


@cache
def known_values(layer: str, field: str) -> Mapping[str, str]:
    """Published and Norwegian values of a coded field → ours (``codes/known_values.csv``)."""
    rows = files("boligplan_geo").joinpath("codes/known_values.csv").read_text("utf-8").splitlines()
    table: dict[str, str] = {}
    for line in rows[1:]:
        row_layer, row_field, ours, theirs = line.split(",")
        if row_layer == layer and row_field == field:
            table[plain(ours)] = ours
            table.update({form: ours for word in theirs.split("|") for form in spellings(word)})
    return table


def brought_to_kind(
    layer: str,
    frame: pd.DataFrame,
    matched: Mapping[str, str],
    values: Mapping[str, Mapping[str, object]],
    ids: pd.Series,
    findings: Findings,
) -> pd.DataFrame:
    """Our fields, each of its kind; null where the source has no such column.

    Parameters
    ----------
    ids : Series of text
        Names of the rows in messages.
    """
    result = {}
    for name, row in layer_fields(layer).items():
        if name not in matched:
            result[name] = _empty(row["kind"], frame.index)
            continue
        series = column_values(frame, matched[name])
        if name in values:
            text = as_text(series)
            table = {str(k): str(v) for k, v in values[name].items()}
            series = text.map(lambda v, t=table: t.get(v, v), na_action="ignore")
        if row["kind"] == "code":
            series = _coded(layer, name, as_text(series), ids, findings)
        elif row["kind"] == "integer" and (listed := known_values(layer, name)):
            series, was_text = codes(as_text(series), listed)
            if was_text.any():
                findings.note("coded_text", layer, ids[was_text], column=name)
        converted, bad = to_kind(series, row["kind"])
        if bad.any():
            shown = [] if is_confidential(layer) else as_text(series)[bad].unique()[:3]
            found = ", ".join(map(repr, shown)) or "other values"
            findings.problem(
                layer,
                f"{row['kind']} expected, found {found}",
                f"mend the source, or map them with values = {{{name} = {{…}}}}",
                column=f"{name} ← {matched[name]}",
                ids=ids[bad],
            )
        result[name] = converted
    return pd.DataFrame(result, index=frame.index)


def _coded(layer: str, name: str, text: pd.Series, ids: pd.Series, findings: Findings) -> pd.Series:
    known = known_values(layer, name)
    if not known:
        return text
    ours = text.map({value: known.get(plain(value)) for value in text.dropna().unique()})
    unknown = text.notna() & ours.isna()
    # the services list is open: any other word is a kind of its own
    if unknown.any() and name != "service_kind_code":
        for value, rows in text[unknown].groupby(text[unknown]):
            findings.note("unknown_code", layer, ids[rows.index], value=value, column=name)
    return ours.where(ours.notna(), text)


def _empty(kind: str, index: pd.Index) -> pd.Series:
    if kind in ("integer", "number"):
        return pd.Series(np.nan, index=index)
    if kind == "date":
        return pd.Series(pd.NaT, index=index, dtype="datetime64[us]")
    if kind == "boolean":
        return pd.Series([None] * len(index), index=index, dtype=object)
    return pd.Series(np.nan, index=index, dtype=object).astype("str")


def to_kind(series: pd.Series, kind: str) -> tuple[pd.Series, pd.Series]:
    """Values of a kind, and which rows could not be brought to it.

    Examples
    --------
    >>> values, bad = to_kind(pd.Series(["1,5", "mye", ""]), "number")
    >>> values.tolist(), bad.tolist()
    ([1.5, nan, nan], [False, True, False])
    """
    if kind in ("text", "code"):
        return as_text(series), pd.Series(False, index=series.index)
    if kind in ("number", "integer") and pd.api.types.is_numeric_dtype(series.dtype):
        return _finite(series.astype(float), series.notna(), kind)
    text = as_text(series)
    if kind == "boolean":
        folded = text.str.casefold()
        # None rather than NaN, which counts as true
        result = pd.Series([None] * len(series), index=series.index, dtype=object)
        result[folded.isin(_TRUE).fillna(False)] = True
        result[folded.isin(_FALSE).fillna(False)] = False
        bad = text.notna() & result.isna()
        return (result.astype(bool) if result.notna().all() else result), bad
    if kind == "date":
        dates = _dates(text)
        return dates, text.notna() & dates.isna()
    numbers = pd.to_numeric(text.str.replace(",", ".", regex=False), errors="coerce")
    # a probability 1/1000 is a return period of 1000 years (NVE writes both)
    fraction = text.str.extract(r"^1\s*/\s*(\d+)$", expand=False)
    numbers = numbers.where(fraction.isna(), pd.to_numeric(fraction)).astype(float)
    return _finite(numbers, text.notna(), kind)


def _finite(numbers: pd.Series, is_given: pd.Series, kind: str) -> tuple[pd.Series, pd.Series]:
    """Numbers, and which of the given values are none; whole ones without gaps are integers."""
    bad = is_given & ~np.isfinite(numbers)
    if kind == "integer":
        bad |= numbers.notna() & (numbers % 1 != 0)
        if numbers.notna().all() and not bad.any():
            return numbers.astype("int64"), bad
    return numbers.mask(bad), bad


def _dates(text: pd.Series) -> pd.Series:
    """Dates from ISO text (also with Z or an offset), 20240131 and 31.01.2024.

    A time with Z or an offset is a moment: the day is Norway's, so that midnight in Oslo, written
    as 22:00 or 23:00 of the day before, is the day that was meant.
    """
    day = text.str.extract(r"^(\d{4}-\d{2}-\d{2})", expand=False)
    is_moment = text.str.fullmatch(_MOMENT).fillna(False).astype(bool)
    if is_moment.any():
        moments = pd.to_datetime(text[is_moment], format="ISO8601", utc=True, errors="coerce")
        day[is_moment] = moments.dt.tz_convert("Europe/Oslo").dt.strftime("%Y-%m-%d")
    compact = text.str.extract(r"^(\d{4})(\d{2})(\d{2})$")
    written = text.str.extract(r"^(\d{1,2})\.(\d{1,2})\.(\d{4})")
    day = day.fillna(compact[0] + "-" + compact[1] + "-" + compact[2])
    day = day.fillna(written[2] + "-" + written[1].str.zfill(2) + "-" + written[0].str.zfill(2))
    return pd.to_datetime(day, format="%Y-%m-%d", errors="coerce").astype("datetime64[us]")
