"""What the formulas of plan homes read: the rules of a plot's parts pooled, one row a plot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from boligplan_geo.assumptions import Assumptions
from boligplan_geo.potential.plan_rules.assumed import HOUSING_NOW, assumed
from boligplan_geo.rules import formulas
from boligplan_geo.rules.utilisation import LEVELS


def standing(parts: pd.DataFrame, built: pd.DataFrame, count: int) -> pd.DataFrame:
    """What stands, spread over a plot's building land by area; NaN where unknown."""
    row = parts["row"].to_numpy()
    net = np.where(parts["counts_as_plot"], parts["area_m2"], 0.0)
    total = np.bincount(row, weights=net, minlength=count)[row]
    share = np.divide(net, total, out=np.zeros(len(parts)), where=total > 0)
    return pd.DataFrame(
        {
            name: built[f"built_{name}"].to_numpy(dtype=float)[row] * share
            for name in ("bya_m2", "bra_m2", "homes_count")
        },
        index=parts.index,
    )


@dataclass(frozen=True, eq=False)
class Pool:
    """Parts by the position of their plot, with the net area that weighs them."""

    row: np.ndarray
    count: int
    net_m2: np.ndarray
    is_housing: np.ndarray

    @property
    def weight_m2(self) -> np.ndarray:
        """Land that may carry homes."""
        return np.where(self.is_housing, self.net_m2, 0.0)

    def total(self, values: np.ndarray) -> np.ndarray:
        """Sum over a plot's parts."""
        return np.bincount(self.row, weights=values, minlength=self.count)

    def mean(self, values: pd.Series | np.ndarray) -> np.ndarray:
        """Mean over housing parts by area; NaN where a plot has none."""
        weight = self.weight_m2
        known = np.where(weight > 0, np.asarray(values, dtype=float), 0.0)
        return _divided(self.total(weight * known), self.total(weight))

    def known_sum(self, values: np.ndarray) -> np.ndarray:
        """Sum over parts; unknown where a housing part is unknown or nothing is known."""
        return _sum_known(self.row, values, self.is_housing, self.count)


def inputs(
    index: pd.Index,
    parts: pd.DataFrame,
    rules: pd.DataFrame,
    assumptions: Assumptions,
) -> pd.DataFrame:
    """What the formulas read of plans, one row a plot.

    Parameters
    ----------
    index : Index
        ``plot_id`` of the plots.
    parts : DataFrame, index ``part_id``
        Plan parts with ``row``, the position of their plot.
    rules : DataFrame, index ``part_id``
        From `potential.plan_rules.permitted.part_rules`.
    assumptions : Assumptions

    Returns
    -------
    DataFrame, index ``plot_id``
        Sums over parts, means over housing parts by area; NaN: unknown, not limited, or no
        housing part.
    """
    pool = pool_of(parts, rules, len(index))
    plot_m2, housing_m2 = pool.total(pool.net_m2), pool.total(pool.weight_m2)
    columns: dict[str, np.ndarray] = {
        "plan_net_plot_m2": plot_m2,
        "plan_housing_plot_m2": housing_m2,
        "plan_housing_plot_share": _divided(housing_m2, plot_m2),
        "plan_plots_count": _plots(pool, rules, housing_m2),
        "plan_storey_bra_share": np.full(len(index), assumptions.storey_bra_share),
    }
    for name in ("bya", "bra"):
        least = np.where(pool.net_m2 > 0, rules[f"{name}_min_m2"], 0.0)
        columns[f"plan_{name}_min_m2"] = pool.total(least)
    has_known_plan = pool.total(rules["housing"].notna().to_numpy() * 1.0) > 0
    is_nothing = has_known_plan & (plot_m2 == 0)
    for level in LEVELS:
        columns |= _permitted(pool, rules, level, is_nothing)
        columns |= _homes(pool, rules, level, columns["plan_plots_count"])
        columns[f"plan_disputed_{level}_count"] = np.zeros(len(index))
    area = parts["area_m2"].to_numpy(dtype=float)
    columns |= _transformation(area, rules, assumptions, pool.total)
    return pd.DataFrame(columns, index=index)


def pool_of(parts: pd.DataFrame, rules: pd.DataFrame, count: int) -> Pool:
    """The parts of each plot, weighed by the land that carries homes."""
    net = np.where(parts["counts_as_plot"], parts["area_m2"], 0.0)
    is_housing = rules["housing"].isin(HOUSING_NOW).to_numpy() & (net > 0)
    return Pool(parts["row"].to_numpy(), count, net, is_housing)


def _permitted(
    pool: Pool, rules: pd.DataFrame, level: str, is_nothing: np.ndarray
) -> dict[str, np.ndarray]:
    """Permitted BYA and BRA; land that is zoned for nothing that carries building permits none."""
    columns = housing_permitted(pool, rules, level)
    for name in ("bya", "bra"):
        value = np.where(pool.net_m2 > 0, rules[f"{name}_{level}_m2"], np.nan)
        columns[f"plan_{name}_{level}_m2"] = np.where(is_nothing, 0.0, pool.known_sum(value))
    return columns


def housing_permitted(pool: Pool, rules: pd.DataFrame, level: str) -> dict[str, np.ndarray]:
    """Permitted BYA and BRA of the parts that carry homes."""
    return {
        f"plan_housing_{name}_{level}_m2": pool.known_sum(
            np.where(pool.is_housing, rules[f"{name}_{level}_m2"], np.nan)
        )
        for name in ("bya", "bra")
    }


