"""What levers give: homes for every combination of steps, by the formulas of plan homes.

A part's rules are made once for every step of every parameter that lies on it; a combination is
then a choice of columns, and plan homes are the same formulas on whole columns
(`potential.capacity`). Plots that lie under the same levers share one table of combinations, so
what a set of changes gives is a sum of look-ups, with all that the changes do to each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from boligplan_geo.potential import capacity, pooled
from boligplan_geo.potential.plan_rules.permitted import PART_FORMULAS
from boligplan_geo.result import Analysis
from boligplan_geo.rules import formulas
from boligplan_geo.unlock.copies import Copies

HOMES = "potential_plan_homes_mid_count"
#: Columns of part rules by the family of the parameters that they follow; all others follow
#: storeys alone, as these decide the dwelling type.
COLUMNS_OF: Mapping[str, tuple[str, ...]] = {
    "bya": ("bya_",),
    "bra": ("bra_given_", "bra_min_", "is_bra_given"),
    "cap": ("cap_", "plot_size_min_"),
    "outdoor": ("outdoor_", "open_"),
    "parking": ("parking_", "space_"),
    "share": ("housing_low_share", "housing_mid_share", "housing_high_share"),
}
#: Rows of combinations × plots that are computed at a time.
CHUNK_ROWS = 200_000
#: Combinations of steps that are computed for plots under the same levers.
MOST_COMBINATIONS = 20_000
_OF_MID = {name: f for name, f in capacity.formulas_of("mid").items() if "transform" not in name}


@dataclass(frozen=True, eq=False)
class Group:
    """Plots under the same levers: homes gained by every combination of their steps.

    Parameters
    ----------
    levers : tuple of int
        Sorted.
    homes : array of float, one axis a lever
        Homes gained in the place that is asked about.
    is_whole : bool
        Whether every lever that may matter to the plots is there.
    """

    levers: tuple[int, ...]
    homes: np.ndarray
    is_whole: bool = True

    def gain(self, level: Mapping[int, int]) -> float:
        """Homes gained by one combination."""
        return float(self.homes[tuple(level.get(lever, 0) for lever in self.levers)])


def gain(groups: Sequence[Group], level: Mapping[int, int]) -> float:
    """Homes gained by one combination of steps, over all groups."""
    return sum(group.gain(level) for group in groups)


def groups(run: Analysis, levers: pd.DataFrame, held: pd.DataFrame, near: pd.Index) -> list[Group]:
    """Tables of homes gained around a place.

    Parameters
    ----------
    run : Analysis
    levers, held : DataFrame
        From `levers.levers`.
    near : Index
        ``plot_id`` of the plots whose homes count.

    Returns
    -------
    list of Group
        Plots whose homes are unknown, and those under no lever, are in none.
    """
    if not len(levers):
        return []
    table = _Combinations(Copies(run, levers, held, near))
    found = [table.group(own, plots) for own, plots in table.signatures()]
    return [group for group in found if group.levers]


class _Combinations:
    """Homes of plots for combinations of steps."""

    def __init__(self, copies: Copies) -> None:
        self.copies, self.parts, self.held = copies, copies.parts, copies.held
        self.sizes = np.array([len(ladder) for ladder in copies.levers["ladder"]], dtype=int)
        self.given = _given(copies)

    def signatures(self) -> list[tuple[tuple[int, ...], np.ndarray]]:
        """The sets of levers that plots lie under, each with the positions of those plots."""
        copies = self.copies
        known = copies.run.plots[HOMES].reindex(copies.plots).notna().to_numpy()
        plot = self.parts["row"].to_numpy()[self.held["part"]]
        pairs = pd.DataFrame({"plot": plot, "lever": self.held["lever"]}).drop_duplicates()
        pairs = pairs[known[pairs["plot"]] & pairs["plot"].isin(copies.near)]
        pairs = pairs.sort_values(["plot", "lever"])
        of_plot = pairs.groupby("plot")["lever"].agg(tuple)
        return [
            (own, np.sort(np.asarray(plots, dtype=np.intp)))
            for own, plots in sorted(of_plot.groupby(of_plot).groups.items())
        ]

    def group(self, own: tuple[int, ...], plots: np.ndarray) -> Group:
        """Homes that plots gain by every combination of steps of their levers."""
        own, is_whole = self._useful(own, plots)
        sizes = self.sizes[list(own)]
        count = int(np.prod(sizes))
        level = np.stack(np.unravel_index(np.arange(count), sizes))
        at_once = max(1, CHUNK_ROWS // len(plots))
        homes = np.concatenate(
            [
                self._homes(own, plots, level[:, start : start + at_once])
                for start in range(0, count, at_once)
            ]
        )
        return Group(own, (homes - homes[0]).reshape(sizes), is_whole)

    def _useful(self, own: tuple[int, ...], plots: np.ndarray) -> tuple[tuple[int, ...], bool]:
        """The levers to combine, and whether none that may matter was left out.

        A plot that reaches over the whole town lies under more levers than can be combined: those
        stay that make the most of a difference, alone or beside all the others.
        """
        sizes = self.sizes[list(own)]
        if np.prod(sizes, dtype=float) <= MOST_COMBINATIONS:
            return own, True
        most, count = sizes - 1, len(own)
        alone, without = np.diag(most), np.tile(most[:, None], count) - np.diag(most)
        level = np.column_stack([np.zeros(count, dtype=int), most, alone, without])
        homes = self._homes(own, plots, level)
        use = np.maximum(homes[2 : 2 + count] - homes[0], homes[1] - homes[2 + count :])
        order = [n for n in np.lexsort((np.arange(count), -use)) if use[n] > 0]
        kept: list[int] = []
        for n in order:
            if np.prod(sizes[[*kept, n]], dtype=float) <= MOST_COMBINATIONS:
                kept.append(n)
        return tuple(sorted(own[n] for n in kept)), len(kept) == len(order)

    def _homes(self, own: tuple[int, ...], plots: np.ndarray, level: np.ndarray) -> np.ndarray:
        """Homes of some plots together, for each combination of steps (lever × combination)."""
        chosen = np.flatnonzero(np.isin(self.parts["row"], plots))
        count, whole = len(plots), len(self.parts)
        combinations = level.shape[1]
        config = self._configs(own, chosen, level)
        storeys = config.pop("storeys") * self.copies.others
        start = np.tile(chosen, combinations)
        columns: dict[str, np.ndarray] = {}
        for name, values in self.copies.rules.items():
            if not str(name).startswith("cause:") and not str(name).endswith("_clause_id"):
                family = _family(str(name))
                copy = storeys + (config[family] if family else 0)
                columns[str(name)] = values.to_numpy()[copy * whole + start]
        columns |= {name: formulas.evaluate(f, columns) for name, f in PART_FORMULAS.items()}
        parts = self.parts[["counts_as_plot", "area_m2"]].iloc[start].reset_index(drop=True)
        place = np.searchsorted(plots, self.parts["row"].to_numpy()[chosen])
        parts["row"] = np.tile(place, combinations) + np.repeat(
            np.arange(combinations) * count, len(chosen)
        )
        rows = np.tile(plots, combinations)
        table = pooled.inputs(
            pd.RangeIndex(len(rows)), parts, pd.DataFrame(columns), self.copies.run.assumptions
        )  # fmt: skip
        given = {name: values[rows] for name, values in self.given.items()}
        found = formulas.derive(_OF_MID, table.assign(**given).astype(float))
        homes = np.where(table["plan_housing_plot_m2"] > 0, found[HOMES], 0.0)
        return homes.reshape(combinations, count).sum(axis=1)

    def _configs(
        self, own: tuple[int, ...], chosen: np.ndarray, level: np.ndarray
    ) -> dict[str, np.ndarray]:
        """Copy of each part that has each family's figures at each combination of steps."""
        found = {
            name: np.zeros((level.shape[1], len(chosen)), dtype=np.intp)
            for name in (*COLUMNS_OF, "storeys")
        }
        held = self.held[self.held["part"].isin(chosen) & self.held["lever"].isin(own)]
        place = np.searchsorted(chosen, held["part"])
        axis = np.searchsorted(own, held["lever"])
        for part, lever, family, stride in zip(
            place, axis, held["family_code"], held["stride"], strict=True
        ):
            found[family][:, part] += level[lever] * stride
        return {name: config.ravel() for name, config in found.items()}


def _family(column: str) -> str:
    """Family whose step a column of part rules follows; empty where storeys alone decide it."""
    for family, prefixes in COLUMNS_OF.items():
        if column.startswith(prefixes):
            return family
    return ""


def _given(copies: Copies) -> dict[str, np.ndarray]:
    """What the formulas read of a plot and no plan change touches: what stands, and its land."""
    built = copies.of_plots("built")
    standing = {name: built[name].to_numpy(dtype=float) for name in _BUILT}
    return standing | {str(name): v.to_numpy(dtype=float) for name, v in copies.land.items()}


_BUILT = ("built_bya_m2", "built_bra_m2", "built_homes_count")
