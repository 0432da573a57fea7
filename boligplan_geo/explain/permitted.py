"""From what plans say to m² of BYA and BRA, storeys and needs: part by part, limit by limit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd

from boligplan_geo.assumptions import Assumptions
from boligplan_geo.errors import reason_text, texts
from boligplan_geo.explain.equations import INDENT, equation, in_words, steps
from boligplan_geo.explain.heights import storeys
from boligplan_geo.explain.rules_again import PlotRules
from boligplan_geo.potential.plan_rules.permitted import PART_FORMULAS
from boligplan_geo.rules import formulas, utilisation
from boligplan_geo.words import clause, missing, number, phrase, plain

OF_PLOT = "percent / 100 * net_m2"
OF_FIELD = "percent / 100 * field_m2"
#: What `plan_rules.fields.shares` gives a part: what stands, and its share by area of the rest.
SHARED = (
    "stands_m2 * least_known(1, budget_m2 / field_stands_m2) + "
    "max(0, budget_m2 - field_stands_m2) * net_m2 / field_m2"
)


def permitted(
    again: PlotRules, assumptions: Assumptions, elevation_m: float, language: str
) -> Iterator[str]:
    """What is permitted on each part that carries homes, and how that follows.

    Parameters
    ----------
    again : PlotRules
    assumptions : Assumptions
    elevation_m : float
        Of the plot's land; NaN where unknown.
    language : {"nb", "en"}
    """
    table = limits(again, assumptions)
    count = int(again.is_housing.sum())
    for place, part_id in enumerate(again.parts.index[again.is_housing], start=1):
        rule, part = again.rules.loc[part_id], again.parts.loc[part_id]
        if count > 1:
            yield part_name(part, place, language)
        inset = INDENT if count > 1 else ""
        own = table[table["part_id"].eq(part_id).to_numpy(bool)]
        for quantity in ("bya", "bra"):
            for line in _quantity(own, rule, part, quantity, again, language):
                yield inset + line
        said = again.said[again.said["part_id"].eq(part_id).to_numpy(bool)]
        for line in storeys(said, rule, assumptions, elevation_m, language):
            yield inset + line
        for line in _floors(rule, language):
            yield inset + line
        for line in _needs(rule, language):
            yield inset + line
        for line in _caps(part_id, rule, again, language):
            yield inset + line


def part_name(part: pd.Series, place: int, language: str) -> str:
    """A part as it is called where there are several."""
    zone = "" if missing(part["zone_name"]) else phrase("part_zone", language,
                                                        zone=part["zone_name"])  # fmt: skip
    return phrase(
        "part_name", language, place=place, area=number(part["area_m2"], language), zone=zone,
        plan=part["plan_id"],
    )  # fmt: skip


def limits(again: PlotRules, assumptions: Assumptions) -> pd.DataFrame:
    """What plans say of utilisation on a plot's parts under the newer plan, a row a limit.

    Returns
    -------
    DataFrame
        Columns of `rules.utilisation.permitted`, ``net_m2`` (of the part), ``stands_m2``,
        ``field_m2``, ``budget_m2`` and ``field_stands_m2`` (NaN where the figure is the
        plot's), and ``mid_m2``, what the limit gives the part.
    """
    table = utilisation.permitted(
        again.said,
        older_spread_share=assumptions.older_measure_spread_share,
        gross_to_use_area_share=assumptions.gross_to_use_area_share,
        half_road_share=assumptions.u_grad_half_road_share,
    )
    table = table.drop_duplicates(["part_id", "parameter_code", "clause_id", "value_max"])
    net = again.parts["area_m2"].where(again.parts["counts_as_plot"], 0.0)
    table["net_m2"] = table["part_id"].map(net).astype(float)
    is_percent = table["measure"].eq("percent").to_numpy(bool)
    basis = table["basis_code"].astype(object)
    is_field = np.where(is_percent, basis.eq("field"), ~basis.eq("plot"))
    is_field &= table["quantity"].isin(["bya", "bra"]).to_numpy(bool)
    for name in ("field_m2", "budget_m2", "field_stands_m2", "stands_m2", "mid_m2"):
        table[name] = np.nan
    table["field_name"] = pd.Series(None, index=table.index, dtype=object)
    for row in table.index[is_field]:
        found = _field(table.loc[row], again.fields)
        if found is None:
            continue
        quantity = table.loc[row, "quantity"]
        table.loc[row, "field_name"] = found["zone_name"]
        for name, theirs in _OF_FIELD.items():
            table.loc[row, name] = float(found[theirs])
        stands = again.standing.loc[table.loc[row, "part_id"], f"{quantity}_m2"]
        table.loc[row, "stands_m2"] = np.nan_to_num(stands)
    table["percent"] = table["mid"]
    own = np.where(is_percent, formulas.evaluate(OF_PLOT, table.astype({"mid": float})), np.nan)
    own = np.where(table["measure"].eq("m2"), table["mid"], own)
    table["mid_m2"] = np.where(is_field, formulas.evaluate(SHARED, table), own)
    return table


_OF_FIELD = {
    "field_m2": "area_m2",
    "budget_m2": "budget_value",
    "field_stands_m2": "built_value",
}


def _field(limit: pd.Series, fields: pd.DataFrame) -> pd.Series | None:
    """The field of a limit; None where it is not known."""
    if not len(fields):
        return None
    same = fields["field_id"].eq(limit["field_id"]) & fields["parameter_code"].eq(
        limit["parameter_code"]
    )
    same &= fields["clause_id"].eq(limit["clause_id"]) | fields["clause_id"].isna()
    found = fields[same.to_numpy(bool)]
    return found.iloc[0] if len(found) else None


def _quantity(
    own: pd.DataFrame, rule: pd.Series, part: pd.Series, quantity: str, again: PlotRules,
    language: str,
) -> Iterator[str]:  # fmt: skip
    """Every limit on BYA or BRA of a part; the strictest where there are several."""
    name = quantity.upper()
    mine = own[own["quantity"].isin([quantity, "none", "no_further"]).to_numpy(bool)]
    for limit in mine.to_dict("records"):
        yield from _limit(limit, language)
    if quantity == "bya" and rule["cause:bya_assumed"]:
        percent = 100.0 * rule["bya_mid_m2"] / part["area_m2"]
        yield phrase("limit_line", language, label=texts("parameters")["utilisation_16"][language],
                     given=f"{plain(percent, language)} %",
                     clause=clause(rule["bya_clause_id"], language))  # fmt: skip
        values = {"percent": percent, "net_m2": part["area_m2"]}
        yield f"{INDENT}{equation(OF_PLOT, values, language)} m² {name}"
    known = amounts(mine, quantity, again.standing.loc[str(part.name)])
    if len(known) > 1:
        names = [f"limit_{n}_m2" for n in range(len(known))]
        formula = f"min({', '.join(names)})"
        yield phrase("step_strictest", language, quantity=name)
        said = equation(formula, dict(zip(names, known, strict=True)), language)
        yield f"{INDENT}{said} m² {name}"
    column = "bya_{}_m2" if quantity == "bya" else "bra_given_{}_m2"
    low, mid, high = (float(rule[column.format(level)]) for level in utilisation.LEVELS)
    if not missing(mid) and high - low > 0.5:
        yield INDENT + phrase(
            "limit_interval", language, low=number(low, language), high=number(high, language),
            quantity=name,
        )  # fmt: skip


def amounts(limits_of_part: pd.DataFrame, quantity: str, standing: pd.Series) -> list[float]:
    """What each limit on BYA or BRA leaves a part, the strictest first.

    Where nothing (type 10) or nothing more (type 11) may be built, that is 0, or what stands.
    """
    kinds = limits_of_part["quantity"]
    own = limits_of_part.loc[kinds.eq(quantity).to_numpy(bool), "mid_m2"].dropna().tolist()
    own += [0.0] if kinds.eq("none").any() else []
    own += [float(standing[f"{quantity}_m2"])] if kinds.eq("no_further").any() else []
    return sorted(own)


def _limit(limit: Mapping[str, Any], language: str) -> Iterator[str]:
    """One limit: what the plan says, and the m² that gives."""
    kind = texts("parameters").get(str(limit["parameter_code"]))
    title = kind[language] if kind else reason_text("unknown_utilisation_type", language)
    unit = {"percent": " %", "m2": " m²"}.get(str(limit["measure"]), "")
    is_ratio = limit["parameter_code"] == "utilisation_4"
    given = "" if missing(limit["value_max"]) else plain(limit["value_max"], language)
    yield phrase("limit_line", language, label=title, given=given + ("" if is_ratio else unit),
                 clause=clause(limit["clause_id"], language))  # fmt: skip
    quantity = str(limit["quantity"]).upper()
    if limit["quantity"] in ("none", "no_further"):
        reason = {"none": "no_building_permitted", "no_further": "no_further_building"}
        yield INDENT + reason_text(reason[str(limit["quantity"])], language)
        return
    if missing(limit["mid"]):
        if not missing(limit["reason"]):
            yield INDENT + reason_text(str(limit["reason"]), language)
        return
    yield from _converted(limit, unit, language)
    is_shared = not missing(limit["budget_m2"])
    if is_shared and limit["measure"] == "percent":
        yield f"{INDENT}{equation(OF_FIELD, limit, language)} m²"
    if is_shared:
        yield INDENT + phrase("field_rule", language, zone=limit["field_name"])
        yield f"{INDENT}= {in_words(SHARED, language)}"
        yield f"{INDENT}{equation(SHARED, limit, language)} m² {quantity}"
    elif limit["measure"] == "percent":
        yield f"{INDENT}{equation(OF_PLOT, limit, language)} m² {quantity}"


def _converted(limit: Mapping[str, Any], unit: str, language: str) -> Iterator[str]:
    """An older measure, or a figure in another unit, as it is read today."""
    factor = float(limit["mid"]) / float(limit["value_max"]) if limit["value_max"] else np.nan
    if np.isclose(factor, 1.0) or np.isnan(factor):
        return
    values = {"figure": limit["value_max"], "factor": factor}
    why = phrase("converted", language)
    yield f"{INDENT}{equation('figure * factor', values, language)}{unit} – {why}"


def _floors(rule: pd.Series, language: str) -> Iterator[str]:
    """BRA of the part: the formula that ran, and low and high where they differ."""
    if missing(rule["bra_mid_m2"]):
        return
    yield from steps("bra_mid_m2", PART_FORMULAS["bra_mid_m2"], rule, language,
                     label=phrase("name_bra_mid_m2", language))  # fmt: skip
    for level in ("low", "high"):
        if not np.isclose(rule[f"bra_{level}_m2"], rule["bra_mid_m2"]):
            said = equation(PART_FORMULAS[f"bra_{level}_m2"], rule, language)
            yield f"{INDENT}{phrase(f'level_{level}', language)}:"
            yield INDENT * 2 + said


def _needs(rule: pd.Series, language: str) -> Iterator[str]:
    """Outdoor area and parking of a home."""
    yield phrase(
        "need_outdoor", language, area=plain(rule["outdoor_mid_m2"], language),
        clause=clause(rule["outdoor_clause_id"], language),
    )  # fmt: skip
    if rule["open_mid_share"] > 0:
        yield phrase(
            "need_open", language, share=plain(100 * rule["open_mid_share"], language),
            clause=clause(rule["open_clause_id"], language),
        )  # fmt: skip
    spaces = rule["parking_mid_count"]
    yield phrase(
        "need_parking", language, spaces=plain(spaces, language),
        clause=clause(rule["parking_clause_id"], language),
    )  # fmt: skip
    values = {"spaces": spaces, "space_m2": rule["space_bya_m2"]}
    yield f"{INDENT}{equation('spaces * space_m2', values, language)} m² BYA"


def _caps(part_id: str, rule: pd.Series, again: PlotRules, language: str) -> Iterator[str]:
    """Unit caps per plot and per field, and the least plot."""
    if not missing(rule["cap_plot_mid_count"]):
        yield phrase("cap_plot", language, count=plain(rule["cap_plot_mid_count"], language),
                     clause=clause(rule["cap_clause_id"], language))  # fmt: skip
    if rule["plot_size_min_m2"] > 0:
        yield phrase("plot_size", language, area=number(rule["plot_size_min_m2"], language))
    if missing(rule["cap_field_mid_count"]):
        return
    own = again.said[again.said["part_id"].eq(part_id).to_numpy(bool)]
    fields = again.fields
    if len(fields):
        fields = fields[
            fields["parameter_code"].eq("homes_max").to_numpy(bool)
            & fields["field_id"].isin(own["field_id"]).to_numpy(bool)
        ]
    for field in fields.to_dict("records"):
        yield phrase(
            "cap_field", language, zone=field["zone_name"], clause=clause(field["clause_id"],
                                                                          language),
            budget=plain(field["budget_value"], language),
            built=plain(field["built_value"], language),
            plots=plain(field["plots_count"], language),
            own=plain(rule["cap_field_mid_count"], language),
        )  # fmt: skip
