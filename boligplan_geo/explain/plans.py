"""Which plans lie over each part of a plot, which decides and why, and what stands against it."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from boligplan_geo.errors import reason_text
from boligplan_geo.explain.equations import INDENT
from boligplan_geo.result import Analysis
from boligplan_geo.rules.precedence import PROPOSED_STATUS
from boligplan_geo.rules.purposes import purposes
from boligplan_geo.words import day, holds, missing, number, phrase, value

#: What is said of a part where it holds.
_FLAGS = ("is_without_effect", "has_temporary_ban", "is_over_ten_years", "has_parking_below")


def plan_parts(run: Analysis, plot_id: str, language: str) -> Iterator[str]:
    """Each part: purpose, the plan that decides and why, older plans, the other reading."""
    for part in of_plot(run.plan_parts, plot_id).to_dict("records"):
        area = number(part["area_m2"], language)
        if missing(part["plan_id"]):
            yield phrase("part_unplanned", language, area=area)
            continue
        yield _heading(part, area, language)
        yield from (INDENT + line for line in _said(run, part, language))


def of_plot(table: pd.DataFrame, plot_id: str) -> pd.DataFrame:
    """Rows of one plot."""
    return table[table["plot_id"].eq(plot_id).to_numpy(bool)]


def _heading(part: dict[str, object], area: str, language: str) -> str:
    zone, status = part["zone_name"], part.get("land_use_status_code")
    return phrase(
        "part_line", language, area=area, plan=part["plan_id"],
        purpose=_purpose(part["regime_code"], part["land_use_code"], language),
        zone="" if missing(zone) else phrase("part_zone", language, zone=zone),
        regime=value("regime_code", part["regime_code"], language),
        status="" if missing(status) else f", {value('land_use_status_code', status, language)}",
    )  # fmt: skip


def _purpose(regime: object, code: object, language: str) -> str:
    known, key = purposes(), (regime, code)
    name = known.loc[key, f"name_{language}"] if key in known.index else None
    return f"{code} {name}" if name else str(code)


def _said(run: Analysis, part: dict[str, object], language: str) -> Iterator[str]:
    yield phrase("governs_plan", language, plan=plan_name(run, part["plan_id"], language))
    reason = reason_text(str(part["governs_reason"]), language)
    yield phrase("governs", language, reason=reason)
    stack = str(part.get("stack_plan_ids") or "").split(";")
    for below in [p for p in stack if p not in ("", "None", "nan", part["plan_id"])]:
        yield phrase("stack_line", language, plan=plan_name(run, below, language))
    other = part.get("disputed_plan_id")
    if not missing(other):
        zone = part.get("disputed_zone_name")
        yield phrase(
            "reading_910", language, plan=plan_name(run, other, language),
            purpose=_purpose(part["disputed_regime_code"], part["disputed_land_use_code"],
                             language),
            zone="" if missing(zone) else phrase("part_zone", language, zone=zone),
        )  # fmt: skip
    if not missing(part.get("clause_ids")):
        clauses = str(part["clause_ids"]).replace(";", ", ")
        yield phrase("clauses", language, clauses=clauses)
    if not missing(part.get("counts_as_plot")) and not holds(part["counts_as_plot"]):
        yield phrase("part_not_plot", language)
    for flag in _FLAGS:
        if holds(part.get(flag)):
            yield phrase(f"part_{flag}", language)


def plan_name(run: Analysis, plan_id: object, language: str) -> str:
    """A plan by id, name, and the date it has; a proposal said to be one.

    Examples
    --------
    >>> from boligplan_geo import analyse
    >>> from boligplan_geo.sample.toy import toy_town
    >>> run = analyse(toy_town())
    >>> plan_name(run, run.plan_parts["plan_id"].iloc[0], "en").startswith("9999-")
    True
    """
    said = [str(plan_id)]
    if plan_id in run.plans.index:
        plan = run.plans.loc[plan_id]
        if not missing(plan.get("plan_name")):
            said.append(str(plan["plan_name"]))
        status = plan.get("plan_status_code")
        is_proposed = not missing(status) and status in PROPOSED_STATUS
        dates = (("in_force_date", "date_in_force"), ("adopted_date", "date_adopted"))
        for column, key in dates[1:] if is_proposed else dates:
            if not missing(plan.get(column)):
                said.append(phrase(key, language, date=day(plan[column], language)))
                break
        if is_proposed:
            said.append(phrase(f"plan_status_{status:.0f}", language))
    return ", ".join(said)
