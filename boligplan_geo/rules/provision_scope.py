"""When provisions hold, and which of them say that one plan prevails over another."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from boligplan_geo.errors import Note
from boligplan_geo.municipality import Municipality
from boligplan_geo.rules import overrides
from boligplan_geo.rules.precedence import dates, newest_date
from boligplan_geo.rules.provision_checks import LAYER, row_names
from boligplan_geo.rules.provisions import as_read

#: The parameter by which a clause says that its plan prevails, or yields.
PREVAILS = "prevails"
_OVERRIDES = ["prevailing_plan_id", "yielding_plan_id", "zone_name", "parameter_code", "clause_id"]


def held(town: Municipality) -> tuple[Municipality, tuple[Note, ...]]:
    """The municipality with the provisions that hold, and what they say of precedence.

    Parameters
    ----------
    town : Municipality
        The date is the ``as_of`` that the config gives for its plans.

    Returns
    -------
    town : Municipality
        Without provisions whose time has passed or not come, and with express provisions on
        precedence in ``plan_overrides``; the same object where nothing changes.
    notes : tuple of Note
        What was left out.

    Examples
    --------
    >>> from boligplan_geo.sample.toy import toy_town
    >>> town = toy_town()
    >>> held(town)[0] is town
    True
    """
    as_of = newest_date(town.inputs.get("plans", {}).get("as_of"))
    kept, notes = in_time(town.provisions, as_of)
    express = prevailing(kept)
    if len(express):
        own = town.plan_overrides
        given = overrides.joined(own, express)
        # a table that has been through here before has these rows already
        keys = [name for name in _OVERRIDES if name in given]
        words = given[keys].fillna("").astype(str)
        express = given[~words.duplicated()].reset_index(drop=True).rename_axis("override_id")
        if own is None or len(express) > len(own):
            town = replace(town, plan_overrides=express)
    return (replace(town, provisions=kept) if notes else town), notes


def in_time(
    provisions: pd.DataFrame | None, as_of: str | None
) -> tuple[pd.DataFrame | None, tuple[Note, ...]]:
    """Provisions that hold on a date, and a note of those that do not.

    Parameters
    ----------
    provisions : DataFrame, optional
        ``valid_from`` and ``valid_until`` where known; both days are within.
    as_of : str, optional
        The date that the plan data describes, ISO; without it every clause counts.

    Returns
    -------
    provisions : DataFrame or None
        Rows whose time has come and has not passed.
    notes : tuple of Note

    Examples
    --------
    >>> table = pd.DataFrame({"clause_id": ["§ 1", "§ 2"], "valid_until": ["2020-01-01", None]})
    >>> kept, notes = in_time(table, "2024-06-30")
    >>> kept.clause_id.tolist(), notes[0].ids
    (['§ 2'], ('row 1 § 1',))
    """
    if provisions is None or not as_of or not len(provisions):
        return provisions, ()
    day = pd.Timestamp(as_of)
    unknown = pd.Series(None, index=provisions.index, dtype=object)
    begins, ends = (dates(provisions.get(n, unknown)) for n in ("valid_from", "valid_until"))
    holds = ~((begins > day) | (ends < day)).to_numpy(dtype=bool)
    if holds.all():
        return provisions, ()
    names = row_names(provisions)[~holds]
    return provisions[holds], (Note("provision_not_in_time", LAYER, tuple(names), {"date": as_of}),)


def prevailing(provisions: pd.DataFrame | None) -> pd.DataFrame:
    """Express provisions on precedence, as rows of the table of overrides.

    Parameters
    ----------
    provisions : DataFrame, optional
        Rows with the parameter ``prevails``: 1 (or no figure) the plan prevails over
        ``other_plan_id``, 0 it yields to it. Rows without another plan are passed over.

    Returns
    -------
    DataFrame
        ``prevailing_plan_id``, ``yielding_plan_id``, ``zone_name`` (empty: everywhere),
        ``parameter_code`` (empty: in everything), ``clause_id``; see `rules.overrides`.

    Examples
    --------
    >>> table = pd.DataFrame({"plan_id": ["R1"], "clause_id": ["§ 1.3"], "value_max": [1],
    ...                       "parameter_code": ["prevails"], "other_plan_id": ["KPA"]})
    >>> prevailing(table).iloc[0, :2].tolist()
    ['R1', 'KPA']

    References
    ----------
    Plan- og bygningsloven § 1-5 second paragraph.
    """
    if provisions is None or not len(provisions):
        return pd.DataFrame(columns=_OVERRIDES, dtype=object)
    said = provisions[provisions["parameter_code"].eq(PREVAILS).to_numpy(bool)]
    read = as_read(said.reset_index(drop=True))
    rows = read[read["other_plan_id"] != ""]
    wins = rows["value_max"].fillna(rows["value_min"]).fillna(1.0) > 0
    return pd.DataFrame(
        {
            "prevailing_plan_id": rows["plan_id"].where(wins, rows["other_plan_id"]),
            "yielding_plan_id": rows["other_plan_id"].where(wins, rows["plan_id"]),
            "zone_name": rows["zone_name"],
            "parameter_code": "",
            "clause_id": rows["clause_id"],
        },
        columns=_OVERRIDES,
    ).reset_index(drop=True)
