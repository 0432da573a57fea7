"""The legal and statistical part of the sample municipality: plans, zones, statistics, GML."""

from __future__ import annotations

import json
import re
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, MultiPolygon, Polygon, box

from boligplan_geo.errors import texts
from boligplan_geo.read.formats.jsonstat import table as read_jsonstat
from boligplan_geo.read.formats.provision_toml import provision_table
from boligplan_geo.rules.purposes import purposes
from boligplan_geo.sample import kommuneplan, plan_layers, statistics, zones
from boligplan_geo.sample.gml import PlanFeature, write_gml
from boligplan_geo.sample.jsonstat import shared_out
from boligplan_geo.sample.place import RESERVE_BOTTOM, RESERVE_LEFT, Place
from boligplan_geo.sample.plan_layers import PlanLayers
from boligplan_geo.sample.plan_zones import CLEAR_M, GROUPS
from boligplan_geo.sample.tiling import tile
from boligplan_geo.sample.town import make_place
from boligplan_geo.sample.truth import TruthField, truth_field

SOURCES_NAMES = Path(__file__).parents[1] / "boligplan_geo" / "codes" / "fields.csv"


@pytest.fixture(scope="module")
def truth() -> TruthField:
    return truth_field(RESERVE_LEFT, RESERVE_BOTTOM)


@pytest.fixture(scope="module")
def place(truth: TruthField) -> Place:
    return make_place(truth, plots=2500, seed=1)


@pytest.fixture(scope="module")
def layers(place: Place, truth: TruthField) -> PlanLayers:
    return plan_layers.plan_layers(place, truth)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, place: Place, truth: TruthField) -> Path:
    directory = tmp_path_factory.mktemp("sample")
    plan_layers.write_plans(directory, place, truth)
    zones.write_zones(directory, place, truth)
    statistics.write_statistics(directory, place, truth)
    return directory


# GML ----------------------------------------------------------------------------------------


def test_gml_gives_back_geometry_figures_and_names(tmp_path: Path) -> None:
    hole = Polygon(box(600_000, 7_700_000, 600_040, 7_700_030).exterior,
                   [box(600_010, 7_700_010, 600_012.125, 7_700_012).exterior])  # fmt: skip
    features = [
        PlanFeature("KpArealformålOmråde", "1", "9999-KPA", hole, {
            "arealformål": 1110, "arealbruksstatus": 3, "områdenavn": "B & <1>",
            "utnytting": [(16, 30, None), (17, 500, None)]}),
        PlanFeature("KpArealformålOmråde", "2", "9999-KPA",
                    box(600_040, 7_700_000, 600_050, 7_700_030), {"arealformål": 3040}),
        PlanFeature("KpJuridiskLinje", "3", "9999-KPA",
                    LineString([(600_000, 7_700_000), (600_009, 7_700_005)]),
                    {"juridisklinje": 1111}),
    ]  # fmt: skip
    path = tmp_path / "kpa.gml"
    write_gml(path, features, product="Kommuneplan")
    areas = pyogrio.read_dataframe(path, layer="KpArealformålOmråde")
    assert areas.crs.to_epsg() == 25833
    assert areas.geometry[0].normalize().equals_exact(hole.normalize(), 0.0005)
    assert list(areas["utnyttingstype"][0]) == [16, 17]
    assert list(areas["utnyttingstall"][0]) == [30, 500]
    assert areas["områdenavn"][0] == "B & <1>"
    assert areas["kommunenummer"].tolist() == ["9999", "9999"] or set(areas["kommunenummer"]) == {
        9999
    }
    assert pyogrio.read_dataframe(path, layer="KpJuridiskLinje").geometry[
        0
    ].length == pytest.approx(np.hypot(9, 5))


def test_gml_elements_come_in_the_order_of_the_schema(tmp_path: Path) -> None:
    shuffled = {"utnytting": [(16, 30, 10)], "beskrivelse": "b", "arealformål": 1113,
                "feltbetegnelse": "BBB1", "eierform": 3}  # fmt: skip
    write_gml(
        tmp_path / "rp.gml",
        [PlanFeature("RpArealformålOmråde", "a", "P", box(0, 0, 1, 1), shuffled)],
        product="Reguleringsplan",
    )
    found = re.findall(r"<app:([^>/ ]+)", (tmp_path / "rp.gml").read_text("utf-8"))
    top = [n for n in found if n[0].islower()]
    wanted = ["identifikasjon", "førsteDigitaliseringsdato", "oppdateringsdato", "arealplanId",
              "vertikalnivå", "område", "eierform", "arealformål", "beskrivelse",
              "feltbetegnelse", "utnytting"]  # fmt: skip
    assert [n for n in top if n in wanted] == wanted
    assert "RpUtnytting" in found


