"""GML against a second reading of the XML that shares nothing with the first, and the rules."""

from __future__ import annotations

import math
import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import geopandas as gpd
import numpy as np
import pytest
import shapely
from reading import SHARED, rectangle, shared, write_config

from boligplan_geo.errors import InputError
from boligplan_geo.read import read_municipality
from boligplan_geo.read.formats import gml
from boligplan_geo.read.formats.vectors import vector_layer
from boligplan_geo.read.plan_files import PLAN_LAYERS

FILES = sorted(p.name for p in (SHARED / "dibk_plan_gml").glob("*.gml"))
LAYER_OF = {
    "RpOmråde": "plans", "RpArealformålOmråde": "plan_areas", "RpBestemmelseOmråde": "plan_zones",
    "RpRegulertHøyde": "plan_heights",
}  # fmt: skip


# --- the oracle: xml.etree and school geometry only ----------------------------------------


def tag(element) -> str:
    return element.tag.split("}")[1]


def below(element, name):
    return [e for e in element.iter() if tag(e) == name]


def text(element, name):
    found = below(element, name)
    return found[0].text.strip() if found else None


def points(element):
    numbers = [
        float(n) for e in element.iter() if tag(e) in ("pos", "posList") for n in e.text.split()
    ]
    assert len(numbers) % 2 == 0
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def shoelace(ring):
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2


def arc_segment(a, b, c):
    """Signed area between the arc a-b-c and its chord a-c: Heron's circumradius and the angle."""
    ab, bc, ca = math.dist(a, b), math.dist(b, c), math.dist(c, a)
    twice = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    radius = ab * bc * ca / (2 * abs(twice))
    # inscribed angle at b faces the rest of the circle
    at_b = math.acos((ab**2 + bc**2 - ca**2) / (2 * ab * bc))
    sweep = 2 * math.pi - 2 * at_b
    return math.copysign(radius**2 / 2 * (sweep - math.sin(sweep)), twice)


def ring_area(ring):
    """Exact area of a ring of straight and curved pieces; corners are the pieces' ends."""
    corners, bulges = [], 0.0
    pieces = below(ring, "Arc") + below(ring, "LineStringSegment")
    if not pieces:
        return abs(shoelace(points(ring)[:-1]))
    for piece in [e for e in ring.iter() if tag(e) in ("Arc", "LineStringSegment", "LineString")]:
        found = points(piece)
        if tag(piece) == "Arc":
            bulges += arc_segment(*found)
            found = [found[0], found[2]]
        corners += found[:-1]
    return abs(shoelace(corners) + bulges)


def read_by_hand(path: Path):
    """Per feature type: rows of id, purpose, utilisation and area, as the XML has them."""
    result = {}
    for member in ElementTree.parse(path).getroot():
        if tag(member) != "featureMember":
            continue
        feature = member[0]
        uses = sorted(
            (int(text(u, "utnyttingstype")), float(text(u, "utnyttingstall") or "nan"),
             float(text(u, "utnyttingstall_minimum") or "nan"))
            for u in below(feature, "Utnytting")
        )  # fmt: skip
        area = sum(
            ring_area(ring) * (1 if tag(boundary) == "exterior" else -1)
            for boundary in feature.iter()
            if tag(boundary) in ("exterior", "interior") and not below(feature, "Triangle")
            for ring in boundary
        )
        row = (text(feature, "lokalId"), text(feature, "arealformål"), uses, area)
        result.setdefault(tag(feature), []).append(row)
    return result


# --- a municipality around a plan file -------------------------------------------------------


def around(folder: Path, source: Path | str, layers=PLAN_LAYERS, crs=25832) -> Path:
    square = gpd.GeoDataFrame(
        {"teigid": ["1"], "gardsnummer": [1], "bruksnummer": [2]},
        geometry=[shapely.box(484_800, 6_476_800, 485_200, 6_477_400)],
        crs=crs,
    )
    square.to_file(folder / "t.gpkg")
    lines = 'name = "x"\nmunicipality_number = "4203"\n[layers.plots]\nsource = "t.gpkg"\n'
    lines += "".join(f'[layers.{layer}]\nsource = "{source}"\n' for layer in layers)
    (folder / "k.toml").write_text(lines, "utf-8")
    return folder / "k.toml"


