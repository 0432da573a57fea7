"""Names in the wild and values of every kind."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from boligplan_geo.read.findings import Findings
from boligplan_geo.read.matching import as_text, brought_to_kind, match_fields, to_kind


@pytest.mark.parametrize(
    ("layer", "theirs", "ours"),
    [
        ("plan_areas", "arealformål", "land_use_code"),
        ("plan_areas", "AREALFORMAAL", "land_use_code"),
        ("plan_areas", "KPAREALFORMAL", "land_use_code"),
        ("plan_areas", "reguleringsformål", "land_use_code"),
        ("plan_areas", "arealplanId.planidentifikasjon", "plan_id"),
        ("plan_areas", "identifikasjon.lokalId", "area_id"),
        ("plan_areas", "vertikalnivaa", "vertical_level_code"),
        ("plan_zones", "KPSTØY", "zone_code"),
        ("plan_zones", "kpbandlegging", "zone_code"),
        ("plan_zones", "hensynSonenavn", "zone_name"),
        ("plan_heights", "høydefraplanbestemmelse.regulerthøyde", "height_m"),
        ("plots", "gårdsnummer", "gnr"),
        ("plots", "gaardsnummer", "gnr"),
        ("plots", "MATRIKKELNUMMERTEKST", "property_text"),
        ("building_register", "byggeår", "built_year"),
        ("noise", "STOYSONEKATEGORI", "noise_zone_code"),
        ("projection", "Kjonn", "sex_code"),
    ],
)
def test_known_names_are_found(layer, theirs, ours):
    assert match_fields(layer, [theirs, "unrelated"], {})[0].get(ours) == theirs


def test_the_config_wins_over_what_is_found_and_a_missing_name_is_told():
    columns = ["bygningsnummer", "BYGG"]
    assert match_fields("buildings", columns, {"building_id": "BYGG"})[0]["building_id"] == "BYGG"
    matched, missing = match_fields("buildings", columns, {"building_id": "NR"})
    assert missing == [("building_id", "NR")]
    assert "building_id" not in matched


def test_codes_arrive_as_text_or_number():
    mixed = pd.Series(["1110", 1110, 1110.0, " 1110 ", None, ""], dtype=object)
    assert as_text(mixed).dropna().unique().tolist() == ["1110"]
    assert as_text(mixed).isna().tolist() == [False] * 4 + [True] * 2


def test_booleans_dates_and_numbers_as_norwegians_write_them():
    values, bad = to_kind(pd.Series(["ja", "N", 1, "0", True, None], dtype=object), "boolean")
    assert values.tolist() == [True, False, True, False, True, None]
    assert not bad.any()
    dates, bad = to_kind(
        pd.Series(["2020-02-03Z", "2020-02-03T10:11:12+01:00", "20200203", "3.2.2020", "i går"]),
        "date",
    )
    assert dates.dropna().dt.strftime("%Y-%m-%d").unique().tolist() == ["2020-02-03"]
    assert bad.tolist() == [False] * 4 + [True]
    periods, bad = to_kind(pd.Series(["1/1000", "5000", 100]), "number")
    assert periods.tolist() == [1000, 5000, 100]
    numbers, bad = to_kind(pd.Series(["12,5", "n/a", "inf"]), "number")
    assert bad.tolist() == [False, True, True]
    assert numbers[0] == 12.5


def test_a_part_of_a_number_is_no_integer():
    _, bad = to_kind(pd.Series([1.0, 1.5]), "integer")
    assert bad.tolist() == [False, True]


def bring(layer, frame, matched, values=None):
    findings = Findings()
    ids = pd.Series([f"r{i}" for i in range(len(frame))])
    return brought_to_kind(layer, frame, matched, values or {}, ids, findings), findings


def test_published_values_become_ours_and_unknown_ones_are_noted():
    frame = pd.DataFrame({"STOYSONEKATEGORI": ["R", "G", "gul", "lilla"]})
    table, findings = bring("noise", frame, {"noise_zone_code": "STOYSONEKATEGORI"})
    assert table["noise_zone_code"].tolist() == ["red", "yellow", "yellow", "lilla"]
    assert [(n.code, n.ids, n.values["value"]) for n in findings.notes] == [
        ("unknown_code", ("r3",), "lilla")
    ]


def test_values_of_the_config_map_theirs_to_ours():
    frame = pd.DataFrame({"h": [7, 9999]})
    table, _ = bring("buildings", frame, {"height_m": "h"}, {"height_m": {"9999": ""}})
    np.testing.assert_array_equal(table["height_m"], [7, np.nan])


def test_text_for_a_number_is_one_problem_with_count_and_ids():
    frame = pd.DataFrame({"bruksareal": ["80", "stor", "liten"]})
    _, findings = bring("dwelling_units", frame, {"bra_m2": "bruksareal"})
    (problem,) = findings.problems
    assert problem.ids == ("r1", "r2")
    assert "'stor'" in problem.message


def test_confidential_rows_are_counted_but_never_named():
    frame = pd.DataFrame({"bra": ["x"]})
    findings = Findings()
    findings.problem("municipal_homes", "no such building", "mend it", ids=["M17"])
    findings.note("without_plot", "municipal_homes", ["M17"])
    assert "M17" not in str(findings.problems[0]) + findings.notes[0].text("en")
    assert "1 rows" in str(findings.problems[0])
    assert len(frame) == 1
