"""The formulas of plan homes as text, and what they read: what is shown is what ran.

Parking needs homes and homes need parking: each new home takes its share of footprint *and* its
own surface spaces, so the ground it takes is one sum, and the number of homes one division:

    homes × (home BRA / (storeys × BRA of a footprint m²) + parking m²) ≤ BYA that is left

The outdoor area (MUA) is what is left when that ground is taken, so it too is one division:

    homes × (outdoor m² + ground of a home) ≤ usable land − ground that is taken today

Outdoor area counts only where it is quiet, wherever the homes stand:

    homes × outdoor m² ≤ quiet land

Nothing is tried out, and a more permissive rule can never give fewer homes.
"""

from __future__ import annotations

from collections.abc import Mapping

from boligplan_geo.rules.utilisation import LEVELS

_OF_SAFETY_CLASS = (
    "max(min(potential_small_homes_{level}_count, 10), potential_large_homes_{level}_count)"
)
#: Homes before they are rounded down. Landslide zones that take land from buildings of more than
#: ten homes leave it to smaller ones (TEK17 § 7-3): one such building, and in high several.
UNROUNDED: Mapping[str, str] = {
    "low": _OF_SAFETY_CLASS.format(level="low"),
    "mid": _OF_SAFETY_CLASS.format(level="mid"),
    "high": "potential_small_homes_high_count",
}
#: The two readings of usable land: for any building, and for those of more than ten homes.
_READINGS = {"": "small", "_s3": "large"}


def _on_land(s3: str) -> dict[str, str]:
    """Formulas of one reading of usable land: what ground and outdoor area leave room for."""
    return {
        f"plan_buildable{s3}_{{level}}_m2": f"max(0, plan_usable{s3}_m2 * plan_sure_{{level}}_share"
        " - plan_open_{level}_m2)",
        f"potential_ground_left{s3}_{{level}}_m2": "max(0, least_known("
        f"plan_housing_bya_{{level}}_m2, plan_buildable{s3}_{{level}}_m2) - "
        "potential_ground_taken_{level}_m2)",
        f"potential_by_ground{s3}_{{level}}_count": f"potential_ground_left{s3}_{{level}}_m2 * "
        "plan_housing_{level}_share / plan_home_ground_{level}_m2",
        f"potential_by_outdoor{s3}_{{level}}_count": f"max(0, plan_usable{s3}_m2 - "
        "potential_ground_taken_{level}_m2 - plan_standing_outdoor_{level}_m2) * "
        "plan_housing_{level}_share / "
        "(plan_home_outdoor_{level}_m2 * plan_housing_{level}_share + plan_home_ground_{level}_m2)",
        # where no outdoor area is asked, or no cap set, that limits nothing
        f"potential_{_READINGS[s3]}_homes_{{level}}_count": "min("
        f"potential_by_ground{s3}_{{level}}_count, potential_by_bra_{{level}}_count, "
        f"potential_by_outdoor{s3}_{{level}}_count, "
        f"first_known(potential_by_quiet_{{level}}_count, "
        f"potential_by_outdoor{s3}_{{level}}_count), "
        "first_known(potential_by_cap_{level}_count, potential_by_bra_{level}_count))",
    }


#: One formula a column; ``{level}`` stands for low, mid and high. `formulas_of` writes them out.
_FORMULAS: Mapping[str, str] = {
    "plan_usable_share": "first_known(constraint_usable_m2 / plan_net_plot_m2, 1)",
    "plan_usable_s3_share": "first_known(constraint_usable_s3_m2 / plan_net_plot_m2, "
    "plan_usable_share)",
    "plan_usable_m2": "plan_housing_plot_m2 * plan_usable_share",
    "plan_usable_s3_m2": "plan_housing_plot_m2 * plan_usable_s3_share",
    "plan_standing_homes_count": "first_known(built_homes_count, "
    "built_bra_m2 / plan_home_bra_mid_m2)",
    "plan_home_ground_{level}_m2": "plan_home_bra_{level}_m2 / "
    "(plan_storeys_{level}_count * plan_storey_bra_share) + plan_home_parking_{level}_m2",
    "plan_home_floor_{level}_m2": "plan_home_bra_{level}_m2 + plan_home_parking_bra_{level}_m2",
    "potential_ground_taken_{level}_m2": "plan_housing_plot_share * "
    "(built_bya_m2 + plan_standing_homes_count * plan_standing_parking_{level}_m2)",
    "potential_bra_{level}_m2": "max(0, plan_housing_bra_{level}_m2 - "
    "plan_housing_plot_share * built_bra_m2) * plan_housing_{level}_share",
    "potential_by_bra_{level}_count": "potential_bra_{level}_m2 / plan_home_floor_{level}_m2",
    "plan_standing_outdoor_{level}_m2": "plan_housing_plot_share * plan_standing_homes_count * "
    "plan_home_outdoor_{level}_m2",
    "potential_by_quiet_{level}_count": "max(0, plan_housing_plot_m2 * plan_quiet_{level}_share - "
    "plan_standing_outdoor_{level}_m2) / plan_home_outdoor_{level}_m2",
    "potential_by_cap_{level}_count": "max(0, plan_homes_cap_{level}_count - "
    "plan_standing_homes_count)",
    **_on_land(""),
    **_on_land("_s3"),
    "potential_plan_homes_{level}_count": "floor({unrounded}) + plan_disputed_{level}_count",
    "potential_transformation_homes_{level}_count": "floor(max(0, "
    "min(plan_transform_bya_{level}_m2, "
    "plan_transform_m2 * plan_usable_share * plan_sure_{level}_share) * "
    "plan_transform_{level}_share / "
    "plan_transform_home_ground_{level}_m2 - plan_transform_plot_share * "
    "plan_standing_homes_count))",
}


def formulas_of(level: str = "mid") -> dict[str, str]:
    """The formulas of one level, by column, in the order they run.

    Examples
    --------
    >>> formulas_of("low")["potential_by_bra_low_count"]
    'potential_bra_low_m2 / plan_home_floor_low_m2'
    """
    words = {"level": level, "unrounded": UNROUNDED[level]}
    return {name.format(**words): text.format(**words) for name, text in _FORMULAS.items()}


#: Every derived column of every level.
FORMULAS: Mapping[str, str] = {k: v for level in LEVELS for k, v in formulas_of(level).items()}

#: What the formulas read and what differs between low, mid and high: kept at every level, so that
#: low and high can be made again as mid is.
INPUTS = (
    "plan_housing_bya_{}_m2",
    "plan_housing_bra_{}_m2",
    "plan_storeys_{}_count",
    "plan_housing_{}_share",
    "plan_home_bra_{}_m2",
    "plan_home_outdoor_{}_m2",
    "plan_home_parking_{}_m2",
    "plan_home_parking_bra_{}_m2",
    "plan_standing_parking_{}_m2",
    "plan_homes_cap_{}_count",
    "plan_open_{}_m2",
    "plan_sure_{}_share",
    "plan_quiet_{}_share",
    "plan_disputed_{}_count",
)