@pytest.mark.parametrize("name", [n for n in FILES if "pass" in n] or ["absent"])
def test_passing_files_read_to_what_the_xml_says(tmp_path, name):
    source = shared(f"dibk_plan_gml/{name}")
    town = read_municipality(around(tmp_path, source))
    expected = read_by_hand(source)
    for kind, layer in LAYER_OF.items():
        rows, table = expected.get(kind, []), getattr(town, layer)
        account = town.inputs[layer]
        assert len(table) == len(rows) == account["rows_read"] == account["rows_used"]
        if layer in ("plan_areas", "plan_zones") and rows:
            assert sorted(table.index) == sorted(row[0] for row in rows)
        if layer not in ("plan_heights",) and rows:
            # arcs are drawn within a millimetre, and the note says what that costs
            noted = [float(n.values["area"]) for n in town.notes if n.code == "arcs_linearised"
                     and n.layer == layer]  # fmt: skip
            lost = abs(table.area.sum() - sum(row[3] for row in rows))
            assert lost <= sum(noted) + 0.006
    areas, utilisation = expected.get("RpArealformålOmråde", []), town.plan_utilisation
    for identity, purpose, uses, area in areas:
        assert town.plan_areas.loc[identity, "land_use_code"] == purpose
        assert town.plan_areas.area[identity] == pytest.approx(area, abs=1e-9)
        ours = utilisation[utilisation["area_id"] == identity].drop(columns="area_id")
        assert sorted(map(tuple, ours.to_numpy())) == uses


def test_the_oracle_knows_a_half_circle():
    assert arc_segment((1, 0), (0, 1), (-1, 0)) == pytest.approx(math.pi / 2)
    assert arc_segment((1, 0), (0, -1), (-1, 0)) == pytest.approx(-math.pi / 2)
    assert arc_segment((1, 0), (0.6, -0.8), (0, 1)) == pytest.approx(-(math.pi * 3 / 4 + 0.5))


#: What each faulty file is for: refused in a layer, or read with notes.
REFUSED = {
    "gml.epsg.1-fail.gml": {("plans", "gml.epsg.1")},
    "gml.flate.1-fail.gml": {("plans", "gml.flate.1"), ("plan_zones", "gml.flate.1")},
    "gml.kurve.1-fail.gml": {("plans", "gml.flate.1"), ("plan_heights", "gml.kurve.1")},
}


@pytest.mark.parametrize("name", [n for n in FILES if "fail" in n] or ["absent"])
def test_failing_files_are_read_with_a_note_or_refused_by_rule(tmp_path, name):
    source = shared(f"dibk_plan_gml/{name}")
    rule = re.match(r"gml\.[a-z]+\.\d", name).group()
    config = around(tmp_path, source)
    if name in REFUSED:
        with pytest.raises(InputError) as caught:
            read_municipality(config)
        found = {(p.layer, p.message.split(":")[0]) for p in caught.value.problems}
        assert found == REFUSED[name]
        assert all("mend" in p.remedy and p.ids for p in caught.value.problems)
        return
    town = read_municipality(config)
    assert rule.replace(".", "_") in {n.code for n in town.notes}
    expected = Counter({k: len(v) for k, v in read_by_hand(source).items() if k in LAYER_OF})
    assert {k: len(getattr(town, layer)) for k, layer in LAYER_OF.items()} == {
        k: expected[k] for k in LAYER_OF
    }
    for note in town.notes:
        assert note.text("nb") != note.text("en")


def test_a_layer_without_the_faulty_features_is_read(tmp_path):
    source = shared("dibk_plan_gml/gml.flate.1-fail.gml")
    town = read_municipality(around(tmp_path, source, ["plan_areas"]))
    assert len(town.plan_areas) == 3
    # features of no layer of ours are told of, once
    told = [n for n in town.notes if n.code == "gml_flate_1"]
    assert [n.ids for n in told] == [("RpHandlingOmråde _12a3a62d-af54-4187-8213-7ed2c6453b2e",)]


