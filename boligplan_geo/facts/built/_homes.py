"""Homes of `facts.built`: each dwelling unit whole on one plot of its property."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd

from boligplan_geo.errors import Note
from boligplan_geo.facts.built._stock import DWELLING_TYPES
from boligplan_geo.geometry import Indices, join

#: First two digits of holiday homes, huts, garages, outbuildings and barracks: no homes.
NO_DWELLING = ("16", "17", "18", "19")


class Properties(NamedTuple):
    """Properties of the plots: the ids as an index, each plot's, and each one's largest plot."""

    ids: pd.Index
    of_plot: Indices
    largest: Indices

    def of(self, ids: pd.Series | np.ndarray) -> Indices:
        """Position of each id; -1 where no plot of the input belongs to it."""
        return self.ids.get_indexer(pd.Index(np.asarray(ids, dtype=object), dtype=object))


def properties_of(plots: gpd.GeoDataFrame, plot_rank: Indices) -> Properties:
    """Properties of the plots; ties of size go to the first ``plot_id``."""
    if "property_id" not in plots:
        nobody = np.full(len(plots), -1, dtype=np.intp)
        return Properties(pd.Index([], dtype=object), nobody, nobody[:0])
    of_plot, ids = pd.factorize(plots["property_id"].to_numpy(object))
    order = np.lexsort((plot_rank, -plots.area.to_numpy()))
    first = np.unique(of_plot[order], return_index=True)
    largest = order[first[1][first[0] >= 0]]
    return Properties(pd.Index(ids, dtype=object), of_plot, largest)


def homes_of_units(
    stock: pd.DataFrame,
    units: pd.DataFrame | None,
    building: Indices | None,
    properties: Properties,
    home_unit_types: Sequence[str],
) -> pd.DataFrame:
    """Homes by building and property: counted units where there are any, else the register's.

    Returns
    -------
    DataFrame
        ``building`` (position; -1: of no building that is known), ``property`` (position; -1: no
        plot of the input), ``homes_count`` (NaN: not recorded), ``is_counted`` from units.
    """
    of_building = properties.of(stock["property_id"])
    is_gone = stock["stage"].to_numpy(object) == "dropped"
    has_units = np.zeros(len(stock), dtype=bool)
    groups = []
    if units is not None and building is not None:
        own = properties.of(units["property_id"]) if "property_id" in units else None
        wanted = np.full(len(units), -1, dtype=np.intp) if own is None else own
        known = building >= 0
        wanted = np.where(wanted < 0, np.append(of_building, -1)[building], wanted)
        has_units[building[known]] = True
        is_home = units["unit_type_code"].isin(list(home_unit_types)).to_numpy(bool)
        is_home = is_home & ~np.append(is_gone, False)[building]  # -1: of no building
        groups.append(_counted(building[is_home], wanted[is_home], len(properties.ids)))
    rest = np.flatnonzero(~has_units & ~is_gone)
    homes = _recorded(stock.iloc[rest], has_list=units is not None)
    row = {"building": rest, "property": of_building[rest], "homes_count": homes}
    groups.append(pd.DataFrame({**row, "is_counted": False}))
    return pd.concat(groups, ignore_index=True)


def building_of(stock: pd.DataFrame, units: pd.DataFrame) -> Indices:
    """Position of the building of each unit; -1 where no layer has it."""
    if "building_id" not in units:
        return np.full(len(units), -1, dtype=np.intp)
    return stock.index.get_indexer(pd.Index(units["building_id"].to_numpy(object), dtype=object))


def _counted(building: Indices, of_property: Indices, properties: int) -> pd.DataFrame:
    """Units by building and property."""
    span = properties + 1
    key, count = np.unique((building + 1) * span + of_property + 1, return_counts=True)
    rows = {"building": key // span - 1, "property": key % span - 1}
    return pd.DataFrame({**rows, "homes_count": count.astype(float), "is_counted": True})


def _recorded(rest: pd.DataFrame, *, has_list: bool) -> np.ndarray:
    """Homes by the register's count, NaN where unknown.

    Without a unit or a count a shed holds none; nor does, where units are listed, a building of
    another type than dwellings; a dwelling without units is a gap in the register.
    """
    row, known = pd.factorize(rest["building_type_code"].to_numpy(object))
    kinds = [str(value)[:2] for value in known]
    none = [k in NO_DWELLING or (has_list and k not in DWELLING_TYPES) for k in kinds]
    holds_none = np.array([*none, False], dtype=bool)[row]
    homes = rest["homes_count"].to_numpy("float64")
    return np.where(np.isnan(homes) & holds_none, 0.0, homes)


def placed(
    groups: pd.DataFrame, on: pd.DataFrame, properties: Properties, plot_rank: Indices
) -> Indices:
    """Plot (position) that the homes of each group lie on; -1: on no plot of the input.

    Of the plots under the building, one of their own property goes first, then the one with
    most of the footprint. Homes whose building stands on no plot lie on the largest plot of
    their property.
    """
    building, of_property = groups["building"].to_numpy(), groups["property"].to_numpy()
    group, row = join(building, on["building"].to_numpy())
    plot = on["plot"].to_numpy()[row]
    is_own = (properties.of_plot[plot] == of_property[group]) & (of_property[group] >= 0)
    area = on["area_m2"].to_numpy()[row]
    order = np.lexsort((plot_rank[plot], -np.nan_to_num(area), ~is_own, group))
    first, at = np.unique(group[order], return_index=True)
    home = np.full(len(groups), -1, dtype=np.intp)
    home[first] = plot[order][at]
    nowhere = (home < 0) & (of_property >= 0)
    home[nowhere] = properties.largest[of_property[nowhere]]
    return home


def unit_notes(
    stock: pd.DataFrame,
    units: pd.DataFrame | None,
    building: Indices | None,
    groups: pd.DataFrame,
) -> Iterator[Note]:
    """Units of no building, units of demolished ones, and homes that lie on no plot."""
    if units is not None and building is not None:
        if (building < 0).any():
            ids = sorted(units.index[building < 0].astype(str))
            yield Note("units_without_building", "dwelling_units", tuple(ids))
        is_gone = np.append(stock["stage"].to_numpy(object) == "dropped", False)[building]
        if is_gone.any():
            ids = sorted(stock.index[np.unique(building[is_gone])])
            yield Note("units_of_dropped_buildings", "dwelling_units", tuple(ids),
                       {"units": int(is_gone.sum())})  # fmt: skip
    lost = groups[(groups["plot"] < 0) & (groups["homes_count"] > 0)]
    if len(lost):
        of_known = lost["building"][lost["building"] >= 0]
        ids = sorted(stock.index[of_known].unique())
        homes = int(lost["homes_count"].sum())
        yield Note("homes_on_no_plot", "plots", tuple(ids), {"homes": homes})
