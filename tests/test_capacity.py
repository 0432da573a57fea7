"""Plan homes on boxes: by hand, by trial, and by what a more permissive rule must never do."""

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plan_town import HOMES, SETTINGS, Town, one, row

from boligplan_geo.assumptions import Assumptions
from boligplan_geo.errors import texts
from boligplan_geo.potential.capacity import FORMULAS, filled_parameters, formulas_of
from boligplan_geo.potential.plan_rules.assumed import SAID_BY
from boligplan_geo.potential.plan_rules.heights import HEIGHTS
from boligplan_geo.rules import formulas

NAN = np.nan
LEVELS = ("low", "mid", "high")

# --- by hand -------------------------------------------------------------------------------------


def test_a_vacant_plot_by_hand():
    """1000 m² at 30 % on two storeys: ground of a home 165/1.8 + 36 = 127.7 m²; 300/127.7 = 2.3."""
    found = row(one(utilisation_16=30, storeys_max=2, outdoor_per_home_m2=150, parking_per_home=2))
    assert found["plan_bya_mid_m2"] == 300
    assert found["plan_bra_mid_m2"] == pytest.approx(300 * 2 * 0.9)
    assert found["plan_home_ground_mid_m2"] == pytest.approx(165 / 1.8 + 36)
    assert found["potential_by_outdoor_mid_count"] == pytest.approx(1000 / (150 + 165 / 1.8 + 36))
    assert found[HOMES].tolist() == [2, 2, 2]
    assert found["plan_binding_clause_id"] == "§ utilisation_16"
    assert found["potential_kind_code"] == "vacant"
    assert found["potential_reason"] == "not_built_yet"


def test_parking_counts_in_bya_and_once_in_a_given_bra():
    """BRA 600 m²: a home and its two spaces take 165 + 36 = 201 m²; without spaces 165."""
    with_parking = one(utilisation_17=600, outdoor_per_home_m2=0, parking_per_home=2)
    without = one(utilisation_17=600, outdoor_per_home_m2=0, parking_per_home=0)
    assert row(with_parking)["potential_by_bra_mid_count"] == pytest.approx(600 / 201)
    assert row(without)["potential_by_bra_mid_count"] == pytest.approx(600 / 165)
    assert row(without)["plan_binding_clause_id"] == "§ utilisation_17"


def test_outdoor_area_is_what_is_left_when_the_homes_stand():
    """50 m² outdoor and 165/1.8 m² ground a home on 600 m²: 4.2 homes, whatever the BYA allows."""
    rules = {"storeys_max": 2, "outdoor_per_home_m2": 50, "parking_per_home": 0}
    for bya in (90, 100):
        found = row(one(area=600, utilisation_16=bya, **rules))
        assert found["potential_by_outdoor_mid_count"] == pytest.approx(600 / (50 + 165 / 1.8))
        assert found[HOMES[1]] == 4
        assert found["plan_binding_clause_id"] == "§ outdoor_per_home_m2"


def test_a_unit_cap_counts_what_stands():
    rules = {"utilisation_18": 300, "outdoor_per_home_m2": 0, "parking_per_home": 0}
    found = row(one(homes_max=3, built=(80, 150, 1), **rules))
    assert found["plan_homes_max_count"] == 3
    assert found[HOMES].tolist() == [2, 2, 2]
    assert found["plan_binding_clause_id"] == "§ homes_max"
    assert found["potential_kind_code"] == "infill"


@pytest.mark.parametrize(
    ("code", "reason"), [(10, "no_building_permitted"), (11, "no_further_building")]
)
def test_types_10_and_11_leave_nothing(code, reason):
    found = row(one(built=(80, 150, 1), **{f"utilisation_{code}": NAN}))
    assert found[HOMES].tolist() == [0, 0, 0]
    assert found["potential_bra_mid_m2"] == 0
    assert found["plan_bya_mid_m2"] == (0 if code == 10 else 80)
    assert found["potential_reason"].split(";")[0] == reason
    assert found["potential_kind_code"] == "none"


