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
from boligplan_geo.errors import texts
from boligplan_geo.raster import write_grid
from boligplan_geo.raster.grid import Grid
from boligplan_geo.sample.config import PRIVATE_PROPOSALS
from boligplan_geo.sample.gml import write_gml
from boligplan_geo.sample.place import RESERVE_BOTTOM, RESERVE_LEFT
from boligplan_geo.sample.truth import TruthField, truth_field, write_truth
from boligplan_geo.sample.truth_builder import AREA_KINDS
from boligplan_geo.sample.write import AS_OF

SAMPLE = Path(__file__).parents[1] / "sample_data"
ROOMS_NOW = ("facts", "rules")  # placement rows come with placement

CONFIG = """
name = "Prøvefeltet"
municipality_number = "9999"
crs = "EPSG:25833"
is_fictional = true
[layers.plots]
source = "parcels.gpkg"
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
[layers.plan_overrides]
source = "plan_overrides.csv"
[layers.coastline]
source = "coastline.gpkg"
[layers.terrain]
source = "terrain.tif"
"""
# every theme of the plans, and the files it is in; their date is that of the sample's
PLAN_LAYERS = {
    "plans": ["kommuneplan", "detail"],
    "plan_areas": ["kommuneplan", "detail"],
    "plan_zones": ["kommuneplan", "detail"],
    "plan_lines": ["detail"],
    "plan_heights": ["detail"],
}


def field() -> TruthField:
    return truth_field(RESERVE_LEFT, RESERVE_BOTTOM)


def write_field(directory: Path) -> Path:
    """Write the field alone as a municipality; gives its config."""
    truth = field()
    spatial = ("parcels", "buildings", "network", "stops", "hazard_zones", "noise", "coastline")
    for name in spatial:
        getattr(truth, name).to_file(directory / f"{name}.gpkg", driver="GPKG")
    analysed_area = shapely.union_all([truth.outline, truth.islet])
    analysed = {"analysed_id": ["K1", "K2", "K3"],
                "hazard_kind_code": ["landslide", "flood", "quick_clay"]}  # fmt: skip
    gpd.GeoDataFrame(analysed, geometry=[analysed_area] * 3, crs="EPSG:25833").to_file(
        directory / "analysed.gpkg"
    )
    for name in ("building_register", "dwelling_units", "provisions", "plan_overrides"):
        getattr(truth, name).to_csv(directory / f"{name}.csv", index=False)
    for product, name in (("Kommuneplan", "kommuneplan"), ("Reguleringsplan", "detail")):
        write_gml(directory / f"{name}.gml", kommuneplan(truth, product), product=product)
    write_grid(terrain(truth), directory / "terrain.tif")
    config = directory / "field.toml"
    config.write_text(CONFIG + plan_config(), encoding="utf-8")
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
    for name, sources in PLAN_LAYERS.items():
        for source in sources:
            block = f'[[layers.{name}]]\nsource = "{source}.gml"\nas_of = "{AS_OF}"\n'
            # which number says private stands with the file, as in the sample
            is_told = (name, source) == ("plans", "detail")
            blocks.append(block + PRIVATE_PROPOSALS * is_told)
    return "".join(blocks)


def terrain(truth: TruthField) -> Grid:
    """The field and the islet, with nothing known between them."""
    shapes = (truth.outline, truth.islet)
    left, bottom, right, top = shapely.union_all(shapes).bounds
    x = np.arange(left + 2.5, right, 5)
    y = np.arange(top - 2.5, bottom, -5)
    grid = np.meshgrid(x, y)
    inside = np.logical_or.reduce([shapely.contains_xy(shape, *grid) for shape in shapes])
    values = np.where(inside, truth.elevation_m(*grid).round(2), np.nan).astype(np.float32)
    return Grid(values, left, top, 5.0, "EPSG:25833")


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bg.Analysis]:
    config = write_field(tmp_path_factory.mktemp("field"))
    town = bg.read_municipality(config)
    # the field has no heritage: the layer is given, and empty
    none = gpd.GeoDataFrame({"protection_code": []}, geometry=[], crs=town.crs)
    return both_readings(replace(town, heritage=none))


@pytest.fixture(scope="module")
def whole() -> dict[str, bg.Analysis]:
    return both_readings(bg.read_municipality(SAMPLE / "kommune.toml"))


def both_readings(town: bg.Municipality) -> dict[str, bg.Analysis]:
    run = bg.analyse(town)
    return {"in_force": run, "proposed": bg.analyse(town, plans="proposed", base=run)}


def came_out(run: bg.Analysis, plot_id: str, quantity: str) -> object:
    """A figure of the plot; ``losses_``, ``part.`` and ``parameter.`` look in other tables."""
    table, _, rest = quantity.partition(".")
    if quantity.startswith("losses_"):
        losses = run.constraint_losses
        mine = losses[losses["plot_id"] == plot_id]
        return mine[quantity.removeprefix("losses_")].sum()
    if table == "plots" or not rest:
        return run.plots.loc[plot_id, quantity]
    parts = run.plan_parts[run.plan_parts["plot_id"] == plot_id]
    if table == "part":  # of the plot's largest part
        return parts.sort_values("area_m2").iloc[-1][rest]
    parameter, column = rest.split(".")
    rows = run.plan_parameters
    rows = rows[rows["part_id"].isin(parts.index) & (rows["reading_code"] == "newer")]
    values = rows.loc[rows["parameter_code"] == parameter, column]
    return values.iloc[0] if values.nunique() == 1 else values.tolist()