@pytest.mark.parametrize(
    ("kind", "shape", "values"),
    [
        ("KpFareSone", box(0, 0, 1, 1), {"sikring": 110}),
        ("KpFareSone", MultiPolygon([box(0, 0, 1, 1)]), {"fare": 310}),
    ],
)
def test_gml_refuses_what_the_schema_does_not_have(
    tmp_path: Path, kind: str, shape: shapely.Geometry, values: dict[str, object]
) -> None:
    with pytest.raises(ValueError, match="given"):
        write_gml(tmp_path / "x.gml", [PlanFeature(kind, "1", "P", shape, values)],
                  product="Kommuneplan")  # fmt: skip


# Plans --------------------------------------------------------------------------------------


def purposes_of(features: list[PlanFeature], plan_id: str) -> list[PlanFeature]:
    return [f for f in features if f.plan_id == plan_id and f.kind.endswith("målOmråde")]


def test_purposes_tile_the_whole_municipality_with_its_sea(
    layers: PlanLayers, place: Place
) -> None:
    outline = kommuneplan.municipality_outline(place)
    shapes = np.array([f.geometry for f in purposes_of(layers.kommuneplan, "9999-KPA")])
    assert shapely.is_valid(shapes).all()
    assert shapely.area(shapes).sum() == pytest.approx(outline.area, abs=1e-3)
    assert shapely.union_all(shapes).symmetric_difference(outline).area < 1e-3
    left, right = shapely.STRtree(shapes).query(shapes, predicate="overlaps")
    assert shapely.area(shapely.intersection(shapes[left], shapes[right])).sum() < 1e-3
    assert shapely.area(shapes).min() >= 5


def test_purposes_are_as_many_sided_as_a_municipality(layers: PlanLayers) -> None:
    areas = purposes_of(layers.kommuneplan, "9999-KPA")
    codes = {f.properties["arealformål"] for f in areas}
    assert codes >= {1110, 1130, 1160, 1300, 1700, 1800, 2010, 2040, 3001, 3040, 5100, 5210,
                     6001, 6230}  # fmt: skip
    assert {str(code) for code in codes} <= set(purposes().loc["kp2008"].index)
    assert {f.properties["arealbruksstatus"] for f in areas} == {1, 2, 3}
    silent = [f for f in areas if f.properties["arealformål"] == 1110
              and not f.properties.get("utnytting")]  # fmt: skip
    assert silent, "some housing has no figure on the map"


def test_every_group_of_zones_is_there_and_clear_of_the_test_field(
    layers: PlanLayers, place: Place, truth: TruthField
) -> None:
    own = {f.local_id for f in truth.plan_features["Kommuneplan"]}
    ours = [f for f in layers.kommuneplan if f.local_id not in own]
    kinds = {f.kind for f in ours}
    assert kinds >= {kind for kind, _ in GROUPS.values()}
    assert kinds >= {"KpBestemmelseOmråde", "KpJuridiskLinje"}
    drawn = [f.geometry for f in ours if "målOmråde" not in f.kind and f.kind != "KpOmråde"]
    assert min(shapely.distance(drawn, place.reserve)) >= CLEAR_M - 0.5  # arcs
    codes = {f.properties.get("gjennomføring") for f in ours}
    assert codes >= {810, 820, 830}


def test_detail_plans_tile_their_extents_under_their_own_law(layers: PlanLayers) -> None:
    plans = [f for f in layers.detail_plans if f.kind == "RpOmråde"]
    laws = {}
    for plan in plans:
        areas = purposes_of(layers.detail_plans, plan.plan_id)
        total = sum(f.geometry.area for f in areas)
        assert total == pytest.approx(plan.geometry.area, abs=1e-3), plan.plan_id
        is_old = plan.properties["lovreferanse"] < 6
        assert {f.kind for f in areas} == {"RbFormålOmråde" if is_old else "RpArealformålOmråde"}
        laws[plan.plan_id] = plan.properties["lovreferanse"]
    assert laws["1991-003"] == 4
    assert {"2012-007", "2022-011"} <= set(laws)
    of_town = {p.plan_id: p.properties for p in plans if "Prøve" not in p.properties["plannavn"]}
    assert {p["planstatus"] for p in of_town.values()} == {2, 3, 6}
    private = [p for p in of_town.values() if p.get("forslagsstillerType") == 2]
    assert any(str(p["vedtakEndeligPlanDato"]) < "2014" for p in private)


