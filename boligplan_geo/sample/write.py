"""Writes a made town as the files a Norwegian planner is given, under the sources' own names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely

from boligplan_geo.raster import write_grid
from boligplan_geo.raster.grid import Grid
from boligplan_geo.sample import place
from boligplan_geo.sample.place import Place
from boligplan_geo.sample.truth_builder import TruthField

AS_OF = "2024-12-31"
#: Date that GeoPackages carry, so that the same town gives the same bytes.
FIXED_DATE = "2024-12-31T00:00:00.000Z"
OWNER_WORD = {
    "municipal": "kommunal", "state": "statlig", "county": "fylkeskommunal",
    "private": "privat", "other": "annen",
}  # fmt: skip
SERVICE_WORD = {
    "grocery": "dagligvare", "school": "skole", "kindergarten": "barnehage", "health": "helse",
}  # fmt: skip
CENTRE_WORD = {"town": "bysentrum", "district": "bydelssenter"}
NODATA_CORNER_M = 300.0
MUNICIPAL_HOMES_FILE = "kommunale_boliger_KONFIDENSIELT_oppdiktet.csv"
SECTIONED_COUNT = 12  # properties of blocks that are divided into sections
MUNICIPAL_SHARE = 0.025  # of homes in row houses and blocks


@contextmanager
def fixed_dates() -> Iterator[None]:
    """Let GDAL write `FIXED_DATE` instead of the time of day."""
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": FIXED_DATE})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})


def write_town(directory: Path, town: Place, truth: TruthField) -> None:
    """Write all physical layers of a town, the truth field's among them.

    Parameters
    ----------
    directory : Path
        Exists.
    town : Place
    truth : TruthField
    """
    for name in ("matrikkel", "fkb", "veg", "transport", "tjenester", "terreng", "kyst", "kretser"):
        (directory / name).mkdir(exist_ok=True)
    _cadastre(directory / "matrikkel", town, truth)
    _register(directory / "matrikkel", town, truth)
    _footprints(directory / "fkb" / "bygning.gpkg", town, truth)
    _roads(directory / "veg" / "elveg.gpkg", town, truth)
    _stops_and_services(directory, town, truth)
    _districts(directory / "kretser", town)
    coast = pd.concat([town.coastline, truth.coastline], ignore_index=True)
    coast = coast.rename(columns={"coast_id": "lokalId"})
    _geopackage(coast, directory / "kyst" / "kystlinje.gpkg", "kystlinje")
    write_grid(without_corner(town.terrain), directory / "terreng" / "dtm5.tif")
    write_csv(directory / MUNICIPAL_HOMES_FILE, municipal_homes(town))


def _cadastre(directory: Path, town: Place, truth: TruthField) -> None:
    """Parcels under the names of Matrikkelen, and the owner class of each property."""
    columns = [
        "parcel_id", "gnr", "bnr", "fnr", "owner_code", "is_disputed", "is_shared",
        "is_point_lease", "recorded_area_m2", "geometry",
    ]  # fmt: skip
    field = truth.parcels.assign(
        is_disputed=False,
        is_shared=False,
        is_point_lease=False,
        recorded_area_m2=np.round(truth.parcels.geometry.area, 1),
    )
    both = pd.concat([town.parcels[columns], field[columns]], ignore_index=True)
    text = _number_text(both)
    unnumbered = both["gnr"].eq(0).to_numpy()
    parcels = gpd.GeoDataFrame(
        {
            "teigid": both["parcel_id"],
            "kommunenummer": place.MUNICIPALITY_NUMBER,
            "kommunenavn": "Sundøy (oppdiktet)",
            "matrikkelnummertekst": text.mask(unnumbered),
            "gardsnummer": both["gnr"].astype("Int32").mask(unnumbered),
            "bruksnummer": both["bnr"].astype("Int32").mask(unnumbered),
            "festenummer": both["fnr"].astype("Int32"),
            "lagretberegnetareal": both["recorded_area_m2"],
            "tvist": both["is_disputed"],
            "teigmedflerematrikkelenheter": both["is_shared"],
            "uregistrertjordsameie": unnumbered,
            "punktfeste": both["is_point_lease"],
            "objtype": "Teig",
        },
        geometry=both["geometry"].to_numpy(),
        crs=place.CRS,
    )
    _geopackage(parcels, directory / "teig.gpkg", "teig")
    owners = pd.DataFrame(
        {
            "matrikkelnummer": place.MUNICIPALITY_NUMBER + "-" + text,
            "eierklasse": both["owner_code"].map(OWNER_WORD),
        }
    )
    owners = owners[~unnumbered].drop_duplicates("matrikkelnummer")
    write_csv(directory / "eier.csv", owners.sort_values("matrikkelnummer"))


def _number_text(table: pd.DataFrame) -> pd.Series:
    """``gnr/bnr[/fnr]``: the cadastre leaves the municipality out."""
    text = table["gnr"].astype(str) + "/" + table["bnr"].astype(str)
    return text.where(table["fnr"].eq(0), text + "/" + table["fnr"].astype(str))


def _register(directory: Path, town: Place, truth: TruthField) -> None:
    """Buildings and units of the register."""
    names = {
        "building_id": "bygningsnummer",
        "property_id": "matrikkelnummer",
        "building_type_code": "bygningstype",
        "building_status_code": "bygningsstatus",
        "storeys_count": "antallEtasjer",
        "bra_m2": "bruksarealTotalt",
        "bra_homes_m2": "bruksarealTilBolig",
        "built_bya_m2": "bebygdAreal",
        "homes_count": "antallBoliger",
        "built_year": "byggeår",
    }
    write_csv(directory / "bygning.csv", _joined(town.register, truth.building_register, names))
    names = {
        "unit_id": "bruksenhetid",
        "building_id": "bygningsnummer",
        "property_id": "matrikkelnummer",
        "unit_type_code": "bruksenhetstype",
        "unit_number": "bruksenhetsnummer",
        "bra_m2": "bruksareal",
        "rooms_count": "antallRom",
    }
    units = town.units.assign(property_id=_with_sections(town))
    write_csv(directory / "bruksenhet.csv", _joined(units, truth.dwelling_units, names))


def _with_sections(town: Place) -> pd.Series:
    """Property of each unit; the homes of the first blocks are sections (eierseksjoner)."""
    is_block = town.register["building_type_code"].str.startswith("14")
    blocks = town.register.loc[is_block, "property_id"].drop_duplicates().head(SECTIONED_COUNT)
    own = town.units["property_id"]
    is_section = own.isin(blocks) & town.units["unit_type_code"].eq("B") & ~own.str.contains("teig")
    number = own[is_section].groupby(own[is_section]).cumcount() + 1
    lease = np.where(own[is_section].str.count("/") == 1, "/0", "")
    return own.mask(is_section, own[is_section] + lease + "/" + number.astype(str))


def _joined(ours: pd.DataFrame, field: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """The town's rows and the truth field's, in the source's names and order."""
    tables = [table.reindex(columns=list(names)) for table in (ours, field)]
    both = pd.concat([t.dropna(axis=1, how="all") for t in tables], ignore_index=True)
    return both.reindex(columns=list(names)).rename(columns=names)


