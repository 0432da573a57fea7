"""What became of each plot: the first status that applies, with its reason."""

from __future__ import annotations

import numpy as np
import pandas as pd

#: Reasons that take a plot out of the ranking: law or land permits no new home there.
HARD_STOPS = (
    "purpose_not_housing",
    "needs_rezoning",
    "no_building_permitted",
    "no_further_building",
    "no_usable_land",
)


def status(plots: pd.DataFrame, *, min_score_points: float) -> pd.DataFrame:
    """Give each plot its status.

    ``excluded`` (a hard stop leaves no home) · ``not_assessable`` (plan homes unknown) ·
    ``no_potential`` (no plan home) · ``candidate`` (total at least `min_score_points` and at
    least one home) · ``ranked``.

    Parameters
    ----------
    plots : DataFrame
        ``potential_plan_homes_mid_count``, ``potential_reason``, ``plan_reason``,
        ``score_densification_points``.

    Returns
    -------
    DataFrame
        ``plot_status_code``, ``plot_status_reason``.

    Examples
    --------
    >>> plots = pd.DataFrame({
    ...     "potential_plan_homes_mid_count": [0.0, 3.0, None],
    ...     "potential_reason": ["purpose_not_housing;not_built_yet", None, "no_plan"],
    ...     "plan_reason": None, "score_densification_points": [None, 71.0, None]})
    >>> status(plots, min_score_points=60)["plot_status_code"].tolist()
    ['excluded', 'candidate', 'not_assessable']
    """
    homes = plots["potential_plan_homes_mid_count"].to_numpy("float64", na_value=np.nan)
    points = plots["score_densification_points"].to_numpy("float64", na_value=np.nan)
    reasons = plots["potential_reason"].astype("string").fillna("")
    stop = _first_of(reasons, HARD_STOPS)
    none = homes == 0
    code = np.select(
        [none & stop.notna().to_numpy(), np.isnan(homes), none, points >= min_score_points],
        ["excluded", "not_assessable", "no_potential", "candidate"],
        "ranked",
    )
    why = _without(reasons, "not_built_yet")
    why = why.where(why != "", plots["plan_reason"].astype("string"))
    reason = np.where(
        code == "excluded", stop.to_numpy(object), why.to_numpy(object, na_value=None)
    )
    reason = np.where(np.isin(code, ["candidate", "ranked"]), None, reason)
    return pd.DataFrame({"plot_status_code": code, "plot_status_reason": reason}, index=plots.index)


def _first_of(reasons: pd.Series, codes: tuple[str, ...]) -> pd.Series:
    """First of the codes that occurs in each ``;``-joined text."""
    found = pd.Series(pd.NA, index=reasons.index, dtype="string")
    padded = ";" + reasons + ";"
    for code in reversed(codes):
        found = found.mask(padded.str.contains(f";{code};", regex=False), code)
    return found


def _without(reasons: pd.Series, code: str) -> pd.Series:
    return (";" + reasons + ";").str.replace(f";{code};", ";", regex=False).str.strip(";")