def test_the_town_has_every_kind_of_provision_of_its_own(
    layers: PlanLayers, truth: TruthField
) -> None:
    own = layers.provisions.iloc[: len(layers.provisions) - len(truth.provisions)]
    assert set(own["parameter_code"]) >= {
        "prevails", "temporary_ban", "parking_per_100_m2", "outdoor_share", "phasing_required",
        "plan_required_from_homes", "homes_max", "housing_share", "noise_deviation",
    }  # fmt: skip
    assert set(own["status_code"].dropna()) == {"open", "fulfilled"}
    assert "" in set(own.loc[own["parameter_code"] == "homes_max", "basis_code"])
    assert own["valid_until"].notna().any()
    assert len(layers.overrides) - len(truth.plan_overrides) == 1


def test_provisions_of_the_newest_plan_are_read_from_toml_as_from_the_table(
    written: Path, layers: PlanLayers
) -> None:
    read = provision_table((written / plan_layers.TOML_FILE).read_bytes())
    table = layers.provisions[layers.provisions["plan_id"] == "2022-011"]
    names = ["clause_id", "parameter_code", "value_min", "value_max"]
    ours, theirs = (t[names].sort_values(names[:2]).reset_index(drop=True) for t in (table, read))
    pd.testing.assert_frame_equal(ours, theirs, check_dtype=False)


def test_utilisation_obeys_the_validator(layers: PlanLayers) -> None:
    """Types 10 and 11 have no figure, all others have one; pbl 2008 knows six types."""
    seen = set()
    for f in [*layers.kommuneplan, *layers.detail_plans]:
        for kind, figure, least in f.properties.get("utnytting", ()):
            seen.add(kind)
            assert (figure is None and least is None) == (kind in (10, 11))
            is_1985 = f.kind in ("RbFormålOmråde", "KpArealbrukOmråde")
            assert is_1985 or kind in (10, 11, 15, 16, 17, 18)
            assert figure is None or isinstance(figure, int)
    assert seen == {1, 2, 3, 5, 6, 7, *range(10, 19)}  # 4 (U-grad) is no whole number: by clause


def test_provisions_speak_of_plans_zones_and_parameters_that_exist(layers: PlanLayers) -> None:
    rows = layers.provisions
    features = [*layers.kommuneplan, *layers.detail_plans]
    known = set(texts("parameters"))
    assert set(rows["parameter_code"]) <= known
    assert set(rows["plan_id"]) <= {f.plan_id for f in features}
    names = {(f.plan_id, f.properties.get(key)) for f in features
             for key in ("områdenavn", "feltbetegnelse", "bestemmelseOmrådeNavn")}  # fmt: skip
    codes = {(f.plan_id, str(f.properties.get("infrastruktur"))) for f in features}
    for row in rows.itertuples():
        assert not row.zone_name or (row.plan_id, row.zone_name) in names
        assert not row.zone_code or (row.plan_id, row.zone_code) in names | codes
        assert row.text.startswith("Oppdiktet")
    assert rows[["value_min", "value_max", "status_code"]].notna().any(axis=1).all()
    cap = rows[(rows["parameter_code"] == "homes_max") & (rows["zone_code"] == "#1")]
    assert set(cap["value_max"]) == {3.0}


def test_provisions_file_has_headings_that_the_vocabulary_knows(written: Path) -> None:
    fields = pd.read_csv(SOURCES_NAMES, dtype=str).query("layer == 'provisions'")
    known = {a for row in fields["aliases"].dropna() for a in row.split("|")} | set(fields["field"])
    header = (written / "bestemmelser.csv").read_text("utf-8").splitlines()[0].split(",")
    assert set(header) <= known
    assert len(header) == 16


# Zones --------------------------------------------------------------------------------------


def test_rarer_slides_reach_further(written: Path) -> None:
    slides = gpd.read_file(written / "skredfaresoner.gpkg")
    merged = slides.dissolve("skredSannsynlighet").geometry
    assert merged.index.tolist() == [100, 1000, 5000]
    own = merged[1000].difference(merged[5000])  # only the test field's single zones lie alone
    assert own.area < 2000
    assert merged.area.is_monotonic_increasing


def test_some_plots_meet_each_kind_of_zone(written: Path, place: Place) -> None:
    homes = place.parcels[place.parcels["use_code"].isin(["villa", "row", "block"])]
    for name in (
        "skredfaresoner",
        "aktsomhetsomrader",
        "flomsoner",
        "kvikkleiresoner",
        "stoysoner",
    ):
        zone = gpd.read_file(written / f"{name}.gpkg").union_all()
        assert homes.intersects(zone).sum() >= 3, name


