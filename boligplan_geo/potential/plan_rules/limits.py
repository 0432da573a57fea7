"""How large homes are, what share of a mixed purpose is housing, and how many homes may stand."""

from __future__ import annotations

import numpy as np
import pandas as pd

from boligplan_geo.assumptions import Assumptions
from boligplan_geo.potential.plan_rules import fields
from boligplan_geo.potential.plan_rules.assumed import GROUPS, field_names
from boligplan_geo.potential.plan_rules.recorded import (
    Floats,
    Recorded,
    clause_of,
    limits,
    parts_with,
    strictest,
)
from boligplan_geo.rules.utilisation import LEVELS


def home_bra_m2(dwelling_type: pd.Series, assumptions: Assumptions) -> Floats:
    """BRA that a home takes on each part, low, mid and high; shared area of blocks included.

    Low takes the larger home, since it is the fewer homes.
    """
    own_field = dict.fromkeys(("block", "shared", "other"), "dwelling_bra_m2")
    sizes = {
        kind: getattr(assumptions, own_field.get(kind, f"dwelling_bra_{kind}_m2"))
        / (assumptions.net_to_gross_block_share if GROUPS[kind] == "block" else 1.0)
        for kind in field_names("")
    }
    size = dwelling_type.map(sizes).to_numpy(dtype=float)
    spread = assumptions.dwelling_bra_spread_share
    return np.stack([size * (1 + sign * spread) for sign in (1, 0, -1)])


def housing_share(
    recorded: Recorded, housing: pd.Series, is_disputed: np.ndarray, assumptions: Assumptions
) -> dict[str, np.ndarray]:
    """Share of BRA that may be homes: assumed for mixed purposes, within what plans set.

    Parameters
    ----------
    recorded : Recorded
    housing : Series of text, one a part
        From `rules.purposes`.
    is_disputed : array of bool, one a part
        Whether homes hang on a reading of zone 910: low then counts on none.
    assumptions : Assumptions

    Returns
    -------
    dict of name to array, one a part
        ``housing_<level>_share`` (a plan that asks for more than it allows: low and mid take
        what it allows, high what it asks for), ``cause:housing_share``.
    """
    rows, count = recorded.of("housing_share"), recorded.parts_count
    three = (3, len(rows.part))
    most_high = np.where(rows.is_contradictory, rows.least, rows.most)
    most = strictest(rows, np.stack([rows.most, rows.most, most_high]), count, is_limit=True)
    least = strictest(rows, np.broadcast_to(rows.least, three), count, is_limit=True)
    levels = []
    for i, level in enumerate(LEVELS):
        centre = getattr(assumptions, f"housing_share_centre_{level}_share")
        possible = getattr(assumptions, f"housing_share_possible_{level}_share")
        by_purpose = {"yes": 1.0, "yes_mixed": centre, "transform": centre, "possible": possible}
        usual = housing.map(by_purpose).to_numpy(dtype=float)
        levels.append(np.fmin(np.fmax(usual, least[i]), most[i]))
    levels[0] = np.where(is_disputed, 0.0, levels[0])
    named = {f"housing_{n}_share": v for n, v in zip(LEVELS, levels, strict=True)}
    is_open = _differ(levels[0], levels[2]) & ~is_disputed
    return named | {"cause:housing_share": is_open}


def unit_caps(
    recorded: Recorded,
    plan_parts: pd.DataFrame,
    dwelling_type: pd.Series,
    housing_m2: Floats,
    homes: Floats,
) -> tuple[dict[str, np.ndarray], pd.DataFrame]:
    """Unit caps: per plot as they are, per decare, per field in whole homes after what stands.

    A least plot size binds how land is divided (pbl § 12-7 no. 2), not how many homes stand on a
    plot that is not. Detached homes mostly get a plot each: without a cap a plot, low counts one
    home on each plot that the land makes; mid and high do not.

    Parameters
    ----------
    recorded : Recorded
    plan_parts : DataFrame, index ``part_id``
        With ``row``, the position of the plot.
    dwelling_type : Series of text, one a part
    housing_m2 : array of float, one a part
        Land of the part that may carry homes: a field's homes go by it.
    homes : array of float, one a part
        Homes that stand on it.

    Returns
    -------
    columns : dict of name to array, one a part
        ``cap_plot_`` and ``cap_field_<level>_count`` (NaN: no cap), ``plot_size_min_m2`` (0:
        none), ``cap_clause_id``, ``cause:basis_unknown``, ``cause:plot_size_min``.
    table : DataFrame
        The fields with a cap, see `potential.plan_rules.fields.table`.
    """
    rows, count = recorded.of("homes_max"), recorded.parts_count
    of_plot, of_field = rows.of(rows.is_plot), rows.of(~rows.is_plot)
    own = limits(of_plot)
    per_plot = strictest(of_plot, own, count, is_limit=True)
    budget = limits(of_field)
    group = fields.fields_of(of_field, np.zeros(len(of_field.part), int), housing_m2, homes)
    order = np.empty(count, dtype=np.intp)
    if len(of_field.part):
        order[np.argsort(plan_parts.index.to_numpy(dtype=object))] = np.arange(count)
    share = fields.whole_shares(group, budget, order)
    table = fields.table(
        group, budget, share[1], np.full(len(of_field.part), "homes_max", object), "count",
        plan_parts,
    )  # fmt: skip
    as_plot = np.where(of_field.is_field, share[2], np.fmax(share[2], budget[2]))
    share = np.stack([share[0], share[1], as_plot])
    per_field = strictest(of_field, share, count, is_limit=True)
    density = recorded.of("homes_per_daa")
    by_area = limits(density) * housing_m2[density.part] / 1000.0
    per_area = strictest(density, by_area, count, is_limit=True)
    clause = clause_of(of_plot, own[1], per_plot[1])
    by_field = np.where(
        per_area[1] < np.where(np.isnan(per_field[1]), np.inf, per_field[1]),
        clause_of(density, by_area[1], per_area[1]),
        clause_of(of_field, share[1], per_field[1]),
    )
    per_field = np.fmin(per_field, per_area)
    smallest = recorded.of("plot_size_min_m2")
    least = np.where(np.isnan(smallest.least), smallest.most, smallest.least)
    size = strictest(smallest, np.broadcast_to(least, (3, len(least))), count, is_limit=False)
    is_one_a_plot = np.isnan(per_plot[0]) & (dwelling_type == "detached").to_numpy(bool)
    is_one_a_plot &= size[1] > 0
    per_plot[0] = np.where(is_one_a_plot, 1.0, per_plot[0])
    return {
        **{f"cap_plot_{n}_count": v for n, v in zip(LEVELS, per_plot, strict=True)},
        **{f"cap_field_{n}_count": v for n, v in zip(LEVELS, per_field, strict=True)},
        "plot_size_min_m2": np.nan_to_num(size[1]),
        "cap_clause_id": np.where(pd.notna(clause), clause, by_field),
        "cause:basis_unknown": parts_with(of_field, ~of_field.is_field, count),
        "cause:plot_size_min": is_one_a_plot,
    }, table


def _differ(one: Floats, other: Floats) -> np.ndarray:
    return ~np.isclose(one, other, rtol=1e-9, atol=1e-12, equal_nan=True)
