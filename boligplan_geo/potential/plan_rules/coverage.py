"""Permitted BYA and BRA of each plan part: every figure that plans give, the strictest first."""

from __future__ import annotations

import numpy as np
import pandas as pd

from boligplan_geo.assumptions import Assumptions
from boligplan_geo.potential.plan_rules import fields
from boligplan_geo.potential.plan_rules.assumed import assumed, assumed_clause
from boligplan_geo.potential.plan_rules.recorded import (
    Figures,
    Floats,
    Recorded,
    clause_of,
    parts_with,
    strictest,
)
from boligplan_geo.rules import utilisation
from boligplan_geo.rules.utilisation import LEVELS

#: What is counted of each, and the column of what stands.
QUANTITIES = {"bya": "bya_{}_m2", "bra": "bra_given_{}_m2"}


def permitted(
    recorded: Recorded,
    plan_parts: pd.DataFrame,
    net_m2: Floats,
    standing: pd.DataFrame,
    assumptions: Assumptions,
) -> tuple[dict[str, np.ndarray], pd.DataFrame]:
    """Recorded utilisation of each part as m² of BYA and BRA.

    Parameters
    ----------
    recorded : Recorded
    plan_parts : DataFrame, index ``part_id``
        With ``row``, the position of the plot.
    net_m2 : array of float, one a part
        Area that counts as plot (TEK17 § 5-8).
    standing : DataFrame, index ``part_id``
    assumptions : Assumptions

    Returns
    -------
    columns : dict of name to array, one a part
        ``bya_<level>_m2`` and ``bra_given_<level>_m2`` (NaN: no figure), ``bya_min_m2`` and
        ``bra_min_m2`` that must be built at least (0: nothing), ``bya_`` and
        ``bra_clause_id``, ``is_bra_given``, ``reason`` why nothing is permitted or known,
        ``cause:older_definition``, ``cause:half_road``, ``cause:basis_unknown``,
        ``cause:percent_as_share``, ``cause:ratio_as_percent``,
        ``cause:filled_beside_utilisation``.
    table : DataFrame
        The fields with a budget of BYA or BRA, see `potential.plan_rules.fields.table`.
    """
    rows = recorded.starting_with("utilisation_")
    use = utilisation.permitted(
        recorded.rows_starting_with("utilisation_"),
        older_spread_share=assumptions.older_measure_spread_share,
        gross_to_use_area_share=assumptions.gross_to_use_area_share,
        half_road_share=assumptions.u_grad_half_road_share,
    )
    table = {name: use[name].to_numpy() for name in use if name not in recorded.rows}
    parameter, names = pd.factorize(use["parameter_code"], sort=True)
    columns: dict[str, np.ndarray] = {}
    told, is_open = [], np.zeros(recorded.parts_count, dtype=bool)
    for name, pattern in QUANTITIES.items():
        own = np.isin(table["quantity"], [name, "none", "no_further"])
        mine = _Quantity(
            rows.of(own), {k: v[own] for k, v in table.items()}, parameter[own], net_m2,
            standing[f"{name}_m2"].to_numpy(dtype=float),
        )  # fmt: skip
        columns |= mine.columns(name, pattern)
        told.append(mine.fields(np.asarray(names, dtype=object), plan_parts))
        is_open |= mine.is_open
    # if the newer plan's measure is exhaustive, the land alone limits the other one
    columns["bya_high_m2"] = np.where(
        np.isnan(columns["bya_high_m2"]) & ~np.isnan(columns["bya_mid_m2"]),
        np.maximum(net_m2, columns["bya_mid_m2"]),
        columns["bya_high_m2"],
    )
    columns["is_bra_given"] = ~np.isnan(columns["bra_given_mid_m2"])
    columns["reason"] = _reason(rows, table, recorded.parts_count)
    for cause, flag in (
        ("older_definition", table["is_older"] & ~table["has_half_road"]),
        ("half_road", table["has_half_road"]),
        ("percent_as_share", table["is_rescaled"] & ~table["has_half_road"]),
        ("ratio_as_percent", table["is_rescaled"] & table["has_half_road"]),
    ):
        columns[f"cause:{cause}"] = parts_with(rows, flag.astype(bool), recorded.parts_count)
    columns["cause:basis_unknown"] = is_open
    beside = rows.is_beside & ~rows.is_910
    columns["cause:filled_beside_utilisation"] = parts_with(rows, beside, recorded.parts_count)
    told = [fields_table for fields_table in told if len(fields_table)] or told[:1]
    return columns, pd.concat(told, ignore_index=True)


