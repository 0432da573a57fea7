"""What stands on each plot: footprint, use area, homes and year, from map and register.

Footprints of maps follow roofs or walls and are an estimate of the legal built area (BYA).
Only standing buildings count; those demolished, moved or never built are dropped, and those
with a permit only are the pipeline, kept apart. Homes are dwelling units, not building numbers:
an upright divided house may be one building on two properties, or two numbers that share a
wall. Where map and register disagree, `disagreements` says by how much.
"""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import pandas as pd

from boligplan_geo.facts.built import _footprints as footprints
from boligplan_geo.facts.built._stock import is_standing
from boligplan_geo.facts.built._tables import Built, tables
from boligplan_geo.facts.built._utilisation import (
    SPACES_PER_HOME,
    UTILISATION,
    on_net_plot,
    open_parking,
    utilisation,
)
from boligplan_geo.geometry import on_one_plane, valid

__all__ = [
    "SPACES_PER_HOME",
    "UTILISATION",
    "Built",
    "buildings",
    "bya_m2",
    "disagreements",
    "homes_by_type",
    "on_net_plot",
    "open_parking",
    "table",
    "tables",
    "utilisation",
]


def bya_m2(plots: gpd.GeoDataFrame, buildings: gpd.GeoDataFrame) -> pd.Series:
    """Ground under standing buildings on each plot, an estimate of BYA (TEK17 § 5-2) [m²].

    Parameters
    ----------
    plots : GeoDataFrame
        Any index.
    buildings : GeoDataFrame
        Footprints; ``building_status_code`` where known, a missing status is standing.

    Returns
    -------
    Series, index of `plots`
        Buildings across boundaries are split by area, ground that is drawn under two buildings
        counts once. 0 where nothing stands.

    Examples
    --------
    >>> from boligplan_geo.sample.toy import toy_town
    >>> town = toy_town()
    >>> bya_m2(town.plots, town.buildings).head(3).tolist()  # the second house is shared
    [100.0, 50.0, 50.0]
    """
    on_one_plane(plots=plots, buildings=buildings)
    standing = buildings[is_standing(buildings)]
    found = footprints.single_parts(standing.geometry.to_numpy(), np.arange(len(standing)))
    every = np.ones(len(standing), dtype=bool)
    doubled = footprints.drawn_twice(found, footprints.touching(found), every)
    land = valid(plots.geometry.to_numpy())
    on = footprints.plots_under(land, found, doubled, np.arange(len(plots)))
    built = np.bincount(on["plot"], on["ground_m2"], minlength=len(plots)).astype(float)
    return pd.Series(built, index=plots.index, name="built_bya_m2")


def table(
    plots: gpd.GeoDataFrame,
    buildings: gpd.GeoDataFrame | None,
    building_register: pd.DataFrame | None = None,
    dwelling_units: pd.DataFrame | None = None,
    heritage: gpd.GeoDataFrame | None = None,
    *,
    storey_height_m: float = 3.0,
    storey_bra_share: float = 0.9,
    home_unit_types: Sequence[str] = ("B",),
) -> pd.DataFrame:
    """Built area, use area, homes and years of what stands on each plot.

    Use area (BRA) comes from the register, split by footprint where a building crosses a
    boundary; 0 there means not recorded. Else it is footprint × storeys × `storey_bra_share`,
    with storeys from map or register, from the height, or the fewest of the building type.
    Homes are dwelling units, each whole on its property; else the register's count.

    Parameters
    ----------
    plots : GeoDataFrame, index ``plot_id``
        ``property_id`` where homes come from a register. Plots do not overlap.
    buildings : GeoDataFrame, index ``building_id``, or None
        An id may have several footprints.
    building_register : DataFrame, index ``building_id``, optional
        A GeoDataFrame's points are compared with the footprints.
    dwelling_units : DataFrame, optional
        ``building_id property_id unit_type_code``.
    heritage : GeoDataFrame, optional
        ``protection_code`` where known.
    storey_height_m : float
        Height of a storey, where only the height of the building is known [m].
    storey_bra_share : float
        BRA of a storey, of the footprint.
    home_unit_types : sequence of str
        Bruksenhetstyper that are homes; ``("B", "I")`` adds homes that were never approved.

    Returns
    -------
    DataFrame, index of `plots`
        Standing: ``built_bya_m2 built_bra_m2 built_garage_m2`` [m²], ``built_bra_source_code``
        (register, footprint, mixed, none), ``built_homes_count built_buildings_count``,
        ``built_year`` and ``built_oldest_year``, type and status of the largest building,
        dwelling type with most homes, protection, ``has_`` and ``is_`` flags. Permitted:
        ``built_pipeline_…``. ``built_disagreement_share`` and its ``_reason``. 0 where nothing
        stands; NaN where it cannot be known, with ``built_reason``.

    Raises
    ------
    ValueError
        Where a building has no id.

    Examples
    --------
    >>> from boligplan_geo.sample.toy import toy_town
    >>> town = toy_town()
    >>> built = table(town.plots, town.buildings, town.building_register, town.dwelling_units)
    >>> built.loc["9999-1/2", ["built_bya_m2", "built_bra_m2", "built_homes_count"]].tolist()
    [50.0, 90.0, 1.0]

    References
    ----------
    TEK17 §§ 5-2, 5-4; Matrikkelen: bygningsstatus, bruksenhetstype.
    """
    return tables(
        plots,
        buildings,
        building_register,
        dwelling_units,
        heritage,
        storey_height_m=storey_height_m,
        storey_bra_share=storey_bra_share,
        home_unit_types=home_unit_types,
    ).plots


