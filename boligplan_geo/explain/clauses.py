"""What plans say, figure by figure: the value, the clause and its text, and why it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd

from boligplan_geo.errors import reason_text, texts
from boligplan_geo.explain.equations import INDENT
from boligplan_geo.result import Analysis
from boligplan_geo.words import clause, missing, phrase, plain, value

#: A clause is quoted up to so many characters.
QUOTED_LENGTH = 160
#: Why a figure holds where its plan governs the part: said once, of the part.
_PLAIN = ("only_plan", "newer_plan")
_SAYS = ("parameter_code", "value_min", "value_max", "basis_code", "source_code", "plan_id",
         "clause_id", "zone_name", "reading_code", "why_code", "parameter_reason")  # fmt: skip


def parameters(run: Analysis, plot_id: str, language: str) -> Iterator[str]:
    """Figures of a plot's parts: first those by the newer plan, then the reading of zone 910."""
    parts = run.plan_parts.index[run.plan_parts["plot_id"].eq(plot_id).to_numpy(bool)]
    table = run.plan_parameters
    own = table[table["part_id"].isin(parts).to_numpy(bool)]
    if own.empty:
        yield phrase("no_parameters", language)
    records = own.reindex(columns=list(_SAYS)).astype(object).drop_duplicates().to_dict("records")
    is_910 = [record["reading_code"] == "zone_910" for record in records]
    by_newer = [r for r, other in zip(records, is_910, strict=True) if not other]
    governs = run.plan_parts.loc[parts, "governs_reason"].dropna()
    told = {*_PLAIN, *governs.astype(str)}
    same = {_key(record) for record in by_newer}
    for record in by_newer:
        yield from _figure(run, record, told, language)
    others = [r for r, other in zip(records, is_910, strict=True) if other and _key(r) not in same]
    if others:
        yield phrase("parameters_910", language)
    for record in others:
        yield from (INDENT + line for line in _figure(run, record, told, language))


def _key(record: Mapping[str, Any]) -> tuple[str, ...]:
    """What a figure says, whatever the reading."""
    names = ("parameter_code", "value_min", "value_max", "plan_id", "clause_id", "zone_name")
    return tuple(str(record[name]) for name in names)


def _figure(run: Analysis, record: dict[str, Any], told: set[str], language: str) -> Iterator[str]:
    """One figure; `told` are the reasons that were said of the part already."""
    entry = texts("parameters").get(record["parameter_code"])
    plan = "" if missing(record["plan_id"]) else f", {record['plan_id']}"
    yield phrase(
        "parameter_line", language,
        label=entry[language] if entry else _unknown(str(record["parameter_code"]), language),
        value=given(record, entry, language),
        basis="" if missing(record["basis_code"])
        else f"{value('basis_code', record['basis_code'], language)}; ",
        source=value("source_code", record["source_code"], language) + plan,
        clause=_cited(record, language),
    )  # fmt: skip
    text = quoted(run, record)
    if text:
        yield INDENT + phrase("quote", language, text=text)
    if record["why_code"] not in told and not missing(record["why_code"]):
        yield INDENT + phrase("why", language, reason=reason_text(record["why_code"], language))
    if not missing(record["parameter_reason"]):
        doubt = reason_text(record["parameter_reason"], language)
        yield INDENT + phrase("doubt", language, reason=doubt)


def quoted(run: Analysis, record: Mapping[str, Any]) -> str:
    """Text of the clause that says a figure, shortened; empty where it was not delivered."""
    clauses = run.clauses
    if clauses.empty or missing(record["clause_id"]):
        return ""
    found = clauses[
        (
            clauses["plan_id"].eq(record["plan_id"]) & clauses["clause_id"].eq(record["clause_id"])
        ).to_numpy(bool)
    ]
    zone = record.get("zone_name")
    if "zone_name" in found:
        own = found["zone_name"].isna() if missing(zone) else found["zone_name"].eq(zone)
        found = found[own.to_numpy(bool)]
    if found.empty or missing(found.iloc[0]["text"]):
        return ""
    text, link = " ".join(str(found.iloc[0]["text"]).split()), found.iloc[0].get("link")
    short = text if len(text) <= QUOTED_LENGTH else text[:QUOTED_LENGTH].rstrip() + "…"
    return f"«{short}»" + ("" if missing(link) else f" {link}")


def _unknown(parameter_code: str, language: str) -> str:
    """What a parameter that no list has is called: an unknown type of utilisation, mostly."""
    head, _, number_text = parameter_code.rpartition("_")
    if head != "utilisation":
        return parameter_code
    return f"{reason_text('unknown_utilisation_type', language)} ({number_text})"


def _cited(record: Mapping[str, Any], language: str) -> str:
    """The clause, where the source does not say it already."""
    cited, source = record["clause_id"], record["source_code"]
    if missing(cited) or cited == value("source_code", source):
        return ""
    said = clause(cited, language)
    return f", {said.partition(': ')[2] if source == 'assumption' else said}"


def given(record: Mapping[str, Any], entry: dict[str, str] | None, language: str) -> str:
    """The value of a parameter; what can only hold or not is said in words."""
    code, most = record["parameter_code"], record["value_max"]
    flag = record["value_min"] if missing(most) else most
    said = f"{code}:{'' if missing(flag) else int(flag)}"
    if said in texts("value_texts"):
        return texts("value_texts")[said][language]
    return _range(record["value_min"], most, entry, language)


def _range(low: Any, high: Any, entry: dict[str, str] | None, language: str) -> str:
    unit = entry["unit"] if entry else ""
    if unit == "share":
        low, high, unit = _percent(low), _percent(high), "%"
    unit = {"m2": " m²", "%": " %", "m": " m"}.get(unit, "")
    ends = [("parameter_from", low), ("parameter_to", high)]
    said = [
        phrase(key, language, value=plain(end, language) + unit)
        for key, end in ends
        if not missing(end)
    ]
    return ", ".join(said) or phrase("none", language)


def _percent(share: Any) -> Any:
    return share if missing(share) else 100.0 * float(share)


def set_by(run: Analysis, plot_id: str, clause_id: object, subjects: tuple[str, ...]) -> Any:
    """The figure that a clause sets on a plot's largest part; None where it sets none there.

    Parameters
    ----------
    subjects : tuple of str
        Beginnings of parameters that are meant, where the clause sets several.
    """
    parts = run.plan_parts.index[run.plan_parts["plot_id"].eq(plot_id).to_numpy(bool)]
    table = run.plan_parameters
    found = table[(table["part_id"].isin(parts) & table["clause_id"].eq(clause_id)).to_numpy(bool)]
    if found.empty:
        return None
    meant = found["parameter_code"].astype(str).str.startswith(subjects).to_numpy(bool)
    is_other = found["reading_code"].eq("zone_910") if "reading_code" in found else False
    place = parts.get_indexer(pd.Index(found["part_id"]))
    order = np.lexsort((place, np.broadcast_to(is_other, len(found)), ~meant))
    return found.iloc[int(order[0])].reindex(list(_SAYS))
