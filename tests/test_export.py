"""The result folder: whole or absent, repeatable, private, and read back without loss."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import geopandas as gpd
import numpy as np
import openpyxl
import pandas as pd
import pyogrio
import pytest
import shapely
from closed_run import closed_run

import boligplan_geo as bg
from boligplan_geo import maps
from boligplan_geo.columns import column, columns_of
from boligplan_geo.digest import RowDigest, digest
from boligplan_geo.export import destination, geopackage, workbook
from boligplan_geo.export.clauses import clause_table
from boligplan_geo.export.field_areas import field_areas
from boligplan_geo.export.language import in_language
from boligplan_geo.export.layers import LAYERS, LayerRows, layers_of, public_view
from boligplan_geo.export.manifest import plain
from boligplan_geo.report import pdf as report_pdf
from boligplan_geo.result import Analysis

FILES = {"analysis.gpkg", "map.html", "sites.xlsx", "report.html", "report.pdf", "manifest.json"}

#: The contract's table, by hand: columns that others rely on.
CONTRACT = {
    "plots": "plot_id plot_status_code plot_status_reason owner_code district_id centre_id "
    "plot_area_m2 plan_id plan_land_use_code plan_regime_code plan_net_plot_m2 plan_bya_low_m2 "
    "plan_bra_high_m2 plan_homes_max_count plan_binding_clause_id plan_reason built_bya_m2 "
    "built_bra_m2 built_bra_source_code built_homes_count built_year built_reason "
    "constraint_usable_m2 constraint_lost_m2 constraint_largest_piece_m2 constraint_reason "
    "terrain_elevation_m terrain_slope_mean_deg terrain_slope_p90_deg terrain_steep_share "
    "terrain_sun_20mar_hours terrain_sun_21jun_hours access_centre_min access_stop_min "
    "access_grocery_min access_school_min access_kindergarten_min access_health_min access_reason "
    "nearby_homes_400m_count potential_kind_code potential_plan_homes_low_count "
    "potential_homes_mid_count potential_homes_upper_count potential_bra_mid_m2 "
    "potential_line_code potential_now_homes_count potential_transformation_homes_mid_count "
    "potential_reason score_densification_points score_densification_rank "
    "score_housing_mix_points score_housing_mix_rank",
    "plan_parts": "part_id plot_id plan_id zone_name land_use_code regime_code area_m2 clause_ids "
    "governs_reason",
    "constraint_losses": "plot_id layer zone_code exclusive_m2 shared_m2",
    "witnesses": "witness_id plot_id plot_ids site_id building_kind_code kind_code storeys_count "
    "height_m eaves_height_m bya_m2 bra_m2 homes_count dwelling_type_code removed_building_ids "
    "homes_removed_count",
    "witness_parts": "witness_id plot_id part_code area_m2",
    "sites": "site_id plot_ids plots_count owner_code homes_low_count homes_mid_count "
    "homes_high_count score_densification_points centre_id district_id is_assembly "
    "built_homes_count potential_plan_homes_mid_count",
    "centres": "centre_id name homes_today_count homes_potential_mid_count score_centre_points "
    "score_centre_rank potential_plan_homes_mid_count",
    "centre_catchments": "centre_id minutes",
    "districts": "district_id name homes_today_count homes_potential_mid_count need_count "
    "mix_evenness_share mix_gap_code",
    "account": "step district_id dwelling_type_code year plots_count homes_count area_m2 reason",
    "plan_parameters": "part_id parameter_code value_min value_max basis_code source_code plan_id "
    "clause_id",
    "fields": "field_id plan_id zone_name parameter_code clause_id",
    "buildings": "building_id plot_id",
    "boundaries": "",
    "building_lines": "",
    "constraint_areas": "layer zone_code",
    "score_points": "",
    "alternatives": "",
}


@pytest.fixture(scope="module")
def run() -> Analysis:
    return closed_run()


@pytest.fixture(scope="module")
def folder(run: Analysis, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bg.export(run, tmp_path_factory.mktemp("export") / "ut æøå")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the map and the PDF, which have tests of their own."""

    class Blank:
        def save(self, path: str) -> None:
            Path(path).write_text("<!DOCTYPE html>", "utf-8")

    monkeypatch.setattr(maps, "map_candidates", lambda *_, **__: Blank())
    monkeypatch.setattr(report_pdf, "write", lambda *args, **__: args[2].write_bytes(b"%PDF"))