# --- files made for a rule --------------------------------------------------------------------

XY = (485_000, 6_477_000)


def plan(features: str, envelope: str = "http://www.opengis.net/def/crs/EPSG/0/25832") -> str:
    srs = f'srsName="{envelope}"' if envelope else ""
    return f"""<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2"
 xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:app="x"><gml:boundedBy><gml:Envelope {srs}>
 <gml:lowerCorner>0 0</gml:lowerCorner></gml:Envelope></gml:boundedBy>
 {"".join(f"<gml:featureMember>{f}</gml:featureMember>" for f in re.split("~", features))}
 </gml:FeatureCollection>"""


def extent(identity: str, plan_id: str) -> str:
    return (
        f'<app:RpOmråde gml:id="{identity}"><app:arealplanId><app:NasjonalArealplanId>'
        f"<app:planidentifikasjon>{plan_id}</app:planidentifikasjon></app:NasjonalArealplanId>"
        "</app:arealplanId></app:RpOmråde>"
    )


def area(identity: str, shape: str, link: str = "") -> str:
    linked = f'<app:planområde xlink:href="#{link}"/>' if link else ""
    return (
        f'<app:RpArealformålOmråde gml:id="{identity}"><app:område>{shape}</app:område>'
        f"<app:arealformål>1110</app:arealformål>{linked}</app:RpArealformålOmråde>"
    )


def polygon(ring: str, srs: str = "") -> str:
    named = f' srsName="{srs}"' if srs else ""
    return f"<gml:Polygon{named}><gml:exterior>{ring}</gml:exterior></gml:Polygon>"


def ring(*corners: tuple[float, float]) -> str:
    moved = " ".join(f"{XY[0] + x} {XY[1] + y}" for x, y in corners)
    return f"<gml:LinearRing><gml:posList>{moved}</gml:posList></gml:LinearRing>"


SQUARE = ring((0, 0), (20, 0), (20, 20), (0, 20), (0, 0))


def read(folder: Path, document: str, layers=("plans", "plan_areas"), crs=25832):
    (folder / "p.gml").write_text(document, "utf-8")
    return read_municipality(around(folder, "p.gml", layers, crs))


def test_a_dead_link_is_harmless_in_a_file_of_one_plan_and_refused_of_several(tmp_path):
    one = f"{extent('o', 'P1')}~{area('a', polygon(SQUARE), 'gone')}"
    town = read(tmp_path, plan(one))
    assert town.plan_areas["plan_id"].tolist() == ["P1"]
    assert "gml_xlink_1" in {n.code for n in town.notes}
    with pytest.raises(InputError, match=r"gml\.xlink\.1.*plan"):
        read(tmp_path, plan(f"{extent('o2', 'P2')}~{one}"))


def test_two_plans_of_one_id_are_refused(tmp_path):
    features = f"{extent('o', 'P1')}~{extent('o', 'P2')}~{area('a', polygon(SQUARE), 'o')}"
    with pytest.raises(InputError, match=r"gml\.gmlid\.1"):
        read(tmp_path, plan(features))


def test_a_ring_in_doubt_is_refused_and_a_sliver_is_not(tmp_path):
    eight = ring((0, 0), (20, 20), (20, 0), (0, 20), (0, 0))
    with pytest.raises(InputError, match=r"gml\.flate\.2.*a"):
        read(tmp_path, plan(area("a", polygon(eight))))
    hook = ring((0, 0), (20, 0), (20, 20), (21, 21), (20, 19), (0, 20), (0, 0))
    town = read(tmp_path, plan(area("a", polygon(hook))))
    assert "gml_flate_2" in {n.code for n in town.notes}
    assert town.plan_areas.area.sum() == pytest.approx(400, abs=15)