def test_noise_is_in_the_sources_words(written: Path) -> None:
    noise = gpd.read_file(written / "stoysoner.gpkg")
    assert set(noise["STOYSONEKATEGORI"]) == {"G", "R"}
    assert set(noise["STOYKILDENAVN"]) == {"Veg", "Fly"}
    assert noise["BEREGNETAR"].notna().all()


# Statistics ---------------------------------------------------------------------------------


def cube(written: Path, name: str) -> pd.DataFrame:
    return read_jsonstat(json.loads((written / f"{name}.json").read_text("utf-8")))


def test_statistics_agree_with_the_register_and_each_other(
    written: Path, place: Place, truth: TruthField
) -> None:
    homes = statistics.homes(place, truth)
    standing = place.register[place.register["building_status_code"].isin(statistics.STANDING)]
    in_town = place.units[
        (place.units["unit_type_code"] == "B")
        & place.units["building_id"].isin(standing["building_id"])
    ]
    assert len(homes) - len(in_town) > 0, "the test field's homes count too"
    by_type, by_size = (
        cube(written, "06265_boliger_type"),
        cube(written, "06513_boliger_bruksareal"),
    )
    now = by_type[by_type["Tid"] == "2024"].set_index("BygnType")["value"]
    assert now.sum() == by_size["value"].sum() == len(homes)
    pd.testing.assert_series_equal(
        by_size.groupby("BygnType")["value"].sum().sort_index(), now.sort_index(), check_dtype=False
    )
    assert (
        cube(written, "boliger_eieform")["value"].sum()
        == cube(written, "06070_husholdninger")["value"].sum()
    )
    people = cube(written, "04317_folkemengde_grunnkrets")["value"].sum()
    assert people == cube(written, "07459_folkemengde_alder")["value"].sum()
    future = cube(written, "14288_framskriving").groupby("Tid")["value"].sum()
    assert future.iloc[0] == people
    assert len(future) == 27
    assert 1.5 < people / len(homes) < 2.7


def test_every_home_lies_in_a_grunnkrets(place: Place, truth: TruthField) -> None:
    homes = statistics.homes(place, truth)
    assert homes.index.is_unique
    assert homes["basic_unit_id"].isin(place.basic_units.index).all()


def test_json_stat_has_the_shape_that_ssb_gives(written: Path) -> None:
    document = json.loads((written / "06513_boliger_bruksareal.json").read_text("utf-8"))
    assert document["id"] == ["Region", "BygnType", "BruksAreal", "ContentsCode", "Tid"]
    assert document["role"] == {"time": ["Tid"], "geo": ["Region"], "metric": ["ContentsCode"]}
    assert len(document["value"]) == np.prod(document["size"])
    assert document["dimension"]["Region"]["category"]["label"] == {"9999": "Sundøy"}


def test_the_same_place_gives_the_same_bytes(
    written: Path, tmp_path: Path, place: Place, truth: TruthField
) -> None:
    plan_layers.write_plans(tmp_path, place, truth)
    statistics.write_statistics(tmp_path, place, truth)
    for path in sorted(tmp_path.iterdir()):
        assert path.read_bytes() == (written / path.name).read_bytes(), path.name


# Properties ---------------------------------------------------------------------------------


@given(
    st.integers(0, 5000),
    st.lists(st.floats(0, 100, allow_subnormal=False), min_size=1, max_size=12),
)
@settings(max_examples=60, deadline=None)
def test_shares_are_whole_sum_up_and_miss_by_less_than_one(
    total: int, weights: list[float]
) -> None:
    shares = shared_out(total, weights)
    if sum(weights) == 0:
        assert shares.sum() == 0
        return
    assert shares.sum() == total
    exact = total * np.array(weights) / sum(weights)
    assert np.abs(shares - exact).max() < 1 + 1e-6


boxes = st.tuples(
    st.integers(-5, 90), st.integers(-5, 90), st.integers(5, 60), st.integers(5, 60)
).map(lambda t: box(t[0], t[1], t[0] + t[2], t[1] + t[3]))


@given(st.lists(boxes, min_size=1, max_size=6))
@settings(max_examples=40, deadline=None)
def test_tiles_cover_once_and_the_first_layer_owns(shapes: list[Polygon]) -> None:
    extent = box(0, 0, 100, 100)
    pieces = tile(extent, shapes)
    assert sum(p.area for _, p in pieces) == pytest.approx(extent.area)
    assert shapely.union_all([p for _, p in pieces]).area == pytest.approx(extent.area)
    for index, piece in pieces:
        if piece.area < 60:  # slivers may have been joined to it
            continue
        earlier = shapely.union_all(shapes[:index]) if index > 0 else Polygon()
        if index < 0:
            earlier = shapely.union_all(shapes)
        assert piece.intersection(earlier).area <= 8 * len(shapes) ** 2
