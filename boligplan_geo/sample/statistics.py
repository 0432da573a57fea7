"""Invented statistics of the municipality that agree with its register and with each other.

Homes by type and size are counted in the register; households, persons and their age follow
from them by fixed shares, rounded so that every table has the same totals.
"""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd

from boligplan_geo.sample.jsonstat import dataset, shared_out, write
from boligplan_geo.sample.kommuneplan import future_areas
from boligplan_geo.sample.place import CRS, MUNICIPALITY_NUMBER, NAME, Place
from boligplan_geo.sample.population import AGES, by_age, projected
from boligplan_geo.sample.truth_builder import TruthField

YEAR = 2024
YEARS = tuple(range(2020, YEAR + 1))
GROWTH_SHARE = 0.011  # homes a year, backwards from the register
STANDING = ("MB", "FA", "TB", "MF", "FS", "IP", "GR")

BUILDING_TYPES = {
    "01": "Enebolig",
    "02": "Tomannsbolig",
    "03": "Rekkehus, kjedehus og andre småhus",
    "04": "Boligblokk",
    "05": "Bygning for bofellesskap",
    "999": "Andre bygningstyper",
}
# Upper bounds [m²] of the classes of use area; the codes of the classes are our own
SIZE_BOUNDS_M2 = (30, 40, 50, 60, 80, 100, 120, 140, 160, 200, 250)
HOUSEHOLD_TYPES = {
    "001": "Aleneboende",
    "002": "Par uten hjemmeboende barn",
    "003": "Par med små barn (yngste barn 0-5 år)",
    "004": "Par med store barn (yngste barn 6-17 år)",
    "005": "Mor/far med små barn (yngste barn 0-5 år)",
    "006": "Mor/far med store barn (yngste barn 6-17 år)",
    "007": "Enfamiliehusholdninger med voksne barn (yngste barn 18 år og over)",
    "008": "Flerfamiliehusholdninger",
}
TENURES = {"1": "Selveier", "2": "Andels- og aksjeeier", "3": "Leier"}
# Per 1,000 occupied homes of each type, in the order of HOUSEHOLD_TYPES
HOUSEHOLD_WEIGHTS = {
    "01": (190, 330, 130, 180, 10, 40, 100, 20),
    "02": (290, 290, 130, 130, 20, 50, 70, 20),
    "03": (330, 250, 150, 120, 30, 60, 50, 10),
    "04": (570, 250, 60, 40, 20, 30, 20, 10),
    "05": (900, 60, 10, 10, 5, 5, 5, 5),
    "999": (520, 260, 70, 60, 20, 30, 30, 10),
}
TENURE_WEIGHTS = {
    "01": (92, 0, 8), "02": (74, 6, 20), "03": (62, 22, 16),
    "04": (34, 34, 32), "05": (5, 5, 90), "999": (45, 5, 50),
}  # fmt: skip
PERSONS_PER_HOME = {"01": 2.7, "02": 2.3, "03": 2.2, "04": 1.6, "05": 1.1, "999": 1.7}
OCCUPIED_SHARE = 0.95
M2_A_HOME = {"villa": 800.0, "row": 350.0, "block": 120.0}  # land a home in the programme


def homes(place: Place, truth: TruthField) -> pd.DataFrame:
    """One row a home of the register, in a standing building.

    Parameters
    ----------
    place : Place
    truth : TruthField
        Its homes count with the others.

    Returns
    -------
    DataFrame, index ``unit_id``
        ``building_id dwelling_type_code size_code basic_unit_id``.
    """
    columns = ["building_id", "building_type_code", "building_status_code", "geometry"]
    buildings = pd.concat([place.buildings[columns], truth.buildings[columns]])
    buildings = gpd.GeoDataFrame(buildings, geometry="geometry", crs=CRS)
    buildings = buildings[buildings["building_status_code"].isin(STANDING)]
    points = buildings.set_geometry(buildings.geometry.representative_point())
    units = place.basic_units[["geometry"]].sort_index()
    units.index.name = "basic_unit_id"
    located = points.sjoin(units.reset_index(), predicate="intersects", how="left")
    located = located.drop_duplicates("building_id").set_index("building_id")
    names = ["unit_id", "building_id", "unit_type_code", "bra_m2"]
    table = pd.concat([place.units[names], truth.dwelling_units[names]]).set_index("unit_id")
    table = table[(table["unit_type_code"] == "B") & table["building_id"].isin(located.index)]
    kind = located["building_type_code"].reindex(table["building_id"]).to_numpy()
    krets = located["basic_unit_id"].reindex(table["building_id"]).to_numpy()
    return pd.DataFrame(
        {
            "building_id": table["building_id"],
            "dwelling_type_code": [dwelling_type(str(k)) for k in kind],
            "size_code": size_code(table["bra_m2"]),
            "basic_unit_id": krets,
        },
        index=table.index,
    )


