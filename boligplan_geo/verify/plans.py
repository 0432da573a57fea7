"""Rules of planning law: parts tile their plot, figures have a source, fields keep their budget."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd
import shapely

from boligplan_geo.errors import texts
from boligplan_geo.verify.tables import SUM_CLOSES, Manifest, Tables, told_ids

TILES_WITHIN_M2 = 0.01  # gap and overlap of a plot's parts
_MAP_CLAUSE, _ASSUMED, _LAND = "plankart", "assumption:", "constraint"
#: What is cited beside clauses: the map, the land, a zone of the map, the law and its guideline.
_OTHER_CITED = rf"{_MAP_CLAUSE}|{_LAND}|H\d+|(pbl|TEK17) § .+|T-1442"
#: Utilisation in m² and the column of plots that a field's budget of it limits.
_LIMITED = {
    "utilisation_7": "plan_bya_{}_m2",
    "utilisation_15": "plan_bya_{}_m2",
    "utilisation_13": "plan_bra_{}_m2",
    "utilisation_17": "plan_bra_{}_m2",
}
_BESIDE = "filled_beside_utilisation"
_LEVELS = ("low", "mid", "high")
_FIELD = ["field_id", "parameter_code", "clause_id"]


def tiling(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """Parts of a plot lie within it and do not overlap; as their areas sum, they leave no gap."""
    plots, parts = tables["plots"], tables["plan_parts"]
    place = pd.Index(plots["plot_id"]).get_indexer(pd.Index(parts["plot_id"]))
    if (place < 0).any():
        yield f"parts of plots that are not there{told_ids(parts['part_id'][place < 0])}"
    parts, place = parts[place >= 0], place[place >= 0]
    plot, part = np.asarray(plots["geometry"])[place], np.asarray(parts["geometry"])
    differs = ~shapely.equals_exact(part, plot, 0.0)  # most plots have one part: themselves
    outside = np.zeros(len(part))
    outside[differs] = shapely.area(shapely.difference(part[differs], plot[differs]))
    for text, area in (
        ("parts reach out of their plot",
         np.bincount(place, weights=outside, minlength=len(plots))),
        ("parts of a plot overlap", _overlap(part, place, len(plots))),
    ):  # fmt: skip
        off = area > TILES_WITHIN_M2
        if off.any():
            yield f"{text}{told_ids(plots['plot_id'][off])}"


def _overlap(part: np.ndarray, place: np.ndarray, count: int) -> np.ndarray:
    """Area in which the parts of each plot overlap, pair by pair [m²]."""
    table = pd.DataFrame({"plot": place, "one": np.arange(len(part))})
    pairs = table.merge(table.rename(columns={"one": "other"}), on="plot")
    pairs = pairs[pairs["one"] < pairs["other"]]
    shared = shapely.intersection(part[pairs["one"]], part[pairs["other"]])
    return np.bincount(pairs["plot"], weights=shapely.area(shared), minlength=count)


def sources(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """Each figure says where it is from and why it holds; each clause that is cited is there."""
    rows, clauses = tables["plan_parameters"], tables["clauses"]
    strangers = ~rows["part_id"].isin(tables["plan_parts"]["part_id"])
    if strangers.any():
        yield f"figures of parts that are not there{told_ids(rows['part_id'][strangers])}"
    source, cited = rows["source_code"], rows["clause_id"].astype("string")
    recorded, assumed = source.isin(["map", "provision", "override"]), source == "assumption"
    why = rows["why_code"].isin(list(texts("reasons")))
    given = pd.MultiIndex.from_frame(rows[["plan_id", "clause_id"]])
    is_there = given.isin(pd.MultiIndex.from_frame(clauses[["plan_id", "clause_id"]]))
    name = cited.str.removeprefix(_ASSUMED)
    for text, off in (
        ("a figure's source is unknown", ~recorded & ~assumed),
        ("a figure does not say why it holds", recorded & ~why),
        ("a figure's plan is not in plans",
         recorded & ~rows["plan_id"].isin(tables["plans"]["plan_id"])),
        ("a figure's clause is not in clauses", (source == "provision") & ~is_there),
        ("a figure of the map cites a clause", (source == "map") & ~cited.eq(_MAP_CLAUSE)),
        ("a figure's assumption is not in the manifest",
         assumed & ~name.isin(list(manifest["assumptions"]))),
    ):  # fmt: skip
        off = off.fillna(True).to_numpy(bool)
        if off.any():
            yield f"{text}{told_ids(rows['part_id'][off])}"
    yield from _cited(tables, manifest)


def _cited(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """What a plot names as binding, or as what its homes wait for, is there to be read."""
    plots, known = tables["plots"], set(tables["clauses"]["clause_id"].dropna())
    known |= {f"{_ASSUMED}{name}" for name in manifest["assumptions"]}
    for column in ("plan_binding_clause_id", "potential_when_clause_id"):
        named = plots.set_index("plot_id")[column].dropna().astype(str).str.split(";").explode()
        off = ~(named.isin(known) | named.str.fullmatch(_OTHER_CITED))
        if off.any():
            yield f"{column} is no clause that is recorded{told_ids(named.index[off])}"


def fields(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """A field's budget is shared whole, and its plots never sum to more than it."""
    table = tables["fields"].reset_index(drop=True)
    if not len(table):  # no plan has a budget for a whole field
        return
    low, budget, high = (
        table[f"budget_{name}value"].astype(float) for name in ("low_", "", "high_")
    )
    spare = budget - table["shared_value"].astype(float)
    close = SUM_CLOSES * budget.abs().clip(lower=1.0)
    # homes are given out whole: of half a home nobody gets anything
    left = spare >= np.where(table["unit"] == "count", 1.0, close)
    for text, off in (
        ("shares sum to more than the budget", spare < -close),
        ("the budget is not shared whole", left),
        ("budget low > mid, or mid > high", (low > budget + close) | (budget > high + close)),
    ):
        if off.any():
            yield f"{text}{told_ids(table['field_id'][off])}"
    net, inside = _net_parts(tables, table)
    own = net.groupby("field")["area_m2"].sum().reindex(table.index, fill_value=0.0)
    off = (own - table["area_m2"].astype(float)).abs() > TILES_WITHIN_M2 * table["plots_count"]
    if off.any():
        yield f"area_m2 is not that of the field's plan parts{told_ids(table['field_id'][off])}"
    yield from _plots_of(table[table["basis_code"] == "field"], inside, tables["plots"])


