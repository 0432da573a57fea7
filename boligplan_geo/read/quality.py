"""The data-quality report of ``boligplan check``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from boligplan_geo.errors import Note, Problem
from boligplan_geo.read.town import read_draft


@dataclass(frozen=True)
class QualityReport:
    """What the data of a config is like."""

    problems: tuple[Problem, ...]
    notes: tuple[Note, ...]

    @property
    def has_errors(self) -> bool:
        """Whether an analysis would be refused."""
        return bool(self.problems)

    def text(self, language: str = "nb") -> str:
        """The report for people, in Norwegian bokmål (``nb``) or English (``en``)."""
        lines = [str(p) for p in self.problems]
        return "\n".join([*lines, *(n.text(language) for n in self.notes)])


def data_quality(config: str | Path) -> QualityReport:
    """Check a config's data without analysing it."""
    draft = read_draft(config)
    return QualityReport(tuple(draft.findings.problems), tuple(draft.findings.notes))
