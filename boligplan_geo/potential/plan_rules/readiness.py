"""When homes may be built: now, after a phasing demand, or after a detail plan; by which clause.

What is demanded first stands in clauses, in zones, or in the law itself. A demand that nobody
says is fulfilled is open; where it is not known, the cause says so. A plan that must be made
comes before a phasing demand.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from boligplan_geo.potential.plan_rules.recorded import NULL, Floats, Recorded, clause_of, strictest
from boligplan_geo.rules import formulas
from boligplan_geo.rules.records import MAP_CLAUSE

#: Hensynssoner that demand infrastructure or services first (rekkefølgekrav).
PHASING_ZONES = ("410", "430", "440", "450")
#: Restriction areas of kommuneplaner under pbl 1985 that demand a plan (plankrav).
PLAN_ZONES = ("110", "111", "112")
RESTRICTION_GROUP = "restriksjon"
#: A zone reaches a part that it covers by half.
ZONE_SHARE_MIN = 0.5
#: The law where no clause of a plan says it: a private detail plan that is not begun within ten
#: years permits nothing, nor does a plan under a temporary ban.
LAPSED_CLAUSE, BAN_CLAUSE = "pbl § 12-4", "pbl § 13-1"

#: A plan is demanded from so many homes, or so much BRA, that is built.
_THRESHOLDS = {
    "plan_from_homes_count": "plan_required_from_homes",
    "plan_from_bra_m2": "plan_required_from_m2",
}
_NOW, _PHASING, _PLAN = 0, 1, 2
NAMES = ("now", "after_phasing", "after_plan")


def readiness(
    recorded: Recorded,
    plan_parts: pd.DataFrame,
    part_zones: pd.DataFrame | None,
    is_vacant: np.ndarray,
) -> dict[str, np.ndarray]:
    """What must come before homes on each part, and the clause that says so.

    Parameters
    ----------
    recorded : Recorded
        ``plan_required``, ``phasing_required`` (1 open, 0 fulfilled), ``temporary_ban``, and
        ``plan_required_from_homes`` and ``_from_m2`` (a plan is demanded where so much is built).
    plan_parts : DataFrame, index ``part_id``
        ``is_over_ten_years``, ``has_temporary_ban``, ``is_without_effect`` where known.
    part_zones : DataFrame, optional
        From `facts.plan.zones`.
    is_vacant : array of bool, one a part
        Whether nothing stands on the part's plot: there a private plan is not begun.

    Returns
    -------
    dict of name to array, one a part
        ``when`` (0 now, 1 after a phasing demand, 2 after a plan), ``when_clause_id`` (null for
        now), ``plan_from_homes_count`` and ``plan_from_bra_m2`` (NaN: not said) with their
        ``_clause_id``, ``cause:phasing_unknown``.
    """
    count = recorded.parts_count
    zones = _Zones(plan_parts.index, part_zones)
    phasing, phasing_clause = _flag(recorded, "phasing_required")
    zoned, zone_clause = zones.over(PHASING_ZONES)
    is_unknown = zoned & np.isnan(phasing)
    plan, plan_clause = _flag(recorded, "plan_required")
    map_plan, map_clause = zones.over(PLAN_ZONES, group=RESTRICTION_GROUP)
    ban, ban_clause = _flag(recorded, "temporary_ban")
    lapsed, banned, no_effect = (
        plan_parts.get(name, pd.Series(False, index=plan_parts.index)).eq(True).to_numpy(bool)
        for name in ("is_over_ten_years", "has_temporary_ban", "is_without_effect")
    )
    # the last that holds is the one that is cited
    when, clause = np.full(count, _NOW), np.full(count, None, dtype=object)
    for holds, stage, cited in (
        (is_unknown, _PHASING, zone_clause),
        (phasing > 0, _PHASING, phasing_clause),
        (map_plan & np.isnan(plan), _PLAN, map_clause),
        (plan > 0, _PLAN, plan_clause),
        (no_effect, _PLAN, MAP_CLAUSE),
        (lapsed & is_vacant, _PLAN, LAPSED_CLAUSE),
        (banned & ~(ban == 0), _PLAN, BAN_CLAUSE),
        (ban > 0, _PLAN, ban_clause),
    ):
        when, clause = np.where(holds, stage, when), np.where(holds, cited, clause)
    found = {"when": when, "when_clause_id": clause, "cause:phasing_unknown": is_unknown}
    for name, parameter in _THRESHOLDS.items():
        from_size, from_clause = _threshold(recorded, parameter)
        # a demand that is met is met whatever is built
        found[name] = np.where(plan == 0, np.nan, from_size)
        found[f"{name}_clause_id"] = from_clause
    return found


class _Zones:
    """Zones that cover a part by half or more."""

    def __init__(self, parts: pd.Index, part_zones: pd.DataFrame | None) -> None:
        self.count = len(parts)
        self.zones = part_zones if part_zones is not None and len(part_zones) else None
        if self.zones is not None:
            self.part = parts.get_indexer(pd.Index(self.zones["part_id"]))
            self.covers = (self.zones["share"].to_numpy() >= ZONE_SHARE_MIN) & (self.part >= 0)

    def over(
        self, codes: tuple[str, ...], *, group: str | None = None
    ) -> tuple[np.ndarray, np.ndarray]:
        """Parts under a zone with one of the codes, and the zone as it is cited (H430)."""
        found = np.zeros(self.count, dtype=bool)
        clause = np.full(self.count, None, dtype=object)
        if self.zones is None:
            return found, clause
        code = self.zones["zone_code"].astype(object).to_numpy()
        chosen = self.covers & np.isin(code.astype(str), codes)
        groups = self.zones.get("zone_group_code")
        if group is not None:
            if groups is None:
                return found, clause
            chosen &= (groups == group).to_numpy(bool)
        first = np.flatnonzero(chosen)
        first = first[np.lexsort((code[first].astype(str), self.part[first]))][::-1]
        found[self.part[first]] = True
        clause[self.part[first]] = ("H" + pd.Series(code[first]).astype(str)).to_numpy(object)
        return found, clause


def _flag(recorded: Recorded, parameter: str) -> tuple[Floats, np.ndarray]:
    """1 where it is demanded, 0 where a clause says it is not (any more), NaN where none says."""
    rows = recorded.of(parameter)
    rows = rows.of(~rows.is_910)
    said = np.where(np.isnan(rows.most), rows.least, rows.most)
    said = np.where(np.isnan(said), 1.0, said)  # a clause without a figure demands it
    levels = np.broadcast_to(said, (3, len(said)))
    settled = strictest(rows, levels, recorded.parts_count, is_limit=False)[1]
    return settled, clause_of(rows, said, settled)


def _threshold(recorded: Recorded, parameter: str) -> tuple[Floats, np.ndarray]:
    """From what size on something is demanded; NaN where no clause says."""
    rows = recorded.of(parameter)
    rows = rows.of(~rows.is_910)
    said = np.where(np.isnan(rows.least), rows.most, rows.least)
    levels = np.broadcast_to(said, (3, len(said)))
    settled = strictest(rows, levels, recorded.parts_count, is_limit=True)[1]
    return settled, clause_of(rows, said, settled)


def split(
    homes: Floats, new_bra_m2: Floats, part_plot: np.ndarray, weight_m2: Floats, rules: pd.DataFrame
) -> tuple[dict[str, Floats], np.ndarray]:
    """Homes of mid by what must come first: whole homes that sum to mid exactly.

    A plot under several demands is split by the land under each, by largest remainder; of equal
    remainders the later stage gets the home, so that «now» is never said too much.

    Parameters
    ----------
    homes : array of float, one a plot
        Plan homes of mid; NaN where unknown.
    new_bra_m2 : array of float, one a plot
        BRA of those homes.
    part_plot : array of int, one a part
        Position of the part's plot.
    weight_m2 : array of float, one a part
        Land that carries homes.
    rules : DataFrame, one row a part
        From `readiness`.

    Returns
    -------
    by_stage : dict of ``now``, ``after_phasing``, ``after_plan`` to array, one a plot
    clause : array of text, one a plot
        What says that homes must wait: for a plan, else for phasing; null where none wait.
    """
    count = len(homes)
    stage = rules["when"].to_numpy()
    cited = rules["when_clause_id"].to_numpy(dtype=object)
    for name, built in (("plan_from_homes_count", homes), ("plan_from_bra_m2", new_bra_m2)):
        is_large = (built[part_plot] >= rules[name].to_numpy(dtype=float)) & (stage < _PLAN)
        stage = np.where(is_large, _PLAN, stage)
        cited = np.where(is_large, rules[f"{name}_clause_id"].to_numpy(dtype=object), cited)
    land = np.zeros((3, count))
    np.add.at(land, (stage, part_plot), weight_m2)
    whole = land.sum(axis=0)
    share = np.divide(land, whole, out=np.zeros_like(land), where=whole > 0)
    share[_NOW, whole <= 0] = 1.0
    given = _whole_homes(np.nan_to_num(homes) * share, np.nan_to_num(homes))
    latest = np.where(given[_PLAN] > 0, _PLAN, np.where(given[_PHASING] > 0, _PHASING, _NOW))
    clause = _clause_of_stage(latest, stage, cited, part_plot, weight_m2)
    unknown = np.isnan(homes)
    by_stage = {n: np.where(unknown, np.nan, g) for n, g in zip(NAMES, given, strict=True)}
    return by_stage, np.where(unknown, NULL, clause)


def _whole_homes(quota: Floats, homes: Floats) -> Floats:
    """Whole homes of each stage by largest remainder, the later stage first among equals."""
    given = formulas.evaluate("floor(quota)", {"quota": quota})
    left = np.round(homes - given.sum(axis=0))
    claim = np.round(quota - given, 9)
    order = np.argsort(-claim[::-1], axis=0, kind="stable")
    place = np.empty_like(order)
    np.put_along_axis(place, order, np.arange(3)[:, None] * np.ones_like(order), axis=0)
    return given + (place[::-1] < left)


def _clause_of_stage(
    latest: np.ndarray, stage: np.ndarray, cited: np.ndarray, part_plot: np.ndarray,
    weight_m2: Floats,
) -> np.ndarray:  # fmt: skip
    """The clause of the largest part that waits for the plot's latest stage."""
    chosen = np.flatnonzero((stage == latest[part_plot]) & (stage > _NOW) & (weight_m2 > 0))
    smallest_first = chosen[np.lexsort((-chosen, np.round(weight_m2[chosen], 2)))]
    clause = np.full(len(latest), None, dtype=object)
    clause[part_plot[smallest_first]] = cited[smallest_first]
    return clause
