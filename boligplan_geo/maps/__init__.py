"""The map of candidate sites: one file that opens anywhere, with or without a network.

The page holds everything it needs: Leaflet, our scripts in ``assets/``, and the figures as
compressed columns that the browser unpacks and draws on one canvas.
"""

from __future__ import annotations

import datetime
import html
import json
import os
import re
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Any

import branca.element
import folium
import pandas as pd
import pyproj

from boligplan_geo.errors import reason_text, texts
from boligplan_geo.export.layers import public_view
from boligplan_geo.maps import data, homes
from boligplan_geo.maps.background import background
from boligplan_geo.maps.packed import ColumnBlock, Shapes
from boligplan_geo.maps.symbols import SCORE_COLOURS, SCORE_LIMITS
from boligplan_geo.result import Analysis

SCRIPTS = (
    "leaflet/leaflet.js", "decode.js", "canvas.js", "draw.js", "words.js", "popup.js", "tools.js",
    "panel.js", "start.js",
)  # fmt: skip
STYLES = ("leaflet/leaflet.css", "map.css")

#: Kartverket's cache in Web Mercator; only asked for when the reader chooses it.
TILES_URL = (
    "https://cache.kartverket.no/v1/wmts/1.0.0/topograatone/default/webmercator/{z}/{y}/{x}.png"
)
TILES_CREDIT = '© <a href="https://www.kartverket.no/">Kartverket</a>'


def map_candidates(
    run: Analysis, *, language: str = "nb", audience: str = "public", tiles: bool = False
) -> CandidateMap:
    """Make the map of candidate sites.

    Parameters
    ----------
    run : Analysis
        What `analyse` or `read_run` gave. Without ``run.town`` (read back from a folder) there
        is no relief, and no roads, buildings or stops.
    language : {"nb", "en"}
        Language of everything a reader sees.
    audience : {"public", "internal"}
        For the public, the owner class of a plot with a standing home is not in the file.
    tiles : bool
        Begin with Kartverket's grey topographic tiles (needs a network). They can always be
        chosen on the map.

    Returns
    -------
    CandidateMap
        A `folium.Map`: ``.save("map.html")``, or last in a notebook cell. Plug-ins that folium
        loads from the network work only online.

    Raises
    ------
    ValueError
        Where `language` or `audience` is not one of those above.
    """
    if language not in ("nb", "en"):
        raise ValueError(f'language must be "nb" or "en", given {language!r}')
    run = public_view(run, audience)
    block, shapes = ColumnBlock(), Shapes(run.crs)
    data.add_plots(run, block, shapes, language=language)
    data.add_sites(run, block, shapes)
    homes.add_homes(run, block, shapes, language=language)
    page = {
        **_page(run, language),
        "isInternal": audience == "internal",
        "tiles": {"url": TILES_URL, "credit": TILES_CREDIT, "chosen": tiles},
        "purposes": data.add_purposes(run, block, shapes, language=language),
        "constraints": data.add_constraints(run, block, shapes),
    }
    data.add_losses(run, block, language=language)
    data.add_places(run, block, shapes)
    data.add_ground(run, block, shapes)
    page["grid"] = shapes.write(block)
    page["relief"] = background(run.town.terrain if run.town is not None else None)
    page["columns"] = block.manifest
    title = texts("map_texts")["title"][language].format(name=run.name)
    return CandidateMap(page, block.base64(), title=title, language=language)


def _page(run: Analysis, language: str) -> dict[str, Any]:
    """Everything about the run that is not a column."""
    criteria = run.densification.criteria
    left, bottom, right, top = data.built_up_frame(run.plots)
    to_degrees = pyproj.Transformer.from_crs(run.crs, "EPSG:4326", always_xy=True)
    west, south, east, north = to_degrees.transform_bounds(left, bottom, right, top)
    return {
        "name": run.name,
        "language": language,
        "isFictional": bool(run.is_fictional),
        "homesBasis": run.homes_basis_code,
        "date": _date(),
        "sources": _sources(run),
        "frame": [south, west, north, east],
        "candidatePoints": run.assumptions.site_min_score_points,
        "criteria": [
            {"id": c.id, "name": c.nb if language == "nb" else c.en, "max": c.weight * 100}
            for c in criteria
        ],
        "score": {"limits": SCORE_LIMITS, "colours": SCORE_COLOURS},
        "texts": {
            key: row[language]
            for table in ("value_texts", "map_texts")
            for key, row in texts(table).items()
        },
        "unreachable": reason_text("unreachable", language),
        "labels": data.labels(language),
        "purposeNames": _purpose_names(run.plots, language),
    }


