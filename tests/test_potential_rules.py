"""Rules of plans one by one, on boxes: old measures, heights, parking, outdoor area, caps, bans."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plan_town import HOMES, NAN, Town, one, row

from boligplan_geo.assumptions import Assumptions
from boligplan_geo.errors import texts

LEVELS = ("low", "mid", "high")
ROOM = {"utilisation_18": 200, "outdoor_per_home_m2": 0, "parking_per_home": 0}


def figures(found, pattern):
    return [found[pattern.format(level)] for level in LEVELS]


def causes(found):
    told = found["plan_interval_causes"]
    return set() if pd.isna(told) else set(told.split(";"))


# --- measures of their time ----------------------------------------------------------------------


def test_a_plan_is_measured_by_the_regulations_of_its_day():
    """30 % in a plan of 1991 is measured by BF 1987, in one of 2001 as today."""
    for year, wanted in ((1991, [270, 300, 330]), (2001, [300, 300, 300])):
        town = one(utilisation_16=30, storeys_max=2)
        town.plans = pd.DataFrame({"adopted_date": [f"{year}-05-01"]}, index=["R1"])
        found = row(town)
        assert figures(found, "plan_bya_{}_m2") == pytest.approx(wanted)
        assert ("older_definition" in causes(found)) == (year < 1997)


def test_u_grad_may_count_half_the_road():
    found = row(
        one(utilisation_4=0.5, outdoor_per_home_m2=0), Assumptions(u_grad_half_road_share=0.2)
    )
    assert figures(found, "plan_bra_{}_m2") == pytest.approx([414, 460, 552])
    assert "half_road" in causes(found)
    assert "older_definition" not in causes(found)


def test_figures_in_the_wrong_unit_are_read_and_said():
    share, percent = row(one(utilisation_16=0.30)), row(one(utilisation_4=50))
    assert share["plan_bya_mid_m2"] == 300
    assert "percent_as_share" in share["plan_reason"]
    assert percent["plan_bra_mid_m2"] == pytest.approx(460)
    assert "ratio_as_percent" in percent["plan_reason"]


def test_several_measures_at_once_the_strictest_holds():
    """40 % BYA on 2 storeys is 720 m², 60 % BRA 600 m², T-BRA 500 m²: the least holds."""
    found = row(one(utilisation_16=40, utilisation_18=60, utilisation_13=500, storeys_max=2))
    assert (found["plan_bya_mid_m2"], found["plan_bra_mid_m2"]) == (400, 500)
    assert found["plan_binding_clause_id"] == "§ utilisation_13"


# --- least figures, and figures that contradict themselves ---------------------------------------


def test_a_least_is_told_and_limits_nothing():
    found = row(one(utilisation_16=[20, 40], utilisation_18=[50, NAN], storeys_max=2))
    assert (found["plan_bya_min_m2"], found["plan_bra_min_m2"]) == (200, 500)
    assert (found["plan_bya_mid_m2"], found["plan_bra_mid_m2"]) == (400, pytest.approx(720))
    assert row(one(utilisation_16=40))["plan_bya_min_m2"] == 0


def test_where_only_a_least_is_set_what_is_usual_is_assumed_and_never_less():
    found = row(one(code="1113", utilisation_16=[45, NAN], storeys_max=4))
    assert figures(found, "plan_bya_{}_m2") == pytest.approx([450, 450, 480])
    assert found["plan_binding_clause_id"] == "assumption:bya_block_share"
    assert "bya_assumed" in causes(found)


@pytest.mark.parametrize(
    ("rules", "column", "wanted"),
    [
        ({"utilisation_16": [50, 30]}, "plan_bya_{}_m2", [300, 300, 500]),
        ({"storeys_max": [5, 2]}, "plan_storeys_{}_count", [2, 2, 5]),
        ({"homes_max": [8, 3]}, "plan_homes_cap_{}_count", [3, 3, 8]),
        ({"parking_per_home": [2, 1]}, "plan_home_parking_{}_m2", [36, 36, 18]),
        ({"code": "1130", "housing_share": [0.7, 0.2]}, "plan_housing_{}_share", [0.2, 0.2, 0.7]),
    ],
)
def test_least_above_most_is_an_interval_with_its_cause(rules, column, wanted):
    found = row(one(**rules))
    assert figures(found, column) == pytest.approx(wanted)
    assert "least_above_most" in causes(found)


# --- heights -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rules", "wanted", "clause"),
    [
        # 9 m of 3 m; low of 3.3 m, high of 2.7 m
        ({"eaves_height_max_m": 9}, [2, 3, 3], "§ eaves_height_max_m"),
        # 11 m less 2 m of roof; high lives under the roof: 11 / 2.7
        ({"ridge_height_max_m": 11}, [2, 3, 4], "§ ridge_height_max_m"),
        # the strictest of storeys and height, level by level
        ({"eaves_height_max_m": 9, "storeys_max": 2}, [2, 2, 2], "§ storeys_max"),
        ({"eaves_height_max_m": 6, "storeys_max": 4}, [1, 2, 2], "§ eaves_height_max_m"),
        # lower than a storey is one storey, not none
        ({"eaves_height_max_m": 2.5}, [1, 1, 1], "§ eaves_height_max_m"),
        # neither: what is usual, and low within the 8 m of pbl § 29-4
        ({}, [2, 4, 5], "assumption:storeys_block_count"),
    ],
)
def test_storeys_follow_from_storeys_and_heights(rules, wanted, clause):
    rules |= {"utilisation_16": 10, "outdoor_per_home_m2": 0, "parking_per_home": 0}
    found = row(one(code="1113", **rules))
    assert figures(found, "plan_storeys_{}_count") == wanted
    assert found["plan_binding_clause_id"] == clause
    assert ("storeys_from_height" in causes(found)) == ("height" in clause)


def test_a_kote_counts_from_the_terrain():
    town = one(code="1113", eaves_kote_max_m=34.0)
    town.further = pd.DataFrame({"terrain_elevation_m": [20.0]}, index=["p"])
    assert figures(row(town), "plan_storeys_{}_count") == [4, 4, 5]
    town.further = pd.DataFrame({"terrain_elevation_m": [NAN]}, index=["p"])
    unknown = row(town)
    assert figures(unknown, "plan_storeys_{}_count") == [2, 4, 5]
    assert {"terrain_unknown", "storeys_assumed"} <= causes(unknown)


def test_airport_surfaces_cap_storeys():
    town = one(code="1113", storeys_max=8)
    town.further = pd.DataFrame({"constraint_height_cap_m": [15.0]}, index=["p"])
    assert row(town)["plan_storeys_mid_count"] == 5


# --- parking and outdoor area --------------------------------------------------------------------


def test_parking_per_area_and_per_home_the_larger_counts():
    """1.2 a 100 m² of 165 m² is 1.98 spaces; 1 a home is less."""
    found = row(one(parking_per_home=1, parking_per_100_m2=1.2))
    assert found["plan_home_parking_mid_m2"] == pytest.approx(1.98 * 18)
    # a larger home needs more: low
    assert found["plan_home_parking_low_m2"] == pytest.approx(1.98 * 1.15 * 18)


@pytest.mark.parametrize(
    ("norm", "spaces"), [([NAN, 1.0], 1.0), ([NAN, 3.0], 2.0), ([1.5, 3.0], 1.5), ([0.0, 3.0], 0.0)]
)
def test_a_most_alone_is_what_is_usual_at_most(norm, spaces):
    assert row(one(parking_per_home=norm))["plan_home_parking_mid_m2"] == spaces * 18


def test_parking_below_ground_takes_no_bya_and_bra_as_the_plan_says():
    rules = {"utilisation_17": 600, "parking_per_home": 2, "outdoor_per_home_m2": 0}
    below = {**rules, "parking_below_ground_share": 1}
    counted, not_counted = row(one(**below)), row(one(parking_below_ground_bra=0, **below))
    assert counted["plan_home_parking_mid_m2"] == not_counted["plan_home_parking_mid_m2"] == 0
    assert counted["plan_home_parking_bra_mid_m2"] == 2 * 30
    assert not_counted["plan_home_parking_bra_mid_m2"] == 0
    half = row(one(**{**rules, "parking_below_ground_share": 0.5}))
    assert half["plan_home_parking_mid_m2"] == 18
    assert half["plan_home_parking_bra_mid_m2"] == 18 + 30


def test_outdoor_area_by_home_by_area_and_of_the_plot():
    """70 m² a 100 m² of 165 m² is 115.5 m² a home; 40 % of 1000 m² stays open in any case."""
    rules = {"utilisation_16": 90, "storeys_max": 2, "parking_per_home": 0}
    found = row(one(outdoor_per_home_m2=50, outdoor_per_100_m2=70, **rules))
    assert found["plan_home_outdoor_mid_m2"] == pytest.approx(115.5)
    kept = row(one(outdoor_per_home_m2=0, outdoor_share=0.4, **rules))
    assert (kept["plan_open_mid_m2"], kept["plan_buildable_mid_m2"]) == (400, 600)
    assert kept["potential_ground_left_mid_m2"] == 600
    assert kept["plan_binding_clause_id"] == "§ outdoor_share"


# --- caps ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("area", "least", "cap"), [(1900, 600, 6), (500, 600, 2), (1200, 600, 4), (1900, None, 2)]
)
def test_a_cap_a_plot_holds_for_each_plot_that_may_be_parted_off(area, least, cap):
    rules = {} if least is None else {"plot_size_min_m2": least}
    found = row(one(area=area, homes_max=2, **rules, **ROOM))
    assert found["plan_homes_max_count"] == cap
    assert found["plan_plots_count"] == cap / 2


def test_homes_per_decare_cap_by_land():
    found = row(one(area=1500, homes_per_daa=2.0, **ROOM))
    assert (found["plan_homes_max_count"], found[HOMES[1]]) == (3, 3)
    assert found["plan_binding_clause_id"] == "§ homes_per_daa"


# --- what is not known ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reason", "cause"),
    [
        ("layer_missing", "zones_missing"),
        ("noise_layer_missing", "zones_missing"),
        ("analysed_areas_missing;height_cap_unknown", "analysed_areas_missing"),
        ("outside_analysed_area", "outside_analysed_area"),
    ],
)
def test_low_counts_on_no_land_that_unknown_zones_may_take(reason, cause):
    town = one(**ROOM).part("quay", 4000, code="1300", regime="kp2008", plan="K")
    sure = town.homes()
    town.further = pd.DataFrame({"constraint_reason": [reason, reason]}, index=["p", "quay"])
    found = town.homes()
    assert found.loc["p", HOMES].tolist() == [0, *sure.loc["p", HOMES[1:]]]
    assert sure.loc["p", HOMES[0]] > 0
    assert cause in causes(found.loc["p"])
    assert found.loc["quay", "potential_transformation_homes_low_count"] == 0


def test_a_purpose_that_holds_no_homes_in_the_other_reading_leaves_low_none():
    town = one(**ROOM)
    sure = row(town)[HOMES].tolist()
    for code, low in (("3040", 0), ("1110", sure[0])):
        town.parts[0] |= {"disputed_land_use_code": code, "disputed_regime_code": "rp2008"}
        found = row(town)
        assert found[HOMES].tolist() == [low, *sure[1:]]
        assert ("zone_910" in causes(found)) == (code == "3040")


def test_every_cause_is_in_the_vocabulary_and_none_is_told_without_an_interval():
    town = Town()
    town.part("open", 900, code="1130", utilisation_4=0.6, homes_max=(9, None))
    town.say("open:1", "utilisation_16", 50.0, reading="zone_910")
    town.part("open", 300, code="1110", eaves_kote_max_m=30)
    town.part("exact", 900, storeys_max=2, **ROOM)
    found = town.homes(Assumptions(dwelling_bra_spread_share=0.0))
    assert causes(found.loc["open"]) >= {"half_road", "zone_910", "terrain_unknown", "bya_assumed"}
    assert causes(found.loc["open"]) <= set(texts("reasons"))
    assert causes(found.loc["exact"]) == set()


# --- laxer rules ---------------------------------------------------------------------------------

LAXER = {
    "eaves_height_max_m": (4.0, 15.0, 3.0),
    "ridge_height_max_m": (5.0, 18.0, 3.0),
    "parking_per_100_m2": (0.0, 3.0, -0.5),
    "outdoor_per_100_m2": (0.0, 90.0, -10.0),
    "outdoor_share": (0.0, 0.8, -0.1),
    "plot_size_min_m2": (300.0, 1500.0, -100.0),
    "homes_per_daa": (1.0, 20.0, 2.0),
    "parking_below_ground_share": (0.0, 0.9, 0.1),
}


@pytest.mark.parametrize("name", LAXER)
@given(data=st.data())
@settings(max_examples=6, deadline=None)
def test_a_laxer_rule_never_gives_fewer_homes(name, data):
    least, most, step = LAXER[name]
    value = data.draw(st.floats(least, most))
    rules = {
        "utilisation_16": data.draw(st.integers(10, 90)),
        "outdoor_per_home_m2": 20,
        "parking_per_home": 1,
    }
    if name == "plot_size_min_m2":
        rules["homes_max"] = data.draw(st.integers(1, 3))
    elif name != "homes_per_daa" and not name.startswith(("eaves", "ridge")):
        rules["storeys_max"] = data.draw(st.integers(1, 6))
    laxer = min(max(value + step, 0.0), 1.0 if name.endswith("_share") else 1e9)
    town = Town()
    for plot, figure in (("strict", value), ("lax", laxer)):
        town.plot(plot, built=(80, 150, 1)).part(plot, 2400, **rules, **{name: figure})
    found = town.homes()[HOMES]
    assert (found.loc["lax"] >= found.loc["strict"]).all()


def test_splitting_a_part_in_two_changes_nothing():
    rules = {"utilisation_16": 35, "storeys_max": 3, "outdoor_per_100_m2": 40, "homes_per_daa": 6,
             "outdoor_share": 0.2, "parking_per_100_m2": 1}  # fmt: skip
    whole = row(one(area=1500, **rules))
    split = row(one(area=900, **rules).part("p", 600, **rules))
    for name in whole.index:
        if name.startswith(("plan_", "potential_")) and isinstance(whole[name], float):
            assert split[name] == pytest.approx(whole[name], nan_ok=True), name
        elif name.endswith(("clause_id", "causes", "reason")):
            assert split[name] == whole[name]


def test_order_of_rows_decides_no_clause():
    town = one(utilisation_16=30).say("p:1", "utilisation_16", 30, clause="§ A")
    said = [
        town.homes(shuffle=turned).loc["p", "plan_binding_clause_id"] for turned in (None, True)
    ]
    assert said == ["§ A", "§ A"]


# --- gains ---------------------------------------------------------------------------------------


def test_gains_are_what_the_changed_rule_gives():
    """The naive way: analyse again with the rule changed, and take the difference."""
    draw = np.random.default_rng(5)
    names = ("utilisation_16", "storeys_max", "homes_max", "parking_per_home")
    steps = dict(zip(names, (1, 1, 1, -1), strict=True))
    gain_of = dict(zip(names, ("bya_point", "storey", "unit", "parking"), strict=True))
    cases = [
        {
            "area": float(draw.uniform(400, 6000)),
            "built": [(0, 0, 0), (90, 160, 1)][draw.integers(2)],
            "code": ["1111", "1113"][draw.integers(2)],
            "utilisation_16": float(draw.integers(10, 80)),
            "utilisation_18": float(draw.integers(40, 250)),
            "storeys_max": float(draw.integers(1, 6)),
            "homes_max": float(draw.integers(2, 40)),
            "parking_per_home": float(draw.choice([0.5, 1.0, 2.0])),
            "outdoor_per_home_m2": float(draw.integers(0, 60)),
        }
        for _ in range(60)
    ]

    def homes_of(rows):
        """Homes of a town in which each case is a plot."""
        town = Town()
        for number, case in enumerate(rows):
            rules = {k: v for k, v in case.items() if k not in ("area", "built")}
            town.plot(f"p{number:02d}", built=case["built"])
            town.part(f"p{number:02d}", case["area"], **rules)
        return town.homes()

    now = homes_of(cases)
    for name, step in steps.items():
        changed = homes_of([{**c, name: max(0.0, c[name] + step)} for c in cases])
        gain = now[f"potential_gain_{gain_of[name]}_homes_count"]
        assert gain.tolist() == (changed[HOMES[1]] - now[HOMES[1]]).tolist(), name
        assert (gain > 0).any()
        assert (now[f"potential_gain_{gain_of[name]}_unrounded_count"] >= -1e-9).all()


def test_gains_of_unknown_homes_are_unknown_and_of_other_land_none():
    town = Town().plot("unknown", built=(NAN, NAN, NAN)).part("unknown", 900, **ROOM)
    town.part("green", 900, code="3040", counts=False).part("capless", 900, **ROOM)
    found = town.homes().filter(like="potential_gain")
    assert found.loc["unknown"].isna().all()
    assert (found.loc["green"] == 0).all()
    assert (found.loc["capless"].filter(like="unit") == 0).all()


# --- land: safety class, noise, what is unknown --------------------------------------------------

BLOCK = {"area": 3000, "code": "1113", "utilisation_16": 40, "storeys_max": 4,
         "outdoor_per_home_m2": 20, "parking_per_home": 0}  # fmt: skip


def on_land(**facts):
    town = one(**BLOCK)
    town.further = pd.DataFrame({name: [value] for name, value in facts.items()}, index=["p"])
    return row(town)


@pytest.mark.parametrize(
    ("s3_m2", "wanted", "clause"),
    [
        (3000.0, 52, "§ storeys_max"),
        # 900 / (20 + 70 / 0.85 / 3.6) = 20.98 homes where large buildings may stand
        (900.0, 20, "§ outdoor_per_home_m2"),
        # 300 m² hold 6 homes; one building of ten may stand on the rest
        (300.0, 10, "TEK17 § 7-3"),
        (0.0, 10, "TEK17 § 7-3"),
    ],
)
def test_more_than_ten_homes_need_land_of_safety_class_s3(s3_m2, wanted, clause):
    found = on_land(constraint_usable_s3_m2=s3_m2)
    assert found[HOMES[1]] == wanted
    assert found["plan_binding_clause_id"] == clause
    # in high several buildings of ten homes stand side by side
    assert found[HOMES[2]] == on_land()[HOMES[2]] == 61
    assert ("safety_class" in causes(found)) == (s3_m2 < 3000)


@pytest.mark.parametrize(
    ("noise", "wanted"), [(0.0, [45, 52, 61]), (0.9, [15, 15, 61]), (1.0, [0, 0, 61]),
                          (NAN, [0, 52, 61])],
)  # fmt: skip
def test_outdoor_area_counts_where_it_is_quiet(noise, wanted):
    """10 % of 3000 m² is quiet: 300 / 20 = 15 homes; high trusts that the rest is screened."""
    found = on_land(constraint_noise_share=noise)
    assert figures(found, "potential_plan_homes_{}_count") == wanted
    assert ("noise_outdoor" in causes(found)) == (noise != 0.0)
    assert (found["plan_binding_clause_id"] == "T-1442") == (noise in (0.9, 1.0))


@pytest.mark.parametrize(
    ("facts", "cause"),
    [
        ({"constraint_reason": "storm_surge_unknown"}, "storm_surge_unknown"),
        ({"constraint_reason": "noise_layer_missing"}, "zones_missing"),
        ({"constraint_is_complete": False}, "zones_missing"),
    ],
)
def test_land_that_is_not_all_known_is_not_counted_by_low(facts, cause):
    found = on_land(**facts)
    assert found[HOMES].tolist() == [0, 52, 61]
    assert cause in causes(found)


def test_an_airport_surface_of_unknown_height_leaves_low_one_storey():
    found = on_land(constraint_reason="height_cap_unknown")
    assert figures(found, "plan_storeys_{}_count") == [1, 4, 4]
    assert "height_cap_unknown" in causes(found)


# --- disputed readings ---------------------------------------------------------------------------


def disputed(newer, older):
    town = Town()
    town.part("p", 600, code=newer, utilisation_16=80, storeys_max=2, **NOTHING)
    for name, figure in {"utilisation_16": 30, "storeys_max": 2, **NOTHING}.items():
        town.say("p:1", name, figure, reading="zone_910")
    town.parts[0] |= {"disputed_land_use_code": older, "disputed_regime_code": "rp2008",
                      "disputed_plan_id": "R0", "disputed_zone_name": "B1"}  # fmt: skip
    return row(town)


NOTHING = {"outdoor_per_home_m2": 0, "parking_per_home": 0}


def test_homes_that_only_the_older_plan_gives_are_held_by_high():
    """30 % of 600 m² × 2 × 0.9 = 324 m² / (165 × 0.85) = 2.31, by the older plan's figures."""
    found = disputed("1161", "1111")
    assert found[HOMES].tolist() == [0, 0, 2]
    assert found["plan_disputed_high_count"] == 2
    assert causes(found) >= {"zone_910"}
    assert found["potential_reason"].startswith("needs_rezoning") or found[
        "potential_reason"
    ].startswith("purpose_not_housing")


