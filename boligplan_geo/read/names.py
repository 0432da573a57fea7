"""Names without what sources disagree about: case, accents, dots, transliteration."""

from __future__ import annotations

import re


def plain(name: str) -> str:
    """A name without case, accents, dots and underscores: ``Områdenavn`` → ``omradenavn``.

    Examples
    --------
    >>> plain("KPAREALFORMÅL"), plain("utnytting.utnyttingstype")
    ('kparealformal', 'utnyttingutnyttingstype')
    """
    return _letters(name.casefold().replace("å", "a").replace("ø", "o").replace("æ", "ae"))


def spellings(name: str) -> set[str]:
    """Every transliteration of a name: å as a or aa, æ as ae or e, ø as o or oe.

    Examples
    --------
    >>> sorted(spellings("støy"))
    ['stoey', 'stoy']
    """
    folded = name.casefold()
    forms = {folded}
    for letter, replacements in (("å", ("a", "aa")), ("æ", ("ae", "e")), ("ø", ("o", "oe"))):
        forms = {form.replace(letter, new) for form in forms for new in replacements}
    return {_letters(form) for form in forms}


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text)


def last_name(name: str) -> str:
    """The last part of a dotted name: ``utnytting.utnyttingstype`` → ``utnyttingstype``."""
    return re.split(r"[.:/|]", name)[-1]
