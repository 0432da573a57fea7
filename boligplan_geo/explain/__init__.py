"""The derivation of one plot, from a run's tables alone: why each figure is what it is.

The answer stands first, then each step behind it: the plans over each part, their figures with
the words of the clauses, what they permit limit by limit, the formulas that ran with the plot's
numbers, what stands, land lost, points, and what is not known. Works the same on a run just made
and on one read back from a folder.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

import pandas as pd

from boligplan_geo.explain import figures
from boligplan_geo.explain.capacity import calculation, mid_formulas, pooled
from boligplan_geo.explain.clauses import parameters
from boligplan_geo.explain.conclusion import conclusion
from boligplan_geo.explain.equations import INDENT
from boligplan_geo.explain.homes import gains, homes, limits_line
from boligplan_geo.explain.interval import interval
from boligplan_geo.explain.page import page
from boligplan_geo.explain.permitted import permitted
from boligplan_geo.explain.plans import plan_parts
from boligplan_geo.explain.rules_again import PlotRules, rules_again
from boligplan_geo.explain.standing import standing
from boligplan_geo.export.layers import public_view
from boligplan_geo.result import Analysis
from boligplan_geo.words import missing, phrase

DETAILS = ("full", "summary")
FORMATS = ("text", "html")
_SUMMARY = ("conclusion", "plan_parts", "parameters", "potential_figures", "gains", "unknowns")


def derivation(
    run: Analysis,
    plot_id: str,
    *,
    language: str = "nb",
    audience: str = "public",
    detail: str = "full",
    format: str = "text",
) -> str:
    """Derive one plot's figures: the answer, then plans, clauses, formulas, land, unknowns.

    Parameters
    ----------
    run : Analysis
        A run, or one read back by `read_run`.
    plot_id : str
    language : {"nb", "en"}
    audience : {"public", "internal"}
        For the public the owner class is withheld where a home stands.
    detail : {"full", "summary"}
        ``summary`` leaves out the steps of the calculation.
    format : {"text", "html"}
        ``html`` is one page that prints on A4 and needs nothing else.

    Raises
    ------
    KeyError
        Where no plot has that id; the message names near ones.
    ValueError
        Where `detail` or `format` is another word.

    Examples
    --------
    >>> from boligplan_geo import analyse
    >>> from boligplan_geo.sample.toy import toy_town
    >>> text = derivation(analyse(toy_town()), "9999-1/1", language="en", detail="summary")
    >>> [line.strip() for line in text.splitlines() if line.startswith("  What stops")]
    ['What stops more homes: plan map – Built share at most 30 %']
    """
    for name, given, known in (("detail", detail, DETAILS), ("format", format, FORMATS)):
        if given not in known:
            raise ValueError(f"{name}: needs one of {', '.join(known)}; given {given!r}")
    if plot_id not in run.plots.index:
        near = difflib.get_close_matches(plot_id, run.plots.index.astype(str), n=3, cutoff=0.5)
        said = ", ".join(near) or phrase("none", language)
        raise KeyError(phrase("no_plot", language, plot=plot_id, near=said))
    run = public_view(run, audience)
    title = phrase("plot", language, plot=plot_id) + f" – {run.name}"
    marks = [phrase("fictional", language)] if run.is_fictional else []
    marks += [phrase("proposed", language)] if run.plans_code == "proposed" else []
    marks += [phrase("internal", language)] if audience == "internal" else []
    told = [
        (phrase(name, language), listed)
        for name, lines in _sections(run, plot_id, language)
        if (detail == "full" or name in _SUMMARY) and (listed := list(lines))
    ]
    footer = phrase("screening_long", language)
    if format == "html":
        return page(title, marks, told, footer, language)
    lines = [title, *marks]
    for heading, body in told:
        lines += ["", heading, *(INDENT + line for line in body)]
    return "\n".join([*lines, "", footer])


def _sections(run: Analysis, plot_id: str, language: str) -> tuple[tuple[str, Iterable[str]], ...]:
    """The account in the order it is read; each part is worked out when it is listed."""
    row = run.plots.loc[plot_id]
    return (
        ("conclusion", conclusion(run, row, language)),
        ("status", figures.status(run, row, language)),
        ("place", figures.place(run, row, language)),
        ("plan_parts", plan_parts(run, plot_id, language)),
        ("parameters", parameters(run, plot_id, language)),
        ("plan_figures", _permitted(run, row, language)),
        ("calculation", _calculation(run, row, language)),
        ("potential_figures", homes(row, language)),
        ("interval_figures", interval(run, plot_id, language)),
        ("gains", gains(row, language)),
        ("standing", standing(run, row, language)),
        ("land", figures.land(run, row, language)),
        ("terrain", figures.figures(row, figures.TERRAIN, language)),
        ("walking", figures.figures(row, figures.WALKING, language)),
        ("scores", figures.scores(run, plot_id, language)),
        ("unknowns", figures.unknowns(row, language)),
        ("assumptions", figures.assumed(run, row, language)),
        ("untested", [phrase("untested_list", language)]),
    )


def _rules(run: Analysis, row: pd.Series) -> PlotRules | None:
    """The rules of the plot's parts, where the run kept what they were made of."""
    houses = row.get("plan_housing_plot_m2")
    return None if missing(houses) or not houses > 0 else rules_again(run, str(row.name))


def _permitted(run: Analysis, row: pd.Series, language: str) -> Iterator[str]:
    yield from figures.figures(row, ["plan_net_plot_m2"], language)
    again = _rules(run, row)
    if again is not None:
        elevation = float(row.get("terrain_elevation_m", float("nan")))
        yield from permitted(again, run.assumptions, elevation, language)
        yield from pooled(row, again, language)
    yield figures.interval_line(row, "plan_bya_{}_m2", language)
    yield figures.interval_line(row, "plan_bra_{}_m2", language)
    told = figures.told(row, ["potential_dwelling_type_code", "plan_homes_max_count"])
    yield from figures.figures(row, [*told, "plan_binding_clause_id"], language)


def _calculation(run: Analysis, row: pd.Series, language: str) -> Iterator[str]:
    listed = list(calculation(row, _formulas(), language))
    yield from listed
    if listed:
        yield limits_line(row, language)


def _formulas() -> dict[str, str]:
    return mid_formulas()
