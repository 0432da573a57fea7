"""SOSI text files as groups of elements: encoding, comments, levels, repeated parts.

References
----------
SOSI del 1, «Realisering i SOSI-format», versions 3 to 4.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

#: ``TEGNSETT`` as Python calls it. ANSI is what Windows wrote, DOSN8 what DOS did in Norway.
_ENCODINGS = {
    "UTF-8": "utf-8", "ISO8859-1": "cp1252", "ISO8859-10": "iso8859-10",
    "ISO8859-15": "iso8859-15", "ANSI": "cp1252", "DOSN8": "cp865",
}  # fmt: skip
_TOKEN = re.compile(r"\"[^\"]*\"|'[^']*'|!.*|[^\s!]+")
_ELEMENT = re.compile(r"(\.+)([^\W\d_].*)")
_NUMBERS = re.compile(r"[\s\d.+-]*\d")
_COORDINATES = ("NØ", "NØH")


@dataclass
class Element:
    """An element of a group, such as ``..KOPIDATA`` with the elements below it."""

    name: str
    values: list[str] = field(default_factory=list)
    parts: list[Element] = field(default_factory=list)

    def part(self, name: str) -> Element | None:
        """The first element of a name directly below this one."""
        return next((p for p in self.parts if p.name == name), None)

    def value(self, name: str, otherwise: str = "") -> str:
        """The first value of the first element of a name below this one."""
        found = self.part(name)
        return found.values[0] if found is not None and found.values else otherwise


def decoded(data: bytes) -> tuple[str, str]:
    """The text of a file, and the encoding it declares where that is not what it is in.

    Files often declare ISO8859-10 and hold UTF-8. Text with æ, ø and å in an 8-bit encoding is
    never UTF-8 by chance, so what can be read as UTF-8 is.

    Examples
    --------
    >>> decoded(".HODE\\n..TEGNSETT ISO8859-10\\n..EIER Å".encode())[1]
    'ISO8859-10'
    >>> decoded(".HODE\\n..TEGNSETT ISO8859-1\\n..EIER Å".encode("latin-1"))
    ('.HODE\\n..TEGNSETT ISO8859-1\\n..EIER Å', '')
    """
    said = re.search(rb"^\.\.TEGNSETT\s+(\S+)", data, re.MULTILINE)
    declared = said.group(1).decode("ascii", "replace").upper() if said else ""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        if declared and declared not in _ENCODINGS:
            known = ", ".join(_ENCODINGS)
            raise ValueError(f"TEGNSETT {declared} is not known; known are {known}") from None
        return data.decode(_ENCODINGS.get(declared, "cp1252"), "replace"), ""
    is_ascii = all(byte < 128 for byte in data)
    return text, "" if is_ascii or declared in ("", "UTF-8") else declared


def groups(text: str) -> Iterator[Element]:
    """Groups of a file (``.HODE``, ``.KURVE 250:`` …), with their elements.

    Examples
    --------
    >>> flate = next(groups(".FLATE 7:\\n..OBJTYPE Tank !note\\n..REF :1\\n(:-2)\\n..NØ\\n5 6"))
    >>> flate.values, [(part.name, part.values) for part in flate.parts]
    (['7:'], [('OBJTYPE', ['Tank']), ('REF', [':1', '(:-2)']), ('NØ', ['5', '6'])])
    """
    stack: list[Element] = []
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("!"):
            continue
        if stack and _NUMBERS.fullmatch(line.rstrip()):  # most lines are coordinates
            _holder(stack).values += line.split()
            continue
        for place, token in enumerate(_TOKEN.findall(line)):
            if token.startswith("!"):
                break
            found = _ELEMENT.fullmatch(token)
            if found is None:
                # a line without an element goes on with the one before
                target = _holder(stack) if place == 0 and stack else stack[-1] if stack else None
                if target is not None:
                    target.values.append(token.strip("\"'"))
                continue
            level, element = len(found.group(1)), Element(found.group(2))
            if level == 1 and stack:
                yield stack[0]
            stack = stack[: level - 1]
            if stack:
                stack[-1].parts.append(element)
            stack.append(element)
    if stack:
        yield stack[0]


def _holder(stack: list[Element]) -> Element:
    """What a line without an element belongs to: coordinates go on after a node mark (KP)."""
    return next((e for e in stack if e.name in _COORDINATES), stack[-1])


def flattened(group: Element, left_out: tuple[str, ...] = ()) -> dict[str, object]:
    """Attributes of a group under dotted names.

    An element that occurs several times is a list: of dicts where it has parts, else of text.

    Examples
    --------
    >>> next(map(flattened, groups(".PUNKT 1:\\n..UTNYTT\\n...UTNTYP 16\\n...UTNTALL 40")))
    {'UTNYTT.UTNTYP': '16', 'UTNYTT.UTNTALL': '40'}
    """
    row: dict[str, object] = {}
    count: dict[str, int] = {}
    for element in group.parts:
        count[element.name] = count.get(element.name, 0) + 1
    for element in group.parts:
        name = element.name
        if name in left_out:
            continue
        own = " ".join(element.values)
        inner = flattened(element)
        if count[name] > 1:
            cell = row.setdefault(name, [])
            if isinstance(cell, list):
                cell.append({**inner, **({name: own} if own else {})} if inner else own)
            continue
        if own or not inner:
            row[name] = own
        row |= {f"{name}.{key}": value for key, value in inner.items()}
    return row
