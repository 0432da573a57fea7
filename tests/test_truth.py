"""The whole way against plots whose answers are known by hand (`boligplan_geo.sample.truth`).

Twice: on the test field alone, written to a folder of its own, and where it lies in the
committed sample municipality, whose other layers must not disturb it.
"""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

import boligplan_geo as bg
from boligplan_geo.raster import write_grid
from boligplan_geo.raster.grid import Grid
from boligplan_geo.sample.gml import write_gml
from boligplan_geo.sample.place import RESERVE_BOTTOM, RESERVE_LEFT
from boligplan_geo.sample.truth import TruthField, truth_field, write_truth

SAMPLE = Path(__file__).parents[1] / "sample_data"
ROOMS_NOW = ("facts", "rules")  # placement rows come with placement

CONFIG = """
name = "Prøvefeltet"
municipality_number = "9999"
crs = "EPSG:25833"
is_fictional = true
[layers.plots]
source = "parcels.gpkg"
[layers.plans]
source = "kommuneplan.gml"
layer = "KpOmråde"
[layers.buildings]
source = "buildings.gpkg"
[layers.building_register]
source = "building_register.csv"
[layers.dwelling_units]
source = "dwelling_units.csv"
[layers.network]
source = "network.gpkg"
[layers.stops]
source = "stops.gpkg"
[layers.hazard_zones]
source = "hazard_zones.gpkg"
[layers.hazard_analysed_areas]
source = "analysed.gpkg"
[layers.noise]
source = "noise.gpkg"
[layers.provisions]
source = "provisions.csv"
[layers.terrain]
source = "terrain.tif"
"""
# every feature type of a theme is a layer of the plan files
PLAN_LAYERS = {
    "plans": ["KpOmråde", "RpOmråde"],
    "plan_areas": ["KpArealformålOmråde", "RpArealformålOmråde", "RbFormålOmråde"],
    "plan_zones": [
        "KpDetaljeringSone", "RpFareSone", "RpSikringSone", "RpGjennomføringSone",
        "RpInfrastrukturSone", "RpBestemmelseOmråde",
    ],
}  # fmt: skip


def field() -> TruthField:
    return truth_field(RESERVE_LEFT, RESERVE_BOTTOM)


def write_field(directory: Path) -> Path:
    """Write the field alone as a municipality; gives its config."""
    truth = field()
    spatial = ("parcels", "buildings", "network", "stops", "hazard_zones", "noise")
    for name in spatial:
        getattr(truth, name).to_file(directory / f"{name}.gpkg", driver="GPKG")
    analysed = {"analysed_id": ["K1", "K2", "K3"],
                "hazard_kind_code": ["landslide", "flood", "quick_clay"]}  # fmt: skip
    gpd.GeoDataFrame(analysed, geometry=[truth.outline] * 3, crs="EPSG:25833").to_file(
        directory / "analysed.gpkg"
    )
    for name in ("building_register", "dwelling_units", "provisions"):
        getattr(truth, name).to_csv(directory / f"{name}.csv", index=False)
    for product, name in (("Kommuneplan", "kommuneplan"), ("Reguleringsplan", "detail")):
        write_gml(directory / f"{name}.gml", kommuneplan(truth, product), product=product)
    write_grid(terrain(truth), directory / "terrain.tif")
    config = directory / "field.toml"
    head, _, tail = CONFIG.partition("[layers.plans]")
    tail = tail[tail.index("[layers.buildings]") :]
    config.write_text(head + plan_config() + tail, encoding="utf-8")
    return config


def kommuneplan(truth: TruthField, product: str) -> list:
    features = list(truth.plan_features[product])
    if product == "Kommuneplan":
        from boligplan_geo.sample.gml import PlanFeature

        properties = {"plantype": 20, "planstatus": 3, "lovreferanse": 6,
                      "ikrafttredelsesdato": "2019-06-20", "plannavn": "KPA"}  # fmt: skip
        plan = PlanFeature("KpOmråde", "9999-KPA", "9999-KPA", truth.outline, properties)
        features.insert(0, plan)
    return features


def plan_config() -> str:
    blocks = []
    for name, kinds in PLAN_LAYERS.items():
        for kind in kinds:
            source = "kommuneplan.gml" if kind.startswith("Kp") else "detail.gml"
            blocks.append(f'[[layers.{name}]]\nsource = "{source}"\nlayer = "{kind}"\n')
    return "".join(blocks)


def terrain(truth: TruthField) -> Grid:
    columns, rows = 120, 100
    x = truth.left + 5 * (np.arange(columns) + 0.5)
    y = truth.bottom + 500 - 5 * (np.arange(rows) + 0.5)
    values = truth.elevation_m(*np.meshgrid(x, y)).round(2).astype(np.float32)
    return Grid(values, truth.left, truth.bottom + 500, 5.0, "EPSG:25833")


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> bg.Analysis:
    config = write_field(tmp_path_factory.mktemp("field"))
    town = bg.read_municipality(config)
    # the field has neither heritage nor shore: layers given, and empty
    none = gpd.GeoDataFrame({"protection_code": []}, geometry=[], crs=town.crs)
    return bg.analyse(replace(town, heritage=none, coastline=none))