def read(folder: Path, layer: str) -> pd.DataFrame:
    return pyogrio.read_dataframe(folder / "analysis.gpkg", layer=layer)


def tables_of(run: Analysis) -> dict[str, pd.DataFrame]:
    return {layer.name: layer.table() for layer in layers_of(run)}


def manifest(folder: Path) -> dict:
    return json.loads((folder / "manifest.json").read_text("utf-8"))


def test_the_folder_holds_the_six_files_and_nothing_is_left_beside_it(folder: Path) -> None:
    assert {p.name for p in folder.iterdir()} == FILES
    assert all(p.stat().st_size > 100 for p in folder.iterdir())
    assert [p.name for p in folder.parent.iterdir()] == [folder.name]


@pytest.mark.parametrize("layer", CONTRACT)
def test_every_layer_has_the_columns_of_the_contract_key_first(folder: Path, layer: str) -> None:
    table = read(folder, layer)
    assert set(CONTRACT[layer].split()) <= set(table.columns)
    assert {c.name for c in columns_of(layer)} <= set(table.columns)
    assert table.columns[0] == LAYERS[layer].key


def test_all_layers_are_in_one_crs_and_figures_are_numbers(folder: Path) -> None:
    for name, kind in pyogrio.list_layers(folder / "analysis.gpkg"):
        if kind is not None:
            assert pyogrio.read_info(folder / "analysis.gpkg", layer=name)["crs"] == "EPSG:25833"
    plots = read(folder, "plots")
    figures = [c.name for c in columns_of("plots") if c.kind == "number"]
    assert {str(plots[c].dtype) for c in figures} == {"float64"}
    assert read(folder, "sites")["is_assembly"].dtype == bool


def test_the_geopackage_is_of_version_1_2_with_styles_as_qgis_wants_them(folder: Path) -> None:
    database = sqlite3.connect(folder / "analysis.gpkg")
    assert database.execute("PRAGMA user_version").fetchone() == (10200,)
    columns = [row[1] for row in database.execute("PRAGMA table_info(layer_styles)")]
    assert columns[1:] == [
        "f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName",
        "styleQML", "styleSLD", "useAsDefault", "description", "owner", "ui", "update_time",
    ]  # fmt: skip
    kind = "SELECT data_type FROM gpkg_contents WHERE table_name = 'layer_styles'"
    assert database.execute(kind).fetchone() == ("attributes",)
    styles = database.execute(
        "SELECT f_table_name, f_geometry_column, useAsDefault, styleQML FROM layer_styles"
    ).fetchall()
    assert {s[0] for s in styles} == set(LAYERS)
    geometry = dict(database.execute("SELECT table_name, column_name FROM gpkg_geometry_columns"))
    for name, column_name, default, text in styles:
        root = ElementTree.fromstring(text.partition(">")[2])
        fields = [a.get("field") for a in root.iter("alias")]
        assert default == 1
        assert column_name == geometry.get(name, "")  # QGIS finds no style by null
        assert fields == [c for c in read(folder, name).columns if c != "geometry"]
    database.close()


def test_plan_parts_wear_the_official_colour_of_their_purpose(folder: Path) -> None:
    database = sqlite3.connect(folder / "analysis.gpkg")
    query = "SELECT styleQML FROM layer_styles WHERE f_table_name = 'plan_parts'"
    root = ElementTree.fromstring(database.execute(query).fetchone()[0].partition(">")[2])
    database.close()
    symbol = {r.get("label"): r.get("symbol") for r in root.iter("rule")}["Boligbebyggelse (1110)"]
    found = next(s for s in root.iter("symbol") if s.get("name") == symbol)
    # #ffff99: boligbebyggelse, nåværende, in the national drawing rules
    assert (
        next(p for p in found.iter("prop") if p.get("k") == "color").get("v") == "255,255,153,255"
    )


def qml_of(folder: Path, layer: str) -> ElementTree.Element:
    database = sqlite3.connect(folder / "analysis.gpkg")
    query = "SELECT styleQML FROM layer_styles WHERE f_table_name = ?"
    text = database.execute(query, (layer,)).fetchone()[0]
    database.close()
    return ElementTree.fromstring(text.partition(">")[2])