def test_two_figures_the_strictest_counts():
    found = row(one(area=600, utilisation_16=30, utilisation_17=200, storeys_max=2))
    assert found["plan_bya_mid_m2"] == 180
    assert found["plan_bra_mid_m2"] == 200


def test_where_only_bra_is_limited_no_bya_is_assumed():
    found = row(one(area=600, utilisation_18=200, outdoor_per_home_m2=0, parking_per_home=0))
    assert np.isnan(found["plan_bya_mid_m2"])
    assert "bya_not_limited" in found["plan_reason"]
    assert found["plan_bra_mid_m2"] == 1200
    # the land itself still limits: 600 m² / (165 / 1.8)
    assert found["potential_by_ground_mid_count"] == pytest.approx(600 / (165 / 1.8))


def test_silent_plans_are_filled_by_dwelling_type_with_an_interval():
    found = row(one(code="1113"))
    low, mid, high = (found[f"plan_bya_{level}_m2"] for level in LEVELS)
    assert (low, mid, high) == pytest.approx((320, 400, 480))
    assert found["plan_storeys_mid_count"] == 4
    assert found["plan_binding_clause_id"] == "assumption:bya_block_share"


def test_coverage_without_storeys_is_an_interval():
    found = row(one(utilisation_16=30))
    assert [found[f"plan_bra_{level}_m2"] for level in LEVELS] == pytest.approx([270, 540, 810])


def test_centre_purposes_hold_homes_in_a_share():
    rules = {"utilisation_17": 1000, "storeys_max": 5, "outdoor_per_home_m2": 0}
    found = row(one(code="1130", parking_per_home=0, **rules))
    assert found["potential_bra_mid_m2"] == pytest.approx(600)
    assert found[HOMES].tolist() == [4, 7, 11]
    said = row(one(code="1130", parking_per_home=0, housing_share=0.5, **rules))
    assert said["potential_bra_mid_m2"] == pytest.approx(500)


def test_split_zones_sum_and_what_is_not_plot_is_left_out():
    town = Town().part("p", 300, utilisation_16=30).part("p", 300, utilisation_16=50)
    town.part("p", 200, code="2011", counts=False)
    found = row(town)
    assert found["plan_net_plot_m2"] == 600
    assert found["plan_bya_mid_m2"] == 240
    assert found["plan_land_use_code"] == "1111"


def test_housing_beside_another_purpose_takes_its_share_of_what_stands():
    town = Town().plot("p", built=(100, 200, 0))
    town.part("p", 600, utilisation_18=100).part("p", 400, code="1161", utilisation_18=100)
    found = row(town)
    assert found["plan_bra_mid_m2"] == 1000
    assert found["potential_bra_mid_m2"] == pytest.approx(600 - 0.6 * 200)


def test_hard_zones_limit_the_ground():
    rules = {
        "utilisation_16": 60,
        "storeys_max": 2,
        "outdoor_per_home_m2": 0,
        "parking_per_home": 0,
    }
    found = row(one(usable=200, **rules))
    assert found["potential_ground_left_mid_m2"] == 200
    assert found["plan_bya_mid_m2"] == 600
    assert found["plan_binding_clause_id"] == "constraint"
    none = row(one(usable=0.0, **rules))
    assert none[HOMES].tolist() == [0, 0, 0]
    assert none["potential_reason"].startswith("no_usable_land")


# --- fields --------------------------------------------------------------------------------------


def test_a_figure_per_field_is_shared_by_area():
    town = Town()
    town.part("p", 600, utilisation_17=(600.0, "field"))
    town.part("q", 300, utilisation_17=(600.0, "field"))
    assert town.homes()["plan_bra_mid_m2"].tolist() == pytest.approx([400, 200])


def test_a_field_keeps_what_stands_and_shares_the_rest():
    town = Town().plot("p", built=(50, 100, 1)).plot("q")
    town.part("p", 500, utilisation_17=(600.0, "field"))
    town.part("q", 500, utilisation_17=(600.0, "field"))
    found = town.homes()
    assert found["plan_bra_mid_m2"].tolist() == pytest.approx([350, 250])
    assert found["potential_bra_mid_m2"].tolist() == pytest.approx([250, 250])