def homes_by_type(
    plots: gpd.GeoDataFrame,
    buildings: gpd.GeoDataFrame | None,
    building_register: pd.DataFrame | None = None,
    dwelling_units: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Homes that stand by plot and dwelling type; they sum to ``built_homes_count``.

    Parameters
    ----------
    plots, buildings, building_register, dwelling_units
        As for `table`.

    Returns
    -------
    DataFrame
        ``plot_id dwelling_type_code homes_count``, by plot in order, then type. Type
        ``other`` holds homes in buildings of other or unknown type; plots whose homes are
        unknown have no row.

    Examples
    --------
    >>> from boligplan_geo.sample.toy import toy_town
    >>> town = toy_town()
    >>> homes_by_type(town.plots, town.buildings, town.building_register, town.dwelling_units)
        plot_id dwelling_type_code  homes_count
    0  9999-1/1           detached          1.0
    1  9999-1/2      semi_detached          1.0
    2  9999-1/3      semi_detached          1.0
    3  9999-1/5              block          6.0
    """
    return tables(plots, buildings, building_register, dwelling_units).homes


def buildings(
    plots: gpd.GeoDataFrame,
    buildings: gpd.GeoDataFrame | None,
    building_register: pd.DataFrame | None = None,
    dwelling_units: pd.DataFrame | None = None,
    heritage: gpd.GeoDataFrame | None = None,
) -> gpd.GeoDataFrame:
    """The buildings that stand or have a permit, with what is known of each.

    Parameters
    ----------
    plots, buildings, building_register, dwelling_units, heritage
        As for `table`.

    Returns
    -------
    GeoDataFrame, index ``building_id``
        ``plot_id`` of the largest part, all ``plot_ids`` by falling area, ``stage_code``
        (standing, pipeline), status and type with its text, ``storeys_count`` (recorded, else
        from height or type), ``height_m``, ``built_year``, ``bya_m2 bra_m2`` [m²],
        ``homes_count``, protection and flags; NaN or None where not known. Geometry: the
        footprint; None where the map has none.

    Examples
    --------
    >>> from boligplan_geo.sample.toy import toy_town
    >>> town = toy_town()
    >>> found = buildings(town.plots, town.buildings, town.building_register)
    >>> found.loc["B2", ["plot_ids", "stage_code", "building_type"]].tolist()
    ['9999-1/2;9999-1/3', 'standing', 'Tomannsbolig, vertikaldelt']
    """
    return tables(plots, buildings, building_register, dwelling_units, heritage).buildings


def disagreements(
    plots: gpd.GeoDataFrame,
    buildings: gpd.GeoDataFrame | None,
    building_register: pd.DataFrame | None = None,
    dwelling_units: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Where register and map disagree about a building, and by how much.

    Parameters
    ----------
    plots, buildings, building_register, dwelling_units
        As for `table`.

    Returns
    -------
    DataFrame
        ``building_id reason_code register_value map_value unit``, by building, then code; NaN
        where one side has no figure. Codes: ``codes/reasons.csv``.

    Examples
    --------
    >>> from boligplan_geo.sample.toy import toy_town
    >>> town = toy_town()
    >>> register = town.building_register.assign(built_bya_m2=[60.0, 100.0, 240.0, 100.0])
    >>> disagreements(town.plots, town.buildings, register)
      building_id       reason_code  register_value  map_value unit
    0          B1  footprint_differs            60.0      100.0   m2
    """
    return tables(plots, buildings, building_register, dwelling_units).disagreements
