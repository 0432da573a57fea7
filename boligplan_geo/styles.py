"""QGIS styles (QML) of the exported layers: symbols, labels of columns, scale by points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import quoteattr

import pandas as pd

from boligplan_geo.columns import label

#: Classes of the densification score, from least to most points (viridis turned light).
SCORE_CLASSES = (
    (0.0, 30.0, "#e3eef9"),
    (30.0, 45.0, "#b5d4e9"),
    (45.0, 60.0, "#6fb0d7"),
    (60.0, 75.0, "#2f7ebc"),
    (75.0, 100.0, "#08468b"),
)

#: Plots without points, by status.
STATUS_COLOURS = {
    "excluded": "#bdbdbd",
    "not_assessable": "#f3e3c3",
    "no_potential": "#efefec",
}

_PLAIN = {  # layer: fill, outline, width of the outline [mm]
    "sites": (None, "#d7301f", 0.7),
    "districts": (None, "#54278f", 0.5),
    "centre_catchments": ("#54278f22", "#54278f", 0.2),
    "witnesses": ("#e6550d", "#7f2704", 0.3),
    "witness_parts": ("#fdd0a2", "#a63603", 0.2),
    "fields": (None, "#006d2c", 0.4),
    "buildings": ("#8c8c8c", "#4d4d4d", 0.1),
    "boundaries": (None, "#636363", 0.2),
    "building_lines": (None, "#e31a1c", 0.3),
    "centres": ("#54278f", "#ffffff", 0.4),
}

Rule = tuple[str, str, str | None, str, float]  # filter, label, fill, outline, outline width


def qml(name: str, table: pd.DataFrame, language: str = "nb") -> str:
    """Style of one layer: its symbols, and an alias for every column.

    Examples
    --------
    >>> "Tomteareal [m²]" in qml("plots", pd.DataFrame({"plot_area_m2": [1.0]}))
    True
    """
    columns = [c for c in table.columns if c != "geometry"]
    aliases = "".join(
        f'<alias index="{i}" field={quoteattr(c)} name={quoteattr(label(c, language))}/>'
        for i, c in enumerate(columns, start=1)  # field 0 is the row number of the database
    )
    renderer = "" if "geometry" not in table.columns else _renderer(name, table, language)
    return (
        '<!DOCTYPE qgis PUBLIC "http://mrcc.com/qgis.dtd" "SYSTEM">'
        '<qgis version="3.22.0" styleCategories="Symbology|Fields">'
        f"{renderer}<aliases>{aliases}</aliases></qgis>"
    )


def _renderer(name: str, table: pd.DataFrame, language: str) -> str:
    kind = {"centres": "marker", "boundaries": "line", "building_lines": "line"}.get(name, "fill")
    if name == "plots":
        return _rules(_plot_rules(language), kind)
    if name == "plan_parts":
        return _rules(_purpose_rules(table, language), kind)
    if name == "constraint_areas":
        return _rules(_zone_rules(language), kind)
    fill, outline, width = _PLAIN[name]
    symbol = _symbol("0", kind, fill, outline, width)
    return f'<renderer-v2 type="singleSymbol"><symbols>{symbol}</symbols></renderer-v2>'


def _plot_rules(language: str) -> Iterable[Rule]:
    said = {
        "excluded": ("Utelukket", "Excluded"),
        "not_assessable": ("Kan ikke vurderes", "Not assessable"),
        "no_potential": ("Uten potensial", "No potential"),
    }
    points = "poeng" if language == "nb" else "points"
    column = '"score_densification_points"'
    for low, high, colour in SCORE_CLASSES:
        last = high == SCORE_CLASSES[-1][1]
        test = f"{column} >= {low:g} AND {column} {'<=' if last else '<'} {high:g}"
        yield test, f"{low:g}–{high:g} {points}", colour, "#ffffff", 0.1
    for code, colour in STATUS_COLOURS.items():
        text = said[code][0 if language == "nb" else 1]
        test = f"\"plot_status_code\" = '{code}' AND {column} IS NULL"
        yield test, text, colour, "#ffffff", 0.1


def _purpose_rules(table: pd.DataFrame, language: str) -> Iterable[Rule]:
    """Official colours of the purposes that occur; status 2 has its own shade."""
    from boligplan_geo.rules.purposes import purposes

    known = purposes()
    seen = table[["regime_code", "land_use_code", "land_use_status_code"]].drop_duplicates()
    seen = seen.dropna(subset=["regime_code", "land_use_code"])
    for row in seen.sort_values(list(seen.columns)).itertuples(index=False):
        key = (row.regime_code, row.land_use_code)
        purpose = known.loc[key] if key in known.index else None
        planned = row.land_use_status_code == 2
        text, colour = row.land_use_code, "#dddddd"
        if purpose is not None:
            text = f"{purpose['name_en' if language == 'en' else 'name_nb']} ({row.land_use_code})"
            shade = purpose["colour_future" if planned else "colour_existing"]
            colour = str(shade).split("/")[0] if isinstance(shade, str) else colour
        if planned:
            text += ", planned" if language == "en" else ", framtidig"
        test = f"\"regime_code\" = '{row.regime_code}'"
        test += f" AND \"land_use_code\" = '{_sql(row.land_use_code)}'"
        test += f' AND "land_use_status_code" {"=" if planned else "IS NOT"} 2'
        yield test, text, colour, "#7a7a7a", 0.1


def _zone_rules(language: str) -> Iterable[Rule]:
    hard, soft = ("Takes land", "Flagged") if language == "en" else ("Tar areal", "Flagges")
    yield '"is_hard"', hard, "#d7301f66", "#b30000", 0.2
    yield 'NOT "is_hard"', soft, "#fdae6b55", "#e6550d", 0.2


def _rules(rules: Iterable[Rule], kind: str) -> str:
    rules = list(rules)
    listed = "".join(
        f"<rule key={quoteattr(f'r{i}')} symbol={quoteattr(str(i))} filter={quoteattr(test)} "
        f"label={quoteattr(text)}/>"
        for i, (test, text, *_) in enumerate(rules)
    )
    symbols = _symbols(rules, kind)
    return (
        f'<renderer-v2 type="RuleRenderer"><rules key="root">{listed}</rules>'
        f"<symbols>{symbols}</symbols></renderer-v2>"
    )


def _symbols(rules: Sequence[Rule], kind: str) -> str:
    return "".join(
        _symbol(str(i), kind, fill, outline, width)
        for i, (_, _, fill, outline, width) in enumerate(rules)
    )


def _symbol(name: str, kind: str, fill: str | None, outline: str, width: float) -> str:
    if kind == "line":
        options = {"line_color": _rgba(outline), "line_width": f"{width:g}"}
    else:
        options = {
            "color": _rgba(fill or "#ffffff00"),
            "outline_color": _rgba(outline),
            "outline_width": f"{width:g}",
            "style": "solid" if fill else "no",
        }
    if kind == "marker":
        options |= {"name": "circle", "size": "4"}
    layer = {"line": "SimpleLine", "marker": "SimpleMarker", "fill": "SimpleFill"}[kind]
    listed = "".join(f"<prop k={quoteattr(k)} v={quoteattr(v)}/>" for k, v in options.items())
    return (
        f'<symbol name={quoteattr(name)} type="{kind}" alpha="1"><layer class="{layer}" '
        f'enabled="1" pass="0">{listed}</layer></symbol>'
    )


def _rgba(colour: str) -> str:
    """``#rrggbb`` or ``#rrggbbaa`` as QGIS writes it."""
    parts = [int(colour[i : i + 2], 16) for i in range(1, len(colour), 2)]
    return ",".join(str(p) for p in [*parts, 255][:4])


def _sql(text: str) -> str:
    return text.replace("'", "''")
