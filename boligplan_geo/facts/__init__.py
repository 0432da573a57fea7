"""Facts: what geometry and law measure, one row a plot; no opinions, nothing assumed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from boligplan_geo.errors import Note
from boligplan_geo.geometry import Faces
from boligplan_geo.network import WalkNetwork


@dataclass(frozen=True, eq=False)
class Facts:
    """Tables by theme, each indexed by ``plot_id`` unless said, with fingerprints.

    Parameters
    ----------
    plan_parts : GeoDataFrame, index ``part_id``
        Plots cut by the pieces of plans in force (`facts.plan.parts`).
    ground : GeoDataFrame, index ``plot_id``
        Land of each plot that carries building (`facts.plan.ground`): what terrain, walks and
        surroundings are measured on.
    part_stack : DataFrame
        The ordered stack of plan areas behind each part (`facts.plan.parts`).
    part_zones : DataFrame
        Zones over each part (`facts.plan.zones`).
    plan_parameters : DataFrame
        Recorded parameters of each part (`rules.settled.parameters`).
    built, constraints, terrain, access, surroundings : DataFrame, index ``plot_id``
        One theme a table, with its ``<theme>_reason``.
    built_homes : DataFrame
        Homes that stand by plot and dwelling type (`facts.built.homes_by_type`).
    buildings : GeoDataFrame, index ``building_id``
        Buildings that stand or have a permit (`facts.built.buildings`).
    built_disagreements : DataFrame
        Where register and map disagree (`facts.built.disagreements`).
    built_notes : tuple of Note
        What was refused, assumed or lost about what stands, and each kind of disagreement.
    constraint_losses : DataFrame
        The loss table: a row a plot and zone.
    constraint_areas : GeoDataFrame
        The zones that took or flagged land, by layer and code, for maps and checks.
    constraint_faces : Faces
        Those zones laid over each other once, for plots that are measured anew.
    network : WalkNetwork or None
        The walking network that was built, with its notes; None where no lines were given.
    fingerprints : mapping of theme to text
        Changes where the theme's inputs or keyword arguments change.
    """

    plan_parts: gpd.GeoDataFrame
    ground: gpd.GeoDataFrame
    part_stack: pd.DataFrame
    part_zones: pd.DataFrame
    plan_parameters: pd.DataFrame
    built: pd.DataFrame
    built_homes: pd.DataFrame
    buildings: gpd.GeoDataFrame
    built_disagreements: pd.DataFrame
    built_notes: tuple[Note, ...]
    constraints: pd.DataFrame
    constraint_losses: pd.DataFrame
    constraint_areas: gpd.GeoDataFrame
    constraint_faces: Faces
    terrain: pd.DataFrame
    access: pd.DataFrame
    surroundings: pd.DataFrame
    network: WalkNetwork | None
    fingerprints: Mapping[str, str]
