"""Purposes: four lists that are never mixed, and what they mean for housing."""

import csv
import re
from pathlib import Path

import pandas as pd
import pytest

from boligplan_geo.rules.purposes import HOUSING, LISTS, described, purposes, reason

TYPES = {"detached", "semi_detached", "row", "block", "shared", "other"}
SHARED = Path(__file__).parents[2] / "shared" / "codes"
COLOURS = ["colour_existing", "colour_future"]


@pytest.fixture(scope="module")
def table():
    return purposes()


def published(name):
    source = SHARED / name
    if not source.exists():
        pytest.skip(f"{name}: the published list is not here")
    with source.open(encoding="utf-8") as stream:
        return {row["code"]: row for row in csv.DictReader(stream)}


def lightness(colours):
    """Relative luminance (WCAG 2) of the last colour of a purpose: its mark, if it has dots."""
    parts = [int(colours[-6:][i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return sum(w * v for w, v in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_lists_are_whole(table):
    sizes = table.groupby(level=0).size()
    assert sizes.to_dict() == {"kp1985": 64, "kp2008": 66, "rp1985": 155, "rp2008": 224}
    assert set(sizes.index) == set(LISTS)
    assert table.index.is_unique
    assert table[["name_nb", "name_en", "housing"]].notna().all().all()
    assert set(table["housing"]) == set(HOUSING)


def test_codes_have_the_digits_of_their_law(table):
    digits = {"2008": r"[1-6]\d{3}", "1985": r"[1-9]\d{2}"}
    assert all(re.fullmatch(digits[regime[2:]], code) for regime, code in table.index)


def test_kommuneplan_of_2008_is_the_published_list(table):
    own = table.loc["kp2008"]
    given = published("kp_arealformal.csv")
    assert set(own.index) == set(given)
    for code, row in given.items():
        mine = own.loc[code]
        assert (mine["name_nb"], mine["name_en"]) == (row["name_no"], row["gloss_en"])
        if row["color_status1"] != "striped":
            assert tuple(mine[COLOURS]) == (row["color_status1"], row["color_status2"]), code
        # advice of the reference: what is candidate for transformation is not excluded
        assert (mine["housing"] == "transform") == (row["densify"] == "transform_candidate"), code
        if row["exclude"] == "yes":
            assert mine["housing"] == "no", code


def test_reguleringsplan_of_2008_is_the_published_list(table):
    own = table.loc["rp2008"]
    given = published("rp_arealformal.csv")
    assert set(own.index) == set(given)
    for code, row in given.items():
        if row["color"] != "striped":
            assert tuple(own.loc[code, COLOURS]) == (row["color"], row["color"]), code
        permits = own.loc[code, "housing"] in ("yes", "yes_mixed", "possible", "scattered")
        assert permits == (row["housing"] != "no"), code


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
    # like 5200 and 5210 of pbl 2008
    assert codes("kp1985", "scattered") == {"220", "221"}
    assert codes("rp1985", "yes", "yes_mixed") == {
        "110", "111", "112", "113", "910", "911", "912", "913",
    }  # fmt: skip
    # 900 stands for 910 to 990 in generalised plans
    assert codes("rp1985", "possible") == {"100", "900", "990", "999"}
    assert codes("rp2008", "yes") == {"1110", "1111", "1112", "1113", "1114"}
    assert codes("rp2008", "yes_mixed") == {"1130", "1801", "1802", "1803", "1804"}


def test_what_homes_may_stand_on_has_a_dwelling_type_and_nothing_else_has(table):
    has_homes = table["housing"] != "no"
    assert set(table.loc[has_homes, "dwelling_type_code"]) <= TYPES
    assert table.loc[~has_homes, "dwelling_type_code"].isna().all()
    # homes that are permitted now need a net plot to stand on
    now = table["housing"].isin(["yes", "yes_mixed", "possible"])
    assert table.loc[now, "counts_as_plot"].all()


def test_net_plot_leaves_out_road_green_farming_sea_and_play(table):
    out = [("rp2008", c) for c in ("1600", "1610", "2011", "2019", "3040", "5100", "5210", "6001")]
    out += [("kp2008", c) for c in ("1600", "2010", "3001", "5210")]
    out += [("rp1985", c) for c in ("310", "430", "750", "790", "601", "540", "210")]
    out += [("kp1985", c) for c in ("170", "210", "221", "410", "520", "610")]
    assert not table.loc[out, "counts_as_plot"].any()
    inside = [("rp2008", c) for c in ("1111", "1130", "1161", "1802")]
    inside += [("rp1985", "113"), ("rp1985", "999"), ("kp1985", "101"), ("kp1985", "133")]
    assert table.loc[inside, "counts_as_plot"].all()


def test_colours_are_colours_and_follow_each_law(table):
    one = r"#[0-9a-f]{6}"
    for column in COLOURS:
        given = table[column].dropna()
        assert given.map(lambda c: re.fullmatch(f"{one}(/{one})*", c) is not None).all()
    # pbl 1985 draws existing housing dark and future light, pbl 2008 the other way round
    assert table.loc[("kp1985", "110"), COLOURS].tolist() == ["#ffe500", "#ffff99"]
    assert table.loc[("kp2008", "1110"), COLOURS].tolist() == ["#ffff99", "#ffff33"]
    # reguleringsplaner have no status, so one colour
    detail = table[table.index.get_level_values(0).str.startswith("rp")]
    assert detail["colour_existing"].equals(detail["colour_future"])


def test_existing_is_the_darker_under_1985_and_the_lighter_under_2008(table):
    both = table.dropna(subset=COLOURS)
    both = both[both["colour_existing"] != both["colour_future"]]
    step = both["colour_future"].map(lightness) - both["colour_existing"].map(lightness)
    older, newer = step["kp1985"].drop("400"), step["kp2008"]  # 400 is black, then red
    assert len(older) > 40
    assert (older > 0).all()
    # stripes are told by their last colour, which is white
    newer = newer[~both.loc["kp2008", "colour_existing"].str.contains("/")]
    assert len(newer) > 40
    assert (newer < 0).all()


def test_every_homes_purpose_has_a_colour_of_its_own(table):
    """A map on which housing cannot be told from recreation or road is of no use."""
    for regime, rows in table.groupby(level=0):
        homes = rows[rows["housing"].isin(["yes", "yes_mixed"])]
        others = rows[rows["housing"].isin(["no"])]
        assert homes["colour_existing"].notna().all()
        shared = set(homes["colour_existing"]) & set(others["colour_existing"].dropna())
        assert not shared, regime


def test_codes_between_the_published_ones_are_unknown(table):
    """165, 315 or 465 were never published: a plan that holds one has an error."""
    regime = pd.Series(["rp1985", "rp1985", "kp1985", "kp1985"])
    found = described(regime, pd.Series(["165", "315", "115", "465"]))
    assert found["housing"].isna().all()


def test_a_part_of_an_unknown_purpose_says_so_and_one_without_plan_does_not():
    regime = pd.Series(["rp1985", "kp2008", None, None], index=list("abcd"))
    code = pd.Series(["165", "1110", None, "1110"], index=list("abcd"))
    # a code without its law cannot be read either
    assert reason(regime, code).tolist() == [
        "unknown_land_use_code",
        None,
        None,
        "unknown_land_use_code",
    ]


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
