"""The answer first: what may be built, by which clause, what stops more, how surely."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from boligplan_geo.errors import reason_text, texts
from boligplan_geo.explain.clauses import given, quoted, set_by
from boligplan_geo.explain.homes import gained, limits, limits_line
from boligplan_geo.explain.plans import of_plot, plan_name
from boligplan_geo.maps.symbols import zone_name
from boligplan_geo.result import Analysis
from boligplan_geo.words import clause, missing, number, phrase, plain, reserved, value

_WHEN = ("now", "after_phasing", "after_plan")
#: Parameters that a limit on homes comes from.
_SUBJECTS = {
    "ground": ("utilisation_", "outdoor_share"),
    "bra": ("utilisation_", "storeys_", "eaves_", "ridge_"),
    "outdoor": ("outdoor_",),
    "quiet": ("outdoor_",),
    "safety": ("homes_",),
    "cap": ("homes_",),
}
#: Zones that take land, named in the conclusion, at most.
_ZONES_NAMED = 3


def conclusion(run: Analysis, row: pd.Series, language: str) -> Iterator[str]:
    """Some ten lines that answer; what follows in the account says why."""
    yield _may_be_built(row, language)
    yield from _figures(row, language)
    yield from _plan(run, row, language)
    yield from _binding(run, row, language)
    yield from _when(row, language)
    more = gained(row, language)
    if more:
        yield phrase("conclusion_gains", language, gains=more)
    yield from _stands(row, language)
    yield from _lost(run, row, language)
    causes = row.get("plan_interval_causes")
    if not missing(causes):
        yield phrase("conclusion_interval", language, causes=reason_text(causes, language))
    yield from _unknown(row, language)


def _may_be_built(row: pd.Series, language: str) -> str:
    """The answer: homes with their interval, or why there is none."""
    low, mid, high = (
        row[f"potential_plan_homes_{level}_count"] for level in ("low", "mid", "high")
    )
    if missing(mid):
        reason = _why(row, language)
        return phrase("conclusion_unknown", language, reason=reason)
    if mid == 0:
        said = phrase("conclusion_none", language, reason=_why(row, language))
        return said + (phrase("conclusion_high", language, high=number(high, language))
                       if high > 0 else "")  # fmt: skip
    kind = row.get("potential_dwelling_type_code")
    return phrase(
        "conclusion_homes", language, mid=number(mid, language), low=number(low, language),
        high=number(high, language),
        kind="" if missing(kind) else f" ({value('potential_dwelling_type_code', kind, language)})",
    )  # fmt: skip


def _why(row: pd.Series, language: str) -> str:
    """The first reason that says why there are no homes, or why they are unknown."""
    codes = [c for c in str(row.get("potential_reason") or "").split(";") if c != "not_built_yet"]
    status = row.get("plot_status_reason")
    if not codes and not missing(status):
        codes = [str(status)]
    return reason_text(codes[0], language) if codes else phrase("not_stated", language)


def _figures(row: pd.Series, language: str) -> Iterator[str]:
    bya, bra = row.get("plan_bya_mid_m2"), row.get("plan_bra_mid_m2")
    if missing(bya) and missing(bra):
        return
    storeys = row.get("plan_storeys_mid_count")
    yield phrase(
        "conclusion_figures", language, bya=_area(bya, language), bra=_area(bra, language),
        net=_area(row.get("plan_net_plot_m2"), language),
        storeys="" if missing(storeys)
        else phrase("conclusion_storeys", language, storeys=plain(storeys, language)),
    )  # fmt: skip


def _area(figure: object, language: str) -> str:
    return phrase("unlimited", language) if missing(figure) else f"{number(figure, language)} m²"


def _plan(run: Analysis, row: pd.Series, language: str) -> Iterator[str]:
    """The plan that decides on the largest part and why; how many parts there are."""
    if missing(row["plan_id"]):
        return
    parts = of_plot(run.plan_parts, str(row.name))
    zone = row.get("plan_zone_name")
    own = parts[parts["plan_id"].eq(row["plan_id"]).to_numpy(bool)]
    reason = reason_text(str(own.iloc[0]["governs_reason"]), language) if len(own) else ""
    yield phrase(
        "conclusion_plan", language, plan=plan_name(run, row["plan_id"], language),
        zone="" if missing(zone) else phrase("part_zone", language, zone=zone), reason=reason,
    )  # fmt: skip
    if len(parts) > 1:
        yield phrase("conclusion_parts", language, count=len(parts))


def _binding(run: Analysis, row: pd.Series, language: str) -> Iterator[str]:
    """What stops more homes: the clause with its words, and the limits in order."""
    cited = row.get("plan_binding_clause_id")
    if missing(cited):
        return
    first = limits(row)
    subjects = _SUBJECTS[first[0][0]] if first else ("utilisation_",)
    record = set_by(run, str(row.name), cited, subjects)
    line = phrase("conclusion_binding", language, clause=clause(cited, language))
    if record is not None and not str(cited).startswith("assumption:"):
        quote = quoted(run, record)
        line += f" – {quote}" if quote else ""
        entry = texts("parameters").get(str(record["parameter_code"]))
        if not quote and entry:
            line += f" – {entry[language]} {given(record, entry, language)}"
    yield line
    if first:
        yield limits_line(row, language)


def _when(row: pd.Series, language: str) -> Iterator[str]:
    """Homes by what must come first, and the clause that says so."""
    counts = {stage: row.get(f"potential_{stage}_homes_count") for stage in _WHEN}
    if missing(counts["now"]) or not row["potential_plan_homes_mid_count"] > 0:
        return
    said = [
        phrase(f"when_{stage}", language, count=number(count, language))
        for stage, count in counts.items()
        if count > 0
    ]
    cited = row.get("potential_when_clause_id")
    by = "" if missing(cited) else f" ({clause(cited, language)})"
    yield phrase("conclusion_when", language, when=", ".join(said) + by)


def _stands(row: pd.Series, language: str) -> Iterator[str]:
    if missing(row["built_bya_m2"]):
        yield phrase("conclusion_built_unknown", language)
    elif row["built_bya_m2"] > 0:
        percent = row.get("built_bya_percent")
        yield phrase(
            "conclusion_stands", language, homes=number(row["built_homes_count"], language),
            bya=number(row["built_bya_m2"], language),
            percent="" if missing(percent)
            else phrase("conclusion_percent", language, percent=number(percent, language)),
        )  # fmt: skip


def _lost(run: Analysis, row: pd.Series, language: str) -> Iterator[str]:
    lost, net = row["constraint_lost_m2"], row["plan_net_plot_m2"]
    if missing(lost) or not lost > 0:
        return
    losses = of_plot(run.constraint_losses, str(row.name))
    area = losses["exclusive_m2"] + losses["shared_m2"]
    largest = losses.assign(area=area)[area.to_numpy() > 0].sort_values(
        ["area", "layer"], ascending=[False, True], kind="stable"
    )
    zones = [
        zone_name(loss["layer"], loss["zone_code"], language)
        for loss in largest.head(_ZONES_NAMED).to_dict("records")
    ]
    yield phrase(
        "conclusion_lost", language, lost=number(lost, language), net=number(net, language),
        zones=", ".join(zones),
    )  # fmt: skip


def _unknown(row: pd.Series, language: str) -> Iterator[str]:
    """What is not known of the plan, of what stands and of zones."""
    said = [
        reserved(theme, row[f"{theme}_reason"], language)
        for theme in ("built", "constraint")
        if not missing(row.get(f"{theme}_reason"))
    ]
    if said:
        yield phrase("conclusion_reservations", language, reasons="; ".join(said))
