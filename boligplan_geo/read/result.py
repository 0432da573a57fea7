"""Read a result folder back as an `Analysis`, without the municipality's own files."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio

from boligplan_geo.assumptions import Assumptions
from boligplan_geo.errors import InputError, Note, Problem
from boligplan_geo.result import Analysis
from boligplan_geo.scoring import POINTS, Criterion, Scores

_KEYS = {
    "plots": "plot_id",
    "sites": "site_id",
    "centres": "centre_id",
    "districts": "district_id",
    "witnesses": "witness_id",
    "plan_parts": "part_id",
    "plans": "plan_id",
}
_OTHERS = (
    "witness_parts",
    "centre_catchments",
    "plan_parameters",
    "clauses",
    "constraint_losses",
    "constraint_areas",
    "account",
    "fields",
    "buildings",
)


def read_run(directory: str | os.PathLike[str]) -> Analysis:
    """Read a folder that `boligplan_geo.export` wrote.

    Returns
    -------
    Analysis
        ``town`` and ``facts`` are ``None``; scores are rebuilt from the exported points.

    Raises
    ------
    InputError
        Where the folder is not a result, or a file or layer of it is missing or broken.
    """
    folder = Path(directory)
    manifest = read_manifest(folder)
    tables = {name: _layer(folder, name).set_index(key) for name, key in _KEYS.items()}
    tables |= {name: _layer(folder, name) for name in _OTHERS}
    points = _layer(folder, "score_points")
    plots = tables["plots"]
    ranked = {
        "densification": plots["score_densification_rank"].notna(),
        "housing_mix": plots["score_housing_mix_rank"].notna(),
        "centre": tables["centres"]["score_centre_rank"].notna(),
    }
    scores = {
        name: _scores(
            name, manifest, points, plots if name != "centre" else tables["centres"], taking_part
        )
        for name, taking_part in ranked.items()
    }
    return Analysis(
        name=manifest["name"],
        municipality_number=manifest["municipality_number"],
        crs=manifest["crs"],
        is_fictional=manifest["is_fictional"],
        assumptions=_assumptions(manifest["assumptions"]),
        densification=scores["densification"],
        housing_mix=scores["housing_mix"],
        centre_scores=scores["centre"],
        totals=manifest["totals"],
        homes_basis_code=manifest["homes_basis_code"],
        plans_code=manifest.get("plans_code", "in_force"),
        notes=tuple(
            Note(n["code"], n["layer"], tuple(n["ids"]), n["values"]) for n in manifest["notes"]
        ),
        inputs=manifest["inputs"],
        seconds=manifest["seconds"],
        **tables,
    )


def read_manifest(folder: Path) -> dict[str, Any]:
    """Read ``manifest.json`` of a result folder.

    Raises
    ------
    InputError
        Where there is none, or it is not one of ours.
    """
    remedy = "give a folder that `boligplan run` wrote"
    try:
        manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    except OSError:
        raise InputError([Problem("result", f"{folder} has no manifest.json", remedy)]) from None
    except ValueError:
        raise InputError([Problem("result", "manifest.json is not JSON", remedy)]) from None
    if not isinstance(manifest, dict) or manifest.get("format") != "boligplan_geo result":
        raise InputError([Problem("result", "manifest.json is not of boligplan_geo", remedy)])
    return manifest


def _layer(folder: Path, name: str) -> gpd.GeoDataFrame | pd.DataFrame:
    try:
        return pyogrio.read_dataframe(folder / "analysis.gpkg", layer=name, use_arrow=True)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        problem = Problem(
            "result", f"analysis.gpkg, layer {name}: {error}", "write the result again"
        )
        raise InputError([problem]) from None


def _assumptions(stored: Mapping[str, Mapping[str, Any]]) -> Assumptions:
    """Assumptions of the run; fields that this version does not know are left out."""
    known = {f.name for f in fields(Assumptions)}
    return Assumptions(**{k: v["value"] for k, v in stored.items() if k in known})


def _scores(
    name: str,
    manifest: Mapping[str, Any],
    points: pd.DataFrame,
    rows: pd.DataFrame,
    ranked: pd.Series,
) -> Scores:
    """Rebuild one score; figures of rows that were not assessed come from their own columns."""
    criteria = tuple(
        Criterion(**{**c, "values": tuple(c["values"]), "merits": tuple(c["merits"])})
        for c in manifest["criteria"][name]
    )
    own = points[points["score_code"] == name]
    wide = own.pivot(index="row_id", columns="criterion_id", values="points")
    ids = [c.id for c in criteria]
    earned = wide.reindex(index=rows.index, columns=ids).astype("float64")
    figures = pd.DataFrame(
        {c.id: rows[c.column] if c.column in rows else float("nan") for c in criteria},
        index=rows.index,
    ).astype("float64")
    earned.index.name, earned.columns.name = rows.index.name, None
    if (own["max_points"] > POINTS).any():
        raise InputError(
            [Problem("score_points", "more than 100 points", "write the result again")]
        )
    dropped = tuple(
        Note(n["code"], n["layer"], tuple(n["ids"]), n["values"])
        for n in manifest["notes"]
        if n["code"] == "criterion_dropped" and n["layer"] == name
    )
    return Scores(name, criteria, figures, earned, ranked, dropped)
