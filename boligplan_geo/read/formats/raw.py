"""What an opened source is, and one of its layers as the source has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from boligplan_geo.read.findings import Fault


class SourceError(Exception):
    """A source that cannot be read, with its remedy."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


@dataclass(frozen=True, eq=False)
class RawLayer:
    """One layer or feature type as its source has it.

    Parameters
    ----------
    name : str
        Layer or feature type.
    table : DataFrame
        Attributes under the source's own names.
    geometry : object array of shapely geometries or None
        None where the layer has no geometry at all; an element is None where it has none.
    crs : str
        As the source says; empty where it says nothing.
    lost : int
        Features that the source has and that could not be read.
    curved : list of row numbers with arcs, which were linearised
    arc_area_m2 : float
        Area between those arcs and the lines drawn for them.
    faults : tuple of Fault
        Faults of its features, by the rules of the format.
    aliases : mapping of column to the title that people see
    """

    name: str
    table: pd.DataFrame
    geometry: np.ndarray | None = None
    crs: str = ""
    lost: int = 0
    curved: list[int] = field(default_factory=list)
    said: tuple[str, ...] = ()
    arc_area_m2: float = 0.0
    faults: tuple[Fault, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Source:
    """An opened source: which layers it has, and how to read one of them."""

    shown: str
    sha256: str
    names: tuple[str, ...]
    read: Callable[[str], RawLayer]
    faulty: tuple[str, ...] = ()  # layers in which the rules of the format find faults
