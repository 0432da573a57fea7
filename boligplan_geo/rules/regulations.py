"""Building regulations: whose definitions of utilisation a plan is read by.

A plan is measured as the regulations said when it was adopted, whatever has come since.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from boligplan_geo.rules.precedence import dates

#: Building regulations by the day they came into force; the definitions of 1997 and later agree
#: with today's (TEK17 ch. 5). Days before 2010 are common knowledge of the field, not verified.
REGULATIONS: Mapping[str, str] = MappingProxyType(
    {
        "bf1969": "1969-08-01",
        "bf1985": "1985-01-01",
        "bf1987": "1987-07-01",
        "bf1997": "1997-07-01",
        "tek2007": "2007-07-01",
        "tek10": "2010-07-01",
        "tek17": "2017-07-01",
    }
)
OLDER_REGULATIONS = ("before_1969", "bf1969", "bf1985", "bf1987")
#: lovreferanse 1 to 3: laws before that of 1985, whose plans follow the rules of 1969 or older.
_LAWS_BEFORE_1985 = (1, 2, 3)
_NULL: Any = None  # numpy's types know no mixture of text and None


def in_force_at_adoption(plans: pd.DataFrame | None) -> pd.Series:
    """Building regulation in force when each plan was adopted; its definitions are the plan's.

    Parameters
    ----------
    plans : DataFrame, index ``plan_id``, or None
        ``adopted_date``, else ``in_force_date``; ``law_code`` where both are missing.

    Returns
    -------
    Series of text, index ``plan_id``
        A key of `REGULATIONS` or ``before_1969``; null where neither date nor law says.

    Examples
    --------
    >>> plans = pd.DataFrame({"adopted_date": ["1991-05-02", None], "law_code": [4, 3]},
    ...                      index=["1991-003", "R12"])
    >>> in_force_at_adoption(plans).to_dict()
    {'1991-003': 'bf1987', 'R12': 'bf1969'}
    """
    if plans is None or not len(plans):
        return pd.Series([], index=pd.Index([], dtype=object), dtype=object)
    none = pd.Series(None, index=plans.index, dtype=object)
    adopted, in_force = (dates(plans.get(name, none)) for name in ("adopted_date", "in_force_date"))
    day = adopted.where(adopted.notna(), in_force).to_numpy(dtype="datetime64[D]")
    starts = np.array(list(REGULATIONS.values()), dtype="datetime64[D]")
    names = np.array(["before_1969", *REGULATIONS], dtype=object)
    known = names[np.searchsorted(starts, day, side="right") * ~np.isnat(day)]
    is_older = pd.to_numeric(plans.get("law_code", none)).isin(_LAWS_BEFORE_1985).to_numpy()
    known = np.where(np.isnat(day), np.where(is_older, "bf1969", _NULL), known)
    found = pd.Series(known, index=plans.index, dtype=object)
    return found[~found.index.duplicated()]


def with_regulation(plan_parameters: pd.DataFrame, plans: pd.DataFrame | None) -> pd.DataFrame:
    """Plan parameters with ``regulation_code``: the building regulations that measure each.

    Parameters
    ----------
    plan_parameters : DataFrame
        With ``plan_id``.
    plans : DataFrame, index ``plan_id``, or None

    Returns
    -------
    DataFrame
        Null where the age of the plan is not known.
    """
    known = in_force_at_adoption(plans)
    if not len(known) or "plan_id" not in plan_parameters:
        return plan_parameters.assign(regulation_code=None)
    number, labels = pd.factorize(plan_parameters["plan_id"])
    code = np.array([*known.reindex(labels), None], dtype=object)[number]
    return plan_parameters.assign(regulation_code=code)
