"""Provisions as data: the schema is whole, and each row is read as the schema says."""

import ast
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boligplan_geo import Assumptions
from boligplan_geo.errors import texts
from boligplan_geo.municipality import layer_fields
from boligplan_geo.potential.plan_rules.assumed import assumed_parameters
from boligplan_geo.rules.provision_scope import held, in_time, prevailing
from boligplan_geo.rules.provisions import UNITS, as_read, known_parameters
from boligplan_geo.rules.settled import parameters
from boligplan_geo.rules.utilisation import TYPES
from boligplan_geo.sample.toy import toy_town

NAN = np.nan
PACKAGE = Path(__file__).parents[1] / "boligplan_geo"


def provisions(*rows, **common):
    """Rows as dicts over a clause without doubts."""
    whole = {"plan_id": "R1", "clause_id": "§ 1", "text": "…", "basis_code": "plot", **common}
    table = pd.DataFrame([{**whole, **row} for row in rows])
    units = known_parameters()["unit"]
    if "unit" not in table:
        table["unit"] = table["parameter_code"].map(units).fillna("")
    return table


def one(**row):
    return as_read(provisions(row)).iloc[0]


class TestSchema:
    def test_every_parameter_is_described(self):
        table = known_parameters()
        assert table.index.is_unique
        assert table[["nb", "en", "subject_code", "definition"]].ne("").all().all()
        assert set(table["bound_code"]) == {"max", "min", "both", "flag"}
        assert set(table["unit"]) == {"", "%", "m2", "m", "share", "ratio", "count"}
        assert {unit for unit, _ in UNITS.values()} == set(table["unit"]) - {""}
        limits = table[["plausible_min", "plausible_max"]].dropna()
        assert (limits["plausible_min"] < limits["plausible_max"]).all()
        # a flag has no unit, and every other parameter has one and a plausible range
        is_flag = table["bound_code"] == "flag"
        assert (table["unit"].eq("") == is_flag).all()
        assert set(table.index[~is_flag]) <= set(limits.index)

    def test_subjects_have_names_in_both_languages(self):
        words = texts("value_texts")
        for code in known_parameters()["subject_code"].unique():
            assert words[f"subject_code:{code}"]["nb"]
            assert words[f"subject_code:{code}"]["en"]

    def test_utilisation_has_the_published_types_in_their_units(self):
        units = {"percent": "%", "m2": "m2", "ratio": "ratio", "": ""}
        own = known_parameters()["unit"]
        for code, kind in TYPES.items():
            assert own[f"utilisation_{code}"] == units[kind.measure]
        assert own.index.str.startswith("utilisation_").sum() == len(TYPES)

    def test_names_say_which_bound_they_are(self):
        bound = known_parameters()["bound_code"]
        assert (bound[bound.index.str.contains("_max")] == "max").all()
        assert (bound[bound.index.str.contains("_min")] == "min").all()

    def test_only_what_can_be_of_a_field_has_a_basis(self):
        """Square metres of BYA and BRA and numbers of homes; shares hold alike for both."""
        table = known_parameters()
        has_basis = set(table.index[table["has_basis"]])
        measured = {f"utilisation_{c}" for c, k in TYPES.items() if k.measure == "m2"}
        assert has_basis == measured | {"homes_max", "homes_min"}

    def test_rules_ask_for_no_parameter_that_nobody_can_give(self):
        asked = set()
        for module in [*PACKAGE.glob("potential/**/*.py"), *PACKAGE.glob("rules/*.py")]:
            for node in ast.walk(ast.parse(module.read_text("utf-8"))):
                if isinstance(node, ast.Call) and _is_asking(node):
                    asked |= {a.value for a in node.args if isinstance(a, ast.Constant)}
        asked = {word for word in asked if isinstance(word, str) and "_" in word}
        assert "storeys_max" in asked
        assert asked <= set(known_parameters().index)

    def test_documentation_names_every_parameter_and_column(self):
        page = (PACKAGE.parent / "docs/provisions.md").read_text("utf-8")
        rows = [line.strip("| ").split(" | ") for line in page.splitlines() if "| `" in line]
        said = {row[0].strip("`"): row for row in rows}
        assert set(layer_fields("provisions")) <= set(said)
        for code, known in known_parameters().iterrows():
            row = [known["nb"], known["en"], known["unit"] or "–", known["bound_code"]]
            assert said[code][1:5] == row


