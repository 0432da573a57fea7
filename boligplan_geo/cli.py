"""The command line: read, analyse, write; explain, check and verify what was written.

Exit codes: 0 done, 1 the input is wrong or a result violates its rules, 2 wrong usage.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from boligplan_geo import __version__
from boligplan_geo.errors import InputError

app = typer.Typer(
    help="Where, exactly, can the right homes be built inside the town we already have?",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


class Language(StrEnum):
    """Language of what is written."""

    nb = "nb"
    en = "en"


class Audience(StrEnum):
    """Who may see what is written."""

    public = "public"
    internal = "internal"


class Plans(StrEnum):
    """Which plans a run reads as in force."""

    in_force = "in_force"
    proposed = "proposed"


Config = Annotated[Path, typer.Argument(help="The municipality's TOML file", metavar="CONFIG")]
Folder = Annotated[Path, typer.Argument(help="A folder that `boligplan run` wrote", metavar="DIR")]
InLanguage = Annotated[Language, typer.Option(help="Language of what people read")]
ForAudience = Annotated[Audience, typer.Option(help="`internal` is watermarked, in its own folder")]


@app.command()
def run(
    config: Config,
    out: Annotated[Path, typer.Option(help="Folder for the result", metavar="DIR")],
    language: InLanguage = Language.nb,
    audience: ForAudience = Audience.public,
    plans: Annotated[
        Plans, typer.Option(help="`proposed`: plans under way are read as adopted")
    ] = Plans.in_force,
    assumptions: Annotated[
        Path | None, typer.Option(help="TOML with assumptions", metavar="FILE")
    ] = None,
) -> None:
    """Analyse a municipality and write map, layers, sheets and reports to DIR."""
    import boligplan_geo as bg
    from boligplan_geo.export import destination, occupied
    from boligplan_geo.report.tables import summary

    with _said_plainly():
        problem = occupied(destination(out, audience))
        if problem:  # said before the work, not after it
            raise InputError([problem])
        chosen = bg.Assumptions.from_toml(assumptions) if assumptions else None
        _tell("reading")
        town = bg.read_municipality(config)
        analysis = bg.analyse(town, chosen, plans=plans.value, progress=True)
        _tell("writing")
        folder = bg.export(analysis, out, language=language, audience=audience)
        print(summary(analysis, language.value))
        for path in sorted(folder.iterdir()):
            print(f"  {path}")


@app.command()
def check(config: Config, language: InLanguage = Language.nb) -> None:
    """Report on the quality of the input; exit 1 where it cannot be used."""
    from boligplan_geo.read.quality import data_quality

    with _said_plainly():
        quality = data_quality(config)
        print(quality.text(language.value))
        if quality.has_errors:
            raise typer.Exit(1)


@app.command()
def explain(
    directory: Folder,
    plot_id: Annotated[str, typer.Argument(help="Such as 9999-12/34", metavar="PLOT_ID")],
    language: InLanguage = Language.nb,
    summary: Annotated[bool, typer.Option(help="Leave out the steps of the calculation")] = False,
    html: Annotated[
        Path | None, typer.Option(help="Write a page that prints on A4 instead", metavar="FILE")
    ] = None,
) -> None:
    """Derive one plot's figures, clause by clause: the answer first."""
    import boligplan_geo as bg
    from boligplan_geo.explain import derivation
    from boligplan_geo.read.result import read_manifest

    with _said_plainly():
        audience = read_manifest(directory)["audience"]
        analysis = bg.read_run(directory)
        try:
            told = derivation(
                analysis, plot_id, language=language.value, audience=audience,
                detail="summary" if summary else "full", format="html" if html else "text",
            )  # fmt: skip
        except KeyError as error:
            print(error.args[0], file=sys.stderr)
            raise typer.Exit(1) from None
        if html is None:
            print(told)
        else:
            html.write_text(told, "utf-8")
            print(html)


@app.command()
def verify(directory: Folder) -> None:
    """Check a result against the contract, with own code; exit 1 on a violation."""
    import boligplan_geo as bg

    with _said_plainly():
        violations = bg.verify(directory)
        print(violations)
        if violations:
            raise typer.Exit(1)


@app.command()
def sample(
    directory: Annotated[Path, typer.Argument(help="Folder to make", metavar="DIR")],
    plots: Annotated[int | None, typer.Option(min=1, help="About how many plots")] = None,
    seed: Annotated[int | None, typer.Option(help="Other seed, other town")] = None,
) -> None:
    """Make the fictional Sundøy kommune: input files to try everything on."""
    from boligplan_geo.sample import make_sample

    given = {"plots": plots, "seed": seed}
    with _said_plainly():
        print(make_sample(directory, **{k: v for k, v in given.items() if v is not None}))


@app.command()
def unlock(
    config: Config,
    homes: Annotated[int, typer.Option(help="Net homes wanted on top of today's plan homes")],
    near: Annotated[
        str | None, typer.Option(help="Centre or district, id or name; none: everywhere")
    ] = None,
    within_min: Annotated[
        float | None, typer.Option(help="Only within so many minutes' walk of the centre")
    ] = None,
    outdoor_floor: Annotated[
        float | None, typer.Option(help="Outdoor area (MUA) a home that stays, m²")
    ] = None,
    parking_floor: Annotated[
        float | None, typer.Option(help="Parking spaces a home that stay")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Table of the changes, .xlsx or .csv", metavar="FILE")
    ] = None,
    language: InLanguage = Language.nb,
) -> None:
    """Find the smallest plan changes that give so many more homes around a centre."""
    import boligplan_geo as bg
    from boligplan_geo.unlock.told import table_path, write_table

    with _said_plainly():
        try:
            path = table_path(out) if out else None  # said before the work, not after it
            _tell("reading")
            analysis = bg.analyse(bg.read_municipality(config), progress=True)
            found = bg.unlock(
                analysis,
                homes=homes,
                near=near,
                within_min=within_min,
                outdoor_floor_m2=outdoor_floor,
                parking_floor_count=parking_floor,
            )
        except InputError:
            raise
        except ValueError as error:
            print(error, file=sys.stderr)
            raise typer.Exit(1) from None
        print(found.explain(language.value))
        if path:
            write_table(found, path, language.value)
            print(f"\n  {path}")


def _version(asked: bool) -> None:
    if asked:
        print(f"boligplan {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version")
    ] = False,
) -> None:
    """Densification and housing-mix screening for Norwegian municipalities."""


@contextmanager
def _said_plainly() -> Iterator[None]:
    """Print wrong input as its text, and warnings as one line each, without a traceback."""
    with warnings.catch_warnings():
        warnings.showwarning = lambda message, *_, **__: _tell(f"warning: {message}")
        try:
            yield
        except InputError as error:
            print(error, file=sys.stderr)
            raise typer.Exit(1) from None


def _tell(text: str) -> None:
    print(text, file=sys.stderr)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):  # a bare container speaks ASCII; we say æøå
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    app()
