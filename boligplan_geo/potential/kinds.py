"""What kind of potential a plot has: kind, reserve line, binding clause and reasons."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from boligplan_geo.potential.causes import joined
from boligplan_geo.potential.land import NOISE_CLAUSE, SAFETY_CLAUSE, SMALL_BUILDING_HOMES_COUNT
from boligplan_geo.potential.plan_rules.assumed import HOUSING_NOW
from boligplan_geo.potential.plan_rules.recorded import NULL
from boligplan_geo.rules import purposes
from boligplan_geo.rules.utilisation import LEVELS

FUTURE_STATUS = 2  # arealbruksstatus: framtidig

#: Scattered housing makes a plot's homes unknown where it is a plausible plot of its own, or
#: half of the plot: land in square metres, share of the plot.
SCATTERED_MATTERS = (400.0, 0.5)
#: A purpose that is not in its code list makes them unknown where it is more than a sliver.
UNKNOWN_CODE_MATTERS = (5.0, 0.01)

#: Limits in the order in which a tie is named.
_LIMITS = ("cap", "bra", "ground", "outdoor", "quiet")


def settle(
    table: pd.DataFrame, parts: pd.DataFrame, rules: pd.DataFrame, remarks: list[np.ndarray]
) -> pd.DataFrame:
    """Finish the plots' table: unknown where it must be, and why; kind, line, binding clause.

    Parameters
    ----------
    table : DataFrame, index ``plot_id``
        Inputs and derived columns of `potential.capacity`.
    parts : DataFrame, index ``part_id``
        Plan parts with ``row``, the position of their plot in `table`.
    rules : DataFrame, index ``part_id``
        From `potential.plan_rules.permitted.part_rules`.

    remarks : list of array of text, one a plot
        Further reason codes of the plan figures, null where they do not hold.

    Returns
    -------
    DataFrame, index ``plot_id``
        `table` with text columns added.
    """
    result = table.copy()
    count = len(table)
    is_housing = (table["plan_housing_plot_m2"] > 0).to_numpy()
    lead = _lead(parts, np.ones(len(parts), dtype=bool), count)
    counts = rules["housing"].isin(HOUSING_NOW) & parts["counts_as_plot"]
    lead_housing = _lead(parts, counts.to_numpy(), count)
    _name_plan(result, parts, lead)
    unknown = _unknown_reason(parts, rules, is_housing, count)
    _blank_unknown(result, unknown, is_housing, rules, parts)
    of_lead = _taken(rules, lead_housing)
    result["plan_homes_max_count"] = result["plan_homes_cap_mid_count"]
    result["plan_binding_clause_id"] = _binding_clause(result, of_lead, is_housing)
    result["plan_reason"] = _plan_reason(result, unknown, of_lead, remarks)
    result["potential_reason"] = _potential_reason(result, unknown, of_lead, rules, parts)
    result["potential_dwelling_type_code"] = of_lead["dwelling_type_code"].to_numpy(dtype=object)
    _name_kind(result, _taken(parts, lead_housing), parts)
    for level in LEVELS:
        result[f"potential_homes_{level}_count"] = np.nan
    result["potential_homes_upper_count"] = np.nan
    return result


def _lead(parts: pd.DataFrame, chosen: np.ndarray, count: int) -> np.ndarray:
    """Position of each plot's largest chosen part; -1 where it has none."""
    position = np.flatnonzero(chosen)
    area, row = parts["area_m2"].to_numpy()[position], parts["row"].to_numpy()[position]
    # millimetres of rounding must not decide: the part's own order breaks ties
    order = np.lexsort((position, -np.round(area, 2), row))
    rows, first = np.unique(row[order], return_index=True)
    lead = np.full(count, -1)
    lead[rows] = position[order[first]]
    return lead


def _taken(table: pd.DataFrame, position: np.ndarray) -> pd.DataFrame:
    """Rows of a table by position; nulls where the position is -1."""
    return table.reset_index(drop=True).reindex(np.where(position < 0, len(table), position))