@given(
    budget=st.floats(0, 5000),
    plots=st.lists(st.tuples(st.floats(100, 2000), st.floats(0, 900)), min_size=1, max_size=6),
)
@settings(max_examples=10, deadline=None)
def test_the_plots_of_a_field_never_sum_to_more_than_its_budget(budget, plots):
    town = Town()
    for number, (area, bra) in enumerate(plots):
        town.plot(f"p{number}", built=(bra / 2, bra, 1))
        town.part(f"p{number}", area, utilisation_17=(budget, "field"), homes_max=(7, "field"))
    found = town.homes()
    assert found["plan_bra_mid_m2"].sum() == pytest.approx(budget, abs=1e-6)
    room = max(0.0, budget - sum(bra for _, bra in plots))
    assert found["potential_bra_mid_m2"].sum() == pytest.approx(room, abs=1e-6)
    assert found[HOMES[1]].sum() <= max(0, 7 - len(plots))


def test_a_basis_that_is_not_said_is_an_interval():
    town = Town()
    for plot in "pq":
        town.part(plot, 500, utilisation_17=(600.0, None))
    found = town.homes().loc["p"]
    assert [found[f"plan_bra_{level}_m2"] for level in LEVELS] == pytest.approx([300, 300, 600])


# --- lines, kinds, readiness ---------------------------------------------------------------------

ROOM = {"utilisation_18": 200, "outdoor_per_home_m2": 0, "parking_per_home": 0}


def test_lines():
    town = Town()
    town.part("future", 900, code="1110", regime="kp2008", plan="K", status=2, **ROOM)
    town.part("unbuilt", 900, plan="R2", **ROOM)
    town.plot("built", built=(80, 150, 1)).part("built", 900, plan="R3", **ROOM)
    town.part("gap", 900, plan="R3", **ROOM)
    town.part("quay", 4000, code="1300", regime="kp2008", plan="K")
    found = town.homes()
    assert found["potential_line_code"].tolist() == [
        "arealreserve", "arealreserve", "fortetting", "fortetting", "transformasjon",
    ]  # fmt: skip
    quay = found.loc["quay"]
    assert quay[HOMES].tolist() == [0, 0, 0]
    assert quay["potential_reason"].startswith("needs_rezoning")
    assert quay["potential_transformation_homes_mid_count"] > 0
    others = found.drop(index="quay")
    assert (others["potential_transformation_homes_mid_count"] == 0).all()


def test_homes_are_split_by_what_must_come_first():
    town = Town()
    town.part("now", 900, **ROOM).part("open", 900, phasing_required=1, **ROOM)
    town.part("plan", 900, plan_required=1, phasing_required=1, **ROOM)
    town.part("done", 900, phasing_required=0, **ROOM).part("zone", 900, **ROOM)
    for plot in ("done", "zone"):  # H430; what the provision calls fulfilled is fulfilled
        town.zones.append((f"{plot}:1", "K", "430", 1.0, "infrastruktur"))
    found = town.homes()
    names = ["now", "after_phasing", "after_plan"]
    split = found[[f"potential_{name}_homes_count" for name in names]].set_axis(names, axis=1)
    assert (split.sum(axis=1) == found[HOMES[1]]).all()
    assert (found[HOMES[1]] > 0).all()
    assert split.idxmax(axis=1).to_dict() == {
        "now": "now", "open": "after_phasing", "plan": "after_plan", "done": "now",
        "zone": "after_phasing",
    }  # fmt: skip


# --- what is not known ---------------------------------------------------------------------------


