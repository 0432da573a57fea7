"""Degree of utilisation: what the published types 1 to 18 permit of BYA and BRA.

TEK17 ch. 5 knows BYA, %-BYA, BRA and %-BRA (types 15 to 18); older types are read by the
definitions in force when the plan was adopted, and where those differ from today's, as an
interval. A plan may give several: all hold, so the strictest counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from boligplan_geo.rules.regulations import OLDER_REGULATIONS

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
    has_half_road : bool
        Measured on the plot and half of the adjoining road: high adds what that road may give.
    """

    quantity: str
    measure: str
    is_older: bool = False
    is_gross: bool = False
    has_half_road: bool = False


#: SOSI ``UTNTYP``. 12 to 14 are the words of BF 1997 for %-BYA, BRA and %-BRA.
TYPES: Mapping[int, UtilisationType] = MappingProxyType(
    {
        1: UtilisationType("bya", "percent", is_older=True),  # BYA-87
        2: UtilisationType("bra", "m2", is_older=True),  # BRA-69 or -87: sources disagree
        3: UtilisationType("bra", "percent", is_older=True),  # TU
        # U-grad: half of the adjoining road counts as plot, how much of it is not known here
        4: UtilisationType("bra", "ratio", is_older=True, is_gross=True, has_half_road=True),
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

#: Figures that cannot be what they say they are: 0.30 % is 30 %, and U = 25 is U = 0.25.
LEAST_PERCENT, MOST_RATIO = 1.0, 5.0


def permitted(
    plan_parameters: pd.DataFrame,
    *,
    older_spread_share: float = 0.10,
    gross_to_use_area_share: float = 0.92,
    half_road_share: float = 0.10,
) -> pd.DataFrame:
    """Convert recorded utilisation to percent of the net plot or square metres of BYA and BRA.

    Parameters
    ----------
    plan_parameters : DataFrame
        From `rules.settled.parameters`; rows of other parameters are passed over. Where it has
        ``regulation_code`` (see `rules.regulations`), a figure of a plan older than the
        regulations of 1997 is an interval, whatever type it was recorded with.
    older_spread_share : float
        ± share put around types whose definition differs from today's.
    gross_to_use_area_share : float
        BRA of gross floor area (BTA), for types 4 and 6.
    half_road_share : float
        Half of the adjoining road as a share of the net plot, which U-grad (type 4) counts as
        plot: high adds it instead of the spread.

    Returns
    -------
    DataFrame
        The rows of ``utilisation_*`` parameters with ``quantity`` (``bya``, ``bra``, ``none``,
        ``no_further``), ``measure`` (``percent``, ``m2``, empty), ``low``, ``mid``, ``high``
        (NaN for types 10 and 11, and where only a minimum is set), ``least`` (what must be built
        at least; NaN: nothing), ``is_older``, ``has_half_road``, ``is_contradictory`` (least above
        most: low and mid take the smaller figure, high the larger, and nothing is the least),
        ``is_rescaled`` (0.30 % read as 30 %, U = 25 as 0.25) and ``reason`` why a row permits
        nothing that is known: ``unknown_utilisation_type``, ``utilisation_value_missing``; null
        otherwise.

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
    number, labels = pd.factorize(plan_parameters["parameter_code"])
    chosen = _is_utilisation(labels)[number]
    rows = plan_parameters[chosen].copy()
    kind = _of_labels(labels, number[chosen])
    scale, is_rescaled = _scale(rows, kind)
    scale = scale * np.where(kind["is_gross"], gross_to_use_area_share, 1.0)
    most, least = (_figure(rows, name) * scale for name in ("value_max", "value_min"))
    is_contradictory = least > most
    is_older = kind["is_older"]
    if "regulation_code" in rows:
        is_older = is_older | rows["regulation_code"].isin(OLDER_REGULATIONS).to_numpy()
    is_older = is_older & np.isin(kind["quantity"], ["bya", "bra"])
    spread = np.where(is_older, older_spread_share, 0.0)
    up = np.where(kind["has_half_road"], half_road_share, spread)
    rows["quantity"], rows["measure"] = kind["quantity"], kind["measure"]
    rows["low"], rows["mid"] = most * (1 - spread), most
    rows["high"] = np.where(is_contradictory, least, most) * (1 + up)
    rows["least"] = np.where(is_contradictory, np.nan, least)
    rows["is_older"], rows["has_half_road"] = is_older, kind["has_half_road"]
    rows["is_contradictory"], rows["is_rescaled"] = is_contradictory, is_rescaled
    is_known = np.isin(kind["quantity"], ["none", "no_further"]) | ~np.isnan(np.fmax(most, least))
    reason = np.where(is_known, _NULL, "utilisation_value_missing")
    rows["reason"] = np.where(pd.isna(kind["quantity"]), "unknown_utilisation_type", reason)
    return rows


_NULL: Any = None  # numpy's types know no mixture of text and None
_PREFIX = "utilisation_"


def _is_utilisation(labels: pd.Index) -> np.ndarray:
    return np.array([str(label).startswith(_PREFIX) for label in labels], dtype=bool)


def _of_labels(labels: pd.Index, number: np.ndarray) -> dict[str, np.ndarray]:
    """What each row's type is; null quantity where the type is not known."""
    unknown = UtilisationType(None, "")  # type: ignore[arg-type]  # no quantity is known
    known = {f"{_PREFIX}{code}": kind for code, kind in TYPES.items()}
    kinds = [known.get(str(label), unknown) for label in labels]
    # a ratio to the plot is given in percent of it
    measure = ["percent" if kind.measure == "ratio" else kind.measure for kind in kinds]
    of_label = {
        "quantity": np.array([kind.quantity for kind in kinds], dtype=object),
        "measure": np.array(measure, dtype=object),
        "is_ratio": np.array([kind.measure == "ratio" for kind in kinds], dtype=bool),
        "is_older": np.array([kind.is_older for kind in kinds], dtype=bool),
        "is_gross": np.array([kind.is_gross for kind in kinds], dtype=bool),
        "has_half_road": np.array([kind.has_half_road for kind in kinds], dtype=bool),
    }
    return {name: values[number] for name, values in of_label.items()}


def _scale(rows: pd.DataFrame, kind: dict[str, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Factor to percent or m², and whether the figure is not in the unit of its type.

    Utnyttingstall is a whole number: 0.30 as a percentage is 30, and 25 as U-grad is 0.25.
    """
    figure = np.fmax(_figure(rows, "value_max"), _figure(rows, "value_min"))
    is_percent = (kind["measure"] == "percent") & ~kind["is_ratio"]
    is_share = is_percent & (figure > 0) & (figure < LEAST_PERCENT)
    is_times_100 = kind["is_ratio"] & (figure >= MOST_RATIO)
    scale = np.where(is_share | (kind["is_ratio"] & ~is_times_100), 100.0, 1.0)
    return scale, is_share | is_times_100


def _figure(rows: pd.DataFrame, name: str) -> np.ndarray:
    if name not in rows:
        return np.full(len(rows), np.nan)
    return rows[name].to_numpy(dtype=float, na_value=np.nan)
