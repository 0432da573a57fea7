"""The account: every plot with a status or a reason, every home in one place."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from boligplan_geo.columns import HOMES_COLUMNS

ACCOUNT_COLUMNS = (
    "step",
    "district_id",
    "dwelling_type_code",
    "year",
    "plots_count",
    "homes_count",
    "unknown_plots_count",
    "area_m2",
    "reason",
)


def account(
    plots: pd.DataFrame,
    in_site: pd.Series,
    left_out: Mapping[str, int],
    homes_by_type: pd.DataFrame,
) -> pd.DataFrame:
    """Account for every plot and every home, by district.

    Steps: ``left_out`` (parcels of the input that are in no plot), ``status:<code>`` (all
    plots), one row set a column of homes (``built_homes_count`` …: sums over all plots),
    ``plan_homes:in_site`` and ``:in_no_site``, ``plan_homes:in_catchment`` and ``:outside``,
    ``stock`` (homes today by dwelling type). Districts null: outside every district.

    Parameters
    ----------
    plots : DataFrame, index ``plot_id``
    in_site : Series of bool
        Whether a plot is in a site.
    left_out : mapping of reason to count
        Parcels of the input that were left out.
    homes_by_type : DataFrame
        ``plot_id``, ``dwelling_type_code``, ``homes_count``.

    Returns
    -------
    DataFrame
        `ACCOUNT_COLUMNS`; ``homes_count`` sums what is known and ``unknown_plots_count`` says
        how many plots it leaves out; a sum of unknowns only is NaN.
    """
    mid = "potential_plan_homes_mid_count"
    status = plots.assign(step="status:" + plots["plot_status_code"], homes=plots[mid])
    tables = [
        _left_out(left_out),
        _sums(status, reason="plot_status_reason"),
        *(_homes(plots, name) for name in HOMES_COLUMNS),
        _sums(
            plots.assign(
                step=_either("plan_homes", in_site, "in_site", "in_no_site"), homes=plots[mid]
            )
        ),
        _sums(
            plots.assign(
                step=_either("plan_homes", plots["centre_id"].notna(), "in_catchment", "outside"),
                homes=plots[mid],
            )
        ),
        _stock(homes_by_type, plots),
    ]
    whole = pd.concat([t for t in tables if len(t)], ignore_index=True)
    return whole.reindex(columns=list(ACCOUNT_COLUMNS))


def totals(plots: pd.DataFrame) -> dict[str, float | None]:
    """Sums of the municipality: plots, area and every column of homes; None = unknown.

    The interval of the municipality (``_p10_``, ``_p50_``, ``_p90_``) takes joint draws, which
    are not built yet: sums of the plots' lows and highs are no interval, and only close the books.
    """
    sums = plots[list(HOMES_COLUMNS)].sum(min_count=1)
    return {
        "plots_count": float(len(plots)),
        "plot_area_m2": float(plots["plot_area_m2"].sum()),
        "plan_net_plot_m2": float(plots["plan_net_plot_m2"].sum()),
        "not_assessable_plots_count": float((plots["plot_status_code"] == "not_assessable").sum()),
        "built_homes_unknown_plots_count": float(plots["built_homes_count"].isna().sum()),
        **{f"potential_plan_homes_{p}_count": None for p in ("p10", "p50", "p90")},
        **{name: None if pd.isna(value) else float(value) for name, value in sums.items()},
    }


def _either(step: str, condition: pd.Series, yes: str, no: str) -> pd.Series:
    return condition.map({True: f"{step}:{yes}", False: f"{step}:{no}"})


def _sums(rows: pd.DataFrame, reason: str | None = None) -> pd.DataFrame:
    """Plots, homes and area by step, district and reason."""
    keys = ["step", "district_id", *([reason] if reason else [])]
    by = rows.groupby(keys, dropna=False, sort=True)
    table = pd.DataFrame(
        {
            "plots_count": by.size(),
            "homes_count": by["homes"].sum(min_count=1),
            "unknown_plots_count": by.size() - by["homes"].count(),
            "area_m2": by["plot_area_m2"].sum(),
        }
    ).reset_index()
    return table.rename(columns={reason: "reason"}) if reason else table


def _homes(plots: pd.DataFrame, name: str) -> pd.DataFrame:
    """Sums of one column of homes; a sum of unknowns only says why, in its theme's words."""
    table = _sums(plots.assign(step=name, homes=plots[name]))
    unknown = table["homes_count"].isna()
    if unknown.any():
        theme = "built_reason" if name.startswith("built") else "potential_reason"
        codes = plots.loc[plots[name].isna(), theme].dropna().astype(str).str.split(";").explode()
        # What every such plot says: a sum is unknown only where all of it is.
        common = codes.value_counts()
        table["reason"] = None
        table.loc[unknown, "reason"] = common.index[0] if len(common) else "no_data"
    return table


def _left_out(left_out: Mapping[str, int]) -> pd.DataFrame:
    rows = [("left_out", count, reason) for reason, count in sorted(left_out.items())]
    return pd.DataFrame(rows, columns=["step", "plots_count", "reason"])


def _stock(homes_by_type: pd.DataFrame, plots: pd.DataFrame) -> pd.DataFrame:
    by_plot = homes_by_type.assign(district_id=homes_by_type["plot_id"].map(plots["district_id"]))
    by = by_plot.groupby(["district_id", "dwelling_type_code"], dropna=False, sort=True)
    table = by["homes_count"].sum().reset_index()
    counted = by["plot_id"].nunique().to_numpy()
    return table.assign(
        step="stock", plots_count=counted, unknown_plots_count=0, reason="no_area_of_a_type"
    )
