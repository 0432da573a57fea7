"""The derivation as one printable page (A4): the same lines as the text, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

_STYLE = """
@page { size: A4; margin: 18mm 16mm; }
body { font: 10.5pt/1.4 "Segoe UI", "Noto Sans", sans-serif; color: #1a1a1a;
       max-width: 178mm; margin: 1.5em auto; padding: 0 1em; }
h1 { font-size: 17pt; margin: 0 0 .2em; }
h2 { font-size: 12.5pt; margin: 1.4em 0 .3em; border-bottom: .6pt solid #999;
     break-after: avoid; }
p { margin: .12em 0; overflow-wrap: anywhere; }
p.equation { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: 9pt;
             break-inside: avoid; }
section.first { background: #eef4f8; border-left: 3pt solid #2268ad; padding: .4em .9em; }
section.first h2 { border: 0; margin-top: .2em; }
.mark { font-weight: 600; color: #7a2d00; }
footer { margin-top: 2em; font-size: 9pt; color: #444; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
"""


def page(
    title: str,
    marks: Iterable[str],
    sections: Sequence[tuple[str, list[str]]],
    footer: str,
    language: str,
) -> str:
    """Lay the sections of a derivation out as HTML.

    Parameters
    ----------
    title : str
    marks : iterable of str
        What must stand at the top: fictional, internal.
    sections : sequence of (heading, lines)
        Lines are indented by two spaces a level; the first section is the conclusion.
    footer, language : str

    Examples
    --------
    >>> html = page("Tomt 1/1", [], [("Kort sagt", ["a < b", "  = 1 + 1 = 2"])], "Screening", "nb")
    >>> "a &lt; b" in html and '<p class="equation" style="margin-left:1.2em">' in html
    True
    """
    body = [f"<h1>{escape(title)}</h1>"]
    body += [f'<p class="mark">{escape(mark)}</p>' for mark in marks]
    for place, (heading, lines) in enumerate(sections):
        first = ' class="first"' if place == 0 else ""
        body += [f"<section{first}>", f"<h2>{escape(heading)}</h2>", *_lines(lines), "</section>"]
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{language}"><head><meta charset="utf-8">',
            f"<title>{escape(title)}</title>",
            f"<style>{_STYLE}</style></head><body>",
            *body,
            f"<footer>{escape(footer)}</footer>",
            "</body></html>",
            "",
        ]
    )


def _lines(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        text = line.lstrip(" ")
        level = (len(line) - len(text)) // 2
        kind = ' class="equation"' if text.startswith("= ") else ""
        inset = f' style="margin-left:{1.2 * level:g}em"' if level else ""
        yield f"<p{kind}{inset}>{escape(text)}</p>"
