"""What is wrong or doubtful in provisions, all at once, before anything is computed with them.

What cannot be read is a `Problem`: an unknown parameter, text for a number, a unit of another
kind. What can be read, but should be looked at, is a `Note` that says how it was read; its code
is ``provision_`` and the reason code that stands beside the figure (`rules.provisions.as_read`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from boligplan_geo.errors import Note, Problem
from boligplan_geo.rules.provisions import (
    BASES,
    STATUSES,
    as_read,
    figures,
    known_parameters,
    nearest,
    unit_of,
)

LAYER = "provisions"
_REQUIRED = ("plan_id", "clause_id", "parameter_code")
_DATES = ("valid_from", "valid_until")


@dataclass(frozen=True)
class ProvisionFindings:
    """What was found in a table of provisions.

    Parameters
    ----------
    problems : tuple of Problem
        What cannot be read; rules refuse to compute with it.
    notes : tuple of Note
        What was read in a stated way, but should be looked at.
    """

    problems: tuple[Problem, ...]
    notes: tuple[Note, ...]

    def text(self, language: str = "nb") -> str:
        """All findings for people, one a line; empty where nothing was found."""
        lines = [str(problem) for problem in self.problems]
        return "\n".join([*lines, *(note.text(language) for note in self.notes)])


def check_provisions(
    provisions: pd.DataFrame,
    *,
    plans: pd.DataFrame | None = None,
    plan_areas: pd.DataFrame | None = None,
    plan_zones: pd.DataFrame | None = None,
) -> ProvisionFindings:
    """Check provisions on their own, and against the plans they belong to.

    Parameters
    ----------
    provisions : DataFrame
        Columns of ``codes/fields.csv``, layer provisions; see ``docs/provisions.md``.
    plans : DataFrame, index ``plan_id``, optional
    plan_areas : DataFrame, optional
        ``plan_id``, ``zone_name``, ``land_use_code``.
    plan_zones : DataFrame, optional
        ``plan_id``, ``zone_code``, ``zone_name``.

    Returns
    -------
    ProvisionFindings
        Rows are named by their id and clause. Without the plan layers, what they would tell
        is not checked.

    Examples
    --------
    >>> table = pd.DataFrame({"plan_id": ["R1"], "clause_id": ["§ 2"], "text": ["…"],
    ...                       "parameter_code": ["storey_max"], "value_max": [3]})
    >>> found = check_provisions(table).problems[0]
    >>> found.message, list(found.ids), found.remedy
    ("unknown parameter 'storey_max'", ['row 1 § 2'], "did you mean 'storeys_max'?")
    """
    missing = [name for name in _REQUIRED if name not in provisions]
    if missing:
        remedy = f"add the columns; the table has {', '.join(map(str, provisions.columns))}"
        return ProvisionFindings((Problem(LAYER, f"no column {', '.join(missing)}", remedy),), ())
    names = row_names(provisions)
    provisions = provisions.reset_index(drop=True)
    read = as_read(provisions)
    problems = [*_of_keys(read, names), *_of_figures(provisions, read, names)]
    problems += [*_of_units(provisions, read, names), *_of_words(read, names)]
    problems += _of_dates(provisions, names)
    notes = [*_doubts(read, names), *_unmatched(read, names, plans, plan_areas, plan_zones)]
    return ProvisionFindings(tuple(problems), tuple(notes))


def row_names(provisions: pd.DataFrame) -> pd.Series:
    """``P3 § 4.1`` where rows have ids, ``row 3 § 4.1`` where they have not."""
    has_ids = provisions.index.name == "provision_id"
    first = provisions.index if has_ids else [f"row {i + 1}" for i in range(len(provisions))]
    clause = provisions["clause_id"].astype(object)
    clause = clause.where(clause.notna(), "").astype(str)
    return pd.Series([f"{a} {b}".strip() for a, b in zip(first, clause, strict=True)], dtype=object)


def _grouped(values: pd.Series, rows: pd.Series, names: pd.Series) -> Iterator[tuple[str, list]]:
    """Each faulty value with the names of its rows."""
    for value, group in names[rows].groupby(values[rows].astype(str), sort=True):
        yield str(value), group.tolist()


def _of_keys(read: pd.DataFrame, names: pd.Series) -> Iterator[Problem]:
    """Rows that name no plan or clause, and parameters that nobody knows."""
    remedies = {
        "plan_id": "write the plan's id as in the plan data",
        "clause_id": "write the paragraph, such as § 4.1: every figure is shown with its clause",
        "parameter_code": "say what the figure is, such as utilisation_16 for %-BYA",
    }
    for name, remedy in remedies.items():
        rows = read[name] == ""
        if rows.any():
            what = "a figure without a type" if name == "parameter_code" else "empty"
            yield Problem(LAYER, what, remedy, name, names[rows].tolist())
    known = list(known_parameters().index)
    unknown = (read["parameter_code"] != "") & ~read["parameter_code"].isin(known)
    for word, ids in _grouped(read["parameter_code"], unknown, names):
        near = nearest(word, known)
        remedy = f"did you mean {near!r}?" if near else "see the list in docs/provisions.md"
        yield Problem(LAYER, f"unknown parameter {word!r}", remedy, "parameter_code", ids)


def _of_figures(
    provisions: pd.DataFrame, read: pd.DataFrame, names: pd.Series
) -> Iterator[Problem]:
    """Text for a number, negative and missing figures."""
    known = known_parameters().reindex(read["parameter_code"]).set_axis(read.index)
    given = pd.Series(False, index=read.index)
    for name in ("value_min", "value_max", "zone_share_min"):
        if name not in provisions:
            continue
        said = provisions[name].notna() & (provisions[name].astype(str).str.strip() != "")
        given |= said & (name != "zone_share_min")
        for word, ids in _grouped(provisions[name], said & figures(provisions[name]).isna(), names):
            remedy = "write the number alone, and words in text"
            yield Problem(LAYER, f"number expected, found {word!r}", remedy, name, ids)
    is_negative = (read[["value_min", "value_max"]] < 0).any(axis=1)
    is_negative &= ~(known["plausible_min"] < 0)
    if is_negative.any():
        remedy = "write what the clause says; leave the cell empty where it says nothing"
        yield Problem(LAYER, "negative figure", remedy, ids=names[is_negative].tolist())
    share = read["zone_share_min"]
    beyond = (share <= 0) | (share > 1)
    if beyond.any():
        remedy = (
            "write a share above 0 and at most 1: how much of a plot's part the zone must cover"
        )
        yield Problem(LAYER, "not a share", remedy, "zone_share_min", names[beyond].tolist())
    is_silent = ~given & known["bound_code"].isin(["max", "min", "both"])
    if is_silent.any():
        remedy = "write value_min, value_max or both"
        yield Problem(LAYER, "no figure", remedy, "value_max", names[is_silent].tolist())


def _of_units(provisions: pd.DataFrame, read: pd.DataFrame, names: pd.Series) -> Iterator[Problem]:
    """Units of another kind than the parameter's; per cent and shares are of one kind."""
    own = known_parameters()["unit"].reindex(read["parameter_code"]).set_axis(read.index)
    spelled = provisions.get("unit", pd.Series("", index=provisions.index)).astype(object)
    spelled = spelled.where(spelled.notna(), "").astype(str).str.strip()
    unit = unit_of(spelled)["unit"]
    is_share = unit.isin(["%", "share"]) & own.isin(["%", "share"])
    is_other = own.notna() & ~(
        (unit == "") | (unit == own) | ((own == "") & unit.notna()) | is_share
    )
    label = read["parameter_code"] + " is in " + own.fillna("").replace("", "yes or no")
    for message, ids in _grouped(label + ", not " + spelled, is_other, names):
        yield Problem(LAYER, message, "write the unit that the parameter has", "unit", ids)


