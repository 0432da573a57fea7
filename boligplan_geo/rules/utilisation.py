"""Degree of utilisation: what the published types 1 to 18 permit of BYA and BRA.

TEK17 ch. 5 knows BYA, %-BYA, BRA and %-BRA (types 15 to 18); older types are read by the
definitions in force when the plan was adopted, and where those differ from today's, as an
interval. A plan may give several: all hold, so the strictest counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import pandas as pd

LEVELS = ("low", "mid", "high")


@dataclass(frozen=True)
class UtilisationType:
    """One utnyttingstype: what it measures, in what, and how surely it converts.

    Parameters
    ----------
    quantity : str
        ``bya``, ``bra``, ``none`` (no building) or ``no_further`` (nothing more).
    measure : str
        ``percent`` of the net plot, ``m2``, ``ratio`` to the net plot, or empty.
    is_older : bool
        Defined differently from today's: converted with an interval.
    is_gross : bool
        Gross floor area: converted to BRA.
    """

    quantity: str
    measure: str
    is_older: bool = False
    is_gross: bool = False


#: SOSI ``UTNTYP``. 12 to 14 are the words of BF 1997 for %-BYA, BRA and %-BRA.
TYPES: Mapping[int, UtilisationType] = MappingProxyType(
    {
        1: UtilisationType("bya", "percent", is_older=True),  # BYA-87
        2: UtilisationType("bra", "m2", is_older=True),  # BRA-69 or -87: sources disagree
        3: UtilisationType("bra", "percent", is_older=True),  # TU
        # U-grad counts half the adjoining road into the plot, which is not known here
        4: UtilisationType("bra", "ratio", is_older=True, is_gross=True),
        5: UtilisationType("bya", "percent", is_older=True),  # F
        6: UtilisationType("bra", "m2", is_older=True, is_gross=True),  # BGA
        7: UtilisationType("bya", "m2", is_older=True),  # BFA
        10: UtilisationType("none", ""),
        11: UtilisationType("no_further", ""),
        12: UtilisationType("bya", "percent"),
        13: UtilisationType("bra", "m2"),
        14: UtilisationType("bra", "percent"),
        15: UtilisationType("bya", "m2"),
        16: UtilisationType("bya", "percent"),
        17: UtilisationType("bra", "m2"),
        18: UtilisationType("bra", "percent"),
    }
)
BYA_TYPES = tuple(code for code, kind in TYPES.items() if kind.quantity == "bya")
BRA_TYPES = tuple(code for code, kind in TYPES.items() if kind.quantity == "bra")
NO_BUILDING_TYPES = (10, 11)


def permitted(
    plan_parameters: pd.DataFrame,
    *,
    older_spread_share: float = 0.10,
    gross_to_use_area_share: float = 0.92,
) -> pd.DataFrame:
    """Convert recorded utilisation to percent of the net plot or square metres of BYA and BRA.

    Parameters
    ----------
    plan_parameters : DataFrame
        From `rules.settled.parameters`; rows of other parameters are passed over.
    older_spread_share : float
        ± share put around types whose definition differs from today's.
    gross_to_use_area_share : float
        BRA of gross floor area (BTA), for types 4 and 6.

    Returns
    -------
    DataFrame
        The rows of ``utilisation_*`` parameters with ``quantity`` (``bya``, ``bra``, ``none``,
        ``no_further``), ``measure`` (``percent``, ``m2``, empty), ``low``, ``mid``, ``high``
        (NaN for types 10 and 11) and ``reason`` why a row permits nothing that is known:
        ``unknown_utilisation_type``, ``utilisation_value_missing``; null otherwise. A row with
        only a minimum sets no limit and is refused with ``utilisation_value_missing``.

    Examples
    --------
    >>> rows = pd.DataFrame({"part_id": ["p", "p"], "value_max": [0.4, 30.0],
    ...                      "parameter_code": ["utilisation_4", "utilisation_16"]})
    >>> permitted(rows)[["quantity", "measure", "mid", "high"]].round(2).values.tolist()
    [['bra', 'percent', 36.8, 40.48], ['bya', 'percent', 30.0, 30.0]]

    References
    ----------
    TEK17 §§ 5-2 to 5-5; veileder H-2300 B; domain reference § 1.5 and 2.1.
    """
    rows = plan_parameters[plan_parameters["parameter_code"].str.startswith("utilisation_")].copy()
    code = pd.to_numeric(rows["parameter_code"].str.removeprefix("utilisation_"), errors="coerce")
    known = {name: code.map({c: getattr(t, name) for c, t in TYPES.items()}) for name in
             ("quantity", "measure", "is_older", "is_gross")}  # fmt: skip
    is_older = (known["is_older"] == True).to_numpy()  # noqa: E712 - null is not older
    is_gross = (known["is_gross"] == True).to_numpy()  # noqa: E712
    is_ratio = (known["measure"] == "ratio").to_numpy()
    value = rows["value_max"].to_numpy(dtype=float) * np.where(is_ratio, 100.0, 1.0)
    value = value * np.where(is_gross, gross_to_use_area_share, 1.0)
    spread = np.where(is_older, older_spread_share, 0.0)
    rows["quantity"] = known["quantity"]
    rows["measure"] = known["measure"].mask(is_ratio, "percent")
    for level, sign in zip(LEVELS, (-1, 0, 1), strict=True):
        rows[level] = value * (1 + sign * spread)
    is_ban = rows["quantity"].isin(["none", "no_further"])
    rows["reason"] = None
    rows.loc[rows["mid"].isna() & ~is_ban, "reason"] = "utilisation_value_missing"
    rows.loc[rows["quantity"].isna(), "reason"] = "unknown_utilisation_type"
    return rows
