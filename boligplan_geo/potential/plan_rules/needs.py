"""What each home must have on its plot: parking (TEK17 § 5-7) and outdoor area (§ 5-6).

Norms are given a home or per 100 m² BRA; where a plan gives both, the larger need counts.
Parking on the ground, in carports and in garages counts once, in BYA and in BRA; parking below
ground takes no BYA, and BRA only where the plan counts what lies below ground (it does unless
the plan says otherwise). Where the map has parking below ground (vertikalnivå 1) and no clause says
how much of it, all of it lies there. Bicycle parking is recorded and not counted.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from boligplan_geo.assumptions import Assumptions
from boligplan_geo.potential.plan_rules.assumed import assumed, assumed_clause
from boligplan_geo.potential.plan_rules.recorded import Floats, Recorded, clause_of, strictest
from boligplan_geo.rules.utilisation import LEVELS


def outdoor(
    recorded: Recorded, dwelling_type: pd.Series, home_bra_m2: Floats, assumptions: Assumptions
) -> dict[str, np.ndarray]:
    """Outdoor area (MUA) that each home needs, and that the plot must keep as a whole.

    Parameters
    ----------
    recorded : Recorded
    dwelling_type : Series of text, one a part
    home_bra_m2 : array of float, level × part
        BRA of a home, for norms per 100 m².
    assumptions : Assumptions

    Returns
    -------
    dict of name to array, one a part
        ``outdoor_<level>_m2`` a home; ``open_<level>_share`` of the net plot that must stay
        outdoor area however many homes are built (0: none demanded); ``outdoor_clause_id``,
        ``open_clause_id``.
    """
    usual = assumed(dwelling_type, assumptions, "outdoor_{}_m2")
    per_home = _need(recorded, "outdoor_per_home_m2", np.ones_like(home_bra_m2))
    per_area = _need(recorded, "outdoor_per_100_m2", home_bra_m2 / 100.0)
    need, clause = _larger(per_home, per_area)
    open_share, open_clause = _need(recorded, "outdoor_share", np.ones_like(home_bra_m2))
    silent = assumed_clause(dwelling_type, "outdoor_{}_m2")
    return {
        **_named("outdoor_{}_m2", np.where(np.isnan(need), usual, need)),
        **_named("open_{}_share", np.where(np.isnan(open_share), 0.0, open_share)),
        "outdoor_clause_id": np.where(np.isnan(need[1]), silent, clause),
        "open_clause_id": open_clause,
    }


def parking(
    recorded: Recorded,
    dwelling_type: pd.Series,
    home_bra_m2: Floats,
    assumptions: Assumptions,
    *,
    has_parking_below: np.ndarray,
) -> dict[str, np.ndarray]:
    """Parking spaces that each home needs, and what one takes of BYA and of BRA.

    Parameters
    ----------
    recorded, dwelling_type, home_bra_m2, assumptions
        As for `outdoor`.
    has_parking_below : array of bool, one a part
        Whether a plan in force has parking below ground there.

    Returns
    -------
    dict of name to array, one a part
        ``parking_<level>_count`` spaces a home; ``space_bya_m2`` and ``space_bra_m2`` of one
        space; ``parking_clause_id``.
    """
    usual = assumed(dwelling_type, assumptions, "parking_{}_count")
    per_home = _need(recorded, "parking_per_home", np.ones_like(home_bra_m2), most_built=usual)
    per_area = _need(recorded, "parking_per_100_m2", home_bra_m2 / 100.0, most_built=usual)
    need, clause = _larger(per_home, per_area)
    silent_below = np.where(has_parking_below, 1.0, 0.0)
    below = _said(recorded, "parking_below_ground_share", silent=silent_below)
    counts_below = _said(recorded, "parking_below_ground_bra", silent=np.ones_like(silent_below))
    on_ground = (1.0 - below) * assumptions.parking_space_m2
    silent = assumed_clause(dwelling_type, "parking_{}_count")
    return {
        **_named("parking_{}_count", np.where(np.isnan(need), usual, need)),
        "space_bya_m2": on_ground,
        "space_bra_m2": on_ground + below * counts_below * assumptions.parking_below_ground_m2,
        "parking_clause_id": np.where(np.isnan(need[1]), silent, clause),
    }


def _named(pattern: str, levels: Floats) -> dict[str, np.ndarray]:
    return {pattern.format(level): column for level, column in zip(LEVELS, levels, strict=True)}


def _need(
    recorded: Recorded, parameter: str, factor: Floats, *, most_built: Floats | None = None
) -> tuple[Floats, np.ndarray]:
    """Low, mid, high of a need on each part and the clause of mid; NaN where no plan says.

    The least demanded, times a factor of the part. Where only a most is set: no more than that,
    nor more than what is built anyway (`most_built`).
    """
    rows = recorded.of(parameter)
    times = factor[:, rows.part]
    least, most = rows.least * times, rows.most * times
    if most_built is not None:
        most = np.fmin(most, most_built[rows.part])
    strict = np.where(np.isnan(least), most, least)
    strict[2] = np.where(rows.is_contradictory, most[2], strict[2])
    need = strictest(rows, strict, recorded.parts_count, is_limit=False)
    return need, clause_of(rows, strict[1], need[1])


def _larger(
    one: tuple[Floats, np.ndarray], other: tuple[Floats, np.ndarray]
) -> tuple[Floats, np.ndarray]:
    """The larger of two needs and its clause; an unknown one asks for nothing."""
    is_other = other[0][1] > np.nan_to_num(one[0][1], nan=-np.inf)
    return np.fmax(one[0], other[0]), np.where(is_other, other[1], one[1])


def _said(recorded: Recorded, parameter: str, *, silent: Floats) -> Floats:
    """A share or yes (1) and no (0) that the newer plan sets; `silent` where none does."""
    rows = recorded.of(parameter)
    rows = rows.of(~rows.is_910)
    said = np.where(np.isnan(rows.least), rows.most, rows.least)
    levels = np.broadcast_to(said, (3, len(said)))
    settled = strictest(rows, levels, recorded.parts_count, is_limit=False)[1]
    return np.where(np.isnan(settled), silent, settled)
