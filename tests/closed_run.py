"""The hand-made run with its books closed: sites, centres, districts, account and totals agree."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
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
        inputs={
            "plots": parcels,
            "plan_areas": {"source": "postgresql://kari:hemmelig@db.example/plan", "rows_read": 3,
                           "rows_used": 3, "left_out": {}},
            "municipal_homes": {"source": "boliger.csv", "rows_read": 9, "rows_used": 9},
        },
        seconds={"plan": 0.1234},
    )  # fmt: skip
