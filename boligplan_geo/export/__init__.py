"""Write a run to a folder that is whole or absent: layers, map, sheets, report, manifest."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from boligplan_geo.errors import InputError, Problem
from boligplan_geo.export import geopackage, workbook
from boligplan_geo.export.language import in_language
from boligplan_geo.export.layers import layers_of, public_view
from boligplan_geo.export.manifest import FORMAT, manifest
from boligplan_geo.result import Analysis
from boligplan_geo.words import LANGUAGES, phrase

INTERNAL = "-internal"  # what is not for the public lies in a folder that says so


def export(
    run: Analysis,
    directory: str | os.PathLike[str],
    *,
    language: str = "nb",
    audience: str = "public",
) -> Path:
    """Write ``analysis.gpkg``, ``map.html``, ``sites.xlsx``, reports and ``manifest.json``.

    Everything is written into a folder beside, which then takes the place of `directory`: the
    result is whole or absent. An existing folder is replaced only where it is empty or an
    earlier result.

    Parameters
    ----------
    run : Analysis
    directory : path
        For ``audience="internal"`` its name gets the ending ``-internal``.
    language : {"nb", "en"}
        Of the map, sheets, reports and labels.
    audience : {"public", "internal"}
        For the public the owner class is withheld wherever a home stands.

    Returns
    -------
    Path
        The folder that was written.

    Raises
    ------
    InputError
        Where `directory` holds something that is not ours, or cannot be made.
    ValueError
        Where `language` or `audience` is unknown.
    """
    if language not in LANGUAGES:
        raise ValueError(f"language {language!r}: needs one of {', '.join(LANGUAGES)}")
    view = public_view(run, audience)
    target = destination(directory, audience)
    problem = occupied(target)
    if problem:
        raise InputError([problem])
    target.parent.mkdir(parents=True, exist_ok=True)
    _clear_leftovers(target)
    beside = target.with_name(f".{target.name}.partial-{os.getpid()}")
    beside.mkdir()
    try:
        _write_all(view, beside, language, audience)
        _put_in_place(beside, target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return target


def destination(directory: str | os.PathLike[str], audience: str = "public") -> Path:
    """Folder that a result goes to: what is not for the public says so in its name.

    Examples
    --------
    >>> destination("out", "internal").name
    'out-internal'
    """
    target = Path(directory).absolute() if str(directory) in ("", ".", "..") else Path(directory)
    if audience == "internal" and not target.name.endswith(INTERNAL):
        return target.with_name(target.name + INTERNAL)
    return target


def occupied(directory: Path) -> Problem | None:
    """Say what stands in the way of writing a result to a folder, if anything."""
    if not directory.exists():
        return None
    if not directory.is_dir():
        return Problem("out", f"{directory} is a file", "name another folder")
    if not any(directory.iterdir()) or is_ours(directory):
        return None
    return Problem(
        "out", f"{directory} holds files that are not an earlier result", "name another folder"
    )


def is_ours(directory: Path) -> bool:
    """Whether a folder is an earlier result: its manifest says so."""
    try:
        found = json.loads((directory / "manifest.json").read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(found, dict) and found.get("format") == FORMAT


def _write_all(view: Analysis, folder: Path, language: str, audience: str) -> None:
    # imported late: drawing libraries are needed only here
    from boligplan_geo import report
    from boligplan_geo.maps import map_candidates
    from boligplan_geo.report import pdf
    from boligplan_geo.report.picture import picture

    view = in_language(view, language)
    layers, path = layers_of(view), folder / "analysis.gpkg"
    written = geopackage.write(layers, path, language=language, audience=audience)
    contents = manifest(view, written, language=language, audience=audience)
    workbook.write(view, folder / "sites.xlsx", language=language)
    mark = phrase("internal_mark", language) if audience == "internal" else ""
    marks = [phrase("proposed_mark", language)] if view.plans_code == "proposed" else []
    marks += [mark] if mark else []
    # the map's title is all that it shows of the name
    titled = replace(view, name=f"{view.name} ({', '.join(marks)})") if marks else view
    map_candidates(titled, language=language, audience=audience).save(str(folder / "map.html"))
    given: Any = {"language": language, "audience": audience}
    given["overview"] = picture(view, language=language, watermark=mark)  # drawn once for both
    (folder / "report.html").write_text(report.page(view, contents, **given), "utf-8")
    pdf.write(view, contents, folder / "report.pdf", **given)
    text = json.dumps(contents, ensure_ascii=False, indent=1) + "\n"
    (folder / "manifest.json").write_text(text, "utf-8")


def _clear_leftovers(target: Path) -> None:
    """Take away what killed exports to the same folder left beside it.

    Only folders named as `export` names them, and whose process no longer lives. An earlier
    result that was moved aside when its replacement was killed goes back to its place.
    """
    pattern = re.compile(rf"\.{re.escape(target.name)}\.(partial|earlier)-([1-9]\d*)")
    for folder in sorted(target.parent.iterdir()):
        found = pattern.fullmatch(folder.name)
        if not found or folder.is_symlink() or not folder.is_dir() or _is_alive(int(found[2])):
            continue
        if found[1] == "earlier" and not target.exists():
            folder.rename(target)
        else:
            shutil.rmtree(folder, ignore_errors=True)


def _is_alive(process: int) -> bool:
    """Whether a process runs; on Windows always yes, where asking this way would end it."""
    if sys.platform == "win32":
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:  # someone else's
        return True
    return True


def _put_in_place(beside: Path, target: Path) -> None:
    """Rename the new folder to its place; an earlier result goes only once the new one stands."""
    earlier = target.with_name(f".{target.name}.earlier-{os.getpid()}")
    if target.exists():
        target.rename(earlier)
    try:
        beside.rename(target)
    except OSError:
        if earlier.exists():
            earlier.rename(target)
        raise
    shutil.rmtree(earlier, ignore_errors=True)
