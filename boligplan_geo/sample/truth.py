"""The test field (Prøvefeltet): plots whose answers are known in closed form; fictional.

A rectangle of 600 × 700 m and an islet at sea, in which every plot is built to have one property
that follows by hand: where the boundary of a zone cuts it, which figures the plan carries, how
steep the plane under it is. `truth_field` returns the geometry in the internal names of
``codes/fields.csv`` (the maker of the town writes them under the names of the sources) and
`TruthField.rows`, the truth table that ``tests/test_truth.py`` compares with a run.

The rectangle must lie at least 100 m from the shore, with no other zone, street, building or
stop within 300 m of its plots, and its terrain must be written with centimetres or better on
cells of 5 m whose edges lie on multiples of 5 m.
"""

from __future__ import annotations

from pathlib import Path

from boligplan_geo.sample import (
    truth_cadastre,
    truth_demands,
    truth_fields,
    truth_homes,
    truth_islet,
    truth_land,
    truth_measures,
    truth_older,
    truth_plots,
    truth_precedence,
    truth_readiness,
    truth_standing,
)
from boligplan_geo.sample.truth_builder import FieldBuilder, TruthField

__all__ = ["TruthField", "truth_field", "write_truth"]


def truth_field(left: float, bottom: float, *, base_elevation_m: float = 60.0) -> TruthField:
    """Build the test field with its lower left corner at (`left`, `bottom`).

    Parameters
    ----------
    left, bottom : float
        Easting and northing [m], multiples of 5.
    base_elevation_m : float
        Elevation of its flat southern part [m].

    Returns
    -------
    TruthField

    Examples
    --------
    >>> field = truth_field(660_000, 7_730_000)
    >>> field.parcels.gnr.unique().tolist(), bool(field.rows.plot_id.nunique() >= 130)
    ([900], True)
    >>> float(field.elevation_m(660_300.0, 7_730_300.0))
    64.0
    """
    town = FieldBuilder(left, bottom, base_elevation_m)
    truth_plots.lay_out(town)
    truth_cadastre.lay_out(town)
    truth_measures.lay_out(town)
    truth_standing.lay_out(town)
    truth_homes.lay_out(town)
    truth_fields.lay_out(town)
    truth_demands.lay_out(town)
    truth_older.lay_out(town)
    truth_precedence.lay_out(town)
    truth_readiness.lay_out(town)
    truth_land.lay_out(town)
    truth_islet.lay_out(town)
    return town.finish()


def write_truth(path: Path, truth: TruthField) -> None:
    """Write the truth table (``truth.csv``).

    Parameters
    ----------
    path : Path
        File to write.
    truth : TruthField
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        truth.rows.to_csv(file, index=False, lineterminator="\n")
