"""QGIS styles (QML) of the exported layers: symbols, labels, aliases and values in words.

The classes are those of the candidate map (`maps.symbols`), so that map, report and QGIS agree.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

import pandas as pd

from boligplan_geo import words
from boligplan_geo.columns import column, label
from boligplan_geo.errors import texts
from boligplan_geo.export.layers import LAYERS
from boligplan_geo.export.style_symbols import (
    Rule,
    fill,
    hatch,
    labels,
    line,
    marker,
    renderer,
    single,
    stripes,
)
from boligplan_geo.maps.symbols import (
    CONSTRAINT_CLASSES,
    SCORE_COLOURS,
    SCORE_LIMITS,
    constraint_classes,
    purpose_classes,
    zone_name,
)

#: Classes of the densification score: from, to [points] and colour; the last one to 100.
SCORE_CLASSES = tuple(
    zip(map(float, SCORE_LIMITS), (*map(float, SCORE_LIMITS[1:]), 100.0), SCORE_COLOURS,
        strict=True)
)  # fmt: skip

#: Plots without points, by status.
STATUS_COLOURS = {
    "excluded": "#cccccc",
    "not_assessable": "#f3e3c3",
    "no_potential": "#efefec",
}

#: Layer: fill, outline, width of the outline [mm].
_PLAIN = {
    "sites": (None, "#d7301f", 0.6),
    "districts": (None, "#54278f", 0.6),
    "witnesses": ("#e6550d", "#7f2704", 0.3),
    "witness_parts": ("#fdd0a2", "#a63603", 0.2),
    "fields": (None, "#006d2c", 0.4),
    "buildings": ("#8c8c8c", "#4d4d4d", 0.1),
}
_LINES = {"boundaries": ("#636363", 0.2), "building_lines": ("#e31a1c", 0.3)}

#: Walking bands of catchments: most minutes and colour.
_BANDS = ((5, "#54278f80"), (10, "#807dba70"), (15, "#bcbddc70"))

#: Hatch of each class of zones: colour, distance between lines [mm], width [mm], angle [°].
_ZONE_HATCH = {
    "hazard_hard": ("#ff0000", 1.4, 0.25, 45.0),
    "hazard_soft": ("#ff0000", 3.2, 0.15, 45.0),
    "other_hard": ("#000000", 1.4, 0.2, 135.0),
    "other_soft": ("#000000", 3.2, 0.1, 135.0),
}

#: What names a row in lists and pop-ups of QGIS.
_ROW_NAMES = {"plots": "plot_id", "plan_parts": "part_id", "constraint_areas": "zone_code"}

_SHORT_PLOT = "regexp_replace(\"{}\", '^(S-)?[0-9]+-', '')"


def qml(name: str, table: pd.DataFrame, language: str = "nb") -> str:
    """Style of one layer: symbols and labels; an alias and readable values for every column.

    Parameters
    ----------
    name : str
        Layer.
    table : DataFrame
        Its rows in any order, with or without geometry.
    language : {"nb", "en"}

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
    widgets = "".join(_widget(name, c, table, language) for c in columns)
    drawn = _labels(name, language)
    symbols = f"{_renderer(name, table, language)}{drawn}" if LAYERS[name].geometry else ""
    row_name = f'"{_ROW_NAMES[name]}"' if name in _ROW_NAMES else ""
    shown = f"<previewExpression>{row_name}</previewExpression>" if row_name else ""
    return (
        '<!DOCTYPE qgis PUBLIC "http://mrcc.com/qgis.dtd" "SYSTEM">'
        '<qgis version="3.22.0" styleCategories="Symbology|Labeling|Fields|Forms" '
        f'labelsEnabled="{int(bool(drawn))}">{symbols}'
        f"<fieldConfiguration>{widgets}</fieldConfiguration>"
        f"<aliases>{aliases}</aliases>{shown}</qgis>"
    )


