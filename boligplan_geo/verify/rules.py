"""What must hold in every result: one rule a function, on the exported tables alone.

Imports the vocabulary only; geometry and arithmetic are done again here. Each rule yields one
text a violation.
"""

from __future__ import annotations

from collections.abc import Mapping

from boligplan_geo.verify import figures, plans, stages, sums, trust
from boligplan_geo.verify.tables import Check

RULES: Mapping[str, Check] = {
    "columns": sums.columns,
    "rows": sums.rows,
    "land": sums.land,
    "parts": sums.parts,
    "tiling": plans.tiling,
    "sources": plans.sources,
    "fields": plans.fields,
    "unknown_land": stages.unknown_land,
    "steps": stages.steps,
    "buildings": stages.buildings,
    "homes": sums.homes,
    "account": sums.account,
    "status": figures.status,
    "order": figures.order,
    "points": figures.points,
    "reasons": figures.reasons,
    "privacy": trust.privacy,
    "manifest": trust.manifest_text,
    "digest": trust.digests,
}
