"""The report's tables of planning law: what stands, what limits, what waits, and what is unsure."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pandas as pd

from boligplan_geo.errors import reason_text
from boligplan_geo.export.clauses import (
    FIELD_COLUMNS,
    STEPS,
    binding_homes,
    doubtful,
    parameter,
    waiting_homes,
)
from boligplan_geo.report.tables import Table, made
from boligplan_geo.result import Analysis
from boligplan_geo.words import clause, heading, missing, number, phrase
from boligplan_geo.zone_treatments import treatments

CLAUSES_SHOWN, FIELDS_SHOWN, TEXT_SHOWN = 10, 15, 110
_OF_LAW = {"pbl § 12-4": "is_over_ten_years", "pbl § 13-1": "has_temporary_ban"}
STAGES = ("now", "after_phasing", "after_plan")


def stands(run: Analysis, language: str) -> Table:
    """What stands and what has a permit, and where registers disagree with the map."""
    plots = run.plots
    rows = [
        (heading(name, language), number(_sum(plots, name), language))
        for name in (
            "built_homes_count", "built_buildings_count", "built_bya_m2", "built_bra_m2",
            "built_pipeline_buildings_count", "built_pipeline_homes_count",
            "built_pipeline_bra_m2",
        )
        if name in plots
    ]  # fmt: skip
    if "built_net_bya_m2" in plots:
        both = plots[["built_net_bya_m2", "plan_net_plot_m2"]].dropna().sum()
        share = both.iloc[0] / both.iloc[1] if both.iloc[1] > 0 else None
        percent = None if share is None else 100 * share
        rows.append((phrase("row_bya_percent", language), number(percent, language, decimals=1)))
    for key, column in (
        ("row_disagreement", plots.get("built_disagreement_reason", pd.Series(dtype=object))),
        ("row_across", plots.get("is_built_across_boundary", pd.Series(dtype=bool)).eq(True)),
    ):
        count = column.sum() if column.dtype == bool else column.notna().sum()
        rows.append((phrase(key, language), number(count, language)))
    return made("stands", ("col_figure", "col_value"), rows, (False, True), language)


def causes(run: Analysis, language: str) -> Table:
    """Why low and high differ: each cause with the plots and homes it stands on."""
    stems = [f"potential_plan_homes_{level}_count" for level in ("low", "mid", "high")]
    told = _split(run.plots, "plan_interval_causes", stems)
    by = told.groupby("plan_interval_causes", sort=True)
    sums = by[stems].sum().assign(plots=by.size()).astype(float)
    sums["spread"] = sums[stems[2]] - sums[stems[0]]
    sums = sums.sort_values(["spread", "plots"], ascending=False, kind="stable")
    figures = ["plots", *stems, "spread"]
    rows = [
        (reason_text(str(code), language), *(number(row[f], language) for f in figures))
        for code, row in sums.iterrows()
    ]
    columns = ("col_cause", "col_plots", "col_low", "col_mid", "col_high", "col_spread")
    return made("causes", columns, rows, (False,) + (True,) * 5, language,
                note=phrase("table_causes_note", language))  # fmt: skip


def readiness(run: Analysis, language: str) -> Table:
    """Homes that can be built now, after a phasing demand, and after a detail plan."""
    names = [f"potential_{stage}_homes_count" for stage in STAGES]
    sums = {name: _sum(run.plots, name) for name in names}
    whole = sum(sums.values())
    rows = [
        (
            heading(name, language),
            number(homes, language),
            f"{number(100 * homes / whole, language)} %" if whole else "–",
            number((run.plots[name] > 0).sum(), language),
        )
        for name, homes in sums.items()
    ]
    columns = ("col_stage", "col_homes", "col_share", "col_plots")
    return made("readiness", columns, rows, (False, True, True, True), language)


def waiting(run: Analysis, language: str) -> Table:
    """The clauses that hold most homes back, and what they say."""
    found = waiting_homes(run).head(CLAUSES_SHOWN)
    rows = [
        (
            clause(row.clause_id, language),
            _text(row.plan_id),
            _not_of_a_plan(row.clause_id, language) if missing(row.text) else _short(row.text),
            number(row.plots_count, language),
            number(row.potential_after_phasing_homes_count, language),
            number(row.potential_after_plan_homes_count, language),
        )
        for row in found.itertuples(index=False)
    ]
    columns = ("col_clause", "col_plan", "col_says", "col_plots", "col_after_phasing",
               "col_after_plan")  # fmt: skip
    return made("waiting", columns, rows, (False,) * 3 + (True,) * 3, language)


def binding(run: Analysis, language: str) -> Table:
    """The clauses that limit most homes, and the homes that one step of each rule would give."""
    found = binding_homes(run)
    rows = [
        (
            clause(row.clause_id, language),
            _text(row.plan_id),
            number(row.plots_count, language),
            number(row.potential_plan_homes_mid_count, language),
            *(
                number(getattr(row, f"potential_gain_{step}_homes_count"), language)
                for step in STEPS
            ),
        )
        for row in found.head(CLAUSES_SHOWN).itertuples(index=False)
    ]
    columns = ("col_clause", "col_plan", "col_plots", "col_plan_homes",
               *(f"col_gain_{step}" for step in STEPS))  # fmt: skip
    return made("binding", columns, rows, (False,) * 2 + (True,) * 6, language,
                note=phrase("table_binding_note", language))  # fmt: skip


def fields(run: Analysis, language: str) -> Table:
    """Fields whose budget is shared by their plots, the largest first."""
    table = pd.DataFrame(run.fields)
    if not len(table):
        return made("fields", (), (), (), language)
    table = table.reindex(columns=list(FIELD_COLUMNS))
    table = table.sort_values(
        ["plots_count", "plan_id", "zone_name"], ascending=[False, True, True], kind="stable"
    )
    rows = [
        (
            f"{_text(row.zone_name)} ({_text(row.plan_id)})",
            clause(row.clause_id, language),
            parameter(row.parameter_code, language, row.unit),
            number(row.plots_count, language),
            number(row.budget_value, language),
            number(row.built_value, language),
            number(row.shared_value, language),
        )
        for row in table.head(FIELDS_SHOWN).itertuples(index=False)
    ]
    more = len(table) - FIELDS_SHOWN
    note = [phrase("table_fields_note", language)]
    note += [phrase("more_rows", language, count=more)] if more > 0 else []
    columns = ("col_field", "col_clause", "col_budget_of", "col_plots", "col_budget", "col_stands",
               "col_shared")  # fmt: skip
    return made("fields", columns, rows, (False,) * 3 + (True,) * 4, language, " ".join(note))


def doubts(run: Analysis, language: str) -> Table:
    """Clauses that were read in a stated way but should be looked at, and how they were read."""
    found = doubtful(run)
    rows = [
        (
            clause(row.clause_id, language),
            _text(row.plan_id),
            parameter(row.parameter_code, language),
            reason_text(row.parameter_reason, language),
            number(row.plots_count, language),
        )
        for row in found.itertuples(index=False)
    ]
    columns = ("col_clause", "col_plan", "col_parameter", "col_treatment", "col_plots")
    none = "" if rows else phrase("table_doubts_none", language)
    return made("doubts", columns, rows, (False,) * 4 + (True,), language, none)


#: What the report shows, in reading order.
TABLES = (binding, readiness, waiting, stands, causes, fields, doubts)


def _split(plots: pd.DataFrame, column: str, figures: Iterable[str]) -> pd.DataFrame:
    """A row for each code of a column of codes, with figures of the plot."""
    wanted = [column, *figures]
    told = pd.DataFrame(plots.reindex(columns=wanted)).dropna(subset=column)
    return told.assign(**{column: told[column].astype(str).str.split(";")}).explode(column)


def _sum(plots: pd.DataFrame, name: str) -> float:
    return float(plots[name].sum()) if name in plots else 0.0


def _text(given: object) -> str:
    return "–" if missing(given) else str(given)


def _not_of_a_plan(clause_id: object, language: str) -> str:
    """What the law, or a zone of the plan map cited by its code (H410 to H450), demands."""
    if clause_id in _OF_LAW:
        return heading(_OF_LAW[str(clause_id)], language)
    if not re.fullmatch(r"H4\d\d", str(clause_id)):
        return "–"
    named = treatments().query("layer == 'plan_zones' and group_code == 'infrastruktur'")
    return str(named[language].iloc[0])


def _short(text: object) -> str:
    """The beginning of a clause's text, cut between words."""
    said = _text(text)
    if len(said) <= TEXT_SHOWN:
        return said
    return said[:TEXT_SHOWN].rsplit(" ", 1)[0] + " …"
