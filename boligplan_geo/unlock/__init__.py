"""The inverse: which plan changes would give so many homes around a centre?"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from boligplan_geo.analysis import analyse
from boligplan_geo.errors import texts
from boligplan_geo.result import Analysis
from boligplan_geo.unlock.changes import changed
from boligplan_geo.unlock.effects import HOMES, gain, groups
from boligplan_geo.unlock.levers import levers
from boligplan_geo.unlock.place import Place, inputs_of, place
from boligplan_geo.unlock.procedure import procedures
from boligplan_geo.unlock.promising import promising
from boligplan_geo.unlock.result import Unlock
from boligplan_geo.unlock.search import ZONE, Plan, Search
from boligplan_geo.unlock.verified import Recount

__all__ = ["Unlock", "unlock"]

ALTERNATIVES = 4  # sets beside the one that is chosen
#: Layers whose zones protect people and values: a change never touches them.
ZONE_LAYERS = ("hazard_zones", "noise", "heritage", "plan_zones")
STAGES = ("now", "after_phasing", "after_plan")


def unlock(
    run: Analysis,
    *,
    homes: int,
    near: str | None = None,
    within_min: float | None = None,
    outdoor_floor_m2: float | None = None,
    parking_floor_count: float | None = None,
) -> Unlock:
    """Find the smallest plan changes that give so many more homes around a centre.

    A change is one parameter of one clause in one zone, some steps of a stated size
    (``codes/unlock_parameters.csv``). Sets of changes are ranked by zones touched, then steps,
    then parameters changed. Hazard, noise, protection, bans, phasing demands and the demand for
    a detail plan are never changed, and land that zones take stays lost. The set is verified:
    the analysis is run again with the changed provisions and map figures, and its homes are the
    figure given.

    Parameters
    ----------
    run : Analysis
        As the plans are, with its town (not read back from a folder).
    homes : int
        Net plan homes wanted on top of today's (mid).
    near : str or None
        ``centre_id`` (its catchment), ``district_id``, or the name of either; None: the whole
        municipality.
    within_min : float, optional
        Only homes within so many minutes' walk of the centre.
    outdoor_floor_m2 : float, optional
        Outdoor area (MUA) a home that no change goes below [m²]; norms per 100 m² then stay.
    parking_floor_count : float, optional
        Parking spaces a home that no change goes below; norms per 100 m² then stay.

    Returns
    -------
    Unlock
        Where even every step gives too few homes, the cheapest changes that give the most, with
        ``homes["is_reached"]`` False and what is missing.

    Raises
    ------
    ValueError
        Where `homes` is below 1, the place is unknown, a floor lies above all that is in force,
        or the run has no town.

    Examples
    --------
    >>> from boligplan_geo.sample.toy import toy_town
    >>> found = unlock(analyse(toy_town()), homes=1)
    >>> found.homes["is_reached"], bool(found.homes["gained"] >= 1)
    (True, True)

    References
    ----------
    Plan- og bygningsloven §§ 11-17, 12-3, 12-14.
    """
    if isinstance(homes, bool) or not homes >= 1 or homes != int(homes):
        raise ValueError(f"needs homes as a whole number of 1 or more; given {homes!r}")
    town, _ = inputs_of(run)
    where = place(run, near, within_min)
    floors = {"outdoor_floor_m2": outdoor_floor_m2, "parking_floor_count": parking_floor_count}
    every, held = levers(run, where.plots, **floors)
    known, held, outline = promising(run, every, held, where.plots, homes)
    search = Search(known, groups(run, known, held, where.plots))
    most = search.most() if outline is None else max(outline.most(), search.most())
    sets = search.sets(min(float(homes), most), ALTERNATIVES + 1) if most > 0 else []
    chosen = sets[0] if sets else Plan({}, 0, 0.0)
    after = analyse(changed(town, known, chosen.level), run.assumptions, base=run)
    recount = Recount(run, known, held, where.plots)
    counted = _homes(run, after, where, homes, most)
    return Unlock(
        place=where,
        changes=_changes(recount, held, chosen, search),
        homes=counted,
        alternatives=_alternatives(recount, held, sets[1:]),
        cost=_cost(chosen),
        levers=every,
        run=after,
        search_code=search.code_beside(outline),
        floors=floors,
    )


def _cost(chosen: Plan) -> Mapping[str, int]:
    """What the search ranks sets by, in this order."""
    return {
        "zones_count": chosen.cost // ZONE,
        "steps_count": sum(chosen.level.values()),
        "parameters_count": len(chosen.level),
    }


def _homes(
    run: Analysis, after: Analysis, where: Place, wanted: int, most: float
) -> Mapping[str, float | bool]:
    """What the place holds before and after, and where the gain lies."""
    more = after.plots[HOMES].reindex(run.plots.index) - run.plots[HOMES]
    here = run.plots.index.isin(where.plots)
    gained = float(more[here].sum())
    losses = run.constraint_losses
    zoned = losses.loc[losses["layer"].isin(ZONE_LAYERS), "plot_id"]
    stages = {
        stage: float((after.plots[name] - run.plots[name])[here].sum())
        for stage, name in ((s, f"potential_{s}_homes_count") for s in STAGES)
    }
    return {
        "before": float(run.plots[HOMES][here].sum()),
        "after": float(after.plots[HOMES].reindex(run.plots.index)[here].sum()),
        "gained": gained,
        "wanted": float(wanted),
        "is_reached": gained >= wanted,
        "missing": max(wanted - gained, 0.0),
        "most": max(most, gained),
        **stages,
        "in_zones": float(more[here & run.plots.index.isin(zoned)].sum()),
        "elsewhere": float(more[~here].sum()),
        "unknown_plots": float(run.plots[HOMES][here].isna().sum()),
    }


def _changes(recount: Recount, held: pd.DataFrame, chosen: Plan, search: Search) -> pd.DataFrame:
    """The chosen changes, the one that gives most first, each counted on top of those above."""
    order, level = list[int](), dict[int, int]()
    while len(order) < len(chosen.levers):
        left = [lever for lever in chosen.levers if lever not in level]
        trials = {n: gain(search.groups, {**level, n: chosen.level[n]}) for n in left}
        best = max(left, key=lambda n: (trials[n], -n))
        order.append(best)
        level[best] = chosen.level[best]
    sums = [
        recount.gained({n: chosen.level[n] for n in order[: number + 1]})
        for number in range(len(order))
    ]
    table = _described(recount, held, chosen).reindex(order)
    table["cumulative_homes_count"] = np.asarray(sums, dtype=float)
    table["gained_homes_count"] = np.diff(np.asarray([0.0, *sums]))
    names = [*_CHANGE, "steps_count", "zones_count", "plots_count", "gained_homes_count",
             "cumulative_homes_count", *_MORE]  # fmt: skip
    return table.set_axis(pd.RangeIndex(1, len(table) + 1, name="rank"))[names]


def _alternatives(recount: Recount, held: pd.DataFrame, sets: list[Plan]) -> pd.DataFrame:
    """Other sets, one row a change, with what each set gives and costs."""
    tables = [
        _described(recount, held, plan).assign(
            set_number=number,
            zones_count=plan.cost // ZONE,
            steps_count=sum(plan.level.values()),
            gained_homes_count=recount.gained(plan.level),
        )
        for number, plan in enumerate(sets, start=1)
    ]
    names = ["set_number", *_CHANGE, "zones_count", "steps_count", "gained_homes_count", *_MORE]
    if not tables:
        return _described(recount, held, Plan({}, 0, 0.0)).reindex(columns=names)
    return pd.concat(tables, ignore_index=True)[names]


_CHANGE = ["plan_id", "zone_name", "clause_id", "parameter_code", "from_value", "to_value", "unit"]
_MORE = [
    "basis_code",
    "procedure_code",
    "source_code",
    "is_new_provision",
    "is_exception",
    "clause_text",
]


def _described(recount: Recount, held: pd.DataFrame, plan: Plan) -> pd.DataFrame:
    """Changes of a set by lever."""
    run, table = recount.run, recount.levers.reindex(list(plan.levers)).copy()
    steps = np.array([plan.level[n] for n in plan.levers], dtype=int)
    pairs = held[held["lever"].isin(plan.levers)]
    plots = run.plan_parts["plot_id"].reindex(pairs["part_id"]).groupby(pairs["lever"].to_numpy())
    table["zone_name"] = table["zone_name"].where(table["zone_name"] != "", table["area_key"])
    table.loc[table["how"] == "clause", "zone_name"] = ""  # wherever it holds
    table["from_value"] = table["figure"].astype(float)
    table["to_value"] = [
        float(ladder[step]) for ladder, step in zip(table["ladder"], steps, strict=True)
    ]
    table["steps_count"] = steps
    table["plots_count"] = plots.nunique().reindex(table.index)
    table["basis_code"] = table["basis"].replace({"": None})
    table["is_new_provision"] = table["how"] == "new"
    table["is_exception"] = table["how"] == "added"
    table["procedure_code"] = procedures(run, table, pairs)
    table["unit"] = [texts("parameters")[code]["unit"] for code in table["parameter_code"]]
    table["clause_text"] = _clause_texts(run, table)
    return table


def _clause_texts(run: Analysis, table: pd.DataFrame) -> list[str]:
    """What each clause says today; empty where it stands on the map, or is not there yet."""
    provisions = run.town.provisions if run.town is not None else None
    if provisions is None or "text" not in provisions:
        return [""] * len(table)
    in_text = table["how"].isin(["row", "clause", "added"])
    words = provisions["text"].fillna("").astype(str).to_numpy(dtype=object)
    return [
        str(words[records[0]]) if is_clause and records else ""
        for is_clause, records in zip(in_text, table["records"], strict=True)
    ]
