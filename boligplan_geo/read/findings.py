"""What reading finds: problems are gathered and raised once, notes are kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from boligplan_geo.errors import Note, Problem, texts


def is_confidential(layer: str) -> bool:
    """Whether rows of a layer may be counted in messages, but never named.

    Examples
    --------
    >>> is_confidential("municipal_homes"), is_confidential("plots")
    (True, False)
    """
    return texts("layers").get(layer, {}).get("confidential") == "yes"


@dataclass(frozen=True)
class Fault:
    """Something wrong with features of a source, before it is known which layer needs them.

    Parameters
    ----------
    code : str
        A row of ``codes/notes.csv``.
    rows : sequence of int
        Positions of the features in their layer.
    refused : str
        Why plan law cannot be read from them (English, naming the rule); empty: harmless.
    """

    code: str
    rows: Sequence[int]
    refused: str = ""


@dataclass
class Findings:
    """Problems and notes gathered while reading; the only thing here that changes."""

    problems: list[Problem] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def fault(self, code: str, layer: str, ids: Iterable[str]) -> None:
        """Note a fault of a format: one note a layer, however many feature types it has."""
        for i, note in enumerate(self.notes):
            if (note.code, note.layer) == (code, layer):
                self.notes[i] = replace(note, ids=tuple(dict.fromkeys((*note.ids, *map(str, ids)))))
                return
        self.note(code, layer, ids)

    def problem(
        self, layer: str, message: str, remedy: str, *, column: str = "", ids: Iterable[str] = ()
    ) -> None:
        """Add a fault that makes the input unusable."""
        names = tuple(map(str, ids))
        if names and is_confidential(layer):
            message, names = f"{message} ({len(names)} rows)", ()
        self.problems.append(Problem(layer, message, remedy, column, names))

    def note(self, code: str, layer: str, ids: Iterable[str] = (), **values: object) -> None:
        """Add something repaired, assumed or left out."""
        names = tuple(map(str, ids))
        if names and is_confidential(layer):
            names, values = (), values | {"count": len(names), "ids": "–"}
        self.notes.append(Note(code, layer, names, values))


@dataclass
class Account:
    """Rows of one layer: what was read is what is used and what was left out, by reason."""

    source: str = ""
    sha256: str = ""
    layer: str = ""
    rows_read: int = 0
    rows_used: int = 0
    left_out: dict[str, int] = field(default_factory=dict)
    as_of: str | None = None
    licence: str | None = None
    crs: str | None = None
    counts: dict[str, int] = field(default_factory=dict)

    def leave_out(self, reason: str, count: int) -> None:
        """Count rows that are not used."""
        if count:
            self.left_out[reason] = self.left_out.get(reason, 0) + int(count)

    def row(self) -> dict[str, object]:
        """The account as a row of ``Municipality.inputs``."""
        shown = {k: v for k, v in self.__dict__.items() if k != "counts"}
        return shown | {"left_out": dict(sorted(self.left_out.items()))}
