"""Formulas for people: in words, and with enough digits that the result follows from them.

An equation is a line that begins with ``=``: the expression that ran with this plot's numbers,
and what it gave. Its numbers are rounded only as far as the same result still follows from them,
so whoever has the page can compute it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from boligplan_geo.columns import column
from boligplan_geo.rules import formulas
from boligplan_geo.words import phrase

INDENT = "  "
_SYMBOLS = {" * ": " × ", " - ": " − ", " >= ": " ≥ ", " <= ": " ≤ "}
_WORDS = {" if ": "word_if", " else ": "word_else", " and ": "word_and", " or ": "word_or"}
#: Figures that are null where nothing limits.
_LIMITS = ("bra_given_", "bya_", "plan_housing_bya_", "plan_homes_cap_", "potential_by_cap_",
           "potential_by_quiet_")  # fmt: skip
#: Decimals of numbers from 1 up, and digits that count of smaller ones, in the order tried.
_DIGITS = ((2, 4), (4, 6), (7, 9), (12, 15))


def equation(formula: str, values: Mapping[str, Any], language: str = "nb") -> str:
    """A formula with numbers and its result, as people write it.

    Parameters
    ----------
    formula : str
        The text that ran.
    values : mapping of name to number
        What it reads; NaN is said to be unknown.
    language : {"nb", "en"}

    Examples
    --------
    >>> equation("min(bra / (storeys * share), 3)", {"bra": 82.353, "storeys": 4, "share": 0.9})
    '= minste av (82,35 / (4 × 0,9); 3) = 3'
    >>> equation("floor(land / least)", {"land": 1199.9996, "least": 600.0}, "en")
    '= rounded down (1199.9996 / 600) = 1'
    """
    given = {name: float(values[name]) for name in formulas.names(formula)}
    result = _spelled(float(formulas.evaluate(formula, given)), *_DIGITS[0])
    for decimals, digits in _DIGITS:
        text = {name: _spelled(value, decimals, digits) for name, value in given.items()}
        shown = {name: float(said) if said else np.nan for name, said in text.items()}
        if _spelled(float(formulas.evaluate(formula, shown)), *_DIGITS[0]) == result:
            break
    said = {name: _bracketed(written) or _absent(name, language) for name, written in text.items()}
    line = re.sub(r"[a-z]\w*", lambda m: said.get(m[0], m[0]), formula)
    return "= " + aloud(f"{line} = {result or phrase('unknown', language)}", language)


def _absent(name: str, language: str) -> str:
    """What is not there: a limit that no plan sets, or a figure that nobody knows."""
    is_limit = name.startswith(_LIMITS)
    return phrase("no_limit" if is_limit else "unknown", language)


def _spelled(value: float, decimals: int, digits: int) -> str:
    """A number without exponent or needless zeros; empty where unknown."""
    if np.isnan(value):
        return ""
    if abs(value) >= 1:
        rounded = round(value, decimals)
    else:
        rounded = float(f"{value:.{digits}g}")
        rounded = round(rounded, 12)
    return np.format_float_positional(rounded + 0.0, trim="-")


def _bracketed(written: str) -> str:
    return f"({written})" if written.startswith("-") else written


def steps(
    name: str,
    formula: str,
    values: Mapping[str, Any],
    language: str,
    *,
    label: str = "",
    meaning: str = "",
) -> Iterator[str]:
    """One derived figure: its label, what it means, the formula in words, with numbers, as run.

    Parameters
    ----------
    name : str
        Column; its label and meaning are the vocabulary's unless given.
    formula, values, language
        As for `equation`.
    """
    entry = None if label else column(name)
    yield f"{label or (entry.label(language) if entry else name)} ({name})"
    said = meaning or (entry.meaning(language) if entry else "")
    if said:
        yield INDENT + said
    yield f"{INDENT}= {in_words(formula, language)}"
    yield INDENT + equation(formula, values, language)
    yield INDENT + phrase("formula_run", language, formula=formula)


def in_words(formula: str, language: str = "nb") -> str:
    """A formula with the vocabulary's labels instead of column names.

    Examples
    --------
    >>> in_words("max(0, plan_housing_bra_mid_m2 - built_bra_m2)")
    'største av (0; «Tillatt BRA for bolig» − «Eksisterende BRA»)'
    """
    marks = "“{}”" if language == "en" else "«{}»"
    labels = {n: marks.format(label(n, language)) for n in formulas.names(formula)}
    # labels go in last: what they hold is text, not operators
    spoken = aloud(formula, language)
    return re.sub(r"[a-z]\w*", lambda m: labels.get(m[0], m[0]), spoken)


def label(name: str, language: str) -> str:
    """What a formula's name is called: a column's label, or that of what only a part has."""
    try:
        entry = column(name)
    except KeyError:
        return phrase(f"name_{name}", language)
    return entry.en if language == "en" else entry.nb


def aloud(expression: str, language: str = "nb") -> str:
    """An expression as people write it: function words, signs, decimal mark.

    Examples
    --------
    >>> aloud("min(82.35 / (4 * 0.9), 3)"), aloud("floor(2.5) = 2", "en")
    ('minste av (82,35 / (4 × 0,9); 3)', 'rounded down (2.5) = 2')
    >>> aloud("a / (b if b >= 1 else 0)")
    'a / (b hvis b ≥ 1 ellers 0)'
    """
    if language == "nb":  # the comma is the decimal mark, so arguments are parted by semicolons
        expression = re.sub(r"(?<=\d)\.(?=\d)", ",", expression.replace(", ", "; "))
    for written, read in _SYMBOLS.items():
        expression = expression.replace(written, read)
    expression = re.sub(r"(?<![\w)])-(?=\d)", "−", expression)
    for written, key in _WORDS.items():
        expression = expression.replace(written, f" {phrase(key, language)} ")
    said = {name: phrase(f"function_{name}", language) for name in formulas.FUNCTIONS}
    return re.sub(r"\b([a-z_]+)\(", lambda m: f"{said.get(m[1], m[1])} (", expression)
