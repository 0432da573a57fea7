"""Every rule objects when what it guards is changed, and only then."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pyogrio
import pytest
import shapely
from closed_run import closed_run
from shapely import MultiPolygon

import boligplan_geo as bg
from boligplan_geo import maps
from boligplan_geo.report import pdf as report_pdf
from boligplan_geo.verify.rules import RULES

PLOT = "plot_id = '9999-1/5'"
PART = "part_id = '9999-1/5:1'"


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    class Blank:
        def save(self, path: str) -> None:
            Path(path).write_text("<!DOCTYPE html>", "utf-8")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(maps, "map_candidates", lambda *_, **__: Blank())
        patch.setattr(report_pdf, "write", lambda *args, **__: args[2].write_bytes(b"%PDF"))
        return bg.export(closed_run(), tmp_path_factory.mktemp("verify") / "ut")


@pytest.fixture
def folder(exported: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(exported, tmp_path / "ut"))


def change(folder: Path, statement: str) -> None:
    """Change the database behind the manifest's back."""
    database = sqlite3.connect(folder / "analysis.gpkg")
    for name in ("IsEmpty", "MinX", "MaxX", "MinY", "MaxY"):  # the spatial index's triggers
        database.create_function(f"ST_{name}", 1, lambda _: 0)
    with database:
        changed = database.execute(statement).rowcount
    database.close()
    assert changed != 0, "the statement touched no row"


def test_a_result_that_holds_is_found_to_hold(exported: Path) -> None:
    found = bg.verify(exported)
    assert not found, str(found)
    assert set(found.checked) == {*RULES, "files"}
    text = str(found)
    assert "All that was checked holds." in text
    assert "Not rechecked:" in text
    assert "placements (witnesses): none in this version" in text


