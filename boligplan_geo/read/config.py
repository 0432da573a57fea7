"""The config: one TOML a municipality, a table per layer; its faults named all at once."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from boligplan_geo.errors import InputError, Problem, texts

Scalar = str | int | float | bool


class LayerSource(BaseModel):
    """Where one layer (or one part of it) comes from, and how its fields are called there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str
    layer: str | None = None
    crs: str | None = None
    fields: dict[str, str] = Field(default_factory=dict)
    values: dict[str, dict[str, Scalar]] = Field(default_factory=dict)
    filter: dict[str, Scalar | list[Scalar]] = Field(default_factory=dict)
    as_of: str | None = None
    licence: str | None = None

    @field_validator("as_of", mode="before")
    @classmethod
    def _dates_are_text(cls, value: Any) -> Any:
        # TOML has dates of its own, and a bare year is a number
        return str(value) if isinstance(value, date | datetime | int) else value


class _Head(BaseModel):
    """The top level of the config, without its layers."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    municipality_number: str
    crs: str | None = None
    is_fictional: bool = False
    assumptions: str | None = None
    zone_treatment: str | None = None

    @field_validator("municipality_number", mode="before")
    @classmethod
    def _four_digits(cls, value: Any) -> Any:
        # 301 for Oslo loses its leading zero wherever it was a number
        text = str(value) if isinstance(value, int) else value
        return text.zfill(4) if isinstance(text, str) and text.isdigit() else text


@dataclass(frozen=True)
class Config:
    """A parsed config.

    Parameters
    ----------
    folder : Path
        Folder of the TOML; sources are relative to it.
    layers : dict of layer name to list of LayerSource
        Several sources of a layer are read one after the other.
    """

    folder: Path
    name: str
    municipality_number: str
    crs: str | None
    is_fictional: bool
    assumptions: str | None
    zone_treatment: str | None
    layers: dict[str, list[LayerSource]]


def nearest(name: str, known: Iterable[str]) -> str:
    """Advice that names the known word nearest to a misspelt one.

    Examples
    --------
    >>> nearest("plan_area", ["plots", "plan_areas"])
    'did you mean plan_areas?'
    """
    names = list(known)
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    return f"did you mean {close[0]}?" if close else f"known are {', '.join(sorted(names))}"


def load(path: str | Path) -> Config:
    """Parse the config of a municipality.

    Parameters
    ----------
    path : str or Path
        The TOML; sources in it are relative to its folder.

    Raises
    ------
    InputError
        Once, with every unknown name and every value of the wrong kind.
    """
    config, problems = parsed(path)
    if problems:
        raise InputError(problems)
    return config


def parsed(path: str | Path) -> tuple[Config, list[Problem]]:
    """Parse a config as far as it goes, with everything that is wrong with it.

    What is at fault is left out, so that the layers that are well formed can be read and their
    faults told in the same breath. A name or number that is missing is empty text.

    Raises
    ------
    InputError
        Only where the file cannot be read as TOML.
    """
    file = Path(path)
    table = _table(file)
    problems: list[Problem] = []
    raw_layers = table.pop("layers", {})
    blank = {"name": "", "municipality_number": ""}
    head = _checked(_Head, table, "config", problems, otherwise=blank)
    layers: dict[str, list[LayerSource]] = {}
    if not isinstance(raw_layers, dict):
        problems.append(Problem("config", "layers is not a table", "write [layers.plots]"))
        raw_layers = {}
    for name, given in raw_layers.items():
        if name not in texts("layers"):
            remedy = nearest(name, texts("layers"))
            problems.append(Problem("config", f"unknown layer {name!r}", remedy))
            continue
        entries = given if isinstance(given, list) else [given]
        sources = [_checked(LayerSource, entry, name, problems) for entry in entries]
        layers[name] = [entry for entry in sources if entry is not None]
        problems += [p for entry in layers[name] for p in _unknown_fields(name, entry)]
        layers[name] = [_known_fields(name, entry) for entry in layers[name]]
    if "plots" not in raw_layers:
        remedy = 'add [layers.plots] with source = "…"; only plots are required'
        problems.append(Problem("config", "no layer plots", remedy))
    layers.setdefault("plots", [])
    return Config(folder=file.resolve().parent, layers=layers, **head.model_dump()), problems


def _table(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8-sig"))
    except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
        remedy = "give the path of the municipality's TOML"
        raise InputError([Problem("config", f"cannot open {file}", remedy)]) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problem = Problem("config", f"{file.name} is not TOML in UTF-8: {error}", "mend the line")
        raise InputError([problem]) from error


def _checked(
    model: Any,
    table: Any,
    where: str,
    problems: list[Problem],
    *,
    otherwise: Mapping[str, str] = MappingProxyType({}),
) -> Any:
    """An instance of `model` without what is at fault, which is added to `problems`.

    `otherwise` stands in for what is missing; None where what is left cannot stand alone.
    """
    if not isinstance(table, dict):
        problems.append(Problem(where, "is not a table", f"write [layers.{where}]"))
        return None
    try:
        return model(**table)
    except ValidationError as error:
        for fault in error.errors():
            key = ".".join(str(part) for part in fault["loc"])
            if fault["type"] == "extra_forbidden":
                problem = Problem(where, f"unknown key {key!r}", nearest(key, model.model_fields))
            elif fault["type"] == "missing":
                problem = Problem(where, f"{key} is missing", f'add {key} = "…"')
            else:
                problem = Problem(where, f"{fault['msg']}, given {fault['input']!r}", f"mend {key}")
            problems.append(problem)
        at_fault = {str(fault["loc"][0]) for fault in error.errors() if fault["loc"]}
    try:
        kept = {key: value for key, value in table.items() if key not in at_fault}
        return model(**{**otherwise, **kept})
    except ValidationError:  # all its faults are told already
        return None


def _known_fields(layer: str, entry: LayerSource) -> LayerSource:
    """The entry with those names of fields only that the layer has."""
    from boligplan_geo.municipality import layer_fields

    known = {*layer_fields(layer), "geometry"}
    kept = {
        key: {name: given for name, given in getattr(entry, key).items() if name in known}
        for key in ("fields", "values")
    }
    return entry.model_copy(update=kept)


def _unknown_fields(layer: str, entry: LayerSource) -> list[Problem]:
    from boligplan_geo.municipality import layer_fields

    known = layer_fields(layer)
    return [
        Problem(layer, f"unknown field {name!r} in {key}", nearest(name, known))
        for key, names in (("fields", entry.fields), ("values", entry.values))
        for name in names
        if name not in known and name != "geometry"
    ]
