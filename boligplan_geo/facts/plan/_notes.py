"""What of the plans was doubtful and how it was read, for the report."""

from __future__ import annotations

import pandas as pd

from boligplan_geo.errors import Note
from boligplan_geo.rules import overrides


def notes(
    plan_parts: pd.DataFrame,
    part_stack: pd.DataFrame,
    plans: pd.DataFrame | None = None,
    plan_overrides: pd.DataFrame | None = None,
) -> list[Note]:
    """Say which plans had to be read in a way someone should look at.

    Parameters
    ----------
    plan_parts, part_stack : DataFrame
        From `facts.plan.governed`.
    plans, plan_overrides : DataFrame, optional

    Returns
    -------
    list of Note
        Plans without status, read as in force; of the same date where they overlap; proposals
        read as adopted; and what of the override table could not be applied. Ids are plan ids.

    Examples
    --------
    >>> parts = pd.DataFrame({"plan_id": ["A"], "governs_reason": ["same_date"]}, index=["p:1"])
    >>> stack = pd.DataFrame({"part_id": "p:1", "plan_id": ["A", "B"], "stack_order": [0, 1]})
    >>> [(note.code, note.ids) for note in notes(parts, stack)]
    [('plans_same_date', ('A', 'B'))]
    """
    found = [
        ("plan_status_missing", _without_status(part_stack, plans)),
        ("plans_same_date", _of_same_date(plan_parts, part_stack)),
        ("plans_proposed", _proposed(plans)),
        ("override_unknown_plan", _unknown(part_stack, plans, plan_overrides)),
    ]
    layer = {"override_unknown_plan": "plan_overrides"}
    said = [Note(code, layer.get(code, "plans"), ids) for code, ids in found if ids]
    return [*said, *overrides.notes(plan_overrides)]


def _without_status(stack: pd.DataFrame, plans: pd.DataFrame | None) -> tuple[str, ...]:
    """Plans over plots whose status is not known; none where no plans were given."""
    if plans is None or not len(plans):
        return ()
    status = plans.get("plan_status_code", pd.Series(None, index=plans.index, dtype=object))
    known = status.index[status.notna()]
    return tuple(sorted(set(stack["plan_id"].dropna().astype(str)) - set(known.astype(str))))


def _of_same_date(parts: pd.DataFrame, stack: pd.DataFrame) -> tuple[str, ...]:
    """The two first plans of parts that a common date left undecided."""
    tied = parts.index[(parts["governs_reason"] == "same_date").to_numpy()]
    first = stack[stack["part_id"].isin(tied) & (stack["stack_order"] <= 1)]
    return tuple(sorted(first["plan_id"].astype(str).unique()))


def _proposed(plans: pd.DataFrame | None) -> tuple[str, ...]:
    if plans is None or "is_proposed" not in plans:
        return ()
    return tuple(sorted(plans.index[plans["is_proposed"].to_numpy(bool)].astype(str)))


def _unknown(
    stack: pd.DataFrame, plans: pd.DataFrame | None, plan_overrides: pd.DataFrame | None
) -> tuple[str, ...]:
    """Plans of the override table that are nowhere in force and in no list of plans."""
    rows, _ = overrides.settled(plan_overrides)
    known = set(stack["plan_id"].dropna()) | set(() if plans is None else plans.index)
    named = set(rows["prevailing_plan_id"]) | set(rows["yielding_plan_id"])
    return tuple(sorted(named - known))
