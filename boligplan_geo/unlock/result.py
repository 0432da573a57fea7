"""`Unlock`: the changes that give so many homes, verified, with the alternatives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

import pandas as pd

from boligplan_geo.result import Analysis
from boligplan_geo.unlock.place import Place


@dataclass(frozen=True, eq=False, repr=False)
class Unlock:
    """The smallest plan changes that give so many homes around a place. Made by `unlock`.

    Parameters
    ----------
    place : Place
        Where homes count: ``kind``, ``place_id``, ``name``, ``within_min``, ``plots``.
    changes : DataFrame, index ``rank``
        One row a change, the one that gives most first: ``plan_id zone_name clause_id
        parameter_code from_value to_value unit``, ``steps_count`` (rungs of the ladder),
        ``zones_count`` and ``plots_count`` touched, ``gained_homes_count`` (on top of the rows
        above it; counted again with the changed tables), ``cumulative_homes_count``,
        ``procedure_code``, ``source_code`` (``map``, ``provision``, ``assumption``),
        ``is_new_provision`` (no plan says anything today), ``is_exception`` (the clause holds
        wider than the zone, so the change is an exception from it), ``clause_text``.
    homes : mapping
        Net plan homes (mid) of the place: ``before``, ``after``, ``gained``, ``wanted``,
        ``is_reached``, ``missing``, ``most`` (gained with every step of every lever);
        ``now``, ``after_phasing``, ``after_plan`` (of those gained), ``in_zones`` (gained on
        plots where hazard, noise, protection or safety zones take land), ``elsewhere`` (gained
        outside the place), ``unknown_plots`` (plots of the place whose homes are unknown: they
        count in none of these).
    cost : mapping
        ``zones_count``, ``steps_count``, ``parameters_count`` of the changes: what sets are
        ranked by, in this order.
    alternatives : DataFrame
        Other sets that give as many homes, the cheapest first: ``set_number``, the columns of a
        change, ``zones_count`` and ``steps_count`` of the set, ``gained_homes_count`` of the set,
        counted again. Each lacks a change of every set before it.
    levers : DataFrame
        Everything that might have been changed here, with its ``ladder`` of figures.
    run : Analysis
        The analysis with the changes: what the figures of `homes` are read from.
    search_code : str
        ``exact``; ``coupled``: some plots lie in several zones, so another set may be as cheap
        or cheaper; ``reduced``: a zone has more combinations than were looked at.
    floors : mapping
        ``outdoor_floor_m2``, ``parking_floor_count``; None: no floor was given.
    """

    place: Place
    changes: pd.DataFrame
    homes: Mapping[str, float | bool]
    cost: Mapping[str, int]
    alternatives: pd.DataFrame
    levers: pd.DataFrame
    run: Analysis
    search_code: str
    floors: Mapping[str, float | None]

    def explain(self, language: str = "nb") -> str:
        """Say in Norwegian (``nb``) or English (``en``) what to change, and how it was found."""
        from boligplan_geo.unlock.told import told

        return told(self, language)

    def table(self, language: str = "nb") -> pd.DataFrame:
        """`changes` under headings and in words that people read."""
        from boligplan_geo.unlock.told import table

        return table(self, language)

    def __repr__(self) -> str:
        return self.explain("en")

    def _repr_html_(self) -> str:
        paragraphs = self.explain("nb").split("\n")
        return "<pre>" + "\n".join(escape(line) for line in paragraphs) + "</pre>"