@pytest.mark.parametrize(
    "broken",
    [ring((0, 0), (20, 0), (20, 20), (0, 20)), ring((0, 0), (20, 0), (0, 0)),
     "<gml:LinearRing><gml:posList>0 0 1 o 1 1 0 0</gml:posList></gml:LinearRing>"],
)  # fmt: skip
def test_rings_that_are_not_whole_are_refused(tmp_path, broken):
    with pytest.raises(InputError, match=r"\[plan_areas\] gml\.flate\.1"):
        read(tmp_path, plan(area("a", polygon(broken))))


def test_no_crs_is_refused_unless_the_config_gives_it(tmp_path):
    document = plan(area("a", polygon(SQUARE)), envelope="")
    with pytest.raises(InputError, match=r"\[plan_areas\] no CRS"):
        read(tmp_path, document, ["plan_areas"])
    config = around(tmp_path, "p.gml", ["plan_areas"])
    config.write_text(config.read_text("utf-8") + 'crs = "EPSG:25832"\n', "utf-8")
    town = read_municipality(config)
    assert town.plan_areas.area.tolist() == pytest.approx([400])
    assert "gml_epsg_1" in {n.code for n in town.notes}


@pytest.mark.parametrize(
    ("srs", "is_north_first"),
    [
        ("urn:ogc:def:crs:EPSG::25832", False),
        ("http://www.opengis.net/def/crs/EPSG/0/25832", False),
        ("EPSG:25832", False),
        ("urn:ogc:def:crs:EPSG::3044", True),  # northing first by the register
        ("urn:ogc:def:crs:EPSG::4258", True),
        ("http://www.opengis.net/gml/srs/epsg.xml#4258", True),
        ("EPSG:4258", False),  # as everybody writes the short form
    ],
)
def test_axis_order_follows_the_name_of_the_crs(tmp_path, srs, is_north_first):
    corners = np.array([(0, 0), (20, 0), (20, 20), (0, 20), (0, 0)]) + XY
    if "4258" in srs:
        frame = gpd.GeoSeries(gpd.points_from_xy(*corners.T), crs=25832).to_crs(4258)
        corners = np.column_stack([frame.x, frame.y])
    if is_north_first:
        corners = corners[:, ::-1]
    numbers = " ".join(f"{a:.10f} {b:.10f}" for a, b in corners)
    shape = polygon(f"<gml:LinearRing><gml:posList>{numbers}</gml:posList></gml:LinearRing>", srs)
    town = read(tmp_path, plan(area("a", shape), envelope=""), ["plan_areas"])
    assert town.crs == "EPSG:25832"
    assert town.plan_areas.total_bounds == pytest.approx(
        [XY[0], XY[1], XY[0] + 20, XY[1] + 20], abs=0.01
    )


def test_heights_of_3d_are_read_past(tmp_path):
    numbers = " ".join(f"{XY[0] + x} {XY[1] + y} 7.5" for x, y in [(0, 0), (9, 0), (9, 4), (0, 0)])
    shape = polygon(
        f'<gml:LinearRing><gml:posList srsDimension="3">{numbers}</gml:posList></gml:LinearRing>',
        "http://www.opengis.net/def/crs/EPSG/0/5972",
    )
    town = read(tmp_path, plan(area("a", shape), envelope=""), ["plan_areas"])
    assert town.plan_areas.area.tolist() == pytest.approx([18])
    assert not town.plan_areas.has_z.any()


