"""Measure a municipality: all facts, each theme recomputed only where its inputs changed.

Two themes are measured side by side, each as soon as those it builds on are known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import Any

import geopandas as gpd
import pandas as pd

from boligplan_geo.digest import content_mark, fingerprint
from boligplan_geo.facts import Facts, access, built, constraints, plan, surroundings, terrain
from boligplan_geo.facts.plan._heights import heights as map_heights
from boligplan_geo.geometry import faces
from boligplan_geo.municipality import Municipality
from boligplan_geo.network import build
from boligplan_geo.progress import Stages
from boligplan_geo.rules import precedence, settled

#: Kinds of service that a plot walks to.
SERVICES = ("grocery", "school", "kindergarten", "health")

#: Facts that one theme gives, by their names in `Facts`.
Tables = dict[str, Any]


def measure(
    town: Municipality,
    *,
    known: Facts | None = None,
    stages: Stages | None = None,
    storey_height_m: float = 3.0,
    storey_bra_share: float = 0.9,
    steep_deg: float = 20.0,
    storm_surge_level_m: float | None = None,
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
    storey_height_m, storey_bra_share
        See `facts.built.table`.
    steep_deg
        See `facts.terrain.table`.
    storm_surge_level_m
        See `facts.constraints.areas`.

    Returns
    -------
    Facts

    Examples
    --------
    >>> from boligplan_geo.sample.toy import toy_town
    >>> facts = measure(toy_town())
    >>> bool((facts.built.index == toy_town().plots.index).all())
    True
    >>> measure(toy_town(), known=facts).built is facts.built
    True
    """
    with _Work(town, known, stages or Stages(count=len(FACTS_OF))) as work:
        as_of, surge_m = _plans_as_of(town), storm_surge_level_m
        # beside the plan, the longest, what does not wait for it
        work.theme("plan", _GROUND, _plan, as_of=as_of)
        work.theme("zones", _ZONES, _zones, storm_surge_level_m=surge_m, as_of=as_of)
        work.theme(
            "built",
            "plots buildings building_register dwelling_units heritage",
            _built,
            storey_height_m=storey_height_m,
            storey_bra_share=storey_bra_share,
        )
        work.theme("network", "network terrain", _network)
        work.theme(
            "constraints",
            f"{_GROUND} {_ZONES} hazard_analysed_areas",
            _constraints,
            after=["plan", "zones"],
            storm_surge_level_m=surge_m,
            as_of=as_of,
        )
        work.theme("terrain", _GROUND + " terrain", _terrain, after=["plan"], steep_deg=steep_deg)
        work.theme("figures", _GROUND + _FIGURES, _figures, after=["plan"])
        work.theme(
            "walking",
            _GROUND + " network terrain centres stops services",
            _walking,
            after=["plan", "network"],
        )
        work.theme(
            "surroundings",
            _GROUND + " districts buildings building_register dwelling_units",
            _surroundings,
            after=["plan", "built"],
        )
        tables = work.tables()
    return Facts(**tables, fingerprints={theme: work.prints[theme] for theme in FACTS_OF})


_GROUND = "plots plans plan_areas plan_zones plan_overrides"
_FIGURES = " plan_utilisation plan_heights provisions"
_ZONES = (
    "plans plan_areas plan_zones plan_lines plan_heights hazard_zones noise heritage coastline"
    " terrain zone_treatment"
)


