"""What of a plot's land homes may count on: usable, certain and quiet land, low, mid and high.

Landslide zones are asked by the homes in a building (TEK17 § 7-3): up to ten homes is safety class
S2, more is S3. Low and mid put a plot's homes in one building; high lets them stand in several
small ones. Outdoor area counts where it is quiet (T-1442); high trusts that screens and quiet sides
are made, as the yellow zone lets a plan demand. Land of which something is unknown is never taken
as safe by low.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

#: Most homes in a building of safety class S2 against landslides; `expressions` says so in text.
SMALL_BUILDING_HOMES_COUNT = 10
SAFETY_CLAUSE, NOISE_CLAUSE = "TEK17 § 7-3", "T-1442"
#: What leaves it unknown whether zones take land, and the cause that is told of it: layers that
#: were not given, and hazard that nobody has analysed, which is never taken as safe.
UNKNOWN_LAND: Mapping[str, str] = {
    "layer_missing": "zones_missing",
    "analysed_areas_missing": "analysed_areas_missing",
    "outside_analysed_area": "outside_analysed_area",
    "storm_surge_unknown": "storm_surge_unknown",
}
#: What is told where a plot's zones are not all known and no reason says why.
_NOT_COMPLETE = "zones_missing"
HEIGHT_CAP_UNKNOWN = "height_cap_unknown"


def columns(constraints: pd.DataFrame) -> dict[str, np.ndarray]:
    """What the formulas of plan homes read of a plot's land.

    Parameters
    ----------
    constraints : DataFrame
        From `facts.constraints.table`; columns that are not there are unknown.

    Returns
    -------
    dict of name to array, one a row
        ``constraint_usable_m2`` and ``constraint_usable_s3_m2``;
        for each level ``plan_sure_<level>_share`` of usable land that is certain,
        ``plan_quiet_<level>_share`` of the land below the yellow noise limit.

    Examples
    --------
    >>> known = pd.DataFrame({"constraint_usable_m2": [450.0], "constraint_noise_share": [0.25]})
    >>> found = columns(known)
    >>> [found[f"plan_quiet_{level}_share"].item() for level in ("low", "mid", "high")]
    [0.75, 0.75, 1.0]
    """
    count = len(constraints)
    nothing = pd.Series(np.nan, index=constraints.index)
    usable, usable_s3, noise = (
        constraints.get(name, nothing).to_numpy(dtype=float)
        for name in ("constraint_usable_m2", "constraint_usable_s3_m2", "constraint_noise_share")
    )
    one, none = np.ones(count), np.zeros(count)
    is_sure = pd.isna(unknown_land(constraints))
    quiet = np.clip(1.0 - noise, 0.0, 1.0)
    is_given = "constraint_noise_share" in constraints
    return {
        "constraint_usable_m2": usable,
        "constraint_usable_s3_m2": usable_s3,
        "plan_sure_low_share": np.where(is_sure, one, none),
        "plan_sure_mid_share": one,
        "plan_sure_high_share": one,
        "plan_quiet_low_share": np.where(np.isnan(noise), none if is_given else one, quiet),
        "plan_quiet_mid_share": np.where(np.isnan(noise), one, quiet),
        "plan_quiet_high_share": one,
    }


def unknown_land(constraints: pd.DataFrame) -> np.ndarray:
    """Why it is unknown what zones take of a plot's land; null where every zone is known.

    Examples
    --------
    >>> reasons = ["noise_layer_missing;outside_analysed_area", None]
    >>> unknown_land(pd.DataFrame({"constraint_reason": reasons})).tolist()
    ['zones_missing;outside_analysed_area', None]
    """
    nothing = pd.Series(None, index=constraints.index, dtype=object)
    number, labels = pd.factorize(constraints.get("constraint_reason", nothing))
    causes_of = [
        ";".join(cause for code, cause in UNKNOWN_LAND.items() if code in str(label)) or None
        for label in labels
    ]
    found = np.array([*causes_of, None], dtype=object)[number]
    complete = constraints.get("constraint_is_complete", nothing)
    is_open = complete.eq(False).to_numpy(dtype=bool) & pd.isna(found)
    return np.where(is_open, _NOT_COMPLETE, found)


def height_cap_is_unknown(constraints: pd.DataFrame) -> np.ndarray:
    """Plots under airport surfaces whose height above the ground is not known."""
    if "constraint_reason" not in constraints:
        return np.zeros(len(constraints), dtype=bool)
    number, labels = pd.factorize(constraints["constraint_reason"])
    told = [HEIGHT_CAP_UNKNOWN in str(label).split(";") for label in labels]
    return np.array([*told, False], dtype=bool)[number]
