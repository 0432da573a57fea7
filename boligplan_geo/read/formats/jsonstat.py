"""JSON-stat 1 and 2 (SSB's statistics) as flat tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd


def is_jsonstat(document: object) -> bool:
    """Whether a parsed JSON document is a JSON-stat data set."""
    if not isinstance(document, dict):
        return False
    inner = document.get("dataset", document)
    return isinstance(inner, dict) and "dimension" in inner and "value" in inner


def table(document: Mapping[str, Any], *, labels: bool = False) -> pd.DataFrame:
    """One row a cell: a column per dimension (codes) and ``value``.

    Parameters
    ----------
    document : mapping
        JSON-stat 2 data set, or a JSON-stat 1 bundle with one ``dataset``.
    labels : bool
        Labels of the categories instead of their codes.

    Returns
    -------
    DataFrame
        In row-major order, as the cells lie; NaN where the value is null or its status ``"."``.

    Raises
    ------
    ValueError
        Where sizes and number of values disagree.

    Examples
    --------
    >>> table({"id": ["Region", "Tid"], "size": [1, 2], "value": [5, None], "dimension": {
    ...     "Region": {"category": {"index": ["9999"]}},
    ...     "Tid": {"category": {"index": {"2023": 0, "2024": 1}}}}})
      Region   Tid  value
    0   9999  2023    5.0
    1   9999  2024    NaN
    """
    data = document.get("dataset", document)
    dimensions = data["dimension"]
    names = data.get("id") or dimensions["id"]
    size = [int(n) for n in (data.get("size") or dimensions["size"])]
    cells = int(np.prod(size))
    categories = [_categories(dimensions[name], labels=labels) for name in names]
    if [len(c) for c in categories] != size:
        raise ValueError(
            f"sizes {size} need as many categories, given {list(map(len, categories))}"
        )
    columns: dict[str, object] = {}
    for axis, (name, members) in enumerate(zip(names, categories, strict=True)):
        inner = int(np.prod(size[axis + 1 :]))
        outer = cells // (inner * size[axis]) if cells else 0
        columns[name] = np.tile(np.repeat(np.asarray(members, dtype=object), inner), outer)
    columns["value"] = _values(data, cells)
    return pd.DataFrame(columns)


def _categories(dimension: Mapping[str, Any], *, labels: bool) -> list[str]:
    category = dimension["category"]
    index = category.get("index")
    if index is None:  # a dimension of one category may leave its index out
        codes = list(category["label"])
    elif isinstance(index, dict):
        codes = sorted(index, key=index.__getitem__)
    else:
        codes = list(index)
    return [str(category["label"][c]) for c in codes] if labels else [str(c) for c in codes]


def _values(data: Mapping[str, Any], cells: int) -> np.ndarray:
    values = np.full(cells, np.nan)
    given = data["value"]
    items = given.items() if isinstance(given, dict) else enumerate(given)
    if not isinstance(given, dict) and len(given) != cells:
        raise ValueError(f"{cells} cells need as many values, given {len(given)}")
    for position, value in items:
        if value is not None:
            values[int(position)] = float(value)
    return values