def test_homes_that_only_the_newer_plan_gives_are_not_held_by_low():
    found = disputed("1111", "1161")
    assert found[HOMES].tolist() == [0, 5, 6]
    assert found["plan_disputed_high_count"] == 0


def test_a_newer_plan_that_measures_otherwise_may_be_exhaustive():
    """60 % BRA of 600 m² is 360 m²; the older plan's 10 % BYA holds beside it, but not in high."""
    town = one(area=600, utilisation_18=60, utilisation_16=10, storeys_max=2, **NOTHING)
    town.says[1]["why_code"] = "filled_beside_utilisation"
    found = row(town)
    assert figures(found, "plan_bya_{}_m2") == [60, 60, 600]
    assert figures(found, "plan_bra_{}_m2") == pytest.approx([108, 108, 360])
    assert "filled_beside_utilisation" in causes(found)


def test_parking_below_ground_on_the_map_takes_no_bya():
    town = one(code="1113", utilisation_16=40, parking_per_home=1)
    town.parts[0]["has_parking_below"] = True
    assert row(town)["plan_home_parking_mid_m2"] == 0
    town.say("p:1", "parking_below_ground_share", 0.5)
    assert row(town)["plan_home_parking_mid_m2"] == pytest.approx(9)


def test_a_least_plot_size_alone_is_one_detached_home_a_plot_in_low():
    rules = {"area": 2000, "utilisation_18": 100, "plot_size_min_m2": 600, **NOTHING}
    found = row(one(**rules))
    assert (found[HOMES[0]], found["plan_plots_count"]) == (3, 3)
    assert found[HOMES[1]] == 12
    assert np.isnan(found["plan_homes_max_count"])
    assert "plot_size_min" in causes(found)
    assert row(one(code="1113", **rules))[HOMES[0]] > 3
    assert row(one(homes_max=4, **rules))[HOMES[0]] > 3  # what the plan says goes before


