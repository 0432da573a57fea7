"""SOSI text against a second, tiny reading of it, and against GDAL where that is installed."""

from __future__ import annotations

import json
import math
import re
import subprocess
from collections import Counter

import geopandas as gpd
import numpy as np
import pytest
import shapely
from reading import SHARED, shared, write_config

from boligplan_geo.errors import InputError
from boligplan_geo.read import read_municipality
from boligplan_geo.read.formats import sosi
from boligplan_geo.read.formats.sosi_text import decoded

FILES = sorted(p.name for p in (SHARED / "sosi").glob("*.sos"))


# --- the oracle: regular expressions and the shoelace formula ---------------------------------


def blocks(text: str):
    """Pairs of (head line, body) of each group but the file's head and end."""
    found = re.split(r"(?m)^\.(?=[A-ZÆØÅ])", text.lstrip("\ufeff"))
    pairs = [(b.split("\n", 1)[0], b) for b in found if b.strip()]
    return [(h, b) for h, b in pairs if not h.startswith(("HODE", "SLUTT"))]


def coordinates(body: str):
    """(east, north) in file units, of every ..NØ of a block."""
    found = []
    for kind, part in re.findall(r"(?ms)^\.\.(NØH?)\b(.*?)(?=^\.|\Z)", body):
        size = len(kind)
        numbers = re.findall(r"-?\d+", re.sub(r"\.\.\.KP \d+|!.*", "", part))
        for i in range(0, len(numbers) - size + 1, size):
            found.append((int(numbers[i + 1]), int(numbers[i])))
    return found


def ring_area(curves, references: str) -> float:
    ring = []
    for sign, number in re.findall(r":(-?)(\d+)", references):
        points = curves[number]
        ring += (points[::-1] if sign else points)[:-1]
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def areas_by_hand(text: str):
    """Area in file units of each .FLATE with plain curves, by its number."""
    found, curves = {}, {}
    for head, body in blocks(text):
        if head.startswith("KURVE"):
            curves[re.search(r"\d+", head).group()] = coordinates(body)
    for head, body in blocks(text):
        reference = re.search(r"(?ms)^\.\.REF(.*?)(?=^\.\.[A-ZÆØÅ])", body)
        if head.startswith("FLATE") and reference:
            outer, *holes = re.findall(r"^[^(]+|\([^)]*\)", reference.group(1))
            found[int(re.search(r"\d+", head).group())] = ring_area(curves, outer) - sum(
                ring_area(curves, hole) for hole in holes if "FLATE" not in hole
            )
    return found


@pytest.mark.parametrize("name", FILES or ["absent"])
def test_every_file_holds_what_its_text_says(name):
    data = shared(f"sosi/{name}").read_bytes()
    text = data.decode("utf-8-sig")
    found = sosi.drawing(data)
    expected = Counter(
        m.group(1) if (m := re.search(r"(?m)^\.\.OBJTYPE\s+(\S+)", body)) else head.split()[0]
        for head, body in blocks(text)
    )
    assert {k: len(v) for k, v in found.groups.items()} == expected
    unit = float(re.search(r"ENHET\s+(\S+)", text).group(1))
    types = {kind: sosi.object_type(found, kind) for kind in found.groups}
    read = sum(int((~shapely.is_missing(t.geometry)).sum()) for t in types.values())
    faulty = sum(len(f.rows) for t in types.values() for f in t.faults if f.code == "sosi_shape")
    assert read + faulty == expected.total()
    assert faulty == {"non-linear.sos": 2, "testfile1.sos": 1}.get(name, 0)
    if name in ("flate_oy.sos", "non-linear.sos"):
        return  # holes named by the area that fills them: by hand, below
    by_hand = areas_by_hand(text)
    for kind in types.values():
        for number, shape in zip(kind.table["sosi_id"], kind.geometry, strict=True):
            if shape is not None and shapely.get_dimensions(shape) == 2:
                assert shape.area == pytest.approx(by_hand.pop(number) * unit**2, abs=1e-4)
    assert not by_hand