def drawn_by(folder: Path, layer: str) -> set[int]:
    """Row numbers that the rules of a layer's style draw; QGIS and SQLite read them alike."""
    database = sqlite3.connect(folder / "analysis.gpkg")
    drawn: set[int] = set()

    def walk(rule: ElementTree.Element, above: str) -> None:
        for child in rule.findall("rule"):
            test = f"{above} AND ({child.get('filter')})"
            if child.get("symbol") is not None:
                found = database.execute(f"SELECT fid FROM {layer} WHERE {test}")
                drawn.update(row[0] for row in found)
            walk(child, test)

    walk(next(qml_of(folder, layer).iter("rules")), "1")
    database.close()
    return drawn


@pytest.mark.parametrize("layer", ["plots", "plan_parts", "constraint_areas", "centre_catchments"])
def test_every_row_is_drawn_by_a_rule_of_its_layers_style(folder: Path, layer: str) -> None:
    assert len(drawn_by(folder, layer)) == len(read(folder, layer)) > 0


def test_each_rule_has_the_symbol_it_names(folder: Path) -> None:
    for layer in ("plots", "plan_parts", "constraint_areas"):
        root = qml_of(folder, layer)
        symbols = {s.get("name") for s in root.find("renderer-v2/symbols").findall("symbol")}
        assert {r.get("symbol") for r in root.iter("rule")} - {None} == symbols


def test_qgis_shows_every_column_by_a_heading_and_codes_in_words(folder: Path) -> None:
    for layer in LAYERS:
        root = qml_of(folder, layer)
        bare = [a.get("field") for a in root.iter("alias") if a.get("name") == a.get("field")]
        assert bare == []
    fields = {f.get("name"): f for f in qml_of(folder, "plots").iter("field")}
    said = {o.get("value"): o.get("name") for o in fields["plot_status_code"].iter("Option")}
    assert said["candidate"] == "kandidat"


def test_what_was_read_back_is_what_was_exported(run: Analysis, folder: Path) -> None:
    back = bg.read_run(folder)
    seen = in_language(public_view(run), "nb")
    again = tables_of(back)
    for name, table in tables_of(seen).items():
        key = LAYERS[name].key
        assert digest(again[name].set_index(key)) == digest(table.set_index(key)), name
    for mine, theirs in (
        (run.densification, back.densification),
        (run.housing_mix, back.housing_mix),
        (run.centre_scores, back.centre_scores),
    ):
        ids = mine.points.index
        assert mine.criteria == theirs.criteria
        pd.testing.assert_frame_equal(mine.points, theirs.points.loc[ids], check_index_type=False)
        pd.testing.assert_frame_equal(mine.figures, theirs.figures.loc[ids], check_index_type=False)
        pd.testing.assert_series_equal(mine.rank, theirs.rank.loc[ids], check_index_type=False)
    assert back.town is None
    assert back.assumptions == run.assumptions
    assert [n.text("nb") for n in back.notes] == [n.text("nb") for n in seen.notes]
    assert back.totals == plain(run.totals)
    plot = run.plots.index[5]
    assert back.explain(plot) == run.explain(plot)


def test_rows_that_come_in_batches_are_those_of_the_whole_layer(run: Analysis) -> None:
    for layer in layers_of(run):
        whole, summed = layer.table(), RowDigest(LAYERS[layer.name].key)
        batches = list(layer.batches(7))
        assert sum(map(len, batches)) == len(whole) == len(layer)
        for batch in batches:
            assert batch.dtypes.equals(whole.dtypes)
            summed.add(batch)
        assert summed.text() == digest(whole.set_index(LAYERS[layer.name].key))


def test_layers_written_in_batches_are_as_those_written_at_once(
    run: Analysis, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LayerRows.batches, "__defaults__", (7,))
    written = geopackage.write(layers_of(in_language(public_view(run), "nb")), tmp_path / "a.gpkg")
    assert {name: layer.digest for name, layer in written.items()} == manifest(folder)["digest"]
    for name in LAYERS:
        mine = pyogrio.read_dataframe(tmp_path / "a.gpkg", layer=name)
        pd.testing.assert_frame_equal(mine, read(folder, name))


def test_exported_figures_are_the_runs_own_and_not_a_copy_of_them(run: Analysis) -> None:
    """A copy of every layer's figures would take a large town's memory twice."""
    view = public_view(run)
    layer = next(layers_of(view))
    for name in ("plot_area_m2", "score_densification_points"):
        mine, theirs = view.plots[name].to_numpy(), run.plots[name].to_numpy()
        assert np.shares_memory(mine, theirs)
        assert np.shares_memory(layer.columns[name].to_numpy(), theirs)


