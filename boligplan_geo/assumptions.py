"""Numbers one may argue with: each with unit, default and source; never printed as law."""

from __future__ import annotations

import math
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from boligplan_geo.errors import InputError, Problem


def assumed(default: Any, unit: str, source: str) -> Any:
    """One assumption: default, unit and where it comes from."""
    if isinstance(default, dict):
        return field(
            default_factory=lambda: dict(default), metadata={"unit": unit, "source": source}
        )
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
    # RUF009 below: `assumed` gives a dataclass field, not a shared default
    densification_weights: dict[str, float] = assumed(  # noqa: RUF009
        {}, "weight by criterion id; others keep theirs", _OURS
    )
    housing_mix_weights: dict[str, float] = assumed(  # noqa: RUF009
        {}, "weight by criterion id; others keep theirs", _OURS
    )
    centre_weights: dict[str, float] = assumed(  # noqa: RUF009
        {}, "weight by criterion id; others keep theirs", _OURS
    )

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

    def table(self) -> list[tuple[str, Any, str, str]]:
        """Field, value, unit and source of every assumption."""
        return [
            (f.name, getattr(self, f.name), f.metadata["unit"], f.metadata["source"])
            for f in fields(self)
        ]


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
