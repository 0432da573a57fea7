"""Storeys of a part: regulated, from heights, or assumed; the strictest holds."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from boligplan_geo.assumptions import Assumptions
from boligplan_geo.errors import texts
from boligplan_geo.explain.equations import INDENT, equation
from boligplan_geo.potential.plan_rules.heights import AIRPORT_CLAUSE, HEIGHTS, STOREYS_OF
from boligplan_geo.words import clause, missing, phrase, plain


def storeys(
    said: pd.DataFrame, rule: pd.Series, assumptions: Assumptions, elevation_m: float,
    language: str,
) -> Iterator[str]:  # fmt: skip
    """How many storeys a part may have, and what says so.

    Parameters
    ----------
    said : DataFrame
        Recorded parameters of the part under the newer plan.
    rule : Series
        Of `potential.plan_rules.permitted.part_rules`.
    assumptions : Assumptions
    elevation_m : float
        Of the plot's land, that a kote is counted from; NaN where unknown.
    language : {"nb", "en"}
    """
    code = said["parameter_code"].astype(object)
    for row in said[code.eq("storeys_max").to_numpy(bool)].to_dict("records"):
        given = row["value_min"] if missing(row["value_max"]) else row["value_max"]
        yield _line("storeys_max", plain(given, language), row["clause_id"], language)
    for parameter, (kind, is_kote) in HEIGHTS.items():
        for row in said[code.eq(parameter).to_numpy(bool)].to_dict("records"):
            height = row["value_min"] if missing(row["value_max"]) else row["value_max"]
            yield _line(parameter, f"{plain(height, language)} m", row["clause_id"], language)
            if is_kote:
                values = {"level_m": height, "ground_m": elevation_m}
                yield f"{INDENT}{equation('level_m - ground_m', values, language)} m"
                height = height - elevation_m
            values = {
                "height_m": height,
                "storey_m": assumptions.storey_height_m,
                "roof_m": assumptions.roof_height_m,
            }
            yield INDENT + equation(STOREYS_OF[kind], values, language)
    cited = rule["storeys_clause_id"]
    if rule["cause:storeys_assumed"] or cited == AIRPORT_CLAUSE:
        yield _line("storeys_max", plain(rule["storeys_mid_count"], language), cited, language)
    low, mid, high = (rule[f"storeys_{level}_count"] for level in ("low", "mid", "high"))
    if low < high:
        yield INDENT + phrase(
            "storeys_interval", language,
            **{"low": plain(low, language), "mid": plain(mid, language),
               "high": plain(high, language)},
        )  # fmt: skip


def _line(parameter: str, given: str, clause_id: object, language: str) -> str:
    return phrase("limit_line", language, label=texts("parameters")[parameter][language],
                  given=given, clause=clause(clause_id, language))  # fmt: skip
