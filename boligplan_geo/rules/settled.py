"""Recorded parameters of plan parts: what map attributes and provisions say, plan by plan.

Each parameter is settled on its own (method § 1): the newest plan in the stack that says
something wins, silent plans are filled by older ones. In one plan a provision prevails over the
map attribute of the same parameter, and the provision that names a zone over the general one.
Only what is recorded is here; `potential.capacity` fills the rest from Assumptions.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from boligplan_geo.rules import overrides, readings, why
from boligplan_geo.rules.matched import said_of_areas, said_of_zones
from boligplan_geo.rules.records import height_records, map_records, provision_records, text
from boligplan_geo.rules.utilisation import BRA_TYPES, BYA_TYPES, NO_BUILDING_TYPES

COLUMNS = (
    "part_id",
    "parameter_code",
    "value_min",
    "value_max",
    "basis_code",
    "source_code",
    "plan_id",
    "clause_id",
    "reading_code",
    "field_id",
    "why_code",
    "parameter_reason",
    "zone_name",
)

_NEWER, _ZONE_910 = "newer", "zone_910"


def parameters(
    parts: pd.DataFrame,
    part_stack: pd.DataFrame,
    part_zones: pd.DataFrame | None = None,
    plan_utilisation: pd.DataFrame | None = None,
    provisions: pd.DataFrame | None = None,
    plan_overrides: pd.DataFrame | None = None,
    *,
    map_heights: pd.DataFrame | None = None,
    zone_share_min: float = 0.5,
) -> pd.DataFrame:
    """Gather the recorded parameters that apply to each part.

    Parameters
    ----------
    parts : DataFrame, index ``part_id``
        ``area_id``, ``zone_name``, ``land_use_code``: used for areas that `part_stack` does
        not describe itself.
    part_stack : DataFrame
        ``part_id``, ``stack_order`` (0 governs), ``area_id``, ``plan_id``; ``zone_name``,
        ``land_use_code`` and ``regime_code`` of each area where known.
    part_zones : DataFrame, optional
        ``part_id``, ``plan_id``, ``zone_code``, ``zone_name``, ``share`` of the part.
    plan_utilisation : DataFrame, optional
        ``area_id``, ``utilisation_type_code``, ``utilisation_value``, ``utilisation_value_min``.
    provisions : DataFrame, optional
        Provisions as data; empty ``zone_name``, ``land_use_code``, ``zone_code`` mean all.
    plan_overrides : DataFrame, optional
        ``prevailing_plan_id``, ``yielding_plan_id``, ``zone_name`` (empty: everywhere).
    map_heights : DataFrame, optional
        ``area_id``, ``plan_id``, ``parameter_code``, ``value_max``: heights that the maps draw.
    zone_share_min : float
        Share of a part that a zone must cover for its provisions to apply to the part.

    Returns
    -------
    DataFrame
        A row a part, parameter and figure: ``part_id``, ``parameter_code``, ``value_min``,
        ``value_max`` (NaN: not set), ``basis_code`` (``plot``, ``field``; null: not said),
        ``source_code`` (``map``, ``provision``, ``override``), ``plan_id``, ``clause_id``,
        ``reading_code`` (``newer``; under zone 910 also ``zone_910``, in which the older
        reguleringsplan prevails over the kommuneplan), ``field_id`` (the field that a figure
        per field is shared in), ``why_code``: why its plan decides this (``newer_plan``,
        ``filled_by_older``, ``express_provision`` …, see `rules.why` and ``reasons.csv``).
        Figures of types with no value of their own (10, 11) have NaN.

    Examples
    --------
    >>> parts = pd.DataFrame({"area_id": ["a"], "zone_name": ["B1"], "land_use_code": ["1110"]},
    ...                      index=["p:1"])
    >>> stack = pd.DataFrame({"part_id": ["p:1"], "stack_order": [0], "area_id": ["a"],
    ...                       "plan_id": ["KPA"]})
    >>> on_map = pd.DataFrame({"area_id": ["a"], "utilisation_type_code": [16],
    ...                        "utilisation_value": [30.0]})
    >>> parameters(parts, stack, plan_utilisation=on_map)[
    ...     ["parameter_code", "value_max", "source_code"]].values.tolist()
    [['utilisation_16', 30.0, 'map']]

    References
    ----------
    Plan- og bygningsloven § 1-5; KDD's interpretation of 15.05.2025 on hensynssone 910.
    """
    stack = _described(part_stack, parts)
    stack["stack_order"] = overrides.moved(stack, plan_overrides).order
    records = pd.concat(
        [
            map_records(stack, plan_utilisation),
            height_records(map_heights),
            provision_records(provisions),
        ],
        ignore_index=True,
    ).drop_duplicates(ignore_index=True)
    said = pd.concat(
        [
            said_of_areas(stack, records),
            said_of_zones(stack, part_zones, records, zone_share_min),
        ],
        ignore_index=True,
    ).drop_duplicates(ignore_index=True)
    said = _ordered(said, records, stack, plan_overrides)
    newer = _settled(said, records, stack)
    reasons = why.newer(newer, stack, _top_reason(parts, stack))
    found = [newer.assign(why_code=reasons, reading_code=_NEWER)]
    older = readings.zone_910(stack, part_zones, zone_share_min=zone_share_min)
    if older.is_disputed.any():
        again = said[older.is_disputed[said["row"]]]
        shift = older.order - stack["stack_order"].to_numpy()
        again = again.assign(order=again["order"] + shift[again["row"]])
        kept = _settled(again, records, stack)
        reasons = why.under_910(kept, stack, older.order)
        found.append(kept.assign(why_code=reasons, reading_code=_ZONE_910))
    return _table(pd.concat(found, ignore_index=True), records, stack)


def _described(part_stack: pd.DataFrame, parts: pd.DataFrame) -> pd.DataFrame:
    """The stack with purpose and zone of each area; where it has none, those of the part's own."""
    stack = part_stack.reset_index(drop=True).copy()
    own = parts.drop_duplicates("area_id").set_index("area_id")
    for name in ("zone_name", "land_use_code", "regime_code"):
        if name not in stack:
            known = own[name] if name in own else pd.Series(dtype=object)
            stack[name] = stack["area_id"].map(known[known.index.notna()])
        stack[name] = text(stack[name])
    if "field_id" not in stack:
        stack["field_id"] = stack["plan_id"].astype(str) + "|" + stack["area_id"].astype(str)
    if "law_order" not in stack:
        stack["law_order"] = stack["stack_order"]
    stack["part"] = pd.factorize(stack["part_id"], sort=True)[0]
    return stack


