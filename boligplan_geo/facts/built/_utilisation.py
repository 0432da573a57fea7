"""Utilisation of what stands, and open parking: plain formulas over columns of `facts.built`.

The measures of built density are those of Berghauser Pont and Haupt, *Spacematrix: Space,
Density and Urban Form* (2010), on the net plot (TEK17 § 5-8) with use area (BRA) for gross
floor area, which is some per cent more:

- FSI, floor space index: floor area over land.
- GSI, ground space index: built ground over land.
- OSR, open space ratio (spaciousness): unbuilt land over floor area.
"""

from __future__ import annotations

from collections.abc import Mapping

import geopandas as gpd
import numpy as np
import pandas as pd

from boligplan_geo.facts.built._footprints import ground_areas, single_parts
from boligplan_geo.geometry import valid
from boligplan_geo.rules import formulas

#: One expression a column. %-BYA and %-BRA are whole numbers (TEK17 §§ 5-3, 5-5); the first is of
#: footprints alone, the second counts the open parking of § 5-7 too, where the buildings stand.
#: Less than a square metre of floor is a neighbour's wall: no OSR.
UTILISATION: Mapping[str, str] = {
    "built_bya_percent": "floor(100 * built_net_bya_m2 / plan_net_plot_m2 + 0.5)",
    "built_bya_parking_percent": "floor(100 * (built_net_bya_m2 + built_parking_open_m2 * "
    "first_known(built_net_bya_m2 / built_bya_m2, 1)) / plan_net_plot_m2 + 0.5)",
    "built_bra_percent": "floor(100 * built_net_bra_m2 / plan_net_plot_m2 + 0.5)",
    "built_fsi_ratio": "built_net_bra_m2 / plan_net_plot_m2",
    "built_gsi_ratio": "built_net_bya_m2 / plan_net_plot_m2",
    "built_osr_ratio": "max(0, plan_net_plot_m2 - built_net_bya_m2) / "
    "(built_net_bra_m2 if built_net_bra_m2 >= 1 else 0)",
}

#: Surface and garage spaces that a home that stands is taken to have, by dwelling type: usual in
#: Norwegian planning, not verified; a caller with better numbers gives them.
SPACES_PER_HOME: Mapping[str, float] = {
    "detached": 2.0,
    "semi_detached": 2.0,
    "row": 1.25,
    "block": 0.8,
    "shared": 0.8,
    "other": 0.8,
}

#: Open spaces are those that the homes need less those that stand under a roof of their own.
PARKING: Mapping[str, str] = {
    "built_parking_open_count": "max(0, built_parking_need_count - "
    "floor(built_garage_m2 / garage_space_m2))",
    "built_parking_open_m2": "built_parking_open_count * parking_space_m2",
}


def utilisation(plots: pd.DataFrame) -> pd.DataFrame:
    """Utilisation of what stands on the net plot: %-BYA, %-BRA, FSI, GSI, OSR.

    Parameters
    ----------
    plots : DataFrame, index ``plot_id``
        ``built_bya_m2 built_net_bya_m2 built_net_bra_m2 built_parking_open_m2
        plan_net_plot_m2`` [m²].

    Returns
    -------
    DataFrame, index of `plots`
        The columns of `UTILISATION`, ``_percent`` of land and ``_ratio`` [m²/m²]; NaN where
        unknown, with ``built_utilisation_reason``: ``plan_layer_missing``, ``no_net_plot``,
        ``nothing_stands`` (OSR divides by floor area) or ``built_unknown``.

    Examples
    --------
    >>> plots = pd.DataFrame({"built_bya_m2": [100.0], "built_net_bya_m2": [100.0],
    ...                       "built_net_bra_m2": [180.0], "built_parking_open_m2": [36.0],
    ...                       "plan_net_plot_m2": [600.0]})
    >>> utilisation(plots).filter(like="percent").iloc[0].tolist()
    [17.0, 23.0, 30.0]
    >>> formulas.shown(UTILISATION["built_osr_ratio"], plots.iloc[0])
    'max(0, 600 - 100) / (180 if 180 >= 1 else 0) = 2.78'

    References
    ----------
    TEK17 §§ 5-3, 5-5, 5-7, 5-8; Berghauser Pont and Haupt (2010).
    """
    given = plots[
        [
            "built_bya_m2",
            "built_net_bya_m2",
            "built_net_bra_m2",
            "built_parking_open_m2",
            "plan_net_plot_m2",
        ]
    ]
    result = formulas.derive(UTILISATION, given)[list(UTILISATION)]
    unknown = result.isna().any(axis=1).to_numpy()
    why = np.full(len(given), "built_unknown", dtype=object)
    why[(given["built_net_bra_m2"] < 1).to_numpy()] = "nothing_stands"
    why[~(given["plan_net_plot_m2"] > 0).to_numpy()] = "no_net_plot"
    why[given["plan_net_plot_m2"].isna().to_numpy()] = "plan_layer_missing"
    why[~unknown] = None
    result["built_utilisation_reason"] = pd.Series(why, index=plots.index, dtype=object)
    return result


