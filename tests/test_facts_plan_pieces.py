"""Pieces tile the land to the last bit, agree with plan parts, and do not depend on the order."""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from test_facts_plan import areas_of, plans_of, random_town

from boligplan_geo import read_municipality
from boligplan_geo.facts import plan

HERE = Path(__file__).parent
CLOSES_M2 = 1e-6


def gap_and_overlap(pieces, extent):
    """Area of the extent under no piece, of pieces outside it, and under two pieces: by shapely."""
    shapes = pieces.geometry.to_numpy()
    a, b = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    pairs = a < b
    twice = shapely.area(shapely.intersection(shapes[a[pairs]], shapes[b[pairs]])).sum()
    covered = shapely.union_all(shapes)
    return (extent - covered).area, (covered - extent).area, twice


def test_by_hand():
    areas = areas_of(
        ("KPA", "1110", shapely.box(0, 0, 10, 10)),
        ("KPA", "2010", shapely.box(10, 0, 20, 10)),
        ("R1", "1113", shapely.box(5, 0, 15, 5)),
    )
    pieces, stack = plan.pieces(
        areas, plans_of(KPA="2015-01-01", R1="2021-01-01"), shapely.box(0, 0, 30, 10)
    )
    assert pieces["area_m2"].tolist() == [100, 75, 75, 25, 25]
    assert pieces["land_use_code"].fillna("").tolist() == ["", "1110", "2010", "1113", "1113"]
    assert pieces["governs_reason"].tolist() == [
        "no_plan", "only_plan", "only_plan", "newer_plan", "newer_plan",
    ]  # fmt: skip
    over = stack.groupby("piece_id")["area_id"].agg("".join)
    assert over.to_dict() == {2: "a", 3: "b", 4: "ca", 5: "cb"}
    assert stack.loc[stack["piece_id"] == 4, "level"].tolist() == [0, 3]
    assert stack.loc[stack["piece_id"] == 4, "date"].dt.year.tolist() == [2021, 2015]
    assert (stack["plan_status_code"] == 3).all()
    planned, _ = plan.pieces(areas, plans_of(KPA="2015-01-01", R1="2021-01-01"))
    assert planned["area_m2"].tolist() == [75, 75, 25, 25]


def test_zone_910_cuts_pieces_and_carries_both_readings():
    whole = shapely.box(0, 0, 20, 10)
    areas = areas_of(("KPA", "3040", whole), ("R1", "1113", whole))
    row = {"plan_id": ["KPA"], "zone_group_code": "detaljering", "zone_code": "910",
           "zone_name": "H910", "zone_type": None, "until_date": pd.NaT}  # fmt: skip
    zones = gpd.GeoDataFrame(row, geometry=[shapely.box(0, 0, 5, 10)], crs=areas.crs)
    dates = plans_of(KPA="2020-01-01", R1="2010-01-01")
    pieces, _ = plan.pieces(areas, dates, plan_zones=zones.rename_axis("zone_id"))
    assert pieces["area_m2"].tolist() == [150, 50]
    assert pieces["land_use_code"].tolist() == ["3040", "3040"]
    assert pieces["disputed_land_use_code"].tolist() == [None, "1113"]


@pytest.mark.parametrize("seed", [3, 77, 2024])
def test_random_towns_are_tiled_and_agree_with_plan_parts(seed):
    plots, areas, plans = random_town(seed)
    extent = shapely.box(0, 0, 300, 300)
    pieces, stack = plan.pieces(areas, plans, extent)
    assert max(gap_and_overlap(pieces, extent)) <= CLOSES_M2
    assert pieces["area_m2"].sum() == pytest.approx(extent.area, abs=CLOSES_M2)
    parts, part_stack = plan.parts(plots, areas, plans, sliver_m2=0.0)

    def by_stack(table, over, key):
        names = over.groupby(key, sort=False)["area_id"].agg("".join)
        return table["area_m2"].groupby(names.reindex(table.index).fillna("")).sum()

    both = by_stack(parts, part_stack, "part_id"), by_stack(pieces, stack, "piece_id")
    joined = pd.concat(both, axis=1).fillna(0.0)
    assert np.allclose(joined.iloc[:, 0], joined.iloc[:, 1], atol=0.05)


def test_order_of_plans_and_features_changes_nothing():
    _, areas, plans = random_town(5)
    straight = plan.pieces(areas, plans)
    shuffled = plan.pieces(areas.sample(frac=1, random_state=1), plans.iloc[::-1])
    for one, other in zip(straight, shuffled, strict=True):
        plain = [pd.DataFrame(t.drop(columns="geometry", errors="ignore")) for t in (one, other)]
        pd.testing.assert_frame_equal(*plain, check_exact=False, atol=1e-6)
    assert shapely.equals(straight[0].geometry.to_numpy(), shuffled[0].geometry.to_numpy()).all()


def test_where_areas_of_one_plan_overlap_the_smaller_keeps_the_land():
    areas = areas_of(("KPA", "1110", shapely.box(0, 0, 50, 50)),
                     ("KPA", "2010", shapely.box(10, 10, 20, 20)))  # fmt: skip
    pieces, stack = plan.pieces(areas)
    assert pieces["area_m2"].tolist() == [2400, 100]
    assert pieces["land_use_code"].tolist() == ["1110", "2010"]
    assert len(stack) == 2


def test_hairlines_between_plans_are_no_pieces():
    areas = areas_of(("KPA", "1110", shapely.box(0, 0, 100, 100)),
                     ("R1", "1113", shapely.box(-1e-7, 0, 100, 50)))  # fmt: skip
    extent = shapely.box(0, 0, 100, 100)
    pieces, _ = plan.pieces(areas, extent=extent)
    assert pieces["area_m2"].round(3).tolist() == [5000, 5000]
    assert max(gap_and_overlap(pieces, extent)) <= CLOSES_M2


@pytest.mark.parametrize("place", ["sample", "kristiansand"])
def test_real_plans_tile_without_gap_or_overlap(place):
    config = {
        "sample": HERE.parent / "sample_data/kommune.toml",
        "kristiansand": HERE / "real/kristiansand.toml",
    }[place]
    if place == "kristiansand" and not (HERE.parents[1] / "shared/data").exists():
        pytest.skip("../shared/data absent")
    town = read_municipality(config)
    extent = shapely.box(*town.plots.total_bounds).buffer(50, join_style="mitre")
    pieces, _ = plan.pieces(town.plan_areas, town.plans, extent, plan_zones=town.plan_zones)
    assert max(gap_and_overlap(pieces, extent)) <= CLOSES_M2
    assert pieces["area_m2"].sum() == pytest.approx(extent.area, abs=1e-6 * extent.area**0.5)
    assert shapely.coverage_is_valid(pieces.geometry.to_numpy())
