"""Budgets of fields: what a whole field may hold, shared by the plots in it.

The rule: what stands stays where it stands; the rest of the budget is shared by net plot area,
units in whole numbers by largest remainder. Where more stands than the budget, each part keeps
its share of the budget by what stands on it. So the shares of a field sum to its budget, and
never to more. A basis that is not said is an interval: low and mid read the figure per field,
high per plot.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from boligplan_geo.potential.plan_rules.recorded import NULL, Figures, Floats
from boligplan_geo.rules import formulas
from boligplan_geo.rules.utilisation import LEVELS

#: Columns of the table of fields.
COLUMNS = ("field_id", "plan_id", "zone_name", "parameter_code", "clause_id", "basis_code", "unit",
           "area_m2", "plots_count", "budget_value", "budget_low_value", "budget_high_value",
           "built_value", "shared_value")  # fmt: skip


@dataclass(frozen=True, eq=False)
class Fields:
    """Rows of parameters by the field whose budget they share.

    Parameters
    ----------
    rows : Figures
    group : array of int, one a row
        Number of the field's budget: one a field, clause, parameter, figure and reading.
    area_m2, stands : array of float, one a row
        Net area of the row's part, and what stands on it in the parameter's unit; where that is
        unknown, the part takes its share by area alone.
    """

    rows: Figures
    group: np.ndarray
    area_m2: Floats
    stands: Floats

    def total(self, values: Floats) -> Floats:
        """Sum of a field, at each of its rows."""
        return np.bincount(self.group, weights=values)[self.group]

    @property
    def field_m2(self) -> Floats:
        """Net area of the whole field, at each of its rows."""
        return self.total(self.area_m2)


def fields_of(rows: Figures, parameter: np.ndarray, area_m2: Floats, standing: Floats) -> Fields:
    """Group rows by the field they belong to.

    Parameters
    ----------
    rows : Figures
    parameter : array of int, one a row
    area_m2, standing : array of float, one a part
    """
    figures = np.stack([rows.least, rows.most])
    values = [np.unique(f, return_inverse=True)[1].reshape(-1) for f in figures]
    group = np.zeros(len(rows.part), dtype=np.int64)
    for key in (rows.field_id, rows.clause_id, parameter, *values, rows.is_910):
        _, group = np.unique(group * (int(key.max(initial=0)) + 2) + key + 1, return_inverse=True)
        group = group.reshape(-1)
    stands = np.nan_to_num(standing[rows.part])
    return Fields(rows, group, area_m2[rows.part], stands)


def shares(fields: Fields, budget: Floats) -> Floats:
    """Each part's share of its field's budget, for each level of the budget.

    Parameters
    ----------
    fields : Fields
    budget : array of float, level × row
        What the field may hold.
    """
    return np.stack([_kept(fields, b) + _rest(fields, b) * _area_share(fields) for b in budget])


def whole_shares(fields: Fields, budget: Floats, order: np.ndarray) -> Floats:
    """`shares` of a number of homes: what is left is given out in whole homes.

    Parameters
    ----------
    fields, budget
        As for `shares`.
    order : array of int, one a part
        Place of each part by its id: settles ties, so that the order of rows decides nothing.
    """
    tie = order[fields.rows.part]
    return np.stack([_kept(fields, b) + _given_out(fields, _rest(fields, b), tie) for b in budget])


def _kept(fields: Fields, budget: Floats) -> Floats:
    """What stands, at most the part's share of the budget by it."""
    stands = fields.total(fields.stands)
    ratio = np.divide(budget, stands, out=np.zeros(len(budget)), where=stands > 0)
    return fields.stands * np.minimum(ratio, 1.0)


def _rest(fields: Fields, budget: Floats) -> Floats:
    return np.maximum(budget - fields.total(fields.stands), 0.0)


def _area_share(fields: Fields) -> Floats:
    whole = fields.field_m2
    return np.divide(fields.area_m2, whole, out=np.zeros(len(whole)), where=whole > 0)


def _given_out(fields: Fields, rest: Floats, tie: np.ndarray) -> Floats:
    """Whole homes by area: the whole part of each quota, then one each by largest remainder."""
    whole = formulas.evaluate("floor(rest)", {"rest": rest})
    quota = whole * _area_share(fields)
    given = formulas.evaluate("floor(quota)", {"quota": quota})
    left = whole - fields.total(given)
    remainder = np.where(fields.area_m2 > 0, np.round(quota - given, 9), -1.0)
    by_claim = np.lexsort((tie, -np.round(fields.area_m2, 2), -remainder, fields.group))
    groups = fields.group[by_claim]
    place = np.empty(len(groups), dtype=np.intp)
    place[by_claim] = np.arange(len(groups)) - np.searchsorted(groups, groups)
    return given + ((place < np.round(left)) & (fields.area_m2 > 0))


def table(
    fields: Fields, budget: Floats, shared: Floats, parameter: np.ndarray, unit: str,
    plan_parts: pd.DataFrame,
) -> pd.DataFrame:  # fmt: skip
    """The fields of the plans in force, one row a field, clause and parameter.

    Parameters
    ----------
    fields : Fields
    budget : array of float, level × row
        What the field may hold, in `unit`.
    shared : array of float, one a row
        What the row's part got of mid.
    parameter : array of text, one a row
    unit : str
    plan_parts : DataFrame, index ``part_id``
        ``row`` (position of the plot), ``zone_name``.

    Returns
    -------
    DataFrame
        `COLUMNS`; ``basis_code`` null where the plan does not say whether the figure is the
        field's or the plot's.
    """
    rows = fields.rows
    part, is_newer = rows.part, ~rows.is_910
    told = pd.DataFrame(
        {
            "group": fields.group,
            "field_id": rows.text("field_id"),
            "plan_id": rows.text("plan_id"),
            "zone_name": _zone_names(rows, plan_parts),
            "parameter_code": parameter,
            "clause_id": rows.text("clause_id"),
            "basis_code": np.where(rows.is_field, "field", NULL),
            "unit": unit,
            "area_m2": fields.area_m2,
            "plot": plan_parts["row"].to_numpy()[part],
            **{f"budget_{level}_value": b for level, b in zip(LEVELS, budget, strict=True)},
            "built_value": fields.stands,
            "shared_value": shared,
        }
    )[is_newer & (fields.area_m2 > 0)]
    by = told.sort_values(["zone_name"], kind="stable").groupby("group", sort=True)
    found = by.first()
    for name in ("area_m2", "built_value", "shared_value"):
        found[name] = by[name].sum()
    found["plots_count"] = by["plot"].nunique().astype(float)
    found["budget_value"] = found["budget_mid_value"]
    return found.reset_index(drop=True)[list(COLUMNS)]


def _zone_names(rows: Figures, plan_parts: pd.DataFrame) -> np.ndarray:
    """Name of each row's field: its part's zone where the same plan governs, else the field's."""
    nothing = pd.Series(None, index=plan_parts.index, dtype=object)
    zone, plan = (
        plan_parts.get(name, nothing).iloc[rows.part].to_numpy(dtype=object, na_value=None)
        for name in ("zone_name", "plan_id")
    )
    own = [str(label).partition("|")[2] for label in rows.labels["field_id"]]
    named = np.array([*own, NULL], dtype=object)[rows.field_id]
    return np.where((plan == rows.text("plan_id")) & pd.notna(zone), zone, named)
