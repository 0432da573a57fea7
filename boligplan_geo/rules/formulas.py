"""Formulas as text: one expression a derived column, evaluated on columns, printed with numbers.

The expression that is shown is the one that ran: the same text is parsed once with `ast`, its
nodes checked against a short list, and walked by `evaluate` (whole columns) and `shown` (one
row). Nothing is ever handed to Python's own evaluator.

What an expression may hold: numbers, column names, ``+ - * /``, comparisons, ``and or not``,
``a if condition else b`` and the functions of `FUNCTIONS`. NaN means unknown and spreads: the
smallest of a number and an unknown is unknown (`min`, `max`), unless the formula says that what
is not set does not limit (`least_known`). Dividing by zero gives NaN (`divides_by_zero` tells
where). A condition on an unknown is unknown, and so is the choice that hangs on it.
"""

from __future__ import annotations

import ast
import math
from collections.abc import Callable, Mapping
from functools import cache, reduce
from typing import Any

import numpy as np
import pandas as pd

#: Relative noise that `floor` forgives: 700 / (70 / 0.85) / 8.5 must be whole if it is on paper.
FLOOR_NOISE = 1e-9

Columns = Mapping[str, Any]
Values = Any  # float array or number: numpy's operators take both


def _floor(value: Values) -> Values:
    return np.floor(value + FLOOR_NOISE * np.maximum(1.0, np.abs(value)))


def _first_known(*values: Values) -> Values:
    return reduce(lambda kept, other: np.where(np.isnan(kept), other, kept), values)


FUNCTIONS: Mapping[str, Callable[..., Values]] = {
    "min": lambda *values: reduce(np.minimum, values),
    "max": lambda *values: reduce(np.maximum, values),
    "least_known": lambda *values: reduce(np.fmin, values),
    "most_known": lambda *values: reduce(np.fmax, values),
    "first_known": _first_known,
    "known": lambda value: np.where(np.isnan(value), 0.0, 1.0),
    "floor": _floor,
}

_ARITHMETIC: Mapping[type[ast.operator], Callable[[Values, Values], Values]] = {
    ast.Add: np.add,
    ast.Sub: np.subtract,
    ast.Mult: np.multiply,
}
_COMPARISONS: Mapping[type[ast.cmpop], Callable[[Values, Values], Values]] = {
    ast.Lt: np.less,
    ast.LtE: np.less_equal,
    ast.Gt: np.greater,
    ast.GtE: np.greater_equal,
    ast.Eq: np.equal,
    ast.NotEq: np.not_equal,
}


def evaluate(formula: str, columns: Columns) -> Values:
    """Evaluate a formula on whole columns.

    Parameters
    ----------
    formula : str
        Expression over the names in `columns`.
    columns : mapping of name to column
        A DataFrame, or any mapping to Series, arrays or numbers.

    Returns
    -------
    array of float
        One value a row; NaN where unknown. A number where all that it reads are numbers.

    Raises
    ------
    KeyError
        Where the formula names a column that is not there.
    ValueError
        Where the text holds what a formula may not.

    Examples
    --------
    >>> plots = pd.DataFrame({"bya_m2": [192.0, 100.0], "storeys": [2.0, float("nan")]})
    >>> evaluate("bya_m2 * storeys", plots)
    array([384.,  nan])
    >>> evaluate("least_known(bya_m2, storeys)", plots)
    array([  2., 100.])
    """
    return _value(_parsed(formula), columns, formula)


def derive(formulas: Mapping[str, str], columns: pd.DataFrame) -> pd.DataFrame:
    """Add one column a formula, in order; later ones may read earlier ones.

    Examples
    --------
    >>> derive({"bra_m2": "bya_m2 * 2", "left_m2": "max(0, bra_m2 - 100)"},
    ...        pd.DataFrame({"bya_m2": [40.0, 90.0]})).left_m2.tolist()
    [0.0, 80.0]
    """
    known: dict[str, Any] = {name: columns[name] for name in columns}
    for name, formula in formulas.items():
        value = evaluate(formula, known)
        known[name] = np.broadcast_to(np.asarray(value, dtype=float), (len(columns),))
    return pd.DataFrame(known, index=columns.index)


@cache
def names(formula: str) -> tuple[str, ...]:
    """Columns that a formula reads, in order of appearance.

    Examples
    --------
    >>> names("min(bra_given_m2, bya_share / 100 * net_m2)")
    ('bra_given_m2', 'bya_share', 'net_m2')
    """
    nodes = ast.walk(_parsed(formula))
    called = {id(n.func) for n in ast.walk(_parsed(formula)) if isinstance(n, ast.Call)}
    found = [n for n in nodes if isinstance(n, ast.Name) and id(n) not in called]
    found.sort(key=lambda n: n.col_offset)
    return tuple(dict.fromkeys(n.id for n in found))


