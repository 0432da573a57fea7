"""A small reader of printed equations, written apart from the package: whoever has the page can
compute again what it says. Nothing is imported from `boligplan_geo`."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping

UNKNOWN = ("ukjent", "unknown", "ingen grense", "no limit")
FUNCTIONS: Mapping[str, Callable[[list[float]], float]] = {
    "least": lambda v: math.nan if any(map(math.isnan, v)) else min(v),
    "greatest": lambda v: math.nan if any(map(math.isnan, v)) else max(v),
    "least_known": lambda v: min((x for x in v if not math.isnan(x)), default=math.nan),
    "greatest_known": lambda v: max((x for x in v if not math.isnan(x)), default=math.nan),
    "first_known": lambda v: next((x for x in v if not math.isnan(x)), math.nan),
    "floor": lambda v: math.nan if math.isnan(v[0]) else float(math.floor(v[0] + 1e-9)),
}
#: What functions are called: on paper in both languages, and in the text that ran.
WORDS = {
    "minste kjente av": "least_known", "least known of": "least_known",
    "største kjente av": "greatest_known", "greatest known of": "greatest_known",
    "første kjente av": "first_known", "first known of": "first_known",
    "minste av": "least", "least of": "least", "største av": "greatest",
    "greatest of": "greatest", "rundet ned": "floor", "rounded down": "floor",
    "most_known": "greatest_known", "min": "least", "max": "greatest",
}  # fmt: skip
_NAMES = sorted({*WORDS, *FUNCTIONS}, key=len, reverse=True)
_TOKEN = re.compile(
    r"\s*(?:(?P<unknown>" + "|".join(UNKNOWN) + r")|(?P<function>" + "|".join(_NAMES)
    + r")(?=\s*\()|(?P<if>hvis|if)\b|(?P<else>ellers|else)\b|(?P<number>\d+(?:[.,]\d+)?)"
    r"|(?P<name>[a-z]\w*)|(?P<compare>≥|>=|>)|(?P<sign>[-+×*/()−;,]))"
)  # fmt: skip


def tokens(text: str, *, is_norwegian: bool) -> list[tuple[str, str]]:
    """The signs of an expression; a comma parts arguments in English, decimals in Norwegian."""
    if is_norwegian:
        text = re.sub(r"(?<=\d),(?=\d)", ".", text)
    found, at = [], 0
    while at < len(text.rstrip()):
        match = _TOKEN.match(text, at)
        if not match:
            raise ValueError(f"cannot read {text[at:]!r} of {text!r}")
        kind = str(match.lastgroup)
        found.append((kind, match[kind]))
        at = match.end()
    return found


class Reader:
    """Recursive descent over `tokens`; NaN is unknown, and a division by 0 is too."""

    def __init__(self, signs: list[tuple[str, str]], values: Mapping[str, float]) -> None:
        self.signs, self.values, self.at = [*signs, ("end", "")], values, 0

    def take(self, *texts: str) -> str:
        kind, text = self.signs[self.at]
        if texts and text not in texts:
            return ""
        self.at += 1
        return text or kind

    def whole(self) -> float:
        value = self.choice()
        if self.signs[self.at][0] != "end":
            raise ValueError(f"unread: {self.signs[self.at :]}")
        return value

    def choice(self) -> float:
        value = self.sum()
        if self.signs[self.at][0] != "if":
            return value
        self.at += 1
        left = self.sum()
        sign = self.take("≥", ">=", ">")
        right = self.sum()
        self.at += 1  # else
        other = self.choice()
        if math.isnan(left) or math.isnan(right):
            return math.nan
        return value if (left > right if sign == ">" else left >= right) else other

    def sum(self) -> float:
        value = self.product()
        while sign := self.take("+", "-", "−"):
            other = self.product()
            value = value + other if sign == "+" else value - other
        return value

    def product(self) -> float:
        value = self.one()
        while sign := self.take("×", "*", "/"):
            other = self.one()
            if sign == "/":
                value = math.nan if other == 0 else value / other
            else:
                value *= other
        return value

    def one(self) -> float:
        kind, text = self.signs[self.at]
        self.at += 1
        if kind == "number":
            return float(text)
        if kind == "unknown":
            return math.nan
        if kind == "name":
            return self.values[text]
        if text in ("-", "−"):
            return -self.one()
        if kind == "function":
            self.at += 1  # (
            given = [self.choice()]
            while self.take(";", ","):
                given.append(self.choice())
            self.close()
            return FUNCTIONS[WORDS.get(text, text)](given)
        if text == "(":
            value = self.choice()
            self.close()
            return value
        raise ValueError(f"unexpected {kind} {text!r}")

    def close(self) -> None:
        if not self.take(")"):
            raise ValueError(f"no ) at {self.signs[self.at :]}")


def computed(text: str, *, is_norwegian: bool, values: Mapping[str, float] | None = None) -> float:
    """What an expression gives.

    >>> computed("største av (1; rundet ned (9,5 / 3))", is_norwegian=True)
    3.0
    """
    return Reader(tokens(text, is_norwegian=is_norwegian), values or {}).whole()


_RESULT = re.compile(r"^= (?P<left>.+) = (?P<right>[−-]?[\d.,]+|ukjent|unknown)(?P<unit> .*)?$")


def equations(text: str, *, is_norwegian: bool) -> Iterator[tuple[str, float, float, str]]:
    """Every printed equation: its left side, what that gives, what is printed, and of what.

    The last is the column named in brackets on the line above, while its steps last.
    """
    name = ""
    for line in text.splitlines():
        said = line.strip()
        heading = re.search(r"\((\w+)\)$", said)
        if heading and not said.startswith("= "):
            name = heading[1]
        match = _RESULT.match(said)
        if not match or "«" in said or "“" in said:
            continue
        printed = match["right"].replace("−", "-")
        if is_norwegian:
            printed = printed.replace(",", ".")
        value = math.nan if printed in UNKNOWN else float(printed)
        yield match["left"], computed(match["left"], is_norwegian=is_norwegian), value, name


def close(one: float, printed: float) -> bool:
    """Whether a figure is the printed one within its rounding."""
    if math.isnan(one) or math.isnan(printed):
        return math.isnan(one) and math.isnan(printed)
    return abs(one - printed) <= max(0.00501, 0.00051 * min(abs(printed), 1.0))
