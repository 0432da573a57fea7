"""The command line as a user runs it: what it prints, where, and with which exit code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from closed_run import closed_run
from typer.testing import CliRunner, Result

import boligplan_geo as bg
from boligplan_geo import maps
from boligplan_geo.cli import app
from boligplan_geo.errors import Problem
from boligplan_geo.report import pdf as report_pdf
from boligplan_geo.sample.toy import toy_town


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the map and the PDF, which have tests of their own; read the toy town."""

    class Blank:
        def save(self, path: str) -> None:
            Path(path).write_text("<!DOCTYPE html>", "utf-8")

    monkeypatch.setattr(maps, "map_candidates", lambda *_, **__: Blank())
    monkeypatch.setattr(report_pdf, "write", lambda *args, **__: args[2].write_bytes(b"%PDF"))
    monkeypatch.setattr(bg, "read_municipality", lambda _: toy_town())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bg.export(closed_run(6), tmp_path_factory.mktemp("cli") / "ut")


def boligplan(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


def test_run_writes_a_result_that_verify_accepts_and_explain_reads(tmp_path: Path) -> None:
    done = boligplan("run", "kommune.toml", "--out", tmp_path / "ut")
    assert done.exit_code == 0, done.output
    assert "Fortettingspotensial i Leketøy kommune (9999)\nOppdiktet kommune" in done.stdout
    assert "tomter i regnskapet" in done.stdout
    assert str(tmp_path / "ut" / "map.html") in done.stdout.replace("\n", "")
    assert "reading" in done.stderr
    assert "account" not in done.stderr  # the stages' bar: nobody looks at it here
    checked = boligplan("verify", tmp_path / "ut")
    assert checked.exit_code == 0, checked.stdout
    told = boligplan("explain", tmp_path / "ut", "9999-1/2", "--language", "en")
    assert told.exit_code == 0
    assert told.stdout.startswith("Plot 9999-1/2 – Leketøy kommune\nFictional municipality")


def test_a_run_with_proposals_says_so_everywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mapped, blank = [], maps.map_candidates
    monkeypatch.setattr(maps, "map_candidates", lambda run, **_: mapped.append(run.name) or blank())
    done = boligplan("run", "kommune.toml", "--out", tmp_path / "ut", "--plans", "proposed")
    assert done.exit_code == 0, done.output
    assert "kommune (9999) – regnet med planforslag" in done.stdout
    assert bg.read_run(tmp_path / "ut").plans_code == "proposed"
    assert "– regnet med planforslag" in (tmp_path / "ut" / "report.html").read_text("utf-8")
    assert mapped == ["Leketøy kommune (regnet med planforslag)"]
    assert boligplan("verify", tmp_path / "ut").exit_code == 0
    assert boligplan("run", "k.toml", "--out", tmp_path / "to", "--plans", "wished").exit_code == 2


def test_assumptions_from_a_file_reach_the_result(tmp_path: Path) -> None:
    given = tmp_path / "a.toml"
    given.write_text("storeys_block_count = 9\n")
    done = boligplan(
        "run", "k.toml", "--out", tmp_path / "ut", "--assumptions", given, "--language", "en"
    )
    assert done.exit_code == 0, done.output
    assert "Densification potential in Leketøy kommune (9999)" in done.stdout
    assert bg.read_run(tmp_path / "ut").assumptions.storeys_block_count == 9
    given.write_text("storeys_blokc_count = 9\ndwelling_bra_m2 = 'stor'\n")
    done = boligplan("run", "k.toml", "--out", tmp_path / "to", "--assumptions", given)
    assert done.exit_code == 1
    assert "2 problems" in done.stderr
    assert "did you mean storeys_block_count?" in done.stderr


def test_internal_goes_to_its_own_folder(tmp_path: Path) -> None:
    done = boligplan("run", "k.toml", "--out", tmp_path / "ut", "--audience", "internal")
    assert done.exit_code == 0, done.output
    assert [p.name for p in tmp_path.iterdir()] == ["ut-internal"]


def test_wrong_input_is_told_without_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(_: object) -> None:
        raise bg.InputError([Problem("plots", "no CRS", "give crs in the config")])

    monkeypatch.setattr(bg, "read_municipality", wrong)
    done = boligplan("run", "k.toml", "--out", tmp_path / "ut")
    assert done.exit_code == 1
    assert done.stderr.endswith(
        "1 problem in the input:\n  1. [plots] no CRS. Remedy: give crs in the config\n"
    )
    assert "Traceback" not in done.output
    assert not (tmp_path / "ut").exists()


def test_a_folder_in_use_is_refused_before_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "brev.txt").write_text("viktig")
    monkeypatch.setattr(bg, "read_municipality", lambda _: pytest.fail("read before refusing"))
    done = boligplan("run", "k.toml", "--out", tmp_path)
    assert done.exit_code == 1
    assert "not an earlier result" in done.stderr


def test_verify_exits_1_on_a_violation(folder: Path, tmp_path: Path) -> None:
    missing = folder / "map.html"
    kept = missing.read_bytes()
    missing.unlink()
    done = boligplan("verify", folder)
    missing.write_bytes(kept)
    assert done.exit_code == 1
    assert "files: map.html is missing" in done.stdout
    assert "Not rechecked:" in done.stdout
    assert boligplan("verify", tmp_path).exit_code == 1


def test_explain_of_an_unknown_plot_exits_1_and_names_near_ones(folder: Path) -> None:
    done = boligplan("explain", folder, "9999-1/366")
    assert done.exit_code == 1
    assert "9999-1/36" in done.stderr
    assert "Traceback" not in done.output


@pytest.mark.parametrize(
    "arguments",
    [("run", "k.toml"), ("run", "--out", "x"), ("fly",), ("explain", "x"),
     ("run", "k.toml", "--out", "x", "--language", "sv"), ("sample", "x", "--plots", "0")],
)  # fmt: skip
def test_wrong_usage_exits_2(arguments: tuple[str, ...]) -> None:
    assert boligplan(*arguments).exit_code == 2


def test_check_lists_what_is_wrong_and_exits_1(tmp_path: Path) -> None:
    config = tmp_path / "kommune.toml"
    config.write_text(
        "name = 'Prøve'\nmunicipality_number = '9999'\n[layers.plots]\nsource = 'absent.gpkg'\n"
        "[layers.bulidings]\nsource = 'b.gpkg'\n"
    )
    done = boligplan("check", config, "--language", "en")
    assert done.exit_code == 1
    assert "buildings" in done.output  # the nearest known name
    assert "Traceback" not in done.output


def test_help_and_version() -> None:
    text = boligplan("--help").stdout
    for command in ("run", "check", "explain", "verify", "sample"):
        assert command in text
        assert boligplan(command, "--help").exit_code == 0
    assert boligplan("--version").stdout == f"boligplan {bg.__version__}\n"


def test_the_installed_command_speaks_norwegian_also_where_the_terminal_is_ascii(
    folder: Path,
) -> None:
    command = Path(sys.executable).with_name("boligplan")
    done = subprocess.run(
        [command, "explain", folder, "9999-1/2"],
        capture_output=True,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Påviste boliger" in done.stdout.decode("utf-8")
