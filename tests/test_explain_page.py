"""The answer that stands first, the printable page, and the command that writes it."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import numpy as np
import pytest
from closed_run import closed_run
from explained import sample_run, toy_run
from typer.testing import CliRunner

import boligplan_geo as bg
from boligplan_geo import cli, maps
from boligplan_geo.explain import derivation
from boligplan_geo.explain.homes import limits
from boligplan_geo.report import pdf as report_pdf

HOMES = "potential_plan_homes_mid_count"


def first(text: str) -> list[str]:
    """Lines of the conclusion."""
    return [line.strip() for line in text.split("\n\n")[1].splitlines()[1:]]


def test_the_answer_stands_first_and_is_that_of_the_table() -> None:
    run = toy_run()
    lines = first(derivation(run, "9999-1/1"))
    assert lines[0] == (
        "Rom for nye boliger etter planene: ingen – tillatt utnytting er allerede brukt opp. "
        "Høyt anslag: 1."
    )
    assert lines[1].startswith("Tillatt i alt: BYA 180 m², BRA 324 m², etasjer 2, på 600 m²")
    assert "i kraft 01.06.2019, felt B1 – den eneste planen som gjelder her" in lines[2]
    assert lines[3] == "Det som stopper flere boliger: plankart – %-BYA maks. 30 %"
    assert "Boliger i dag: 1; 100 m² bebygd (17 %-BYA uten åpen parkering)." in lines
    assert "Tapt til soner: 150 av 600 m² (Skredfare, 1/1000)." in lines


def test_every_plot_of_the_sample_has_an_answer_in_a_dozen_lines() -> None:
    run = sample_run()
    for plot in run.plots.index[::150]:
        for language in ("nb", "en"):
            lines = first(derivation(run, plot, language=language, detail="summary"))
            assert 1 <= len(lines) <= 12
            homes = run.plots.loc[plot, HOMES]
            if homes > 0:
                assert re.search(rf": {homes:.0f}[ ;(]", lines[0]), lines[0]
            assert not any("None" in line or "nan" in line.split() for line in lines)


def test_unknown_homes_say_why() -> None:
    run = sample_run()
    unknown = run.plots.index[run.plots[HOMES].isna()][0]
    assert first(derivation(run, unknown, language="en"))[0].startswith(
        "Room for new homes under the plans: unknown – "
    )


def test_the_limits_of_a_small_building_are_named() -> None:
    row = sample_run().plots.iloc[0].copy()
    for name in ("ground", "outdoor"):
        row[f"potential_by_{name}_mid_count"] = 40.0
        row[f"potential_by_{name}_s3_mid_count"] = 4.0
    row["potential_by_bra_mid_count"], row["potential_by_cap_mid_count"] = 30.0, np.nan
    row["potential_by_quiet_mid_count"] = np.nan
    row["potential_small_homes_mid_count"], row["potential_large_homes_mid_count"] = 30.0, 4.0
    assert limits(row)[0] == ("safety", 10.0)
    row["potential_large_homes_mid_count"] = 12.0
    for name in ("ground", "outdoor"):
        row[f"potential_by_{name}_s3_mid_count"] = 12.0
    assert limits(row)[0] == ("ground", 12.0)


def test_zone_910_shows_both_readings_and_the_older_plan() -> None:
    run = sample_run()
    parts = run.plan_parts[run.plan_parts["disputed_plan_id"].notna()]
    part = parts[parts["counts_as_plot"].to_numpy(bool)].iloc[0]
    text = derivation(run, part["plot_id"])
    assert f"hensynssone 910, den andre lesingen: {part['disputed_plan_id']}" in text
    assert "gjelder også, og utfyller der den første tier:" in text


def test_a_proposal_is_said_to_be_one() -> None:
    run = replace(sample_run(), plans_code="proposed")
    plot = run.plots.index[0]
    assert "Regnet som om planforslagene var vedtatt" in derivation(run, plot)
    assert "Regnet som om planforslagene" not in derivation(sample_run(), plot)


def test_the_page_holds_every_line_of_the_text_and_nothing_is_fetched() -> None:
    run = toy_run()
    parts = run.plan_parts.copy()
    parts["zone_name"] = 'B<1> & "to"'
    run = replace(run, plan_parts=parts)
    text = derivation(run, "9999-1/1")
    html = derivation(run, "9999-1/1", format="html")
    shown = unescape(re.sub(r"<style>.*?</style>|<[^>]+>", "\n", html, flags=re.S))
    told = {line.strip() for line in shown.splitlines()}
    assert {line.strip() for line in text.splitlines()} <= told
    assert "B&lt;1&gt; &amp;" in html
    assert "size: A4" in html
    assert not re.search(r"<script|https?://|src=|<link", html)
    assert html.startswith('<!DOCTYPE html>\n<html lang="nb">')


def test_another_detail_or_format_is_refused() -> None:
    run = toy_run()
    with pytest.raises(ValueError, match="detail: needs one of full, summary; given 'short'"):
        run.explain("9999-1/1", detail="short")
    with pytest.raises(ValueError, match="format: needs one of text, html; given 'pdf'"):
        run.explain("9999-1/1", format="pdf")


def test_a_summary_has_no_steps() -> None:
    run = toy_run()
    short, full = (run.explain("9999-1/1", detail=d) for d in ("summary", "full"))
    assert "formel: " in full
    assert "formel: " not in short
    assert first(short) == first(full)
    assert "Hva ett steg til ville gi av boliger" in short


def test_the_command_writes_a_summary_or_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Blank:
        def save(self, path: str) -> None:
            Path(path).write_text("<!DOCTYPE html>", "utf-8")

    monkeypatch.setattr(maps, "map_candidates", lambda *_, **__: Blank())
    monkeypatch.setattr(report_pdf, "write", lambda *args, **__: args[2].write_bytes(b"%PDF"))
    folder = bg.export(closed_run(), tmp_path / "ut")
    page = tmp_path / "tomt.html"
    done = CliRunner().invoke(cli.app, ["explain", str(folder), "9999-1/7", "--summary"])
    assert done.exit_code == 0
    assert "Kort sagt" in done.output
    assert "formel: " not in done.output
    done = CliRunner().invoke(cli.app, ["explain", str(folder), "9999-1/7", "--html", str(page)])
    assert done.exit_code == 0
    assert "<h1>Tomt 9999-1/7 – Boksby</h1>" in page.read_text("utf-8")