def _of_words(read: pd.DataFrame, names: pd.Series) -> Iterator[Problem]:
    """Basis and status that are written, but not with a word of the schema."""
    for name, words in (("basis_code", BASES), ("status_code", tuple(STATUSES))):
        wrong = (read[name] != "") & ~read[name].isin(words)
        for word, ids in _grouped(read[name], wrong, names):
            remedy = f"write {' or '.join(words)}, or leave it empty"
            yield Problem(LAYER, f"unknown word {word!r}", remedy, name, ids)


def _of_dates(provisions: pd.DataFrame, names: pd.Series) -> Iterator[Problem]:
    """Dates that are none, and clauses that end before they begin."""
    days = {}
    for name in _DATES:
        if name not in provisions:
            continue
        given = provisions[name]
        said = given.notna() & (given.astype(str).str.strip() != "")
        days[name] = pd.to_datetime(given.where(said), errors="coerce", format="ISO8601")
        for word, ids in _grouped(given, said & days[name].isna(), names):
            yield Problem(LAYER, f"date expected, found {word!r}", "write 2024-06-30", name, ids)
    if len(days) == len(_DATES):
        early = days["valid_until"] < days["valid_from"]
        if early.any():
            remedy = "valid_until must not be before valid_from"
            yield Problem(LAYER, "ends before it begins", remedy, ids=names[early].tolist())


