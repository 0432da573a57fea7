"""What each kind of zone does to land: a table one may argue with, by default ``codes/zones.csv``.

A planner's own table needs only the rows that differ; each replaces the default row of the same
layer, group and code, or adds one.
"""

from __future__ import annotations

import csv
import difflib
import os
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import pandas as pd

from boligplan_geo.errors import InputError, Problem, texts

#: What a zone can do. ``hard`` takes land; ``hard_s3`` takes it from buildings of more than ten
#: homes (TEK17 § 7-3) and flags it for others; ``hard_unless_deviation`` takes it, but flags it
#: where the plan departs from the noise limit (T-1442); ``soft`` flags it; ``height_cap`` limits
#: the absolute height of buildings; ``phasing`` and ``signal`` are read elsewhere; ``none``.
TREATMENTS = (
    "hard",
    "hard_s3",
    "hard_unless_deviation",
    "soft",
    "height_cap",
    "phasing",
    "signal",
    "none",
)

KEYS = ["layer", "group_code", "zone_code"]
_REQUIRED = ("layer", "zone_code", "treatment")
_LAYER = "zone_treatment"
_REASONS = {
    "hard": "zone_hard",
    "hard_s3": "hazard_depends_on_homes",
    "hard_unless_deviation": "noise_red",
    "soft": "zone_soft",
    "height_cap": "height_cap",
}


@cache
def treatments() -> pd.DataFrame:
    """The default treatment of zones (``codes/zones.csv``).

    Returns
    -------
    DataFrame
        ``layer group_code zone_code told treatment treatment_reason nb en source``, all text.
        ``*`` stands for every group or code that has no row of its own. A row with `told` is
        for plan zones whose name or description holds one of its words (parted by ``|``), under
        the code before the underscore.
    """
    source = files("boligplan_geo").joinpath("codes/zones.csv").read_text("utf-8")
    return pd.DataFrame(list(csv.DictReader(source.splitlines())))


def read_treatments(path: str | os.PathLike[str]) -> pd.DataFrame:
    """Read a planner's own table (CSV in UTF-8, comma or semicolon) over the default one.

    Raises
    ------
    InputError
        Where it cannot be read, and once with every fault of `merged`.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp(), "zones.csv")
    >>> _ = path.write_text("layer,zone_code,treatment\\nhazard_zones,quick_clay,hard\\n")
    >>> table = read_treatments(path)
    >>> table.loc[table.zone_code == "quick_clay", "treatment"].tolist()
    ['hard']
    """
    file = Path(path)
    try:
        text = file.read_text("utf-8-sig")
    except OSError as error:
        remedy = "give the path of a CSV, relative to the config"
        raise InputError([Problem(_LAYER, f"cannot open {file.name}", remedy)]) from error
    except UnicodeDecodeError as error:
        problem = Problem(_LAYER, f"{file.name} is not text in UTF-8", "save it as UTF-8")
        raise InputError([problem]) from error
    head = text.partition("\n")[0]
    rows = csv.reader(text.splitlines(), delimiter=";" if ";" in head else ",")
    names, *values = [[cell.strip() for cell in row] for row in rows if any(row)] or [[]]
    uneven = [" ".join(row) for row in values if len(row) != len(names)]
    if uneven:
        remedy = "quote texts that hold a comma"
        problem = Problem(_LAYER, "rows with too many or too few columns", remedy, ids=uneven)
        raise InputError([problem])
    return merged(pd.DataFrame(values, columns=names, dtype=object))


def merged(own: pd.DataFrame) -> pd.DataFrame:
    """Put a planner's rows over the default ones.

    Parameters
    ----------
    own : DataFrame
        ``layer``, ``zone_code`` and ``treatment`` at least; ``group_code`` is ``*`` and
        ``treatment_reason`` (``codes/reasons.csv``) follows from the treatment where not given.

    Returns
    -------
    DataFrame
        As `treatments`, own rows first.

    Raises
    ------
    InputError
        Once, with every unknown name, value and repeated row.

    Examples
    --------
    >>> merged(pd.DataFrame({"layer": ["noise"], "zone_code": ["red"], "treatment": ["hrad"]}))
    Traceback (most recent call last):
    boligplan_geo.errors.InputError: 1 problem in the input:
      1. [zone_treatment.treatment] unknown value (1 rows: hrad). Remedy: did you mean hard?
    """
    problems = list(_problems(own))
    if problems:
        raise InputError(problems)
    default = treatments()
    own = _as_text(own.reindex(columns=default.columns)).reset_index(drop=True)
    own["group_code"] = own["group_code"].replace("", "*")
    # a row that gives no group of its own is about every group of that code
    known = default[["layer", "zone_code", "group_code"]].drop_duplicates(["layer", "zone_code"])
    groups = own[["layer", "zone_code"]].merge(known, how="left")["group_code"].to_numpy()
    is_open = (own["group_code"] == "*") & (own["zone_code"] != "*")
    own["group_code"] = own["group_code"].where(~is_open, pd.Series(groups).fillna("*"))
    unsaid = own["treatment_reason"] == ""
    own.loc[unsaid, "treatment_reason"] = own["treatment"].map(_REASONS).fillna("")
    before = own[KEYS].merge(default, how="left", on=KEYS)
    for name in ("told", "nb", "en", "source"):
        given = own[name].where(own[name] != "", before[name].fillna(""))
        own[name] = given.where((given != "") | (name == "told"), own["zone_code"])
    return pd.concat([own, default]).drop_duplicates(KEYS).reset_index(drop=True)


def _problems(own: pd.DataFrame) -> Iterator[Problem]:
    """Everything that is wrong with a planner's table."""
    known = treatments()
    missing = [name for name in _REQUIRED if name not in own.columns]
    if missing:
        yield Problem(_LAYER, f"no column {', '.join(missing)}", f"give {', '.join(_REQUIRED)}")
        return
    for name in own.columns.difference(known.columns):
        remedy = _nearest(str(name), known.columns)
        yield Problem(_LAYER, "unknown column", remedy, column=str(name))
    allowed: dict[str, Iterable[str]] = {
        "layer": known["layer"].unique(),
        "group_code": {*known["group_code"], ""},
        "treatment": TREATMENTS,
        "treatment_reason": {*texts("reasons"), ""},
    }
    for name, values in allowed.items():
        if name in own.columns:
            given = _as_text(own)[name]
            odd = list(given[~given.isin(list(values))].unique())
            if odd:
                remedy = _nearest(odd[0], values)
                yield Problem(_LAYER, "unknown value", remedy, column=name, ids=odd)
    if _as_text(own)["zone_code"].eq("").any():
        remedy = "give a code, or * for all others"
        yield Problem(_LAYER, "rows without a code", remedy, column="zone_code")
    keys = _as_text(own.reindex(columns=KEYS)).replace({"group_code": {"*": ""}})
    twice = keys[keys.duplicated()]
    if len(twice):
        ids = [" ".join(filter(None, row)) for row in twice.to_numpy().tolist()]
        yield Problem(_LAYER, "rows that say the same zone twice", "leave one of them", ids=ids)


def _as_text(table: pd.DataFrame) -> pd.DataFrame:
    """All cells as text, missing ones empty."""
    return table.astype(object).where(table.notna(), "").astype(str)


def _nearest(word: str, known: Iterable[str]) -> str:
    names = sorted(str(name) for name in known if str(name))
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.5)
    return f"did you mean {close[0]}?" if close else f"known are {', '.join(names)}"