def _widget(layer: str, name: str, table: pd.DataFrame, language: str) -> str:
    """How QGIS shows a column: codes in words, figures with the decimals of their unit."""
    if name == "zone_code" and layer == "constraint_areas":
        pairs = table[["layer", name]].drop_duplicates().dropna().itertuples(index=False)
        said = {str(code): zone_name(where, code, language) for where, code in pairs}
        return _value_map(name, said)
    if pd.api.types.is_bool_dtype(table[name]):
        yes_no = (texts("value_texts")[f"is_assembly:{b}"][language] for b in (True, False))
        return _value_map(name, dict(zip(("true", "false"), yes_no, strict=True)))
    if pd.api.types.is_numeric_dtype(table[name]):
        return _decimals(name)
    if not name.endswith(("_code", "reason")) and name not in ("layer", "step"):
        return ""
    codes = sorted(str(code) for code in table[name].dropna().unique())
    said = {code: words.value(name, code, language) for code in codes}
    return _value_map(name, said) if any(code != text for code, text in said.items()) else ""


def _value_map(name: str, said: dict[str, str]) -> str:
    options = "".join(
        f'<Option type="Map"><Option name={quoteattr(text)} value={quoteattr(code)} '
        'type="QString"/></Option>'
        for code, text in said.items()
    )
    return _setup(name, "ValueMap", f'<Option name="map" type="List">{options}</Option>')


def _decimals(name: str) -> str:
    try:
        unit = column(name).unit
    except KeyError:
        unit = ""
    decimals = 2 if unit == "share" else words.DECIMALS.get(unit)
    if decimals is None:
        return ""
    return _setup(name, "Range", f'<Option name="Precision" value="{decimals}" type="int"/>')


def _setup(name: str, kind: str, options: str) -> str:
    return (
        f'<field name={quoteattr(name)}><editWidget type="{kind}"><config>'
        f'<Option type="Map">{options}</Option></config></editWidget></field>'
    )


def _labels(name: str, language: str) -> str:
    one, more = ("home", "homes") if language == "en" else ("bolig", "boliger")
    homes = f"if(round(\"homes_mid_count\") = 1, '{one}', '{more}')"
    points = "points" if language == "en" else "poeng"
    score = 'format_number("score_densification_points", 0)'
    count = 'format_number("homes_mid_count", 0)'
    if name == "plots":
        text = f"{_SHORT_PLOT.format('plot_id')} || coalesce('\\n' || {score} || ' {points}', '')"
        return labels(text, size_pt=7, only_inside=True, from_scale=2000)
    if name == "plan_parts":
        text = 'concat("zone_name", \'\\n\', "land_use_code")'
        return labels(text, size_pt=7, only_inside=True, from_scale=3000)
    if name == "constraint_areas":
        text = 'represent_value("zone_code")'
        return labels(text, size_pt=7, only_inside=True, from_scale=5000)
    if name == "sites":
        text = (
            f"{_SHORT_PLOT.format('site_id')} || '\\n' || {count} || ' ' || {homes} "
            f"|| ' · ' || {score} || ' {points}'"
        )
        return labels(text, size_pt=8, colour="#a50f15", is_bold=True, from_scale=5000)
    if name == "centres":
        return labels('"name"', size_pt=10, colour="#3f007d", is_bold=True, is_point=True)
    if name == "districts":
        return labels('"name"', size_pt=12, colour="#54278f", is_bold=True)
    return ""


def _renderer(name: str, table: pd.DataFrame, language: str) -> str:
    if name == "plots":
        return renderer(_plot_rules(language), "fill")
    if name == "plan_parts":
        return renderer(_purpose_rules(table, language), "fill")
    if name == "constraint_areas":
        return renderer(_zone_rules(table, language), "fill", order_by='"is_hard"')
    if name == "centre_catchments":
        return renderer(_band_rules(language), "fill")
    if name == "centres":
        return single("marker", marker("#54278f", "#ffffff"))
    if name in _LINES:
        return single("line", line(*_LINES[name]))
    return single("fill", fill(*_PLAIN[name]))


def _plot_rules(language: str) -> Iterable[Rule]:
    points = "points" if language == "en" else "poeng"
    score = '"score_densification_points"'
    for low, high, colour in SCORE_CLASSES:
        last = high == SCORE_CLASSES[-1][1]
        test = f"{score} >= {low:g} AND {score} {'<=' if last else '<'} {high:g}"
        yield Rule(test, f"{low:g}–{high:g} {points}", fill(colour, "#ffffff", 0.1))
    for code, colour in STATUS_COLOURS.items():
        text = words.value("plot_status_code", code, language).capitalize()
        test = f"\"plot_status_code\" = '{code}' AND {score} IS NULL"
        yield Rule(test, text, fill(colour, "#ffffff", 0.1))
    # a large plot of farmland with a corner for housing must not look like a field of housing
    partly = (
        "Plan opens less than half the plot for building"
        if language == "en"
        else "Planen åpner under halve tomta for bebyggelse"
    )
    test = f'{score} IS NOT NULL AND "plan_net_plot_m2" < 0.5 * "plot_area_m2"'
    white = hatch("#ffffff", distance_mm=2.2, width_mm=1.4, angle_deg=135)
    yield Rule(test, partly, white + fill(None, "#969696", 0.15))


