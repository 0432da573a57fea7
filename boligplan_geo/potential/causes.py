"""Why a plot's low and high differ from mid: codes of ``codes/reasons.csv``, joined by ``;``."""

from __future__ import annotations

import numpy as np
import pandas as pd

from boligplan_geo.assumptions import Assumptions
from boligplan_geo.potential.land import SMALL_BUILDING_HOMES_COUNT
from boligplan_geo.potential.plan_rules.recorded import NULL
from boligplan_geo.potential.pooled import Pool
from boligplan_geo.rules.utilisation import LEVELS

#: Causes that a part has, as ``cause:<code>`` of its rules, in the order they are told.
OF_PARTS = (
    "older_definition",
    "half_road",
    "bya_assumed",
    "basis_unknown",
    "zone_910",
    "least_above_most",
    "storeys_assumed",
    "storeys_from_height",
    "terrain_unknown",
    "height_cap_unknown",
    "filled_beside_utilisation",
    "plot_size_min",
    "housing_share",
)
#: Causes without an interval: a figure that was read in another unit, a demand of unknown state.
REMARKS = ("percent_as_share", "ratio_as_percent", "phasing_unknown")
_FIGURES = ("plan_bya_{}_m2", "plan_bra_{}_m2", "potential_plan_homes_{}_count")


def interval_causes(
    table: pd.DataFrame,
    pool: Pool,
    rules: pd.DataFrame,
    unknown_land: np.ndarray,
    assumptions: Assumptions,
) -> np.ndarray:
    """What makes intervals of a plot's permitted BYA, BRA and homes.

    Parameters
    ----------
    table : DataFrame, index ``plot_id``
        Low, mid and high of BYA, BRA and homes, and what they were made of.
    pool : Pool
    rules : DataFrame, index ``part_id``
        With ``cause:<code>``.
    unknown_land : array of text, one a plot
        Why it is unknown what zones take; null where every zone is known.
    assumptions : Assumptions

    Returns
    -------
    array of text, one a plot
        Null where low, mid and high are the same, and where homes are unknown.
    """
    homes = [table[f"potential_plan_homes_{level}_count"].to_numpy() for level in LEVELS]
    disputed = (table["plan_disputed_high_count"] > 0).to_numpy()
    has_homes = (table["plan_housing_plot_m2"] > 0).to_numpy() & ~np.isnan(homes[1])
    found = {code: _any(pool, rules, code) for code in OF_PARTS}
    found["zone_910"] |= disputed
    parks = (table["plan_standing_homes_count"] > 0).to_numpy()
    parking = table[["plan_standing_parking_low_m2", "plan_standing_parking_high_m2"]].to_numpy()
    found |= {
        "home_size": has_homes & (assumptions.dwelling_bra_spread_share > 0),
        "standing_parking": has_homes & parks & (parking[:, 0] != parking[:, 1]),
        "safety_class": has_homes & _by_safety_class(table),
        "noise_outdoor": has_homes & _by_noise(table),
    }
    is_interval = np.zeros(len(table), dtype=bool)
    for pattern in _FIGURES:
        low, mid, high = (table[pattern.format(level)].to_numpy() for level in LEVELS)
        is_interval |= ~_same(low, mid) | ~_same(mid, high)
    told = [np.where(holds & is_interval, code, NULL) for code, holds in found.items()]
    return joined(len(table), *told, np.where(has_homes & is_interval, unknown_land, NULL))


def _by_safety_class(table: pd.DataFrame) -> np.ndarray:
    """Plots where only small buildings find room for as many homes as high."""
    small = table["potential_small_homes_high_count"]
    is_many = small > SMALL_BUILDING_HOMES_COUNT
    return (is_many & (small > table["potential_large_homes_high_count"])).to_numpy(dtype=bool)


def _by_noise(table: pd.DataFrame) -> np.ndarray:
    """Plots where quiet land limits homes, which high reads as made quiet."""
    quiet, high = (f"potential_{n}_count" for n in ("by_quiet_low", "small_homes_high"))
    is_noisy = table["plan_quiet_low_share"] < table["plan_quiet_high_share"]
    return (is_noisy & (table[quiet] < table[high])).to_numpy(dtype=bool)


def remarks(pool: Pool, rules: pd.DataFrame) -> list[np.ndarray]:
    """Codes of `REMARKS` by plot, null where they do not hold."""
    return [np.where(_any(pool, rules, code), code, NULL) for code in REMARKS]


def _any(pool: Pool, rules: pd.DataFrame, code: str) -> np.ndarray:
    """Plots where a cause holds on a part that carries homes."""
    holds = rules[f"cause:{code}"].to_numpy(dtype=bool) & pool.is_housing
    return np.bincount(pool.row[holds], minlength=pool.count) > 0


def _same(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    return np.isclose(one, other, rtol=1e-9, atol=1e-9, equal_nan=True)


def joined(count: int, *columns: np.ndarray) -> np.ndarray:
    """Codes joined by ``;``; null where there is none.

    Examples
    --------
    >>> joined(2, np.array(["a", None], object), np.array(["b", None], object)).tolist()
    ['a;b', None]
    """
    # few combinations of codes stand for many plots: join each once
    place, codes = np.zeros(count, dtype=np.int64), [""]
    for column in columns:
        number, labels = pd.factorize(column)
        place = place * (len(labels) + 1) + number + 1
        used, place = np.unique(place, return_inverse=True)
        place = place.reshape(-1)
        before, code = np.divmod(used, len(labels) + 1)
        texts = [*labels, ""]
        codes = [
            ";".join(t for t in (codes[b], texts[c - 1]) if t)
            for b, c in zip(before, code, strict=True)
        ]
    told = np.array([text or None for text in codes], dtype=object)
    return told[place]