def _name_plan(result: pd.DataFrame, parts: pd.DataFrame, lead: np.ndarray) -> None:
    largest = _taken(parts, lead)
    purpose = purposes.described(largest["regime_code"], largest["land_use_code"])
    nameless = pd.Series(None, index=largest.index, dtype=object)
    for ours, theirs in (
        ("plan_id", largest.get("plan_id", nameless)),
        ("plan_zone_name", largest.get("zone_name", nameless)),
        ("plan_land_use_code", largest["land_use_code"]),
        ("plan_regime_code", largest["regime_code"]),
        ("plan_land_use_name", purpose["name_nb"]),
    ):
        result[ours] = theirs.to_numpy(dtype=object)


def _any(flags: np.ndarray, parts: pd.DataFrame, count: int) -> np.ndarray:
    return np.bincount(parts["row"].to_numpy()[flags], minlength=count) > 0


def _matters(
    flags: np.ndarray, parts: pd.DataFrame, count: int, least: tuple[float, float]
) -> np.ndarray:
    """Whether the chosen parts of a plot reach either an area or a share of the plot."""
    row, area = parts["row"].to_numpy(), parts["area_m2"].to_numpy(dtype=float)
    whole = np.bincount(row, weights=area, minlength=count)
    chosen = np.bincount(row[flags], weights=area[flags], minlength=count)
    least_m2, least_share = least
    return (chosen > 0) & ((chosen >= least_m2) | (chosen >= least_share * whole))


def _unknown_reason(
    parts: pd.DataFrame, rules: pd.DataFrame, is_housing: np.ndarray, count: int
) -> np.ndarray:
    """Why a plot's homes cannot be known from its plans; null where they can.

    A strip of scattered housing along a road parcel is no plot, and a sliver of an unknown code
    is a boundary that missed: neither makes the plot's homes unknown (`SCATTERED_MATTERS`,
    `UNKNOWN_CODE_MATTERS`).
    """
    has_plan = parts["regime_code"].notna().to_numpy()
    is_known = rules["housing"].notna().to_numpy()
    scattered = (rules["housing"] == "scattered").to_numpy()
    governs = parts.get("governs_reason", pd.Series(None, index=parts.index, dtype=object))
    is_missing = (governs == "plan_layer_missing").to_numpy()
    reason = np.full(count, None, dtype=object)
    reason[_matters(scattered, parts, count, SCATTERED_MATTERS) & ~is_housing] = "scattered_housing"
    nameless = _matters(has_plan & ~is_known, parts, count, UNKNOWN_CODE_MATTERS)
    reason[nameless] = "unknown_land_use_code"
    reason[~_any(has_plan, parts, count)] = "no_plan"
    reason[_any(is_missing, parts, count)] = "plan_layer_missing"
    return reason


def _blank_unknown(
    result: pd.DataFrame,
    unknown: np.ndarray,
    is_housing: np.ndarray,
    rules: pd.DataFrame,
    parts: pd.DataFrame,
) -> None:
    """Known none is 0 and unknown is NaN, whatever the formulas made of plots without housing."""
    is_unknown = pd.notna(unknown)
    transforms = _any((rules["housing"] == "transform").to_numpy(), parts, len(result))

    def blanked(column: str, carries: np.ndarray, is_blank: np.ndarray) -> np.ndarray:
        return np.where(is_blank, np.nan, np.where(carries, result[column], 0.0))

    carriers = {"potential_bra_mid_m2": is_housing}
    for level in LEVELS:
        disputed = (result[f"plan_disputed_{level}_count"] > 0).to_numpy()
        carriers[f"potential_plan_homes_{level}_count"] = is_housing | disputed
        carriers[f"potential_transformation_homes_{level}_count"] = transforms
    for column, carries in carriers.items():
        result[column] = blanked(column, carries, is_unknown)
    # scattered housing has no figures, but what is zoned beside it does
    figures_unknown = is_unknown & (unknown != "scattered_housing")
    everywhere = np.ones(len(result), dtype=bool)
    levels = (*LEVELS, "min")
    for column in [f"plan_{name}_{level}_m2" for name in ("bya", "bra") for level in levels]:
        result[column] = blanked(column, everywhere, figures_unknown)
    is_missing = unknown == "plan_layer_missing"
    result["plan_net_plot_m2"] = blanked("plan_net_plot_m2", everywhere, is_missing)


