"""Where a lever's figure stands in the municipality's tables, and the tables with it changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from boligplan_geo.errors import texts
from boligplan_geo.municipality import Municipality
from boligplan_geo.rules.provisions import as_read
from boligplan_geo.rules.records import MAP_CLAUSE, provision_records, text

#: Clause of a provision that does not stand in the plan yet.
NEW_CLAUSE = "ny"


def in_tables(levers: pd.DataFrame, town: Municipality) -> pd.DataFrame:
    """Say how each lever is changed, and which rows say its figure now.

    Parameters
    ----------
    levers : DataFrame
        One row a clause, parameter, figure and zone.
    town : Municipality

    Returns
    -------
    DataFrame
        With ``how``: ``map`` (the figure of the zone's areas on the plan map), ``row`` (a
        provision that names the zone), ``clause`` (one that names none, in land without names:
        changed wherever it holds), ``added`` (one that names none gets a row for the zone),
        ``new`` (no plan says it: a new provision for the zone), empty (cannot be changed alone);
        ``records``: positions of the rows in ``plan_utilisation`` (``map``) or ``provisions``.
    """
    records = provision_records(town.provisions)
    by_figure = records.groupby(["plan_id", "clause_id", "parameter_code"]).indices
    on_map = _map_rows(town)
    found = [_place(lever, records, by_figure, on_map) for lever in levers.to_dict("records")]
    return levers.assign(how=[how for how, _ in found], records=[rows for _, rows in found])


def _place(
    lever: Mapping[str, object],
    records: pd.DataFrame,
    by_figure: Mapping[object, np.ndarray],
    on_map: Mapping[object, list[int]],
) -> tuple[str, tuple[int, ...]]:
    is_named = lever["zone_name"] != ""
    if lever["source_code"] == "assumption":
        return ("new", ()) if is_named else ("", ())
    if lever["clause_id"] == MAP_CLAUSE:
        place = ("plan_id", "zone_name", "land_use_code", "area_key", "parameter_code", "figure")
        rows = tuple(on_map.get(tuple(lever[name] for name in place), ()))
        return ("map", rows) if rows else ("", ())
    key = (lever["plan_id"], lever["clause_id"], lever["parameter_code"])
    rows = records.iloc[by_figure.get(key, np.array([], dtype=int))]
    zone = np.where(rows["zone_code"] != "", rows["zone_code"], rows["zone_name"])
    field = np.where(zone != "", rows["plan_id"] + "|" + zone, "")
    chosen = (rows["zone_name"] == lever["named"]) & (field == lever["field_key"])
    chosen &= rows["land_use_code"].isin(["", lever["land_use_code"]])
    figures = rows[["value_min", "value_max"]].to_numpy(dtype=float)
    chosen &= (figures == lever["figure"]).any(axis=1)
    rows = rows[chosen.to_numpy(bool)]
    rows = rows[rows["strength"] == rows["strength"].max()]
    if not len(rows):
        return "", ()
    how = "row" if lever["named"] != "" else "added" if is_named else "clause"
    return how, tuple(int(n) for n in rows.index)


def _map_rows(town: Municipality) -> dict[object, list[int]]:
    """Positions of the rows of map utilisation by plan, zone, purpose, parameter and figure."""
    use, areas = town.plan_utilisation, town.plan_areas
    if use is None or areas is None or not len(use):
        return {}
    area = areas.reindex(use["area_id"])
    name = text(area["zone_name"]).to_numpy(dtype=object)
    table = pd.DataFrame(
        {
            "plan_id": area["plan_id"].to_numpy(dtype=object),
            "zone_name": name,
            "land_use_code": text(area["land_use_code"]).to_numpy(dtype=object),
            "area_key": np.where(name == "", use["area_id"].astype(str), ""),
            "parameter_code": "utilisation_" + use["utilisation_type_code"].astype(int).astype(str),
            "figure": use["utilisation_value"].astype(float).to_numpy(),
        },
        index=pd.RangeIndex(len(use)),
    )
    groups = table.groupby(list(table), dropna=True).indices
    return {key: rows.tolist() for key, rows in groups.items()}


def whole_clauses(levers: pd.DataFrame, number: np.ndarray) -> tuple[pd.DataFrame, np.ndarray]:
    """Make one lever of those that can only be changed together.

    One row of the provisions table is one lever wherever it holds, where it is changed as it
    stands: a zone of two purposes, or a clause that holds in land without zone names.

    Parameters
    ----------
    levers : DataFrame
        From `in_tables`, index ``lever``.
    number : array of int
        Lever of each settled row.

    Returns
    -------
    levers : DataFrame
        With ``zones_count``, how many zones the change touches.
    number : array of int
    """
    is_clause = levers["how"] == "clause"
    unnamed = set(levers.loc[is_clause, "records"])
    is_joined = levers["records"].isin(unnamed) & levers["how"].isin(["clause", "added"])
    how = levers["how"].mask(is_joined, "clause")
    in_place = how.isin(["clause", "row"])
    key = pd.Series(levers.index.astype(str), index=levers.index)
    key = key.mask(in_place, how + levers["records"].astype(str))
    first = pd.Series(levers.index, index=levers.index).groupby(key).transform("first")
    count = levers.assign(zone=levers["zone_name"] + "|" + levers["area_key"]).groupby(first)
    table = levers.assign(how=how)[first == levers.index].copy()
    table["zones_count"] = count["zone"].nunique().reindex(table.index)
    return table, first.reindex(number).to_numpy()


def changed(town: Municipality, levers: pd.DataFrame, level: Mapping[int, int]) -> Municipality:
    """The municipality with some figures changed.

    Parameters
    ----------
    town : Municipality
    levers : DataFrame, index ``lever``
        From `levers.levers`.
    level : mapping of lever to step
        How many steps up its ladder each is taken; 0 or not named: as it is.

    Returns
    -------
    Municipality
        A new one; `town` is unchanged.
    """
    steps = {lever: step for lever, step in sorted(level.items()) if step}
    chosen = levers.reindex(list(steps))
    figures = [ladder[steps[n]] for n, ladder in chosen["ladder"].items()]
    rows = list(zip(chosen.to_dict("records"), figures, strict=True))
    return replace(
        town,
        plan_utilisation=_with_map_figures(town.plan_utilisation, rows),
        provisions=_with_provisions(town.provisions, rows),
    )


#: A lever and the figure that it is changed to.
Change = tuple[Mapping[str, Any], float]


def _with_map_figures(use: pd.DataFrame | None, rows: list[Change]) -> pd.DataFrame | None:
    on_map = [(lever["records"], figure) for lever, figure in rows if lever["how"] == "map"]
    if use is None or not on_map:
        return use
    values = use["utilisation_value"].to_numpy(dtype=float, copy=True)
    for records, figure in on_map:
        values[list(records)] = figure
    return use.assign(utilisation_value=values)


def _with_provisions(provisions: pd.DataFrame | None, rows: list[Change]) -> pd.DataFrame | None:
    """The provisions with changed figures, in the parameter's own unit, and with added rows."""
    rows = [(lever, figure) for lever, figure in rows if lever["how"] != "map"]
    positions = sorted({n for lever, _ in rows for n in lever["records"]})
    if not rows:
        return provisions
    table = pd.DataFrame() if provisions is None else provisions.copy()
    read = as_read(table.iloc[positions].reset_index(drop=True)).set_axis(positions)
    columns = {
        name: table[name].to_list() if name in table else [np.nan] * len(table)
        for name in ("value_min", "value_max", "unit")
    }
    added = []
    for lever, figure in rows:
        if lever["how"] in ("row", "clause"):
            for position in lever["records"]:
                values = read.loc[position, list(columns)].to_dict() | {_side(lever): figure}
                for name, value in values.items():
                    columns[name][position] = value
        else:
            clause = read.loc[lever["records"][0]].to_dict() if lever["records"] else {}
            added.append(_new_row(lever, figure, clause))
    table = table.assign(**columns)
    more = pd.DataFrame(added, index=[f"unlock-{n}" for n in range(1, len(added) + 1)])
    return pd.concat([table, more]).rename_axis("provision_id") if added else table


def _new_row(
    lever: Mapping[str, Any], figure: float, clause: Mapping[str, Any]
) -> dict[str, object]:
    """A provision for the lever's zone: its clause with another figure, or a new one."""
    row = {"clause_id": NEW_CLAUSE, "zone_code": "", "basis_code": "plot", **clause}
    row.pop("provision_reason", None)
    unit = texts("parameters")[lever["parameter_code"]]["unit"]
    names = ("plan_id", "zone_name", "land_use_code", "parameter_code")
    return {**row, **{name: lever[name] for name in names}, _side(lever): figure, "unit": unit,
            "text": texts("phrases")["unlock_provision"]["nb"]}  # fmt: skip


def _side(lever: Mapping[str, Any]) -> str:
    return "value_min" if is_need(str(lever["parameter_code"])) else "value_max"


def is_need(parameter_code: str) -> bool:
    """Whether a figure is a need, of which the least counts, and not a limit.

    Examples
    --------
    >>> is_need("parking_per_home"), is_need("storeys_max")
    (True, False)
    """
    return parameter_code.startswith(("outdoor_", "parking_"))
