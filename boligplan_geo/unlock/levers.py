"""What may be changed: one parameter of one clause in one zone, each with a ladder of figures.

The parameters and their steps are a table (``codes/unlock_parameters.csv``). Only what permits
or demands an amount stands there: hazard, noise, protection, bans, phasing and the demand for a
detail plan are no levers, and neither is a clause that hangs on a hensynssone of such a kind.
A norm that no plan sets (parking, outdoor area) is no lever either: a silent plan demands
nothing. Storeys and utilisation that no plan sets may become a new provision.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from boligplan_geo.errors import texts
from boligplan_geo.potential.plan_rules.assumed import HOUSING_NOW
from boligplan_geo.result import Analysis
from boligplan_geo.rules import purposes
from boligplan_geo.rules.records import text
from boligplan_geo.rules.utilisation import LEAST_PERCENT, MOST_RATIO
from boligplan_geo.unlock.changes import in_tables, whole_clauses
from boligplan_geo.unlock.place import inputs_of

#: Kinds of bestemmelsesområde whose clauses stay: what they say in their type.
PROTECTIVE = ("støy", "avvik", "fare", "ras", "skred", "flom", "vern", "bevaring", "kultur")
#: Needs: the least counts, and a step goes down.
NEEDS = ("outdoor", "parking")
_LEVER = [
    "plan_id",
    "zone_name",
    "land_use_code",
    "area_key",
    "clause_id",
    "parameter_code",
    "basis",
    "figure",
    "source_code",
    "field_key",
    "named",
]


def steps_of(parameter_code: str, basis_code: str | None) -> Mapping[str, str] | None:
    """Row of ``codes/unlock_parameters.csv``; None for what may not be changed.

    Examples
    --------
    >>> steps_of("storeys_max", "plot")["step_en"], steps_of("noise_deviation", None)
    ('one storey', None)
    """
    known = texts("unlock_parameters")
    return known.get(f"{parameter_code}:{basis_code}") or known.get(parameter_code)


def ladder(
    figure: float, parameter_code: str, basis_code: str | None, floor: float | None = None
) -> list[float]:
    """The figure in force and the figures that it may be changed to, one step each.

    Parameters
    ----------
    figure : float
        In the parameter's own unit.
    parameter_code, basis_code : str
    floor : float, optional
        What a need is never brought below.

    Returns
    -------
    list of float
        The figure alone where it cannot be changed.

    Examples
    --------
    >>> ladder(30, "utilisation_16", "plot"), ladder(75, "outdoor_per_home_m2", "plot", 50)
    ([30, 35.0, 40.0, 45.0], [75, 60.0, 50.0])
    """
    row = steps_of(parameter_code, basis_code)
    found = [figure]
    if row is None:
        return found
    sign, limit, decimals = int(row["direction"]), float(row["limit"]), int(row["decimals"])
    step = float(row["step"]) * (figure if row["step_is_share"] == "yes" else 1.0)
    for number in range(1, int(row["most_steps"]) + 1):
        figures = round(figure + sign * number * step, decimals)
        if sign > 0:
            changed = min(max(figures, found[-1] + 10.0**-decimals), limit)
        else:
            changed = max(figures, limit, limit if floor is None else float(floor))
        if sign * (changed - found[-1]) > 1e-9:
            found.append(changed)
    return found


def levers(
    run: Analysis,
    near: pd.Index,
    *,
    outdoor_floor_m2: float | None = None,
    parking_floor_count: float | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Everything that may be changed around a place, and the parts that each lever holds on.

    Parameters
    ----------
    run : Analysis
    near : Index
        ``plot_id`` of the plots whose homes are wanted.
    outdoor_floor_m2 : float, optional
        MUA a home that no change goes below [m²].
    parking_floor_count : float, optional
        Spaces a home that no change goes below.

    Returns
    -------
    levers : DataFrame, index ``lever`` (0, 1 …)
        ``plan_id zone_name land_use_code area_key clause_id parameter_code basis figure
        source_code``, ``family_code``, ``ladder`` (list of figures), ``zone_key`` (what is
        counted as a zone), ``zones_count``, ``how`` (``map``, ``row``, ``clause``, ``added``,
        ``new``: see `changes.changed`), ``records`` (positions in the provisions table).
    held : DataFrame
        ``part_id lever``: every housing part of the municipality that the lever's figure
        settles.
    """
    rows = _rows(run)
    in_place = rows["plot_id"].isin(near).to_numpy()
    _check_floor(rows[in_place], "outdoor_per_home_m2", "outdoor_floor_m2", outdoor_floor_m2)
    _check_floor(rows[in_place], "parking_per_home", "parking_floor_count", parking_floor_count)
    table, number = _levers(rows)
    table, number = whole_clauses(in_tables(table, inputs_of(run)[0]), number)
    floors = {"outdoor": outdoor_floor_m2, "parking": parking_floor_count}
    table["ladder"] = [_ladder_of(row, floors) for row in table.to_dict("records")]
    table = table.assign(**_steps_and_zones(table))
    is_near = table.index.isin(number[in_place])
    can_change = (table["how"] != "") & (table["ladder"].str.len() > 1)
    chosen = table[is_near & can_change & ~_is_overruling(table, rows, number)]
    lever = pd.Index(chosen.index).get_indexer(number)
    held = pd.DataFrame({"part_id": rows["part_id"], "lever": lever})
    held = held[held["lever"] >= 0].drop_duplicates(ignore_index=True)
    return chosen.reset_index(drop=True).rename_axis("lever"), held