def faults(runs: dict[str, bg.Analysis], rows: list[dict[str, str]]) -> list[str]:
    """Every row of the truth that a run does not meet, in words."""
    found = []
    for row in rows:
        run = runs[row["plans"]]
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
def test_truth_holds_on_the_field_alone(alone: dict[str, bg.Analysis], room: str) -> None:
    assert faults(alone, truth_rows(room)) == []


@pytest.mark.parametrize("room", ROOMS_NOW)
def test_truth_holds_in_the_committed_sample(whole: dict[str, bg.Analysis], room: str) -> None:
    with (SAMPLE / "truth.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["room"] == room]
    assert len({row["plot_id"] for row in rows}) >= (85 if room == "rules" else 70)
    assert faults(whole, rows) == []


def test_truth_of_the_committed_sample_is_that_of_the_code(tmp_path: Path) -> None:
    write_truth(tmp_path / "truth.csv", field())
    made, committed = ((p / "truth.csv").read_text("utf-8") for p in (tmp_path, SAMPLE))
    assert made == committed


def test_truth_names_many_plots_and_says_how() -> None:
    rows = field().rows
    assert rows["plot_id"].nunique() >= 135  # 65 of the first round, and 40 more at the least
    assert rows["how"].str.len().min() > 8
    assert set(rows["plans"]) == {"in_force", "proposed"}
    assert not rows.duplicated(["plot_id", "quantity", "plans"]).any()


def test_every_type_and_every_parameter_is_in_some_truth() -> None:
    """Each code of ``parameters.csv`` has a plot in the field: by map, by height, by provision."""
    truth = field()
    features = [f for of_product in truth.plan_features.values() for f in of_product]
    used = set(truth.provisions["parameter_code"])
    for feature in features:
        used |= {f"utilisation_{figure[0]}" for figure in feature.properties.get("utnytting", ())}
        height = feature.properties.get("høydefraplanbestemmelse")
        if height:
            kind = {"GH": "eaves", "MH": "ridge"}[height["typeHøyde"]]
            used.add(f"{kind}_{'height' if 'terrengreferanse' in height else 'kote'}_max_m")
    assert used == set(texts("parameters"))


def test_proposals_change_only_what_they_lie_over(alone: dict[str, bg.Analysis]) -> None:
    now, then = (alone[name].plots["plan_id"] for name in ("in_force", "proposed"))
    differs = now.index[(now != then).to_numpy()]
    rows = field().rows
    assert set(differs) == set(rows.loc[rows["plans"] == "proposed", "plot_id"])


def test_shares_of_a_field_never_sum_to_more_than_its_budget(alone: dict[str, bg.Analysis]) -> None:
    fields = alone["in_force"].fields
    several = fields[fields["plots_count"] > 1]
    assert len(several) >= 7
    assert (several["shared_value"] <= several["budget_value"] + 1e-6).all()
    exact = several[several["built_value"] <= several["budget_value"]]
    assert (exact["shared_value"] - exact["budget_value"]).abs().max() < 1e-6


def test_plan_areas_tile_the_field_and_each_plan() -> None:
    truth = field()
    whole = shapely.union_all([truth.outline, truth.islet])
    features = [f for of_product in truth.plan_features.values() for f in of_product]
    plans = [f for f in features if f.kind in ("RpOmråde", "KpOmråde")]
    assert len(plans) > 20
    kinds = [kind for kind, _ in AREA_KINDS.values()]
    for plan_id, extent in [("9999-KPA", whole), *((f.plan_id, f.geometry) for f in plans)]:
        areas = np.array([f.geometry for f in features
                          if f.plan_id == plan_id and f.kind in kinds])  # fmt: skip
        assert shapely.area(areas).sum() == pytest.approx(extent.area, abs=1e-6), plan_id
        assert shapely.union_all(areas).symmetric_difference(extent).area < 1e-6, plan_id


def test_parcels_fill_the_field_but_for_the_lease_that_lies_in_its_parent() -> None:
    truth = field()
    lease = truth.parcels[truth.parcels["fnr"] > 0]
    area = truth.outline.area + truth.islet.area
    assert truth.parcels.area.sum() - lease.area.sum() == pytest.approx(area)


def test_the_field_is_in_no_district_and_out_of_reach_of_the_towns_zones(
    whole: dict[str, bg.Analysis],
) -> None:
    run, truth = whole["in_force"], field()
    plots = run.plots[run.plots["property_id"].str.startswith("9999-900/")]
    assert plots["district_id"].isna().all()
    assert plots["centre_id"].isna().all()
    own = shapely.union_all([truth.outline.buffer(5), truth.islet.buffer(105)])
    zones = run.constraint_areas
    zones = zones[zones["layer"].isin(["hazard_zones", "noise", "heritage"])]
    reaching = zones[shapely.intersects(zones.geometry.to_numpy(), shapely.union_all([
        truth.outline, truth.islet]))]  # fmt: skip
    assert shapely.covers(own, reaching.geometry.to_numpy()).all()


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