class _Quantity:
    """The figures of one quantity, with those of whole fields shared."""

    def __init__(
        self, rows: Figures, table: dict[str, np.ndarray], parameter: np.ndarray,
        net_m2: Floats, stands: Floats,
    ) -> None:  # fmt: skip
        self.rows, self.count = rows, len(net_m2)
        is_percent, is_m2 = table["measure"] == "percent", table["measure"] == "m2"
        given = np.stack([table[level].astype(float) for level in (*LEVELS, "least")])
        amount = np.where(is_percent, given * net_m2[rows.part] / 100.0, given)
        # m² are the field's unless the clause says the plot's; per cent the other way round
        self.of_field = np.flatnonzero((is_m2 & ~rows.is_plot) | (is_percent & rows.is_field))
        self.parameter = parameter[self.of_field]
        self.group = fields.fields_of(rows.of(self.of_field), self.parameter, net_m2, stands)
        budget = given[:, self.of_field]
        self.budget = np.where(
            is_percent[self.of_field], budget * self.group.field_m2 / 100.0, budget
        )
        self.shared = fields.shares(self.group, self.budget[:3])
        self.amount = self._with_shares(amount)
        # high reads a newer plan that measures otherwise as exhaustive (TEK17 § 5-1)
        self.amount[2, rows.is_beside] = np.nan
        banned = table["quantity"] == "none"
        self.amount = np.where(banned, 0.0, self.amount)
        self.amount[:3, table["quantity"] == "no_further"] = stands[
            rows.part[table["quantity"] == "no_further"]
        ]

    def _with_shares(self, amount: Floats) -> Floats:
        result, own = amount.copy(), self.group.rows
        result[:3, self.of_field] = self.shared
        result[2, self.of_field] = np.where(
            own.is_field, self.shared[2], np.fmax(self.shared[2], self.budget[2])
        )
        # a least amount of a field is shared by area
        whole = self.group.field_m2
        share = np.divide(self.group.area_m2, whole, out=np.zeros(len(whole)), where=whole > 0)
        result[3, self.of_field] = self.budget[3] * share
        return result

    def columns(self, name: str, pattern: str) -> dict[str, np.ndarray]:
        limit, least = self.amount[:3], np.broadcast_to(self.amount[3], (3, len(self.rows.part)))
        settled = strictest(self.rows, limit, self.count, is_limit=True)
        least_of_part = strictest(self.rows, least, self.count, is_limit=False)[1]
        return {
            **{pattern.format(n): v for n, v in zip(LEVELS, settled, strict=True)},
            f"{name}_min_m2": np.nan_to_num(least_of_part),
            f"{name}_clause_id": clause_of(self.rows, limit[1], settled[1]),
        }

    @property
    def is_open(self) -> np.ndarray:
        """Parts where it is not said whether a figure is the field's or the plot's."""
        own = self.group.rows
        several = self.group.total(np.ones(len(own.part))) > 1
        return parts_with(own, ~own.is_field & several, self.count)

    def fields(self, names: np.ndarray, plan_parts: pd.DataFrame) -> pd.DataFrame:
        code = names[self.parameter]
        return fields.table(self.group, self.budget[:3], self.shared[1], code, "m2", plan_parts)


def _reason(rows: Figures, table: dict[str, np.ndarray], count: int) -> np.ndarray:
    """Why a part permits nothing, or why its figure cannot be read."""
    reason = np.full(count, None, dtype=object)
    newer = ~rows.is_910
    refused = newer & pd.notna(table["reason"])
    reason[rows.part[refused]] = table["reason"][refused]
    for quantity, code in (
        ("no_further", "no_further_building"),
        ("none", "no_building_permitted"),
    ):
        reason[rows.part[newer & (table["quantity"] == quantity)]] = code
    return reason


def filled(
    use: dict[str, np.ndarray],
    dwelling_type: pd.Series,
    is_housing: np.ndarray,
    net_m2: Floats,
    assumptions: Assumptions,
) -> dict[str, np.ndarray]:
    """`permitted` with BYA assumed where the plans of a housing part are silent.

    Silent is a part with no figure of BYA or BRA that can be read as a limit, and no reason why;
    what is assumed is never less than a minimum that the plan sets.
    """
    silent = (
        is_housing & np.isnan(use["bya_mid_m2"]) & ~use["is_bra_given"] & pd.isna(use["reason"])
    )
    share = assumed(dwelling_type, assumptions, "bya_{}_share")
    spread = assumptions.bya_spread_share
    result = dict(use)
    for level, sign in zip(LEVELS, (-1, 0, 1), strict=True):
        usual = np.minimum(share * (1 + sign * spread), 1.0) * net_m2
        usual = np.maximum(usual, use["bya_min_m2"])
        result[f"bya_{level}_m2"] = np.where(silent, usual, use[f"bya_{level}_m2"])
    result["bya_clause_id"] = np.where(
        silent, assumed_clause(dwelling_type, "bya_{}_share"), use["bya_clause_id"]
    )
    return result | {"cause:bya_assumed": silent}