def test_areas_that_share_an_arc_meet_and_the_note_says_what_straight_lines_cost(tmp_path):
    def curve(name: str, numbers: list[tuple[float, float]]) -> str:
        moved = " ".join(f"{XY[0] + x} {XY[1] + y}" for x, y in numbers)
        return f"<gml:{name}><gml:posList>{moved}</gml:posList></gml:{name}>"

    def curved(*segments: str) -> str:
        inner = "".join(segments)
        return (
            "<gml:Ring><gml:curveMember><gml:Curve><gml:segments>"
            f"{inner}</gml:segments></gml:Curve></gml:curveMember></gml:Ring>"
        )

    half = polygon(
        curved(
            curve("Arc", [(30, 0), (15, 15), (0, 0)]), curve("LineStringSegment", [(0, 0), (30, 0)])
        )
    )
    around_it = polygon(
        curved(
            curve("Arc", [(0, 0), (15, 15), (30, 0)]),
            curve("LineStringSegment", [(30, 0), (40, 0), (40, 40), (-10, 40), (-10, 0), (0, 0)]),
        )
    )
    town = read(tmp_path, plan(f"{area('a', half)}~{area('b', around_it)}"), ["plan_areas"])
    exact = math.pi * 15**2 / 2
    lost = exact - town.plan_areas.area["a"]
    assert 0 < lost < 0.001 * math.pi * 15
    assert town.plan_areas.area.sum() == pytest.approx(50 * 40, abs=1e-9)
    assert town.plan_areas.union_all().area == pytest.approx(50 * 40, abs=1e-9)
    (note,) = [n for n in town.notes if n.code == "arcs_linearised"]
    # the arc is drawn once for each of the two areas
    assert float(note.values["area"]) == pytest.approx(2 * lost, abs=0.005)


def test_a_boundary_that_two_areas_point_at_is_drawn_in_both(tmp_path):
    def line(identity: str, *corners) -> str:
        moved = " ".join(f"{XY[0] + x} {XY[1] + y}" for x, y in corners)
        return (
            f'<gml:LineString gml:id="{identity}"><gml:posList>{moved}</gml:posList>'
            "</gml:LineString>"
        )

    members = (
        "<gml:Ring><gml:curveMember>{own}</gml:curveMember>"
        '<gml:curveMember xlink:href="#{shared}"/></gml:Ring>'
    )
    first = members.format(own=line("l", (10, 10), (0, 10), (0, 0), (10, 0)), shared="s")
    second = (
        "<gml:Ring><gml:curveMember>"
        + line("r", (10, 0), (20, 0), (20, 10), (10, 10))
        + '</gml:curveMember><gml:curveMember><gml:OrientableCurve orientation="-">'
        '<gml:baseCurve xlink:href="#s"/></gml:OrientableCurve></gml:curveMember></gml:Ring>'
    )
    between = line("s", (10, 0), (10, 10))
    grense = f'<app:RpGrense gml:id="g"><app:grense>{between}</app:grense></app:RpGrense>'
    features = f"{area('a', polygon(first))}~{area('b', polygon(second))}~{grense}"
    town = read(tmp_path, plan(features), ["plan_areas"])
    assert town.plan_areas.area.to_dict() == pytest.approx({"a": 100, "b": 100})
    lost = features.replace('gml:id="s"', 'gml:id="t"')
    with pytest.raises(InputError, match=r"gml\.xlink\.1"):
        read(tmp_path, plan(lost), ["plan_areas"])


KP = """<app:KpOmråde gml:id="k"><app:arealplanId><app:NasjonalArealplanId>
 <app:kommunenummer>301</app:kommunenummer><app:planidentifikasjon>KPA-1</app:planidentifikasjon>
 </app:NasjonalArealplanId></app:arealplanId><app:plantype>20</app:plantype>
 <app:planstatus>3</app:planstatus><app:ikrafttredelsesdato>2017-03-29Z</app:ikrafttredelsesdato>
 </app:KpOmråde>~<app:KpArealformålOmråde gml:id="ka"><app:identifikasjon><app:Identifikasjon>
 <app:lokalId>a1</app:lokalId></app:Identifikasjon></app:identifikasjon>
 <app:område>{shape}</app:område><app:arealplanId><app:NasjonalArealplanId>
 <app:kommunenummer>301</app:kommunenummer><app:planidentifikasjon>KPA-1</app:planidentifikasjon>
 </app:NasjonalArealplanId></app:arealplanId><app:arealformål>1110</app:arealformål>
 <app:arealbruksstatus>2</app:arealbruksstatus><app:områdenavn>B1</app:områdenavn>
 <app:utnytting><app:KpUtnytting><app:utnyttingstype>16</app:utnyttingstype>
 <app:utnyttingstall>30</app:utnyttingstall></app:KpUtnytting></app:utnytting>
 <app:utnytting><app:KpUtnytting><app:utnyttingstype>17</app:utnyttingstype>
 <app:utnyttingstall>900</app:utnyttingstall></app:KpUtnytting></app:utnytting>
 </app:KpArealformålOmråde>~<app:KpStøySone gml:id="ks"><app:område>{shape}</app:område>
 <app:støy>220</app:støy><app:hensynSonenavn>H220_1</app:hensynSonenavn></app:KpStøySone>"""


