"""The repeated ``utnytting`` of plan areas, in every shape that sources give it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from itertools import zip_longest

import numpy as np
import pandas as pd

from boligplan_geo.errors import texts
from boligplan_geo.read.findings import Findings
from boligplan_geo.read.matching import as_text, match_fields
from boligplan_geo.read.names import last_name, plain

#: ``utnytting`` of GML, databases and SOSI files, whole: with its type and figures inside.
_UTILISATIONS = ("utnytting", "rputnytting", "kputnytting", "utnytt")
_UTILISATION_KEYS = (
    ("utnyttingstype", "utntyp"),
    ("utnyttingstall", "utntall"),
    ("utnyttingstallminimum", "utntallmin"),
)
#: A figure whose type the source does not say: what it limits is unknown, and that it limits.
NO_TYPE = 0


def utilisation(
    table: pd.DataFrame, area_id: pd.Series, findings: Findings | None = None
) -> pd.DataFrame:
    """The repeated ``utnytting`` of plan areas, a row each.

    Parameters
    ----------
    table : DataFrame
        The source's own columns: ``utnytting`` as dict, list of dicts or their JSON text, or
        ``utnyttingstype``, ``utnyttingstall`` … as scalars or lists.
    area_id : Series, same index
    findings : Findings, optional
        Takes a note where a figure has no type, where a type that permits nothing has a figure,
        and where types stand as text.

    Returns
    -------
    DataFrame
        ``area_id``, ``utilisation_type_code`` (int; 0 where a figure has no type: it is kept, so
        that what may be built there is not taken for unlimited), ``utilisation_value``,
        ``utilisation_value_min``: NaN where absent, and where the source says 0, which means
        not set. Figures stand as recorded: 0.30 for 30 % is read so by the rules, with a note.

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
    for series in [c for c in [*columns, table[whole] if whole else None] if c is not None]:
        present |= as_text(series).notna()
    for position in np.flatnonzero(present.to_numpy()):
        parts = _parts(table[whole].iloc[position]) if whole else []
        if not parts:
            cells = [_cells(c.iloc[position]) if c is not None else [] for c in columns]
            parts = _aligned(*cells)
        rows += [(area_id.iloc[position], *part) for part in parts]
    found = pd.DataFrame(rows, columns=["area_id", *names])
    return _settled(found, names, findings or Findings())


def _settled(rows: pd.DataFrame, names: tuple[str, str, str], findings: Findings) -> pd.DataFrame:
    """Numbers of the rows that say anything, with notes of what was doubtful."""
    kind, most, least = names
    type_text = as_text(rows[kind])
    is_named = type_text.notna() & pd.to_numeric(type_text, errors="coerce").isna()
    known = type_text[is_named].map(lambda text: type_codes().get(_folded(text), text))
    rows = rows.assign(**{kind: type_text.where(~is_named, known)})
    for name in names:
        numbers = pd.to_numeric(as_text(rows[name]).str.replace(",", "."), errors="coerce")
        rows[name] = numbers.astype(float)
    rows[[most, least]] = rows[[most, least]].where(lambda v: v != 0)
    has_figure = rows[[most, least]].notna().any(axis=1)
    is_closed = rows[kind].isin([10, 11])
    for code, doubtful in (
        ("coded_text", is_named),
        ("utilisation_without_type", rows[kind].isna() & has_figure),
        ("utilisation_figure_unexpected", is_closed & has_figure),
    ):
        if doubtful.any():
            ids = rows["area_id"][doubtful].drop_duplicates()
            findings.note(code, "plan_areas", ids, column=kind)
    rows.loc[is_closed, [most, least]] = np.nan
    rows = rows[rows[kind].notna() | has_figure]
    return rows.fillna({kind: NO_TYPE}).astype({kind: "int64"}).reset_index(drop=True)


@cache
def type_codes() -> Mapping[str, int]:
    """Types of utilisation by their published names, which exports of databases may hold.

    Examples
    --------
    >>> type_codes()["%-bya"], type_codes()["bya"]
    (16, 15)
    """
    prefix = "utilisation_"
    labels = {code: row["nb"] for code, row in texts("parameters").items()}
    found = {c.removeprefix(prefix): nb for c, nb in labels.items() if c.startswith(prefix)}
    return {_folded(n): int(c) for c, nb in found.items() if c.isdigit() for n in nb.split("/")}


def _folded(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()


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
    if not types:
        return [(None, *pair) for pair in zip_longest(figures, least)]
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
