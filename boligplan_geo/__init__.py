"""Where, exactly, can the right homes be built inside the town we already have?

The front door: every name below is a contract (``ARCHITECTURE.md``). Names are loaded when they
are first used, so that ``import boligplan_geo`` costs next to nothing.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from boligplan_geo.analysis import analyse
    from boligplan_geo.assumptions import Assumptions
    from boligplan_geo.errors import DataWarning, InputError
    from boligplan_geo.export import export
    from boligplan_geo.facts import Facts
    from boligplan_geo.maps import map_candidates
    from boligplan_geo.municipality import Municipality
    from boligplan_geo.read import read_municipality
    from boligplan_geo.read.result import read_run
    from boligplan_geo.result import Analysis
    from boligplan_geo.rules.provision_checks import check_provisions
    from boligplan_geo.scoring import Criterion, Scores
    from boligplan_geo.unlock import Unlock, unlock
    from boligplan_geo.verify import verify
    from boligplan_geo.what_if import add_link, add_stop

__version__ = "0.1.0"

_ROOMS = {
    "Analysis": "result",
    "Assumptions": "assumptions",
    "Criterion": "scoring",
    "DataWarning": "errors",
    "Facts": "facts",
    "InputError": "errors",
    "Municipality": "municipality",
    "Scores": "scoring",
    "Unlock": "unlock",
    "add_link": "what_if",
    "add_stop": "what_if",
    "analyse": "analysis",
    "check_provisions": "rules.provision_checks",
    "export": "export",
    "map_candidates": "maps",
    "read_municipality": "read",
    "read_run": "read.result",
    "unlock": "unlock",
    "verify": "verify",
}

__all__ = [
    "Analysis",
    "Assumptions",
    "Criterion",
    "DataWarning",
    "Facts",
    "InputError",
    "Municipality",
    "Scores",
    "Unlock",
    "__version__",
    "add_link",
    "add_stop",
    "analyse",
    "check_provisions",
    "export",
    "map_candidates",
    "read_municipality",
    "read_run",
    "unlock",
    "verify",
]


class _FrontDoor(ModuleType):
    """The package: loads names late, and keeps them where a room bears the same name.

    `export` and `verify` are functions here and files of the package; importing such a file
    would otherwise put the file in the function's place.
    """

    def __getattr__(self, name: str) -> Any:
        if name not in _ROOMS:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        room = importlib.import_module(f"{self.__name__}.{_ROOMS[name]}")
        value = getattr(room, name)
        super().__setattr__(name, value)
        return value

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _ROOMS and isinstance(value, ModuleType)):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *__all__})


sys.modules[__name__].__class__ = _FrontDoor