def _binding_clause(
    result: pd.DataFrame, of_lead: pd.DataFrame, is_housing: np.ndarray
) -> np.ndarray:
    """The clause of what limits mid: the unit cap, BRA, storeys, BYA, outdoor area, or the land.

    Where the homes that a small building may have are what limits, TEK17 § 7-3 is cited; where
    a large one holds as many, what limits is asked of the land that is left to large ones.
    """
    small, large = (
        result[f"potential_{name}_homes_mid_count"].to_numpy() for name in ("small", "large")
    )
    is_many = small > SMALL_BUILDING_HOMES_COUNT
    is_large = large >= np.minimum(small, SMALL_BUILDING_HOMES_COUNT)

    def of_reading(name: str) -> np.ndarray:
        return np.where(is_large, result[name.format("_s3")], result[name.format("")])

    binds = _what_binds(result, of_reading)
    is_known = is_housing & result["potential_plan_homes_mid_count"].notna().to_numpy()
    bya, land = result["plan_housing_bya_mid_m2"], of_reading("plan_buildable{}_mid_m2")
    is_land = (bya.isna() | (land < bya)).to_numpy()
    # the land is short, or the plan keeps part of it as outdoor area
    is_open = (result["plan_open_mid_m2"] > 0).to_numpy() & ~(of_reading("plan_usable{}_m2") <= 0)
    land_clause = np.where(is_open, of_lead["open_clause_id"].to_numpy(dtype=object), "constraint")
    by_storeys = of_lead["bya_mid_m2"] * of_lead["storeys_mid_count"] * of_lead["storey_bra_share"]
    is_bra = of_lead["is_bra_given"].eq(True) & ~(by_storeys < of_lead["bra_given_mid_m2"])
    clauses = np.select(
        [
            ~is_large & is_many,
            binds == 0,
            (binds == 1) & is_bra,
            binds == 1,
            (binds == 2) & is_land,
            binds == 2,
            binds == 4,
        ],
        [
            np.full(len(result), SAFETY_CLAUSE, dtype=object),
            of_lead["cap_clause_id"].to_numpy(dtype=object),
            of_lead["bra_clause_id"].to_numpy(dtype=object),
            of_lead["storeys_clause_id"].to_numpy(dtype=object),
            land_clause,
            of_lead["bya_clause_id"].to_numpy(dtype=object),
            np.full(len(result), NOISE_CLAUSE, dtype=object),
        ],
        of_lead["outdoor_clause_id"].to_numpy(dtype=object),
    )
    return np.where(is_known, clauses, NULL)


def _what_binds(result: pd.DataFrame, of_reading: Callable[[str], np.ndarray]) -> np.ndarray:
    """Position in `_LIMITS` of what gives fewest homes; land is read by the class that decides."""
    limits = np.column_stack(
        [
            of_reading(f"potential_by_{name}{{}}_mid_count")
            if name in ("ground", "outdoor")
            else result[f"potential_by_{name}_mid_count"].to_numpy()
            for name in _LIMITS
        ]
    )
    return np.argmin(np.where(np.isnan(limits), np.inf, limits), axis=1)


def _plan_reason(
    result: pd.DataFrame, unknown: np.ndarray, of_lead: pd.DataFrame, remarks: list[np.ndarray]
) -> np.ndarray:
    has_bya, has_bra = (result[f"plan_{n}_mid_m2"].notna().to_numpy() for n in ("bya", "bra"))
    nothing = pd.notna(unknown) & (unknown != "scattered_housing")
    figure = np.full(len(result), None, dtype=object)
    figure[~has_bra] = "no_coverage_figure"
    figure[~has_bya & has_bra] = "bya_not_limited"
    refused = of_lead["reason"].to_numpy(dtype=object)
    figure = np.where(~has_bra & pd.notna(refused), refused, figure)
    figure = np.where(nothing, NULL, figure)
    no_cap = np.where(result["plan_homes_max_count"].isna(), "no_unit_cap", NULL)
    standing = np.where(result["plan_standing_homes_count"].isna(), "built_unknown", NULL)
    return joined(len(result), unknown, figure, standing, *remarks, no_cap)