@pytest.mark.parametrize(
    ("rule", "statement"),
    [
        ("columns", "UPDATE plots SET plot_id = '9999-1/6' WHERE " + PLOT),
        ("columns", "ALTER TABLE plots DROP COLUMN plan_reason"),
        ("rows", "DELETE FROM plots WHERE " + PLOT),
        ("rows", "UPDATE plots SET parcel_ids = '4;999' WHERE " + PLOT),
        ("rows", "UPDATE plots SET parcel_ids = '7' WHERE " + PLOT),
        ("land", "UPDATE plots SET constraint_usable_m2 = 800.02 WHERE " + PLOT),
        ("land", "UPDATE constraint_losses SET exclusive_m2 = 99 WHERE " + PLOT),
        ("land", "DELETE FROM constraint_losses WHERE " + PLOT),
        ("parts", "UPDATE plots SET plot_area_m2 = 900.02 WHERE " + PLOT),
        ("parts", "UPDATE plan_parts SET area_m2 = 901 WHERE " + PLOT),
        ("parts", "DELETE FROM plan_parts WHERE " + PLOT),
        ("land", "UPDATE plots SET constraint_usable_s3_m2 = 799 WHERE " + PLOT),
        ("land", "UPDATE constraint_losses SET shared_s3_m2 = 1 WHERE " + PLOT),
        ("tiling", "UPDATE plan_parts SET plot_id = '9999-1/6' WHERE " + PLOT),
        ("tiling", "UPDATE plan_parts SET plot_id = 'gone' WHERE " + PLOT),
        ("sources", "UPDATE plan_parameters SET source_code = 'hearsay' WHERE " + PART),
        ("sources", "UPDATE plan_parameters SET source_code = NULL WHERE " + PART),
        ("sources", "UPDATE plan_parameters SET source_code = 'map' WHERE " + PART),
        ("sources", "UPDATE plan_parameters SET why_code = 'because' WHERE " + PART),
        ("sources", "UPDATE plan_parameters SET why_code = NULL WHERE " + PART),
        ("sources", "UPDATE plan_parameters SET clause_id = 'KPA § 99' WHERE " + PART),
        ("sources", "UPDATE plan_parameters SET plan_id = '0000-KPA' WHERE " + PART),
        ("sources", "UPDATE plan_parameters SET part_id = 'gone:1' WHERE " + PART),
        ("sources", "UPDATE plan_parameters SET source_code = 'assumption', "
                    "clause_id = 'assumption:luck' WHERE " + PART),
        ("sources", "UPDATE plots SET plan_binding_clause_id = 'constraint;§ 0' WHERE " + PLOT),
        ("sources", "UPDATE plots SET potential_when_clause_id = '§ 0' WHERE " + PLOT),
        ("sources", "DELETE FROM clauses"),
        ("sources", "DELETE FROM plans"),
        ("fields", "UPDATE fields SET shared_value = 2161 WHERE unit = 'm2'"),
        ("fields", "UPDATE fields SET shared_value = 2159 WHERE unit = 'm2'"),
        ("fields", "UPDATE fields SET shared_value = 99 WHERE unit = 'count'"),
        ("fields", "UPDATE fields SET budget_low_value = 2161 WHERE unit = 'm2'"),
        ("fields", "UPDATE fields SET budget_high_value = 2399 WHERE unit = 'm2'"),
        ("fields", "UPDATE fields SET area_m2 = 3500 WHERE unit = 'm2'"),
        ("fields", "UPDATE plots SET plan_bra_mid_m2 = 541 WHERE " + PLOT),
        ("fields", "UPDATE plots SET plan_bra_low_m2 = 401 WHERE " + PLOT),
        ("fields", "UPDATE plots SET potential_plan_homes_low_count = 101 WHERE " + PLOT),
        ("fields", "UPDATE plan_parts SET counts_as_plot = 0 WHERE " + PLOT),
        ("unknown_land", "UPDATE plots SET potential_plan_homes_low_count = 1, "
                         "constraint_reason = 'outside_analysed_area' WHERE " + PLOT),
        ("unknown_land", "UPDATE plots SET constraint_is_complete = 1, "
                         "constraint_reason = 'x;layer_missing' WHERE " + PLOT),
        ("steps", "UPDATE plots SET potential_now_homes_count = 1.5 WHERE " + PLOT),
        ("steps", "UPDATE plots SET potential_now_homes_count = -1 WHERE " + PLOT),
        ("steps", "UPDATE plots SET potential_gain_storey_homes_count = -1 WHERE " + PLOT),
        ("steps", "UPDATE plots SET potential_gain_unit_homes_count = 0.5 WHERE " + PLOT),
        ("steps", "UPDATE plots SET potential_after_plan_homes_count = 1 WHERE " + PLOT),
        ("steps", "UPDATE plots SET potential_when_clause_id = 'plankart' WHERE " + PLOT),
        ("buildings", "UPDATE buildings SET building_id = '1' WHERE building_id = '2'"),
        ("buildings", "UPDATE buildings SET bya_m2 = bya_m2 + 0.02 WHERE building_id = '1'"),
        ("buildings", "UPDATE buildings SET plot_ids = 'gone' WHERE building_id = '1'"),
        ("buildings", "UPDATE buildings SET stage_code = 'standing'"),
        ("buildings", "DELETE FROM buildings WHERE building_id = '1'"),
        ("buildings", "UPDATE plots SET built_bya_m2 = built_bya_m2 + 0.02 WHERE " + PLOT),
        ("homes", "UPDATE plots SET built_homes_count = built_homes_count + 1 WHERE " + PLOT),
        ("homes", "UPDATE sites SET potential_plan_homes_mid_count = 99"),
        ("homes", "UPDATE sites SET homes_mid_count = 99"),
        ("homes", "UPDATE centres SET potential_plan_homes_mid_count = 99"),
        ("homes", "UPDATE centres SET potential_homes_mid_count = 0"),
        ("homes", "UPDATE districts SET built_homes_count = NULL"),
        ("homes", "UPDATE districts SET homes_today_count = 0"),
        ("homes", "UPDATE plots SET centre_id = 'D9' WHERE " + PLOT),
        ("homes", "UPDATE account SET homes_count = 0 WHERE step = 'built_homes_count'"),
        ("account", "UPDATE plots SET plot_status_code = 'excluded' WHERE " + PLOT),
        ("account", "DELETE FROM account WHERE step = 'plan_homes:outside'"),
        ("account", "UPDATE account SET plots_count = 0 WHERE step = 'left_out'"),
        ("status", "UPDATE plots SET plot_status_code = 'ranked' "
                   "WHERE plot_status_code = 'candidate'"),
        ("status", "UPDATE plots SET plot_status_code = 'excluded', plot_status_reason = NULL "
                   "WHERE plot_status_code = 'ranked'"),
        ("order", "UPDATE plots SET plan_bya_low_m2 = 299 WHERE " + PLOT),
        ("order", "UPDATE plots SET score_densification_high_points = 1 "
                  "WHERE score_densification_points > 2"),
        ("order", "UPDATE plots SET potential_after_plan_homes_count = 3 "
                  "WHERE potential_plan_homes_mid_count = 2"),
        ("points", "UPDATE score_points SET points = points + 1e-4 WHERE points > 1"),
        ("points", "UPDATE plots SET score_densification_rank = 2 "
                   "WHERE score_densification_rank = 1"),
        ("points", "DELETE FROM score_points WHERE score_code = 'centre'"),
        ("reasons", "UPDATE plots SET access_stop_min = NULL WHERE " + PLOT),
        ("reasons", "UPDATE plots SET terrain_reason = '' WHERE " + PLOT),
        ("reasons", "UPDATE districts SET need_reason = NULL"),
        ("reasons", "UPDATE sites SET potential_reason = NULL"),
        ("reasons", "UPDATE centres SET potential_reason = ''"),
        ("reasons", "UPDATE districts SET built_homes_count = NULL, built_reason = NULL"),
        ("reasons", "UPDATE sites SET owner_code = NULL, owner_reason = NULL"),
        ("reasons", "ALTER TABLE sites DROP COLUMN built_reason"),
        ("reasons", "UPDATE account SET homes_count = NULL, unknown_plots_count = 0, "
                    "reason = NULL WHERE step = 'built_homes_count'"),
        ("reasons", "UPDATE account SET reason = NULL WHERE step = 'left_out'"),
        ("reasons", "UPDATE score_points SET points = NULL WHERE points > 1"),
        ("reasons", "UPDATE score_points SET points = NULL, figure = NULL WHERE points > 1"),
        ("privacy", "UPDATE plots SET owner_code = 'municipal' WHERE built_homes_count > 0"),
        ("privacy", "UPDATE plots SET owner_reason = NULL WHERE built_homes_count > 0"),
        ("privacy", "UPDATE sites SET owner_code = 'municipal'"),
        ("privacy", "ALTER TABLE districts ADD COLUMN municipal_homes_count REAL"),
    ],
)  # fmt: skip
def test_a_changed_value_is_objected_to_by_its_rule(
    folder: Path, rule: str, statement: str
) -> None:
    change(folder, statement)
    found = bg.verify(folder, rules=[rule])
    assert found
    assert all(text.startswith(f"{rule}: ") for text in found)