def dwelling_type(building_type_code: str) -> str:
    """SSB's class of a building type: 01 to 05, 999 for what is no residential building.

    Examples
    --------
    >>> dwelling_type("113"), dwelling_type("144"), dwelling_type("321")
    ('01', '04', '999')
    """
    known = {"11": "01", "12": "02", "13": "03", "14": "04", "15": "05"}
    return known.get(building_type_code[:2], "999")


def size_code(bra_m2: pd.Series) -> np.ndarray:
    """Class of use area as its bounds (``"060-079"``); ``"ukjent"`` where it is not known.

    Examples
    --------
    >>> size_code(pd.Series([29.0, 79.9, 80, 400, float("nan")])).tolist()
    ['000-029', '060-079', '080-099', '250-', 'ukjent']
    """
    known = bra_m2.notna().to_numpy()
    place = np.digitize(bra_m2.fillna(-1), SIZE_BOUNDS_M2)
    return np.where(known, np.array(list(_size_labels()))[place], "ukjent")


def _size_labels() -> dict[str, str]:
    """Code and label of the classes of use area."""
    lows = (0, *SIZE_BOUNDS_M2)
    names = {
        f"{a:03d}-{b - 1:03d}": f"{a}-{b - 1} kvm"
        for a, b in zip(lows, SIZE_BOUNDS_M2, strict=False)
    }
    return {**names, f"{lows[-1]}-": f"{lows[-1]} kvm eller større"}


def write_statistics(directory: Path, place: Place, truth: TruthField) -> None:
    """Write the JSON-stat tables and the boligbyggeprogram into `directory`, which exists.

    Files: ``06265_boliger_type.json``, ``06513_boliger_bruksareal.json``,
    ``boliger_eieform.json``, ``06070_husholdninger.json``, ``04317_folkemengde_grunnkrets.json``,
    ``07459_folkemengde_alder.json``, ``14288_framskriving.json``, ``boligbyggeprogram.csv``.
    """
    table = homes(place, truth)
    for name, cube in cubes(table, place.basic_units).items():
        write(directory / f"{name}.json", cube)
    programme = pipeline(place)
    with (directory / "boligbyggeprogram.csv").open("w", encoding="utf-8", newline="") as file:
        programme.to_csv(file, index=False, lineterminator="\n")


def cubes(table: pd.DataFrame, basic_units: gpd.GeoDataFrame) -> dict[str, dict[str, object]]:
    """Every JSON-stat table, by the name of its file without ending.

    Parameters
    ----------
    table : DataFrame
        From `homes`.
    basic_units : GeoDataFrame, index ``basic_unit_id``
        ``name``.
    """
    region = {MUNICIPALITY_NUMBER: NAME.removesuffix(" kommune")}
    years = {str(y): str(y) for y in YEARS}
    only = {str(YEAR): str(YEAR)}
    sizes = {**_size_labels(), "ukjent": "Uoppgitt"}
    by_type = _through_years(table.groupby("dwelling_type_code").size(), ("BygnType",))
    by_size = table.groupby(["dwelling_type_code", "size_code"]).size()
    types = {"Region": region, "BygnType": BUILDING_TYPES}
    household, tenure = households(table), _by_tenure(table)
    people = persons(table)
    krets = {str(k): str(n) for k, n in basic_units["name"].sort_index().items()}
    ages = by_age(int(people.sum()))
    sex = {"1": "Menn", "2": "Kvinner"}
    age_labels = {a: f"{int(a)} år" for a in AGES}
    future = {str(y): str(y) for y in range(YEAR, YEAR + 27)}

    def cube(
        rows: pd.DataFrame, dims: dict[str, dict[str, str]], code: str, label: str
    ) -> dict[str, object]:
        rows = rows.assign(Region=MUNICIPALITY_NUMBER) if "Region" not in rows else rows
        return dataset(rows, dimensions=dims, contents=(code, label), label=label)

    return {
        "06265_boliger_type": cube(by_type, {**types, "Tid": years}, "Boliger", "Boliger"),
        "06513_boliger_bruksareal": cube(
            _tidy(by_size, "BygnType", "BruksAreal"),
            {**types, "BruksAreal": sizes, "Tid": only}, "Boliger5", "Boliger",
        ),
        "boliger_eieform": cube(
            tenure, {**types, "EieStatus": TENURES, "Tid": only}, "Boliger", "Bebodde boliger"
        ),
        "06070_husholdninger": cube(
            household, {"Region": region, "HushType": HOUSEHOLD_TYPES, "Tid": only},
            "Privathusholdninger", "Privathusholdninger",
        ),
        "04317_folkemengde_grunnkrets": cube(
            _tidy(people, "Region"), {"Region": krets, "Tid": only}, "Bosatte", "Personer"
        ),
        "07459_folkemengde_alder": cube(
            ages.assign(Tid=str(YEAR)),
            {"Region": region, "Kjonn": sex, "Alder": age_labels, "Tid": only},
            "Personer1", "Personer",
        ),
        "14288_framskriving": cube(
            projected(ages, YEAR, 26),
            {"Region": region, "Kjonn": sex, "Alder": age_labels, "Tid": future},
            "Personer", "Hovedalternativet (MMM)",
        ),
    }  # fmt: skip


