"""How the map draws: score classes, official plan colours and the hatches of zones."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import pandas as pd

from boligplan_geo.errors import texts
from boligplan_geo.rules.purposes import purposes
from boligplan_geo.words import value

#: Lower limits of the score classes [points] and their colours: light to dark by lightness
#: alone, so that it reads with any colour vision and in print (after ColorBrewer YlGnBu).
SCORE_LIMITS = (0, 30, 40, 50, 60, 70, 80)
SCORE_COLOURS = ("#ffffcc", "#d6efb3", "#a3dbb7", "#5fc1c0", "#2f9fc4", "#2268ad", "#172976")

#: Classes of zones, drawn in this order. Red hatch for hazards and black for the others as in
#: the published plan symbols; dense where the zone is hard, open where it is soft.
CONSTRAINT_CLASSES = ("other_soft", "hazard_soft", "other_hard", "hazard_hard")

GREY = "#d9d9d9"


def constraint_classes(areas: pd.DataFrame) -> np.ndarray:
    """Class of each zone, as a position in `CONSTRAINT_CLASSES`.

    Hazards are the hazard layer and the plan zones of group 300 (fare).

    Examples
    --------
    >>> areas = pd.DataFrame({"layer": ["noise", "plan_zones", "hazard_zones"],
    ...                       "zone_code": ["road_red", "310", "landslide_1000"],
    ...                       "is_hard": [True, False, True]})
    >>> [CONSTRAINT_CLASSES[i] for i in constraint_classes(areas)]
    ['other_hard', 'hazard_soft', 'hazard_hard']
    """
    if not len(areas):
        return np.empty(0, dtype=int)
    layer, code = areas["layer"].astype("string"), areas["zone_code"].astype("string")
    hazard = layer.str.contains("hazard") | code.str.fullmatch(r"3\d\d(_.*)?")
    hazard_code = hazard.to_numpy(bool, na_value=False).astype(int)
    hard_code = areas["is_hard"].to_numpy(bool, na_value=False).astype(int)
    return 2 * hard_code + hazard_code


@cache
def _zone_names() -> dict[tuple[str, str], dict[str, str]]:
    source = files("boligplan_geo").joinpath("codes/zones.csv").read_text("utf-8")
    rows = csv.DictReader(source.splitlines())
    return {(row["layer"], row["zone_code"]): row for row in reversed(list(rows))}


def zone_name(layer: object, zone_code: object, language: str = "nb") -> str:
    """Say what a zone is (``codes/zones.csv``), plan zones with their code as published.

    Examples
    --------
    >>> zone_name("plan_zones", "310"), zone_name("noise", "road_red")
    ('Ras- og skredfare (H310)', 'Støy, rød sone')
    >>> zone_name("plan_zones", "555_2", "en"), zone_name("heritage", None, "en")
    ('plan zone (H555)', 'Cultural heritage')
    """
    code = "" if zone_code is None or zone_code != zone_code else str(zone_code)
    if layer == "plan_zones":
        row = _zone_names().get((layer, code)) or _zone_names().get((layer, code[:3]))
        name = row[language] if row else value("layer", layer, language)
        return f"{name} (H{code[:3]})" if code[:3].isdigit() else name
    kind = code.removesuffix("_deviation").rpartition("_")[2]  # noise: source and colour
    known = (_zone_names().get((str(layer), key)) for key in (code, kind, "*"))
    return next(
        (row[language] for row in known if row), f"{value('layer', layer, language)} {code}"
    )


def purpose_classes(
    parts: pd.DataFrame, *, language: str = "nb"
) -> tuple[list[dict[str, Any]], np.ndarray]:
    """Legend of the purposes that occur, and each part's place in it.

    Status 1 (and unknown) takes the colour of existing land use, 2 that of future land use,
    3 (further development), which has no published colour, the first with a hatch.

    Returns
    -------
    list of dict
        ``name``, ``code``, ``regime``, ``status``, ``colours`` (two or more for stripes),
        ``hatch``, ``area_m2``; largest area first.
    (n,) int array
        Position in the legend of each part.
    """
    columns = ["regime_code", "land_use_code", "land_use_status_code"]
    if not len(parts):
        return [], np.empty(0, dtype=int)
    keys = parts[columns[:2]].astype(object).where(parts[columns[:2]].notna(), "")
    status = pd.to_numeric(parts[columns[2]], errors="coerce")
    keys[columns[2]] = status.where(status.isin([2, 3]), 1).astype(int)
    sums = parts["area_m2"].groupby([keys[c] for c in columns]).sum().reset_index()
    sums = sums.sort_values(["area_m2", *columns], ascending=[False, True, True, True])
    order = pd.MultiIndex.from_frame(sums[columns])
    legend = [_purpose(*row, language=language) for row in sums.itertuples(index=False)]
    return legend, order.get_indexer(pd.MultiIndex.from_frame(keys[columns]))


def _purpose(
    regime: str, code: str, status: int, area_m2: float, *, language: str
) -> dict[str, Any]:
    """One row of the legend of purposes."""
    words, table = texts("map_texts"), purposes()
    entry = {"code": code, "regime": regime, "status": status, "area_m2": round(float(area_m2))}
    if not code:
        return {**entry, "name": words["legend.unplanned"][language], "colours": [], "hatch": False}
    if (regime, code) not in table.index:
        name = words["legend.unknown_purpose"][language]
        return {**entry, "name": name, "colours": [GREY], "hatch": True}
    row = table.loc[(regime, code)]
    colour = row["colour_future"] if status == 2 else row["colour_existing"]
    colour = colour if isinstance(colour, str) else row["colour_existing"]
    colours = colour.split("/") if isinstance(colour, str) else [GREY, "#ffffff"]
    name = row[f"name_{language}"]
    name = name if isinstance(name, str) else row["name_nb"]
    return {**entry, "name": str(name), "colours": colours, "hatch": status == 3}
