"""The report's overview picture: plots by points, sites, centres, scale, north and legend."""

from __future__ import annotations

import io
import math
from typing import Any

import numpy as np
import shapely

from boligplan_geo.export.styles import SCORE_CLASSES, STATUS_COLOURS
from boligplan_geo.result import Analysis
from boligplan_geo.words import phrase, value

WIDTH_IN, DPI = 7.4, 170  # of a page's text
PATHS_AT_ONCE = 10_000
LEGEND_IN = 0.5  # two lines below the map
_SITE, _CENTRE = "#d7301f", "#54278f"


def picture(run: Analysis, *, language: str = "nb", watermark: str = "") -> bytes:
    """Draw the overview as PNG, the same bytes every time.

    Parameters
    ----------
    watermark : str
        Drawn across the picture; for what is not for the public.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    left, bottom, right, top = run.plots.total_bounds
    wide, high = 1.06 * (right - left), 1.06 * (top - bottom)
    map_in = min(max(WIDTH_IN * high / wide, 3.2), 7.2)
    # what the page has more of than the town needs goes to both sides
    wide, high = max(wide, high * WIDTH_IN / map_in), max(high, wide * map_in / WIDTH_IN)
    height_in = map_in + LEGEND_IN
    figure = Figure(figsize=(WIDTH_IN, height_in), dpi=DPI, facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, LEGEND_IN / height_in, 1, map_in / height_in))
    axes.set_axis_off()
    axes.set_xlim((left + right - wide) / 2, (left + right + wide) / 2)
    axes.set_ylim((bottom + top - high) / 2, (bottom + top + high) / 2)
    _plots(axes, run, tolerance_m=wide / (WIDTH_IN * DPI) / 2)
    _sites(axes, run)
    _centres(axes, run)
    _legend(figure, language)
    _scale(axes, language)
    if watermark:
        axes.text(0.5, 0.5, watermark, transform=axes.transAxes, fontsize=54, color="#b30000",
                  alpha=0.25, ha="center", va="center", rotation=25, weight="bold")  # fmt: skip
    out = io.BytesIO()
    figure.savefig(out, format="png", dpi=DPI, metadata={"Software": None})
    return out.getvalue()


def _plots(axes: Any, run: Analysis, *, tolerance_m: float) -> None:
    """Fill each plot by its points or status; large ones first, so that none hides another."""
    net, plot_of_net = _net_parts(run)
    shapes = np.concatenate([np.asarray(run.plots.geometry, dtype=object), net])
    plot = np.concatenate([np.arange(len(run.plots)), plot_of_net])
    parts, shape = shapely.get_parts(shapes, return_index=True)
    is_ground = np.isin(shape, np.unique(plot_of_net))  # the whole of a partly zoned plot
    owner = plot[shape]
    by_id = np.argsort(np.argsort(run.plots.index.to_numpy(object), kind="stable"))
    # the order of rows is no one's choice; what is zoned of a plot lies on the plot
    order = np.lexsort((by_id[owner], shape >= len(run.plots), -shapely.area(parts)))
    colours = np.where(is_ground, STATUS_COLOURS["no_potential"], _colours(run)[owner])
    _fill(axes, parts[order], colours[order], tolerance_m=tolerance_m)


def _fill(axes: Any, parts: np.ndarray, colours: np.ndarray, *, tolerance_m: float) -> None:
    """Add polygons that are made into paths when they are drawn, some at a time.

    A path takes a thousand bytes, and a large town has hundreds of thousands of plots.
    """
    from matplotlib.artist import Artist
    from matplotlib.collections import PolyCollection

    lines = 0.15 if len(parts) < 20_000 else 0.03

    class Filled(Artist):
        """All polygons as one artist."""

        def draw(self, renderer: Any) -> None:
            for start in range(0, len(parts), PATHS_AT_ONCE):
                some = slice(start, start + PATHS_AT_ONCE)
                outer = shapely.get_exterior_ring(parts[some])
                at, ring = shapely.get_coordinates(
                    shapely.simplify(outer, tolerance_m), return_index=True
                )
                outlines = np.split(at, np.flatnonzero(np.diff(ring)) + 1) if len(at) else []
                drawn = PolyCollection(
                    outlines, facecolors=colours[some][np.unique(ring)], edgecolors="#ffffff",
                    linewidths=lines, transform=axes.transData, clip_path=axes.patch,
                )  # fmt: skip
                drawn.set_figure(axes.figure)
                drawn.axes = axes
                drawn.draw(renderer)

    axes.add_artist(Filled())


def _net_parts(run: Analysis) -> tuple[np.ndarray, np.ndarray]:
    """Of plots with points that are zoned for building in part: those parts, and whose they are.

    A farm with one corner for homes is not to fill the picture with its colour.
    """
    parts = run.plan_parts
    if "counts_as_plot" not in parts or not len(parts):
        return np.empty(0, object), np.empty(0, int)
    has_points = run.plots["score_densification_points"].notna().to_numpy()
    plot = run.plots.index.get_indexer(parts["plot_id"])
    is_net = parts["counts_as_plot"].to_numpy(bool)
    is_partly = np.isin(plot, plot[~is_net]) & is_net & (plot >= 0) & has_points[plot]
    return np.asarray(parts.geometry, dtype=object)[is_partly], plot[is_partly]


def _colours(run: Analysis) -> np.ndarray:
    points = run.plots["score_densification_points"].to_numpy("float64", na_value=np.nan)
    status = run.plots["plot_status_code"].map(STATUS_COLOURS).fillna("#dddddd").to_numpy(object)
    edges = [low for low, _, _ in SCORE_CLASSES[1:]]
    classes = np.array([colour for *_, colour in SCORE_CLASSES], dtype=object)
    by_points = classes[np.digitize(np.nan_to_num(points), edges)]
    return np.where(np.isnan(points), status, by_points)


def _sites(axes: Any, run: Analysis) -> None:
    from matplotlib.collections import PolyCollection

    parts = shapely.get_parts(np.asarray(run.sites.geometry))
    rings = [shapely.get_coordinates(ring) for ring in shapely.get_exterior_ring(parts)]
    axes.add_collection(PolyCollection(rings, facecolors="none", edgecolors=_SITE, linewidths=0.8))


def _centres(axes: object, run: Analysis) -> None:
    for point, name in zip(run.centres.geometry, run.centres["name"], strict=True):
        at = point.representative_point() if point is not None else None
        if at is None or at.is_empty:
            continue
        axes.plot(at.x, at.y, "o", ms=6, mfc=_CENTRE, mec="white", mew=1.2)  # type: ignore[attr-defined]
        axes.annotate(  # type: ignore[attr-defined]
            str(name or "").replace("$", r"\$"), (at.x, at.y), xytext=(5, 4),
            textcoords="offset points", fontsize=7.5, color="#2d1252", path_effects=_halo(),
        )  # fmt: skip


def _legend(figure: object, language: str) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    entries: list[object] = [
        Patch(fc=colour, ec="#999999", lw=0.4,
              label=phrase("legend_points", language, low=f"{low:g}", high=f"{high:g}"))
        for low, high, colour in SCORE_CLASSES
    ]  # fmt: skip
    entries += [
        Patch(fc=colour, ec="#999999", lw=0.4, label=value("plot_status_code", code, language))
        for code, colour in STATUS_COLOURS.items()
    ]
    entries.append(Patch(fc="none", ec=_SITE, lw=1.2, label=phrase("legend_site", language)))
    entries.append(
        Line2D(
            [],
            [],
            marker="o",
            ls="",
            mfc=_CENTRE,
            mec="white",
            label=phrase("legend_centre", language),
        )
    )
    figure.legend(  # type: ignore[attr-defined]
        handles=entries, loc="lower center", ncols=5, fontsize=7, frameon=False, handlelength=1.6,
        columnspacing=2.2,
    )  # fmt: skip


def _scale(axes: object, language: str) -> None:
    """A scale bar of a round length and an arrow to grid north, in the lower right corner."""
    left, right = axes.get_xlim()  # type: ignore[attr-defined]
    bottom, top = axes.get_ylim()  # type: ignore[attr-defined]
    wide, high = right - left, top - bottom
    length = round_length(wide / 5)
    x, y = right - 0.04 * wide - length, bottom + 0.04 * high
    thick = 0.008 * high
    for start, colour in ((0.0, "#222222"), (0.5, "#ffffff")):
        axes.add_patch(  # type: ignore[attr-defined]
            _bar(x + start * length, y, length / 2, thick, colour)
        )
    text = f"{length / 1000:g} km" if length >= 1000 else f"{length:g} m"
    text = text.replace(".", ",") if language == "nb" else text
    axes.text(  # type: ignore[attr-defined]
        x + length / 2, y + 2 * thick, text, ha="center", va="bottom", fontsize=7.5,
        path_effects=_halo(),
    )  # fmt: skip
    axes.annotate(  # type: ignore[attr-defined]
        phrase("north", language), xy=(0.965, 0.97), xytext=(0.965, 0.885),
        xycoords="axes fraction", ha="center", va="center", fontsize=9, weight="bold",
        path_effects=_halo(), arrowprops={"arrowstyle": "-|>", "color": "#222222", "lw": 1.4},
    )  # fmt: skip


def _halo() -> list[object]:
    """A white edge, so that text can be read on any colour."""
    from matplotlib import patheffects

    return [patheffects.withStroke(linewidth=2.5, foreground="white")]


def _bar(x: float, y: float, width: float, height: float, colour: str) -> object:
    from matplotlib.patches import Rectangle

    return Rectangle((x, y), width, height, fc=colour, ec="#222222", lw=0.6)


def round_length(longest: float) -> float:
    """Largest of 1, 2 and 5 times a power of ten within a length.

    Examples
    --------
    >>> round_length(730.0), round_length(260.0), round_length(19.0)
    (500.0, 200.0, 10.0)
    """
    power = 10.0 ** math.floor(math.log10(longest))
    return max(step * power for step in (1.0, 2.0, 5.0) if step * power <= longest)
