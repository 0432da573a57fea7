"""Tables of plan parts and of the plans over them, from the cells that plan areas cut."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.facts.plan._fields import field_ids
from boligplan_geo.geometry import Cells, Indices
from boligplan_geo.rules import precedence, purposes

#: What the governing area says of a part.
OF_AREA = (
    "plan_id",
    "area_id",
    "zone_name",
    "land_use_code",
    "regime_code",
    "land_use_status_code",
)
# zone and purpose of every area, so that the provisions of an older plan find their own
_OF_STACK = ("area_id", "plan_id", "zone_name", "land_use_code", "regime_code", "field_id")
_STACK = ("part_id", "stack_order", *_OF_STACK)


def whole_plots(plots: gpd.GeoDataFrame) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """One part a plot, where no plan data was given; all of it may be the net plot."""
    part_id = pd.Index([f"{p}:1" for p in plots.index], name="part_id")
    columns: dict[str, object] = {"plot_id": plots.index.to_numpy()}
    columns |= dict.fromkeys(OF_AREA, None)
    columns |= {"area_m2": plots.area.to_numpy(), "governs_reason": "plan_layer_missing"}
    table = pd.DataFrame({**columns, "counts_as_plot": True}, index=part_id)
    geometry = plots.geometry.to_numpy()
    return gpd.GeoDataFrame(table, geometry=geometry, crs=plots.crs), pd.DataFrame(columns=_STACK)


def tables(
    plots: gpd.GeoDataFrame, areas: gpd.GeoDataFrame, cells: Cells, ordered: pd.DataFrame
) -> tuple[gpd.GeoDataFrame, pd.DataFrame, Indices]:
    """Name the parts by falling area and say what lies over them; and where each cell went."""
    count = len(cells.owner)
    governing = np.full(count, len(areas), dtype=np.intp)  # one past the last: no plan
    np.minimum.at(governing, cells.under_cell, cells.under_key)
    area = shapely.area(cells.geometry)
    # millimetres of rounding must not decide the order: equal areas go by their plan
    order = np.lexsort((governing, -np.round(area, 2), cells.owner))
    position = np.empty_like(order)
    position[order] = np.arange(len(order))
    owner = cells.owner[order]
    number = np.arange(count) - np.searchsorted(owner, owner) + 1
    plot_id = plots.index.to_numpy()[owner]
    part_id = pd.Index([f"{p}:{n}" for p, n in zip(plot_id, number, strict=True)], name="part_id")
    row = np.where(governing < len(areas), governing, -1)[order]
    of_area = pd.DataFrame(areas.drop(columns="geometry")).rename_axis("area_id").reset_index()
    of_area["field_id"] = field_ids(areas)
    table = of_area.reindex(columns=list(OF_AREA)).reindex(row).set_axis(part_id)
    table.insert(0, "plot_id", plot_id)
    table["area_m2"] = area[order]
    purpose = purposes.described(table["regime_code"], table["land_use_code"])
    table["counts_as_plot"] = purpose["counts_as_plot"].eq(True)
    stack = _stack(cells, position, part_id, of_area)
    why = precedence.governs_reason(stack, ordered).reindex(part_id)
    table.insert(len(OF_AREA) + 2, "governs_reason", why.where(row >= 0, "no_plan"))
    table = gpd.GeoDataFrame(table, geometry=cells.geometry[order], crs=plots.crs)
    return table, stack, position


def _stack(
    cells: Cells, position: Indices, part_id: pd.Index, of_area: pd.DataFrame
) -> pd.DataFrame:
    """A row for each plan area over each part, newest first."""
    part, key = position[cells.under_cell], cells.under_key
    newest_first = np.lexsort((key, part))
    part, key = part[newest_first], key[newest_first]
    table = of_area.reindex(columns=list(_OF_STACK)).iloc[key].reset_index(drop=True)
    table.insert(0, "part_id", part_id.to_numpy()[part])
    table.insert(1, "stack_order", np.arange(len(part)) - np.searchsorted(part, part))
    return table