def test_fields_and_buildings_are_exported_where_there_are_any(
    run: Analysis, tmp_path: Path, quick: None
) -> None:
    square = shapely.box(0, 0, 9, 9)
    fields = pd.DataFrame(
        {"field_id": ["KPA:B1"], "plan_id": ["KPA"], "parameter_code": ["homes"],
         "budget_mid_count": [12.0], "plots_count": [144]}
    )  # fmt: skip
    buildings = gpd.GeoDataFrame(
        {"building_id": ["b2", "b1"], "plot_id": run.plots.index[:2], "homes_count": [1, None]},
        geometry=[square, None], crs=run.crs,
    )  # fmt: skip
    written = bg.export(replace(run, fields=fields, buildings=buildings), tmp_path / "ut")
    assert read(written, "fields")["budget_mid_count"].tolist() == [12.0]
    shown = read(written, "buildings").set_index("building_id")
    assert shown.index.tolist() == ["b1", "b2"]
    assert shown.geometry["b2"].area == 81
    assert shown.geometry.isna().tolist() == [True, False]
    again = bg.export(bg.read_run(written), tmp_path / "again")
    assert manifest(again)["digest"] == manifest(written)["digest"]
    none = replace(run, fields=pd.DataFrame(), buildings=pd.DataFrame())
    assert len(read(bg.export(none, tmp_path / "without"), "fields")) == 0


def test_a_field_lies_where_its_plan_parts_lie(run: Analysis, folder: Path) -> None:
    """Four plots in a row share two budgets; what is not net plot is no part of the field."""
    areas = read(folder, "fields").geometry
    together = run.plots.geometry.loc[[f"9999-1/{i}" for i in (2, 3, 4, 5)]].union_all()
    assert [area.symmetric_difference(together).area for area in areas] == [0.0, 0.0]
    parts = run.plan_parts.assign(counts_as_plot=run.plan_parts["plot_id"] != "9999-1/3")
    smaller = field_areas(replace(run, plan_parts=parts)).geometry
    assert smaller.area.tolist() == [2700.0, 2700.0]
    elsewhere = run.plan_parameters.assign(field_id="9999-KPA|F2")
    nowhere = field_areas(replace(run, plan_parameters=elsewhere))
    assert nowhere.geometry.isna().all()


def test_building_types_are_named_in_the_readers_language(run: Analysis) -> None:
    buildings = pd.DataFrame(
        {"building_type_code": [111.0, 999.0, np.nan], "building_type": ["Enebolig", "Naust", None]}
    )
    english = in_language(replace(run, buildings=buildings), "en").buildings["building_type"]
    assert english.tolist()[:2] == ["Detached house", "Naust"]
    assert pd.isna(english[2])
    norwegian = in_language(replace(run, buildings=buildings), "nb").buildings["building_type"]
    assert norwegian[0] == "Enebolig"


def test_clauses_are_summed_by_what_they_limit_and_hold_back(run: Analysis) -> None:
    plots = run.plots.assign(
        plan_binding_clause_id="KPA § 4.2;constraint", potential_when_clause_id=None
    )
    plots.loc["9999-1/7", "potential_when_clause_id"] = "H430"
    plots.loc["9999-1/7", "potential_after_phasing_homes_count"] = 2.0
    plots["potential_gain_storey_homes_count"] = 1.0
    table = clause_table(replace(run, plots=plots)).set_index("clause_id")
    homes = plots["potential_plan_homes_mid_count"].sum()
    clause = table.loc["KPA § 4.2"]
    assert clause["plan_id"] == "9999-KPA"
    assert clause["plots_count"] == len(plots)
    assert clause["potential_plan_homes_mid_count"] == homes
    assert clause["potential_gain_storey_homes_count"] == len(plots)
    assert clause["text"] == "I feltene er %-BYA høyst 30 %."
    assert pd.isna(table.loc["constraint", "plan_id"])  # the land is no plan's
    assert table.loc["constraint", "plots_count"] == len(plots)
    assert table.loc["H430", "potential_after_phasing_homes_count"] == 2
    assert pd.isna(table.loc["H430", "plots_count"])  # it limits none


