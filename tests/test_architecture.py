"""The import rules of ARCHITECTURE.md: imports only point down."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "boligplan_geo"
# read/result.py brings an exported folder back as an Analysis: it stands apart, like verify.
APART = ("read/result.py",)
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if p.relative_to(PACKAGE).as_posix() not in APART)
OPENS_FILES = ("read/", "export/geopackage.py", "verify/", "sample/")
ASKS_VERSIONS = ("export/manifest.py",)

# Rooms from the bottom up; a module imports only from rooms on its own floor or below.
FLOORS = (
    "errors progress",
    "columns geometry raster network digest",
    "assumptions zone_treatments municipality read",
    "rules",
    "facts",
    "potential",
    "measure criteria scoring housing centres sites status account plot_table law_tables",
    "result analysis what_if",
    "words explain maps export report verify sample unlock",
    "cli",
)
BOTTOM = {name: floor for floor, names in enumerate(FLOORS) for name in names.split()}


def imports(module: Path) -> set[str]:
    """Names a module imports, ``package.module`` or ``package.module.name``."""
    found = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def rooms(module: Path) -> set[str]:
    """Rooms of the package that a module imports from."""
    return {n.split(".")[1] for n in imports(module) if n.startswith("boligplan_geo.")}


def place(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("module", [m for m in MODULES if place(m) != "__init__.py"], ids=place)
def test_imports_point_down(module):
    own = BOTTOM[place(module).removesuffix(".py").split("/")[0]]
    above = {name for name in rooms(module) if BOTTOM.get(name, 0) > own}
    # an Analysis offers its own explanation; it asks the room above only when called.
    # The quality report asks the rules what they make of provisions and purposes.
    allowed = {"result.py": {"explain"}, "read/quality.py": {"rules"}}.get(place(module), set())
    assert above <= allowed, f"{place(module)} imports from above: {sorted(above)}"


@pytest.mark.parametrize("module", sorted((PACKAGE / "facts").rglob("*.py")), ids=place)
def test_facts_do_not_import_each_other(module):
    """A theme may be a folder; one theme's files never import another's."""
    start = "boligplan_geo.facts."
    siblings = {n[len(start) :].split(".")[0] for n in imports(module) if n.startswith(start)}
    theme = module.relative_to(PACKAGE / "facts").parts[0].removesuffix(".py")
    assert siblings <= {theme}


@pytest.mark.parametrize("module", MODULES, ids=place)
def test_only_some_rooms_touch_files_and_rasters(module):
    names = {name.split(".")[0] for name in imports(module)}
    assert "rasterio" not in names or place(module).startswith("raster/")
    if not place(module).startswith((*OPENS_FILES, *ASKS_VERSIONS)):
        assert not names & {"pyogrio", "fiona", "sqlalchemy"}
        code = ast.parse(module.read_text("utf-8"))
        called = {node.attr for node in ast.walk(code) if isinstance(node, ast.Attribute)}
        assert not called & {"read_file", "to_file", "read_parquet", "read_dataframe"}


@pytest.mark.parametrize("module", sorted((PACKAGE / "verify").glob("*.py")), ids=place)
def test_verify_shares_nothing_with_the_search(module):
    assert rooms(module) <= {"columns", "errors", "verify"}
