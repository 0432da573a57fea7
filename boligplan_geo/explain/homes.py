"""Homes of a plot: how many, when, what limits them, and what one step more would give."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from boligplan_geo.errors import reason_text
from boligplan_geo.explain.figures import figures, interval_line, told
from boligplan_geo.potential.gains import STEPS
from boligplan_geo.words import heading, missing, number, phrase, plain

#: What may limit homes, by the column that counts them.
LIMITS = ("ground", "bra", "outdoor", "quiet", "cap")
#: Those that have a reading of their own for buildings of more than ten homes (TEK17 § 7-3).
_OF_LAND = ("ground", "outdoor")
_SMALL_BUILDING = 10.0


def homes(row: pd.Series, language: str) -> Iterator[str]:
    """Plan homes with their interval and its causes, readiness, kind and line."""
    yield interval_line(row, "potential_plan_homes_{}_count", language)
    causes = row.get("plan_interval_causes")
    if not missing(causes):
        name = heading("plan_interval_causes", language)
        yield f"{name}: {reason_text(causes, language)}"
    yield from figures(
        row,
        [
            "potential_now_homes_count",
            "potential_after_phasing_homes_count",
            "potential_after_plan_homes_count",
            *told(row, ["potential_when_clause_id"]),
            "potential_kind_code",
            "potential_line_code",
        ],
        language,
    )
    yield interval_line(row, "potential_transformation_homes_{}_count", language)
    yield interval_line(row, "potential_homes_{}_count", language)


def limits(row: pd.Series) -> list[tuple[str, float]]:
    """What limits homes and at how many, the strictest first; what sets no limit is left out.

    Examples
    --------
    >>> limits(pd.Series({"potential_by_bra_mid_count": 3.2, "potential_by_ground_mid_count": 1.5}))
    [('ground', 1.5), ('bra', 3.2)]
    """
    small, large = (row.get(f"potential_{size}_homes_mid_count") for size in ("small", "large"))
    has_readings = not missing(small) and not missing(large)
    is_large = has_readings and large >= min(small, _SMALL_BUILDING)
    found = {
        name: row.get(
            f"potential_by_{name}{'_s3' if is_large and name in _OF_LAND else ''}_mid_count"
        )
        for name in LIMITS
    }
    known = [(name, float(count)) for name, count in found.items() if not missing(count)]
    if has_readings and not is_large and small > _SMALL_BUILDING:
        known.append(("safety", _SMALL_BUILDING))
    return sorted(known, key=lambda limit: limit[1])


def limits_line(row: pd.Series, language: str) -> str:
    """The limits in their order, each with the homes it leaves room for."""
    said = [
        phrase(f"limit_{name}", language, count=plain(count, language))
        for name, count in limits(row)
    ]
    return phrase("limits_in_order", language, limits=", ".join(said))


def gains(row: pd.Series, language: str) -> Iterator[str]:
    """Homes gained by one step of each rule; steps without effect are named last."""
    idle = []
    for step in STEPS:
        gained = row.get(f"potential_gain_{step}_homes_count")
        exact = row.get(f"potential_gain_{step}_unrounded_count")
        if missing(gained) or missing(exact):
            continue
        if gained == 0 == round(float(exact), 2):
            idle.append(phrase(f"step_{step}", language))
            continue
        yield phrase(
            "gain_line", language, step=phrase(f"step_{step}", language),
            homes=_signed(float(gained), language), exact=_signed(float(exact), language),
        )  # fmt: skip
    if idle:
        yield phrase("gain_none", language, steps=", ".join(idle))


def gained(row: pd.Series, language: str) -> str:
    """The steps that give whole homes, in one line; empty where none does."""
    said = [
        f"{phrase(f'step_{step}', language)}: {_signed(row[name], language)}"
        for step in STEPS
        for name in told(row, [f"potential_gain_{step}_homes_count"])
    ]
    return "; ".join(said)


def _signed(figure: float, language: str) -> str:
    text = plain(abs(figure), language)
    if text == number(0, language):
        return text
    return f"+{text}" if figure > 0 else f"−{text}"