def _is_asking(call):
    """``recorded.of("storeys_max")``, ``_flag(recorded, "plan_required")``."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr == "of"
    return any(isinstance(a, ast.Name) and a.id == "recorded" for a in call.args)


class TestAsRead:
    def test_what_is_said_plainly_is_read_as_it_stands(self):
        row = one(parameter_code="storeys_max", value_max=4)
        assert (row.value_max, row.provision_reason) == (4, None)
        assert np.isnan(row.value_min)

    @pytest.mark.parametrize(
        ("said", "unit", "code", "read"),
        [
            (0.6, "daa", "plot_size_min_m2", 600),
            (2, "Mål", "plot_size_min_m2", 2000),
            (75, "m²", "outdoor_per_home_m2", 75),
            (70, "%", "housing_share", 0.7),
            (0.3, "andel", "utilisation_16", 30),
            (4, "etasjer", "storeys_max", 4),
        ],
    )
    def test_units_are_brought_to_the_parameters_own(self, said, unit, code, read):
        least = known_parameters().loc[code, "bound_code"] == "min"
        row = one(parameter_code=code, unit=unit, **{"value_min" if least else "value_max": said})
        assert row["value_min" if least else "value_max"] == pytest.approx(read)
        assert row.provision_reason is None
        assert row.unit == known_parameters().loc[code, "unit"]

    def test_a_unit_of_another_kind_gives_no_figure(self):
        row = one(parameter_code="utilisation_16", value_max=30, unit="m2")
        assert np.isnan(row.value_max)

    def test_a_percentage_written_as_a_share_is_said(self):
        """`rules.utilisation` reads it as 30 %; here it stands as written, with the reason."""
        row = one(parameter_code="utilisation_16", value_max=0.30)
        assert (row.value_max, row.provision_reason) == (0.30, "percent_as_share")
        # one per cent may be meant
        assert one(parameter_code="utilisation_16", value_max=1).provision_reason is None

    def test_a_share_written_as_a_percentage(self):
        row = one(parameter_code="housing_share", value_min=20, value_max=70)
        assert (row.value_min, row.value_max) == (0.2, 0.7)
        assert row.provision_reason == "share_as_percent"

    def test_a_unit_that_is_not_said(self):
        row = one(parameter_code="utilisation_16", value_max=30, unit=None)
        assert (row.value_max, row.provision_reason) == (30, "unit_missing")
        # a yes or no needs none
        assert one(parameter_code="plan_required", value_max=1, unit="").provision_reason is None

    def test_a_most_written_as_a_least_and_the_reverse(self):
        most = one(parameter_code="storeys_max", value_min=3)
        assert (most.value_max, most.provision_reason) == (3, "bound_swapped")
        assert np.isnan(most.value_min)
        least = one(parameter_code="outdoor_per_home_m2", value_max=50)
        assert (least.value_min, least.provision_reason) == (50, "bound_swapped")
        # a least utilisation is a least: it has both bounds
        both = one(parameter_code="utilisation_16", value_min=20)
        assert (both.value_min, both.provision_reason) == (20, None)

    def test_least_above_most(self):
        row = one(parameter_code="parking_per_home", value_min=2, value_max=1)
        assert row.provision_reason == "least_above_most"

    def test_figures_outside_what_is_usual(self):
        row = one(parameter_code="storeys_max", value_max=400)
        assert (row.value_max, row.provision_reason) == (400, "value_implausible")
        assert one(parameter_code="utilisation_4", value_max=25).provision_reason.endswith(
            "value_implausible"
        )

    @pytest.mark.parametrize("basis", [None, "", "hele planen"])
    def test_basis_matters_where_a_figure_may_be_a_fields(self, basis):
        row = one(parameter_code="utilisation_17", value_max=900, basis_code=basis)
        assert row.provision_reason == "basis_unknown"
        assert (
            one(parameter_code="utilisation_16", value_max=30, basis_code=basis)["provision_reason"]
            is None
        )

    def test_a_clause_without_text(self):
        assert (
            one(parameter_code="storeys_max", value_max=2, text="")["provision_reason"]
            == "clause_text_missing"
        )

    def test_status_of_a_phasing_demand(self):
        table = provisions(
            {"parameter_code": "phasing_required", "status_code": "fulfilled"},
            {"parameter_code": "phasing_required", "status_code": "open", "zone_name": "B1"},
            {"parameter_code": "phasing_required", "value_max": 0, "zone_name": "B2"},
        )
        assert as_read(table)["value_max"].tolist() == [0, 1, 0]

    def test_the_same_row_twice(self):
        row = {"parameter_code": "storeys_max", "value_max": 2}
        assert as_read(provisions(row, row))["provision_reason"].tolist() == [
            None,
            "row_duplicated",
        ]

    def test_contradictory_clauses(self):
        table = provisions(
            {"parameter_code": "storeys_max", "value_max": 2, "zone_name": "B1"},
            {
                "parameter_code": "storeys_max",
                "value_max": 3,
                "zone_name": "B1",
                "clause_id": "§ 9",
            },
            # another place, another basis: nothing contradicts
            {"parameter_code": "storeys_max", "value_max": 4},
            {"parameter_code": "homes_max", "value_max": 3, "basis_code": "plot"},
            {"parameter_code": "homes_max", "value_max": 30, "basis_code": "field"},
        )
        assert (
            as_read(table)["provision_reason"].tolist() == ["clauses_contradict"] * 2 + [None] * 3
        )

    def test_bounds_of_two_clauses_that_cross(self):
        table = provisions(
            {"parameter_code": "parking_per_home", "value_min": 1.5},
            {"parameter_code": "parking_per_home", "value_max": 1.0, "clause_id": "§ 2"},
            {"parameter_code": "storeys_min", "value_min": 4},
            {"parameter_code": "storeys_max", "value_max": 3},
            {"parameter_code": "homes_min", "value_min": 4},
            {"parameter_code": "homes_max", "value_max": 8},
        )
        assert as_read(table)["provision_reason"].tolist() == ["bounds_cross"] * 4 + [None] * 2

    def test_columns_that_are_not_there_count_as_empty(self):
        table = pd.DataFrame({"plan_id": ["R1"], "parameter_code": ["storeys_max"]})
        row = as_read(table).iloc[0]
        assert (row.zone_name, row.clause_id) == ("", "")
        assert np.isnan(row.value_max)

    def test_an_unknown_parameter_is_not_guessed(self):
        assert np.isnan(one(parameter_code="storey", value_max=3, unit="count")["value_max"])

    @settings(max_examples=30, deadline=None)
    @given(st.permutations(range(6)))
    def test_the_order_of_rows_changes_nothing(self, order):
        table = provisions(
            {"parameter_code": "storeys_max", "value_max": 2},
            {"parameter_code": "storeys_max", "value_max": 3, "clause_id": "§ 2"},
            {"parameter_code": "utilisation_17", "value_max": 900, "basis_code": None},
            {"parameter_code": "parking_per_home", "value_min": 2, "value_max": 1},
            {"parameter_code": "housing_share", "value_max": 70, "unit": ""},
            {"parameter_code": "storeys_min", "value_min": 4},
        )
        mixed = as_read(table.iloc[order]).sort_index()
        pd.testing.assert_frame_equal(mixed, as_read(table))


def stack_of(*rows):
    columns = ["part_id", "stack_order", "area_id", "plan_id"]
    columns += ["zone_name", "land_use_code", "regime_code"]
    return pd.DataFrame(rows, columns=columns)


DETAIL = stack_of(("p:1", 0, "a", "R1", "B1", "1111", "rp2008"))
PARTS = pd.DataFrame(
    {"area_id": ["a"], "zone_name": ["B1"], "land_use_code": ["1111"], "regime_code": ["rp2008"],
     "counts_as_plot": [True]},
    index=["p:1"],
)  # fmt: skip


class TestOrderOfSources:
    """Provisions, then what the map says, then assumptions: parameter by parameter."""

    def read(self, table, figures):
        on_map = pd.DataFrame(figures, columns=["area_id", "utilisation_type_code",
                                                "utilisation_value"])  # fmt: skip
        recorded = parameters(PARTS, DETAIL, plan_utilisation=on_map, provisions=table)
        filled = assumed_parameters(PARTS, recorded, Assumptions())
        return pd.concat([recorded, filled]).set_index("parameter_code")

    def test_text_before_map_before_assumption(self):
        table = provisions({"parameter_code": "utilisation_16", "value_max": 25})
        both = self.read(table, [("a", 16, 40.0)])
        assert both.loc["utilisation_16", ["value_max", "source_code"]].tolist() == [
            25,
            "provision",
        ]
        silent = self.read(table.iloc[:0], [("a", 16, 40.0)])
        assert silent.loc["utilisation_16", ["value_max", "source_code"]].tolist() == [40, "map"]
        nobody = self.read(table.iloc[:0], [])
        assert nobody.loc["utilisation_16", "source_code"] == "assumption"
        assert nobody.loc["utilisation_16", "clause_id"] == "assumption:bya_detached_share"

    def test_the_map_fills_what_the_text_leaves_open(self):
        table = provisions({"parameter_code": "storeys_max", "value_max": 3})
        said = self.read(table, [("a", 17, 500.0)])
        assert said.loc["storeys_max", "source_code"] == "provision"
        assert said.loc["utilisation_17", "source_code"] == "map"
        assert said.loc["parking_per_home", "source_code"] == "assumption"

    def test_different_measures_of_text_and_map_hold_together(self):
        table = provisions({"parameter_code": "utilisation_17", "value_max": 300})
        said = self.read(table, [("a", 16, 40.0)])
        assert {"utilisation_16", "utilisation_17"} <= set(said.index)

    def test_what_names_more_prevails_in_one_plan(self):
        table = provisions(
            {"parameter_code": "storeys_max", "value_max": 2, "clause_id": "general"},
            {"parameter_code": "storeys_max", "value_max": 3, "clause_id": "zone",
             "zone_name": "B1"},
        )  # fmt: skip
        said = self.read(table, [])
        assert said.loc["storeys_max", ["value_max", "clause_id"]].tolist() == [3, "zone"]

    def test_doubts_travel_with_the_figure(self):
        table = provisions(
            {"parameter_code": "storeys_max", "value_max": 2, "clause_id": "§ 2"},
            {"parameter_code": "storeys_max", "value_max": 3, "clause_id": "§ 3"},
        )
        rows = self.read(table, []).loc["storeys_max"]
        assert sorted(rows["value_max"]) == [2, 3]  # the strictest counts later
        assert set(rows["parameter_reason"]) == {"clauses_contradict"}


class TestZoneShare:
    """How much of a part a zone must cover for its clauses: one half, or what the clause says."""

    @pytest.mark.parametrize(
        ("least", "share", "applies"),
        [(None, 0.5, True), (None, 0.49, False), (0.2, 0.25, True), (0.9, 0.8, False)],
    )
    def test_applies_when(self, least, share, applies):
        table = provisions(
            {"parameter_code": "storeys_max", "value_max": 5, "zone_code": "#1",
             "zone_share_min": least}
        )  # fmt: skip
        zones = pd.DataFrame(
            {"part_id": ["p:1"], "plan_id": ["R1"], "zone_code": [""], "zone_name": ["#1"],
             "share": [share]}
        )  # fmt: skip
        said = parameters(PARTS, DETAIL, zones, provisions=table)
        assert ("storeys_max" in set(said["parameter_code"])) == applies


class TestTime:
    def test_clauses_that_have_ended_or_not_begun_are_left_out(self):
        table = provisions(
            {"clause_id": "ended", "valid_until": "2020-12-31"},
            {"clause_id": "to come", "valid_from": "2030-01-01"},
            {"clause_id": "holds", "valid_from": "2020-01-01", "valid_until": "2025-01-01"},
            {"clause_id": "always"},
            parameter_code="temporary_ban",
        )
        kept, left_out = in_time(table, "2024-06-30")
        assert kept["clause_id"].tolist() == ["holds", "always"]
        assert left_out[0].code == "provision_not_in_time"
        assert left_out[0].ids == ("row 1 ended", "row 2 to come")
        assert left_out[0].values == {"date": "2024-06-30"}

    def test_the_date_is_that_of_the_plan_data(self):
        town = toy_town()
        gone = town.provisions.assign(valid_until=pd.Timestamp("2020-01-01"))
        told = replace(town, provisions=gone, inputs={"plans": {"as_of": "2024-06-30"}})
        kept, notes = held(told)
        assert len(kept.provisions) == 0
        assert len(notes[0].ids) == len(gone)
        assert held(replace(town, provisions=gone))[1] == ()  # no date is stated

    def test_without_a_date_every_clause_counts(self):
        table = provisions({"parameter_code": "temporary_ban", "valid_until": "1999-01-01"})
        kept, left_out = in_time(table, None)
        assert len(kept) == 1
        assert left_out == ()
        assert in_time(None, "2024-06-30") == (None, ())


class TestPrecedence:
    """An express provision says which plan prevails: rows for the table of overrides."""

    def test_prevails_and_yields(self):
        table = provisions(
            {"parameter_code": "prevails", "other_plan_id": "KPA", "value_max": 1},
            {"parameter_code": "prevails", "other_plan_id": "R9", "value_max": 0,
             "zone_name": "B1", "clause_id": "§ 2"},
            {"parameter_code": "prevails", "other_plan_id": "", "value_max": 1},
            {"parameter_code": "storeys_max", "value_max": 3},
        )  # fmt: skip
        rows = prevailing(table).drop(columns="parameter_code")
        assert rows.columns.tolist()[:2] == ["prevailing_plan_id", "yielding_plan_id"]
        assert rows.values.tolist() == [["R1", "KPA", "", "§ 1"], ["R9", "R1", "B1", "§ 2"]]

    def test_a_municipality_gets_them_in_its_table_once(self):
        town = toy_town()
        said = town.provisions.iloc[:1].rename({"P1": "P99"})
        said = said.assign(plan_id="R1", parameter_code="prevails", other_plan_id="KPA")
        more = replace(town, provisions=pd.concat([town.provisions, said]))
        once, _ = held(more)
        assert once.plan_overrides["prevailing_plan_id"].tolist() == ["R1"]
        assert held(once)[0] is once
        own = pd.DataFrame({"prevailing_plan_id": ["KPA"], "yielding_plan_id": ["R7"]})
        both, _ = held(replace(more, plan_overrides=own))
        assert both.plan_overrides["prevailing_plan_id"].tolist() == ["KPA", "R1"]
        assert held(both)[0] is both

    def test_without_a_figure_it_prevails(self):
        rows = prevailing(provisions({"parameter_code": "prevails", "other_plan_id": "KPA"}))
        assert rows["prevailing_plan_id"].tolist() == ["R1"]
        assert prevailing(None).empty
