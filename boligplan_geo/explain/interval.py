"""Why low and high differ from mid: the inputs that differ, from what cause, and their formulas.

Low and high run the same formulas as mid on other inputs, so only what differs is told; all that
is not told is as in the derivation of mid.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from boligplan_geo import assumptions
from boligplan_geo.errors import reason_text
from boligplan_geo.explain.equations import INDENT, equation
from boligplan_geo.potential.capacity import INPUTS, formulas_of
from boligplan_geo.potential.land import UNKNOWN_LAND
from boligplan_geo.potential.plan_rules.assumed import HOUSING_NOW
from boligplan_geo.result import Analysis
from boligplan_geo.rules import formulas
from boligplan_geo.rules.purposes import described
from boligplan_geo.rules.utilisation import TYPES
from boligplan_geo.words import heading, missing, phrase, plain, shown

#: Causes of inputs that no plan sets, as codes of reasons.
_OF_LAND = {
    "plan_quiet_{}_share": "noise_outdoor",
    "plan_disputed_{}_count": "zone_910",
}
_HOMES = "potential_plan_homes_{}_count"
_OLDER = tuple(f"utilisation_{code}" for code, kind in TYPES.items() if kind.is_older)


def made_again(row: Mapping[str, object], level: str) -> dict[str, float]:
    """Every formula of a level run again on the inputs that the run kept.

    Examples
    --------
    >>> from boligplan_geo import analyse
    >>> from boligplan_geo.sample.toy import toy_town
    >>> row = analyse(toy_town()).plots.loc["9999-1/1"]
    >>> name = "potential_plan_homes_high_count"
    >>> bool(made_again(row, "high")[name] == row[name])
    True
    """
    known = dict(row)
    for name, formula in formulas_of(level).items():
        if all(read in known for read in formulas.names(formula)):
            known[name] = float(formulas.evaluate(formula, known))
    return {name: known[name] for name in formulas_of(level) if name in known}  # type: ignore[misc]


def interval(run: Analysis, plot_id: str, language: str) -> Iterator[str]:
    """Low and high of a plot's homes: what differs from mid and why, and the formulas that do.

    Nothing where homes are unknown, where the plot has no housing part, or where the run kept
    no inputs of low and high.
    """
    row = run.plots.loc[plot_id]
    kept = all(name.format(level) in row for name in INPUTS for level in ("low", "high"))
    if not kept or missing(row[_HOMES.format("mid")]) or not row["plan_housing_plot_m2"] > 0:
        return
    for level in ("low", "high"):
        name = _HOMES.format(level)
        yield f"{heading(name, language)}: {shown(name, row[name], language)}"
        inputs = [i for i in INPUTS if _differs(row[i.format(level)], row[i.format("mid")])]
        if row["plan_standing_homes_count"] == 0:  # nothing parks there
            inputs = [i for i in inputs if not i.startswith("plan_standing_parking")]
        if not inputs:
            yield INDENT + phrase("interval_same", language)
            continue
        for pattern in inputs:
            ends = [_said(pattern.format(at), row, language) for at in (level, "mid")]
            yield INDENT + phrase(
                "interval_input", language, label=heading(pattern.format("mid"), language),
                value=ends[0], mid=ends[1],
                cause="; ".join(_causes(run, plot_id, pattern, level, language))
                or phrase("cause_reading", language),
            )  # fmt: skip
        for line in _steps(row, level, language):
            yield INDENT + line


def _said(name: str, row: pd.Series, language: str) -> str:
    """A figure with the decimals that reproduce it; shares in per cent."""
    figure = row[name]
    is_share = name.endswith("_share")
    return shown(name, figure, language) if is_share or missing(figure) else plain(figure, language)


def _differs(value: float, mid: float) -> bool:
    return not np.isclose(value, mid, rtol=1e-9, atol=1e-9, equal_nan=True)


def _steps(row: pd.Series, level: str, language: str) -> Iterator[str]:
    """The formulas whose result is not that of mid, with numbers, and the last one."""
    again, mid = made_again(row, level), made_again(row, "mid")
    known = {**row, **again}
    for (name, formula), of_mid in zip(formulas_of(level).items(), formulas_of(), strict=True):
        if "transformation" in name or name not in again:
            continue
        if _differs(again[name], mid[of_mid]) or name == _HOMES.format(level):
            yield heading(of_mid, language)
            yield INDENT + equation(formula, known, language)


def _causes(run: Analysis, plot_id: str, pattern: str, level: str, language: str) -> list[str]:
    """Causes of one input's difference: assumptions by label, or a reading of the plan."""
    parts = run.plan_parts[(run.plan_parts["plot_id"] == plot_id).to_numpy(bool)]
    purpose = described(parts["regime_code"], parts["land_use_code"])["housing"]
    is_housing = purpose.isin(HOUSING_NOW) & parts["counts_as_plot"].eq(True)
    rows = run.plan_parameters
    rows = rows[rows["part_id"].isin(parts.index[is_housing]).to_numpy(bool)]
    if pattern == "plan_home_bra_{}_m2":
        return [_assumption("dwelling_bra_spread_share", language)]
    if pattern == "plan_standing_parking_{}_m2" and level == "high":
        return [phrase("cause_standing_parking", language)]
    if pattern == "plan_housing_{}_share":
        kinds = {"yes_mixed": "centre", "possible": "possible"}
        fields = [
            f"housing_share_{kinds[kind]}_{level}_share"
            for kind in sorted(set(purpose[is_housing]) & set(kinds))
        ]
        if level == "low" and _is_disputed(parts):
            return [phrase("cause_zone_910", language)]
        return [_assumption(f, language) for f in fields] + _read(
            rows[rows["parameter_code"].eq("housing_share")], None, level, language
        )
    code = rows["parameter_code"].astype(str)
    if pattern.startswith("plan_housing_b"):
        found = _read(
            rows[code.str.startswith("utilisation_")], "bya_spread_share", level, language
        )
        if "bra" in pattern:
            found = [*found, phrase("cause_bya_storeys", language)]
        return found
    if pattern == "plan_sure_{}_share":
        told = str(run.plots.loc[plot_id, "plan_interval_causes"]).split(";")
        return [reason_text(code, language) for code in told if code in UNKNOWN_LAND.values()]
    if pattern in _OF_LAND:
        return [reason_text(_OF_LAND[pattern], language)]
    parameter, spread = {
        "plan_storeys_{}_count": ("storeys_max", "storeys_spread_count"),
        "plan_homes_cap_{}_count": ("homes_max", None),
        "plan_home_outdoor_{}_m2": ("outdoor_per_home_m2", None),
        "plan_open_{}_m2": ("outdoor_share", None),
    }.get(pattern, ("parking_per_home", None))
    return _read(rows[code == parameter], spread, level, language)


