"""Check a result folder against the contract, with code of its own.

Reads only what was exported and shares nothing with what made it; the rules stand in
`verify_rules`. What is taken on trust is said.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
import pyogrio

from boligplan_geo.errors import InputError, Problem
from boligplan_geo.verify.rules import RULES
from boligplan_geo.verify.tables import KEYS

_FILES = ("analysis.gpkg", "map.html", "sites.xlsx", "report.html", "report.pdf", "manifest.json")

#: What this version takes on trust.
NOT_RECHECKED = (
    "placements (witnesses): none in this version",
    "which plan governs each part, and whether a figure is read rightly from its clause",
    "permitted BYA, BRA and plan homes: the formulas are not run again",
    "homes gained by a step: whole and never below none; the formulas are not run again",
    "how a field's budget is shared among its plots: the sums are checked, not each share",
    "land under zones: the loss table is summed, its geometry is not cut again",
    "standing BRA, homes and open parking: the registers are not in the folder",
    "walking minutes and terrain: network and terrain are not in the folder",
    "merit of a figure: points are summed, the curves are not run again",
    "intervals of the municipality's totals: not calculated in this version",
    "map, sheets and reports: present, their figures are not read back",
)


@dataclass
class Violations:
    """What a result violates; empty (false) where all that was checked holds.

    Iterating gives one text a violation, each starting with the rule's name.
    """

    found: list[str] = field(default_factory=list)
    checked: list[str] = field(default_factory=list)
    not_rechecked: tuple[str, ...] = NOT_RECHECKED

    def __bool__(self) -> bool:
        return bool(self.found)

    def __len__(self) -> int:
        return len(self.found)

    def __iter__(self) -> Iterator[str]:
        return iter(self.found)

    def __str__(self) -> str:
        head = (
            f"{len(self.found)} violation{'' if len(self.found) == 1 else 's'}:"
            if self.found
            else "All that was checked holds."
        )
        lines = [head, *(f"  ✗ {text}" for text in self.found), "Checked:"]
        lines += [f"  ✓ {rule}" for rule in self.checked if not self._broken(rule)]
        lines += ["Not rechecked:", *(f"  – {text}" for text in self.not_rechecked)]
        return "\n".join(lines)

    def _broken(self, rule: str) -> bool:
        return any(text.startswith(f"{rule}:") for text in self.found)


def verify(directory: str | os.PathLike[str], *, rules: Iterable[str] = tuple(RULES)) -> Violations:
    """Check an exported folder against everything that must hold and can be checked now.

    Parameters
    ----------
    directory : path
    rules : iterable of str
        Names of the rules to check; all of them by default.

    Returns
    -------
    Violations
        Empty where all holds; printing it also says what was not rechecked.

    Raises
    ------
    InputError
        Where the folder or a layer cannot be read at all.
    """
    folder = Path(directory)
    manifest = _manifest(folder)
    tables = _Exported(folder)
    result = Violations()
    result.found += [f"files: {name} is missing" for name in _FILES if not (folder / name).exists()]
    result.checked.append("files")
    for rule in rules:
        result.found += [f"{rule}: {text}" for text in RULES[rule](tables, manifest)]
        result.checked.append(rule)
    return result


class _Exported(Mapping[str, pd.DataFrame]):
    """The layers of a folder, each read when a rule first asks for it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.known: dict[str, pd.DataFrame] = {}

    def __getitem__(self, layer: str) -> pd.DataFrame:
        if layer not in KEYS:
            raise KeyError(layer)
        if layer not in self.known:
            self.known[layer] = _read(self.folder, layer)
        return self.known[layer]

    def __iter__(self) -> Iterator[str]:
        return iter(KEYS)

    def __len__(self) -> int:
        return len(KEYS)


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        return dict(json.loads((folder / "manifest.json").read_text("utf-8")))
    except (OSError, ValueError) as error:
        remedy = "give a folder that `boligplan run` wrote"
        raise InputError([Problem("result", f"manifest.json: {error}", remedy)]) from None


def _read(folder: Path, layer: str) -> pd.DataFrame:
    try:
        return pyogrio.read_dataframe(folder / "analysis.gpkg", layer=layer, use_arrow=True)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        problem = Problem("result", f"analysis.gpkg, {layer}: {error}", "write the result again")
        raise InputError([problem]) from None