def parking(pool: Pool, rules: pd.DataFrame, level: str) -> dict[str, np.ndarray]:
    """What the spaces of a new and of a standing home take of BYA, and of BRA."""
    spaces = rules[f"parking_{level}_count"].to_numpy(dtype=float)
    ground = spaces * rules["space_bya_m2"].to_numpy()
    # spaces count in BRA where the plan limits BRA (§ 5-7), not where storeys limit it
    is_limited = rules[f"bra_given_{level}_m2"].notna().to_numpy()
    floor = spaces * rules["space_bra_m2"].to_numpy() * is_limited
    # footprints alone are too little of what stands; high trusts that parking is in them
    standing = ground if level != "high" else ground * 0.0
    return {
        f"plan_home_parking_{level}_m2": pool.mean(ground),
        f"plan_standing_parking_{level}_m2": pool.mean(standing),
        f"plan_home_parking_bra_{level}_m2": pool.mean(floor),
    }


def _homes(pool: Pool, rules: pd.DataFrame, level: str, plots: np.ndarray) -> dict[str, np.ndarray]:
    """What a home takes and needs, and how many may stand."""
    open_share = rules[f"open_{level}_share"].to_numpy()
    return {
        f"plan_storeys_{level}_count": pool.mean(rules[f"storeys_{level}_count"]),
        f"plan_housing_{level}_share": pool.mean(rules[f"housing_{level}_share"]),
        f"plan_home_bra_{level}_m2": pool.mean(rules[f"home_bra_{level}_m2"]),
        f"plan_home_outdoor_{level}_m2": pool.mean(rules[f"outdoor_{level}_m2"]),
        f"plan_open_{level}_m2": pool.total(open_share * pool.weight_m2),
        **parking(pool, rules, level),
        f"plan_homes_cap_{level}_count": _cap(pool, rules, level, plots),
    }


def _plots(pool: Pool, rules: pd.DataFrame, housing_m2: np.ndarray) -> np.ndarray:
    """How many plots the land makes under the least plot size; 1 where the plan sets none."""
    least = np.zeros(pool.count)
    np.maximum.at(least, pool.row, np.where(pool.is_housing, rules["plot_size_min_m2"], 0.0))
    columns = {"land_m2": housing_m2, "least_m2": least}
    return np.asarray(formulas.evaluate("most_known(1, floor(land_m2 / least_m2))", columns))


def _divided(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    return np.divide(above, below, out=np.full(len(above), np.nan), where=below > 0)


def _sum_known(
    row: np.ndarray, values: np.ndarray, is_needed: np.ndarray, count: int
) -> np.ndarray:
    """Sum over parts; unknown where a housing part is unknown or nothing is known."""
    known = ~np.isnan(values)
    sums = np.bincount(row[known], weights=values[known], minlength=count)
    has_any = np.bincount(row[known], minlength=count) > 0
    lacks = np.bincount(row[is_needed & ~known], minlength=count) > 0
    return np.where(has_any & ~lacks, sums, np.nan)


def _cap(pool: Pool, rules: pd.DataFrame, level: str, plots: np.ndarray) -> np.ndarray:
    """Unit cap: the least per plot, times the plots the land makes; per field where all have one.

    A cap a plot holds for each plot that may be parted off.
    """
    per_plot = rules[f"cap_plot_{level}_count"].to_numpy(dtype=float)
    least = np.full(pool.count, np.inf)
    capped = pool.is_housing & ~np.isnan(per_plot)
    np.minimum.at(least, pool.row[capped], per_plot[capped])
    per_field = rules[f"cap_field_{level}_count"].to_numpy(dtype=float)
    shared = pool.known_sum(np.where(pool.is_housing, per_field, np.nan))
    shared = formulas.evaluate("floor(x)", {"x": shared})
    return np.fmin(np.where(np.isinf(least), np.nan, least) * plots, shared)


def _transformation(
    area: np.ndarray,
    rules: pd.DataFrame,
    assumptions: Assumptions,
    total: Callable[[np.ndarray], np.ndarray],
) -> dict[str, np.ndarray]:
    """Land that needs another purpose: what it could hold as blocks, all of it assumed."""
    transform = (rules["housing"] == "transform").to_numpy()
    weight = np.where(transform, area, 0.0)
    whole = total(area)
    columns = {
        "plan_transform_m2": total(weight),
        "plan_transform_plot_share": _divided(total(weight), whole),
    }
    block = pd.Series(["block"])
    bya, storeys, parking = (
        float(assumed(block, assumptions, field)[0])
        for field in ("bya_{}_share", "storeys_{}_count", "parking_{}_count")
    )
    size = assumptions.dwelling_bra_m2 / assumptions.net_to_gross_block_share
    for level, sign in zip(LEVELS, (-1, 0, 1), strict=True):
        share = getattr(assumptions, f"housing_share_centre_{level}_share")
        home = size * (1 - sign * assumptions.dwelling_bra_spread_share)
        floors = max(1.0, storeys + sign * assumptions.storeys_spread_count)
        ground = (
            home / (floors * assumptions.storey_bra_share) + parking * assumptions.parking_space_m2
        )
        spread = min(1.0, bya * (1 + sign * assumptions.bya_spread_share))
        columns[f"plan_transform_bya_{level}_m2"] = total(weight) * spread
        columns[f"plan_transform_{level}_share"] = np.full(len(whole), share)
        columns[f"plan_transform_home_ground_{level}_m2"] = np.full(len(whole), ground)
    return columns
