"""SOSI Plan feature types, links and repeated utilisation."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from boligplan_geo.read.formats import gml
from boligplan_geo.read.plan_files import feature_type, plan_attributes, types_for
from boligplan_geo.read.utilisation import utilisation


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("KpArealformålOmråde", ("plan_areas", "kp2008", None)),
        ("kparealformalomrade", ("plan_areas", "kp2008", None)),
        ("KpArealbrukOmråde", ("plan_areas", "kp1985", None)),
        ("RpArealformålOmråde", ("plan_areas", "rp2008", None)),
        ("RbFormålOmråde", ("plan_areas", "rp1985", None)),
        ("KpBåndleggingSone", ("plan_zones", "kp2008", "bandlegging")),
        ("kpbandleggingsone", ("plan_zones", "kp2008", "bandlegging")),
        ("kpbandleggingsone_vn2", ("plan_zones", "kp2008", "bandlegging")),
        ("RpStøySone", ("plan_zones", "rp2008", "stoy")),
        ("KpDetaljeringSone", ("plan_zones", "kp2008", "detaljering")),
        ("KpBestemmelseOmråde", ("plan_zones", "kp2008", "bestemmelse")),
        ("KpRestriksjonOmråde", ("plan_zones", "kp1985", "restriksjon")),
        ("RpJuridiskLinje", ("plan_lines", "rp2008", None)),
        ("KpRegulertHøyde", ("plan_heights", "kp2008", None)),
        ("KpOmråde", ("plans", None, None)),
        ("RpFormålGrense", None),
        ("KpPåskrift", None),
        ("buildings", None),
    ],
)
def test_feature_types(name, expected):
    assert feature_type(name) == expected


def test_every_zone_type_of_a_file_is_found():
    names = ["KpOmråde", "KpFareSone", "KpGrense", "KpSikringSone", "KpBestemmelseOmråde"]
    assert types_for("plan_zones", names) == ["KpFareSone", "KpSikringSone", "KpBestemmelseOmråde"]


GML = """<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2"
 xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:app="x">
<gml:featureMember><app:Arealplan gml:id="p"><app:nasjonalArealplanId><app:NasjonalArealplanId>
 <app:planidentifikasjon>R7</app:planidentifikasjon></app:NasjonalArealplanId>
 </app:nasjonalArealplanId><app:plantype>35</app:plantype></app:Arealplan></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="o"><app:vertikalnivå>2</app:vertikalnivå>
 <app:arealplan xlink:href="#p"/></app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="a">
 <app:område><gml:Polygon><gml:exterior><gml:Ring><gml:Arc/></gml:Ring></gml:exterior>
 </gml:Polygon></app:område>
 <app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype>
 <app:utnyttingstall>40</app:utnyttingstall></app:RpUtnytting></app:utnytting>
 <app:utnytting><app:RpUtnytting><app:utnyttingstype>17</app:utnyttingstype>
 <app:utnyttingstall>900</app:utnyttingstall>
 <app:utnyttingstall_minimum>500</app:utnyttingstall_minimum></app:RpUtnytting></app:utnytting>
 <app:planområde xlink:href="#o"/></app:RpArealformålOmråde></gml:featureMember>
</gml:FeatureCollection>""".encode()


def test_links_lead_from_an_area_to_its_plan():
    found = gml.feature_types(GML)
    plans = plan_attributes(found.attributes)
    assert plans.loc["o", ["plan_id", "vertical_level", "plantype"]].tolist() == ["R7", "2", "35"]


def test_repeated_utilisation_keeps_figure_and_minimum_together():
    table = gml.feature_types(GML).attributes["RpArealformålOmråde"]
    rows = utilisation(table, pd.Series(["A1"]))
    expected = [["A1", 16, 40.0, np.nan], ["A1", 17, 900.0, 500.0]]
    np.testing.assert_array_equal(
        rows.to_numpy(object)[:, 1:].astype(float), np.array([r[1:] for r in expected], dtype=float)
    )
    assert rows["utilisation_type_code"].dtype == "int64"


def test_utilisation_absent_single_list_and_zero():
    one = {"utnyttingstype": "16", "utnyttingstall": "30"}
    several = [{"Utnytting": {"utnyttingstype": "10"}}, {"Utnytting": one}]
    table = pd.DataFrame(
        {
            "utnytting": [
                None,
                one,
                json.dumps(several),
                [{"utnyttingstype": "17", "utnyttingstall": "0"}],
            ]
        }
    )
    rows = utilisation(table, pd.Series(["A", "B", "C", "D"]))
    assert rows["area_id"].tolist() == ["B", "C", "C", "D"]
    assert rows["utilisation_type_code"].tolist() == [16, 10, 16, 17]
    np.testing.assert_array_equal(rows["utilisation_value"], [30, np.nan, 30, np.nan])


def test_parallel_lists_where_types_10_and_11_have_no_figure():
    table = pd.DataFrame({"utnyttingstype": [[11, 16], "18"], "utnyttingstall": [[35], "80"]})
    rows = utilisation(table, pd.Series(["A", "B"]))
    assert rows["utilisation_type_code"].tolist() == [11, 16, 18]
    np.testing.assert_array_equal(rows["utilisation_value"], [np.nan, 35, 80])
