"""The story of one run: facts, homes on paper, scores, sites, centres, districts, account."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd

from boligplan_geo.account import account, totals
from boligplan_geo.assumptions import Assumptions
from boligplan_geo.centres import catchment, catchment_areas, homes_by, ledger
from boligplan_geo.columns import columns_of
from boligplan_geo.criteria import CENTRE, DENSIFICATION, HOUSING_MIX
from boligplan_geo.errors import InputError, Note, reason_where
from boligplan_geo.facts import Facts, access, built, plan
from boligplan_geo.facts.constraints import ZONE_LAYERS
from boligplan_geo.facts.constraints import notes as zone_notes
from boligplan_geo.housing import mix
from boligplan_geo.measure import SERVICES, destinations, measure
from boligplan_geo.municipality import Municipality
from boligplan_geo.potential import capacity, causes
from boligplan_geo.progress import Stages
from boligplan_geo.result import Analysis
from boligplan_geo.rules import precedence, purposes
from boligplan_geo.rules.plan_checks import LAYERS, check_plans
from boligplan_geo.rules.provision_scope import held
from boligplan_geo.scoring import Scores, score
from boligplan_geo.sites import sites
from boligplan_geo.status import status

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
    town, not_held = held(_read_by(town, plans))
    said = check_plans({name: getattr(town, name) for name in LAYERS})
    if said.problems:
        raise InputError(said.problems)
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
        plots, fields = _plots(town, facts, assumptions)
        parameters = capacity.filled_parameters(
            plots, facts.plan_parts, facts.plan_parameters, assumptions, plans=town.plans
        )
    with stages("scores"):
        plots, districts = _mix(town, plots, facts.built_homes)
        plots, densification, housing_mix = _scored(plots, assumptions)
    with stages("sites and centres"):
        ground = facts.ground.geometry
        joined = sites(
            plots,
            shared_edge_m=assumptions.site_shared_edge_m,
            max_area_m2=assumptions.site_max_area_m2,
            ground=ground,
        )
        centres, centre_scores = _centres(town, facts, plots, assumptions)
        areas = catchment_areas(
            plots,
            limit_min=assumptions.catchment_limit_min,
            ground=ground.where(~(plots["plan_net_plot_m2"] == 0)),
        )
    with stages("account"):
        in_site = pd.Series(plots.index.isin(_plots_in(joined)), index=plots.index)
        book = account(plots, in_site, _left_out(town), facts.built_homes)
    stages.close()
    scores = (densification, housing_mix, centre_scores)
    nothing = gpd.GeoDataFrame({"plot_id": []}, geometry=[], crs=town.crs)
    return Analysis(
        name=town.name,
        municipality_number=town.municipality_number,
        crs=town.crs,
        is_fictional=town.is_fictional,
        assumptions=assumptions,
        plots=plots,
        sites=joined,
        centres=centres,
        centre_catchments=areas,
        districts=districts,
        witnesses=nothing.rename_axis("witness_id"),
        witness_parts=nothing,
        plan_parts=_with_stack(_with_clauses(facts.plan_parts, parameters), facts.part_stack),
        plan_parameters=parameters,
        fields=fields,
        buildings=facts.buildings,
        plans=_plans(town),
        clauses=_clauses(town),
        constraint_losses=facts.constraint_losses,
        constraint_areas=facts.constraint_areas,
        account=book,
        densification=densification,
        housing_mix=housing_mix,
        centre_scores=centre_scores,
        totals=totals(plots),
        plans_code=plans,
        notes=(
            *town.notes,
            *said.notes,
            *not_held,
            *_zones_missing(town),
            *plan.notes(facts.plan_parts, facts.part_stack, town.plans, town.plan_overrides),
            *zone_notes(facts.constraint_areas, town.plots),
            *facts.built_notes,
            *(facts.network.notes if facts.network else ()),
            *(note for s in scores for note in s.notes),
        ),
        inputs=town.inputs,
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


def _plots(
    town: Municipality, facts: Facts, assumptions: Assumptions
) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Put facts and plan homes side by side, one row a plot; and the fields of plans."""
    homes, fields = capacity.plan_capacity(
        town.plots,
        facts.plan_parts,
        facts.plan_parameters,
        facts.part_zones,
        facts.built,
        facts.constraints,
        assumptions,
        plans=town.plans,
        terrain=facts.terrain,
    )
    plots = town.plots.copy()
    plots["plot_area_m2"] = plots.area
    tables = (
        homes,
        facts.built,
        facts.constraints,
        facts.terrain,
        facts.access,
        facts.surroundings,
    )
    for table in tables:
        plots = plots.join(table[[c for c in table if c not in plots]])
    plots = _with_utilisation(plots, facts, assumptions)
    why = "no_data" if plots["owner_code"].notna().any() else "layer_missing"
    # Homes were counted without the zones that a missing layer would have shown: said, not hidden.
    unsure = plots["constraint_reason"].astype("string").str.contains("layer_missing", na=False)
    unsure &= plots["potential_plan_homes_mid_count"] > 0
    plots.loc[unsure, "potential_reason"] += ";zones_missing"
    plots["owner_reason"] = reason_where(plots["owner_code"].isna(), why)
    plots["centre_id"] = catchment(facts.access, limit_min=assumptions.catchment_limit_min)
    plots["plan_signal_share"] = _signal_share(plots, facts)
    plots["plan_proposed_share"] = _proposed_share(plots, facts)
    return plots, fields