def _ordered(
    said: pd.DataFrame,
    records: pd.DataFrame,
    stack: pd.DataFrame,
    plan_overrides: pd.DataFrame | None,
) -> pd.DataFrame:
    """What is said with the ``order`` of its plan, and what ``moved_by``.

    A row of the table that names a parameter moves what is said about that one only.
    """
    row = said["row"].to_numpy()
    general = overrides.moved(stack, plan_overrides)
    order, moved_by = general.order[row], general.moved_by[row]
    code = records["parameter_code"].to_numpy(dtype=object)[said["record"].to_numpy()]
    for parameter in overrides.parameters(plan_overrides):
        own = code == parameter
        if parameter.startswith("utilisation_"):  # one subject: who settles one, settles all
            own = np.array([str(c).startswith("utilisation_") for c in code], dtype=bool)
        special = overrides.moved(stack, plan_overrides, parameter_code=parameter)
        order[own], moved_by[own] = special.order[row[own]], special.moved_by[row[own]]
    return said.assign(order=order, moved_by=moved_by)


def _top_reason(parts: pd.DataFrame, stack: pd.DataFrame) -> np.ndarray:
    """Why the plan on top governs, for each stack row."""
    if "governs_reason" not in parts:
        return np.full(len(stack), "newer_plan", dtype=object)
    return stack["part_id"].map(parts["governs_reason"]).to_numpy(dtype=object)


def _settled(said: pd.DataFrame, records: pd.DataFrame, stack: pd.DataFrame) -> pd.DataFrame:
    """Of what is said about a part, keep what the first plan says about each subject."""
    code = records["parameter_code"]
    bya, bra, none = (
        code.isin([f"utilisation_{n}" for n in types]).to_numpy()
        for types in (BYA_TYPES, BRA_TYPES, NO_BUILDING_TYPES)
    )
    subject = pd.factorize(code.where(~bya, "bya").where(~bra, "bra"))[0]
    record, row = said["record"].to_numpy(), said["row"].to_numpy()
    rows = said.assign(
        part=stack["part"].to_numpy()[row],
        subject=subject[record],
        parameter=pd.factorize(code)[0][record],
        strength=records["strength"].to_numpy()[record],
        is_measured=(bya | bra)[record],
        is_none=none[record],
    )
    rows = _without_overruled_bans(rows)
    rows = rows[rows["order"] == rows.groupby(["part", "subject"])["order"].transform("min")]
    # in the same plan text prevails over map, and what names a zone over what is general
    strongest = rows.groupby(["part", "parameter"])["strength"].transform("max")
    return rows[rows["strength"] == strongest]


def _without_overruled_bans(rows: pd.DataFrame) -> pd.DataFrame:
    """Types 10 and 11 conflict with every other figure: the newest plan with any figure decides."""
    if not rows["is_none"].any():
        return rows
    is_utilisation = rows["is_measured"] | rows["is_none"]
    newest = rows["order"].where(is_utilisation).groupby(rows["part"]).transform("min")
    is_newest = rows["order"] == newest
    banned = (rows["is_none"] & is_newest).groupby(rows["part"]).transform("any")
    return rows[~(is_utilisation & ~is_newest & (rows["is_none"] | banned))]


def _table(rows: pd.DataFrame, records: pd.DataFrame, stack: pd.DataFrame) -> pd.DataFrame:
    """The settled records by part, reading, parameter and clause, in the published columns."""
    of_record = rows["record"].to_numpy()
    rank = [pd.factorize(records[n], sort=True)[0] for n in ("clause_id", "parameter_code")]
    reading = pd.factorize(rows["reading_code"], sort=True)[0]
    keys = (*(codes[of_record] for codes in rank), reading, rows["part"].to_numpy())
    rows = rows.iloc[np.lexsort(keys)]
    record = records.iloc[rows["record"].to_numpy()].reset_index(drop=True)
    place = stack[["part_id", "field_id"]].iloc[rows["row"].to_numpy()].reset_index(drop=True)
    # a figure of the map, and a clause that names no zone, hold for the field as it is drawn
    names_zone = record["field_id"].notna() & (record["source_code"] != "map")
    why_code = rows["why_code"].to_numpy(dtype=object)
    return pd.DataFrame(
        {
            **{name: record[name] for name in COLUMNS if name in record},
            "part_id": place["part_id"],
            "source_code": record["source_code"].mask(why_code == "override", "override"),
            "reading_code": rows["reading_code"].to_numpy(),
            "field_id": record["field_id"].where(names_zone, place["field_id"]),
            "why_code": why_code,
            "zone_name": record["zone_name"].where(record["zone_name"] != "", None),
        },
        columns=list(COLUMNS),
    )