class _Work:
    """One measuring: what is known from before, what has been measured so far."""

    def __init__(self, town: Municipality, known: Facts | None, stages: Stages) -> None:
        self.town, self.known, self.stages = town, known, stages
        self.prints: dict[str, str] = {}
        self._themes: dict[str, Future[Tables]] = {}
        self._marks: dict[str, str] = {}
        self._marking = Lock()
        self._pool = ThreadPoolExecutor(max_workers=2)

    def __enter__(self) -> _Work:
        return self

    def __exit__(self, *raised: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def theme(
        self,
        name: str,
        layers: str,
        compute: Callable[..., Tables],
        *,
        after: Sequence[str] = (),
        **keywords: float | str | None,
    ) -> None:
        """Begin a theme, which asks for the tables of those it comes `after`."""
        # begun in order, so that a theme only waits for one that is on its way
        needed = [self._themes[earlier] for earlier in after]
        self._themes[name] = self._pool.submit(
            self._measured, name, layers, compute, needed, keywords
        )

    def tables(self) -> Tables:
        """Tables of all themes; the first theme that failed raises its error."""
        found: Tables = {}
        for theme in self._themes.values():
            found |= theme.result()
        return found

    def _measured(
        self,
        name: str,
        layers: str,
        compute: Callable[..., Tables],
        needed: Sequence[Future[Tables]],
        keywords: Mapping[str, float | str | None],
    ) -> Tables:
        """Measure one theme, or take it from what is known."""
        done: Tables = {}
        for earlier in needed:
            done |= earlier.result()
        with self.stages(name):
            marks = [self._mark(layer) for layer in layers.split()]
            self.prints[name] = fingerprint(*marks, **keywords)
            if self.known and self.known.fingerprints.get(name) == self.prints[name]:
                return {table: getattr(self.known, table) for table in FACTS_OF[name]}
            return compute(self.town, done, **keywords)

    def _mark(self, layer: str) -> str:
        """Mark of a layer's content, taken once."""
        with self._marking:
            if layer not in self._marks:
                self._marks[layer] = content_mark(getattr(self.town, layer))
            return self._marks[layer]


#: Which facts each theme gives.
FACTS_OF: Mapping[str, tuple[str, ...]] = {
    "plan": ("plan_parts", "ground", "part_stack", "part_zones"),
    "zones": ("constraint_areas", "constraint_faces"),
    "built": ("built", "built_homes", "buildings", "built_disagreements", "built_notes"),
    "network": ("network",),
    "constraints": ("constraints", "constraint_losses"),
    "terrain": ("terrain",),
    "figures": ("plan_parameters",),
    "walking": ("access",),
    "surroundings": ("surroundings",),
}


def _plan(town: Municipality, done: Tables, *, as_of: str | None = None) -> Tables:
    parts, stack = plan.parts(town.plots, town.plan_areas, town.plans)
    zones = plan.zones(parts, town.plan_zones, town.plans)
    parts, stack = plan.governed(
        parts,
        stack,
        None if town.plan_zones is None else zones,
        town.plan_areas,
        town.plans,
        plan_overrides=town.plan_overrides,
        as_of=as_of,
    )
    ground = town.plots[["geometry"]].set_geometry(plan.ground(town.plots, parts))
    return dict(zip(FACTS_OF["plan"], (parts, ground, stack, zones), strict=True))


def _figures(town: Municipality, done: Tables) -> Tables:
    parameters = settled.parameters(
        done["plan_parts"],
        done["part_stack"],
        done["part_zones"],
        town.plan_utilisation,
        town.provisions,
        town.plan_overrides,
        map_heights=map_heights(town.plan_areas, town.plan_heights),
    )
    return {"plan_parameters": parameters}


def _plans_as_of(town: Municipality) -> str | None:
    """The date the plan data describes, as the config states it: what a plan's age runs to."""
    return precedence.newest_date(town.inputs.get("plans", {}).get("as_of"))


def _built(town: Municipality, done: Tables, **keywords: Any) -> Tables:
    layers = (town.buildings, town.building_register, town.dwelling_units, town.heritage)
    return dict(zip(FACTS_OF["built"], built.tables(town.plots, *layers, **keywords), strict=True))


def _zones(
    town: Municipality, done: Tables, storm_surge_level_m: float | None, as_of: str | None
) -> Tables:
    areas = constraints.areas(
        town.plan_zones,
        town.hazard_zones,
        town.noise,
        town.heritage,
        town.coastline,
        town.plan_lines,
        plan_areas=town.plan_areas,
        plan_heights=town.plan_heights,
        plans=town.plans,
        terrain=town.terrain,
        as_of=as_of,
        treatment=town.zone_treatment,
        storm_surge_level_m=storm_surge_level_m,
    )
    return {"constraint_areas": areas, "constraint_faces": faces(areas.geometry.to_numpy())}


def _constraints(
    town: Municipality, done: Tables, storm_surge_level_m: float | None, as_of: str | None
) -> Tables:
    missing = [name for name in constraints.ZONE_LAYERS if getattr(town, name) is None]
    # on a coast without terrain nobody can tell how far a storm surge reaches
    if town.terrain is None and town.coastline is not None and storm_surge_level_m is not None:
        missing.append("terrain")
    lost, losses = constraints.table(
        town.plots,
        done["plan_parts"],
        done["constraint_areas"],
        town.hazard_analysed_areas,
        of_zones=done["constraint_faces"],
        terrain=town.terrain,
        layers_missing=missing,
    )
    return {"constraints": lost, "constraint_losses": losses}


def _terrain(town: Municipality, done: Tables, **keywords: float) -> Tables:
    return {"terrain": terrain.table(done["ground"], town.terrain, **keywords)}


def _network(town: Municipality, done: Tables) -> Tables:
    network = None if town.network is None else build(town.network, terrain=town.terrain)
    return {"network": network}


def _walking(town: Municipality, done: Tables) -> Tables:
    return {"access": access.table(done["ground"], done["network"], destinations(town))}


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


def _surroundings(town: Municipality, done: Tables) -> Tables:
    standing = done["built"]
    nearby = surroundings.homes_within_count(
        done["ground"], standing["built_homes_count"], radius_m=400
    )
    table = pd.DataFrame({"nearby_homes_400m_count": nearby})
    # a plot whose own homes are known may lie among unknown ones
    why = standing["built_reason"].fillna("homes_not_recorded")
    table["nearby_reason"] = why.where(nearby.isna().to_numpy(), None)
    table["district_id"] = surroundings.district_id(town.plots, town.districts)
    return {"surroundings": table}