@pytest.fixture(scope="module")
def whole() -> bg.Analysis:
    return bg.analyse(bg.read_municipality(SAMPLE / "kommune.toml"))


def came_out(run: bg.Analysis, plot_id: str, quantity: str) -> object:
    if quantity.startswith("losses_"):
        losses = run.constraint_losses
        mine = losses[losses["plot_id"] == plot_id]
        return mine[quantity.removeprefix("losses_")].sum()
    return run.plots.loc[plot_id, quantity]


def faults(run: bg.Analysis, rows: list[dict[str, str]]) -> list[str]:
    """Every row of the truth that a run does not meet, in words."""
    found = []
    for row in rows:
        if row["plot_id"] not in run.plots.index:
            found.append(f"{row['plot_id']}: no such plot ({row['how']})")
            continue
        got = came_out(run, row["plot_id"], row["quantity"])
        if row["value"] == "":
            fits = bool(pd.isna(got))
        elif row["tolerance"] == "":
            fits = isinstance(got, str) and row["value"] in got.split(";")
        else:
            fits = bool(pd.notna(got)) and abs(float(got) - float(row["value"])) <= float(
                row["tolerance"]
            )
        if not fits:
            wanted = row["value"] or "null"
            found.append(f"{row['plot_id']} {row['quantity']}: {got}, not {wanted}: {row['how']}")
    return found


def truth_rows(room: str) -> list[dict[str, str]]:
    rows = field().rows
    return rows[rows["room"] == room].to_dict("records")


@pytest.mark.parametrize("room", ROOMS_NOW)
def test_truth_holds_on_the_field_alone(alone: bg.Analysis, room: str) -> None:
    assert faults(alone, truth_rows(room)) == []


@pytest.mark.parametrize("room", ROOMS_NOW)
def test_truth_holds_in_the_committed_sample(whole: bg.Analysis, room: str) -> None:
    with (SAMPLE / "truth.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["room"] == room]
    assert len({row["plot_id"] for row in rows}) >= (20 if room == "rules" else 40)
    assert faults(whole, rows) == []


def test_truth_of_the_committed_sample_is_that_of_the_code(tmp_path: Path) -> None:
    write_truth(tmp_path / "truth.csv", field())
    made, committed = ((p / "truth.csv").read_text("utf-8") for p in (tmp_path, SAMPLE))
    assert made == committed


def test_truth_names_at_least_forty_plots_and_every_type() -> None:
    truth = field()
    assert truth.rows["plot_id"].nunique() >= 45
    assert truth.rows["how"].str.len().min() > 8
    types = {
        figure[0]
        for features in truth.plan_features.values()
        for feature in features
        for figure in feature.properties.get("utnytting", ())
    }
    assert types >= {10, 11, 12, 13, 14, 15, 16, 17, 18}


def test_plan_areas_tile_the_field_and_each_plan() -> None:
    truth = field()
    for plan_id, extent in [
        ("9999-KPA", truth.outline),
        *(
            (f.plan_id, f.geometry)
            for f in truth.plan_features["Reguleringsplan"]
            if f.kind == "RpOmråde"
        ),
    ]:
        areas = np.array(
            [
                f.geometry
                for features in truth.plan_features.values()
                for f in features
                if f.plan_id == plan_id and f.kind.endswith("målOmråde")
            ]
        )
        assert shapely.area(areas).sum() == pytest.approx(extent.area, abs=1e-6)
        assert shapely.union_all(areas).symmetric_difference(extent).area < 1e-6


def test_parcels_fill_the_field_but_for_the_lease_that_lies_in_its_parent() -> None:
    truth = field()
    lease = truth.parcels[truth.parcels["fnr"] > 0]
    assert truth.parcels.area.sum() - lease.area.sum() == pytest.approx(truth.outline.area)


def test_no_zone_of_one_case_reaches_the_plot_of_another() -> None:
    truth = field()
    plots = truth.parcels[truth.parcels["bnr"] < 900]
    zones = pd.concat(
        [truth.hazard_zones[["geometry"]], truth.noise[["geometry"]]], ignore_index=True
    )
    hits = gpd.sjoin(zones, plots[["bnr", "geometry"]], predicate="intersects")
    assert hits.groupby(level=0)["bnr"].nunique().max() == 1


def test_terrain_is_level_with_its_surroundings_along_the_edge() -> None:
    truth = field()
    ring = shapely.segmentize(truth.outline.exterior, 5)
    x, y = shapely.get_coordinates(ring).T
    edge = truth.elevation_m(x, y)
    assert np.ptp(edge) == 0
    gradient = truth.elevation_m(
        np.array([truth.left + 410]), np.array([truth.bottom + 311])
    ) - truth.elevation_m(np.array([truth.left + 410]), np.array([truth.bottom + 310]))
    assert gradient[0] == pytest.approx(0.1)
