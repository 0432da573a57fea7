"""Why a figure holds on a part: the place of its plan in the stack, as codes of ``reasons.csv``.

Utilisation set by one measure (BYA or BRA) does not conflict with an older plan's figure of the
other measure: both hold, the strictest counts (pbl § 1-5 sets an older plan aside only where the
two conflict). A newer plan may also be read as exhausting the matter, TEK17 § 5-1 letting it
choose its measure; figures that hold only by the first reading have `BESIDE` as their why.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

#: An older plan's BYA beside a newer plan's BRA, or the other way round: disputed.
BESIDE = "filled_beside_utilisation"
OLDER, NEWER, ZONE_910 = "filled_by_older", "filled_by_newer", "zone_910"


def newer(rows: pd.DataFrame, stack: pd.DataFrame, top_reason: np.ndarray) -> np.ndarray:
    """Why each figure holds where the newer plan goes first.

    Parameters
    ----------
    rows : DataFrame
        The settled figures: ``row`` in the stack, ``part``, ``order``, ``moved_by`` (null: not
        moved by a table), ``is_measured`` (a figure of BYA or BRA).
    stack : DataFrame
        ``part`` (int) and ``stack_order``, a row a plan and part.
    top_reason : array of text
        Of each stack row: why the plan on top of its part's stack governs.

    Returns
    -------
    array of text
        ``express_provision``, ``override``, the reason of the plan on top, ``filled_by_older``,
        or ``filled_beside_utilisation``.

    Examples
    --------
    >>> stack = pd.DataFrame({"part": [0, 0], "stack_order": [0.0, 1.0]})
    >>> rows = pd.DataFrame({"row": [0, 1], "part": 0, "order": [0.0, 1.0], "moved_by": None,
    ...                      "is_measured": True})
    >>> newer(rows, stack, np.array(["newer_plan", "newer_plan"])).tolist()
    ['newer_plan', 'filled_beside_utilisation']
    """
    row = rows["row"].to_numpy()
    is_top = _is_top(stack, stack["stack_order"].to_numpy(dtype=float))[row]
    code = np.where(is_top, top_reason[row], OLDER)
    return _moved(rows, np.where(_is_beside(rows), BESIDE, code))


def under_910(rows: pd.DataFrame, stack: pd.DataFrame, order: np.ndarray) -> np.ndarray:
    """Why each figure holds where zone 910 keeps the older plan.

    Parameters
    ----------
    rows, stack
        As for `newer`.
    order : array of float
        Of each stack row, by `rules.readings.zone_910`.

    Returns
    -------
    array of text
        ``zone_910`` for the plan that the zone keeps, ``filled_by_newer`` for the plan that has
        the zone, and as for `newer`.

    Examples
    --------
    >>> stack = pd.DataFrame({"part": [0, 0], "stack_order": [0.0, 1.0]})
    >>> rows = pd.DataFrame({"row": [0, 1], "part": 0, "order": [2.0, 1.0], "moved_by": None,
    ...                      "is_measured": False})
    >>> under_910(rows, stack, np.array([2.0, 1.0])).tolist()
    ['filled_by_newer', 'zone_910']
    """
    row = rows["row"].to_numpy()
    is_kept = _is_top(stack, order)[row]
    is_put_last = (order > stack["stack_order"].to_numpy(dtype=float))[row]
    code = np.where(is_kept, ZONE_910, np.where(is_put_last, NEWER, OLDER))
    beside = _is_beside(rows)
    return _moved(rows, np.where(beside & ~is_put_last, BESIDE, code))


def _is_top(stack: pd.DataFrame, order: np.ndarray) -> np.ndarray:
    """Stack rows of the plan that goes first on their part."""
    part = stack["part"].to_numpy()
    first = np.full(part.max(initial=-1) + 1, np.inf)
    np.minimum.at(first, part, order)
    return order == first[part]


def _is_beside(rows: pd.DataFrame) -> np.ndarray:
    """Figures of BYA or BRA of a plan that comes after one with a figure of the other."""
    part, order = rows["part"].to_numpy(), rows["order"].to_numpy()
    measured = rows["is_measured"].to_numpy(dtype=bool)
    first = np.full(part.max(initial=-1) + 1, np.inf)
    np.minimum.at(first, part[measured], order[measured])
    return measured & (order > first[part])


def _moved(rows: pd.DataFrame, code: np.ndarray) -> np.ndarray:
    moved_by = rows["moved_by"].to_numpy(dtype=object)
    return np.where(pd.isna(moved_by), code, moved_by).astype(object)
