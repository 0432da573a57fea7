"""The data-quality report finds what was put there."""

from __future__ import annotations

import geopandas as gpd
import pytest
from reading import parcels, rectangle, write_config

from boligplan_geo.read import data_quality


def faulty_town(folder):
    plots = parcels(
        [
            ("1", 1, 1, 0, (0, 0, 10, 10)),
            ("2", 1, 2, 0, (8, 0, 20, 10)),  # overlaps 1 by 20 m²
            ("3", 1, 3, 0, (0, 20, 20, 30)),
            ("4", 1, 4, 0, (0, 10, 5, 20)),
            ("5", 1, 5, 0, (15, 10, 20, 20)),  # 4 and 5 leave a hole of 100 m²
        ]
    )
    plots.to_file(folder / "t.gpkg")
    areas = gpd.GeoDataFrame(
        {
            "lokalId": ["a", "b"],
            "planid": ["P", "P"],
            "lovregime": ["kp2008"] * 2,
            "arealformål": ["1110", "8888"],
        },
        geometry=[rectangle(0, 0, 10, 30), rectangle(9, 0, 15, 30)],
        crs=25833,
    )
    areas.to_file(folder / "areas.gpkg")
    gpd.GeoDataFrame({"planid": ["P"]}, geometry=[rectangle(0, 0, 20, 30)], crs=25833).to_file(
        folder / "plans.gpkg"
    )
    buildings = gpd.GeoDataFrame(
        {"bygningsnummer": ["1", "2", "3", "4"]},
        geometry=[rectangle(i, i, i + 1, i + 1) for i in range(4)],
        crs=25833,
    )
    buildings.to_file(folder / "b.gpkg")
    register = "bygningsnummer;bygningsstatus;matrikkelnummer\n1;TB;1/1\n2;XX;1/99\n9;FA;1/2\n"
    (folder / "r.csv").write_text(register, "utf-8")
    layers = "".join(
        f'[layers.{name}]\nsource = "{source}"\n'
        for name, source in [
            ("plots", "t.gpkg"), ("plan_areas", "areas.gpkg"), ("plans", "plans.gpkg"),
            ("buildings", "b.gpkg"), ("building_register", "r.csv"),
        ]
    )  # fmt: skip
    return write_config(folder, layers)


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    return data_quality(faulty_town(tmp_path_factory.mktemp("town")))


def value(report, check, layer):
    found = report.checks[(report.checks["check"] == check) & (report.checks["layer"] == layer)]
    assert len(found) == 1
    return found.iloc[0]


def test_gaps_and_overlaps(report):
    assert not report.has_errors
    assert value(report, "overlaps", "plots")["value"] == pytest.approx(20)
    assert value(report, "gaps", "plots")["value"] == pytest.approx(100)
    assert value(report, "overlaps", "plan_areas P")["value"] == pytest.approx(30)
    assert value(report, "gaps", "plan_areas P")["value"] == pytest.approx(150)


def test_unknown_codes_and_join_rates(report):
    unknown = value(report, "unknown_purposes", "plan_areas")
    assert (unknown["value"], unknown["ids"]) == (1, "kp2008 8888")
    assert value(report, "unknown_status", "building_register")["ids"] == "XX"
    join = value(report, "join_rate", "building_register → buildings (building_id)")
    assert (join["value"], join["ids"]) == (pytest.approx(2 / 3), "9")
    join = value(report, "join_rate", "building_register → plots (property_id)")
    assert join["ids"] == "9999-1/99"


def test_coverage_of_plots_by_the_plan(report):
    # plots: 100 + 120 + 200 + 50 + 50; east of x = 15 there is no plan
    covered = 100 + 70 + 150 + 50
    assert value(report, "coverage", "plan_areas")["value"] == pytest.approx(covered / 520)


def test_the_report_reads_in_two_languages(report):
    english, norwegian = report.text("en"), report.text()
    assert "plots: overlaps: 20.0 m²" in english
    assert "plots: overlapp: 20,0 m²" in norwegian
    assert "Errors: 0" in english
    assert "not given: ownership" in english


def test_errors_come_all_at_once_with_what_could_be_read(tmp_path):
    path = write_config(tmp_path, '[layers.stops]\nsource = "a"\n[layers.roads]\nsource = "b"\n')
    report = data_quality(path)
    assert report.has_errors
    assert len(report.problems) == 2
    assert report.layers.loc["plots", "rows_used"] == 2
    assert "Errors: 2" in report.text("en")