def _with_utilisation(
    plots: gpd.GeoDataFrame, facts: Facts, assumptions: Assumptions
) -> gpd.GeoDataFrame:
    """Add the open parking that standing homes are assumed to have, and utilisation today."""
    small, row, block = (
        getattr(assumptions, f"parking_{kind}_count") for kind in ("detached", "row", "block")
    )
    spaces = dict.fromkeys(built.SPACES_PER_HOME, block)
    spaces |= {"detached": small, "semi_detached": small, "row": row}
    plots = plots.join(
        built.open_parking(
            facts.built,
            facts.built_homes,
            spaces_per_home_count=spaces,
            parking_space_m2=assumptions.parking_space_m2,
        )
    )
    plots = plots.join(built.on_net_plot(plots, facts.buildings, facts.ground.geometry))
    return plots.join(built.utilisation(plots)).copy()  # columns side by side, not in fragments


def _signal_share(plots: gpd.GeoDataFrame, facts: Facts) -> pd.Series:
    """Share of each net plot where the plan asks for density.

    Omforming, fornyelse, fortettingsområde, or «videreutvikling» (status 3): signals, not losses.
    """
    zones = facts.part_zones
    parts = facts.plan_parts[facts.plan_parts["counts_as_plot"].to_numpy(bool)]
    wanted = zones["zone_code"].isin(["820", "830"]) | zones["zone_type"].astype(
        "string"
    ).str.contains("fortetting", case=False, na=False)
    share = zones[wanted.to_numpy(bool)].groupby("part_id")["share"].max().reindex(parts.index)
    further = parts["land_use_status_code"] == 3
    share = share.fillna(0.0).where(~further, 1.0)  # no zone over the part: known to be no signal
    area = (share * parts["area_m2"]).groupby(parts["plot_id"]).sum().reindex(plots.index)
    return (area / plots["plan_net_plot_m2"]).clip(0, 1)


def _proposed_share(plots: gpd.GeoDataFrame, facts: Facts) -> pd.Series:
    """Share of each plot that a proposal governs: what its figures rest on."""
    parts = facts.plan_parts
    area = parts["area_m2"].where(parts["is_proposed"].to_numpy(bool), 0.0)
    proposed = area.groupby(parts["plot_id"].to_numpy(), sort=False).sum().reindex(plots.index)
    return (proposed / plots["plot_area_m2"]).clip(0, 1)


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


def _with_clauses(parts: gpd.GeoDataFrame, parameters: pd.DataFrame) -> gpd.GeoDataFrame:
    """Parts with the clauses that apply to them, and why a purpose is unknown.

    Clauses are joined by ``;``, null where none applies.
    """
    recorded = parameters.loc[parameters["source_code"] != "assumption", ["part_id", "clause_id"]]
    recorded = recorded.dropna().drop_duplicates().sort_values(["part_id", "clause_id"])
    clauses = recorded.groupby("part_id")["clause_id"].agg(";".join)
    return parts.assign(
        clause_ids=clauses.reindex(parts.index).astype(object),
        purpose_reason=purposes.reason(parts["regime_code"], parts["land_use_code"]),
    )


def _with_stack(parts: gpd.GeoDataFrame, stack: pd.DataFrame) -> gpd.GeoDataFrame:
    """Parts with the plans in force over them, the one that governs first, joined by ``;``."""
    row = parts.index.get_indexer(pd.Index(stack["part_id"]))
    place = stack["stack_order"].to_numpy()
    columns = []
    for order in range(int(place.max(initial=-1)) + 1):
        chosen = place == order
        plans = np.full(len(parts), None, dtype=object)
        plans[row[chosen]] = stack["plan_id"].to_numpy(dtype=object)[chosen]
        columns.append(plans)
    return parts.assign(stack_plan_ids=causes.joined(len(parts), *columns))


def _plans(town: Municipality) -> pd.DataFrame:
    """Every plan of the input as plain columns: dates and flags as text and numbers."""
    names = [c.name for c in columns_of("plans") if c.name != "plan_id"]
    if town.plans is None:
        return pd.DataFrame(columns=names).rename_axis("plan_id")
    plans = town.plans[~town.plans.index.duplicated()].reindex(columns=names)
    for name in ("in_force_date", "adopted_date"):
        plans[name] = precedence.dates(plans[name]).dt.strftime("%Y-%m-%d").astype(object)
    return pd.DataFrame(plans).rename_axis("plan_id")


def _clauses(town: Municipality) -> pd.DataFrame:
    """Text of every clause that is recorded, once a zone that it names."""
    columns = ["plan_id", "clause_id", "zone_name", "text", "link"]
    if town.provisions is None:
        return pd.DataFrame(columns=columns)
    clauses = town.provisions.reindex(columns=columns).drop_duplicates()
    clauses["zone_name"] = clauses["zone_name"].astype(object).replace({"": None})
    # a row a figure: what the clause says of one zone may stand in several
    texts = clauses.groupby(columns[:3], sort=True, as_index=False, dropna=False)
    return texts.agg({"text": _joined_texts, "link": "first"})


def _joined_texts(texts: pd.Series) -> str:
    """Different texts of one clause, one after the other."""
    return " ".join(text for text in texts.dropna().unique() if text)


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
