"""The plans of the made municipality: one kommuneplan, its reguleringsplaner, their provisions.

All plans, names and clause texts are invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from boligplan_geo.sample.detail_plans import detail_plans
from boligplan_geo.sample.gml import PlanFeature, write_gml
from boligplan_geo.sample.kommuneplan import kommuneplan
from boligplan_geo.sample.place import MUNICIPALITY_NUMBER, Place
from boligplan_geo.sample.plan_zones import zones_and_lines
from boligplan_geo.sample.provisions import provisions
from boligplan_geo.sample.truth_builder import TruthField

KOMMUNEPLAN_FILE, DETAIL_FILE = "kommuneplan.gml", "reguleringsplaner.gml"
PROVISIONS_FILE = "bestemmelser.csv"

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
}


@dataclass(frozen=True, eq=False)
class PlanLayers:
    """Plans in the words of the schema, provisions in internal names.

    Parameters
    ----------
    kommuneplan, detail_plans : list of PlanFeature
        The purposes of the kommuneplan tile the municipality, sea included.
    provisions : DataFrame
        One row a parameter, the test field's among them.
    """

    kommuneplan: list[PlanFeature]
    detail_plans: list[PlanFeature]
    provisions: pd.DataFrame


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
    )


def write_plans(directory: Path, place: Place, truth: TruthField) -> PlanLayers:
    """Write ``kommuneplan.gml``, ``reguleringsplaner.gml`` and ``bestemmelser.csv``.

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
    table = table.reindex(columns=list(PROVISION_HEADINGS)).rename(columns=PROVISION_HEADINGS)
    with (directory / PROVISIONS_FILE).open("w", encoding="utf-8", newline="") as file:
        table.to_csv(file, index=False, lineterminator="\n", float_format="%g")
    return layers


def _without_plan_areas(truth: TruthField) -> list[PlanFeature]:
    """Zones of the test field: its purposes are already among the tiles of the kommuneplan."""
    features = truth.plan_features["Kommuneplan"]
    return [f for f in features if f.kind != "KpArealformålOmråde"]
