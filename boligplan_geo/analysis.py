"""The story of one run: facts, homes on paper, scores, sites, centres, districts, account."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd

from boligplan_geo import law_tables
from boligplan_geo.account import account, totals
from boligplan_geo.assumptions import Assumptions
from boligplan_geo.centres import catchment_areas, homes_by, ledger
from boligplan_geo.columns import columns_of
from boligplan_geo.criteria import CENTRE, DENSIFICATION, HOUSING_MIX
from boligplan_geo.errors import InputError, Note, reason_where
from boligplan_geo.facts import Facts, access, plan
from boligplan_geo.facts.constraints import ZONE_LAYERS
from boligplan_geo.facts.constraints import notes as zone_notes
from boligplan_geo.housing import mix
from boligplan_geo.measure import SERVICES, destinations, measure
from boligplan_geo.municipality import Municipality
from boligplan_geo.plot_table import plot_table
from boligplan_geo.potential import capacity
from boligplan_geo.progress import Stages
from boligplan_geo.result import Analysis
from boligplan_geo.rules import precedence
from boligplan_geo.rules.plan_checks import LAYERS, check_plans
from boligplan_geo.rules.provision_scope import held
from boligplan_geo.scoring import Scores, score
from boligplan_geo.sites import sites
from boligplan_geo.status import status

_OF_TOWN = ("name", "municipality_number", "crs", "is_fictional", "inputs")
SERVICE_REACH_MIN = 10.0  # services count for a centre within ten minutes' walk of it


def analyse(
    town: Municipality,
    assumptions: Assumptions | None = None,
    *,
    base: Analysis | None = None,
    plans: str = "in_force",
    progress: bool = False,
) -> Analysis:
    """Analyse a municipality: where can homes be built inside the town we already have?

    Parameters
    ----------
    town : Municipality
    assumptions : Assumptions, optional
        The town's own by default.
    base : Analysis, optional
        An earlier run: facts whose inputs did not change are taken from there, so a what-if
        with other assumptions is fast.
    plans : str
        ``in_force``, or ``proposed``: what would hold if the plans under way (planstatus 1, 2
        and 6) were adopted, as the newest.
    progress : bool
        Show the stages on stderr.

    Returns
    -------
    Analysis

    Raises
    ------
    InputError
        Once, with every provision that the rules cannot read.

    Examples
    --------
    >>> from boligplan_geo.sample.toy import toy_town
    >>> run = analyse(toy_town())
    >>> int(run.totals["plots_count"]) == len(run.plots)
    True
    """
    assumptions = assumptions or town.assumptions
    town, doubts = _checked(_read_by(town, plans))
    stages = Stages(count=11, shown=progress)
    facts = measure(
        town,
        known=base.facts if base else None,
        stages=stages,
        storey_height_m=assumptions.storey_height_m,
        storey_bra_share=assumptions.storey_bra_share,
        storm_surge_level_m=assumptions.storm_surge_level_m,
    )
    with stages("plan homes"):
        plots, fields = plot_table(town, facts, assumptions)
        parameters = capacity.filled_parameters(
            plots, facts.plan_parts, facts.plan_parameters, assumptions, plans=town.plans
        )
    with stages("scores"):
        plots, districts = _mix(town, plots, facts.built_homes)
        plots, densification, housing_mix = _scored(plots, assumptions)
    with stages("sites and centres"):
        joined, areas = _joined(plots, facts.ground.geometry, assumptions)
        centres, centre_scores = _centres(town, facts, plots, assumptions)
    with stages("account"):
        in_site = pd.Series(plots.index.isin(_plots_in(joined)), index=plots.index)
        book = account(plots, in_site, _left_out(town), facts.built_homes)
    stages.close()
    nothing = gpd.GeoDataFrame({"plot_id": []}, geometry=[], crs=town.crs)
    return Analysis(
        **{name: getattr(town, name) for name in _OF_TOWN},
        assumptions=assumptions,
        plots=plots,
        sites=joined,
        centres=centres,
        centre_catchments=areas,
        districts=districts,
        witnesses=nothing.rename_axis("witness_id"),
        witness_parts=nothing,
        plan_parts=law_tables.plan_parts(facts, parameters),
        plan_parameters=parameters,
        fields=fields,
        buildings=facts.buildings,
        plans=law_tables.plans(town),
        clauses=law_tables.clauses(town),
        constraint_losses=facts.constraint_losses,
        constraint_areas=facts.constraint_areas,
        account=book,
        densification=densification,
        housing_mix=housing_mix,
        centre_scores=centre_scores,
        totals=totals(plots),
        plans_code=plans,
        notes=(
            *_notes(town, doubts, facts),
            *(note for s in (densification, housing_mix, centre_scores) for note in s.notes),
        ),
        seconds=stages.seconds,
        town=town,
        facts=facts,
    )


def _read_by(town: Municipality, plans: str) -> Municipality:
    """The town by the plans in force, or with the proposed ones read as adopted."""
    if plans == "in_force":
        return town
    if plans != "proposed":
        raise ValueError(f"plans: needs 'in_force' or 'proposed', given {plans!r}")
    return replace(town, plans=precedence.with_proposals(town.plans))


def _checked(town: Municipality) -> tuple[Municipality, tuple[Note, ...]]:
    """The town with the provisions that hold at its date, and what is doubtful about them."""
    town, not_held = held(town)
    said = check_plans({name: getattr(town, name) for name in LAYERS})
    if said.problems:
        raise InputError(said.problems)
    return town, (*said.notes, *not_held)


def _notes(town: Municipality, doubts: tuple[Note, ...], facts: Facts) -> Iterator[Note]:
    """What was repaired, assumed, doubted or missing, from reading to measuring."""
    yield from town.notes
    yield from doubts
    yield from _zones_missing(town)
    yield from plan.notes(facts.plan_parts, facts.part_stack, town.plans, town.plan_overrides)
    yield from zone_notes(facts.constraint_areas, town.plots)
    yield from facts.built_notes
    yield from facts.network.notes if facts.network else ()


def _joined(
    plots: gpd.GeoDataFrame, ground: gpd.GeoSeries, assumptions: Assumptions
) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Neighbouring candidates as sites, and the catchments of the centres."""
    joined = sites(
        plots,
        shared_edge_m=assumptions.site_shared_edge_m,
        max_area_m2=assumptions.site_max_area_m2,
        ground=ground,
    )
    areas = catchment_areas(
        plots,
        limit_min=assumptions.catchment_limit_min,
        ground=ground.where(~(plots["plan_net_plot_m2"] == 0)),
    )
    return joined, areas


