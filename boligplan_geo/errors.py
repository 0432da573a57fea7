"""What goes wrong with input, said once and whole.

`InputError` gathers every problem before it is raised; `DataWarning` is for data that can
be used but should be looked at; a `Note` is a line in `Municipality.notes` and in the report.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import numpy as np
import pandas as pd

_ENGLISH_PERCENT = re.compile(r"\b(\d+)\.(\d+) ?%")
SHOWN_IDS = 5  # an error or note names the first five ids; the count says how many there are


@dataclass(frozen=True)
class Problem:
    """One fault in the input: where it is, how often, and what to do about it.

    Parameters
    ----------
    layer : str
        Name of the layer as in the config, or ``"config"``.
    message : str
        What is wrong, in English.
    remedy : str
        What the user can do.
    column : str
        Field concerned; empty where it is the whole layer.
    ids : sequence of str
        Ids of the rows concerned; only the first five are shown, all are counted.
    """

    layer: str
    message: str
    remedy: str
    column: str = ""
    ids: Sequence[str] = ()

    def __str__(self) -> str:
        where = f"{self.layer}.{self.column}" if self.column else self.layer
        shown = ", ".join(str(i) for i in self.ids[:SHOWN_IDS])
        rows = f" ({len(self.ids)} rows: {shown}{', …' if len(self.ids) > SHOWN_IDS else ''})"
        return f"[{where}] {self.message}{rows if self.ids else ''}. Remedy: {self.remedy}"


class InputError(ValueError):
    """Input that cannot be used; holds **all** problems found, raised once.

    Examples
    --------
    >>> print(InputError([Problem("plots", "no CRS", "give crs in the config")]))
    1 problem in the input:
      1. [plots] no CRS. Remedy: give crs in the config
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        head = f"{count} problem{'' if count == 1 else 's'} in the input:"
        lines = [f"  {i}. {p}" for i, p in enumerate(self.problems, start=1)]
        super().__init__("\n".join([head, *lines]))


class DataWarning(UserWarning):
    """Data that was used, but that someone should look at."""


@cache
def texts(table: str) -> dict[str, dict[str, str]]:
    """Rows of ``codes/<table>.csv`` by their first column (``reasons``, ``notes`` …).

    Examples
    --------
    >>> texts("reasons")["not_built_yet"]["en"]
    'not calculated in this version'
    """
    source = files("boligplan_geo").joinpath("codes", f"{table}.csv").read_text("utf-8")
    rows = list(csv.DictReader(source.splitlines()))
    key = next(iter(rows[0]))
    return {row[key]: row for row in rows}


@dataclass(frozen=True)
class Note:
    """Something that was repaired, assumed or left out while reading or analysing.

    `code` is a row of ``codes/notes.csv``, whose texts may use ``{layer}``, ``{count}``,
    ``{ids}`` and every key of `values`.

    Examples
    --------
    >>> note = Note("geometry_repaired", "plots", ("7", "9"), {"reason": "self-intersection"})
    >>> note.text("en")
    'plots: 2 geometries repaired (self-intersection): 7, 9'
    >>> Note("layer_missing", "noise").text()
    'støysoner (noise): ikke levert; det som bygger på laget, er ukjent'
    """

    code: str
    layer: str = ""
    ids: tuple[str, ...] = ()
    values: dict[str, object] = field(default_factory=dict, hash=False)

    def text(self, language: str = "nb") -> str:
        """Say the note in Norwegian bokmål (``nb``) or English (``en``)."""
        shown = ", ".join(self.ids[:SHOWN_IDS]) + (", …" if len(self.ids) > SHOWN_IDS else "")
        layer = layer_text(self.layer) if language == "nb" else self.layer
        given = {"layer": layer, "count": len(self.ids), "ids": shown, **self.values}
        if "reason" in given:  # a code of codes/reasons.csv is said in words; other text stays
            given["reason"] = reason_text(str(given["reason"]), language)
        said = texts("notes")[self.code][language].format(**given)
        # figures in values are written in English: 0.5% is 0,5 % in Norwegian
        return _ENGLISH_PERCENT.sub(r"\1,\2 %", said) if language == "nb" else said


def reason_where(condition: np.ndarray | pd.Series, code: str) -> np.ndarray:
    """Reason code where the condition holds, ``None`` elsewhere.

    Examples
    --------
    >>> reason_where(np.array([True, False]), "no_data").tolist()
    ['no_data', None]
    """
    reasons = np.full(len(condition), None, dtype=object)
    reasons[np.asarray(condition, dtype=bool)] = code
    return reasons


def layer_text(layer: str) -> str:
    """Name an input layer in Norwegian, with its name in the config.

    Examples
    --------
    >>> layer_text("plan_lines"), layer_text("else")
    ('juridiske linjer (plan_lines)', 'else')
    """
    row = texts("layers").get(layer)
    return f"{row['nb']} ({layer})" if row else layer


def reason_text(code: str | None, language: str = "nb") -> str:
    """Say a ``*_reason`` code (``codes/reasons.csv``); several codes are joined by ``;``.

    Examples
    --------
    >>> reason_text("layer_missing;unreachable", "en")
    'the layer it needs was not given; cannot be reached on foot on the network'
    """
    if not isinstance(code, str) or not code:
        return ""
    known = texts("reasons")
    return "; ".join(known[part][language] if part in known else part for part in code.split(";"))