def test_purposes_are_named_in_the_readers_language(
    run: Analysis, tmp_path: Path, quick: None
) -> None:
    plots = run.plots.copy()
    plots["plan_regime_code"], plots["plan_land_use_code"] = "kp2008", "1110"
    plots["plan_land_use_name"] = "Boligbebyggelse"
    strange = plots.index[0]  # a code that no list has keeps what was said of it
    plots.loc[strange, "plan_land_use_code"] = "1999"
    english = bg.export(replace(run, plots=plots), tmp_path / "en", language="en")
    names = read(english, "plots").set_index("plot_id")["plan_land_use_name"]
    assert names[strange] == "Boligbebyggelse"
    assert set(names.drop(strange)) == {"Housing"}
    book = openpyxl.load_workbook(english / "sites.xlsx")
    assert "Housing" in {c.value for row in book["plots"].iter_rows() for c in row}
    back = bg.export(bg.read_run(english), tmp_path / "nb", language="nb")
    assert set(read(back, "plots")["plan_land_use_name"]) == {"Boligbebyggelse"}


def test_a_result_read_back_can_be_exported_to_the_same_digests(
    folder: Path, tmp_path: Path, quick: None
) -> None:
    again = bg.export(bg.read_run(folder), tmp_path / "again")
    assert manifest(again)["digest"] == manifest(folder)["digest"]