def test_unknown_is_never_zero():
    town = Town()
    town.part("layer", 900, code=None, regime=None, plan=None, reason="plan_layer_missing")
    town.part("unplanned", 900, code=None, regime=None, plan=None, counts=False, reason="no_plan")
    town.part("code", 900, code="7777", counts=False)
    town.part("half", 900, **ROOM).part("half", 90, code="7777", counts=False)
    town.plot("built", built=(NAN, NAN, NAN)).part("built", 900, **ROOM)
    town.part("scattered", 900, code="5210", counts=False)
    town.part("figure", 900, utilisation_16=NAN)
    found = town.homes()
    assert found[HOMES].isna().all().all()
    first = found["potential_reason"].str.split(";").str[0]
    assert first.tolist() == [
        "plan_layer_missing", "no_plan", "unknown_land_use_code", "unknown_land_use_code",
        "built_unknown", "scattered_housing", "utilisation_value_missing",
    ]  # fmt: skip
    assert found.loc["built", "plan_bra_mid_m2"] == 1800
    assert found["potential_kind_code"].isna().all()


def test_unplanned_land_beside_housing_adds_none():
    town = one(area=900, **ROOM).part("p", 300, code=None, regime=None, plan=None, counts=False)
    assert row(town)[HOMES[1]] == row(one(area=900, **ROOM))[HOMES[1]] > 0


def test_green_and_road_hold_no_homes_and_that_is_known():
    found = row(one(code="3040", counts=False))
    assert found[["plan_net_plot_m2", "plan_bya_mid_m2", *HOMES]].tolist() == [0] * 5
    assert found["potential_reason"].startswith("purpose_not_housing")


def test_homes_that_stand_are_estimated_from_bra_where_the_register_is_silent():
    found = row(one(homes_max=3, built=(100, 330, NAN), **ROOM))
    assert found["plan_standing_homes_count"] == pytest.approx(2)
    assert found[HOMES[1]] == 1


def town_of_many():
    """Purposes × figures × what stands: most combinations that a town holds."""
    town = Town()
    kommuneplan = [(code, "kp2008") for code in ("1110", "1800", "1300", "5210", "1")]
    codes = [*kommuneplan, *((code, "rp2008") for code in ("1111", "1130", "1161"))]
    figures = [{}, {"utilisation_16": 30}, {"utilisation_18": 150, "homes_max": 3},
               {"utilisation_4": 0.5}, {"utilisation_15": (400, "field"), "storeys_max": 3},
               {"utilisation_10": NAN}, {"utilisation_11": NAN}]  # fmt: skip
    built = [(0, 0, 0), (120, 200, 1), (900, 2500, 20), (NAN, NAN, NAN)]
    for number, ((code, regime), rules, stands) in enumerate(
        itertools.product(codes, figures, built)
    ):
        plot = f"p{number:03d}"
        town.plot(plot, built=stands)
        town.part(plot, 700 + number, code=code, regime=regime, counts=code[0] == "1", **rules)
        if number % 3 == 0 and rules:
            town.say(f"{plot}:1", "utilisation_16", 60.0, reading="zone_910")
            town.say(f"{plot}:1", "storeys_max", 3.0, reading="zone_910")
    return town


@pytest.fixture(scope="module")
def many():
    return town_of_many().homes()


def test_low_mid_high_never_cross(many):
    for pattern in ("potential_plan_homes_{}_count", "potential_transformation_homes_{}_count",
                    "plan_bya_{}_m2", "plan_bra_{}_m2"):  # fmt: skip
        low, mid, high = (many[pattern.format(level)] for level in LEVELS)
        assert (low.isna() == high.isna()).all()
        assert ((low <= mid) & (mid <= high) | low.isna()).all(), pattern
        assert (low.dropna() >= 0).all()


def test_every_null_has_a_reason_that_is_in_the_vocabulary(many):
    for theme in ("plan", "potential"):
        figures = [c for c in many if c.startswith(theme) and c.endswith(("_m2", "_count"))]
        lacks = many[figures].isna().any(axis=1)
        assert many.loc[lacks, f"{theme}_reason"].notna().all()
        said = set(many[f"{theme}_reason"].dropna().str.split(";").explode())
        assert said <= set(texts("reasons"))