def _footprints(path: Path, town: Place, truth: TruthField) -> None:
    names = {
        "building_id": "bygningsnummer",
        "building_type_code": "bygningstype",
        "building_status_code": "bygningsstatus",
        "geometry": "geometry",
    }
    both = _joined(town.buildings, truth.buildings, names)
    both.insert(0, "objtype", "Bygning")
    _geopackage(gpd.GeoDataFrame(both, geometry="geometry", crs=place.CRS), path, "bygning")


def _roads(path: Path, town: Place, truth: TruthField) -> None:
    field = truth.network.rename(
        columns={
            "edge_id": "lokalid", "kind_code": "typeVeg", "road_class_code": "vegkategori",
            "medium_code": "medium", "level_code": "nivå", "width_m": "bredde", "is_lit": "belyst",
        }
    )  # fmt: skip
    both = pd.concat([town.network, field.assign(name="Prøvevegen")], ignore_index=True)
    both = both.rename(columns={"name": "adressenavn"})
    _geopackage(gpd.GeoDataFrame(both, geometry="geometry", crs=place.CRS), path, "veglenke")


def _stops_and_services(directory: Path, town: Place, truth: TruthField) -> None:
    field = truth.stops.rename(columns={"stop_name": "name"})
    stops = pd.concat([town.stops, field], ignore_index=True)
    names = {"stop_id": "id", "name": "navn", "departures_per_hour": "avganger_per_time"}
    _geojson(stops.rename(columns=names), directory / "transport" / "holdeplasser.geojson")
    services = town.services.assign(kind=town.services["kind"].map(SERVICE_WORD))
    names = {"service_id": "id", "kind": "type", "name": "navn"}
    _geojson(services.rename(columns=names), directory / "tjenester" / "tjenester.geojson")