@pytest.mark.parametrize(
    ("rule", "edit"),
    [
        ("rows", lambda m: m["inputs"]["plots"].update(rows_read=200)),
        ("rows", lambda m: m["counts"].update(plots=1)),
        ("homes", lambda m: m["totals"].update(potential_plan_homes_mid_count=1.0)),
        ("homes", lambda m: m["totals"].pop("built_homes_count")),
        ("account", lambda m: m["inputs"]["plots"]["left_out"].update(zero_area=3)),
        ("privacy", lambda m: m["inputs"].update(municipal_homes={})),
        ("manifest", lambda m: m["inputs"]["plots"].update(source="/data/teig.gpkg")),
        ("manifest", lambda m: m["inputs"]["plots"].update(source="postgresql://me:x@db/plan")),
        ("digest", lambda m: m["digest"].update(plots="0" * 32)),
    ],
)
def test_a_changed_manifest_is_objected_to(
    folder: Path, rule: str, edit: Callable[[dict[str, Any]], object]
) -> None:
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    edit(manifest)
    path.write_text(json.dumps(manifest), "utf-8")
    assert bg.verify(folder, rules=[rule])


def test_parts_that_overlap_or_reach_out_are_objected_to(folder: Path) -> None:
    """The areas still sum: what one part takes of its neighbour, another part leaves open."""
    path = folder / "analysis.gpkg"
    parts = pyogrio.read_dataframe(path, layer="plan_parts")
    whole = parts.index[parts["plot_id"] == "9999-1/5"][0]
    left, bottom, right, top = parts.geometry[whole].bounds
    halves = parts.loc[[whole, whole]].assign(part_id=["9999-1/5:1", "9999-1/5:2"])
    for name, second in (
        ("overlap", shapely.box(left + 14.9, bottom, right - 0.1, top)),
        ("reach out", shapely.box(left + 15, bottom + 0.1, right, top + 0.1)),
    ):
        halves = halves.set_geometry(
            [MultiPolygon([shapely.box(left, bottom, left + 15, top)]), MultiPolygon([second])]
        )
        spoilt = pd.concat([parts.drop(index=whole), halves.assign(area_m2=450.0)])
        pyogrio.write_dataframe(spoilt, path, layer="plan_parts", driver="GPKG")
        assert not bg.verify(folder, rules=["parts"])
        found = bg.verify(folder, rules=["tiling"])
        assert len(found) == 1
        assert name in str(found)


def test_a_missing_file_is_objected_to(folder: Path) -> None:
    (folder / "map.html").unlink()
    found = bg.verify(folder, rules=["manifest"])
    assert list(found) == ["files: map.html is missing"]
    assert "1 violation:" in str(found)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE plots SET terrain_elevation_m = terrain_elevation_m + 1e-6 WHERE " + PLOT,
        "UPDATE plan_parts SET zone_name = 'B2' WHERE " + PLOT,
        "DELETE FROM score_points WHERE rowid = 1",
    ],
)
def test_any_other_change_is_seen_by_the_digest(folder: Path, statement: str) -> None:
    change(folder, statement)
    assert bg.verify(folder, rules=["digest"])


def test_what_cannot_be_read_is_an_input_error(folder: Path) -> None:
    change(folder, "DELETE FROM gpkg_contents WHERE table_name = 'sites'")
    with pytest.raises(bg.InputError, match="sites"):
        bg.verify(folder)
    with pytest.raises(bg.InputError, match=r"manifest\.json"):
        bg.verify(folder.parent)