def _check_floor(rows: pd.DataFrame, parameter_code: str, name: str, floor: float | None) -> None:
    """Refuse a floor that is no amount, or that lies above everything in force: it is no floor."""
    if floor is None:
        return
    if not floor >= 0:
        raise ValueError(f"needs {name} of 0 or more; given {floor}")
    figures = rows.loc[rows["parameter_code"] == parameter_code, "figure"]
    if len(figures) and floor > figures.max():
        unit = " m²" if name.endswith("_m2") else ""
        raise ValueError(
            f"needs {name} within what plans demand here, {figures.min():g} to "
            f"{figures.max():g}{unit} a home; given {floor:g}"
        )


def _levers(rows: pd.DataFrame) -> tuple[pd.DataFrame, np.ndarray]:
    """One row a clause, parameter, figure and zone; the number of each row's."""
    number = rows.groupby(_LEVER, dropna=False, sort=True).ngroup().to_numpy()
    first = rows.assign(lever=number).drop_duplicates("lever").set_index("lever").sort_index()
    return first[_LEVER], number


def _rows(run: Analysis) -> pd.DataFrame:
    """Settled figures of housing parts that the table knows, each with the zone of its own plan."""
    parts, facts = run.plan_parts, inputs_of(run)[1]
    housing = purposes.described(parts["regime_code"], parts["land_use_code"])["housing"]
    carries = housing.isin(HOUSING_NOW).to_numpy() & parts["counts_as_plot"].to_numpy(bool)
    rows = run.plan_parameters
    chosen = rows["part_id"].isin(parts.index[carries]) & (rows["reading_code"] == "newer")
    chosen &= rows["parameter_code"].isin(_families())
    rows = rows[chosen].rename(columns={"zone_name": "named"}).reset_index(drop=True)
    part = parts[["plot_id", "plan_id"]].reindex(rows["part_id"]).reset_index(drop=True)
    rows["plot_id"] = part["plot_id"]
    rows["plan_id"] = rows["plan_id"].where(rows["plan_id"].notna(), part["plan_id"])
    stack = facts.part_stack.rename(columns={"field_id": "own_field_id"})
    place = ["part_id", "plan_id", "area_id", "zone_name", "land_use_code", "regime_code"]
    rows = rows.merge(stack[[*place, "own_field_id"]], on=["part_id", "plan_id"])
    for name in ("zone_name", "land_use_code", "named", "area_id"):
        rows[name] = text(rows[name])
    rows["basis"] = text(rows["basis_code"])
    # an area without a name is a zone of its own
    rows["area_key"] = rows["area_id"].where(rows["zone_name"] == "", "")
    names_zone = (rows["field_id"] != rows["own_field_id"]) & (rows["source_code"] != "map")
    rows["field_key"] = text(rows["field_id"]).where(names_zone, "")
    rows = _readable(rows)
    return rows[~_is_protective(rows, facts.part_zones)].reset_index(drop=True)