def test_kommuneplan_of_the_2019_schema(tmp_path):
    document = plan(KP.format(shape=polygon(SQUARE)))
    town = read(tmp_path, document, ["plans", "plan_areas", "plan_zones"])
    assert town.plans.loc["KPA-1", "plan_status_code"] == 3
    assert str(town.plans.loc["KPA-1", "in_force_date"].date()) == "2017-03-29"
    (row,) = town.plan_areas.reset_index().to_dict("records")
    wanted = {"area_id": "a1", "plan_id": "KPA-1", "regime_code": "kp2008", "zone_name": "B1",
              "land_use_code": "1110", "land_use_status_code": 2}  # fmt: skip
    assert {k: row[k] for k in wanted} == wanted
    assert town.plan_utilisation["utilisation_type_code"].tolist() == [16, 17]
    assert town.plan_utilisation["utilisation_value"].tolist() == [30, 900]
    assert town.plan_zones["zone_code"].tolist() == ["220"]
    assert town.plan_zones["zone_name"].tolist() == ["H220_1"]


RP = """<app:RpOmråde gml:id="o"><app:arealplanId><app:NasjonalArealplanId>
 <app:kommunenummer>5501</app:kommunenummer><app:planidentifikasjon>1723</app:planidentifikasjon>
 </app:NasjonalArealplanId></app:arealplanId><app:vertikalnivå>2</app:vertikalnivå>
 <app:plantype>35</app:plantype><app:planstatus>3</app:planstatus><app:lovreferanse>6</app:lovreferanse>
 <app:vedtakEndeligPlanDato>2010-05-31T22:00:00Z</app:vedtakEndeligPlanDato></app:RpOmråde>
 ~<app:RpArealformålOmråde gml:id="ra"><app:område>{shape}</app:område>
 <app:vertikalnivå>2</app:vertikalnivå><app:arealplanId><app:NasjonalArealplanId>
 <app:planidentifikasjon>1723</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
 <app:arealformål>1112</app:arealformål><app:feltbetegnelse>BKS1</app:feltbetegnelse>
 <app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype>
 <app:utnyttingstall>60</app:utnyttingstall></app:RpUtnytting></app:utnytting>
 <app:uteoppholdsareal>50</app:uteoppholdsareal></app:RpArealformålOmråde>
 ~<app:RbFormålOmråde gml:id="rb"><app:område>{shape}</app:område>
 <app:vertikalnivå>1</app:vertikalnivå><app:arealplanId><app:NasjonalArealplanId>
 <app:planidentifikasjon>88</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
 <app:reguleringsformål>110</app:reguleringsformål></app:RbFormålOmråde>
 ~<app:RpRegulertHøyde gml:id="rh"><app:senterlinje><gml:LineString>
 <gml:posList>{line}</gml:posList></gml:LineString></app:senterlinje>
 <app:høydeFraPlanbestemmelse><app:HøydeFraPlanbestemmelse>
 <app:regulerthøyde>9.5</app:regulerthøyde><app:typeHøyde>GH</app:typeHøyde>
 </app:HøydeFraPlanbestemmelse></app:høydeFraPlanbestemmelse></app:RpRegulertHøyde>"""


