"""Which zones can be in a cheapest set at all: in a whole municipality most cannot."""

from __future__ import annotations

import numpy as np
import pandas as pd

from boligplan_geo.result import Analysis
from boligplan_geo.unlock.effects import groups
from boligplan_geo.unlock.search import Search

#: Up to so many zones are all looked at; of more, these many beyond the promising ones are kept
#: for alternatives.
FEW_ZONES, SPARE_ZONES = 15, 8


def promising(
    run: Analysis, levers: pd.DataFrame, held: pd.DataFrame, near: pd.Index, wanted: float
) -> tuple[pd.DataFrame, pd.DataFrame, Search | None]:
    """Levers of the zones that may be in a cheapest set.

    Fewest zones come first in the cost, and so many zones are needed as the largest gains take
    to reach what is wanted. A zone that cannot help to reach it with so few is left out: that
    changes nothing in the cheapest set, as gains of zones add up.

    Parameters
    ----------
    run : Analysis
    levers, held : DataFrame
        From `levers.levers`.
    near : Index
        ``plot_id`` of the plots whose homes count.
    wanted : float
        Homes.

    Returns
    -------
    levers, held : DataFrame
        As given, with fewer rows and the levers numbered anew.
    outline : Search or None
        All levers, each as it is or at its last step; None where every zone is looked at.
    """
    if levers["zone_key"].nunique() <= FEW_ZONES:
        return levers, held, None
    # all or nothing: the first and the last figure of each ladder
    ends = levers.assign(ladder=[[figures[0], figures[-1]] for figures in levers["ladder"]])
    search = Search(ends, groups(run, ends, held, near))
    if search.most() < wanted:
        return levers, held, search
    gains = pd.Series({levers.at[z.levers[0], "zone_key"]: z.homes.max() for z in search.zones})
    kept = gains.index[may_help(gains.to_numpy(dtype=float), wanted)]
    chosen = levers[levers["zone_key"].isin(kept)]
    number = pd.Index(chosen.index).get_indexer(held["lever"])
    fewer = held.assign(lever=number)[number >= 0].reset_index(drop=True)
    return chosen.reset_index(drop=True).rename_axis("lever"), fewer, search


def may_help(gains: np.ndarray, wanted: float) -> np.ndarray:
    """Zones that can be among the fewest which together give what is wanted, and some spare ones.

    Examples
    --------
    >>> may_help(np.array([9.0, *[1.0] * 20, 5.0]), 14).nonzero()[0].tolist()
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 21]
    """
    order = np.argsort(-gains, kind="stable")
    sums = np.cumsum(gains[order])
    fewest = int(np.searchsorted(sums, wanted)) + 1  # more than there are where none suffice
    if fewest > len(gains):
        return np.ones(len(gains), dtype=bool)
    place = np.empty(len(gains), dtype=int)
    place[order] = np.arange(len(gains))
    # beside the largest others, one fewer than are needed
    others = np.where(
        place < fewest - 1,
        sums[fewest - 1] - gains,
        sums[fewest - 2] if fewest > 1 else 0.0,
    )
    helps = gains + others >= wanted
    helps[order[: helps.sum() + SPARE_ZONES]] = True
    return helps
