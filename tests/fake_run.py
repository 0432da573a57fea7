"""A run made by hand of n × n boxes, for rooms that only read an `Analysis`."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.assumptions import Assumptions
from boligplan_geo.criteria import CENTRE, DENSIFICATION, HOUSING_MIX
from boligplan_geo.errors import Note
from boligplan_geo.result import Analysis
from boligplan_geo.scoring import score

CRS = "EPSG:25833"
LEFT, BOTTOM, SIDE = 300_000.0, 7_600_000.0, 30.0


def fake_run(side: int = 20, seed: int = 3) -> Analysis:
    """Give a run of side² plots of 30 × 30 m with varied, invented figures."""
    random = np.random.default_rng(seed)
    n = side * side
    x, y = LEFT + (np.arange(n) % side) * SIDE, BOTTOM + (np.arange(n) // side) * SIDE
    plot_id = pd.Index([f"9999-1/{i + 1}" for i in range(n)], name="plot_id")
    homes = random.integers(0, 9, n).astype(float)
    unknown = random.random(n) < 0.03
    plots = gpd.GeoDataFrame(
        {
            "property_id": plot_id,
            "parcel_ids": [str(i) for i in range(n)],
            "owner_code": random.choice(["private", "municipal", "other"], n, p=[0.8, 0.1, 0.1]),
            "district_id": np.where(x < LEFT + side * SIDE / 2, "B1", "B2"),
            "centre_id": np.where(y < BOTTOM + side * SIDE / 2, "D1", None),
            "plot_area_m2": SIDE**2,
            "plan_id": "9999-KPA",
            "plan_land_use_code": random.choice(["1110", "1130", "3040"], n),
            "plan_regime_code": "kp2008",
            "plan_land_use_name": "Boligbebyggelse",
            "plan_net_plot_m2": SIDE**2,
            "plan_bya_low_m2": 200.0,
            "plan_bya_mid_m2": 270.0,
            "plan_bya_high_m2": 300.0,
            "plan_bra_low_m2": 400.0,
            "plan_bra_mid_m2": 540.0,
            "plan_bra_high_m2": 600.0,
            "plan_homes_max_count": np.nan,
            "plan_binding_clause_id": "KPA § 4.2",
            "plan_reason": None,
            "built_bya_m2": random.integers(0, 200, n).astype(float),
            "built_bra_m2": 150.0,
            "built_bra_source_code": "register",
            "built_homes_count": random.integers(0, 3, n) * 1.0,
            "built_year": 1975.0,
            "built_reason": None,
            "constraint_usable_m2": 800.0,
            "constraint_lost_m2": 100.0,
            "constraint_largest_piece_m2": 800.0,
            "constraint_soft_share": random.random(n),
            "constraint_reason": None,
            "terrain_elevation_m": 10.0,
            "terrain_slope_mean_deg": random.random(n) * 30,
            "terrain_slope_p90_deg": 20.0,
            "terrain_steep_share": 0.1,
            "terrain_sun_20mar_hours": np.nan,
            "terrain_sun_21jun_hours": np.nan,
            "terrain_reason": "not_built_yet",
            **{
                f"access_{k}_min": random.random(n) * 25
                for k in ("centre", "stop", "grocery", "school", "kindergarten", "health")
            },
            "access_centre_from_min": 5.0,
            "access_reason": None,
            "nearby_homes_400m_count": 120.0,
            "nearby_reason": None,
            "potential_kind_code": "infill",
            "potential_plan_homes_low_count": np.where(unknown, np.nan, np.floor(homes / 2)),
            "potential_plan_homes_mid_count": np.where(unknown, np.nan, homes),
            "potential_plan_homes_high_count": np.where(unknown, np.nan, homes + 1),
            **{f"potential_homes_{k}_count": np.nan for k in ("low", "mid", "high", "upper")},
            **{f"potential_transformation_homes_{k}_count": 0.0 for k in ("low", "mid", "high")},
            "potential_now_homes_count": np.where(unknown, np.nan, homes),
            "potential_after_phasing_homes_count": np.where(unknown, np.nan, 0.0),
            "potential_after_plan_homes_count": np.where(unknown, np.nan, 0.0),
            "potential_bra_mid_m2": 390.0,
            "potential_line_code": "fortetting",
            "potential_reason": "not_built_yet",
            "plan_signal_share": 0.0,
            "mix_type_gap_share": 0.05,
        },
        index=plot_id,
        geometry=shapely.box(x, y, x + SIDE, y + SIDE),
        crs=CRS,
    )
    plots["centre_id"] = np.where(plots["access_centre_min"] <= 15, plots["centre_id"], None)
    assessed = plots["potential_plan_homes_mid_count"] >= 1
    densification = score(plots, DENSIFICATION, name="densification", assessed=assessed)
    mix = score(plots, HOUSING_MIX, name="housing_mix", assessed=assessed)
    for name, scores in (("densification", densification), ("housing_mix", mix)):
        plots[f"score_{name}_points"], plots[f"score_{name}_high_points"] = (
            scores.total,
            scores.high,
        )
        plots[f"score_{name}_rank"] = scores.rank
    plots["score_reason"] = np.where(assessed, None, "no_potential")
    plots["plot_status_code"] = np.select(
        [unknown, homes == 0, densification.total >= 60],
        ["not_assessable", "no_potential", "candidate"],
        "ranked",
    )
    plots["plot_status_reason"] = np.where(unknown, "no_plan", None)
    best = plots[plots["plot_status_code"] == "candidate"]
    sites = gpd.GeoDataFrame(
        {
            "plot_ids": best.index,
            "plots_count": 1,
            "owner_code": best["owner_code"].to_numpy(),
            "homes_low_count": best["potential_plan_homes_low_count"].to_numpy(),
            "homes_mid_count": best["potential_plan_homes_mid_count"].to_numpy(),
            "homes_high_count": best["potential_plan_homes_high_count"].to_numpy(),
            "score_densification_points": best["score_densification_points"].to_numpy(),
            "centre_id": best["centre_id"].to_numpy(),
            "district_id": best["district_id"].to_numpy(),
            "is_assembly": False,
        },
        index=pd.Index("S-" + best.index, name="site_id"),
        geometry=best.geometry.to_numpy(),
        crs=CRS,
    )
    half = side * SIDE / 2
    centres = gpd.GeoDataFrame(
        {
            "name": ["Oppdiktet torg"],
            "built_homes_count": [300.0],
            "homes_today_count": [300.0],
            "homes_potential_mid_count": [500.0],
            "centre_services_count": [3.0],
            "centre_departures_count": [6.0],
        },
        index=pd.Index(["D1"], name="centre_id"),
        geometry=[shapely.Point(LEFT + half, BOTTOM + half / 2)],
        crs=CRS,
    )
    centre_scores = score(centres, CENTRE, name="centre", assessed=centres["name"].notna())
    centres["score_centre_points"], centres["score_centre_rank"] = (
        centre_scores.total,
        centre_scores.rank,
    )
    box = shapely.box(LEFT, BOTTOM, LEFT + side * SIDE, BOTTOM + half)
    districts = gpd.GeoDataFrame(
        {
            "name": ["Vestbyen", "Østbyen"],
            "homes_today_count": [200.0, 210.0],
            "homes_potential_mid_count": [900.0, 800.0],
            "need_count": np.nan,
            "need_reason": "not_built_yet",
            "mix_evenness_share": [0.5, 0.7],
            "mix_gap_code": "row",
            "mix_reason": None,
        },
        index=pd.Index(["B1", "B2"], name="district_id"),
        geometry=[
            shapely.box(LEFT, BOTTOM, LEFT + half, BOTTOM + 2 * half),
            shapely.box(LEFT + half, BOTTOM, LEFT + 2 * half, BOTTOM + 2 * half),
        ],
        crs=CRS,
    )
    parts = gpd.GeoDataFrame(
        {
            "plot_id": plot_id,
            "plan_id": "9999-KPA",
            "zone_name": "B1",
            "land_use_code": plots["plan_land_use_code"].to_numpy(),
            "regime_code": "kp2008",
            "land_use_status_code": 1.0,
            "area_m2": SIDE**2,
            "clause_ids": "KPA § 4.2",
            "governs_reason": "only_plan",
            "counts_as_plot": True,
        },
        index=pd.Index([f"{p}:1" for p in plot_id], name="part_id"),
        geometry=plots.geometry.to_numpy(),
        crs=CRS,
    )
    zones = gpd.GeoDataFrame(
        {"layer": ["noise"], "zone_code": ["road_red"], "is_hard": [True]}, geometry=[box], crs=CRS
    )
    empty = gpd.GeoDataFrame({"plot_id": []}, geometry=[], crs=CRS)
    return Analysis(
        name="Boksby",
        municipality_number="9999",
        crs=CRS,
        is_fictional=True,
        assumptions=Assumptions(),
        plots=plots,
        sites=sites,
        centres=centres,
        centre_catchments=gpd.GeoDataFrame(
            {"centre_id": ["D1"], "minutes": [15.0]}, geometry=[box], crs=CRS
        ),
        districts=districts,
        witnesses=empty.rename_axis("witness_id"),
        witness_parts=empty,
        plan_parts=parts,
        plan_parameters=pd.DataFrame(
            {
                "part_id": parts.index,
                "parameter_code": "utilisation_16",
                "value_min": np.nan,
                "value_max": 30.0,
                "basis_code": "plot",
                "source_code": "provision",
                "plan_id": "9999-KPA",
                "clause_id": "KPA § 4.2",
                "reading_code": "newer",
            }
        ),
        clauses=pd.DataFrame(
            {
                "plan_id": ["9999-KPA"],
                "clause_id": ["KPA § 4.2"],
                "text": ["I feltene er %-BYA høyst 30 %."],
                "link": [None],
            }
        ),
        constraint_losses=pd.DataFrame(
            {
                "plot_id": plot_id,
                "layer": "noise",
                "zone_code": "road_red",
                "exclusive_m2": 100.0,
                "shared_m2": 0.0,
            }
        ),
        constraint_areas=zones,
        account=pd.DataFrame(
            {
                "step": ["status:ranked"],
                "district_id": ["B1"],
                "dwelling_type_code": [None],
                "year": [np.nan],
                "plots_count": [n],
                "homes_count": [homes.sum()],
                "area_m2": [n * SIDE**2],
                "reason": [None],
            }
        ),
        densification=densification,
        housing_mix=mix,
        centre_scores=centre_scores,
        totals={
            "plots_count": float(n),
            "potential_plan_homes_mid_count": float(np.nansum(homes[~unknown])),
        },
        notes=(Note("layer_missing", "jobs"),),
        inputs={
            "plots": {
                "source": "teig.gpkg",
                "sha256": "0" * 64,
                "rows_read": n,
                "rows_used": n,
                "left_out": {},
            }
        },
    )