def test_the_order_of_rows_changes_nothing(many):
    turned = town_of_many().homes(shuffle=True).loc[many.index]
    pd.testing.assert_frame_equal(turned, many)


def test_what_is_shown_is_what_ran(many):
    town = town_of_many()
    names = ["built_bya_m2", "built_bra_m2", "built_homes_count"]
    built = pd.DataFrame.from_dict(town.stands, orient="index", columns=names, dtype=float)
    usable = many["plan_net_plot_m2"]
    table = many.join(built).assign(constraint_usable_m2=usable, constraint_usable_s3_m2=usable)
    housing = table[(table["plan_housing_plot_m2"] > 0) & table[HOMES[1]].notna()]
    assert len(housing) > 50
    for name, formula in formulas_of("mid").items():
        assert set(formulas.names(formula)) <= set(table)
        if not name.startswith("potential_transformation"):
            again = formulas.evaluate(formula, housing)
            np.testing.assert_array_equal(again, housing[name].to_numpy())
    assert set(formulas_of("low")) < set(FORMULAS)


# --- against trial, and what must never happen ---------------------------------------------------

STANDING = [(0, 0, 0), (90, 160, 1), (200, 600, 4)]


def drawn(count, seed):
    """Plots with rules drawn at random: area, rules, what stands."""
    draw = np.random.default_rng(seed)
    for _ in range(count):
        rules = {
            "utilisation_16": float(draw.integers(5, 101)),
            "storeys_max": float(draw.integers(1, 9)),
            "outdoor_per_home_m2": float(draw.integers(0, 201)),
            "parking_per_home": float(draw.choice([0.0, 0.5, 1.0, 2.0])),
            "homes_max": float(draw.integers(0, 31)),
        }
        yield float(draw.uniform(200, 5000)), rules, STANDING[draw.integers(3)]


def town_of(cases, usable_share=1.0):
    town = Town()
    for number, (area, rules, built) in enumerate(cases):
        town.plot(f"p{number:03d}", built=built, usable=usable_share * area)
        town.part(f"p{number:03d}", area, **rules)
    return town


def tried(area, rules, built):
    """Add one home at a time until a rule is broken."""
    bya, bra, homes = built
    ground = 165 / (rules["storeys_max"] * 0.9)
    space = rules["parking_per_home"] * 18
    permitted = rules["utilisation_16"] / 100 * area
    for new in itertools.count():
        more = new + 1
        taken = bya + (homes + more) * space + more * ground
        outdoor = (homes + more) * rules["outdoor_per_home_m2"]
        breaks = (
            taken > permitted + 1e-6
            or bra + more * 165 > permitted * rules["storeys_max"] * 0.9 + 1e-6
            or taken + outdoor > area + 1e-6
            or homes + more > rules["homes_max"]
        )
        if breaks:
            return new


def test_agrees_with_adding_homes_one_by_one():
    cases = list(drawn(400, seed=1))
    found = town_of(cases).homes()[HOMES[1]]
    assert found.tolist() == [tried(*case) for case in cases]
    assert found.nunique() > 10


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("utilisation_16", 7),
        ("storeys_max", 1),
        ("outdoor_per_home_m2", -20),
        ("parking_per_home", -0.5),
        ("homes_max", 2),
    ],
)
def test_a_more_permissive_rule_never_lowers_potential(name, step):
    cases = list(drawn(150, seed=2))
    lax = [(a, {**r, name: max(0.0, r[name] + step)}, b) for a, r, b in cases]
    before, after = (town_of(c, usable_share=0.7).homes()[HOMES] for c in (cases, lax))
    assert (after >= before).all().all()
    assert (after > before).any().any()


def test_more_usable_land_never_lowers_potential():
    cases = list(drawn(150, seed=3))
    shares = (0.0, 0.3, 0.6, 1.0)
    rows = [town_of(cases, usable_share=share).homes()[HOMES[1]] for share in shares]
    assert all((more >= less).all() for less, more in itertools.pairwise(rows))
    assert (rows[0] == 0).all()


