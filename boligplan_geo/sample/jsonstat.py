"""Write JSON-stat 2 as Statistics Norway publishes it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

#: Roles of SSB's dimensions.
ROLES = {"time": "Tid", "geo": "Region", "metric": "ContentsCode"}


def dataset(
    table: pd.DataFrame,
    *,
    dimensions: Mapping[str, Mapping[str, str]],
    contents: tuple[str, str],
    label: str,
    decimals: int = 0,
) -> dict[str, object]:
    """A JSON-stat 2 dataset of a tidy table.

    Parameters
    ----------
    table : DataFrame
        A column a dimension (codes as text) and ``value``; cells that are absent are 0.
    dimensions : mapping of dimension code to mapping of category code to label
        In the order of the cube. ``ContentsCode`` is put before the last one, ``Tid``.
    contents : (code, label)
        Of the one measure.
    label : str
        Title of the table.
    decimals : int
        Of the measure.

    Returns
    -------
    dict

    Examples
    --------
    >>> table = pd.DataFrame({"Region": ["9999"], "Tid": ["2024"], "value": [7]})
    >>> cube = dataset(table, dimensions={"Region": {"9999": "Sundøy"}, "Tid": {"2024": "2024"}},
    ...     contents=("Boliger", "Boliger"), label="Boliger")
    >>> cube["id"], cube["size"], cube["value"]
    (['Region', 'ContentsCode', 'Tid'], [1, 1, 1], [7])
    """
    names = list(dimensions)
    index = pd.MultiIndex.from_product([list(dimensions[n]) for n in names], names=names)
    known = table.set_index(names)["value"]
    values = known.reindex(index, fill_value=0).to_numpy()
    order = [*names[:-1], "ContentsCode", names[-1]]
    categories = {**dimensions, "ContentsCode": {contents[0]: contents[1]}}
    return {
        "version": "2.0",
        "class": "dataset",
        "label": label,
        "source": "Oppdiktede tall for Sundøy kommune",
        "updated": "2024-02-20T07:00:00Z",
        "id": order,
        "size": [len(categories[n]) for n in order],
        "dimension": {
            n: {
                "label": n,
                "category": {
                    "index": {code: i for i, code in enumerate(categories[n])},
                    "label": dict(categories[n]),
                },
            }
            for n in order
        },
        "role": {role: [name] for role, name in ROLES.items() if name in order},
        "value": [int(v) if decimals == 0 else round(float(v), decimals) for v in values],
    }


def write(path: Path, cube: Mapping[str, object]) -> None:
    """Write a dataset as compact UTF-8 JSON with a final newline."""
    text = json.dumps(cube, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def shared_out(total: int, weights: Sequence[float] | np.ndarray) -> np.ndarray:
    """Share a whole number out by weights, to whole numbers that sum to it (largest remainder).

    Examples
    --------
    >>> shared_out(10, [1, 1, 1]).tolist()
    [4, 3, 3]
    """
    weight = np.asarray(weights, dtype=float)
    if total == 0 or weight.sum() == 0:
        return np.zeros(len(weight), dtype=int)
    exact = total * weight / weight.sum()
    whole = np.floor(exact).astype(int)
    missing = total - whole.sum()
    # a stable order of remainders, rounded, so that ties fall the same way everywhere
    order = np.argsort(-np.round(exact - whole, 9), kind="stable")
    whole[order[:missing]] += 1
    return whole