def _purpose_rules(table: pd.DataFrame, language: str) -> Iterable[Rule]:
    """Official colours of the purposes that occur, by regime; planned and further ones apart."""
    said, legend = texts("map_texts"), purpose_classes(table, language=language)[0]
    border = fill(None, "#595959", 0.12)
    for regime in sorted({entry["regime"] for entry in legend}):
        rules = []
        of_regime = [entry for entry in legend if entry["regime"] == regime and entry["code"]]
        for entry in sorted(of_regime, key=lambda e: (e["code"], e["status"])):
            text = f"{entry['name']} ({entry['code']})"
            kind = {2: "legend.future_short", 3: "legend.further_short"}.get(entry["status"])
            text += f", {said[kind][language]}" if kind else ""
            test = f"\"land_use_code\" = '{_sql(entry['code'])}' AND " + _status(entry["status"])
            rules.append(Rule(test, text, _purpose(entry["colours"], entry["hatch"]) + border))
        if rules:
            name = words.value("regime_code", regime, language)
            heading = name[:1].upper() + name[1:]
            yield Rule(f"\"regime_code\" = '{_sql(regime)}'", heading, children=tuple(rules))
    if any(not entry["code"] for entry in legend):
        grey = fill("#f7f7f7", "#969696", 0.12)
        yield Rule('"land_use_code" IS NULL', said["legend.unplanned"][language], grey)


def _purpose(colours: list[str], is_further: bool) -> str:
    even = stripes(colours) if len(colours) > 1 else fill(colours[0])
    # status 3 has no colour of its own in the drawing rules: existing, with a thin hatch
    return even + (hatch("#7a7a7a", distance_mm=3.0, width_mm=0.12) if is_further else "")


def _status(status: int) -> str:
    if status in (2, 3):
        return f'"land_use_status_code" = {status}'
    return 'coalesce("land_use_status_code", 1) NOT IN (2, 3)'


def _zone_rules(table: pd.DataFrame, language: str) -> Iterable[Rule]:
    """Red hatch for hazards and black for other zones, dense where the zone takes land."""
    classes = pd.Series(constraint_classes(table), index=table.index)
    for number, kind in reversed(list(enumerate(CONSTRAINT_CLASSES))):
        zones = table.loc[classes == number, ["layer", "zone_code"]].drop_duplicates()
        colour, distance, width, angle = _ZONE_HATCH[kind]
        drawn = hatch(colour, distance_mm=distance, width_mm=width, angle_deg=angle)
        drawn += fill(None, colour, 0.25 if kind.endswith("hard") else 0.15)
        is_hard = ("" if kind.endswith("hard") else "NOT ") + '"is_hard"'
        rules = tuple(
            Rule(_zone_test(layer, code), zone_name(layer, code, language), drawn)
            for layer, code in zones.sort_values(["layer", "zone_code"]).to_numpy(object)
        )
        if rules:
            text = texts("map_texts")[f"legend.{kind}"][language]
            yield Rule(is_hard, text, children=rules)


def _zone_test(layer: object, code: object) -> str:
    test = f'"layer" = \'{_sql(str(layer))}\' AND "zone_code" '
    return test + ("IS NULL" if pd.isna(code) else f"= '{_sql(str(code))}'")


def _band_rules(language: str) -> Iterable[Rule]:
    text = "{}–{} min walk" if language == "en" else "{}–{} min gange"
    low = 0
    for high, colour in _BANDS:
        test = f'"minutes" > {low} AND "minutes" <= {high}'
        yield Rule(test, text.format(low, high), fill(colour, "#54278f", 0.2))
        low = high


def _sql(text: str) -> str:
    return text.replace("'", "''")
