"""Which records apply where: by area, purpose or zone name, and by the zones over a part."""

from __future__ import annotations

import numpy as np
import pandas as pd

from boligplan_geo.rules.records import text


def said_of_areas(stack: pd.DataFrame, records: pd.DataFrame) -> pd.DataFrame:
    """Stack rows (``row``) with the records (``record``) that apply by area, purpose or zone name.

    Matched on the few distinct areas first: a plan has hundreds of areas, a town 300,000 parts.
    """
    areas = stack.drop_duplicates("area_id")[["area_id", "plan_id", "zone_name", "land_use_code"]]
    numbered = records.reset_index(names="record")
    on_map = numbered[numbered["source_code"] == "map"][["area_id", "record"]]
    general = numbered[(numbered["source_code"] == "provision") & (numbered["zone_code"] == "")]
    place, record = _asking(areas, general, ["plan_id"])
    pairs = pd.DataFrame({"area_id": areas["area_id"].to_numpy()[place], "record": record})
    said = pd.concat([on_map, pairs], ignore_index=True)
    rows = pd.DataFrame({"area_id": stack["area_id"], "row": np.arange(len(stack))})
    return rows.merge(said, on="area_id")[["row", "record"]].astype(np.int64)


def said_of_zones(
    stack: pd.DataFrame,
    part_zones: pd.DataFrame | None,
    records: pd.DataFrame,
    zone_share_min: float,
) -> pd.DataFrame:
    """Stack rows with the records that hang on a zone over the part (910, #1 …)."""
    asked = records.reset_index(names="record")
    asked = asked[asked["zone_code"] != ""]
    if part_zones is None or not len(part_zones) or not len(asked):
        return pd.DataFrame({"row": [], "record": []}, dtype=np.int64)
    own = asked["zone_share_min"].fillna(zone_share_min)  # a clause may say how much it takes
    covering = part_zones[part_zones["share"] >= own.min()]
    over = pd.concat(
        [
            covering[["part_id", "plan_id", "share"]].assign(zone_code=text(covering[name]))
            for name in ("zone_code", "zone_name")
        ]
    )
    over = over[over["zone_code"].isin(asked["zone_code"].unique())]
    over = over.groupby(["part_id", "plan_id", "zone_code"], sort=False, as_index=False).max()
    rows = stack[["part_id", "plan_id", "zone_name", "land_use_code"]].assign(
        row=np.arange(len(stack))
    )
    zoned = rows.merge(over, on=["part_id", "plan_id"])
    place, record = _asking(zoned, asked, ["plan_id", "zone_code"])
    applies = zoned["share"].to_numpy()[place] >= own.reindex(record).to_numpy()
    said = {"row": zoned["row"].to_numpy()[place], "record": record}
    return pd.DataFrame(said, dtype=np.int64)[applies]


def _asking(
    places: pd.DataFrame, records: pd.DataFrame, keys: list[str]
) -> tuple[np.ndarray, np.ndarray]:
    """Positions of places and numbers of the records that agree in `keys` and apply there.

    A record applies where it asks for no zone name or purpose, or for the place's own. Matched
    by what is asked, as all places times all records of a plan grow with the town squared.
    """
    rows = places[["plan_id", "zone_name", "land_use_code", *keys[1:]]].assign(
        place=np.arange(len(places))
    )
    found = [np.empty((0, 2), dtype=np.int64)]
    names_zone, names_use = records["zone_name"] != "", records["land_use_code"] != ""
    for zone in (False, True):
        for use in (False, True):
            on = keys + ["zone_name"] * zone + ["land_use_code"] * use
            some = records.loc[(names_zone == zone) & (names_use == use), [*on, "record"]]
            pairs = rows[[*on, "place"]].merge(some, on=on)
            found.append(pairs[["place", "record"]].to_numpy(dtype=np.int64))
    place, record = np.concatenate(found).T
    order = np.lexsort((record, place))
    return place[order], record[order]
