"""The calculation of one plot step by step: what plans say in m², then the formulas that ran.

Each step has its label, its meaning in one line, the formula in the words of the vocabulary,
the same formula with the plot's numbers, and the text that ran.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import pandas as pd

from boligplan_geo.columns import column
from boligplan_geo.errors import reason_text, texts
from boligplan_geo.result import Analysis
from boligplan_geo.rules import formulas, utilisation
from boligplan_geo.words import clause, missing, number, phrase, value

_INDENT = "  "
_SYMBOLS = {" * ": " × ", " - ": " − ", "(-": "(−"}


def capacity_formulas() -> dict[str, str]:
    """Formulas of plan capacity, in the order they run."""
    if find_spec("boligplan_geo.potential.capacity") is None:
        return {}
    return dict(getattr(import_module("boligplan_geo.potential.capacity"), "FORMULAS", {}))


def calculation(row: pd.Series, expressions: Mapping[str, str], language: str) -> Iterator[str]:
    """The formulas that ran, with this plot's numbers, where the run kept what they read."""
    for name, formula in expressions.items():
        if not _concerns(row, name, formula):
            continue
        entry = column(name)
        yield f"{entry.label(language)} ({name})"
        yield _INDENT + entry.meaning(language)
        yield _INDENT + f"= {in_words(formula, language)}"
        yield _INDENT + f"= {aloud(formulas.shown(formula, row, language=language), language)}"
        yield _INDENT + phrase("formula_run", language, formula=formula)


def _concerns(row: pd.Series, name: str, formula: str) -> bool:
    """Whether a step has its numbers and says something of this plot."""
    if name not in row or not all(read in row for read in formulas.names(formula)):
        return False
    changes = row.get("plan_transform_m2") != 0.0  # unknown may matter, none does not
    houses = row.get("plan_housing_plot_m2") != 0.0
    if "transformation" in name:
        return bool(changes)
    return bool(houses or (changes and name in ("plan_usable_share", "plan_standing_homes_count")))


def in_words(formula: str, language: str = "nb") -> str:
    """A formula with the vocabulary's labels instead of column names.

    Examples
    --------
    >>> in_words("max(0, plan_housing_bra_mid_m2 - built_bra_m2)")
    'største av (0; «Tillatt BRA for bolig» − «Eksisterende BRA»)'
    """
    marks = "“{}”" if language == "en" else "«{}»"
    labels = {n: marks.format(_label(n, language)) for n in formulas.names(formula)}
    # labels go in last: what they hold is text, not operators
    spoken = aloud(formula, language)
    return re.sub(r"[a-z]\w*", lambda m: labels.get(m[0], m[0]), spoken)


def _label(name: str, language: str) -> str:
    try:
        entry = column(name)
    except KeyError:
        return name
    return entry.en if language == "en" else entry.nb


def aloud(expression: str, language: str = "nb") -> str:
    """An expression as people write it: function words, signs, decimal mark.

    Examples
    --------
    >>> aloud("min(82.35 / (4 * 0.9), 3)"), aloud("floor(2.5) = 2", "en")
    ('minste av (82,35 / (4 × 0,9); 3)', 'rounded down (2.5) = 2')
    """
    if language == "nb":  # the comma is the decimal mark, so arguments are parted by semicolons
        expression = re.sub(r"(?<=\d)\.(?=\d)", ",", expression.replace(", ", "; "))
    for written, read in _SYMBOLS.items():
        expression = expression.replace(written, read)
    said = {name: phrase(f"function_{name}", language) for name in formulas.FUNCTIONS}
    return re.sub(r"\b([a-z_]+)\(", lambda m: f"{said.get(m[1], m[1])} (", expression)


