"""The made municipality: it tiles, it is the same again, it has what a town has."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import pytest
import shapely

from boligplan_geo.digest import digest
from boligplan_geo.errors import InputError
from boligplan_geo.raster import read_grid
from boligplan_geo.raster.grid import sample
from boligplan_geo.sample import make_sample
from boligplan_geo.sample.config import LAYERS
from boligplan_geo.sample.place import (
    RESERVE_BOTTOM,
    RESERVE_ELEVATION_M,
    RESERVE_LEFT,
    Place,
)
from boligplan_geo.sample.town import make_place
from boligplan_geo.sample.truth import truth_field

SAMPLE = Path(__file__).parents[1] / "sample_data"


@pytest.fixture(scope="module")
def town() -> Place:
    truth = truth_field(RESERVE_LEFT, RESERVE_BOTTOM, base_elevation_m=RESERVE_ELEVATION_M)
    return make_place(truth, plots=2500, seed=1)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    make_sample(folder)
    return folder


def files(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def content(path: Path) -> str:
    """Digest of what a file holds, whatever wrote its bytes."""
    if path.suffix == ".gpkg":
        layers = [pyogrio.read_dataframe(path, layer=n) for n, _ in pyogrio.list_layers(path)]
        heights = [
            pd.Series(np.nan_to_num(shapely.get_coordinates(t.geometry, include_z=True)[:, 2]))
            for t in layers
        ]
        return " ".join([*map(digest, layers), *(digest(z.to_frame("z")) for z in heights)])
    if path.suffix == ".tif":
        return digest(read_grid(path))
    return path.read_text("utf-8")


def test_parcels_tile_land_without_gap_or_overlap(town: Place) -> None:
    shapes = town.parcels.geometry.to_numpy()
    assert shapely.is_valid(shapes).all()
    i, j = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    i, j = i[i < j], j[i < j]
    assert shapely.area(shapely.intersection(shapes[i], shapes[j])).max() < 1e-6
    whole = shapely.union_all(shapes)
    gaps = sum(len(p.interiors) for p in shapely.get_parts(whole))
    assert gaps == 1  # the truth field and nothing else
    assert whole.intersection(town.reserve).area == pytest.approx(0, abs=1e-6)
    units = shapely.union_all(town.basic_units.geometry.to_numpy())
    islet = town.basic_units[town.basic_units["district_id"].isna()].area.sum() - town.reserve.area
    assert units.area == pytest.approx(whole.area + town.reserve.area + islet, abs=1e-3)


def test_there_are_as_many_plots_as_promised(town: Place) -> None:
    assert 2000 <= town.parcels["property_id"].nunique() <= 3000
    assert 2000 <= len(town.parcels) <= 3000


def test_lots_have_sizes_of_their_kind(town: Place) -> None:
    area = town.parcels.geometry.area.groupby(town.parcels["use_code"]).median()
    assert 600 < area["villa"] < 1100
    assert 150 < area["row"] < 300
    assert 1500 < area["block"] < 5000
    streets = town.parcels["use_code"].eq("road")
    compact = 4 * np.pi * town.parcels.area / town.parcels.length**2
    assert compact[~streets & town.parcels["use_code"].eq("villa")].median() > 0.6


def test_nothing_stands_in_the_sea_and_the_town_is_not_steep(town: Place) -> None:
    on_land = shapely.union_all(town.land.geometry.to_numpy()).buffer(0.01)
    shapely.prepare(on_land)
    assert shapely.covers(on_land, town.buildings.geometry.to_numpy()).all()
    streets = town.network[
        town.network["typeVeg"].eq("enkelBilveg") & town.network["medium"].eq("T")
    ]
    inside = streets[streets["name"] != "Prøvefeltvegen"]
    points, of = shapely.get_coordinates(inside.geometry, include_z=True, return_index=True)
    rise = np.array([np.ptp(points[of == k, 2]) for k in range(len(inside))])
    along = rise / inside.geometry.length.to_numpy()
    assert np.median(along) < 0.05
    assert along.max() < 0.30


def test_every_district_has_what_a_district_needs(town: Place) -> None:
    assert len(town.districts) == 5
    assert town.districts["centre_level_code"].eq("town").sum() == 1
    within = town.services.sjoin(town.districts[["geometry"]], predicate="within")
    kinds = within.groupby("district_id")["kind"].agg(set)
    wanted = {"grocery", "school", "kindergarten", "health"}
    assert all(wanted <= kinds[d] for d in town.districts.index)
    assert town.stops.sjoin(town.districts[["geometry"]])["district_id"].nunique() == 5
    assert {"villa", "row", "block", "quay", "farm", "cemetery", "park"} <= set(
        town.parcels["use_code"]
    )


def test_streets_share_end_points_and_only_there_is_a_junction(town: Place) -> None:
    ends = shapely.get_coordinates(shapely.boundary(town.network.geometry), include_z=True)
    spots, counts = np.unique(ends[:, :2].round(3), axis=0, return_counts=True)
    assert (counts == 1).mean() < 0.03  # few lines end in nothing
    assert len(np.unique(ends.round(3), axis=0)) == len(spots)  # one elevation a junction
    bridge = town.network[town.network["medium"] == "L"].geometry
    ground = town.network[town.network["medium"] == "T"]
    crossed = ground[shapely.crosses(ground.geometry.to_numpy(), bridge.iloc[0])]
    assert "Sundøyvegen" in set(crossed["name"])
    assert (town.network["medium"] == "U").sum() == 1
    assert {"trapp", "gangveg", "fortau", "gangOgSykkelveg"} <= set(town.network["typeVeg"])


def test_the_whole_network_hangs_together(town: Place) -> None:
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    ends = shapely.get_coordinates(shapely.boundary(town.network.geometry))
    spots, node = np.unique(ends.round(3), axis=0, return_inverse=True)
    a, b = node[0::2], node[1::2]
    graph = coo_array((np.ones(len(a)), (a, b)), shape=(len(spots), len(spots)))
    assert connected_components(graph, directed=False)[0] == 1
    assert (np.abs(spots - town.reserve_road_end[:2]).sum(axis=1) < 1e-6).any()


def test_nothing_is_made_in_the_truth_field(town: Place) -> None:
    near = town.reserve.buffer(200)
    for layer in (town.buildings, town.stops, town.services):
        assert not shapely.intersects(layer.geometry.to_numpy(), near).any()
    end = sample(town.terrain, town.reserve_road_end[None, :2])[0]
    assert end == pytest.approx(RESERVE_ELEVATION_M, abs=0.01)


def test_register_and_map_disagree_a_little_on_purpose(town: Place) -> None:
    on_map, in_register = set(town.buildings["building_id"]), set(town.register["building_id"])
    assert 0 < len(on_map - in_register) < 0.02 * len(on_map)
    assert 0 < len(in_register - on_map) < 0.03 * len(on_map)
    assert 0.01 < town.register["bra_m2"].isna().mean() < 0.06
    assert {"BR", "IG", "FA", "TB"} <= set(town.register["building_status_code"])
    halves = town.register[town.register["building_type_code"] == "121"]
    assert halves.groupby("property_id").size().max() == 2
    assert (halves["homes_count"] == 1).all()
    homes = town.units["unit_type_code"].isin(["B", "I"]).groupby(town.units["building_id"]).sum()
    counted = town.register.set_index("building_id")["homes_count"]
    assert (homes.reindex(counted.index) == counted).all()
    assert town.units["unit_number"].isin(["H0101"]).any()
    assert not town.units.duplicated(["building_id", "unit_number", "unit_type_code"]).any()


def test_some_properties_are_leased_or_have_several_parcels(town: Place) -> None:
    assert 20 < (town.parcels["fnr"] > 0).sum() < 200
    per_property = town.parcels[town.parcels["use_code"] != "road"].groupby("property_id").size()
    assert (per_property > 1).sum() > 20
    owners = town.parcels.groupby("property_id")["owner_code"].nunique()
    assert owners.max() == 1
    assert town.parcels["gnr"].eq(0).sum() == 1


def test_there_are_flag_lots_a_point_lease_and_sections(town: Place, made: Path) -> None:
    villas = town.parcels[town.parcels["use_code"] == "villa"]
    square = villas.geometry.minimum_rotated_rectangle().area
    flags = villas[(shapely.get_num_coordinates(villas.geometry.to_numpy()) == 8)
                   & (villas.area < 0.8 * square)]  # fmt: skip
    assert 10 < len(flags) < 60
    houses = town.buildings[town.buildings["parcel_id"].isin(flags["parcel_id"])]
    assert len(houses) > 0.7 * len(flags)
    assert town.parcels["is_point_lease"].sum() == 1
    units = pd.read_csv(made / "matrikkel" / "bruksenhet.csv", dtype=str)
    sections = units["matrikkelnummer"].str.count("/") == 3
    assert 100 < sections.sum() < 1000
    assert not units.loc[sections, "matrikkelnummer"].duplicated().any()


def test_same_seed_gives_the_same_files_and_another_seed_does_not(tmp_path: Path) -> None:
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        make_sample(tmp_path / name, plots=300, seed=seed)
    names = files(tmp_path / "a")
    assert names == files(tmp_path / "b")
    for name in names:
        one, two = ((tmp_path / folder / name).read_bytes() for folder in "ab")
        assert one == two, name
    teig = "matrikkel/teig.gpkg"
    assert content(tmp_path / "a" / teig) != content(tmp_path / "c" / teig)


def test_small_and_large_towns_have_about_the_plots_asked_for() -> None:
    truth = truth_field(RESERVE_LEFT, RESERVE_BOTTOM, base_elevation_m=RESERVE_ELEVATION_M)
    small = make_place(truth, plots=300, seed=1)
    assert small.districts.index.nunique() == 5
    assert set(small.services["kind"]) == {"grocery", "school", "kindergarten", "health"}
    large = make_place(truth, plots=9000, seed=3)
    assert len(large.parcels) == pytest.approx(9000, rel=0.2)
    assert shapely.is_valid(large.parcels.geometry.to_numpy()).all()
    assert large.terrain.values.shape[1] > 880


def test_committed_sample_is_what_the_command_makes(made: Path) -> None:
    assert files(made) == files(SAMPLE)
    for name in files(made):
        assert content(made / name) == content(SAMPLE / name), name


def test_sample_is_small_and_says_it_is_fictional(made: Path) -> None:
    assert sum((made / name).stat().st_size for name in files(made)) < 15e6
    assert "Fictional" in (made / "README.md").read_text("utf-8")
    assert "is_fictional = true" in (made / "kommune.toml").read_text("utf-8")
    with next(made.glob("*KONFIDENSIELT*")).open(encoding="utf-8") as file:
        assert all("oppdiktet" in row["merknad"] for row in csv.DictReader(file))


def test_config_names_every_file_and_only_files_that_are_there(made: Path) -> None:
    named = {source for _, source, _, _ in LAYERS}
    assert all((made / source).exists() for source in named)
    unnamed = set(files(made)) - named - {"README.md", "kommune.toml", "truth.csv"}
    assert unnamed <= {"statistikk/07459_folkemengde_alder.json"}


def test_sources_have_the_names_planners_are_given(made: Path) -> None:
    teig = gpd.read_file(made / "matrikkel" / "teig.gpkg", layer="teig")
    assert {"teigid", "matrikkelnummertekst", "gardsnummer", "festenummer"} <= set(teig.columns)
    assert not teig["matrikkelnummertekst"].dropna().str.contains("-").any()
    roads = pyogrio.read_info(made / "veg" / "elveg.gpkg")
    assert roads["geometry_type"] in ("3D LineString", "LineString Z", "2.5D LineString")
    stops = json.loads((made / "transport" / "holdeplasser.geojson").read_text("utf-8"))
    assert "EPSG::25833" in stops["crs"]["properties"]["name"]
    terrain = read_grid(made / "terreng" / "dtm5.tif")
    assert np.isnan(terrain.values[-1, 0])
    assert 0.9 < np.isfinite(terrain.values).mean() < 1


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x")
    with pytest.raises(InputError, match="holds other files"):
        make_sample(tmp_path)
    with pytest.raises(InputError, match="give 1 or more"):
        make_sample(tmp_path / "new", plots=0)