def _mix(
    town: Municipality, plots: gpd.GeoDataFrame, types: pd.DataFrame
) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Mix of each district, and how much the type a plot would get is lacking there."""
    given = town.districts
    if given is None:
        given = gpd.GeoDataFrame({"name": []}, geometry=[], crs=town.crs).rename_axis("district_id")
    counts = mix.composition(types, plots["district_id"], list(given.index))
    districts = given.join(homes_by(plots, "district_id", list(given.index)))
    districts["homes_today_count"] = districts["built_homes_count"]
    districts["homes_potential_mid_count"] = districts["potential_plan_homes_mid_count"]
    districts["need_count"], districts["need_reason"] = np.nan, "not_built_yet"
    districts["mix_evenness_share"] = mix.evenness(counts)
    districts["mix_gap_code"] = mix.lacking(counts)
    districts["mix_reason"] = reason_where(districts["mix_evenness_share"].isna(), "no_data")
    for name, share in mix.shares(counts).items():
        districts[f"mix_{name}_share"] = share
    plots["mix_type_gap_share"] = mix.type_gap(
        counts, plots["district_id"], plots["potential_dwelling_type_code"]
    )
    why = "layer_missing" if town.districts is None else "no_data"
    plots["mix_reason"] = reason_where(plots["mix_type_gap_share"].isna(), why)
    return plots, districts


def _scored(
    plots: gpd.GeoDataFrame, assumptions: Assumptions
) -> tuple[gpd.GeoDataFrame, Scores, Scores]:
    """Score the plots with at least one home on paper and give every plot its status."""
    assessed = (plots["potential_plan_homes_mid_count"] >= 1).fillna(False)
    found = []
    for criteria, name in ((DENSIFICATION, "densification"), (HOUSING_MIX, "housing_mix")):
        weights = getattr(assumptions, f"{name}_weights")
        scores = score(plots, criteria, name=name, assessed=assessed, weights=weights)
        plots[f"score_{name}_points"] = scores.total
        plots[f"score_{name}_high_points"] = scores.high
        plots[f"score_{name}_rank"] = scores.rank
        found.append(scores)
    plots = plots.join(status(plots, min_score_points=assumptions.site_min_score_points))
    interval = plots["score_densification_high_points"] - plots["score_densification_points"] > 1e-9
    plots["score_reason"] = reason_where(interval, "unknown_facts")
    plots.loc[~assessed, "score_reason"] = "not_scored"
    key = plots["plan_id"].astype("string").fillna("") + "|"
    plots["plan_zone_key"] = key + plots["plan_zone_name"].astype("string").fillna("")
    return plots, found[0], found[1]


def _centres(
    town: Municipality, facts: Facts, plots: gpd.GeoDataFrame, assumptions: Assumptions
) -> tuple[gpd.GeoDataFrame, Scores]:
    """Each centre's ledger and score."""
    names = [c.name for c in columns_of("centres")]
    centres = town.centres
    if centres is None:
        centres = gpd.GeoDataFrame({"name": []}, geometry=[], crs=town.crs).rename_axis("centre_id")
    centres = ledger(centres, plots)
    places = {k: v for k, v in destinations(town).items() if k != "centre"}
    walks = access.table(centres, facts.network, places)
    known = town.services is not None and town.network is not None
    near = pd.DataFrame({k: walks[f"access_{k}_min"] <= SERVICE_REACH_MIN for k in SERVICES})
    centres["centre_services_count"] = near.sum(axis=1).astype(float) if known else np.nan
    centres["centre_departures_count"] = _departures(town, walks)
    scores = score(
        centres,
        CENTRE,
        name="centre",
        assessed=pd.Series(True, index=centres.index),
        weights=assumptions.centre_weights,
    )
    centres["score_centre_points"], centres["score_centre_rank"] = scores.total, scores.rank
    order = [c for c in names if c in centres]
    return centres[[*order, *(c for c in centres if c not in order)]], scores


def _departures(town: Municipality, walks: pd.DataFrame) -> pd.Series | float:
    """Departures an hour at the nearest stop within reach; 0 where no stop is, NaN unknown."""
    if town.stops is None or town.network is None or "departures_per_hour" not in town.stops:
        return np.nan
    departures = walks["access_stop_id"].map(town.stops["departures_per_hour"]).astype(float)
    return departures.where(walks["access_stop_min"] <= SERVICE_REACH_MIN, 0.0)


def _zones_missing(town: Municipality) -> list[Note]:
    """The zone layers that were not given, where there are plans to count homes by."""
    missing = [name for name in ZONE_LAYERS if getattr(town, name) is None]
    if not missing or town.plan_areas is None:
        return []
    return [Note("zones_missing", ", ".join(missing))]


def _left_out(town: Municipality) -> dict[str, int]:
    """Parcels of the input that are in no plot, by reason."""
    left_out = town.inputs.get("plots", {}).get("left_out")
    return dict(left_out) if isinstance(left_out, Mapping) else {}


def _plots_in(joined: gpd.GeoDataFrame) -> list[str]:
    return [plot for plots in joined["plot_ids"] for plot in plots.split(";")]