def test_same_input_same_bytes(
    run: Analysis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    shuffled = replace(run, plots=run.plots.sample(frac=1, random_state=1))
    one, two = bg.export(run, tmp_path / "one"), bg.export(shuffled, tmp_path / "two")
    for name in sorted(FILES - {"map.html"}):
        hashes = {hashlib.md5((f / name).read_bytes()).hexdigest() for f in (one, two)}
        assert len(hashes) == 1, name


def test_only_seconds_and_the_date_may_differ_between_two_runs(
    run: Analysis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick: None
) -> None:
    one = manifest(bg.export(run, tmp_path / "one"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    two = manifest(bg.export(replace(run, seconds={"plan": 9.0}), tmp_path / "two"))
    assert {k for k in one if one[k] != two[k]} == {"seconds", "created"}


def test_the_manifest_names_no_folder_of_this_machine_no_user_and_no_secret(folder: Path) -> None:
    found = manifest(folder)
    assert found["inputs"]["plots"]["source"] == "teig.gpkg"
    assert found["inputs"]["plan_areas"]["source"] == "postgresql://db.example/plan"
    assert "municipal_homes" not in json.dumps(found)
    assert found["counts"]["plots"] == 144
    assert found["assumptions"]["dwelling_bra_m2"]["value"] == 70
    assert set(found["digest"]) == set(LAYERS)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("data/teig.gpkg", "data/teig.gpkg"),
        ("C:\\Users\\kari\\teig.zip!plan/a.gml", "teig.zip!plan/a.gml"),
        ("/srv/x/plan.zip!a/b.gml", "plan.zip!a/b.gml"),
        ("PG:host=db dbname=plan user=kari password='x y'", "PG:host=db dbname=plan "),
        ("postgresql+psycopg://u:p@h:5432/d?password=q", "postgresql+psycopg://h:5432/d"),
        (float("inf"), None),
    ],
)
def test_paths_and_credentials_are_cut(given: object, kept: object) -> None:
    assert plain(given) == kept


def test_the_owner_is_withheld_wherever_a_home_stands_or_may_stand(run: Analysis) -> None:
    plots = run.plots.copy()
    plots["owner_code"], plots["built_homes_count"] = "municipal", 0.0
    homes, unknown, other_plot = plots.index[:3]
    plots.loc[homes, "built_homes_count"] = 1.0
    plots.loc[unknown, "built_homes_count"] = np.nan
    plots.loc[other_plot, "property_id"] = homes  # a further plot of the property with the home
    seen = public_view(replace(run, plots=plots)).plots
    hidden = seen["owner_code"].isna()
    assert hidden[hidden].index.tolist() == [homes, unknown, other_plot]
    assert (seen["owner_reason"] == "withheld_privacy").equals(hidden.rename("owner_reason"))
    assert public_view(replace(run, plots=plots), "internal").plots["owner_code"].notna().all()


def test_a_site_does_not_tell_what_its_plots_withhold(run: Analysis) -> None:
    seen = public_view(run)
    for site in seen.sites.itertuples():
        told = seen.plots.loc[site.plot_ids.split(";"), "owner_code"].notna().all()
        assert pd.isna(site.owner_code) != told


def test_what_is_internal_lies_in_its_own_folder_and_says_so(
    run: Analysis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick: None
) -> None:
    blank, mapped = maps.map_candidates, []
    monkeypatch.setattr(
        maps, "map_candidates", lambda r, **k: mapped.append((r.name, k)) or blank()
    )
    written = bg.export(run, tmp_path / "ut", audience="internal")
    assert written == tmp_path / "ut-internal"
    assert not (tmp_path / "ut").exists()
    assert "INTERN – Fortettingspotensial" in (written / "report.html").read_text("utf-8")
    assert manifest(written)["inputs"]["municipal_homes"]["rows_read"] == 9
    assert destination(written, "internal") == written
    assert mapped == [("Boksby (INTERN)", {"language": "nb", "audience": "internal"})]


@pytest.mark.parametrize(("audience", "marked"), [("public", False), ("internal", True)])
def test_every_layer_of_an_internal_geopackage_says_so(
    run: Analysis, tmp_path: Path, audience: str, marked: bool
) -> None:
    path = tmp_path / "a.gpkg"
    geopackage.write(layers_of(run), path, audience=audience)
    with contextlib.closing(sqlite3.connect(path)) as database:
        rows = database.execute(
            "SELECT identifier, description FROM gpkg_contents WHERE table_name != 'layer_styles'"
        ).fetchall()
    assert {text.startswith("INTERN – ") for row in rows for text in row} == {marked}


def test_leftovers_of_killed_exports_go_and_those_of_living_ones_stay(
    run: Analysis, tmp_path: Path, quick: None
) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    stay = [
        f".ut.partial-{os.getppid()}",
        f".annet.partial-{ended.pid}",
        f".utX.partial-{ended.pid}",
    ]
    for name in (*stay, f".ut.partial-{ended.pid}", f".ut.earlier-{ended.pid}"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "map.html").write_text("half")
    (tmp_path / "ut").mkdir()
    bg.export(run, tmp_path / "ut")
    assert {p.name for p in tmp_path.iterdir()} == {*stay, "ut"}


def test_an_earlier_result_whose_replacement_was_killed_comes_back(
    run: Analysis, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    shutil.copytree(folder, tmp_path / f".ut.earlier-{ended.pid}")

    def full(*_: object, **__: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(workbook, "write", full)
    with pytest.raises(OSError, match="no space"):
        bg.export(run, tmp_path / "ut")
    assert {p.name for p in (tmp_path / "ut").iterdir()} == FILES


def test_an_earlier_result_and_an_empty_folder_are_replaced_whole(
    run: Analysis, tmp_path: Path, quick: None
) -> None:
    target = tmp_path / "ut"
    target.mkdir()
    bg.export(run, target)
    (target / "old.txt").write_text("old")
    bg.export(run, target, language="en")
    assert {p.name for p in target.iterdir()} == FILES
    assert manifest(target)["language"] == "en"


def test_a_folder_with_other_files_is_left_alone(run: Analysis, tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text("viktig")
    with pytest.raises(bg.InputError, match="not an earlier result"):
        bg.export(run, tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["brev.txt"]
    with pytest.raises(bg.InputError, match="is a file"):
        bg.export(run, tmp_path / "brev.txt")


def test_when_writing_fails_the_earlier_result_stands_and_nothing_else(
    run: Analysis, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "ut"
    shutil.copytree(folder, target)
    before = (target / "manifest.json").read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(workbook, "write", full)
    with pytest.raises(OSError, match="no space"):
        bg.export(run, target)
    assert (target / "manifest.json").read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["ut"]


@pytest.mark.parametrize("given", [{"language": "sv"}, {"audience": "secret"}])
def test_an_unknown_language_or_audience_is_refused(
    run: Analysis, tmp_path: Path, given: dict[str, str]
) -> None:
    with pytest.raises(ValueError, match="needs one of"):
        bg.export(run, tmp_path / "ut", **given)


def test_sheets_have_norwegian_headings_with_units_frozen_and_filtered(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / "sites.xlsx")
    assert book.sheetnames == [
        "områder",
        "tomter",
        "sentre",
        "bydeler",
        "bestemmelser",
        "felt",
        "bygninger",
        "regnskap",
        "forutsetninger",
    ]
    for sheet in book:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$1")
        headings = [cell.value for cell in sheet[1]]
        assert len(set(headings)) == len(headings), "no two columns under one heading"
    sheet = book["tomter"]
    headings = [cell.value for cell in sheet[1]]
    assert {"Tomteareal [m²]", "Gangtid til holdeplass [min]", "Status"} <= set(headings)
    best = sheet[2]
    area = best[headings.index("Tomteareal [m²]")]
    assert (area.value, area.number_format) == (900, "#,##0")
    assert best[headings.index("Rangering, fortetting")].value == 1
    assert best[headings.index("Status")].value == "kandidat"
    assert sheet.max_row == 145
    centres = {row[1] for row in book["sentre"].iter_rows(min_row=2, values_only=True)}
    of_plots = {row[headings.index("Senteromland")].value for row in sheet.iter_rows(min_row=2)}
    assert of_plots - {None} <= centres, "people read names, not ids"
    steps = {row[0] for row in book["regnskap"].iter_rows(min_row=2, values_only=True)}
    assert "Tomter etter status: kandidat" in steps


def test_text_in_a_sheet_is_never_a_formula(run: Analysis, tmp_path: Path) -> None:
    hostile = [
        "=1+1",
        "+47 900",
        "-x",
        "@SUM(A1)",
        "\t=cmd",
        "a\x00b\x07",
        "<b>&",
        '=HYPERLINK("x")',
    ]
    plots = run.plots.copy()
    plots.loc[plots.index[: len(hostile)], "plan_land_use_name"] = hostile
    workbook.write(replace(run, plots=plots), tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["tomter"]
    at = [c.value for c in sheet[1]].index(column("plan_land_use_name").label())
    cells = {row[at].value: row[at] for row in sheet.iter_rows(min_row=2)}
    assert {"=1+1", "+47 900", "-x", "@SUM(A1)", "\t=cmd", "ab", "<b>&"} <= set(cells)
    assert {cell.data_type for cell in cells.values()} == {"s"}
    assert all(cell.quotePrefix for cell in cells.values())


def test_a_table_too_long_for_a_sheet_is_said_not_cut_in_silence(
    run: Analysis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "EXCEL_ROWS", 100)
    with pytest.warns(bg.DataWarning, match="rommer ikke alle 144 rader"):
        workbook.write(run, tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["tomter"]
    assert sheet.max_row == 100
    assert "144" in sheet.cell(100, 1).value


def test_a_nul_in_a_text_does_not_reach_the_database(run: Analysis, tmp_path: Path) -> None:
    plots = run.plots.copy()
    plots.loc[plots.index[0], "plan_land_use_name"] = "bo\x00lig"
    assert "bolig" in set(tables_of(replace(run, plots=plots))["plots"]["plan_land_use_name"])


def test_single_and_multi_part_plots_become_one_kind_without_moving(run: Analysis) -> None:
    plots = run.plots.copy()
    two = shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(2, 0, 3, 1)])
    plots.loc[plots.index[0], "geometry"] = two
    table = tables_of(replace(run, plots=plots))["plots"].set_index("plot_id")
    assert set(table.geom_type) == {"MultiPolygon"}
    assert table.area.sum() == pytest.approx(plots.area.sum())
    assert table.geometry[plots.index[0]].equals(two)


def test_a_folder_that_is_no_result_is_said_so(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(bg.InputError, match=r"no manifest\.json"):
        bg.read_run(tmp_path)
    (tmp_path / "manifest.json").write_text("{")
    with pytest.raises(bg.InputError, match="not JSON"):
        bg.read_run(tmp_path)
    shutil.copy(folder / "manifest.json", tmp_path)
    with pytest.raises(bg.InputError, match="layer plots"):
        bg.read_run(tmp_path)


def test_the_front_door_loads_late_and_its_names_stay_functions() -> None:
    code = (
        "import sys, boligplan_geo as bg\n"
        "heavy = {'pandas', 'geopandas', 'matplotlib', 'reportlab', 'openpyxl', 'folium'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
        "import boligplan_geo.export, boligplan_geo.verify\n"
        "from boligplan_geo.verify import verify\n"
        "assert bg.verify is verify and callable(bg.export)\n"
        "assert set(bg.__all__) <= set(dir(bg))\n"
        "[getattr(bg, name) for name in bg.__all__]\n"
        "drawing = {'matplotlib', 'reportlab', 'openpyxl'} & set(sys.modules)\n"
        "assert not drawing, drawing\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with pytest.raises(AttributeError, match="no attribute 'analyze'"):
        bg.analyze  # noqa: B018