def _districts(directory: Path, town: Place) -> None:
    """Grunnkretser, districts as lists of them, and the centres."""
    units = town.basic_units.reset_index()
    names = {"basic_unit_id": "grunnkretsnummer", "name": "grunnkretsnavn"}
    _geopackage(
        units.rename(columns=names).drop(columns="district_id"),
        directory / "grunnkretser.gpkg",
        "grunnkrets",
    )
    units = units[units["district_id"].notna()]
    lists = pd.DataFrame(
        {
            "bydel_id": units["district_id"],
            "bydelsnavn": town.districts["name"].reindex(units["district_id"]).to_numpy(),
            "grunnkretsnummer": units["basic_unit_id"],
        }
    )
    write_csv(directory / "bydeler.csv", lists)
    centres = gpd.GeoDataFrame(
        {
            "id": town.districts["centre_id"].to_numpy(),
            "navn": town.districts["centre_name"].to_numpy(),
            "nivå": town.districts["centre_level_code"].map(CENTRE_WORD).to_numpy(),
        },
        geometry=shapely.points(
            town.districts[["centre_easting_m", "centre_northing_m"]].to_numpy()
        ),
        crs=place.CRS,
    )
    _geojson(centres, directory / "sentre.geojson")


def municipal_homes(town: Place) -> pd.DataFrame:
    """Homes at the municipality's disposal: drawn at random, so that nothing can be learnt.

    Returns
    -------
    DataFrame
        ``id bruksenhetid bygningsnummer matrikkelnummer merknad``; the last says in every row
        that the list is confidential and invented.
    """
    rng = np.random.default_rng([town.seed, 61])
    kinds = town.register.set_index("building_id")["building_type_code"]
    kind = kinds.reindex(town.units["building_id"]).str[:2].to_numpy()
    homes = town.units[(town.units["unit_type_code"] == "B") & np.isin(kind, ["13", "14"])]
    chosen = homes[rng.random(len(homes)) < MUNICIPAL_SHARE]
    return pd.DataFrame(
        {
            "id": [f"KB{n:04d}" for n in range(1, len(chosen) + 1)],
            "bruksenhetid": chosen["unit_id"].to_numpy(),
            "bygningsnummer": chosen["building_id"].to_numpy(),
            "matrikkelnummer": chosen["property_id"].to_numpy(),
            "merknad": "KONFIDENSIELT – oppdiktet",
        }
    )


def without_corner(terrain: Grid) -> Grid:
    """Take the south-western corner's data away, as models end at a flight line."""
    rows, columns = terrain.values.shape
    east = (np.arange(columns) + 0.5) * terrain.cell_m
    north = (rows - np.arange(rows) - 0.5) * terrain.cell_m
    is_gone = east[None, :] + 0.2 * north[:, None] < NODATA_CORNER_M
    return terrain.with_values(np.where(is_gone, np.nan, terrain.values))


def write_csv(path: Path, table: pd.DataFrame) -> None:
    """Write a table in UTF-8 with semicolon-free, plain commas and ``\\n``."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table.to_csv(file, index=False, lineterminator="\n", float_format="%.10g")


def _geopackage(frame: gpd.GeoDataFrame, path: Path, layer: str) -> None:
    # GeoPackage 1.2 can be read by older QGIS too
    path.unlink(missing_ok=True)
    frame.to_file(path, layer=layer, driver="GPKG", VERSION="1.2")


def _geojson(frame: gpd.GeoDataFrame, path: Path) -> None:
    path.unlink(missing_ok=True)
    frame.to_file(path, driver="GeoJSON", COORDINATE_PRECISION=3)
