"""What stands on a plot, how much of the plan it uses, and where register and map disagree."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from boligplan_geo.errors import reason_text
from boligplan_geo.explain.equations import INDENT, steps
from boligplan_geo.explain.figures import figures, told
from boligplan_geo.explain.plans import of_plot
from boligplan_geo.facts.built import UTILISATION
from boligplan_geo.result import Analysis
from boligplan_geo.words import heading, holds, missing, number, phrase, value

#: Buildings that are listed one by one.
_LISTED = 10
_ALWAYS = ("built_bya_m2", "built_bra_m2", "built_bra_source_code", "built_homes_count",
           "built_year")  # fmt: skip
_IF_ANY = ("built_garage_m2", "built_parking_open_count", "built_pipeline_homes_count",
           "built_pipeline_bra_m2", "built_protection_code")  # fmt: skip
_IF_SO = ("has_protected_building", "is_demolition_permitted", "is_built_across_boundary",
          "has_shared_wall")  # fmt: skip


def standing(run: Analysis, row: pd.Series, language: str) -> Iterator[str]:
    """Figures of what stands, its buildings, utilisation today by the formulas that ran."""
    yield from figures(row, _ALWAYS, language)
    yield from figures(row, told(row, _IF_ANY), language)
    for name in _IF_SO:
        if holds(row.get(name)):
            yield heading(name, language)
    if "plot_id" in run.buildings:
        buildings = of_plot(run.buildings, str(row.name))
        for building in buildings.head(_LISTED).to_dict("records"):
            yield _building(building, language)
        if len(buildings) > _LISTED:
            yield INDENT + phrase("more_buildings", language, count=len(buildings) - _LISTED)
    share, reason = row.get("built_disagreement_share"), row.get("built_disagreement_reason")
    if not missing(share) and not missing(reason):
        why = reason_text(reason, language)
        yield phrase("disagreement", language, share=number(100 * share, language), why=why)
    if missing(row.get("built_bya_percent")) or not row["built_bya_m2"] > 0:
        return
    for name, formula in UTILISATION.items():
        if not missing(row.get(name)):
            yield from steps(name, formula, row, language)


def _building(building: dict[str, object], language: str) -> str:
    """One building: what it is, when, how large."""
    kind = building.get("building_type")
    said = [value("stage_code", building.get("stage_code"), language)]
    said += [] if missing(kind) else [str(kind)]
    for name, key in (("built_year", "of_year"), ("storeys_count", "of_storeys"),
                      ("bya_m2", "of_bya"), ("bra_m2", "of_bra"),
                      ("homes_count", "of_homes")):  # fmt: skip
        given = building.get(name)
        if not missing(given):
            figure = f"{float(str(given)):.0f}" if name == "built_year" else number(given, language)
            said.append(phrase(key, language, figure=figure))
    return INDENT + ", ".join(said)
