"""The import rules of ARCHITECTURE.md: imports only point down."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "boligplan_geo"
MODULES = sorted(PACKAGE.rglob("*.py"))
# geopackage.py writes for export.py; verify.py stands apart and reads a result itself
OPENS_FILES = ("read/", "export.py", "geopackage.py", "verify.py", "sample/")
ASKS_VERSIONS = ("manifest.py",)

# Rooms from the bottom up; a module imports only from rooms below its own, or its own.
FLOORS = (
    ("errors", "progress"),
    ("columns", "_geos", "_shared_area", "_overlaps", "_partition", "geometry", "grid", "coverage",
     "raster", "noding", "profiles", "shortest", "network", "digest"),
    ("assumptions", "municipality", "read"),
    ("rules",),
    ("facts",),
    ("potential",),
    ("measure", "criteria", "scoring", "housing"),
)  # fmt: skip
BOTTOM = {name: floor for floor, names in enumerate(FLOORS) for name in names}


def imports(module: Path) -> set[str]:
    """Names a module imports, ``package.module`` or ``package.module.name``."""
    found = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def place(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=place)
def test_imports_point_down(module):
    if place(module) == "read/result.py":
        pytest.skip("stands apart: brings an exported folder back as an Analysis")
    room = place(module).removesuffix(".py").split("/")[0]
    own = {name.split(".")[1] for name in imports(module) if name.startswith("boligplan_geo.")}
    if room in BOTTOM:
        above = {n for n in own if BOTTOM.get(n, len(FLOORS)) > BOTTOM[room]}
        assert not above, f"{place(module)} imports from above: {sorted(above)}"


@pytest.mark.parametrize("module", sorted((PACKAGE / "facts").glob("*.py")), ids=place)
def test_facts_do_not_import_each_other(module):
    """A theme may have helpers of its own, named ``_<theme>…``."""
    start = "boligplan_geo.facts."
    siblings = {n[len(start) :].split(".")[0] for n in imports(module) if n.startswith(start)}
    theme = module.stem.lstrip("_").split("_")[0].removesuffix("s")
    own = {s for s in siblings if s.startswith(f"_{theme}")}
    assert siblings <= own, f"{module.name} imports {sorted(siblings - own)}"


@pytest.mark.parametrize("module", MODULES, ids=place)
def test_only_some_rooms_touch_files_and_rasters(module):
    names = imports(module)
    if place(module) != "raster.py":
        assert not any(name.split(".")[0] == "rasterio" for name in names)
    if not place(module).startswith((*OPENS_FILES, *ASKS_VERSIONS)):
        assert not any(name.split(".")[0] in ("pyogrio", "fiona", "sqlalchemy") for name in names)
        code = ast.parse(module.read_text("utf-8"))
        called = {node.attr for node in ast.walk(code) if isinstance(node, ast.Attribute)}
        assert not called & {"read_file", "to_file", "read_parquet", "read_dataframe"}


@pytest.mark.parametrize("name", ["verify.py", "verify_rules.py"])
def test_verify_shares_nothing_with_the_search(name):
    own = {n.split(".")[1] for n in imports(PACKAGE / name) if n.startswith("boligplan_geo.")}
    assert own <= {"columns", "errors", "verify_rules"}