# --- what must never happen, on land of every kind -----------------------------------------------


def town_on_mixed_land(cases):
    """Blocks whose land is lost, open to small buildings alone, or noisy, at random."""
    draw, town, land = np.random.default_rng(5), Town(), {}
    for number, (area, rules, built) in enumerate(cases):
        plot, usable = f"p{number:03d}", draw.uniform(0.2, 1) * area
        town.plot(plot, built=built, usable=usable).part(plot, area, code="1113", **rules)
        land[plot] = (draw.uniform(0, 1) * usable, draw.uniform(0, 1))
    names = ["constraint_usable_s3_m2", "constraint_noise_share"]
    town.further = pd.DataFrame.from_dict(land, orient="index", columns=names)
    return town


def rules_at_random(count):
    draw = np.random.default_rng(11)
    for _ in range(count):
        rules = {"utilisation_16": draw.integers(5, 101), "storeys_max": draw.integers(1, 9),
                 "outdoor_per_home_m2": draw.integers(0, 201), "homes_max": draw.integers(0, 31),
                 "parking_per_home": draw.choice([0.0, 0.5, 1.0, 2.0])}  # fmt: skip
        stands = ((0, 0, 0), (90, 160, 1), (200, 600, 4))[draw.integers(3)]
        yield draw.uniform(200, 5000), {n: float(v) for n, v in rules.items()}, stands


@pytest.mark.parametrize(
    ("name", "step", "gain"),
    [
        ("utilisation_16", 1, "bya_point"),
        ("storeys_max", 1, "storey"),
        ("homes_max", 1, "unit"),
        ("parking_per_home", -1, "parking"),
        ("outdoor_per_home_m2", -20, None),
    ],
)
def test_a_laxer_rule_never_takes_homes_and_gives_what_was_told(name, step, gain):
    cases = list(rules_at_random(60))
    lax = [(a, {**r, name: max(0.0, r[name] + step)}, b) for a, r, b in cases]
    before, after = (town_on_mixed_land(c).homes() for c in (cases, lax))
    assert (before[HOMES[0]] <= before[HOMES[1]]).all()
    assert (before[HOMES[1]] <= before[HOMES[2]]).all()
    assert (after[HOMES] >= before[HOMES]).all().all()
    assert {"TEK17 § 7-3", "T-1442"} <= set(before["plan_binding_clause_id"])
    if gain:
        gained = after[HOMES[1]] - before[HOMES[1]]
        assert gained.tolist() == before[f"potential_gain_{gain}_homes_count"].tolist()