@pytest.mark.parametrize("name", ["1001_Hoyde.sos", "naturvernomraade.sos", "testfile2.sos"])
def test_areas_and_lines_are_gdals(ogr2ogr, tmp_path, name):
    data = shared(f"sosi/{name}").read_bytes()
    text = re.sub(r"TEGNSETT \S+", "TEGNSETT ISO8859-1", data.decode("utf-8"))
    (tmp_path / "a.sos").write_bytes(text.encode("latin-1"))
    for layer, dimension in (("polygons", 2), ("lines", 1)):
        out = tmp_path / f"{layer}.geojson"
        plane = ["-s_srs", "EPSG:25833", "-t_srs", "EPSG:25833"]  # metres, whatever it is called
        command = [ogr2ogr, "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=4", *plane]
        command += [str(out), str(tmp_path / "a.sos"), layer]
        subprocess.run(command, check=True, capture_output=True)
        theirs = [f["geometry"] for f in json.loads(out.read_text())["features"]]
        found = sosi.drawing(data)
        ours = np.concatenate([sosi.object_type(found, kind).geometry for kind in found.groups])
        ours = ours[shapely.get_dimensions(ours) == dimension]
        measure = shapely.area if dimension == 2 else shapely.length
        shapes = [shapely.from_geojson(json.dumps(g)) for g in theirs if g]
        assert len(shapes) == len(ours)
        np.testing.assert_allclose(sorted(measure(shapes)), sorted(measure(ours)), atol=0.05)


def test_islands_by_reference_to_an_area_or_to_its_curves():
    found = sosi.drawing(shared("sosi/flate_oy.sos").read_bytes())
    kind = sosi.object_type(found, "Mahogney")
    area = dict(zip(kind.table["sosi_id"], shapely.area(kind.geometry), strict=True))
    assert area == {500: 100, 400: 1_000_000 - 100, 600: 1_000_000 - 100}


def test_attributes_keep_their_names_and_letters():
    found = sosi.drawing(shared("sosi/buer.sos").read_bytes())
    assert found.declared == "ISO8859-10"
    row = sosi.object_type(found, "RpGrense").table.iloc[0]
    assert row["KOPIDATA.ORIGINALDATAVERT"] == "Hemsedal kommune"
    assert row["KOPIDATA.OMRÅDEID"] == "0618"
    point = sosi.object_type(sosi.drawing(shared("sosi/fastmerke.sos").read_bytes()), "Fastmerke")
    assert point.table.loc[0, "FMNAVN"] == "BJØBERG D32 N1"
    assert point.table.loc[0, "PUNKTBESKR"].startswith("CA. 1500 M SØRØST")
    assert shapely.get_coordinates(point.geometry, include_z=True).tolist() == [
        pytest.approx([457_055.342, 6_754_452.623, 969.988])
    ]
    # an element that occurs several times is a list
    last = sosi.drawing(shared("sosi/testfile_issue4.sos").read_bytes())
    row = sosi.object_type(last, "KantUtsnitt").table.iloc[0]
    assert row["LTEMA"] == ["4002", "4003", "4011", "4005", "4019"]


def test_origin_unit_and_arc():
    found = sosi.drawing(shared("sosi/testfile1.sos").read_bytes())
    assert found.crs == "EPSG:27395"
    kind = sosi.object_type(found, "EiendomsGrense")
    assert kind.curved == [1]
    first = shapely.get_coordinates(kind.geometry[0])[0]
    assert first.tolist() == pytest.approx([10_000 + 23.45, 100_000 + 234.56])
    arc = shapely.get_coordinates(kind.geometry[1])
    assert arc[0].tolist() == pytest.approx([10_023.55, 100_234.70])
    assert arc[-1].tolist() == pytest.approx([10_023.67, 100_234.80])


