"""What all tests share."""

import pytest
from hypothesis import settings

# Examples are the same in every run, and none fails because the machine is busy.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


@pytest.fixture
def ogr2ogr() -> str:
    """GDAL's own converter, to compare with."""
    return "ogr2ogr"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a program of Debian's, so that the README's command needs pip alone."""
    for item in items:
        if {"browser", "database", "ogr2ogr"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("debian")
