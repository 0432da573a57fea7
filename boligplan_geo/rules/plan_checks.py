"""What the rules make of all that plans say: text, map figures and purposes; asked before a run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from boligplan_geo.errors import Note
from boligplan_geo.rules.provision_checks import ProvisionFindings, check_provisions
from boligplan_geo.rules.provisions import as_read
from boligplan_geo.rules.purposes import unknown_purposes
from boligplan_geo.rules.utilisation import TYPES

#: Layers that are asked.
LAYERS = ("provisions", "plans", "plan_areas", "plan_zones", "plan_utilisation")
#: What may be doubtful about a figure of the map, which has neither text nor unit.
_OF_MAP = ("percent_as_share", "least_above_most", "value_implausible")


def check_plans(tables: Mapping[str, pd.DataFrame | None]) -> ProvisionFindings:
    """Everything wrong or doubtful in what plans say, before anything is computed with it.

    Parameters
    ----------
    tables : mapping of layer name to DataFrame or None
        `LAYERS` in the names of ``codes/fields.csv``; those that are missing are not checked.

    Returns
    -------
    ProvisionFindings
        Problems of provisions; notes of provisions, purposes and figures of the plan map.

    Examples
    --------
    >>> figures = pd.DataFrame({"area_id": ["a", "b"], "utilisation_type_code": [16, 16],
    ...                         "utilisation_value": [0.3, 30.0]})
    >>> [(note.code, note.ids) for note in check_plans({"plan_utilisation": figures}).notes]
    [('provision_percent_as_share', ('a',))]
    """
    given = {name: tables.get(name) for name in LAYERS}
    provisions = given["provisions"]
    said = ProvisionFindings((), ())
    if provisions is not None and len(provisions):
        said = check_provisions(
            provisions,
            plans=given["plans"],
            plan_areas=given["plan_areas"],
            plan_zones=given["plan_zones"],
        )
    notes = (*unknown_purposes(given["plan_areas"]), *_of_figures(given["plan_utilisation"]))
    return ProvisionFindings(said.problems, (*said.notes, *notes))


def _of_figures(utilisation: pd.DataFrame | None) -> Iterator[Note]:
    """Types of utilisation that nobody knows, types without a figure, and doubtful figures."""
    if utilisation is None or not len(utilisation):
        return
    rows = utilisation.reset_index(drop=True)
    kind, area = rows["utilisation_type_code"].astype(int), rows["area_id"].astype(str)
    for code, ids in area[~kind.isin(list(TYPES))].groupby(kind):
        values = {"value": code, "column": "utilisation_type_code"}
        yield Note("unknown_code", "plan_areas", tuple(ids), values)
    columns = {"value_max": "utilisation_value", "value_min": "utilisation_value_min"}
    table = rows.reindex(columns=list(columns.values())).set_axis(list(columns), axis=1)
    read = as_read(table.assign(parameter_code="utilisation_" + kind.astype(str), unit=""))
    needs_figure = kind.isin([code for code, known in TYPES.items() if known.measure])
    empty = needs_figure & read["value_max"].isna() & read["value_min"].isna()
    if empty.any():
        yield Note("utilisation_without_figure", "plan_areas", tuple(area[empty]))
    codes = read["provision_reason"].dropna().str.split(";").explode()
    for code in _OF_MAP:
        found = area[codes.index[codes == code]]
        if len(found):
            yield Note(f"provision_{code}", "plan_areas", tuple(found))