PLAN = """.HODE
..TEGNSETT {declared}
..TRANSPAR
...KOORDSYS {system}
...ORIGO-NØ 7700000 600000
...ENHET 0.01
..OMRÅDE
...MIN-NØ 7700000 600000
...MAX-NØ 7700100 600100
..SOSI-VERSJON 4.5
..SOSI-NIVÅ 4
.KURVE 1:
..OBJTYPE RpFormålGrense
..NØ
0 0 ...KP 1
..NØ
0 4000 ...KP 1
.BUEP 2:
..OBJTYPE RpFormålGrense
..NØ
0 4000 ...KP 1
..NØ
1500 5500
3000 4000 ...KP 1
.KURVE 3:
..OBJTYPE RpFormålGrense
..NØ
3000 4000 ...KP 1
..NØ
3000 0
0 0 ...KP 1
.FLATE 4:
..OBJTYPE RpOmråde
..NASJONALAREALPLANID
...KOMM 9999
...PLANID R-7
..PLANNAVN "Sjøkanten, øvre del"
..PLANTYPE 35
..PLANSTAT 3
..IKRAFT 20190401
..VERTNIV 2
..REF :1 :2 :3
..NØ
1500 2000
.FLATE 5:
..OBJTYPE RpArealformålOmråde
..IDENT
...LOKALID a-5
..PLANID R-7
..RPAREALFORMÅL 1112
..FELTNAVN BKS1
..VERTNIV 2
{use}
..REF :1 :2
:3
..NØ
1500 2000
.FLATE 6:
..OBJTYPE RpFareSone
..PLANID R-7
..RPFARE 310
..HENSYNSONENAVN H310_1
..REF :-3 :-2 :-1
..NØ
1500 2000
.KURVE 7:
..OBJTYPE RpJuridiskLinje
..PLANID R-7
..RPJURLINJE 1211
..NØ
100 100
100 3900
.SLUTT
"""
TWO_USES = "..UTNYTT\n...UTNTYP 16\n...UTNTALL 40\n..UTNYTT\n...UTNTYP 11"
LAYERS = ("plans", "plan_areas", "plan_zones", "plan_lines")


def plan_file(folder, encoding="utf-8", declared="UTF-8", system="23", use=TWO_USES):
    text = PLAN.format(declared=declared, system=system, use=use)
    (folder / "plan.sos").write_bytes(text.encode(encoding))
    return write_config(
        folder, "".join(f'[layers.{layer}]\nsource = "plan.sos"\n' for layer in LAYERS)
    )


@pytest.mark.parametrize(
    ("encoding", "declared", "is_told"),
    [("utf-8", "UTF-8", False), ("utf-8-sig", "UTF-8", False), ("utf-8", "ISO8859-10", True),
     ("latin-1", "ISO8859-1", False), ("iso8859-10", "ISO8859-10", False),
     ("cp865", "DOSN8", False), ("cp1252", "ANSI", False)],
)  # fmt: skip
def test_a_whole_plan_in_every_encoding(tmp_path, encoding, declared, is_told):
    town = read_municipality(plan_file(tmp_path, encoding, declared))
    assert ("sosi_encoding" in {n.code for n in town.notes}) == is_told
    plan = town.plans.loc["R-7"]
    assert plan["plan_name"] == "Sjøkanten, øvre del"
    assert (plan["plan_type_code"], plan["plan_status_code"]) == (35, 3)
    assert str(plan["in_force_date"].date()) == "2019-04-01"
    area = town.plan_areas.loc["a-5"]
    assert area[["plan_id", "regime_code", "land_use_code", "zone_name"]].tolist() == [
        "R-7", "rp2008", "1112", "BKS1",
    ]  # fmt: skip
    assert town.plan_utilisation["utilisation_type_code"].tolist() == [16, 11]
    np.testing.assert_array_equal(town.plan_utilisation["utilisation_value"], [40, np.nan])
    assert town.plan_zones["zone_code"].tolist() == ["310"]
    assert town.plan_zones["zone_group_code"].tolist() == ["fare"]
    assert town.plan_lines["line_code"].tolist() == ["1211"]
    exact = 30 * 40 + math.pi * 15**2 / 2
    lost = exact - town.plan_areas.area["a-5"]
    assert 0 < lost < 0.05
    noted = {n.layer: n.values["area"] for n in town.notes if n.code == "arcs_linearised"}
    assert float(noted["plan_areas"]) == pytest.approx(lost, abs=0.005)
    assert town.plan_zones.area.tolist() == pytest.approx([town.plan_areas.area["a-5"]], abs=1e-9)
    assert town.inputs["plan_areas"]["rows_read"] == 1