def test_reguleringsplan_of_the_2019_schema_with_both_laws(tmp_path):
    line = f"{XY[0]} {XY[1]} {XY[0] + 9} {XY[1]}"
    document = plan(RP.format(shape=polygon(SQUARE), line=line), "urn:ogc:def:crs:EPSG::25832")
    town = read(tmp_path, document, ["plans", "plan_areas", "plan_heights"])
    assert str(town.plans.loc["1723", "adopted_date"].date()) == "2010-06-01"
    areas = town.plan_areas.sort_index()
    assert areas["plan_id"].tolist() == ["1723", "88"]
    assert areas["regime_code"].tolist() == ["rp2008", "rp1985"]
    assert areas["land_use_code"].tolist() == ["1112", "110"]
    assert areas["vertical_level_code"].tolist() == [2, 1]
    assert areas["zone_name"].tolist()[0] == "BKS1"
    assert areas["outdoor_m2"].tolist()[0] == 50
    assert town.plan_utilisation.iloc[:, 1:3].to_numpy().tolist() == [[18, 60]]
    assert town.plan_heights[["height_m", "height_type_code"]].to_numpy().tolist() == [[9.5, "GH"]]


def test_a_kind_of_shape_that_is_not_read_is_told(tmp_path):
    solid = area("a", "<gml:Solid><gml:exterior/></gml:Solid>")
    with pytest.raises(InputError, match="Solid is a kind of geometry that is not read"):
        read(tmp_path, plan(solid), ["plan_areas"])


def test_buildings_that_cannot_be_read_are_left_out_with_a_note(tmp_path):
    def building(identity: str, shape: str) -> str:
        return f'<app:Bygning gml:id="{identity}"><app:område>{shape}</app:område></app:Bygning>'

    whole, broken = polygon(SQUARE), polygon(ring((0, 0), (20, 0), (20, 20)))
    (tmp_path / "b.gml").write_text(
        plan(f"{building('1', whole)}~{building('2', broken)}", "EPSG:25832"), "utf-8"
    )
    town = read_municipality(around(tmp_path, "b.gml", ["buildings"]))
    assert town.buildings.index.tolist() == ["1"]
    account = town.inputs["buildings"]
    assert (account["rows_read"], account["rows_used"]) == (2, 1)
    assert [n.ids for n in town.notes if n.code == "gml_flate_1"] == [("2",)]


def test_gdals_own_gml_reads_as_gdal_wrote_it(tmp_path):
    shapes = [rectangle(0, 0, 10, 10), shapely.MultiPolygon([rectangle(20, 0, 30, 5)])]
    frame = gpd.GeoDataFrame({"bygningsnummer": ["1", "2"]}, geometry=shapes, crs=25833)
    frame.to_file(tmp_path / "b.gml", driver="GML")
    town = read_municipality(write_config(tmp_path, '[layers.buildings]\nsource = "b.gml"\n'))
    assert town.buildings.area.to_dict() == pytest.approx({"1": 100, "2": 50})


def test_shapes_are_those_that_gdal_reads(tmp_path):
    """Straight shapes of every kind, written by GDAL and read by both."""
    generator = np.random.default_rng(4)
    corners = generator.uniform(0, 1000, (40, 2))
    boxes = [rectangle(x, y, x + 30, y + 20) for x, y in corners]
    holed = shapely.difference(boxes[0], shapely.buffer(boxes[0].centroid, 3))
    shapes = [holed, shapely.MultiPolygon([boxes[1], shapely.affinity.translate(boxes[1], 99)])]
    frame = gpd.GeoDataFrame(
        {"id": range(len(shapes) + 38)}, geometry=[*shapes, *boxes[2:]], crs=25833
    )
    for suffix in ("FORMAT=GML2", "FORMAT=GML3", "FORMAT=GML3.2"):
        path = tmp_path / f"{suffix[-1]}.gml"
        frame.to_file(path, driver="GML", layer="b", **{"FORMAT": suffix[7:]})
        (kind,) = gml.feature_types(path.read_bytes()).drawn
        ours = [shape.geometry for shape in gml.feature_types(path.read_bytes()).drawn[kind]]
        theirs = vector_layer(str(path), "b").geometry
        same = shapely.equals_exact(shapely.normalize(ours), shapely.normalize(theirs), 1e-6)
        assert same.all()