def test_before_rounding_capacity_scales_with_the_plot():
    rules = {"utilisation_16": 40, "storeys_max": 3, "outdoor_per_home_m2": 30}
    found = town_of([(500.0 * times, rules, (0, 0, 0)) for times in (1, 2, 5)]).homes()
    for name in ("potential_by_ground_mid_count", "potential_by_outdoor_mid_count"):
        assert (found[name] / found[name].iloc[0]).tolist() == pytest.approx([1, 2, 5])


def test_smaller_homes_never_give_fewer():
    town = one(code="1113", utilisation_16=40, storeys_max=4)
    counts = [row(town, Assumptions(dwelling_bra_m2=size))[HOMES[1]] for size in (90, 70, 50)]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]


# --- what is exported ----------------------------------------------------------------------------


def test_assumed_parameters_are_added_where_every_plan_is_silent():
    parts = pd.DataFrame(
        {
            "plot_id": ["p", "q", "r"],
            "regime_code": "rp2008",
            "land_use_code": ["1111", "1113", "3040"],
            "counts_as_plot": [True, True, False],
        },
        index=["p:1", "q:1", "r:1"],
    )
    recorded = pd.DataFrame(
        {
            "part_id": ["p:1", "p:1", "q:1"],
            "parameter_code": ["utilisation_17", "storeys_max", "parking_per_home"],
            "source_code": ["map", "provision", "provision"],
        }
    )
    table = filled_parameters(pd.DataFrame(index=["p", "q", "r"]), parts, recorded, SETTINGS)
    assert table.iloc[:3]["source_code"].tolist() == ["map", "provision", "provision"]
    added = table[table["source_code"] == "assumption"]
    assert set(zip(added["part_id"], added["parameter_code"], strict=True)) == {
        ("p:1", "outdoor_per_home_m2"), ("p:1", "parking_per_home"),
        ("q:1", "utilisation_16"), ("q:1", "storeys_max"), ("q:1", "outdoor_per_home_m2"),
    }  # fmt: skip
    bya = added.set_index(["part_id", "parameter_code"]).loc[("q:1", "utilisation_16")]
    assert [bya["value_min"], bya["value_max"]] == pytest.approx([32, 48])
    assert bya["clause_id"] == "assumption:bya_block_share"


def test_what_says_a_thing_otherwise_leaves_nothing_to_assume():
    parts = pd.DataFrame(
        {"plot_id": "p", "regime_code": "rp2008", "land_use_code": "1113", "counts_as_plot": True},
        index=["p:1"],
    )
    recorded = pd.DataFrame(
        {
            "part_id": "p:1",
            "parameter_code": ["utilisation_16", "ridge_kote_max_m", "parking_per_100_m2"],
            "value_min": [20.0, NAN, 1.0],
            "value_max": [NAN, 40.0, NAN],
        }
    )
    table = filled_parameters(pd.DataFrame(index=["p"]), parts, recorded, SETTINGS)
    # a least alone does not say how much may be built
    assert table.iloc[3:]["parameter_code"].tolist() == ["utilisation_16", "outdoor_per_home_m2"]
    assert {name for names in SAID_BY.values() for name in names} >= set(HEIGHTS)


# --- dwelling type -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("regime", "code", "storeys", "kind"),
    [
        ("kp2008", "1110", None, "row"),
        ("rp2008", "1110", 2, "row"),
        ("rp2008", "1110", 3, "block"),
        ("kp1985", "110", 4, "block"),
        ("rp1985", "110", 4, "block"),
        ("rp2008", "1111", 4, "detached"),
    ],
)
def test_storeys_decide_where_the_purpose_says_only_homes(regime, code, storeys, kind):
    rules = {} if storeys is None else {"storeys_max": storeys}
    assert row(one(code=code, regime=regime, **rules))["potential_dwelling_type_code"] == kind