def limits(run: Analysis, plot_id: str) -> pd.DataFrame:
    """What plans say of utilisation on a plot's parts, in m² where it is given per plot.

    Returns
    -------
    DataFrame
        A row a limit under the newer plan: ``part_id``, ``parameter_code``, ``value_max``,
        ``quantity``, ``measure``, ``basis_code``, ``source_code``, ``clause_id``, ``area_m2``
        (of the part that counts as plot), ``low mid high`` as given and ``low_m2 mid_m2
        high_m2``; NaN where the figure is for a whole field or permits nothing more.

    Examples
    --------
    >>> from boligplan_geo import analyse
    >>> from boligplan_geo.sample.toy import toy_town
    >>> limits(analyse(toy_town()), "9999-1/1").columns[:2].tolist()
    ['part_id', 'parameter_code']
    """
    parts = run.plan_parts[(run.plan_parts["plot_id"] == plot_id).to_numpy(bool)]
    parts = parts[parts["counts_as_plot"].eq(True)] if "counts_as_plot" in parts else parts
    rows = run.plan_parameters
    rows = rows[rows["part_id"].isin(parts.index).to_numpy(bool)]
    if "reading_code" in rows:
        rows = rows[rows["reading_code"].eq("newer")]
    chosen = run.assumptions
    table = utilisation.permitted(
        rows,
        older_spread_share=chosen.older_measure_spread_share,
        gross_to_use_area_share=chosen.gross_to_use_area_share,
        half_road_share=chosen.u_grad_half_road_share,
    )
    is_assumed = table["source_code"].eq("assumption")  # these rows hold low and high
    table["low"] = table["low"].mask(is_assumed, table["value_min"])
    table["mid"] = table["mid"].mask(is_assumed, (table["value_min"] + table["value_max"]) / 2)
    table["area_m2"] = table["part_id"].map(parts["area_m2"]).astype(float)
    factor = (table["area_m2"] / 100.0).where(table["measure"].eq("percent"))
    factor = factor.mask(table["measure"].eq("m2") & table["basis_code"].eq("plot"), 1.0)
    for level in utilisation.LEVELS:
        table[f"{level}_m2"] = table[level] * factor
    return table


def permitted_steps(run: Analysis, plot_id: str, language: str) -> Iterator[str]:
    """From the plan's figure to m² of BYA and BRA, limit by limit."""
    table = limits(run, plot_id)
    # a figure of no known type limits nothing that can be told in m²: its reason stands apart
    table = table[table["mid"].notna() & table["quantity"].notna()]
    for limit in table.drop_duplicates(["part_id", "parameter_code", "clause_id", "mid"]).to_dict(
        "records"
    ):
        yield _limit(limit, language)
        if limit["quantity"] == "bya" and not missing(limit["mid_m2"]):
            yield from _floors(run, limit, language)
    several = table.groupby(["part_id", "quantity"])["mid"].nunique()
    for quantity in sorted(set(several[several > 1].index.get_level_values("quantity"))):
        yield phrase("step_strictest", language, quantity=quantity.upper())


def _limit(limit: Mapping[str, object], language: str) -> str:
    label = texts("parameters")[str(limit["parameter_code"])][language]
    is_converted = limit["measure"] == "percent" and limit["mid"] != limit["value_max"]
    if is_converted and limit["source_code"] != "assumption":  # older measures, such as U-grad
        label += f" {plain(limit['value_max'], language)}"
    said = {
        "label": label,
        "given": plain(limit["value_max"], language),
        "value": plain(limit["mid"], language),
        "area": number(limit["area_m2"], language),
        "quantity": str(limit["quantity"]).upper(),
        "clause": clause(limit["clause_id"], language),
    }
    if missing(limit["mid_m2"]):
        return phrase("step_field", language, **said)
    said["square_metres"] = number(limit["mid_m2"], language)
    if limit["measure"] != "percent":
        return phrase("step_plot", language, **said)
    low, high = float(str(limit["low_m2"])), float(str(limit["high_m2"]))
    line = phrase("step_percent", language, **said)
    if high - low < 0.5:
        return line
    return line + phrase(
        "step_interval", language, low=number(low, language), high=number(high, language)
    )


