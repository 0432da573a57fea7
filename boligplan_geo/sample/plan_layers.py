"""The plans of the made municipality: one kommuneplan, its reguleringsplaner, their provisions.

All plans, names and clause texts are invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from boligplan_geo.sample.detail_plans import NEW, detail_plans
from boligplan_geo.sample.gml import PlanFeature, write_gml
from boligplan_geo.sample.kommuneplan import kommuneplan
from boligplan_geo.sample.place import MUNICIPALITY_NUMBER, Place
from boligplan_geo.sample.plan_zones import zones_and_lines
from boligplan_geo.sample.provisions import OVERRIDES, provisions
from boligplan_geo.sample.truth_builder import TruthField

KOMMUNEPLAN_FILE, DETAIL_FILE = "kommuneplan.gml", "reguleringsplaner.gml"
PROVISIONS_FILE, OVERRIDES_FILE = "bestemmelser.csv", "planrang.csv"
TOML_FILE = f"bestemmelser_{NEW}.toml"  # one plan's provisions as TOML, the others as CSV

# How the table of provisions is headed in the file, from the internal names
PROVISION_HEADINGS = {
    "provision_id": "id",
    "plan_id": "planid",
    "zone_name": "områdenavn",
    "land_use_code": "arealformål",
    "zone_code": "hensynssone",
    "clause_id": "paragraf",
    "text": "tekst",
    "link": "lenke",
    "parameter_code": "parameter",
    "value_min": "min",
    "value_max": "maks",
    "unit": "enhet",
    "basis_code": "grunnlag",
    "status_code": "oppfyllelse",
    "other_plan_id": "annen_planid",
    "valid_until": "gyldig_til",
}
# ... and the table of which plan goes first
OVERRIDE_HEADINGS = {
    "override_id": "id",
    "prevailing_plan_id": "gjeldende_planid",
    "yielding_plan_id": "vikende_planid",
    "zone_name": "felt",
    "parameter_code": "parameter",
    "note": "merknad",
}


@dataclass(frozen=True, eq=False)
class PlanLayers:
    """Plans in the words of the schema, provisions in internal names.

    Parameters
    ----------
    kommuneplan, detail_plans : list of PlanFeature
        The purposes of the kommuneplan tile the municipality, sea included.
    provisions, overrides : DataFrame
        One row a parameter, and one row a pair of plans, the test field's among them.
    """

    kommuneplan: list[PlanFeature]
    detail_plans: list[PlanFeature]
    provisions: pd.DataFrame
    overrides: pd.DataFrame


def plan_layers(place: Place, truth: TruthField) -> PlanLayers:
    """Make the plans of a place and add those of the test field.

    Parameters
    ----------
    place : Place
        Its blocks, streets, land and districts shape the plans; its reserve is left free.
    truth : TruthField
        Laid out in that reserve.

    Returns
    -------
    PlanLayers
    """
    details = detail_plans(place)
    areas = kommuneplan(place, truth)
    zones = zones_and_lines(place, [extent for extent in details.extents if extent is not None])
    return PlanLayers(
        kommuneplan=[*areas, *zones, *_without_plan_areas(truth)],
        detail_plans=[*details.features, *truth.plan_features["Reguleringsplan"]],
        provisions=pd.concat([provisions(place), truth.provisions], ignore_index=True),
        overrides=pd.concat([OVERRIDES, truth.plan_overrides], ignore_index=True),
    )


def write_plans(directory: Path, place: Place, truth: TruthField) -> PlanLayers:
    """Write the plans as GML, their provisions as CSV and TOML, and the table of overrides.

    Parameters
    ----------
    directory : Path
        Exists.
    place, truth
        See `plan_layers`.

    Returns
    -------
    PlanLayers
        What was written.
    """
    layers = plan_layers(place, truth)
    number = MUNICIPALITY_NUMBER
    write_gml(
        directory / KOMMUNEPLAN_FILE,
        layers.kommuneplan,
        product="Kommuneplan",
        municipality_number=number,
    )
    write_gml(
        directory / DETAIL_FILE,
        layers.detail_plans,
        product="Reguleringsplan",
        municipality_number=number,
    )
    table = layers.provisions.copy()
    table["provision_id"] = [f"B{n:03d}" for n in range(1, len(table) + 1)]
    table["link"] = ""
    is_toml = table["plan_id"] == NEW
    _write_csv(directory / PROVISIONS_FILE, table[~is_toml], PROVISION_HEADINGS)
    text = as_toml(NEW, table[is_toml])
    (directory / TOML_FILE).write_text(text, encoding="utf-8", newline="\n")
    _write_csv(directory / OVERRIDES_FILE, layers.overrides, OVERRIDE_HEADINGS)
    return layers


def as_toml(plan_id: str, table: pd.DataFrame) -> str:
    """Provisions of one plan as TOML, a clause with its text once.

    Examples
    --------
    >>> rows = pd.DataFrame({"clause_id": ["§ 1"], "text": ["Oppdiktet"], "value_max": [4.0],
    ...                      "parameter_code": ["storeys_max"]})
    >>> print(as_toml("R1", rows))
    # Oppdiktet (fictional)
    plan_id = "R1"
    <BLANKLINE>
    [[clauses]]
    clause_id = "§ 1"
    text = "Oppdiktet"
    parameters = [
      { parameter_code = "storeys_max", value_max = 4 },
    ]
    <BLANKLINE>
    """
    lines = ["# Oppdiktet (fictional)", f'plan_id = "{plan_id}"']
    of_clause = [n for n in ("clause_id", "zone_name", "land_use_code", "text") if n in table]
    for key, rows in table.fillna(dict.fromkeys(of_clause, "")).groupby(of_clause, sort=False):
        lines += ["", "[[clauses]]"]
        lines += [f'{n} = "{v}"' for n, v in zip(of_clause, key, strict=True) if v]
        lines += ["parameters = [", *_figures(rows), "]"]
    return "\n".join([*lines, ""])


def _figures(rows: pd.DataFrame) -> Iterator[str]:
    names = ("parameter_code", "value_min", "value_max", "unit", "basis_code")
    for row in rows.reindex(columns=list(names)).to_dict("records"):
        given = {name: row[name] for name in names if pd.notna(row[name]) and row[name] != ""}
        shown = [f'{n} = "{v}"' if isinstance(v, str) else f"{n} = {v:g}" for n, v in given.items()]
        yield f"  {{ {', '.join(shown)} }},"


def _write_csv(path: Path, table: pd.DataFrame, headings: dict[str, str]) -> None:
    table = table.reindex(columns=list(headings)).rename(columns=headings)
    with path.open("w", encoding="utf-8", newline="") as file:
        table.to_csv(file, index=False, lineterminator="\n", float_format="%g")


def _without_plan_areas(truth: TruthField) -> list[PlanFeature]:
    """Zones of the test field: its purposes are already among the tiles of the kommuneplan."""
    features = truth.plan_features["Kommuneplan"]
    return [f for f in features if f.kind != "KpArealformålOmråde"]