def test_a_block_by_its_storeys_by_hand():
    """1000 m² at 35 % on four storeys: 70/0.85 = 82.4 m² a home, 22.9 + 0.8 × 18 = 37.3 m² ground;
    350/37.3 = 9.4. On two storeys it is a row: 105 m², 58.3 + 22.5 = 80.8 m²; 350/80.8 = 4.3."""
    high = row(one(code="1110", utilisation_16=35, storeys_max=4))
    assert high["plan_home_bra_mid_m2"] == pytest.approx(70 / 0.85)
    assert high["plan_home_outdoor_mid_m2"] == SETTINGS.outdoor_block_m2
    assert high["plan_home_ground_mid_m2"] == pytest.approx(70 / 0.85 / 3.6 + 14.4)
    assert high["potential_plan_homes_mid_count"] == 9
    low = row(one(code="1110", utilisation_16=35, storeys_max=2))
    assert low["plan_home_ground_mid_m2"] == pytest.approx(105 / 1.8 + 22.5)
    assert low["potential_plan_homes_mid_count"] == 4


def test_storeys_of_a_disputed_older_plan_decide_no_dwelling_type():
    town = one(code="1110", storeys_max=2).say("p:1", "storeys_max", 5, reading="zone_910")
    assert row(town)["potential_dwelling_type_code"] == "row"


def test_a_plot_takes_the_type_of_its_largest_housing_part():
    town = one(area=700, code="2010", counts=False)
    town.part("p", 300, code="1110", storeys_max=4).part("p", 200, code="1111")
    assert row(town)["potential_dwelling_type_code"] == "block"
    road = one(code="2010", counts=False)
    assert pd.isna(row(road)["potential_dwelling_type_code"])


# --- slivers -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("road_m2", "scattered_m2", "is_unknown"),
    [(7800, 182, False), (7600, 400, True), (7600, 399, False), (100, 150, True)],
)
def test_a_strip_of_scattered_housing_along_a_road_is_no_plot(road_m2, scattered_m2, is_unknown):
    town = one(area=road_m2, code="2010", regime="kp2008", counts=False)
    town.part("p", scattered_m2, code="5210", regime="kp2008", counts=False)
    found = row(town)
    assert np.isnan(found["potential_plan_homes_mid_count"]) == is_unknown
    assert ("scattered_housing" in found["potential_reason"]) == is_unknown
    assert ("purpose_not_housing" in found["potential_reason"]) != is_unknown


@pytest.mark.parametrize(("sliver_m2", "is_unknown"), [(4.0, False), (6.0, True)])
def test_a_sliver_of_an_unknown_code_leaves_homes_known(sliver_m2, is_unknown):
    town = one(utilisation_16=30, storeys_max=2).part("p", sliver_m2, code="7777")
    assert np.isnan(row(town)["potential_plan_homes_mid_count"]) == is_unknown


# --- low and high from what is kept --------------------------------------------------------------


def test_low_and_high_are_made_again_from_the_inputs_that_are_kept():
    town = one(code="1110", utilisation_16=30, built=(80, 150, 1), homes_max=(6, None))
    town.say("p:1", "utilisation_16", 60, reading="zone_910")
    table = town.part("q", 900, code="1130", utilisation_4=0.8).homes()
    table[["built_bya_m2", "built_bra_m2", "built_homes_count"]] = [[80, 150, 1], [0, 0, 0]]
    for level in LEVELS:
        wanted = {n: f for n, f in formulas_of(level).items() if "transformation" not in n}
        kept = table.drop(columns=[n for n in wanted if n in table and level in n])
        for name in ("usable_share", "usable_s3_share", "usable_m2", "usable_s3_m2"):
            del wanted[f"plan_{name}"]
        del wanted["plan_standing_homes_count"]
        again = formulas.derive(wanted, kept.select_dtypes("number"))
        name = f"potential_plan_homes_{level}_count"
        assert again[name].tolist() == table[name].tolist()
    assert (
        table.loc["p", "potential_plan_homes_low_count"]
        < table.loc["p", "potential_plan_homes_high_count"]
    )