def test_utilisation_on_one_line_and_alone(tmp_path):
    town = read_municipality(plan_file(tmp_path, use="..UTNYTT 16 40 20"))
    assert town.plan_utilisation.iloc[0, 1:].tolist() == [16, 40, 20]
    town = read_municipality(plan_file(tmp_path, use="..UTNYTT\n...UTNTYP 17\n...UTNTALL 900"))
    assert town.plan_utilisation.iloc[0, 1:3].tolist() == [17, 900]


def test_the_coordinate_system_is_the_files(tmp_path):
    town = read_municipality(plan_file(tmp_path, system="25"))
    values = next(n.values for n in town.notes if n.code == "reprojected")
    assert values == {"source": "EPSG:25835", "target": "EPSG:25833"}
    with pytest.raises(InputError, match="unknown CRS 'KOORDSYS 101'"):
        read_municipality(plan_file(tmp_path, system="101"))


def test_an_area_whose_boundary_does_not_close_is_refused(tmp_path):
    config = plan_file(tmp_path)
    whole = (tmp_path / "plan.sos").read_text("utf-8")
    (tmp_path / "plan.sos").write_text(whole.replace("3000 0\n0 0 ...KP", "3000 0\n0 90 ...KP"))
    with pytest.raises(InputError, match=r"\[plan_areas\] SOSI: the boundary does not close.*a-5"):
        read_municipality(config)
    (tmp_path / "plan.sos").write_text(whole.replace("..REF :1 :2\n:3", "..REF :1 :2\n:9"))
    with pytest.raises(InputError, match=r"\[plan_areas\] SOSI: refers to :9"):
        read_municipality(config)


@pytest.mark.parametrize(
    ("text", "message"),
    [("", "no .HODE"), (".HODE\n..EIER X\n.SLUTT\n", "TRANSPAR"),
     (".HODE\n..TEGNSETT ND7\n..EIER \xe5\n", "ND7 is not known")],
)  # fmt: skip
def test_what_is_no_sosi_file_says_why(tmp_path, text, message):
    (tmp_path / "p.sos").write_bytes(text.encode("latin-1"))
    with pytest.raises(InputError, match=message):
        read_municipality(write_config(tmp_path, '[layers.plan_areas]\nsource = "p.sos"\n'))


def test_real_protected_areas_are_read_by_their_type(tmp_path):
    source = shared("sosi/naturvernomraade.sos")
    layers = f'[layers.heritage]\nsource = "{source}"\nlayer = "Naturvernområde"\n'
    town = read_municipality(write_config(tmp_path, layers))
    assert len(town.heritage) == town.inputs["heritage"]["rows_used"] == 17
    assert town.heritage["heritage_name"].notna().all()
    with pytest.raises(InputError, match="has 4 layers"):
        read_municipality(write_config(tmp_path, layers.split("layer =")[0]))


def test_as_plots(tmp_path):
    """A teig file of SOSI is read as plots: the layer is named by its object type."""
    whole = PLAN.format(declared="UTF-8", system="23", use="")
    text = whole.replace("..OBJTYPE RpArealformålOmråde", "..OBJTYPE Teig\n..MATRIKKELNUMMER 1/2")
    (tmp_path / "teig.sos").write_text(text, "utf-8")
    layers = '[layers.plots]\nsource = "teig.sos"\nlayer = "Teig"\n'
    town = read_municipality(write_config(tmp_path, layers))
    assert town.plots.index.tolist() == ["9999-1/2"]
    assert isinstance(town.plots, gpd.GeoDataFrame)


def test_text_in_latin_1_that_declares_nothing():
    assert decoded(".HODE\n..EIER Tromsø".encode("latin-1")) == (".HODE\n..EIER Tromsø", "")