def _purpose_names(plots: pd.DataFrame, language: str) -> dict[str, str]:
    """Names of the purposes that govern plots, by regime and code: a code alone says nothing."""
    from boligplan_geo.rules.purposes import purposes

    if not {"plan_regime_code", "plan_land_use_code"} <= set(plots):
        return {}
    pairs = plots[["plan_regime_code", "plan_land_use_code"]].dropna().drop_duplicates()
    table = purposes()
    name = "name_nb" if language == "nb" else "name_en"
    return {
        f"{regime} {code}": str(table.loc[(regime, code), name])
        for regime, code in pairs.itertuples(index=False)
        if (regime, code) in table.index
    }


def _date() -> str:
    """Today, or the day of SOURCE_DATE_EPOCH where a build must be repeatable."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.datetime.now(datetime.UTC)
    day = datetime.datetime.fromtimestamp(int(epoch), datetime.UTC) if epoch else now
    return day.date().isoformat()


def _sources(run: Analysis) -> list[dict[str, str]]:
    """File name, licence and date of each input layer; never a path of the machine."""
    rows = []
    for layer, entry in run.inputs.items():
        given = str(entry.get("source") or "").split("; ")  # a layer may have several files
        row = {"layer": layer, "file": ", ".join(_file_name(source) for source in given)}
        row |= {k: str(entry[k]) for k in ("licence", "as_of") if entry.get(k)}
        rows.append(row)
    return rows


def _file_name(source: str) -> str:
    """Last part of a path, the archive's for its member; a database is only called so."""
    if "://" in source:
        return "database"
    return PurePosixPath(source.replace("\\", "/").split("!")[0]).name


class CandidateMap(folium.Map):
    """A `folium.Map` whose file needs nothing from outside.

    Parameters
    ----------
    page : dict
        What `map_candidates` gathers; goes into the page as JSON.
    columns : str
        The compressed columns, base64.
    """

    default_js: list[tuple[str, str]] = []  # Leaflet stands in the page itself  # noqa: RUF012
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    def __init__(self, page: dict[str, Any], columns: str, *, title: str, language: str) -> None:
        south, west, north, east = page["frame"]
        super().__init__(
            location=[(south + north) / 2, (west + east) / 2],
            zoom_start=13, tiles=None, zoom_control=False, max_zoom=20, zoom_snap=0.5,
            wheel_px_per_zoom_level=90, fade_animation=False,
        )  # fmt: skip
        self._id = "candidates"  # the same input gives the same file
        OfflineFigure(title=title, language=language).add_child(self, name="map")
        self.add_child(CandidateLayer(page, columns, map_name=self.get_name()), name="candidates")


class OfflineFigure(branca.element.Figure):
    """A page with Leaflet and our scripts inside, and its language declared."""

    _template = branca.element.Template(
        '<!DOCTYPE html>\n<html lang="{{ this.language }}">\n<head>\n'
        "<title>{{ this.title }}</title>\n{{ this.header.render(**kwargs) }}\n</head>\n<body>\n"
        "{{ this.html.render(**kwargs) }}\n<script>\n{{ this.script.render(**kwargs) }}\n"
        "</script>\n</body>\n</html>\n"
    )

    def __init__(self, *, title: str, language: str) -> None:
        super().__init__(title=html.escape(title), ratio="62%")
        self.language = language
        self.header.add_child(_Verbatim(_assets()), name="assets")


class CandidateLayer(branca.element.MacroElement):
    """The one element that carries all layers of the map."""

    def __init__(self, page: dict[str, Any], columns: str, *, map_name: str) -> None:
        super().__init__()
        self.start = f"Boligplan.start({map_name});"
        self._name, self._id = "CandidateLayer", "candidates"
        # "<" is the only character that could end a script element from inside a JSON text.
        text = json.dumps(page, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        self.body = (
            '<script type="application/json" id="boligplan-page">'
            + text.replace("<", "\\u003c")
            + '</script>\n<script type="text/plain" id="boligplan-columns">'
            + columns
            + "</script>"
        )

    def render(self, **kwargs: Any) -> str:
        """Put the data into the page and start the map.

        Verbatim, because branca reads what its own templates give as templates once more: a
        name with ``{{`` in it would be run.
        """
        figure: Any = self.get_root()
        figure.html.add_child(_Verbatim(self.body), name="boligplan-data")
        figure.script.add_child(_Verbatim(self.start), name="boligplan-start")
        return ""


class _Verbatim(branca.element.Element):
    """Text that goes into the page as it is."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def render(self, **kwargs: Any) -> str:
        return self.text


def _assets() -> str:
    """Scripts and styles as one piece of the page's head."""
    folder = files("boligplan_geo").joinpath("assets")
    styles = "\n".join(folder.joinpath(name).read_text("utf-8") for name in STYLES)
    # Pictures of controls and markers that this map does not use would be asked for by name.
    styles = re.sub(r"url\((images/[^)]*|#default#VML)\)", "none", styles)
    scripts = "\n".join(folder.joinpath(name).read_text("utf-8") for name in SCRIPTS)
    scripts = scripts.replace("//# sourceMappingURL=leaflet.js.map", "")
    return f"<style>\n{styles}\n</style>\n<script>\n{scripts}\n</script>"