def _doubts(read: pd.DataFrame, names: pd.Series) -> Iterator[Note]:
    """A note for each reason code, with the rows it stands beside."""
    codes = read["provision_reason"].dropna().str.split(";").explode()
    for code in sorted(codes.unique()):
        rows = names[codes.index[codes == code]]
        yield Note(f"provision_{code}", LAYER, tuple(rows))


def _unmatched(
    read: pd.DataFrame,
    names: pd.Series,
    plans: pd.DataFrame | None,
    plan_areas: pd.DataFrame | None,
    plan_zones: pd.DataFrame | None,
) -> Iterator[Note]:
    """Clauses that apply nowhere: their plan, zone or purpose is not in the plan data."""
    plan = read["plan_id"]
    in_plans = _plan_ids(plans, plan_areas)
    if in_plans is None:
        return
    unknown = (plan != "") & ~plan.isin(in_plans)
    yield from _nowhere("plan_unknown", plan, plan, unknown, names, {"": sorted(in_plans)})
    for code, name, table, fields in (
        ("zone_unknown", "zone_name", plan_areas, ("zone_name",)),
        ("purpose_unknown", "land_use_code", plan_areas, ("land_use_code",)),
        ("plan_zone_unknown", "zone_code", plan_zones, ("zone_code", "zone_name")),
    ):
        if table is None:
            continue
        of_plan = _named_in(table, fields)
        pairs = pd.MultiIndex.from_arrays([plan, read[name]])
        known = pd.MultiIndex.from_tuples(
            [(p, n) for p, found in of_plan.items() for n in found] or [("", "")]
        )
        missing = (read[name] != "") & ~unknown & ~pairs.isin(known)
        yield from _nowhere(code, read[name], plan, missing, names, of_plan)


def _plan_ids(plans: pd.DataFrame | None, plan_areas: pd.DataFrame | None) -> set[str] | None:
    """Ids of all plans of the plan data; None where no plan layer was given."""
    if plans is None and plan_areas is None:
        return None
    known = set() if plans is None else set(map(str, plans.index))
    return known | (set() if plan_areas is None else set(plan_areas["plan_id"].dropna()))


def _named_in(table: pd.DataFrame, fields: tuple[str, ...]) -> dict[str, list[str]]:
    """What each plan has of zones or purposes."""
    pairs = [table[["plan_id", f]].set_axis(["plan", "name"], axis=1) for f in fields if f in table]
    whole = pd.concat(pairs).dropna().astype(str).drop_duplicates()
    found = whole[whole["name"] != ""].sort_values(["plan", "name"]).groupby("plan")["name"]
    return {str(plan): list(values) for plan, values in found}


def _nowhere(
    code: str,
    word: pd.Series,
    plan: pd.Series,
    rows: pd.Series,
    names: pd.Series,
    of_plan: dict[str, list[str]],
) -> Iterator[Note]:
    """A note for each word that is not there, with the nearest that is."""
    if not rows.any():
        return
    for (own, value), group in names[rows].groupby([plan[rows], word[rows]], sort=True):
        known = of_plan.get("", of_plan.get(str(own), []))
        near = nearest(str(value), known)
        values = {"value": value, "plan": own, "nearest": near or "–"}
        yield Note(f"provision_{code}", LAYER, tuple(group), values)
