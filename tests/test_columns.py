"""The vocabulary: every column says what it is, in both languages."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from boligplan_geo.columns import THEMES, column, columns_of
from boligplan_geo.errors import Note, texts

ROWS = texts("columns")
CODES = files("boligplan_geo").joinpath("codes")


def test_every_column_has_labels_definitions_and_sources_in_both_languages() -> None:
    needed = ("nb", "en", "definition", "definition_nb", "source", "source_nb", "layers", "kind")
    lacking = {(name, part) for name, row in ROWS.items() for part in needed if not row[part]}
    assert lacking == set()


def test_no_column_is_said_twice() -> None:
    """A later row would hide an earlier one."""
    source = CODES.joinpath("columns.csv").read_text("utf-8")
    names = [row["name"] for row in csv.DictReader(source.splitlines())]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("language", ["nb", "en"])
def test_what_a_planner_reads_names_no_paper_of_ours(language: str) -> None:
    entries = [column(name) for name in ROWS]
    said = " ".join(f"{c.meaning(language)} {c.origin(language)}" for c in entries)
    for ours in ("method §", "domain §", "contract", "boligplan_geo", ".csv"):
        assert ours not in said


def test_meaning_and_origin_follow_the_language() -> None:
    entry = column("constraint_usable_m2")
    assert entry.meaning("en").startswith("Net plot less")
    assert entry.meaning().startswith("Netto tomt fratrukket")
    assert (entry.origin("en"), entry.origin()) == (ROWS[entry.name]["source"],
                                                    ROWS[entry.name]["source_nb"])  # fmt: skip


def test_every_theme_has_a_column_for_its_reasons() -> None:
    names = {c.name for c in columns_of("plots")}
    assert {f"{theme}_reason" for theme in THEMES} <= names


@pytest.mark.parametrize(
    "table",
    ["columns", "assumptions", "reasons", "notes", "phrases", "value_texts", "map_texts", "quality",
     "parameters", "layers"],
)  # fmt: skip
def test_tables_of_texts_are_whole(table: str) -> None:
    """A comma without quotes would push a text into the next column, or out of the table."""
    source = CODES.joinpath(f"{table}.csv").read_text("utf-8")
    heading, *rows = csv.reader(source.splitlines())
    assert [row[0] for row in rows if len(row) != len(heading)] == []
    texts_at = [heading.index(k) for k in ("nb", "en")]
    assert [row[0] for row in rows if not all(row[i] for i in texts_at)] == []


def test_headings_tell_the_plots_columns_apart() -> None:
    for language in ("nb", "en"):
        labels = [c.label(language) for c in columns_of("plots")]
        assert sorted(labels) == sorted(set(labels))


def test_notes_name_the_layer_and_write_figures_in_norwegian() -> None:
    said = Note("network_parts", "network", values={"parts": 2, "share": "1.5%"})
    assert said.text().startswith("gangnett (network): gangnettet består av 2 deler")
    assert "1,5 % av lengden" in said.text()
    assert "1.5% of its length" in said.text("en")