def _net_parts(tables: Tables, table: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Net parts by the field they share, and the plots that lie in one field alone.

    Plots with a disputed figure (zone 910, or one measure beside another) are left out of the
    latter: their high may be by the other plan.
    """
    rows, parts = tables["plan_parameters"], tables["plan_parts"]
    net = parts.loc[parts["counts_as_plot"] == True, ["part_id", "plot_id", "area_m2"]]  # noqa: E712
    keys = table[_FIELD].rename_axis("field").reset_index()
    newer = rows.loc[rows["reading_code"] == "newer", ["part_id", *_FIELD]]
    of_field = newer.merge(keys, on=_FIELD).drop_duplicates(["field", "part_id"])
    found = of_field.merge(net, on="part_id")
    whole = net.groupby("plot_id")["area_m2"].sum()
    is_disputed = (rows["reading_code"] != "newer") | (rows["why_code"] == _BESIDE)
    disputed = rows.loc[is_disputed, "part_id"]
    disputed = parts.loc[parts["part_id"].isin(disputed), "plot_id"]
    inside = found.groupby(["field", "plot_id"])["area_m2"].sum().reset_index()
    is_all = (inside["area_m2"] - inside["plot_id"].map(whole)).abs() <= TILES_WITHIN_M2
    return found, inside[is_all & ~inside["plot_id"].isin(disputed)]


def _plots_of(table: pd.DataFrame, inside: pd.DataFrame, plots: pd.DataFrame) -> Iterator[str]:
    """What is permitted on the plots of a field, against its budget at each level."""
    figures = plots.set_index("plot_id")
    standing = figures["plan_standing_homes_count"]
    for level in _LEVELS:
        budget = table[f"budget_{level}_value".replace("_mid", "")].astype(float)
        limited = {code: pattern.format(level) for code, pattern in _LIMITED.items()}
        for code in ("homes_max", *limited):
            own = inside[inside["field"].isin(table.index[table["parameter_code"] == code])]
            if code == "homes_max":
                homes = standing + figures[f"potential_plan_homes_{level}_count"]
                most = _sums(own, standing)
            else:
                homes, most = figures[limited[code]], pd.Series(dtype=float)
            sums = _sums(own, homes)
            allowed = np.fmax(budget.reindex(sums.index), most.reindex(sums.index))
            off = sums > allowed + SUM_CLOSES * allowed.clip(lower=1.0)
            if off.any():
                ids = told_ids(table.loc[sums.index[off], "field_id"])
                yield f"plots of a field sum to more than its budget, {level}{ids}"


def _sums(own: pd.DataFrame, figures: pd.Series) -> pd.Series:
    """Sum of a figure of plots by the field they lie in."""
    return own["plot_id"].map(figures).astype(float).groupby(own["field"]).sum()