def households(table: pd.DataFrame) -> pd.DataFrame:
    """Private households by type: one an occupied home.

    Returns
    -------
    DataFrame
        ``HushType Tid value``.
    """
    occupied = _occupied(table)
    counts = sum(
        (shared_out(count, HOUSEHOLD_WEIGHTS[kind]) for kind, count in occupied.items()),
        start=np.zeros(len(HOUSEHOLD_TYPES), dtype=int),
    )
    return pd.DataFrame({"HushType": list(HOUSEHOLD_TYPES), "Tid": str(YEAR), "value": counts})


def persons(table: pd.DataFrame) -> pd.Series:
    """Residents of each grunnkrets that has homes; index ``basic_unit_id``."""
    weight = table["dwelling_type_code"].map(PERSONS_PER_HOME) * OCCUPIED_SHARE
    by_unit = weight.groupby(table["basic_unit_id"]).sum()
    total = round(float(by_unit.sum()))
    return pd.Series(shared_out(total, by_unit.to_numpy()), index=by_unit.index, name="value")


def pipeline(place: Place) -> pd.DataFrame:
    """The boligbyggeprogram: vacant parcels and future areas, with homes and completion year.

    Returns
    -------
    DataFrame
        ``prosjekt_id navn matrikkelnummer bydel boligtype antall_boliger ferdigår``.
    """
    vacant = place.parcels[
        place.parcels["is_vacant"].astype(bool)
        & place.parcels["use_code"].isin(["villa", "row", "block"])
    ]
    largest = vacant.assign(area=vacant.area.round(1)).sort_values(
        ["area", "parcel_id"], ascending=[False, True], kind="stable"
    )
    types = {"villa": "Enebolig", "row": "Rekkehus", "block": "Boligblokk"}
    rows = [
        {
            "navn": f"Felt {number} (oppdiktet)",
            "matrikkelnummer": parcel.property_id,
            "bydel": parcel.district_id,
            "boligtype": types[parcel.use_code],
            "antall_boliger": max(1, int(parcel.area / M2_A_HOME[parcel.use_code])),
            "ferdigår": YEAR + 1 + number % 8,
        }
        for number, parcel in enumerate(largest.head(10).itertuples(), start=1)
    ]
    rows += [
        {
            "navn": f"{name} (oppdiktet)",
            "matrikkelnummer": "",
            "bydel": name.removeprefix("BF"),
            "boligtype": "Rekkehus",
            "antall_boliger": int(shape.area / M2_A_HOME["row"]),
            "ferdigår": YEAR + 9,
        }
        for name, shape in future_areas(place).items()
    ]
    for number, row in enumerate(rows, start=1):
        row["prosjekt_id"] = f"P{number:02d}"
    columns = ["prosjekt_id", "navn", "matrikkelnummer", "bydel", "boligtype",
               "antall_boliger", "ferdigår"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def _occupied(table: pd.DataFrame) -> dict[str, int]:
    count = table.groupby("dwelling_type_code").size().reindex(list(BUILDING_TYPES), fill_value=0)
    total = round(float(count.sum()) * OCCUPIED_SHARE)
    return dict(zip(BUILDING_TYPES, shared_out(total, count).tolist(), strict=True))


def _by_tenure(table: pd.DataFrame) -> pd.DataFrame:
    rows = [
        {"BygnType": kind, "EieStatus": tenure, "Tid": str(YEAR), "value": value}
        for kind, count in _occupied(table).items()
        for tenure, value in zip(TENURES, shared_out(count, TENURE_WEIGHTS[kind]), strict=True)
    ]
    return pd.DataFrame(rows)


def _through_years(count: pd.Series, names: tuple[str, ...]) -> pd.DataFrame:
    """The register's count in the last year; earlier years by constant growth."""
    frames = []
    for year in YEARS:
        share = (1 + GROWTH_SHARE) ** (year - YEAR)
        values = np.floor(count.to_numpy() * share + 0.5).astype(int)
        frames.append(_tidy(pd.Series(values, index=count.index), *names).assign(Tid=str(year)))
    return pd.concat(frames, ignore_index=True)


def _tidy(count: pd.Series, *names: str) -> pd.DataFrame:
    table = count.rename("value").reset_index()
    table.columns = pd.Index([*names, "value"])
    return table.assign(Tid=str(YEAR))
