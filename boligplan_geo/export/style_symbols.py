"""Symbols as QGIS writes them in a style (QML): fills, hatches, stripes, lines and points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr


@dataclass(frozen=True)
class Rule:
    """One line of a legend: which rows it draws, its text, its symbol layers, lines below it."""

    test: str
    label: str
    layers: str = ""
    children: tuple[Rule, ...] = ()


def renderer(rules: Iterable[Rule], kind: str, *, order_by: str = "") -> str:
    """Renderer that draws every row by the rules that it meets.

    Parameters
    ----------
    rules : iterable of Rule
    kind : {"fill", "line", "marker"}
    order_by : str
        Expression; rows with a higher value are drawn on top.

    Examples
    --------
    >>> text = renderer([Rule('"is_hard"', "Tar areal", fill("#ff0000"))], "fill")
    >>> 'label="Tar areal"' in text and text.count("<symbol ")
    1
    """
    symbols: list[str] = []
    listed = "".join(_rule(rule, symbols) for rule in rules)
    drawn = "".join(symbol(str(i), kind, layers) for i, layers in enumerate(symbols))
    clause = f'<orderByClause asc="1" nullsFirst="1">{_text(order_by)}</orderByClause>'
    order = f"<orderby>{clause}</orderby>" if order_by else ""
    return (
        f'<renderer-v2 type="RuleRenderer" enableorderby="{int(bool(order_by))}">'
        f'<rules key="root">{listed}</rules><symbols>{drawn}</symbols>{order}</renderer-v2>'
    )


def _rule(rule: Rule, symbols: list[str]) -> str:
    """One rule and those below it; its symbol is numbered and added to `symbols`."""
    place = ""
    if rule.layers:
        place = f' symbol="{len(symbols)}"'
        symbols.append(rule.layers)
    children = "".join(_rule(child, symbols) for child in rule.children)
    key = quoteattr(f"{rule.label}|{rule.test}")
    return (
        f"<rule key={key}{place} filter={quoteattr(rule.test)} label={quoteattr(rule.label)}>"
        f"{children}</rule>"
    )


def single(kind: str, layers: str) -> str:
    """Renderer that draws every row the same."""
    drawn = symbol("0", kind, layers)
    return f'<renderer-v2 type="singleSymbol"><symbols>{drawn}</symbols></renderer-v2>'


def symbol(name: str, kind: str, layers: str) -> str:
    """A symbol of one or more layers, the first at the bottom."""
    return f'<symbol name={quoteattr(name)} type="{kind}" alpha="1">{layers}</symbol>'


def fill(colour: str | None, outline: str | None = None, width_mm: float = 0.1) -> str:
    """Even colour, an outline, or both; ``None`` leaves either out."""
    return _layer(
        "SimpleFill",
        {
            "color": rgba(colour or "#ffffff00"),
            "style": "solid" if colour else "no",
            "outline_color": rgba(outline or "#00000000"),
            "outline_style": "solid" if outline else "no",
            "outline_width": f"{width_mm:g}",
            "joinstyle": "round",
        },
    )


def hatch(
    colour: str,
    *,
    distance_mm: float = 2.0,
    width_mm: float = 0.2,
    angle_deg: float = 45.0,
    offset_mm: float = 0.0,
) -> str:
    """Parallel lines over an area."""
    options = {
        "angle": f"{angle_deg:g}",
        "distance": f"{distance_mm:g}",
        "distance_unit": "MM",
        "line_width": f"{width_mm:g}",
        "color": rgba(colour),
        "offset": f"{offset_mm:g}",
        "offset_unit": "MM",
    }
    return _layer("LinePatternFill", options, symbol("@hatch@", "line", line(colour, width_mm)))


def stripes(colours: Sequence[str], *, width_mm: float = 1.6) -> str:
    """Broad stripes of two or more colours, as combined purposes are drawn.

    Examples
    --------
    >>> stripes(["#ffff00", "#ccccff"]).count("LinePatternFill")
    1
    """
    distance = width_mm * len(colours)
    return fill(colours[0]) + "".join(
        hatch(colour, distance_mm=distance, width_mm=width_mm, offset_mm=i * width_mm)
        for i, colour in enumerate(colours[1:], start=1)
    )


def line(colour: str, width_mm: float) -> str:
    """An even line."""
    options = {"line_color": rgba(colour), "line_width": f"{width_mm:g}", "capstyle": "flat"}
    return _layer("SimpleLine", options)


def marker(colour: str, outline: str, *, size_mm: float = 4.0) -> str:
    """A circle."""
    options = {"name": "circle", "size": f"{size_mm:g}", "color": rgba(colour)}
    return _layer("SimpleMarker", {**options, "outline_color": rgba(outline)})


def labels(
    expression: str,
    *,
    size_pt: float,
    colour: str = "#1c2733",
    is_bold: bool = False,
    is_point: bool = False,
    only_inside: bool = False,
    from_scale: int = 0,
) -> str:
    """Labels with a light halo.

    Parameters
    ----------
    expression : str
        QGIS expression that gives the text.
    only_inside : bool
        Leave out a label that is larger than its area.
    from_scale : int
        Denominator of the smallest scale at which they show; 0 always.
    """
    place = 'placement="6" dist="2.5" distUnits="MM"' if is_point else 'placement="4"'
    return (
        '<labeling type="simple"><settings calloutType="simple">'
        f'<text-style isExpression="1" fieldName={quoteattr(expression)} fontFamily="Arial" '
        f'fontSize="{size_pt:g}" fontSizeUnit="Point" fontWeight="{75 if is_bold else 50}" '
        f'textColor="{rgba(colour)}" textOpacity="1" multilineHeight="1">'
        '<families><family name="Noto Sans"/><family name="DejaVu Sans"/></families>'
        '<text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" '
        'bufferColor="255,255,255,255" bufferOpacity="1" bufferNoFill="1" '
        'bufferJoinStyle="128"/></text-style>'
        f'<placement {place} polygonPlacementFlags="2" priority="{8 if is_point else 5}" '
        f'fitInPolygonOnly="{int(only_inside)}" '
        'predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR"/>'
        f'<rendering scaleVisibility="{int(from_scale > 0)}" scaleMin="0" '
        f'scaleMax="{from_scale}" drawLabels="1" obstacle="{int(is_point)}"/>'
        "</settings></labeling>"
    )


def _layer(name: str, options: Mapping[str, str], inside: str = "") -> str:
    listed = "".join(f"<prop k={quoteattr(k)} v={quoteattr(v)}/>" for k, v in options.items())
    return f'<layer class="{name}" enabled="1" pass="0">{listed}{inside}</layer>'


def rgba(colour: str) -> str:
    """``#rrggbb`` or ``#rrggbbaa`` as QGIS writes it.

    Examples
    --------
    >>> rgba("#ff9900")
    '255,153,0,255'
    """
    parts = [int(colour[i : i + 2], 16) for i in range(1, len(colour), 2)]
    return ",".join(str(p) for p in [*parts, 255][:4])


def _text(expression: str) -> str:
    return expression.replace("&", "&amp;").replace("<", "&lt;")
