"""The checker of provisions: everything wrong or doubtful at once, with row, clause and remedy."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import two_parcels, write_config

import boligplan_geo as bg
from boligplan_geo.errors import texts
from boligplan_geo.read.quality import data_quality
from boligplan_geo.rules.plan_checks import check_plans
from boligplan_geo.rules.provision_checks import check_provisions
from boligplan_geo.rules.provisions import as_read, known_parameters
from boligplan_geo.sample.toy import toy_town

GOOD = {
    "plan_id": "R1", "clause_id": "§ 1", "text": "…", "parameter_code": "storeys_max",
    "value_min": None, "value_max": 3, "unit": "count", "basis_code": "plot",
}  # fmt: skip


def table(*rows):
    return pd.DataFrame([{**GOOD, **row} for row in rows], dtype=object)


def problem(**row):
    """The one problem of a row among good ones."""
    found = check_provisions(table({}, row, {"clause_id": "§ 3", "zone_name": "B9"}))
    assert len(found.problems) == 1, found.text("en")
    return found.problems[0]


def codes(*rows, **layers):
    found = check_provisions(table(*rows), **layers)
    assert not found.problems
    return {note.code.removeprefix("provision_"): note for note in found.notes}


def test_good_provisions_have_no_findings():
    found = check_provisions(table({}))
    assert (found.problems, found.notes, found.text()) == ((), (), "")


class TestErrors:
    """What cannot be read; each names its rows, and says what to do."""

    @pytest.mark.parametrize(
        ("row", "column", "message", "remedy"),
        [
            ({"parameter_code": "storey_max"}, "parameter_code",
             "unknown parameter 'storey_max'", "did you mean 'storeys_max'?"),
            ({"parameter_code": "utilisation_99"}, "parameter_code",
             "unknown parameter 'utilisation_99'", "did you mean"),
            ({"parameter_code": "qq"}, "parameter_code",
             "unknown parameter 'qq'", "see the list in docs/provisions.md"),
            ({"parameter_code": ""}, "parameter_code", "a figure without a type",
             "utilisation_16"),
            ({"parameter_code": None}, "parameter_code", "a figure without a type",
             "say what the figure is"),
            ({"plan_id": ""}, "plan_id", "empty", "the plan's id"),
            ({"clause_id": None}, "clause_id", "empty", "write the paragraph"),
            ({"value_max": "inntil 3"}, "value_max", "number expected, found 'inntil 3'",
             "the number alone"),
            ({"value_max": 3, "value_min": "to"}, "value_min", "found 'to'", "the number alone"),
            ({"value_max": -3}, "", "negative figure", "leave the cell empty"),
            ({"value_max": None}, "value_max", "no figure", "value_min, value_max or both"),
            ({"unit": "m2"}, "unit", "storeys_max is in count, not m2", "the unit"),
            ({"unit": "alen"}, "unit", "not alen", "the unit"),
            ({"basis_code": "eiendom"}, "basis_code", "unknown word 'eiendom'", "plot or field"),
            ({"status_code": "snart"}, "status_code", "unknown word 'snart'",
             "open or fulfilled"),
            ({"valid_from": "i fjor"}, "valid_from", "date expected, found 'i fjor'",
             "2024-06-30"),
            ({"valid_from": "2024-02-01", "valid_until": "2024-01-01"}, "",
             "ends before it begins", "before valid_from"),
            ({"zone_code": "#1", "zone_share_min": 50}, "zone_share_min", "not a share",
             "at most 1"),
        ],
    )  # fmt: skip
    def test_is_named_with_its_row_clause_and_remedy(self, row, column, message, remedy):
        found = problem(zone_name="B2", **{"clause_id": "§ 2", **row})
        assert message in found.message
        assert remedy in found.remedy
        assert found.column == column
        assert found.layer == "provisions"
        clause = "§ 2" if "clause_id" not in row else ""
        assert list(found.ids) == [f"row 2 {clause}".strip()]

    def test_all_are_said_at_once(self):
        found = check_provisions(
            table(
                {"parameter_code": "storey_max"},
                {"value_max": "to", "zone_name": "B1"},
                {"unit": "m2", "zone_name": "B2"},
                {"parameter_code": "storey_max", "zone_name": "B3"},
                {"clause_id": "", "zone_name": "B4"},
            )
        )
        assert len(found.problems) == 4
        unknown = next(p for p in found.problems if "unknown" in p.message)
        assert list(unknown.ids) == ["row 1 § 1", "row 4 § 1"]
        assert len(found.text("en").splitlines()) >= 4

    def test_columns_that_are_missing(self):
        found = check_provisions(pd.DataFrame({"plan_id": ["R1"], "value_max": [3]}))
        assert found.problems[0].message == "no column clause_id, parameter_code"

    def test_rows_with_ids_are_named_by_them(self):
        own = table({"parameter_code": "x"}).set_axis(["B017"]).rename_axis("provision_id")
        assert list(check_provisions(own).problems[0].ids) == ["B017 § 1"]

    def test_decimal_commas_are_numbers(self):
        assert not check_provisions(table({"value_max": "3,5"})).problems

    def test_a_ban_needs_no_figure_and_an_elevation_may_be_below_the_sea(self):
        ban = {"parameter_code": "utilisation_10", "value_max": None, "unit": ""}
        low = {"parameter_code": "eaves_kote_max_m", "value_max": -2, "unit": "m"}
        assert not check_provisions(table(ban, low)).problems


CELLS = {
    "plan_id": ["R1", "KPA", "", None],
    "clause_id": ["§ 1", "§ 2", ""],
    "text": ["…", ""],
    "parameter_code": ["storeys_max", "utilisation_16", "utilisation_17", "utilisation_10",
                       "housing_share", "plan_required", "prevails", "storeys", "", None],
    "value_min": [None, 0, 0.3, 2, "3,5", "to", -1],
    "value_max": [None, 0, 0.3, 40, 1e9, "", "inntil 3", float("inf")],
    "unit": ["", "%", "m2", "daa", "count", "share", "alen", None],
    "basis_code": ["plot", "field", "", None, "alt"],
    "zone_share_min": [None, 0.5, 2, "halve"],
    "status_code": ["", "open", "fulfilled", "nei"],
    "valid_from": [None, "2024-01-01", "snart"],
    "valid_until": [None, "2023-01-01", "2025-01-01"],
}  # fmt: skip


CHANGES = st.lists(
    st.sampled_from([(name, value) for name, values in CELLS.items() for value in values]),
    max_size=3,
).map(dict)


@settings(max_examples=40, deadline=None)
@given(st.lists(CHANGES, min_size=1, max_size=3))
def test_nothing_that_is_written_is_lost_in_silence(changes):
    """Each figure is either read, or its row is named in a problem; no content breaks the check."""
    rows = [{**GOOD, **change} for change in changes]
    given_rows = pd.DataFrame(rows, dtype=object)
    found, read = check_provisions(given_rows), as_read(given_rows)
    named = {name.split(" §")[0] for p in found.problems for name in p.ids}
    for number, (row, own) in enumerate(zip(rows, read.itertuples(), strict=True), start=1):
        written = [row[k] for k in ("value_min", "value_max") if row[k] not in (None, "")]
        lost = len(written) > np.isfinite([own.value_min, own.value_max]).sum()
        unknown = own.parameter_code not in known_parameters().index
        if lost or unknown or own.plan_id == "":
            assert f"row {number}" in named, row
    assert found.text("nb") or not found.problems


class TestNotes:
    """What is read in a stated way; the reason code stands beside the figure too."""

    @pytest.mark.parametrize(
        ("row", "code"),
        [
            ({"parameter_code": "utilisation_16", "value_max": 0.3, "unit": "%"},
             "percent_as_share"),
            ({"parameter_code": "housing_share", "value_max": 70, "unit": "share"},
             "share_as_percent"),
            ({"unit": ""}, "unit_missing"),
            ({"value_max": None, "value_min": 3}, "bound_swapped"),
            ({"parameter_code": "parking_per_home", "value_min": 2, "value_max": 1},
             "least_above_most"),
            ({"value_max": 99}, "value_implausible"),
            ({"parameter_code": "utilisation_17", "value_max": 900, "unit": "m2",
              "basis_code": ""}, "basis_unknown"),
            ({"text": ""}, "clause_text_missing"),
            ({"parameter_code": "prevails", "value_max": 1, "unit": ""}, "other_plan_missing"),
        ],
    )  # fmt: skip
    def test_doubtful_rows(self, row, code):
        notes = codes(row)
        assert list(notes) == [code]
        assert notes[code].ids == ("row 1 § 1",)

    def test_rows_that_do_not_agree(self):
        again = {"clause_id": "§ 2"}
        assert set(codes({}, {"value_max": 4, **again})) == {"clauses_contradict"}
        assert set(codes({}, {})) == {"row_duplicated"}
        crossing = codes({}, {"parameter_code": "storeys_min", "value_min": 4, "value_max": None})
        assert set(crossing) == {"bounds_cross"}
        assert crossing["bounds_cross"].ids == ("row 1 § 1", "row 2 § 1")

    def test_every_note_and_reason_is_said_in_both_languages(self):
        reasons, notes = texts("reasons"), texts("notes")
        found = [code for code in notes if code.startswith("provision_")]
        of_rows = [c.removeprefix("provision_") for c in found]
        beside = [c for c in of_rows if not c.endswith(("_unknown", "in_time"))] + ["basis_unknown"]
        assert set(beside) <= set(reasons)
        for code in found:
            assert notes[code]["nb"] != notes[code]["en"]
            assert {"{layer}", "{count}", "{ids}"} <= {
                "{" + part.split("}")[0] + "}" for part in notes[code]["nb"].split("{")[1:]
            }


PLANS = pd.DataFrame(index=pd.Index(["R1", "KPA"], name="plan_id"))
AREAS = pd.DataFrame(
    {"plan_id": ["R1", "R1", "KPA"], "zone_name": ["BFS1", "BFS2", "B1"],
     "land_use_code": ["1111", "1111", "1110"], "regime_code": ["rp2008", "rp2008", "kp2008"]},
    index=pd.Index(["a", "b", "c"], name="area_id"),
)  # fmt: skip
ZONES = pd.DataFrame(
    {"plan_id": ["KPA", "KPA"], "zone_code": ["910", None], "zone_name": ["H910_1", "#1"]},
    index=pd.Index(["z", "y"], name="zone_id"),
)
LAYERS = {"plans": PLANS, "plan_areas": AREAS, "plan_zones": ZONES}


class TestAgainstThePlans:
    """Clauses that would apply nowhere are said, with the nearest word that is there."""

    @pytest.mark.parametrize(
        ("row", "code", "value", "near"),
        [
            ({"plan_id": "KPB"}, "plan_unknown", "KPB", "KPA"),
            ({"zone_name": "BFS3"}, "zone_unknown", "BFS3", "BFS1"),
            ({"land_use_code": "1112"}, "purpose_unknown", "1112", "1111"),
            ({"plan_id": "KPA", "zone_code": "#2"}, "plan_zone_unknown", "#2", "–"),
            # another plan's zone is not this plan's
            ({"zone_name": "B1"}, "zone_unknown", "B1", "–"),
        ],
    )
    def test_what_is_not_there(self, row, code, value, near):
        notes = codes(row, **LAYERS)
        assert list(notes) == [code]
        assert (notes[code].values["value"], notes[code].ids) == (value, ("row 1 § 1",))
        if near != "–":
            assert notes[code].values["nearest"].startswith(near[:3])
        assert value in notes[code].text()

    def test_what_is_there(self):
        rows = [
            {"zone_name": "BFS1", "land_use_code": "1111"},
            {"plan_id": "KPA", "zone_code": "910"},
            {"plan_id": "KPA", "zone_code": "#1", "land_use_code": "1110"},
        ]
        assert codes(*rows, **LAYERS) == {}

    def test_an_unknown_plan_is_said_once(self):
        notes = codes({"plan_id": "KPB", "zone_name": "X", "land_use_code": "9"}, **LAYERS)
        assert list(notes) == ["plan_unknown"]

    def test_without_plan_layers_nothing_is_compared(self):
        assert codes({"plan_id": "KPB", "zone_name": "X"}) == {}
        assert codes({"plan_id": "KPB"}, plans=None, plan_areas=None) == {}

    def test_plans_without_areas_still_name_their_clauses(self):
        assert list(codes({"plan_id": "R7"}, plans=PLANS)) == ["plan_unknown"]


class TestMapAndPurposes:
    def test_figures_of_the_map(self):
        figures = pd.DataFrame(
            {"area_id": list("abcde"), "utilisation_type_code": [16, 16, 99, 16, 4],
             "utilisation_value": [0.3, 30.0, 5.0, None, 25.0],
             "utilisation_value_min": [None, 40.0, None, None, None]}
        )  # fmt: skip
        notes = {n.code: n for n in check_plans({"plan_utilisation": figures}).notes}
        assert {code: note.ids for code, note in notes.items()} == {
            "unknown_code": ("c",),
            "utilisation_without_figure": ("d",),
            "provision_percent_as_share": ("a",),
            "provision_least_above_most": ("b",),
            "provision_value_implausible": ("e",),
        }
        assert all(note.layer == "plan_areas" and note.text() for note in notes.values())

    def test_types_10_and_11_need_no_figure(self):
        figures = pd.DataFrame({"area_id": ["a"], "utilisation_type_code": [10],
                                "utilisation_value": [None]})  # fmt: skip
        assert check_plans({"plan_utilisation": figures}).notes == ()

    def test_purposes_in_no_list(self):
        areas = AREAS.assign(land_use_code=["1111", "7777", "7777"])
        notes = check_plans({"plan_areas": areas}).notes
        assert [(n.code, n.values["regime"], n.ids) for n in notes] == [
            ("unknown_purpose", "kp2008", ("c",)),
            ("unknown_purpose", "rp2008", ("b",)),
        ]

    def test_nothing_given_is_nothing_found(self):
        assert check_plans({}) == check_plans({"provisions": table().iloc[:0]})
        assert check_plans({}).notes == ()


def test_an_analysis_refuses_what_cannot_be_read_and_notes_what_is_doubtful():
    town = toy_town()
    whole = town.provisions
    unreadable = replace(town, provisions=whole.assign(parameter_code="storey_max"))
    with pytest.raises(bg.InputError, match="did you mean 'storeys_max'"):
        bg.analyse(unreadable)
    without_text = replace(town, provisions=whole.assign(text=""))
    noted = {note.code for note in bg.analyse(without_text).notes}
    assert "provision_clause_text_missing" in noted


def test_check_says_it_in_the_report(tmp_path):
    two_parcels().to_file(tmp_path / "t.gpkg")
    lines = ["planid;paragraf;tekst;parameter;maks;enhet;grunnlag",
             "R1;§ 2;;storeys_max;3;count;plot", "R1;§ 3;…;storey_max;3;;"]  # fmt: skip
    (tmp_path / "b.csv").write_text("\n".join(lines), "utf-8")
    layers = '[layers.plots]\nsource = "t.gpkg"\n[layers.provisions]\nsource = "b.csv"\n'
    report = data_quality(write_config(tmp_path, layers))
    assert report.has_errors
    said = report.text("nb")
    assert "did you mean 'storeys_max'?" in said
    assert "bestemmelser uten tekst" in said
    assert "P1 § 2" in said
    assert "P2 § 3" in said
