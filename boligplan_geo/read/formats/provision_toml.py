"""Provisions as TOML: a clause with its text once, and its figures in a list."""

from __future__ import annotations

import tomllib
from typing import Any

import pandas as pd


def provision_table(data: bytes) -> pd.DataFrame:
    """A row a figure from ``[[clauses]]``, each with its list of ``parameters``.

    What stands at the top of the file holds for every clause, and what stands with a clause for
    every figure of it, unless they say otherwise themselves.

    Parameters
    ----------
    data : bytes
        TOML in UTF-8; names as in a CSV of provisions (``codes/fields.csv``).

    Returns
    -------
    DataFrame
        Values as written; NaN where a figure does not say.

    Raises
    ------
    ValueError
        Where it is not TOML, or not laid out so.

    Examples
    --------
    >>> provision_table('''
    ... plan_id = "R1"
    ... [[clauses]]
    ... clause_id = "§ 4.1"
    ... text = "Inntil fire etasjer og 40 % BYA."
    ... parameters = [
    ...   {parameter = "storeys_max", max = 4},
    ...   {parameter = "utilisation_16", max = 40, unit = "%"},
    ... ]
    ... '''.encode())[["plan_id", "clause_id", "parameter", "max"]].values.tolist()
    [['R1', '§ 4.1', 'storeys_max', 4], ['R1', '§ 4.1', 'utilisation_16', 40]]
    """
    document = tomllib.loads(data.decode("utf-8-sig"))
    clauses = document.pop("clauses", None)
    if not isinstance(clauses, list) or not clauses:
        raise ValueError("provisions in TOML need [[clauses]], each with its parameters")
    _only_values(document, "at the top")
    rows = []
    for number, clause in enumerate(clauses, start=1):
        where = f"clause {number} ({clause.get('clause_id') or clause.get('paragraf') or '–'})"
        figures = clause.pop("parameters", None)
        if not isinstance(figures, list) or not all(isinstance(f, dict) for f in figures):
            raise ValueError(f"{where} needs parameters = [{{parameter = …, max = …}}, …]")
        for row in figures:
            rows.append({**document, **_only_values(clause, where), **_only_values(row, where)})
    return pd.DataFrame(rows)


def _only_values(table: dict[str, Any], where: str) -> dict[str, Any]:
    """The same, where it holds no tables or lists: these would be lost in silence."""
    nested = [name for name, value in table.items() if isinstance(value, dict | list)]
    if nested:
        raise ValueError(f"{where}: {', '.join(nested)} must be a text, number or date")
    return table