def shown(formula: str, row: Columns, *, language: str = "nb") -> str:
    """Print a formula with one row's numbers and its result.

    Parameters
    ----------
    formula : str
        The text that ran.
    row : mapping of name to number
        One row of the table it ran on.
    language : str
        Of the word for what is unknown.

    Returns
    -------
    str

    Examples
    --------
    >>> row = {"bra_given_m2": 588, "percent": 30, "net_m2": 640, "storeys": 2}
    >>> shown("min(bra_given_m2, percent / 100 * net_m2 * storeys)", row)
    'min(588, 30 / 100 * 640 * 2) = 384'
    """
    unknown = "ukjent" if language == "nb" else "unknown"

    class Numbers(ast.NodeTransformer):
        def visit_Call(self, node: ast.Call) -> ast.Call:
            return ast.Call(node.func, [self.visit(a) for a in node.args], [])

        def visit_Name(self, node: ast.Name) -> ast.Name:
            return ast.Name(_number(row[node.id], unknown), ast.Load())

    text = ast.unparse(Numbers().visit(ast.parse(formula, mode="eval")))
    return f"{text} = {_number(evaluate(formula, row), unknown)}"


def divides_by_zero(formula: str, columns: Columns) -> Values:
    """Tell where a formula divides by zero, so that its NaN can carry a reason.

    Examples
    --------
    >>> divides_by_zero("homes / area_m2", pd.DataFrame({"homes": [1, 1], "area_m2": [0, 10]}))
    array([ True, False])
    """
    divisors = [
        _value(node.right, columns, formula)
        for node in ast.walk(_parsed(formula))
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
    ]
    return reduce(np.logical_or, [np.equal(d, 0) for d in divisors], np.False_)


@cache
def _parsed(formula: str) -> ast.expr:
    """Parse a formula and refuse whatever is not on the list."""
    try:
        body = ast.parse(formula, mode="eval").body
    except SyntaxError as error:
        raise ValueError(f"not a formula: {formula!r} ({error.msg})") from error
    _check(body, formula)
    return body


def _check(node: ast.AST, formula: str) -> None:
    allowed = (ast.BinOp, ast.UnaryOp, ast.Compare, ast.BoolOp, ast.IfExp, ast.Name)
    operators = (*_ARITHMETIC, ast.Div, *_COMPARISONS, ast.And, ast.Or, ast.Not, ast.USub)
    if isinstance(node, ast.Call):
        if not isinstance(node.func, ast.Name) or node.func.id not in FUNCTIONS or node.keywords:
            raise ValueError(f"not a function of formulas in {formula!r}: {ast.unparse(node)}")
        children: list[ast.AST] = list(node.args)
    elif isinstance(node, ast.Constant):
        if type(node.value) not in (int, float):
            raise ValueError(f"only numbers may stand in a formula, given {node.value!r}")
        children = []
    elif isinstance(node, (*allowed, *operators, ast.Load)):
        children = list(ast.iter_child_nodes(node))
    else:
        raise ValueError(f"{type(node).__name__} may not stand in a formula: {formula!r}")
    for child in children:
        _check(child, formula)


def _value(node: ast.expr, columns: Columns, formula: str) -> Values:
    def of(child: ast.expr) -> Values:
        return _value(child, columns, formula)

    if isinstance(node, ast.Constant):
        return float(node.value)  # type: ignore[arg-type]  # _check allows numbers only
    if isinstance(node, ast.Name):
        if node.id not in columns:
            raise KeyError(f"no column {node.id!r} for the formula {formula!r}")
        column = np.asarray(columns[node.id], dtype=float)
        return column if column.ndim else float(column)
    if isinstance(node, ast.Call):
        return FUNCTIONS[node.func.id](*map(of, node.args))  # type: ignore[attr-defined]
    if isinstance(node, ast.IfExp):
        return _choice(of(node.test), of(node.body), of(node.orelse))
    if isinstance(node, ast.BoolOp):
        # on 1, 0 and unknown: an unknown part leaves the whole unknown
        both = np.minimum if isinstance(node.op, ast.And) else np.maximum
        return reduce(both, map(of, node.values))
    if isinstance(node, ast.UnaryOp):
        value = of(node.operand)
        return -value if isinstance(node.op, ast.USub) else 1.0 - value
    if isinstance(node, ast.Compare):
        return _comparison(node, of)
    if not isinstance(node, ast.BinOp):
        raise ValueError(f"{type(node).__name__} may not stand in a formula: {formula!r}")
    left, right = of(node.left), of(node.right)
    if isinstance(node.op, ast.Div):
        safe = np.where(np.equal(right, 0), np.nan, right)
        return np.divide(left, safe)
    return _ARITHMETIC[type(node.op)](left, right)


def _choice(condition: Values, yes: Values, no: Values) -> Values:
    chosen = np.where(condition != 0, yes, no)
    return np.where(np.isnan(condition), np.nan, chosen)


def _comparison(node: ast.Compare, of: Callable[[ast.expr], Values]) -> Values:
    operands = [of(child) for child in (node.left, *node.comparators)]
    unknown = reduce(np.logical_or, [np.isnan(value) for value in operands])
    pairs = zip(node.ops, operands[:-1], operands[1:], strict=True)
    holds = reduce(np.logical_and, [_COMPARISONS[type(op)](a, b) for op, a, b in pairs])
    return np.where(unknown, np.nan, holds.astype(float))


def _number(value: Any, unknown: str) -> str:
    """A number as people write it: whole where whole, else four digits that count."""
    number = float(value)
    if not math.isfinite(number):
        return unknown if math.isnan(number) else str(number)
    rounded = round(number, 2) if abs(number) >= 1 else float(f"{number:.4g}")
    return f"{rounded:.0f}" if rounded == int(rounded) else f"{rounded:.10g}"
