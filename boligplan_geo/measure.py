"""Measure a municipality: all facts, each theme recomputed only where its inputs changed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import geopandas as gpd
import pandas as pd

from boligplan_geo.digest import digest, fingerprint
from boligplan_geo.facts import Facts, access, built, constraints, plan, surroundings, terrain
from boligplan_geo.municipality import Municipality
from boligplan_geo.progress import Stages
from boligplan_geo.rules import provisions

SERVICES = ("grocery", "school", "kindergarten", "health")


def measure(
    town: Municipality,
    *,
    known: Facts | None = None,
    stages: Stages | None = None,
    storey_height_m: float = 3.0,
    storey_bra_share: float = 0.9,
    steep_deg: float = 20.0,
) -> Facts:
    """Measure all facts of a municipality.

    Parameters
    ----------
    town : Municipality
    known : Facts, optional
        Facts of an earlier run: a theme whose inputs and keyword arguments are the same, by
        fingerprint, is taken from there.
    stages : Stages, optional
        Where the time of each theme is noted.

    Returns
    -------
    Facts

    Examples
    --------
    >>> from boligplan_geo.sample.toy import toy_town
    >>> facts = measure(toy_town())
    >>> bool((facts.built.index == toy_town().plots.index).all())
    True
    """
    stages = stages or Stages(count=6)
    marks = _Marks(town)
    prints: dict[str, str] = {}

    def theme(name: str, layers: str, **keywords: object) -> bool:
        """Note the theme's fingerprint; say whether the known facts still hold."""
        prints[name] = fingerprint(*(marks(layer) for layer in layers.split()), **keywords)
        return known is not None and known.fingerprints.get(name) == prints[name]

    with stages("plan"):
        if theme(
            "plan", "plots plans plan_areas plan_utilisation plan_zones provisions plan_overrides"
        ):
            parts, stack, zones, parameters = (
                known.plan_parts,
                known.part_stack,
                known.part_zones,
                known.plan_parameters,
            )
        else:
            parts, stack = plan.parts(town.plots, town.plan_areas, town.plans)
            zones = plan.zones(parts, town.plan_zones, town.plans)
            parameters = provisions.parameters(
                parts, stack, zones, town.plan_utilisation, town.provisions, town.plan_overrides
            )
    with stages("built"):
        sizes = {"storey_height_m": storey_height_m, "storey_bra_share": storey_bra_share}
        standing = (
            known.built
            if theme("built", "plots buildings building_register dwelling_units", **sizes)
            else built.table(
                town.plots, town.buildings, town.building_register, town.dwelling_units, **sizes
            )
        )
    with stages("constraints"):
        if theme("constraints", _CONSTRAINT_LAYERS, plan=prints["plan"]):
            lost, losses, areas = known.constraints, known.constraint_losses, known.constraint_areas
        else:
            areas = constraints.areas(
                town.plan_zones,
                town.hazard_zones,
                town.noise,
                town.heritage,
                town.coastline,
                town.plan_lines,
                plan_areas=town.plan_areas,
                plans=town.plans,
            )
            missing = [name for name in constraints.ZONE_LAYERS if getattr(town, name) is None]
            lost, losses = constraints.table(
                town.plots, parts, areas, town.hazard_analysed_areas, layers_missing=missing
            )
    with stages("terrain"):
        ground = (
            known.terrain
            if theme("terrain", "plots terrain", steep_deg=steep_deg)
            else terrain.table(town.plots, town.terrain, steep_deg=steep_deg)
        )
    with stages("walking"):
        walks = (
            known.access
            if theme("access", "plots network terrain centres stops services")
            else access.table(town.plots, town.network, destinations(town), terrain=town.terrain)
        )
    with stages("surroundings"):
        near = (
            known.surroundings
            if theme("surroundings", "plots districts", built=prints["built"])
            else _surroundings(town, standing)
        )
    return Facts(
        parts, stack, zones, parameters, standing, lost, losses, areas, ground, walks, near, prints
    )


_CONSTRAINT_LAYERS = (
    "plots plan_zones plan_lines hazard_zones hazard_analysed_areas noise heritage coastline"
)


def destinations(town: Municipality) -> Mapping[str, gpd.GeoDataFrame]:
    """Sets of points to walk to; a set is left out where its layer was not given."""
    sets: dict[str, gpd.GeoDataFrame] = {}
    if town.centres is not None:
        sets["centre"] = town.centres
    if town.stops is not None:
        sets["stop"] = town.stops
    if town.services is not None:
        kind = town.services["service_kind_code"]
        sets |= {name: town.services[(kind == name).to_numpy()] for name in SERVICES}
    return sets


def _surroundings(town: Municipality, standing: pd.DataFrame) -> pd.DataFrame:
    nearby = surroundings.homes_within_count(
        town.plots, standing["built_homes_count"], radius_m=400
    )
    table = pd.DataFrame({"nearby_homes_400m_count": nearby})
    unknown = nearby.isna()
    table["nearby_reason"] = standing["built_reason"].where(unknown.to_numpy(), None)
    table["district_id"] = surroundings.district_id(town.plots, town.districts)
    return table


class _Marks:
    """Digest of each layer, computed once."""

    def __init__(self, town: Municipality) -> None:
        self._of = {}
        self._digest = partial(getattr, town)

    def __call__(self, layer: str) -> str:
        if layer not in self._of:
            self._of[layer] = digest(self._digest(layer))
        return self._of[layer]