def _is_disputed(parts: pd.DataFrame) -> bool:
    """Whether zone 910 gives a part another purpose in the other reading."""
    if "disputed_land_use_code" not in parts:
        return False
    return bool(parts["disputed_land_use_code"].notna().any())


def _read(rows: pd.DataFrame, spread: str | None, level: str, language: str) -> list[str]:
    """What leaves these parameter rows open: assumed, an older measure, zone 910, the basis."""
    code, found = rows["parameter_code"], []
    if spread and rows["source_code"].eq("assumption").any():
        found.append(_assumption(spread, language))
    if code.isin(_OLDER).any():
        found.append(_assumption("older_measure_spread_share", language))
    if "reading_code" in rows and rows["reading_code"].eq("zone_910").any():
        found.append(phrase("cause_zone_910", language))
    is_of_field = code.isin(["utilisation_2", "utilisation_6", "utilisation_7", "utilisation_13",
                             "utilisation_15", "utilisation_17", "homes_max"])  # fmt: skip
    is_open = ~rows["basis_code"].isin(["plot", "field"])
    if level == "high" and (is_of_field & is_open).any():
        found.append(phrase("cause_basis", language))
    return found


def _assumption(field: str, language: str) -> str:
    return phrase("clause_assumption", language, label=assumptions.label(field, language))
