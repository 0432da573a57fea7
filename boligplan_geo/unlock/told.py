"""What was found, as people read it: in Norwegian or English."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from boligplan_geo.errors import texts
from boligplan_geo.rules.records import MAP_CLAUSE
from boligplan_geo.unlock.levers import steps_of
from boligplan_geo.words import number, phrase

if TYPE_CHECKING:
    from boligplan_geo.unlock.result import Unlock


def told(found: Unlock, language: str = "nb") -> str:
    """The whole account as text, a few lines a change.

    Parameters
    ----------
    found : Unlock
    language : str
        ``nb`` or ``en``.
    """
    blocks = [
        _head(found, language),
        *(_change(row, language) for row in found.changes.reset_index().to_dict("records")),
        _gain(found, language),
        _alternatives(found, language),
        _method(found, language),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _head(found: Unlock, language: str) -> list[str]:
    homes = found.homes
    wanted = _many("home", homes["wanted"], language)
    lines = [phrase("unlock_title", language, homes=wanted, place=_place(found, language))]
    screening = phrase("screening", language)
    fictional = texts("map_texts")["fictional"][language]
    lines += [f"{screening}. {fictional}." if found.run.is_fictional else f"{screening}.", ""]
    lines.append(phrase("unlock_today", language, before=number(homes["before"], language)))
    if not homes["is_reached"]:
        most, missing = _many("home", homes["most"], language), number(homes["missing"], language)
        lines.append(phrase("unlock_most", language, most=most, missing=missing))
    if not len(found.changes):
        return [*lines, phrase("unlock_nothing", language)]
    lines.append(
        phrase(
            "unlock_reached",
            language,
            changes=_many("change", len(found.changes), language),
            zones=_many("zone", found.cost["zones_count"], language),
            gained=_many("home", homes["gained"], language),
            after=number(homes["after"], language),
        )
    )
    return [*lines, phrase("unlock_verified", language)]


def _place(found: Unlock, language: str) -> str:
    place = found.place
    kind = f"{place.kind}_within" if place.within_min is not None else place.kind
    minutes = number(place.within_min, language)
    return phrase(f"unlock_{kind}", language, name=place.name, place_id=place.place_id,
                  minutes=minutes)  # fmt: skip


def _many(what: str, count: float, language: str) -> str:
    key = f"unlock_one_{what}" if count == 1 else f"unlock_{what}s"
    return phrase(key, language, count=number(count, language))


def _change(row: dict[str, Any], language: str) -> list[str]:
    zone = _zone(row, language)
    before = figure(row["from_value"], row["unit"], language)
    lines = [phrase("unlock_change", language, rank=row["rank"], plan=row["plan_id"], zone=zone,
                    **_figures(row, language))]  # fmt: skip
    said = [
        phrase(
            "unlock_change_gives",
            language,
            gained=_many("home", row["gained_homes_count"], language),
            cumulative=number(row["cumulative_homes_count"], language),
            plots=number(row["plots_count"], language),
        )
    ]
    if row["is_new_provision"]:
        said.append(phrase("unlock_change_new", language, from_value=before))
    if row["is_exception"]:
        said.append(phrase("unlock_change_exception", language, zone=zone))
    if not row["zone_name"] and row["zones_count"] > 1:
        said.append(phrase("unlock_change_clause", language))
    if row["clause_text"]:
        said.append(phrase("unlock_says", language, text=row["clause_text"]))
    procedure = phrase(f"unlock_{row['procedure_code']}", language)
    said.append(phrase("unlock_procedure", language, procedure=procedure))
    return lines + [f"   {line}" for line in said]


def _zone(row: dict[str, Any], language: str) -> str:
    return str(row["zone_name"]) or phrase("unlock_all_zones", language)


def _figures(row: dict[str, Any], language: str) -> dict[str, str]:
    """Parameter, figures and clause of a change in words."""
    code = row["parameter_code"]
    bound = "unlock_at_least" if code.startswith(("outdoor", "parking")) else "unlock_at_most"
    clause = str(row["clause_id"])
    if row["is_new_provision"]:
        clause = phrase("unlock_no_clause", language)
    elif clause == MAP_CLAUSE:
        clause = phrase("unlock_map", language)
    return {
        "parameter": f"{texts('parameters')[code][language]}, {phrase(bound, language)}",
        "from_value": figure(row["from_value"], row["unit"], language),
        "to_value": figure(row["to_value"], row["unit"], language),
        "clause": clause,
    }


def figure(value: float, unit: str, language: str = "nb") -> str:
    """A figure of a plan with its unit.

    Examples
    --------
    >>> figure(0.5, "share"), figure(0.8, "count"), figure(75.0, "m2", "en")
    ('50 %', '0,8', '75 m²')
    """
    shown = 100 * value if unit == "share" else value
    decimals = next(n for n in (0, 1, 2) if n == 2 or abs(shown - round(shown, n)) < 1e-9)
    said = number(shown, language, decimals=decimals)
    return said + {"%": " %", "share": " %", "m2": " m²", "m": " m"}.get(unit, "")


def _gain(found: Unlock, language: str) -> list[str]:
    homes = found.homes
    if not len(found.changes):
        return []
    counts = {
        name: number(homes[name], language) for name in ("now", "after_phasing", "after_plan")
    }
    lines = [phrase("unlock_when", language, **counts)]
    if homes["unknown_plots"]:
        lines.append(phrase("unlock_unknown", language,
                            count=number(homes["unknown_plots"], language)))  # fmt: skip
    for name in ("in_zones", "elsewhere"):
        if homes[name] > 0:
            counted = _many("home", homes[name], language)
            lines.append(phrase(f"unlock_{name}", language, homes=counted))
    return lines


def _alternatives(found: Unlock, language: str) -> list[str]:
    if not len(found.changes):
        return []
    lines = [phrase("unlock_other_sets", language)]
    if not len(found.alternatives):
        return [*lines, phrase("unlock_no_other_set", language)]
    for set_number, rows in found.alternatives.groupby("set_number", sort=True):
        first = rows.iloc[0]
        lines.append(
            phrase(
                "unlock_other_set",
                language,
                number="ABCDEFGH"[int(set_number) - 1],
                gained=_many("home", first["gained_homes_count"], language),
                zones=_many("zone", first["zones_count"], language),
                steps=_many("step", first["steps_count"], language),
            )
        )
        for row in rows.to_dict("records"):
            said = _figures(row, language)
            lines.append(
                f"   {_zone(row, language)}: {said['parameter']} {said['from_value']} → "
                f"{said['to_value']} ({said['clause']})"
            )
    return lines


def _method(found: Unlock, language: str) -> list[str]:
    names, used = texts("parameters"), dict[str, str]()
    for code, basis in zip(
        found.changes["parameter_code"], found.changes["basis_code"], strict=True
    ):
        row = steps_of(code, basis)
        if row is not None:
            used[f"{names[code][language]}: {row[f'step_{language}']}"] = code
    steps = "; ".join(used)
    lines = [phrase("unlock_how", language)]
    if used:
        lines.append(phrase("unlock_cost", language, steps=steps))
    lines.append(phrase(f"unlock_{found.search_code}", language,
                        levers=number(len(found.levers), language)))  # fmt: skip
    for kind, name in (("outdoor", "outdoor_floor_m2"), ("parking", "parking_floor_count")):
        floor = found.floors[name]
        key = f"unlock_no_floor_{kind}" if floor is None else f"unlock_floor_{kind}"
        shown = "" if floor is None else figure(floor, "", language)
        lines.append(phrase(key, language, floor=shown))
    return [*lines, phrase("unlock_never", language), phrase("unlock_who", language)]


def table(found: Unlock, language: str = "nb") -> pd.DataFrame:
    """Changes under headings that people read; all sets, the chosen one as set 0.

    Parameters
    ----------
    found : Unlock
    language : str

    Returns
    -------
    DataFrame
        One row a change.
    """
    chosen = found.changes.reset_index(drop=True).assign(set_number=0)
    rows = pd.concat([t for t in (chosen, found.alternatives) if len(t)] or [chosen])
    said = [_figures(row, language) for row in rows.to_dict("records")]
    heads = texts("phrases")["unlock_headings"][language].split("|")
    columns = (
        rows["set_number"].tolist(),
        rows["plan_id"].tolist(),
        [_zone(row, language) for row in rows.to_dict("records")],
        *([figures[name] for figures in said] for name in ("clause", "parameter", "from_value",
                                                           "to_value")),
        rows["zones_count"].tolist(),
        rows["steps_count"].tolist(),
        rows.get("plots_count", pd.Series(index=rows.index, dtype=float)).tolist(),
        rows["gained_homes_count"].tolist(),
        rows.get("cumulative_homes_count", pd.Series(index=rows.index, dtype=float)).tolist(),
        [phrase(f"unlock_{code}", language) for code in rows["procedure_code"]],
        rows["clause_text"].tolist(),
    )  # fmt: skip
    return pd.DataFrame(dict(zip(heads, columns, strict=True)))


def table_path(path: Path) -> Path:
    """The path where a table can be written.

    Raises
    ------
    ValueError
        Where it is neither ``.xlsx`` nor ``.csv``, or its folder is not there.
    """
    if path.suffix.lower() not in (".xlsx", ".csv"):
        raise ValueError(f"needs a file that ends in .xlsx or .csv; given {path.name}")
    if not path.parent.is_dir():
        raise ValueError(f"no folder {path.parent} to write {path.name} into")
    return path


def write_table(found: Unlock, path: Path, language: str = "nb") -> None:
    """Write `table` as a sheet or as CSV (UTF-8 with BOM, ``;``, as spreadsheets open it)."""
    rows = table(found, language)
    if path.suffix.lower() == ".csv":
        mark = "," if language == "nb" else "."
        rows.to_csv(path, index=False, sep=";", decimal=mark, encoding="utf-8-sig")
    else:
        rows.to_excel(path, index=False, sheet_name=phrase("unlock_sheet", language))
