"""Numbers one may argue with: each with unit, default and source; never printed as law."""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from boligplan_geo.errors import InputError, Problem


def assumed(default: Any, unit: str, source: str) -> Any:
    """One assumption: default, unit and where it comes from."""
    if isinstance(default, dict):
        return field(default_factory=lambda: dict(default), metadata={"unit": unit, "source": source})
    return field(default=default, metadata={"unit": unit, "source": source})


_TYPICAL = "typical in Norwegian planning, not verified (domain reference § 2.3, 7.3, 7.4)"
_OURS = "boligplan_geo's choice; argue with it"


@dataclass(frozen=True)
class Assumptions:
    """What the run assumes where neither data nor plan says.

    ``Assumptions.from_toml(path)`` reads a file with any of the fields; ``table()`` lists
    field, value, unit and source. Intervals: the ``_share`` spreads give low and high.

    Examples
    --------
    >>> Assumptions(dwelling_bra_m2=65).dwelling_bra_m2
    65
    """

    # Size of homes: BRA a home by dwelling type
    dwelling_bra_m2: float = assumed(70, "m² BRA a home in blocks", _TYPICAL)
    dwelling_bra_row_m2: float = assumed(105, "m² BRA a home in row houses", _TYPICAL)
    dwelling_bra_semi_detached_m2: float = assumed(120, "m² BRA a semi-detached home", _TYPICAL)
    dwelling_bra_detached_m2: float = assumed(165, "m² BRA a detached home", _TYPICAL)
    dwelling_bra_spread_share: float = assumed(0.15, "± share, larger homes give low", _OURS)
    net_to_gross_block_share: float = assumed(0.85, "homes' BRA of a block's BRA", _TYPICAL)
    # Housing in mixed purposes
    housing_share_centre_low_share: float = assumed(0.4, "share of BRA", _OURS)
    housing_share_centre_mid_share: float = assumed(0.6, "share of BRA", _OURS)
    housing_share_centre_high_share: float = assumed(0.8, "share of BRA", _OURS)
    # ... and where the provisions must say whether there is any (purposes 1001, 1800 and the like)
    housing_share_possible_low_share: float = assumed(0.0, "share of BRA", _OURS)
    housing_share_possible_mid_share: float = assumed(0.3, "share of BRA", _OURS)
    housing_share_possible_high_share: float = assumed(0.6, "share of BRA", _OURS)
    # What plans leave open, by the dwelling type the purpose leads to
    storeys_detached_count: float = assumed(2, "storeys", _TYPICAL)
    storeys_row_count: float = assumed(2, "storeys", _TYPICAL)
    storeys_block_count: float = assumed(4, "storeys", _TYPICAL)
    storeys_spread_count: float = assumed(1, "± storeys where the plan is silent", _OURS)
    bya_detached_share: float = assumed(0.25, "BYA of net plot where the plan is silent", _TYPICAL)
    bya_row_share: float = assumed(0.35, "BYA of net plot where the plan is silent", _TYPICAL)
    bya_block_share: float = assumed(0.40, "BYA of net plot where the plan is silent", _TYPICAL)
    bya_spread_share: float = assumed(0.20, "± share of an assumed BYA", _OURS)
    parking_detached_count: float = assumed(2, "spaces a home", _TYPICAL)
    parking_row_count: float = assumed(1.25, "spaces a home", _TYPICAL)
    parking_block_count: float = assumed(0.8, "spaces a home", _TYPICAL)
    parking_space_m2: float = assumed(18, "m² a surface space", "H-2300 convention, not verified")
    outdoor_detached_m2: float = assumed(150, "m² MUA a home", _TYPICAL)
    outdoor_row_m2: float = assumed(50, "m² MUA a home", _TYPICAL)
    outdoor_block_m2: float = assumed(30, "m² MUA a home", _TYPICAL)
    # Older measures (BF 1985 and before), whose definitions differ from today's
    older_measure_spread_share: float = assumed(0.10, "± share of BYA or BRA", _OURS)
    gross_to_use_area_share: float = assumed(0.92, "BRA of gross floor area", _TYPICAL)
    # What stands
    storey_bra_share: float = assumed(0.9, "BRA of footprint a storey, where no register", _TYPICAL)
    storey_height_m: float = assumed(3.0, "m a storey, for storeys from height", _OURS)
    # Decisions
    catchment_limit_min: float = assumed(15, "minutes to the centre", "contract; method § 8")
    site_min_score_points: float = assumed(60, "points for a candidate", "contract")
    site_shared_edge_m: float = assumed(5, "m of shared edge inside a site", "contract")
    site_max_area_m2: float = assumed(20_000, "m² a site", _OURS)
    densification_weights: dict[str, float] = assumed({}, "weight by criterion id; others keep theirs", _OURS)
    housing_mix_weights: dict[str, float] = assumed({}, "weight by criterion id; others keep theirs", _OURS)
    centre_weights: dict[str, float] = assumed({}, "weight by criterion id; others keep theirs", _OURS)

    def table(self) -> list[tuple[str, Any, str, str]]:
        """Field, value, unit and source of every assumption."""
        return [
            (f.name, getattr(self, f.name), f.metadata["unit"], f.metadata["source"])
            for f in fields(self)
        ]

    @classmethod
    def from_toml(cls, path: str | os.PathLike[str]) -> Assumptions:
        """Read a TOML file with any of the fields; the others keep their defaults.

        Raises
        ------
        InputError
            With every unknown field and every value that is not a number.
        """
        try:
            given = tomllib.loads(Path(path).read_text("utf-8-sig"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            remedy = "give a TOML file with assumptions"
            raise InputError([Problem("assumptions", str(error), remedy)]) from None
        known = {f.name: f for f in fields(cls)}
        problems = [
            *(_unknown_field(name, list(known)) for name in given if name not in known),
            *(_not_a_number(n, v) for n, v in given.items() if n in known and not _fits(v, n)),
        ]
        if problems:
            raise InputError(problems)
        return cls(**given)


def _fits(value: object, name: str) -> bool:
    if name.endswith("_weights"):
        return isinstance(value, Mapping) and all(_is_number(v) for v in value.values())
    return _is_number(value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _unknown_field(name: str, known: list[str]) -> Problem:
    near = difflib.get_close_matches(name, known, n=1)
    remedy = f"did you mean {near[0]}?" if near else "see Assumptions().table() for the fields"
    return Problem("assumptions", "unknown field", remedy, column=name)


def _not_a_number(name: str, value: object) -> Problem:
    needed = "a table of numbers by criterion" if name.endswith("_weights") else "a number"
    return Problem("assumptions", f"needs {needed}, given {value!r}", "correct it", column=name)
