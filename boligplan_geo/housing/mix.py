"""The mix of dwelling types that stands in each district, and what it lacks.

No numeric definition of *boligmiks* was found in the plans; evenness and gap are the team's
choice of measure (method § 9).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

#: SSB's classes 01 to 05 and the rest.
DWELLING_TYPES = ("detached", "semi_detached", "row", "block", "shared", "other")


def composition(
    homes: pd.DataFrame, district_of: pd.Series, districts: Sequence[str]
) -> pd.DataFrame:
    """Homes by district and dwelling type.

    Parameters
    ----------
    homes : DataFrame
        ``plot_id``, ``dwelling_type_code``, ``homes_count``.
    district_of : Series, index ``plot_id``
        District of each plot; plots outside every district do not count.
    districts : sequence of str
        Rows of the result.

    Returns
    -------
    DataFrame, index `districts`, columns `DWELLING_TYPES`

    Examples
    --------
    >>> homes = pd.DataFrame({"plot_id": ["a", "b"], "dwelling_type_code": ["row", "row"],
    ...                       "homes_count": [2, 1]})
    >>> composition(homes, pd.Series({"a": "B1", "b": "B2"}), ["B1", "B2"])["row"].tolist()
    [2.0, 1.0]
    """
    known = homes.assign(district_id=homes["plot_id"].map(district_of)).dropna(subset="district_id")
    table = known.pivot_table(
        index="district_id", columns="dwelling_type_code", values="homes_count", aggfunc="sum"
    )
    # A type that no home of a district has is known to be none there.
    return table.reindex(index=districts, columns=list(DWELLING_TYPES)).fillna(0.0).astype(float)


def shares(counts: pd.DataFrame) -> pd.DataFrame:
    """Share of each type in a row; NaN where a row has no homes."""
    return counts.div(counts.sum(axis=1).replace(0, np.nan), axis=0)


def evenness(counts: pd.DataFrame) -> pd.Series:
    """Pielou's evenness of the types, 0 (one type) to 1 (all alike); NaN without homes.

    Shannon entropy over its largest value, ln of the number of types.

    Examples
    --------
    >>> evenness(pd.DataFrame({"row": [5, 9], "block": [5, 0]})).round(3).tolist()
    [1.0, 0.0]
    """
    share = shares(counts)
    parts = share * np.log(share.where(share > 0, 1.0))
    entropy = -parts.sum(axis=1, min_count=counts.shape[1])
    return (entropy / np.log(counts.shape[1])).abs().rename("mix_evenness_share")


def gaps(counts: pd.DataFrame) -> pd.DataFrame:
    """The municipality's share of each type less the district's: above 0, the district lacks it."""
    whole = counts.sum()
    return shares(counts).rsub(whole / whole.sum() if whole.sum() else whole * np.nan, axis=1)


def lacking(counts: pd.DataFrame) -> pd.Series:
    """Type furthest below the municipality's share; null without homes or where none is."""
    gap = gaps(counts)
    top = gap.max(axis=1)
    code = pd.Series([None] * len(gap), index=gap.index, dtype=object)
    some = top > 1e-9
    code[some] = gap[some].idxmax(axis=1)
    return code.rename("mix_gap_code")


def type_gap(counts: pd.DataFrame, district: pd.Series, dwelling_type: pd.Series) -> pd.Series:
    """Gap of the type a plot would get, in its district; NaN where either is unknown."""
    long = gaps(counts).stack(future_stack=True)
    keys = pd.MultiIndex.from_arrays([district.to_numpy(), dwelling_type.to_numpy()])
    return pd.Series(long.reindex(keys).to_numpy(), index=district.index, name="mix_type_gap_share")
