"""Runs that tests of derivations share: each is made once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reading import shared

from boligplan_geo import analyse, read_municipality
from boligplan_geo.result import Analysis
from boligplan_geo.sample.toy import toy_town

HERE = Path(__file__).parent


@cache
def sample_run() -> Analysis:
    """The fictional sample."""
    return analyse(read_municipality(HERE.parent / "sample_data/kommune.toml"))


@cache
def toy_run() -> Analysis:
    """The toy town of boxes."""
    return analyse(toy_town())


def rennes_run() -> Analysis:
    """A real quarter; the test is left out where the data is not there."""
    shared("rennes")
    return _rennes_run()


@cache
def _rennes_run() -> Analysis:
    return analyse(read_municipality(HERE / "real/rennes.toml"))
