"""The place that homes are wanted around: a centre's catchment, a district, or everything."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

import pandas as pd

from boligplan_geo.facts import Facts
from boligplan_geo.municipality import Municipality
from boligplan_geo.result import Analysis


@dataclass(frozen=True, eq=False)
class Place:
    """Where homes count.

    Parameters
    ----------
    kind : str
        ``centre``, ``district`` or ``municipality``.
    place_id : str or None
    name : str
    within_min : float or None
        Walk to the centre at most [min]; None: its whole catchment.
    plots : Index
        ``plot_id`` of its plots.
    """

    kind: str
    place_id: str | None
    name: str
    within_min: float | None
    plots: pd.Index


def place(run: Analysis, near: str | None, within_min: float | None = None) -> Place:
    """Find the plots around a centre, in a district, or all.

    Parameters
    ----------
    run : Analysis
    near : str or None
        ``centre_id``, ``district_id`` or the name of either; None: the whole municipality.
    within_min : float, optional
        Only plots within so many minutes' walk of the centre.

    Returns
    -------
    Place

    Raises
    ------
    ValueError
        Where nothing has that id or name (the message names near ones), `within_min` does not
        fit, or no plot lies there.

    Examples
    --------
    >>> from boligplan_geo import analyse
    >>> from boligplan_geo.sample.toy import toy_town
    >>> place(analyse(toy_town()), "D1").name
    'Lekesenteret'
    """
    if near is None:
        if within_min is not None:
            raise ValueError("within_min needs a centre as near; given none")
        return Place("municipality", None, run.name, None, run.plots.index)
    kind, place_id, name = _found(run, near)
    chosen = run.plots[f"{kind}_id"] == place_id
    if within_min is not None:
        if kind != "centre":
            raise ValueError(f"within_min needs a centre as near; {near!r} is a {kind}")
        limit = run.assumptions.catchment_limit_min
        if not 0 < within_min <= limit:
            raise ValueError(
                f"needs within_min from 0 to {limit:g}, the limit of catchments "
                f"(assumption catchment_limit_min); given {within_min}"
            )
        chosen &= run.plots["access_centre_min"] <= within_min
    plots = run.plots.index[chosen.fillna(False).to_numpy(bool)]
    if not len(plots):
        raise ValueError(f"no plot lies in the {kind} {place_id} ({name})")
    return Place(kind, place_id, name, within_min, plots)


def _found(run: Analysis, near: str) -> tuple[str, str, str]:
    """Kind, id and name; an id before a name, a centre before a district."""
    known: dict[str, tuple[str, str, str]] = {}
    for kind, table in (("district", run.districts), ("centre", run.centres)):
        rows = [(str(row_id), str(name)) for row_id, name in table["name"].items()]
        known |= {name.casefold(): (kind, row_id, name) for row_id, name in rows}
    for kind, table in (("district", run.districts), ("centre", run.centres)):
        known |= {str(i).casefold(): (kind, str(i), str(n)) for i, n in table["name"].items()}
    asked = str(near).strip().casefold()
    if asked in known:
        return known[asked]
    close = get_close_matches(asked, list(known), n=3, cutoff=0.5)
    shown = [known[word] for word in close] or [v for v in known.values() if v[0] == "centre"][:3]
    names = ", ".join(dict.fromkeys(f"{row_id} ({name})" for _, row_id, name in shown))
    hint = f"did you mean {names}?" if names else "the run has no centres and no districts"
    raise ValueError(f"needs a centre or district as near; {near!r} is none: {hint}")


def inputs_of(run: Analysis) -> tuple[Municipality, Facts]:
    """The town and the facts of a run.

    Raises
    ------
    ValueError
        Where the run was read back from a folder, which has neither.
    """
    if run.town is None or run.facts is None:
        raise ValueError("needs a run of analyse(): one read back from a folder has no town")
    return run.town, run.facts
