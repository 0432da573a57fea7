"""Numbers one may argue with: each with unit, default and source; never printed as law.

Defaults stand here; label, unit and source of each in ``codes/assumptions.csv``.
"""

from __future__ import annotations

import math
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from boligplan_geo.errors import InputError, Problem, texts


@dataclass(frozen=True)
class Assumptions:
    """What the run assumes where neither data nor plan says.

    ``Assumptions.from_toml(path)`` reads a file with any of the fields; ``table()`` lists
    field, value, unit and source in either language. Intervals: the ``_share`` spreads give low
    and high.

    Examples
    --------
    >>> Assumptions(dwelling_bra_m2=65).dwelling_bra_m2
    65
    """

    # Size of homes: BRA a home by dwelling type
    dwelling_bra_m2: float = 70
    dwelling_bra_row_m2: float = 105
    dwelling_bra_semi_detached_m2: float = 120
    dwelling_bra_detached_m2: float = 165
    dwelling_bra_spread_share: float = 0.15
    net_to_gross_block_share: float = 0.85
    # Housing in mixed purposes
    housing_share_centre_low_share: float = 0.4
    housing_share_centre_mid_share: float = 0.6
    housing_share_centre_high_share: float = 0.8
    # ... and where the provisions must say whether there is any (purposes 1001, 1800 and the like)
    housing_share_possible_low_share: float = 0.0
    housing_share_possible_mid_share: float = 0.3
    housing_share_possible_high_share: float = 0.6
    # What plans leave open, by the dwelling type the purpose leads to
    storeys_detached_count: float = 2
    storeys_row_count: float = 2
    storeys_block_count: float = 4
    storeys_spread_count: float = 1
    bya_detached_share: float = 0.25
    bya_row_share: float = 0.35
    bya_block_share: float = 0.40
    bya_spread_share: float = 0.20
    parking_detached_count: float = 2
    parking_row_count: float = 1.25
    parking_block_count: float = 0.8
    parking_space_m2: float = 18
    parking_below_ground_m2: float = 30
    outdoor_detached_m2: float = 150
    outdoor_row_m2: float = 50
    outdoor_block_m2: float = 30
    # Older measures (before BF 1997), whose definitions differ from today's
    older_measure_spread_share: float = 0.10
    gross_to_use_area_share: float = 0.92
    u_grad_half_road_share: float = 0.10
    # What stands
    storey_bra_share: float = 0.9
    storey_height_m: float = 3.0
    # Storeys from heights
    storey_height_spread_share: float = 0.10
    roof_height_m: float = 2.0
    eaves_height_without_plan_m: float = 8.0
    # Land that can be used
    storm_surge_level_m: float = 3.0
    # Decisions
    catchment_limit_min: float = 15
    site_min_score_points: float = 60
    site_shared_edge_m: float = 5
    site_max_area_m2: float = 20_000
    densification_weights: dict[str, float] = field(default_factory=dict)
    housing_mix_weights: dict[str, float] = field(default_factory=dict)
    centre_weights: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        given = {f.name: getattr(self, f.name) for f in fields(self)}
        problems = list(_problems(given))
        if problems:
            raise InputError(problems)

    @classmethod
    def from_toml(cls, path: str | os.PathLike[str]) -> Assumptions:
        """Read assumptions from a TOML file with any of the fields; the others keep their default.

        Raises
        ------
        InputError
            Once, with every unknown name (and the nearest known one), wrong type and value out
            of range.

        Examples
        --------
        >>> import tempfile, pathlib
        >>> path = pathlib.Path(tempfile.mkdtemp()) / "assumptions.toml"
        >>> _ = path.write_text("dwelling_bra_m2 = 65\\nparking_row_count = 1.0\\n")
        >>> Assumptions.from_toml(path).dwelling_bra_m2
        65
        """
        given = _read(Path(path))
        known = [f.name for f in fields(cls)]
        problems = [_unknown(name, known) for name in given if name not in known]
        problems += _problems({name: given[name] for name in given if name in known})
        if problems:
            raise InputError(problems)
        return cls(**given)

    def table(self, language: str = "nb") -> list[tuple[str, Any, str, str]]:
        """Field, value, unit and source of every assumption, in Norwegian (``nb``) or English.

        Examples
        --------
        >>> Assumptions().table("en")[0]
        ('dwelling_bra_m2', 70, 'm² BRA a home', 'common in Norwegian planning; not verified')
        """
        said = texts(_LAYER)
        return [
            (
                f.name,
                getattr(self, f.name),
                said[f.name][f"unit_{language}"],
                said[f.name][f"source_{language}"],
            )
            for f in fields(self)
        ]


def label(field_name: str, language: str = "nb") -> str:
    """What people call an assumption.

    Examples
    --------
    >>> label("dwelling_bra_m2")
    'Boligstørrelse, blokk'
    """
    return texts(_LAYER)[field_name][language]


_LAYER = "assumptions"


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        what, remedy = f"cannot be read ({error.strerror})", "correct the path in the config"
    except UnicodeDecodeError:
        what, remedy = "is not text in UTF-8", "save it as UTF-8"
    except tomllib.TOMLDecodeError as error:
        what, remedy = f"is not TOML ({error})", "write one `name = value` a line"
    raise InputError([Problem(_LAYER, f"{path.name} {what}", remedy)])


def _unknown(name: str, known: list[str]) -> Problem:
    near = get_close_matches(name, known, n=1, cutoff=0.0)
    remedy = f"did you mean {near[0]}?" if near else "leave it out"
    return Problem(_LAYER, "unknown field", remedy, column=name)


def _problems(given: dict[str, Any]) -> list[Problem]:
    """Wrong types and values out of range: all numbers are 0 or more, shares 0 to 1."""
    problems = []
    for name, value in given.items():
        if name.endswith("_weights"):
            faulty = not isinstance(value, Mapping) or not all(
                isinstance(k, str) and _is_number(v) and v >= 0 for k, v in value.items()
            )
            remedy = "give a table of criterion = weight, each 0 or more"
        else:
            most = 1.0 if name.endswith("_share") else math.inf
            least = _SMALLEST.get(name, 0.0)
            faulty = not _is_number(value) or not least <= value <= most
            remedy = f"give a number from {least:g}" + (
                f" to {most:g}" if most < math.inf else " up"
            )
        if faulty:
            problems.append(Problem(_LAYER, f"{value!r} cannot be used", remedy, column=name))
    return problems


#: What is divided by cannot be nothing.
_SMALLEST = {
    **{f.name: 1.0 for f in fields(Assumptions) if f.name.startswith("dwelling_bra_")},
    "dwelling_bra_spread_share": 0.0,
    **{f"storeys_{kind}_count": 1.0 for kind in ("detached", "row", "block")},
    "net_to_gross_block_share": 0.1,
    "storey_bra_share": 0.1,
    "storey_height_m": 1.0,
}


def _is_number(value: Any) -> bool:
    is_plain = isinstance(value, int | float) and not isinstance(value, bool)
    return is_plain and math.isfinite(value)