def on_net_plot(
    plots: gpd.GeoDataFrame, buildings: gpd.GeoDataFrame, ground: gpd.GeoSeries
) -> pd.DataFrame:
    """Built area and use area of what stands on the net plot (TEK17 § 5-8).

    What a farm has on its fields does not use up the corner that is zoned for homes.

    Parameters
    ----------
    plots : GeoDataFrame, index ``plot_id``
        ``built_bya_m2 built_bra_m2 plan_net_plot_m2`` [m²].
    buildings : GeoDataFrame
        From `facts.built.buildings`.
    ground : GeoSeries, index of `plots`
        Land that counts as plot (`facts.plan.ground`).

    Returns
    -------
    DataFrame, index of `plots`
        ``built_net_bya_m2 built_net_bra_m2`` [m²]; NaN where the figure of the whole plot is. A
        building without footprint is taken to stand on the net plot. 0 where there is none.

    Examples
    --------
    >>> from boligplan_geo.sample.toy import toy_town
    >>> from boligplan_geo.facts import built
    >>> town = toy_town()
    >>> stands = built.buildings(town.plots, town.buildings, town.building_register)
    >>> plots = town.plots.assign(built_bya_m2=100.0, built_bra_m2=180.0, plan_net_plot_m2=300.0)
    >>> lower = town.plots.translate(0, -15)  # the net plot is the south half
    >>> on_net_plot(plots, stands, lower).iloc[0].tolist()
    [50.0, 90.0]
    """
    figures = plots[["built_bya_m2", "built_bra_m2"]].set_axis(
        ["built_net_bya_m2", "built_net_bra_m2"], axis=1
    )
    net = plots["plan_net_plot_m2"].to_numpy("float64")
    part = np.flatnonzero((net > 0) & (net < plots.area.to_numpy() - _WHOLE_M2))
    stands = buildings[(buildings["stage_code"] == "standing").to_numpy(bool)]
    found = single_parts(stands.geometry.to_numpy(), np.arange(len(stands)))
    storeys = np.nan_to_num((stands["bra_m2"] / stands["bya_m2"]).to_numpy("float64"))
    off = np.zeros((2, len(plots)))
    for land, sign in ((plots.geometry, 1.0), (ground, -1.0)):
        i, j, area = ground_areas(valid(land.to_numpy()[part]), found.parts)
        np.add.at(off[0], part[i], sign * area)
        np.add.at(off[1], part[i], sign * area * storeys[found.building[j]])
    left = np.maximum(figures.to_numpy("float64") - off.T, 0.0)
    left[net == 0] = np.where(np.isnan(left[net == 0]), np.nan, 0.0)
    return pd.DataFrame(left, index=plots.index, columns=figures.columns)


#: A net plot that lacks less than this is the whole plot: parts are exact to a few cm².
_WHOLE_M2 = 0.1


def open_parking(
    built: pd.DataFrame,
    homes: pd.DataFrame,
    *,
    spaces_per_home_count: Mapping[str, float] = SPACES_PER_HOME,
    parking_space_m2: float = 18.0,
    garage_space_m2: float = 18.0,
) -> pd.DataFrame:
    """Estimate the open parking of the homes that stand, apart from measured footprints.

    Surface spaces are in no register. Each home is taken to have `spaces_per_home_count`, of
    which the garages on the plot hold what their footprint has room for; a space counts once
    (TEK17 § 5-7).

    Parameters
    ----------
    built : DataFrame, index ``plot_id``
        ``built_garage_m2`` [m²], ``built_homes_count``.
    homes : DataFrame
        ``plot_id dwelling_type_code homes_count``, from `facts.built.homes_by_type`.
    spaces_per_home_count : mapping of dwelling type to number
        An assumption; ``other`` is for types that are not there.
    parking_space_m2 : float
        A surface space [m²]: 18, as usual with the guideline H-2300 B; not verified.
    garage_space_m2 : float
        Footprint of a garage or outbuilding a space [m²].

    Returns
    -------
    DataFrame, index of `built`
        ``built_parking_open_count``, ``built_parking_open_m2`` [m²] and
        ``built_parking_source_code`` (``assumption``, or ``none`` where no home stands); NaN
        where homes or garages are unknown (``built_reason``).

    Examples
    --------
    >>> stands = pd.DataFrame({"built_garage_m2": [20.0], "built_homes_count": [1.0]}, index=["p"])
    >>> homes = pd.DataFrame({"plot_id": ["p"], "dwelling_type_code": ["detached"],
    ...                       "homes_count": [1.0]})
    >>> open_parking(stands, homes).filter(like="parking_open").loc["p"].tolist()
    [1.0, 18.0]

    References
    ----------
    TEK17 § 5-7; H-2300 B.
    """
    other = spaces_per_home_count["other"]
    rate = homes["dwelling_type_code"].map(spaces_per_home_count).astype(float)
    spaces = (rate.where(rate.notna(), other) * homes["homes_count"]).to_numpy()
    row = built.index.get_indexer(pd.Index(homes["plot_id"]))
    need = np.bincount(row, spaces, minlength=len(built)).astype(float)
    known = built["built_homes_count"].notna().to_numpy()
    columns = built[["built_garage_m2"]].assign(
        built_parking_need_count=np.where(known, need, np.nan),
        garage_space_m2=garage_space_m2,
        parking_space_m2=parking_space_m2,
    )
    result = formulas.derive(PARKING, columns)[list(PARKING)]
    stands = (built["built_homes_count"] == 0).to_numpy()
    result["built_parking_source_code"] = np.where(stands, "none", "assumption")
    return result
