"""The hand-made run with its books closed: sites, centres, districts, account and totals agree."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from fake_run import fake_run

from boligplan_geo.account import account, totals
from boligplan_geo.centres import homes_by, ledger, with_reasons
from boligplan_geo.columns import HOMES_COLUMNS, columns_of
from boligplan_geo.criteria import CENTRE
from boligplan_geo.result import Analysis
from boligplan_geo.scoring import score


def closed_run(side: int = 12) -> Analysis:
    """Give the fake run with every sum made from its plots; all inputs read into plots."""
    run = fake_run(side)
    plots, n = run.plots, side * side
    plots["owner_reason"] = None
    # figures that rooms have added since the run was made
    figures = [c.name for c in columns_of("plots") if c.kind in ("number", "boolean")]
    added = {name: 0.0 for name in figures if name not in plots}
    plots = plots.join(pd.DataFrame(added, index=plots.index)).copy()
    for name in ("usable", "lost"):
        plots[f"constraint_{name}_s3_m2"] = plots[f"constraint_{name}_m2"]
    plots["plan_reason"] = (
        plots["plan_reason"]
        .astype(object)
        .mask(plots["plan_homes_max_count"].isna(), "no_unit_cap")
    )
    sites = run.sites.copy()
    for name in HOMES_COLUMNS:
        sites[name] = plots[name].reindex(sites["plot_ids"]).to_numpy()
    sites = with_reasons(sites)
    sites["owner_reason"] = "several_owners"
    centres = ledger(run.centres, plots)
    for name in ("centre_services_count", "centre_departures_count"):
        centres[name] = run.centres[name]
    scores = score(centres, CENTRE, name="centre", assessed=centres["name"].notna())
    centres["score_centre_points"], centres["score_centre_rank"] = scores.total, scores.rank
    homes = homes_by(plots, "district_id", list(run.districts.index))
    districts = run.districts.drop(columns=["homes_today_count", "homes_potential_mid_count"])
    districts = districts.join(homes)
    districts["homes_today_count"] = districts["built_homes_count"]
    districts["homes_potential_mid_count"] = districts["potential_plan_homes_mid_count"]
    in_site = pd.Series(plots.index.isin(sites["plot_ids"]), index=plots.index)
    stock = pd.DataFrame({"plot_id": [], "dwelling_type_code": [], "homes_count": []})
    parcels = {
        "source": "/home/kari/data/teig.gpkg",
        "sha256": "0" * 64,
        "rows_read": n + 2,
        "rows_used": n,
        "left_out": {"zero_area": 2},
    }
    return replace(
        run,
        plots=plots,
        constraint_losses=run.constraint_losses.assign(
            exclusive_s3_m2=run.constraint_losses["exclusive_m2"],
            shared_s3_m2=run.constraint_losses["shared_m2"],
        ),
        sites=sites,
        centres=centres,
        districts=districts,
        centre_scores=scores,
        account=account(plots, in_site, {"zero_area": 2}, stock),
        totals=totals(plots),
        plan_parameters=pd.concat([run.plan_parameters, *_of_fields(run)]).assign(
            why_code="only_plan"
        ),
        fields=_fields(plots),
        buildings=_buildings(plots),
        plans=pd.DataFrame(
            {"plan_name": ["Arealdelen"], "plan_status_code": [3.0]},
            index=pd.Index(["9999-KPA"], name="plan_id"),
        ),
        inputs={
            "plots": parcels,
            "plan_areas": {"source": "postgresql://kari:hemmelig@db.example/plan", "rows_read": 3,
                           "rows_used": 3, "left_out": {}},
            "municipal_homes": {"source": "boliger.csv", "rows_read": 9, "rows_used": 9},
        },
        seconds={"plan": 0.1234},
    )  # fmt: skip


def _buildings(plots: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """A house of 20 m depth on each plot with a footprint, and one that is only permitted."""
    built = plots[plots["built_bya_m2"] > 0]
    left, bottom = (built.bounds[name].to_numpy() + 1.0 for name in ("minx", "miny"))
    shapes = shapely.box(left, bottom, left + built["built_bya_m2"].to_numpy() / 20, bottom + 20)
    permitted = shapely.box(left[0] + 12, bottom[0], left[0] + 20, bottom[0] + 10)
    shapes = np.append(shapes, permitted)
    return gpd.GeoDataFrame(
        {
            "plot_ids": [*built.index, built.index[0]],
            "stage_code": ["standing"] * len(built) + ["pipeline"],
            "bya_m2": shapely.area(shapes),
        },
        index=pd.Index([f"{i}" for i in range(len(shapes))], name="building_id"),
        geometry=shapes,
        crs=plots.crs,
    )


_IN_FIELD = [f"9999-1/{i}" for i in (2, 3, 4, 5)]


def _of_fields(run: Analysis) -> list[pd.DataFrame]:
    """The figures that the parts of one field carry: BRA, and a cap on homes."""
    rows = run.plan_parameters[run.plan_parameters["part_id"].isin([f"{p}:1" for p in _IN_FIELD])]
    rows = rows.assign(basis_code="field", field_id="9999-KPA|F1")
    return [
        rows.assign(parameter_code="utilisation_17", value_max=2160.0),
        rows.assign(parameter_code="homes_max", value_max=100.5),
    ]


def _fields(plots: gpd.GeoDataFrame) -> pd.DataFrame:
    """The field of `_of_fields` with its two budgets."""
    bra = {level: plots.loc[_IN_FIELD, f"plan_bra_{level}_m2"].sum() for level in ("low", "high")}
    same = {
        "field_id": "9999-KPA|F1",
        "plan_id": "9999-KPA",
        "clause_id": "KPA § 4.2",
        "basis_code": "field",
        "area_m2": 3600.0,
        "plots_count": 4.0,
        "built_value": 0.0,
    }
    return pd.DataFrame(
        [
            {**same, "parameter_code": "utilisation_17", "unit": "m2", "budget_value": 2160.0,
             "budget_low_value": bra["low"], "budget_high_value": bra["high"],
             "shared_value": 2160.0},
            {**same, "parameter_code": "homes_max", "unit": "count", "shared_value": 100.0,
             **{f"budget_{name}value": 100.5 for name in ("low_", "", "high_")}},
        ]
    )  # fmt: skip
