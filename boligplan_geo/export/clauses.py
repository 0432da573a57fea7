"""What each clause limits and holds back: plots and homes, summed by the clause they name."""

from __future__ import annotations

import pandas as pd

from boligplan_geo.errors import texts
from boligplan_geo.result import Analysis

#: The steps of rules whose gains are told: potential_gain_<step>_homes_count.
STEPS = ("bya_point", "storey", "unit", "parking")
_KEYS = ["plan_id", "clause_id"]
#: A field's columns in reading order, as report and sheet show them.
FIELD_COLUMNS = (
    "zone_name", "plan_id", "clause_id", "parameter_code", "unit", "basis_code",
    "plots_count", "area_m2", "budget_low_value", "budget_value", "budget_high_value",
    "built_value", "shared_value",
)  # fmt: skip


def cited(run: Analysis, column: str) -> pd.DataFrame:
    """Each clause that a column of plots names, with the plan it is of.

    Returns
    -------
    DataFrame
        ``plot_id``, ``clause_id``, ``plan_id`` (null for what is no plan's: the land, an
        assumption, the law), ``text`` (null where the plan's text is not recorded). Where
        several plans of a plot have a clause of that name, it is the plot's own plan's.
    """
    named = run.plots[column].dropna().astype(str).str.split(";").explode()
    named = named.rename("clause_id").rename_axis("plot_id").reset_index().drop_duplicates()
    rows = pd.DataFrame(run.plan_parameters)[["part_id", "plan_id", "clause_id"]].dropna()
    parts = pd.DataFrame(run.plan_parts)["plot_id"]
    rows = rows.assign(plot_id=rows["part_id"].map(parts).to_numpy())
    rows = rows[["plot_id", "clause_id", "plan_id"]].drop_duplicates()
    found = named.merge(rows, on=["plot_id", "clause_id"], how="left")
    is_other = found["plan_id"] != found["plot_id"].map(run.plots["plan_id"])
    found = found.assign(is_other=is_other).sort_values(["is_other", "plan_id"], kind="stable")
    found = found.drop_duplicates(["plot_id", "clause_id"]).drop(columns="is_other")
    said = pd.DataFrame(run.clauses)
    if not len(said):
        return found.assign(text=None)
    said = said.dropna(subset="text").drop_duplicates(["plan_id", "clause_id"])
    return found.merge(said[["plan_id", "clause_id", "text"]], on=["plan_id", "clause_id"],
                       how="left")  # fmt: skip


def binding_homes(run: Analysis) -> pd.DataFrame:
    """Plots and plan homes that each clause limits, and homes by one step, most homes first.

    Returns
    -------
    DataFrame
        ``plan_id clause_id text plots_count potential_plan_homes_mid_count`` and
        ``potential_gain_<step>_homes_count``: whole homes of the plots where the clause comes
        first, one step at a time.
    """
    gains = [f"potential_gain_{step}_homes_count" for step in STEPS]
    return _by_clause(run, "plan_binding_clause_id", ["potential_plan_homes_mid_count", *gains], 1)


def waiting_homes(run: Analysis) -> pd.DataFrame:
    """Homes that wait for each clause, most first: after a phasing demand, after a plan.

    Returns
    -------
    DataFrame
        ``plan_id clause_id text plots_count`` and ``potential_after_<stage>_homes_count``.
    """
    names = [f"potential_{stage}_homes_count" for stage in ("after_phasing", "after_plan")]
    return _by_clause(run, "potential_when_clause_id", names, 2)


def clause_table(run: Analysis) -> pd.DataFrame:
    """Every clause that limits or holds back homes, or is recorded, with what it says.

    Returns
    -------
    DataFrame
        ``plan_id clause_id``, the columns of `binding_homes` and `waiting_homes` (null where the
        clause does not limit, or nothing waits for it), ``text link``; most homes first.
    """
    limits, waits = binding_homes(run), waiting_homes(run)
    waits = waits.drop(columns=["text", "plots_count"])
    table = limits.drop(columns="text").merge(waits, on=_KEYS, how="outer", sort=True)
    said = pd.DataFrame(run.clauses).reindex(columns=[*_KEYS, "text", "link"])
    said = said.groupby(_KEYS, dropna=False, sort=True, as_index=False).first()
    table = table.merge(said, on=_KEYS, how="outer", sort=True)
    by = ["potential_plan_homes_mid_count", "plots_count"]
    return table.sort_values(by, ascending=False, kind="stable").reset_index(drop=True)


def doubtful(run: Analysis) -> pd.DataFrame:
    """Recorded figures with a reservation: by plan, clause and parameter, with their plots."""
    keys = ["plan_id", "clause_id", "parameter_code", "parameter_reason"]
    table = pd.DataFrame(run.plan_parameters)
    if "parameter_reason" not in table:
        return pd.DataFrame(columns=[*keys, "plots_count"])
    told = table.dropna(subset="parameter_reason")
    plot = told["part_id"].map(pd.DataFrame(run.plan_parts)["plot_id"])
    by = told.assign(plot=plot).groupby(keys, dropna=False, sort=True)["plot"]
    return by.nunique().rename("plots_count").reset_index()


def parameter(code: object, language: str = "nb", unit: str | None = None) -> str:
    """What a parameter is called, with its unit, or the unit that its figure was brought to."""
    row = texts("parameters").get(str(code))
    if row is None:
        return str(code)
    unit = {"m2": "m²", "%": "%", "m": "m"}.get(unit or row["unit"], "")
    return f"{row[language]} [{unit}]" if unit else row[language]


def _by_clause(run: Analysis, column: str, names: list[str], ranked_by: int) -> pd.DataFrame:
    """Plots, and sums of their figures, by the clause that a column of plots names.

    Most first, by the sum of the first `ranked_by` figures.
    """
    if column not in run.plots or not set(names) <= set(run.plots):
        return pd.DataFrame(columns=[*_KEYS, "text", "plots_count", *names])
    told = cited(run, column).merge(run.plots[names], left_on="plot_id", right_index=True)
    by = told.groupby(_KEYS, dropna=False, sort=True)
    table = by.agg({"text": "first", "plot_id": "nunique", **dict.fromkeys(names, "sum")})
    table = table.rename(columns={"plot_id": "plots_count"}).reset_index()
    most = table[names[:ranked_by]].sum(axis=1)
    order = pd.DataFrame({"most": most, "plots": table["plots_count"]})
    order = order.sort_values(["most", "plots"], ascending=False, kind="stable")
    return table.loc[order.index].reset_index(drop=True)
