"""The cheapest sets of changes that give so many homes.

Cost is counted in this order: zones touched, steps (one rung of a ladder each), parameters
changed. Inside a zone every combination of steps is known (`effects`); zones are put together by
dynamic programming over homes, so the cheapest set is found and not only approached, however
many zones there are. Two things keep that from being the whole truth, and are then said:
plots that lie in several zones, whose homes are first counted zone by zone and then together, and
a zone with more combinations than `MOST_COMBINATIONS`, of which the least useful levers are left.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from boligplan_geo.unlock.effects import Group, gain

#: Combinations of steps that are kept of one zone.
MOST_COMBINATIONS = 300_000
#: Sets that are looked at while alternatives are sought.
MOST_SETS = 60
#: A zone counts for more than any number of steps, a step for more than any number of parameters.
ZONE, STEP, PARAMETER = 10**9, 10**4, 1


@dataclass(frozen=True)
class Plan:
    """A set of changes: steps by lever, its cost and the homes that it gives."""

    level: Mapping[int, int]
    cost: int
    homes: float

    @property
    def levers(self) -> tuple[int, ...]:
        """The levers that are changed."""
        return tuple(sorted(self.level))


@dataclass(frozen=True, eq=False)
class Zone:
    """One zone: homes gained by every combination of steps of its levers.

    Parameters
    ----------
    levers : tuple of int
    homes : array of float, one axis a lever
    weight : int
        How many zones a change here touches.
    """

    levers: tuple[int, ...]
    homes: np.ndarray
    weight: int

    def options(self, forbidden: frozenset[int]) -> list[Plan]:
        """Combinations worth their cost, by rising cost; without forbidden levers."""
        axes = tuple(slice(0, 1) if n in forbidden else slice(None) for n in self.levers)
        homes = self.homes[axes]
        index = np.indices(homes.shape).reshape(len(self.levers), -1)
        cost = STEP * index.sum(axis=0) + PARAMETER * (index > 0).sum(axis=0)
        flat = homes.ravel()
        order = np.lexsort((np.arange(len(flat)), -flat, cost))
        best = np.maximum.accumulate(np.concatenate([[0.0], flat[order]]))
        worth = order[flat[order] > best[:-1] + 1e-9]
        return [
            Plan(
                {n: int(s) for n, s in zip(self.levers, index[:, place], strict=True) if s},
                int(cost[place]) + ZONE * self.weight,
                float(flat[place]),
            )
            for place in worth
        ]


class Search:
    """Zones with their options, ready to be put together.

    Parameters
    ----------
    levers : DataFrame
        With ``zone_key`` and ``zones_count``.
    groups : sequence of Group
    """

    def __init__(self, levers: pd.DataFrame, groups: Sequence[Group]) -> None:
        self.groups = [g for g in groups if (g.homes != 0).any()]
        self.zone_of = levers["zone_key"].to_numpy(dtype=object)
        self.left_out: set[int] = set()
        self._options: dict[tuple[int, frozenset[int]], list[Plan]] = {}
        self.zones = []
        for _, own in levers.groupby("zone_key", sort=True):
            zone = self._zone(tuple(own.index), int(own["zones_count"].max()))
            if zone.levers:
                self.zones.append(zone)
        of_group = [{self.zone_of[n] for n in self._felt(g)} for g in self.groups]
        #: Whether homes of some plots depend on changes in several zones.
        self.is_coupled = any(len(zones) > 1 for zones in of_group)

    def _felt(self, group: Group) -> list[int]:
        """Levers of a group that change anything for it."""
        return [
            lever
            for axis, lever in enumerate(group.levers)
            if (np.diff(group.homes, axis=axis) != 0).any()
        ]

    def _zone(self, levers: tuple[int, ...], weight: int) -> Zone:
        own = {n: size for g in self.groups for n, size in zip(g.levers, g.homes.shape, strict=True)
               if n in levers and n in self._felt(g)}  # fmt: skip
        kept = sorted(own)
        while np.prod([own[n] for n in kept], dtype=float) > MOST_COMBINATIONS:
            least = min(kept, key=lambda n: (self._use(n), n))
            kept.remove(least)
            self.left_out.add(least)
        homes = np.zeros([own[n] for n in kept])
        for group in self.groups:
            homes = homes + _in_axes(group, kept)
        return Zone(tuple(kept), homes, weight)

    def _use(self, lever: int) -> float:
        """Most homes that a lever alone makes a difference of, over what the others do."""
        return sum(
            float(np.ptp(g.homes, axis=g.levers.index(lever)).max())
            for g in self.groups
            if lever in g.levers
        )

    @property
    def code(self) -> str:
        """How far the search can be relied on: ``exact``, ``coupled`` or ``reduced``."""
        is_reduced = self.left_out or not all(g.is_whole for g in self.groups)
        return "reduced" if is_reduced else "coupled" if self.is_coupled else "exact"

    def code_beside(self, outline: Search | None) -> str:
        """`code`, where zones were left out by the outline of all."""
        is_exact = outline is None or not outline.is_coupled or self.code != "exact"
        return self.code if is_exact else "coupled"

    def most(self) -> float:
        """Most homes that all levers together give."""
        return gain(self.groups, {n: size - 1 for n, size in self._sizes().items()})

    def best(self, wanted: float, forbidden: frozenset[int] = frozenset()) -> Plan | None:
        """The cheapest set that gives so many homes; None where there is none."""
        asked = int(np.ceil(wanted))
        for _ in range(10):
            level = self._put_together(asked, forbidden)
            if level is None:
                break
            short = wanted - gain(self.groups, level)
            if short <= 0:
                return self._plan(self._spared(level, wanted))
            asked += int(np.ceil(short))  # zones that share plots give less together
        # zones that share plots may give more together than the sum of each alone
        level = {n: size - 1 for n, size in self._sizes().items() if n not in forbidden}
        if not self.is_coupled or gain(self.groups, level) < wanted:
            return None
        return self._plan(self._spared(level, wanted))

    def _plan(self, level: dict[int, int]) -> Plan:
        return Plan(level, self.cost(level), gain(self.groups, level))

    def _sizes(self) -> dict[int, int]:
        """Figures on the ladder of each lever, that in force included."""
        return {n: s for g in self.groups for n, s in zip(g.levers, g.homes.shape, strict=True)}

    def cost(self, level: Mapping[int, int]) -> int:
        """Cost of a set of changes."""
        touched = sum(z.weight for z in self.zones if any(n in level for n in z.levers))
        return ZONE * touched + STEP * sum(level.values()) + PARAMETER * len(level)

    def sets(self, wanted: float, count: int) -> list[Plan]:
        """The cheapest sets by rising cost; each lacks a change of every one before it."""
        first = self.best(wanted)
        queue = [] if first is None else [(_key(first), frozenset[int](), first)]
        asked, found = {frozenset[int]()}, list[Plan]()
        for _ in range(MOST_SETS):
            if not queue or len(found) == count:
                break
            _, forbidden, plan = heapq.heappop(queue)
            if not any(set(earlier.levers) <= set(plan.levers) for earlier in found):
                found.append(plan)
            for lever in plan.levers:
                without = forbidden | {lever}
                if without not in asked:
                    asked.add(without)
                    other = self.best(wanted, without)
                    if other is not None:
                        heapq.heappush(queue, (_key(other), without, other))
        return found

    def _put_together(self, asked: int, forbidden: frozenset[int]) -> dict[int, int] | None:
        """The cheapest choice of one option a zone whose homes sum to what is asked."""
        need = np.arange(asked + 1)
        cost = np.where(need == 0, 0, np.iinfo(np.int64).max // 4)
        chosen: list[tuple[list[Plan], np.ndarray]] = []
        for place, zone in enumerate(self.zones):
            key = place, forbidden.intersection(zone.levers)
            if key not in self._options:
                self._options[key] = zone.options(forbidden)
            options = self._options[key]
            pick, least = np.full(asked + 1, -1), cost
            for number, option in enumerate(options):
                total = cost[np.maximum(need - int(option.homes), 0)] + option.cost
                is_less = total < least
                least, pick = np.where(is_less, total, least), np.where(is_less, number, pick)
            chosen.append((options, pick))
            cost = least
        if cost[asked] >= np.iinfo(np.int64).max // 4:
            return None
        level: dict[int, int] = {}
        left = asked
        for options, pick in reversed(chosen):
            if pick[left] >= 0:
                option = options[pick[left]]
                level |= option.level
                left = max(left - int(option.homes), 0)
        return level

    def _spared(self, level: dict[int, int], wanted: float) -> dict[int, int]:
        """The set without what it can do without: whole zones first, then single steps."""
        if not self.is_coupled:
            return level
        for zone in sorted(self.zones, key=lambda z: (z.homes.max(initial=0.0), z.levers)):
            fewer = {n: steps for n, steps in level.items() if n not in zone.levers}
            if gain(self.groups, fewer) >= wanted:
                level = fewer
        for lever in sorted(level, reverse=True):
            while lever in level:
                fewer = {**level, lever: level[lever] - 1}
                fewer = {n: steps for n, steps in fewer.items() if steps}
                if gain(self.groups, fewer) < wanted:
                    break
                level = fewer
        return level


def _key(plan: Plan) -> tuple[object, ...]:
    return plan.cost, -plan.homes, sorted(plan.level.items())


def _in_axes(group: Group, levers: Sequence[int]) -> np.ndarray:
    """A group's homes over a zone's levers, both sorted; the levers of other zones as they are."""
    homes = group.homes[tuple(slice(None) if n in levers else 0 for n in group.levers)]
    sizes = {n: homes.shape[a] for a, n in enumerate(n for n in group.levers if n in levers)}
    return homes.reshape([sizes.get(n, 1) for n in levers])
