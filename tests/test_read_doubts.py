"""Bad input of plans at reading: each fault has a treatment, a note or reason, and a test."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import pytest
import shapely
from reading import X, Y, rectangle, write_config

import boligplan_geo as bg
from boligplan_geo.read import data_quality, read_municipality
from boligplan_geo.read.doubts import axes_are_turned, turned
from boligplan_geo.read.findings import Findings
from boligplan_geo.read.matching import to_kind
from boligplan_geo.read.utilisation import utilisation


def areas(rows: list[dict], crs: int = 25833) -> gpd.GeoDataFrame:
    """Plan areas, by default over the first parcel."""
    shapes = [row.pop("shape", rectangle(0, 0, 20, 30)) for row in rows]
    return gpd.GeoDataFrame(rows, geometry=shapes, crs=crs)


def town_of(folder, frame, plans="planid;planstatus;ikraft\nA;3;2020-01-01\n", more=""):
    frame.to_file(folder / "omr.gpkg", layer="KpArealformålOmråde")
    (folder / "planer.csv").write_text(plans, "utf-8")
    layers = f"""[layers.plan_areas]
source = "omr.gpkg"
[layers.plans]
source = "planer.csv"
{more}"""
    return write_config(folder, layers)


def area(name: str, plan: str = "A", **values) -> dict:
    return {"lokalId": name, "planid": plan, "arealformål": "1110", **values}


def notes(town) -> dict[str, tuple[str, ...]]:
    return {n.code: n.ids for n in town.notes}


# --- figures ---------------------------------------------------------------------------------


def test_a_figure_without_a_type_is_kept_as_unknown_and_not_as_unlimited(tmp_path):
    frame = areas([area("a", utnyttingstype=None, utnyttingstall=30.0)])
    town = read_municipality(town_of(tmp_path, frame))
    assert notes(town)["utilisation_without_type"] == ("a",)
    assert town.plan_utilisation.iloc[0].tolist()[:3] == ["a", 0, 30.0]
    run = bg.analyse(town)
    assert "unknown_utilisation_type" in str(run.plots.loc["9999-1/1", "plan_reason"])
    said = str(run.explain("9999-1/1", language="en"))
    assert "unknown type of utilisation (0)" in said


def test_an_area_without_figures_is_not_a_figure_without_a_type(tmp_path):
    frame = areas([area("a", utnyttingstype=None, utnyttingstall=0.0)])
    town = read_municipality(town_of(tmp_path, frame))
    assert "utilisation_without_type" not in notes(town)
    assert len(town.plan_utilisation) == 0


def test_percentages_as_shares_are_recorded_as_they_stand_and_told(tmp_path):
    frame = areas([area("a", utnyttingstype=16, utnyttingstall=0.3)])
    config = town_of(tmp_path, frame)
    town = read_municipality(config)
    assert town.plan_utilisation["utilisation_value"].tolist() == [0.3]
    told = {n.code: n.ids for n in data_quality(config).notes}
    assert told["provision_percent_as_share"] == ("a",)
    # the rules read 0.30 as 30 %: a tenth of a percent would permit next to nothing
    plot = bg.analyse(town).plots.loc["9999-1/1"]
    assert plot["plan_bya_mid_m2"] == pytest.approx(0.3 * 600)


def test_types_that_permit_nothing_have_no_figure():
    table = pd.DataFrame({"utnyttingstype": ["10", "11"], "utnyttingstall": ["40", None]})
    findings = Findings()
    rows = utilisation(table, pd.Series(["a", "b"]), findings)
    assert rows["utilisation_type_code"].tolist() == [10, 11]
    assert rows["utilisation_value"].isna().all()
    assert [(n.code, n.ids) for n in findings.notes] == [("utilisation_figure_unexpected", ("a",))]


# --- plans -----------------------------------------------------------------------------------


def test_a_plan_without_status_is_told_before_and_in_a_run(tmp_path):
    frame = areas([area("a", utnyttingstype=16, utnyttingstall=30.0)])
    config = town_of(tmp_path, frame, "planid;planstatus;ikraft\nA;;2020-01-01\n")
    checks = data_quality(config).checks.set_index("check")
    assert checks.loc["plan_status_missing", ["value", "ids"]].tolist() == [1, "A"]
    run = bg.analyse(read_municipality(config))
    assert ("plan_status_missing", ("A",)) in {(n.code, n.ids) for n in run.notes}
    parts = run.plan_parts
    assert parts.loc[parts["plan_id"] == "A", "governs_reason"].tolist() == ["plan_status_missing"]


def test_overlapping_plans_of_one_date_are_told_before_a_run(tmp_path):
    rows = [area("a", "A"), area("b", "B", shape=rectangle(10, 0, 30, 30)),
            area("c", "C", shape=rectangle(0, 0, 20, 30))]  # fmt: skip
    dates = "planid;planstatus;ikraft\nA;3;2020-01-01\nB;3;2020-01-01\nC;3;2021-01-01\n"
    checks = data_quality(town_of(tmp_path, areas(rows), dates)).checks.set_index("check")
    found = checks.loc["plans_same_date"]
    assert found["value"] == pytest.approx(300)
    assert found["ids"] == "A, B"
    apart = dates.replace("B;3;2020", "B;3;2019")
    checks = data_quality(town_of(tmp_path, areas(rows), apart)).checks.set_index("check")
    assert checks.loc["plans_same_date", "value"] == 0
    proposed = dates.replace("B;3;", "B;2;")
    checks = data_quality(town_of(tmp_path, areas(rows), proposed)).checks.set_index("check")
    assert checks.loc["plans_same_date", "value"] == 0


# --- places ----------------------------------------------------------------------------------


def test_what_lies_outside_is_kept_counted_and_takes_nothing(tmp_path):
    rows = [area("a"), area("far", shape=rectangle(500, 500, 600, 600))]
    zone = gpd.GeoDataFrame(
        {"lokalId": ["z"], "planid": ["A"], "fare": ["310"]},
        geometry=[rectangle(900, 0, 950, 50)], crs=25833,
    )  # fmt: skip
    zone.to_file(tmp_path / "s.gpkg", layer="KpFareSone")
    more = '[layers.plan_zones]\nsource = "s.gpkg"\n'
    config = town_of(tmp_path, areas(rows), more=more)
    checks = data_quality(config).checks
    outside = checks[checks["check"] == "outside"].set_index("layer")
    assert outside.loc["plan_areas", ["value", "ids"]].tolist() == [1, "far"]
    assert outside.loc["plan_zones", ["value", "ids"]].tolist() == [1, "z"]
    town = read_municipality(config)
    assert len(town.plan_areas) == 2
    run = bg.analyse(town)
    assert (run.plots["constraint_lost_m2"].fillna(0) == 0).all()


def test_a_layer_in_another_place_is_told(tmp_path):
    stops = gpd.GeoDataFrame({"id": ["1"]}, geometry=[shapely.Point(0, 0)], crs=25833)
    stops.to_file(tmp_path / "s.gpkg")
    town = read_municipality(write_config(tmp_path, '[layers.stops]\nsource = "s.gpkg"\n'))
    (note,) = [n for n in town.notes if n.code == "layer_elsewhere"]
    assert note.layer == "stops"
    assert "7" in note.values["km"]
    assert "km" in note.text("en")


@pytest.mark.parametrize("crs", [25833, 4258])
def test_coordinates_north_first_are_put_right(tmp_path, crs):
    frame = areas([area("a")]).to_crs(crs)
    right = read_municipality(town_of(tmp_path, frame))
    frame.geometry = turned(frame.geometry.to_numpy())
    wrong = read_municipality(town_of(tmp_path, frame))
    assert "axes_turned" in notes(wrong)
    assert "axes_turned" not in notes(right)
    assert wrong.plan_areas.total_bounds == pytest.approx([X, Y, X + 20, Y + 30], abs=0.01)
    assert wrong.plan_areas.total_bounds == pytest.approx(right.plan_areas.total_bounds, abs=1e-6)


def test_axes_are_judged_only_where_they_can_be():
    utm = pyproj.CRS(25833)
    there = np.array([shapely.Point(7_700_000, 600_000), None], dtype=object)
    assert axes_are_turned(there, utm, utm)
    assert not axes_are_turned(there, pyproj.CRS(2154), utm)
    assert not axes_are_turned(np.array([None], dtype=object), utm, utm)
    # Oman's longitude is Norway's latitude: a town there keeps its coordinates
    oman = np.array([shapely.Point(58.4, 23.6)])
    assert not axes_are_turned(oman, pyproj.CRS(4326), pyproj.CRS(32640))
    line = np.array([shapely.LineString([(1, 2, 3), (4, 5, 6)])])
    assert shapely.get_coordinates(turned(line), include_z=True).tolist() == [[2, 1, 3], [5, 4, 6]]


# --- dates -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day"),
    [("2017-03-29Z", "2017-03-29"), ("2017-03-28T22:00:00Z", "2017-03-29"),
     ("2017-01-31T23:00:00Z", "2017-02-01"), ("2021-03-09T11:22:38.9095372+01:00", "2021-03-09"),
     ("2020-12-22T00:00:00.000", "2020-12-22"), ("20190401", "2019-04-01"),
     ("1.4.2019", "2019-04-01")],
)  # fmt: skip
def test_a_date_is_the_day_in_norway(text, day):
    values, bad = to_kind(pd.Series([text, None]), "date")
    assert str(values[0].date()) == day
    assert not bad.any()
