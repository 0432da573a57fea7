"""Purposes: four lists that are never mixed, and what they mean for housing."""

import re

import pandas as pd
import pytest

from boligplan_geo.rules.purposes import HOUSING, described, purposes

TYPES = {"detached", "semi_detached", "row", "block", "shared", "other"}


@pytest.fixture(scope="module")
def table():
    return purposes()


def test_lists_are_whole(table):
    sizes = table.groupby(level=0).size()
    assert sizes["kp2008"] == 66
    assert sizes["rp2008"] == 224
    assert table.index.is_unique
    assert table[["name_nb", "name_en", "housing"]].notna().all().all()
    assert set(table["housing"]) == set(HOUSING)


def test_same_code_means_another_thing_under_another_law(table):
    assert table.loc[("kp1985", "130"), "name_nb"] == "Erverv"
    assert table.loc[("rp1985", "130"), "name_nb"] == "Kontor"
    assert ("kp2008", "130") not in table.index


def test_housing_sets_are_those_of_the_domain_reference(table):
    def codes(regime, *kinds):
        rows = table.loc[regime]
        return set(rows.index[rows["housing"].isin(kinds)])

    assert codes("kp2008", "yes", "yes_mixed", "possible") == {
        "1000",
        "1001",
        "1110",
        "1130",
        "1800",
    }
    assert codes("kp1985", "yes", "yes_mixed", "possible") == {"110", "100", "101", "102", "120"}
    assert codes("kp1985", "scattered") == {"221"}
    assert codes("rp1985", "yes", "yes_mixed") == {
        "110", "111", "112", "113", "910", "911", "912", "913",
    }  # fmt: skip
    assert codes("rp1985", "possible") == {"100", "990", "999"}
    assert codes("rp2008", "yes") == {"1110", "1111", "1112", "1113", "1114"}
    assert codes("rp2008", "yes_mixed") == {"1130", "1801", "1802", "1803", "1804"}


def test_what_homes_may_stand_on_has_a_dwelling_type_and_nothing_else_has(table):
    has_homes = table["housing"] != "no"
    assert set(table.loc[has_homes, "dwelling_type_code"]) <= TYPES
    assert table.loc[~has_homes, "dwelling_type_code"].isna().all()


def test_net_plot_leaves_out_road_green_farming_sea_and_play(table):
    out = [("rp2008", c) for c in ("1600", "1610", "2011", "2019", "3040", "5100", "5210", "6001")]
    out += [("kp2008", c) for c in ("1600", "2010", "3001", "5210")]
    out += [("rp1985", c) for c in ("310", "430", "750")]
    assert not table.loc[out, "counts_as_plot"].any()
    inside = [("rp2008", c) for c in ("1111", "1130", "1161", "1802")] + [("rp1985", "113")]
    assert table.loc[inside, "counts_as_plot"].all()


def test_colours_are_colours_and_follow_each_law(table):
    one = r"#[0-9a-f]{6}"
    for column in ("colour_existing", "colour_future"):
        given = table[column].dropna()
        assert given.map(lambda c: re.fullmatch(f"{one}(/{one})*", c) is not None).all()
    # pbl 1985 draws existing housing dark and future light, pbl 2008 the other way round
    both = ["colour_existing", "colour_future"]
    assert table.loc[("kp1985", "110"), both].tolist() == ["#ffe500", "#ffff99"]
    assert table.loc[("kp2008", "1110"), both].tolist() == ["#ffff99", "#ffff33"]


def test_groups_of_the_older_law_stand_for_every_code_in_them(table):
    assert table.loc[("rp1985", "399"), "housing"] == "no"
    assert table.loc[("kp1985", "131"), "housing"] == "transform"
    assert ("rp1985", "470") not in table.index


def test_unknown_codes_are_never_guessed():
    regime = pd.Series(["kp2008", "kp1985", None], index=list("abc"))
    code = pd.Series(["1110", "1110", None], index=list("abc"))
    found = described(regime, code)
    assert found.index.tolist() == ["a", "b", "c"]
    assert found["housing"].notna().tolist() == [True, False, False]


def test_the_table_handed_out_cannot_spoil_the_next(table):
    spoilt = purposes()
    spoilt["housing"] = "no"
    assert (purposes()["housing"] == table["housing"]).all()