def _floors(run: Analysis, limit: Mapping[str, object], language: str) -> Iterator[str]:
    """BRA that the storeys permitted, or usual, give on the BYA of a limit."""
    rows = run.plan_parameters
    own = rows[
        (rows["part_id"].eq(limit["part_id"]) & rows["parameter_code"].eq("storeys_max")).to_numpy(
            bool
        )
    ]
    if "reading_code" in own:
        own = own[own["reading_code"].eq("newer")]
    storeys = own["value_max"].fillna(own["value_min"]).min()
    if missing(storeys):
        return
    share, built = run.assumptions.storey_bra_share, float(str(limit["mid_m2"]))
    yield _INDENT + phrase(
        "step_storeys", language, bya=number(built, language), storeys=plain(storeys, language),
        share=plain(share, language), bra=number(built * storeys * share, language),
    )  # fmt: skip


def _unknown(parameter_code: str, language: str) -> str:
    """What a parameter that no list has is called: an unknown type of utilisation, mostly."""
    head, _, number_text = parameter_code.rpartition("_")
    if head != "utilisation":
        return parameter_code
    return f"{reason_text('unknown_utilisation_type', language)} ({number_text})"


#: Reasons that a planner need not read at every figure.
_NOTHING_TO_DECIDE = ("only_plan", "newer_plan")


def parameters(run: Analysis, plot_id: str, language: str) -> Iterator[str]:
    """Recorded parameters of a plot's parts, each with its source and clause."""
    parts = run.plan_parts.index[(run.plan_parts["plot_id"] == plot_id).to_numpy(bool)]
    table = run.plan_parameters
    own = table[table["part_id"].isin(parts).to_numpy(bool)]
    if own.empty:
        yield phrase("no_parameters", language)
    known = texts("parameters")
    columns = ["parameter_code", "value_min", "value_max", "basis_code", "source_code", "clause_id"]
    columns += [name for name in ("reading_code", "why_code") if name in own]
    for record in own[columns].drop_duplicates().to_dict("records"):
        entry = known.get(record["parameter_code"])
        yield phrase(
            "parameter_line", language,
            label=entry[language] if entry else _unknown(str(record["parameter_code"]), language),
            value=_given(record, entry, language),
            basis=value("basis_code", record["basis_code"], language),
            source=value("source_code", record["source_code"], language),
            clause=_cited(record, language),
            reading=_held_by(record, language),
        )  # fmt: skip


def _held_by(record: dict[str, Any], language: str) -> str:
    """Reading of the law, and why the plan decides, where there was something to decide."""
    reading, why = record.get("reading_code"), record.get("why_code")
    said = []
    if not missing(reading) and reading != "newer":
        said.append(value("reading_code", reading, language))
    elif not missing(why) and why not in _NOTHING_TO_DECIDE:
        said.append(reason_text(why, language))
    return "".join(f"; {text}" for text in said)


def _cited(record: dict[str, Any], language: str) -> str:
    """The clause, where the source does not say it already."""
    cited, source = record["clause_id"], record["source_code"]
    if missing(cited) or source == "assumption" or cited == value("source_code", source):
        return ""
    return f", {clause(cited, language)}"


def _given(record: dict[str, Any], entry: dict[str, str] | None, language: str) -> str:
    """The value of a parameter; what can only hold or not is said in words."""
    code, most = record["parameter_code"], record["value_max"]
    flag = record["value_min"] if missing(most) else most
    said = f"{code}:{'' if missing(flag) else int(flag)}"
    if said in texts("value_texts"):
        return texts("value_texts")[said][language]
    return _range(record["value_min"], most, entry, language)


def _range(low: float, high: float, entry: dict[str, str] | None, language: str) -> str:
    unit = entry["unit"] if entry else ""
    if unit == "share":
        low, high, unit = 100.0 * low, 100.0 * high, "%"
    unit = {"m2": " m²", "%": " %", "m": " m"}.get(unit, "")
    ends = [("parameter_from", low), ("parameter_to", high)]
    said = [
        phrase(key, language, value=plain(end, language) + unit)
        for key, end in ends
        if not missing(end)
    ]
    return ", ".join(said) or phrase("none", language)


def plain(figure: object, language: str) -> str:
    """Whole where whole, else as many decimals as it has, two at most."""
    rounded = round(float(str(figure)), 2)
    decimals = next(d for d in (0, 1, 2) if d == 2 or round(rounded, d) == rounded)
    return number(rounded, language, decimals=decimals)
