"""All tables of `facts.built` from one survey."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import geopandas as gpd
import pandas as pd

from boligplan_geo.errors import Note
from boligplan_geo.facts.built import _checks as checks
from boligplan_geo.facts.built._buildings import building_table, no_buildings
from boligplan_geo.facts.built._plots import homes_table, known_homes, nothing_known, plot_table
from boligplan_geo.facts.built._survey import survey
from boligplan_geo.geometry import on_one_plane


class Built(NamedTuple):
    """All that is measured about what stands, in one pass.

    Attributes
    ----------
    plots : DataFrame
        See `built.table`.
    homes : DataFrame
        See `built.homes_by_type`.
    buildings : GeoDataFrame
        See `built.buildings`.
    disagreements : DataFrame
        See `built.disagreements`.
    notes : tuple of Note
        What was refused, assumed or lost, and each kind of disagreement, with ids and figures.
    """

    plots: pd.DataFrame
    homes: pd.DataFrame
    buildings: gpd.GeoDataFrame
    disagreements: pd.DataFrame
    notes: tuple[Note, ...]


def tables(
    plots: gpd.GeoDataFrame,
    buildings: gpd.GeoDataFrame | None,
    building_register: pd.DataFrame | None = None,
    dwelling_units: pd.DataFrame | None = None,
    heritage: gpd.GeoDataFrame | None = None,
    *,
    storey_height_m: float = 3.0,
    storey_bra_share: float = 0.9,
    home_unit_types: Sequence[str] = ("B",),
) -> Built:
    """Measure everything about what stands in one pass; `built.table` and others pick from it.

    Parameters
    ----------
    plots, buildings, building_register, dwelling_units, heritage
        As for `built.table`.
    storey_height_m, storey_bra_share, home_unit_types
        As for `built.table`.

    Returns
    -------
    Built

    Examples
    --------
    >>> from boligplan_geo.sample.toy import toy_town
    >>> town = toy_town()
    >>> found = tables(town.plots, town.buildings, town.building_register, town.dwelling_units)
    >>> int(found.homes.homes_count.sum()) == int(found.plots.built_homes_count.sum())
    True
    """
    on_one_plane(plots=plots, buildings=buildings, heritage=heritage)
    if buildings is None and building_register is None:
        none = pd.DataFrame(columns=["plot_id", "dwelling_type_code", "homes_count"])
        none = none.astype({"homes_count": float})
        rows = pd.DataFrame(columns=checks.COLUMNS)
        return Built(nothing_known(plots), none, no_buildings(plots.crs), rows, ())
    found = survey(
        plots,
        buildings,
        building_register,
        dwelling_units,
        heritage,
        storey_height_m=storey_height_m,
        storey_bra_share=storey_bra_share,
        home_unit_types=home_unit_types,
    )
    differ = checks.disagreements(found, building_register)
    homes = known_homes(found)
    return Built(
        plot_table(found, homes, differ),
        homes_table(found, homes),
        building_table(found),
        differ,
        (*found.notes, *checks.notes(differ)),
    )