def _families() -> dict[str, str]:
    """Family of each parameter that may be changed: what of a home it is about."""
    known = texts("unlock_parameters").values()
    return {row["parameter_code"]: row["family_code"] for row in known}


def _readable(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows with ``figure``, the one that counts; doubtful ones and mere maxima are left out."""
    is_need = rows["parameter_code"].map(_families()).isin(NEEDS)
    is_assumed = rows["source_code"] == "assumption"
    least, most = rows["value_min"].astype(float), rows["value_max"].astype(float)
    # an assumed share is recorded as its interval
    middle = ((least + most) / 2).where(least.notna(), most)
    figure = least.where(is_need, middle.where(is_assumed, most))
    unit = rows["parameter_code"].map({k: v["unit"] for k, v in texts("parameters").items()})
    is_doubtful = (unit == "%") & (figure < LEAST_PERCENT)
    is_doubtful |= (unit == "ratio") & (figure >= MOST_RATIO)
    is_doubtful |= least > most
    # a norm that no plan sets demands nothing: there is nothing to lower
    is_doubtful |= is_need & is_assumed
    return rows.assign(figure=figure)[figure.notna() & ~is_doubtful]


def _is_protective(rows: pd.DataFrame, part_zones: pd.DataFrame) -> np.ndarray:
    """Rows whose clause hangs on a hensynssone, or on an area for noise, hazard or protection."""
    kind = text(part_zones["zone_type"]).str.casefold()
    is_kept = text(part_zones["zone_code"]) != ""
    for word in PROTECTIVE:
        is_kept |= kind.str.contains(word, regex=False)
    zones = part_zones[is_kept.to_numpy(bool)]
    plan = text(zones["plan_id"]) + "|"
    kept = pd.concat([plan + text(zones[name]) for name in ("zone_code", "zone_name")]).unique()
    return rows["field_key"].isin(kept).to_numpy()


def _ladder_of(lever: Mapping[str, Any], floors: Mapping[str, float | None]) -> list[float]:
    parameter = lever["parameter_code"]
    floor = floors.get(_families()[parameter])
    if floor is not None and parameter.endswith("per_100_m2"):
        return [lever["figure"]]  # the floor is stated a home
    return ladder(lever["figure"], parameter, lever["basis"], floor)


def _steps_and_zones(table: pd.DataFrame) -> dict[str, list[str]]:
    """What the search counts by: the family, and the zone that a change touches."""
    zone = table["zone_name"].where(table["zone_name"] != "", table["area_key"])
    whole = "§ " + table["clause_id"].astype(str)
    zone = zone.where(table["how"] != "clause", whole)
    return {
        "family_code": table["parameter_code"].map(_families()).tolist(),
        "zone_key": (table["plan_id"].astype(str) + "|" + zone).tolist(),
    }


def _is_overruling(table: pd.DataFrame, rows: pd.DataFrame, number: np.ndarray) -> np.ndarray:
    """Levers whose added row would put aside another figure than its own.

    A provision that names the zone prevails over all that name none, so it can only be added
    where nothing else of its plan is said of the same parameter in that zone.
    """
    keys = ["plan_id", "zone_name", "land_use_code", "parameter_code"]
    coded = rows["field_key"].where(rows["named"] == "", "")
    place = rows[keys].assign(coded=coded, lever=number)
    own = table[keys].assign(coded=table["field_key"].where(table["named"] == "", ""))
    several = place.groupby([*keys, "coded"], dropna=False)["lever"].nunique().rename("count")
    said = own.merge(several.reset_index(), on=[*keys, "coded"], how="left")["count"]
    return ((said > 1).to_numpy()) & table["how"].isin(["added", "new"]).to_numpy()