def _potential_reason(
    result: pd.DataFrame,
    unknown: np.ndarray,
    of_lead: pd.DataFrame,
    rules: pd.DataFrame,
    parts: pd.DataFrame,
) -> np.ndarray:
    """Why homes are unknown or none; demonstrated homes are never there yet."""
    count = len(result)
    homes = result["potential_plan_homes_mid_count"]
    is_none, is_unclear = (homes == 0).to_numpy(), homes.isna().to_numpy()
    is_housing = (result["plan_housing_plot_m2"] > 0).to_numpy()
    transforms = _any((rules["housing"] == "transform").to_numpy(), parts, count)
    banned = of_lead["reason"].to_numpy(dtype=object)
    stands = (result["built_bya_m2"] > 0).to_numpy()
    built_unknown = result[["built_bya_m2", "built_bra_m2"]].isna().any(axis=1).to_numpy()
    cases = [
        (pd.notna(unknown), unknown),
        (is_unclear & built_unknown, "built_unknown"),
        (is_unclear & pd.notna(banned), banned),
        (is_unclear, "no_coverage_figure"),
        (is_none & ~is_housing & transforms, "needs_rezoning"),
        (is_none & ~is_housing, "purpose_not_housing"),
        (is_none & pd.notna(banned), banned),
        (is_none & (result["plan_usable_m2"] <= 0).to_numpy(), "no_usable_land"),
        (is_none & stands, "nothing_left"),
        (is_none, "below_one_home"),
    ]
    chosen = np.full(count, None, dtype=object)
    for holds, code in reversed(cases):  # the first that holds wins
        chosen = np.where(holds, code, chosen)
    land = is_housing & result["constraint_usable_m2"].isna().to_numpy()
    land_unknown = np.where(land & ~is_unclear, "usable_land_unknown", NULL)
    return joined(count, chosen, land_unknown, np.full(count, "not_built_yet", dtype=object))


def _name_kind(result: pd.DataFrame, housing: pd.DataFrame, parts: pd.DataFrame) -> None:
    """Vacant or infill, and the line of the land account that the homes stand on."""
    homes = result["potential_plan_homes_mid_count"]
    is_vacant = result["built_bya_m2"] == 0
    kind = np.where(homes >= 1, np.where(is_vacant, "vacant", "infill"), "none")
    result["potential_kind_code"] = np.where(homes.isna(), NULL, kind)
    status = housing.get("land_use_status_code", pd.Series(np.nan, index=housing.index))
    reserve = (status == FUTURE_STATUS).to_numpy() | _in_unbuilt_plan(result, housing, parts)
    has_homes = (result["potential_plan_homes_high_count"] >= 1).to_numpy()
    transforms = (result["potential_transformation_homes_high_count"] >= 1).to_numpy()
    line = np.where(reserve, "arealreserve", "fortetting")
    result["potential_line_code"] = np.where(
        has_homes, line, np.where(transforms, "transformasjon", NULL)
    )


def _in_unbuilt_plan(
    result: pd.DataFrame, housing: pd.DataFrame, parts: pd.DataFrame
) -> np.ndarray:
    """Whether nothing stands on any plot of the reguleringsplan that the housing part lies in."""
    is_detail = housing["regime_code"].astype(object).fillna("").astype(str).str.startswith("rp")
    built = pd.Series((result["built_bya_m2"] != 0).to_numpy()[parts["row"]], index=parts.index)
    carries = parts["counts_as_plot"].to_numpy()
    by_plan = built[carries].groupby(parts.loc[carries, "plan_id"]).any()
    is_built = housing["plan_id"].map(by_plan)
    return (is_detail & is_built.eq(False)).to_numpy()
