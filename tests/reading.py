"""Shared by the tests of reading: small municipalities written to a folder."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pytest
from shapely import box

SHARED = Path(__file__).parents[1].parent / "shared/data"
X, Y = 600_000.0, 7_700_000.0


def shared(name: str) -> Path:
    if not SHARED.is_dir():
        pytest.skip("../shared/data absent")
    return SHARED / name


def rectangle(x_min: float, y_min: float, x_max: float, y_max: float):
    return box(X + x_min, Y + y_min, X + x_max, Y + y_max)


def parcels(rows: list[tuple], crs: str | None = "EPSG:25833") -> gpd.GeoDataFrame:
    """Rows of (teigid, gnr, bnr, fnr, rectangle)."""
    names = ["teigid", "gardsnummer", "bruksnummer", "festenummer"]
    data = {name: [row[i] for row in rows] for i, name in enumerate(names)}
    return gpd.GeoDataFrame(data, geometry=[rectangle(*row[4]) for row in rows], crs=crs)


def two_parcels() -> gpd.GeoDataFrame:
    return parcels([("1", 1, 1, 0, (0, 0, 20, 30)), ("2", 1, 2, 0, (20, 0, 40, 30))])


def write_config(folder: Path, layers: str = "", head: str = "") -> Path:
    text = f'name = "Prøveby"\nmunicipality_number = "9999"\n{head}\n'
    if "[layers.plots]" not in layers:
        two_parcels().to_file(folder / "teiger.gpkg")
        text += '[layers.plots]\nsource = "teiger.gpkg"\n'
    path = folder / "kommune.toml"
    path.write_text(text + layers, "utf-8")
    return path
