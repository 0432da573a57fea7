"""The vocabulary: one row a column, read by input check, tooltips, report, export and glossary.

The rows stand in ``codes/columns.csv``; the naming rules are in ``ARCHITECTURE.md``. Imports
nothing of the package but `errors`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from boligplan_geo.errors import texts

#: Themes whose null figures must carry ``<theme>_reason``.
THEMES = ("plan", "built", "constraint", "terrain", "access", "nearby", "potential", "score")

#: Suffixes of figures: a null in such a column needs its theme's reason.
FIGURE_SUFFIXES = ("_m2", "_m", "_deg", "_min", "_hours", "_count", "_share", "_points")

#: Limits whose null says that none is set; where one is unknown, the theme's reason says so.
NULL_IS_NONE = ("constraint_height_cap_m",)

#: The kinds of homes that sum from plots to sites, centres, districts and municipality.
HOMES_COLUMNS = (
    "built_homes_count",
    *(f"potential_plan_homes_{level}_count" for level in ("low", "mid", "high")),
    *(f"potential_homes_{level}_count" for level in ("low", "mid", "high")),
    *(f"potential_transformation_homes_{level}_count" for level in ("low", "mid", "high")),
    "potential_now_homes_count",
    "potential_after_phasing_homes_count",
    "potential_after_plan_homes_count",
)


@dataclass(frozen=True)
class Column:
    """What a column is: name, kind of value, unit, labels, definitions and sources."""

    name: str
    layers: tuple[str, ...]
    kind: str
    unit: str
    nb: str
    en: str
    definition: str
    source: str
    definition_nb: str
    source_nb: str

    def label(self, language: str = "nb") -> str:
        """Heading for people; the unit, where there is one a reader needs, in brackets."""
        unit = {"m2": "m²", "deg": "°", "hours": "h" if language == "en" else "t"}.get(
            self.unit, self.unit if self.unit in ("m", "min") else ""
        )
        text = self.en if language == "en" else self.nb
        return f"{text} [{unit}]" if unit else text

    def meaning(self, language: str = "nb") -> str:
        """Definition in one line, for people."""
        return self.definition if language == "en" else self.definition_nb

    def origin(self, language: str = "nb") -> str:
        """Where the definition or the figure comes from: statute, guideline, register, method."""
        return self.source if language == "en" else self.source_nb


@cache
def _all() -> Mapping[str, Column]:
    rows = texts("columns")
    return MappingProxyType({name: _column(**row) for name, row in rows.items()})


def _column(*, layers: str, **texts_of: str) -> Column:
    return Column(layers=tuple(layers.split(",")), **texts_of)


def column(name: str) -> Column:
    """Look up one column.

    Raises
    ------
    KeyError
        Where the vocabulary has no such column: add a row to ``codes/columns.csv``.

    Examples
    --------
    >>> entry = column("built_bya_m2")
    >>> entry.label("en"), entry.origin()
    ('Built area [m²]', 'TEK17 § 5-2')
    >>> entry.meaning()
    'Fotavtrykket av bygningene som står; et anslag på bebygd areal'
    """
    return _all()[name]


def columns_of(layer: str) -> tuple[Column, ...]:
    """Columns of a result layer, in the order they are written.

    Examples
    --------
    >>> [c.name for c in columns_of("constraint_losses")][:5]
    ['plot_id', 'layer', 'zone_code', 'exclusive_m2', 'shared_m2']
    """
    return tuple(c for c in _all().values() if layer in c.layers)


def label(name: str, language: str = "nb") -> str:
    """Heading of a column; the name itself where the vocabulary does not have it.

    Examples
    --------
    >>> label("access_stop_min")
    'Gangtid til holdeplass [min]'
    """
    known = _all().get(name)
    return known.label(language) if known else name
