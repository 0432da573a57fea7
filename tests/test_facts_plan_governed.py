"""What governs a part once zones, express provisions and dates have had their say: on boxes."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from boligplan_geo.facts import plan
from boligplan_geo.rules import precedence

CRS = "EPSG:25833"
LAND = shapely.box(0, 0, 20, 10)


def layer(index, rows, geometry):
    ids = pd.Index([f"{index}{n}" for n in range(1, len(geometry) + 1)], name=f"{index}_id")
    return gpd.GeoDataFrame(rows, geometry=list(geometry), index=ids, crs=CRS)


PLOTS = layer("plot", {}, [LAND])
AREAS = layer(
    "area",
    {
        "plan_id": ["KPA", "R1"],
        "land_use_code": ["3040", "1113"],
        "regime_code": ["kp2008", "rp2008"],
        "land_use_status_code": 1,
        "zone_name": ["G1", "B1"],
        "vertical_level_code": np.nan,
    },
    [LAND.buffer(5), LAND.buffer(1)],
)


def plans(**more):
    table = {
        "plan_status_code": [3, 3],
        "plan_type_code": [20, 35],
        "adopted_date": pd.to_datetime(["2020-06-01", "2012-05-05"]),
        "is_private_proposal": [False, True],
    }
    return pd.DataFrame(table, index=pd.Index(["KPA", "R1"], name="plan_id")).assign(**more)


def zone(code, *, plan_id="KPA", group="detaljering", kind=None, shape=LAND, until=None):
    rows = {
        "plan_id": [plan_id],
        "zone_group_code": [group],
        "zone_code": [code],
        "zone_name": ["H"],
        "zone_type": [kind],
        "until_date": pd.to_datetime([until]),
    }
    return layer("zone", rows, [shape])


def settled(areas=AREAS, *, given=None, zones=None, as_of=None, overrides=None):
    """The one part of the plot, and its stack."""
    given = plans() if given is None else given
    parts, stack = plan.parts(PLOTS, areas, given)
    over = None if zones is None else plan.zones(parts, zones, given)
    parts, stack = plan.governed(
        parts, stack, over, areas, given, plan_overrides=overrides, as_of=as_of
    )
    assert len(parts) == 1
    return parts.iloc[0], stack


def test_without_more_the_newest_governs_and_nothing_is_disputed():
    part, stack = settled()
    assert (part.plan_id, part.land_use_code, part.governs_reason) == ("KPA", "3040", "newer_plan")
    assert not part.counts_as_plot
    assert part.filter(like="disputed_").isna().all()
    assert stack["area_id"].tolist() == ["area1", "area2"]
    assert stack["moved_by"].isna().all()


def test_the_override_table_settles_the_purpose_too():
    word = pd.DataFrame({"prevailing_plan_id": ["R1"], "yielding_plan_id": ["KPA"]})
    part, stack = settled(overrides=word)
    assert (part.plan_id, part.land_use_code, part.regime_code) == ("R1", "1113", "rp2008")
    assert (part.governs_reason, part.zone_name) == ("override", "B1")
    assert part.counts_as_plot
    assert stack["area_id"].tolist() == ["area2", "area1"]
    express, _ = settled(overrides=word.assign(clause_id="KPA § 1.3"))
    assert express.governs_reason == "express_provision"
    for_parking, _ = settled(overrides=word.assign(parameter_code="parking_per_home"))
    assert for_parking.plan_id == "KPA"


def test_zone_910_carries_the_purpose_of_both_readings():
    part, _ = settled(zones=zone("910"))
    assert part.plan_id == "KPA"
    other = part.filter(like="disputed_")
    assert other.tolist() == ["R1", "area2", "B1", "1113", "rp2008"]
    for nothing in (zone("910", plan_id="R1"), zone("910", shape=shapely.box(0, 0, 8, 10))):
        assert settled(zones=nothing)[0].filter(like="disputed_").isna().all()


def test_zone_910_disputes_nothing_where_the_detail_plan_prevails_by_express_provision():
    word = pd.DataFrame({"prevailing_plan_id": ["R1"], "yielding_plan_id": ["KPA"]})
    part, _ = settled(zones=zone("910"), overrides=word.assign(clause_id="§ 1"))
    assert part.plan_id == "R1"
    assert part.filter(like="disputed_").isna().all()


def test_a_plan_exempt_from_legal_effect_leaves_the_land_to_the_other():
    exempt = zone("141", group="restriksjon")
    part, stack = settled(zones=exempt)
    assert (part.plan_id, part.governs_reason) == ("R1", "only_plan")
    assert stack["plan_id"].tolist() == ["R1"]
    assert not part.is_without_effect
    alone, _ = settled(AREAS.iloc[:1], zones=exempt)
    assert (alone.plan_id, alone.governs_reason) == ("KPA", "no_legal_effect")
    assert alone.is_without_effect
    assert not settled(zones=zone("141", group="fare"))[0].is_without_effect, "another group's code"


def test_a_temporary_ban_holds_until_its_date():
    ban = zone("", group="forbud")
    assert settled(zones=ban, as_of="2024-01-01")[0].has_temporary_ban
    ended = zone("", group="forbud", until="2023-05-01")
    assert not settled(zones=ended, as_of="2024-01-01")[0].has_temporary_ban
    assert settled(zones=ended)[0].has_temporary_ban, "without a date it may still hold"
    named = zone("", group="bestemmelse", kind="Midlertidig forbud mot tiltak")
    assert settled(zones=named)[0].has_temporary_ban
    assert not settled(zones=zone("910"))[0].has_temporary_ban
    assert pd.isna(settled()[0].has_temporary_ban), "no zones given: unknown"


@pytest.mark.parametrize(
    ("more", "as_of", "expected"),
    [
        ({}, "2022-05-05", True),
        ({}, "2022-05-04", False),
        ({}, None, None),
        ({"is_private_proposal": [None, None]}, "2024-01-01", None),
        ({"is_private_proposal": [None, None]}, "2021-01-01", False),
        ({"is_private_proposal": [False, False]}, "2024-01-01", False),
        ({"plan_type_code": [20, 34]}, "2024-01-01", False),
        ({"plan_type_code": [20, np.nan]}, "2024-01-01", None),
        ({"adopted_date": pd.NaT}, "2024-01-01", None),
    ],
)
def test_a_private_detail_plan_lapses_after_ten_years(more, as_of, expected):
    """Pbl § 12-4; what is not known is null unless another fact already says no."""
    part, _ = settled(AREAS.iloc[1:], given=plans(**more), as_of=as_of)
    assert part.is_over_ten_years is expected
    dated = as_of is not None and "adopted_date" not in more
    assert pd.isna(part.plan_age_years) != dated
    if dated:
        days = pd.Timestamp(as_of) - pd.Timestamp("2012-05-05")
        assert part.plan_age_years == pytest.approx(days.days / 365.25)


def test_proposals_govern_only_when_they_are_read():
    given = plans(plan_status_code=[3, 2])
    assert settled(given=given)[0].plan_id == "KPA"
    part, stack = settled(given=precedence.with_proposals(given))
    assert (part.plan_id, part.governs_reason, part.is_proposed) == ("R1", "proposed_plan", True)
    assert stack["plan_id"].tolist() == ["R1", "KPA"]
    (note,) = plan.notes(pd.DataFrame([part]), stack, precedence.with_proposals(given))
    assert (note.code, note.ids) == ("plans_proposed", ("R1",))


def test_doubtful_plans_are_said():
    given = plans(adopted_date=pd.Timestamp("2020-06-01"))
    part, stack = settled(given=given)
    assert (part.plan_id, part.governs_reason) == ("R1", "same_date")
    said = plan.notes(pd.DataFrame([part]), stack, given)
    assert [(n.code, n.ids) for n in said] == [("plans_same_date", ("KPA", "R1"))]
    given = plans(plan_status_code=[np.nan, 3])
    part, stack = settled(given=given)
    assert (part.plan_id, part.governs_reason) == ("KPA", "plan_status_missing")
    word = pd.DataFrame({"prevailing_plan_id": ["R9"], "yielding_plan_id": ["KPA"]})
    said = plan.notes(pd.DataFrame([part]), stack, given, word)
    codes = [(n.code, n.ids) for n in said]
    assert codes == [("plan_status_missing", ("KPA",)), ("override_unknown_plan", ("R9",))]
    for note in said:
        assert note.ids[0] in note.text()
        assert note.ids[0] in note.text("en")


@pytest.mark.parametrize(
    ("code", "level", "status", "expected"),
    [("2082", 1, 3, True), ("2082", 2, 3, False), ("1113", 1, 3, False), ("2082", 1, 2, False)],
)
def test_below_ground_only_parking_counts_and_only_by_a_plan_in_force(
    code, level, status, expected
):
    below = AREAS.iloc[[1]].rename(index={"area2": "area3"})
    below = below.assign(plan_id="R2", land_use_code=code, vertical_level_code=float(level))
    given = pd.concat([plans(), plans().iloc[[1]].rename(index={"R1": "R2"})])
    given.loc["R2", "plan_status_code"] = status
    given.loc["R2", "adopted_date"] = pd.Timestamp("2001-01-01")
    part, stack = settled(pd.concat([AREAS, below]), given=given)
    assert part.has_parking_below == expected
    assert part.plan_id == "KPA"
    assert ("R2" in stack["plan_id"].tolist()) == (level == 2 and status == 3)
