"""What stands on each plot, from one survey: figures of `facts.built.table`."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from boligplan_geo.facts.built import _checks as checks
from boligplan_geo.facts.built._stock import DWELLING_TYPES, frame
from boligplan_geo.facts.built._survey import Survey
from boligplan_geo.geometry import Indices

Columns = dict[str, Any]

_KINDS = (*DWELLING_TYPES.values(), "other")
_PROTECTION = ("considered", "sefrak", "protected")  # the strongest last

_FIGURES = (
    "built_bya_m2", "built_garage_m2", "built_bra_m2", "built_homes_count",
    "built_buildings_count", "built_year", "built_oldest_year", "built_pipeline_buildings_count",
    "built_pipeline_homes_count", "built_pipeline_bra_m2", "built_disagreement_share",
)  # fmt: skip
_CODES = (
    "built_bra_source_code", "built_type_code", "built_status_code", "built_dwelling_type_code",
    "built_protection_code", "built_disagreement_reason",
)  # fmt: skip
_FLAGS = (
    "has_standing_building", "has_protected_building", "is_demolition_permitted",
    "is_built_across_boundary", "has_shared_wall",
)  # fmt: skip
_ORDER = (*_FIGURES[:3], *_CODES[:1], *_FIGURES[3:-1], *_CODES[1:-1], *_FLAGS,
          _FIGURES[-1], _CODES[-1], "built_reason")  # fmt: skip


class KnownHomes(NamedTuple):
    """Homes that stand: of each plot (NaN: unknown), and of each plot and kind where known."""

    by_plot: np.ndarray
    by_type: np.ndarray


def plot_table(found: Survey, homes: KnownHomes, disagreements: pd.DataFrame) -> pd.DataFrame:
    """One row a plot; see `facts.built.table`."""
    standing = found.on[found.on["is_standing"]]
    permitted = found.on[~found.on["is_standing"]]
    homes_unknown = np.isnan(homes.by_plot)
    columns = _sizes(found, standing) | {"built_homes_count": homes.by_plot}
    columns |= _main_building(found, standing) | _pipeline(found, permitted)
    columns["built_dwelling_type_code"] = _most_homes(homes)
    share = checks.share_of_plots(found)
    columns |= {
        "built_disagreement_share": share,
        "built_disagreement_reason": _disagreement_codes(found, disagreements),
    }
    no_register = not found.has_register and found.unit_building is None
    area_missing = _any(standing, standing["area_m2"].isna(), found)
    permitted_unknown = np.isnan(columns["built_pipeline_homes_count"])
    permitted_unknown |= np.isnan(columns["built_pipeline_bra_m2"])
    reasons = {
        "layer_missing": np.full(len(found.plots), not found.has_map),
        "no_register": homes_unknown & no_register,
        "homes_not_recorded": homes_unknown & (not no_register),
        "storeys_unknown": np.isnan(columns["built_bra_m2"]),
        "footprint_missing": area_missing & found.has_map,
        "pipeline_not_recorded": permitted_unknown,
        "built_area_not_recorded": np.isnan(share) & found.has_map,
    }
    columns["built_reason"] = joined_codes(reasons, len(found.plots))
    flags = {name: columns.pop(name) for name in _FLAGS}
    return frame(columns, found.plots.index).assign(**flags)[list(_ORDER)]


def nothing_known(plots: pd.DataFrame) -> pd.DataFrame:
    """Neither map nor register was given: nothing is known."""
    figures = dict.fromkeys(_FIGURES, np.nan) | dict.fromkeys(_CODES, None)
    result = pd.DataFrame(figures, index=plots.index)
    for name in _FLAGS:
        result[name] = pd.array([pd.NA] * len(plots), dtype="boolean")
    return result.assign(built_reason="layer_missing")[list(_ORDER)]


def homes_table(found: Survey, homes: KnownHomes) -> pd.DataFrame:
    """Homes that stand by plot and dwelling type; see `facts.built.homes_by_type`."""
    plot, kind = np.nonzero(homes.by_type)
    rows = {
        "plot_id": found.plots.index.to_numpy()[plot],
        "dwelling_type_code": np.array(_KINDS, dtype=object)[kind],
        "homes_count": homes.by_type[plot, kind],
    }
    return pd.DataFrame(rows)


def _homes_of(found: Survey, *, standing: bool) -> np.ndarray:
    """Homes on each plot that stand, or that were permitted; NaN where unknown."""
    count = len(found.plots)
    is_asked = (found.homes["is_standing"] == standing) & (found.homes["plot"] >= 0)
    rows = found.homes[is_asked]
    plot, homes = rows["plot"].to_numpy(), rows["homes_count"].to_numpy()
    unknown = np.bincount(plot[np.isnan(homes)], minlength=count) > 0
    # unknown homes of no known property may belong to any plot that the building stands on
    is_nowhere = np.isnan(homes) & (rows["property"].to_numpy() < 0)
    spread = np.zeros(len(found.stock), dtype=bool)
    spread[rows["building"].to_numpy()[is_nowhere]] = True
    unknown |= _any(found.on, spread[found.on["building"]] & found.on["is_real"], found)
    total = np.bincount(plot, np.nan_to_num(homes), minlength=count).astype(float)
    return np.where(unknown, np.nan, total)


def joined_codes(found: dict[str, np.ndarray], count: int) -> np.ndarray:
    """Codes of each row joined by ``;``; None where there is none."""
    text = np.full(count, None, dtype=object)
    for code, rows in found.items():
        at = np.flatnonzero(rows)
        text[at] = [code if told is None else f"{told};{code}" for told in text[at]]
    return text


def known_homes(found: Survey) -> KnownHomes:
    """Homes that stand, by plot and by dwelling type there."""
    by_plot = _homes_of(found, standing=True)
    rows = found.homes[found.homes["is_standing"] & (found.homes["homes_count"] > 0)]
    plot = rows["plot"].to_numpy()
    known = (plot >= 0) & ~np.isnan(by_plot)[plot]
    types = _with_none(found.stock["dwelling_type_code"])
    kind = pd.Index(_KINDS).get_indexer(types[rows["building"].to_numpy()[known]])
    kind = np.where(kind < 0, len(_KINDS) - 1, kind)
    key = plot[known] * len(_KINDS) + kind
    size = len(by_plot) * len(_KINDS)
    by_type = np.bincount(key, rows["homes_count"].to_numpy()[known], minlength=size).astype(float)
    return KnownHomes(by_plot, by_type.reshape(len(by_plot), len(_KINDS)))


def _disagreement_codes(found: Survey, disagreements: pd.DataFrame) -> np.ndarray:
    """Kinds of disagreement about the buildings on each plot, joined by ``;``."""
    row = found.stock.index.get_indexer(pd.Index(disagreements["building_id"], dtype=object))
    code = disagreements["reason_code"].to_numpy(object)
    flags = {}
    for kind in sorted(set(code)):
        concerned = np.zeros(len(found.stock), dtype=bool)
        concerned[row[code == kind]] = True
        flags[kind] = _any(found.on, concerned[found.on["building"]] & found.on["is_real"], found)
    return joined_codes(flags, len(found.plots))


def _sizes(found: Survey, on: pd.DataFrame) -> Columns:
    """Footprint, BRA and its source, years, and whether anything stands."""
    plot, count = on["plot"].to_numpy(), len(found.plots)
    is_real, recorded = on["is_real"].to_numpy(bool), on["is_recorded"].to_numpy(bool)
    bra, ground = on["bra_m2"].to_numpy(), on["ground_m2"].to_numpy()
    from_register = _any(on, is_real & recorded, found)
    from_footprint = _any(on, is_real & ~recorded, found)
    is_bya_known = found.has_map & ~_any(on, np.isnan(ground), found)
    is_garage = found.stock["building_type_code"].to_numpy(object)[on["building"]] == "181"
    year = found.stock["built_year"].to_numpy()[on["building"]]
    return {
        "built_bya_m2": np.where(is_bya_known, _sum(plot, ground, count), np.nan),
        "built_garage_m2": np.where(
            is_bya_known, _sum(plot, np.where(is_garage, ground, 0.0), count), np.nan
        ),
        "built_bra_m2": np.where(
            _any(on, is_real & np.isnan(bra), found), np.nan, _sum(plot, bra, count)
        ),
        "built_bra_source_code": np.select(
            [from_register & from_footprint, from_register, from_footprint],
            ["mixed", "register", "footprint"],
            "none",
        ),
        "built_buildings_count": np.bincount(plot[is_real], minlength=count).astype(float),
        "built_year": _most(plot[is_real], year[is_real], count),
        "built_oldest_year": -_most(plot[is_real], -year[is_real], count),
        "has_standing_building": _any(on, is_real, found),
    }


def _main_building(found: Survey, on: pd.DataFrame) -> Columns:
    """Type and status of the largest building, dwelling type, and what hangs on buildings."""
    count, stock = len(found.plots), found.stock
    on = on[on["is_real"]]
    plot, building = on["plot"].to_numpy(), on["building"].to_numpy()
    order = np.lexsort((building, -np.nan_to_num(on["area_m2"].to_numpy()), plot))
    first, at = np.unique(plot[order], return_index=True)
    main = np.full(count, len(stock))
    main[first] = building[order][at]
    rank = np.array([*_rank(stock["protection_code"]), 0])[building]
    strongest = np.zeros(count, dtype=int)
    np.maximum.at(strongest, plot, rank)
    has_permit = (stock["building_status_code"] == "GR").to_numpy(bool)
    return {
        "built_type_code": _with_none(stock["building_type_code"])[main],
        "built_status_code": _with_none(stock["building_status_code"])[main],
        "built_protection_code": np.array([None, *_PROTECTION], dtype=object)[strongest],
        "has_protected_building": _told(strongest == len(_PROTECTION), found.has_heritage),
        "is_demolition_permitted": _any(on, has_permit[building], found),
        "is_built_across_boundary": _told(_any(on, is_across(found)[building], found),
                                          found.has_map),
        "has_shared_wall": _told(_any(on, is_attached(found)[building], found), found.has_map),
    }  # fmt: skip


def _rank(code: pd.Series) -> Indices:
    return pd.Index(_PROTECTION).get_indexer(pd.Index(code.to_numpy(object))) + 1


def _with_none(values: pd.Series) -> np.ndarray:
    """Values and, last, None for a plot on which nothing stands."""
    return np.array([*values.to_numpy(object), None], dtype=object)


def _told(flag: np.ndarray, is_known: bool) -> Any:
    """Truth values; unknown where the layer they are from was not given."""
    return flag if is_known else pd.array([pd.NA] * len(flag), dtype="boolean")


def is_across(found: Survey) -> np.ndarray:
    """Which buildings stand on more than one plot, by more than a sliver."""
    real = found.on["building"].to_numpy()[found.on["is_real"].to_numpy(bool)]
    return np.bincount(real, minlength=len(found.stock)) > 1


def is_attached(found: Survey) -> np.ndarray:
    """Which buildings stand wall to wall with one whose main plot is another."""
    main = main_plot(found)
    a, b = found.walls
    is_standing = found.stock["stage"].to_numpy(object) == "standing"
    apart = (main[a] != main[b]) & is_standing[a] & is_standing[b]
    attached = np.zeros(len(found.stock), dtype=bool)
    attached[a[apart]] = attached[b[apart]] = True
    return attached


def main_plot(found: Survey) -> Indices:
    """Plot (position) with most of each building; -1 where it stands on none."""
    building, area = found.on["building"].to_numpy(), found.on["area_m2"].to_numpy()
    # rows come by building, then plot_id: a stable sort leaves ties with the first
    order = np.lexsort((-np.nan_to_num(area), building))
    first, at = np.unique(building[order], return_index=True)
    main = np.full(len(found.stock), -1, dtype=np.intp)
    main[first] = found.on["plot"].to_numpy()[order][at]
    return main


def _most_homes(homes: KnownHomes) -> np.ndarray:
    """Dwelling type with most homes on each plot; None where no home is known to stand."""
    most: np.ndarray = np.array(_KINDS, dtype=object)[homes.by_type.argmax(axis=1)]
    most[~homes.by_type.any(axis=1)] = None
    return most


def _pipeline(found: Survey, on: pd.DataFrame) -> Columns:
    """Homes and BRA of permitted buildings; apart from what stands."""
    plot, count = on["plot"].to_numpy(), len(found.plots)
    bra, is_real = on["bra_m2"].to_numpy(), on["is_real"].to_numpy(bool)
    unknown = _any(on, is_real & np.isnan(bra), found)
    return {
        "built_pipeline_buildings_count": np.bincount(plot[is_real], minlength=count).astype(float),
        "built_pipeline_homes_count": _homes_of(found, standing=False),
        "built_pipeline_bra_m2": np.where(unknown, np.nan, _sum(plot, bra, count)),
    }


def _sum(plot: Indices, values: np.ndarray, count: int) -> np.ndarray:
    """Sum of what is known; where something is not, the caller masks it."""
    return np.bincount(plot, np.nan_to_num(values), minlength=count).astype(float)


def _most(plot: Indices, values: np.ndarray, count: int) -> np.ndarray:
    """Largest known value of each plot; NaN where none is."""
    most = np.full(count, np.nan)
    np.fmax.at(most, plot, values)
    return most


def _any(on: pd.DataFrame, flag: Any, found: Survey) -> np.ndarray:
    """Plots with a row that is flagged."""
    plot = on["plot"].to_numpy()[np.asarray(flag, dtype=bool)]
    return np.bincount(plot, minlength=len(found.plots)) > 0
