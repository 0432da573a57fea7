"""Rules of trust: privacy, what the manifest may say, and that nothing was changed since."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd
import shapely

from boligplan_geo.verify.tables import (
    KEYS,
    Manifest,
    Tables,
    told_ids,
)


def privacy(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """For the public: no owner where a home stands, no trace of municipally disposed homes."""
    if manifest.get("audience") == "internal":
        return
    plots = tables["plots"]
    may_stand = ~(plots["built_homes_count"] == 0)
    may_stand = may_stand.groupby(plots["property_id"].to_numpy()).transform("any")
    off = may_stand & plots["owner_code"].notna()
    if off.any():
        yield f"owner_code is shown where a home stands{told_ids(plots['plot_id'][off])}"
    off = may_stand & (plots["owner_reason"] != "withheld_privacy")
    if off.any():
        yield f"owner_code is withheld without its reason{told_ids(plots['plot_id'][off])}"
    hidden = set(plots["plot_id"][may_stand])
    sites = tables["sites"]
    touched = sites["plot_ids"].map(lambda ids: not hidden.isdisjoint(ids.split(";"))).astype(bool)
    off = touched & sites["owner_code"].notna()
    if off.any():
        yield f"owner_code of a site is shown where a home stands{told_ids(sites['site_id'][off])}"
    for name, table in tables.items():
        told = [c for c in table.columns if "municipal_homes" in c]
        if told:
            yield f"{name} has {', '.join(told)}"
    if "municipal_homes" in json.dumps(manifest["inputs"]) + json.dumps(manifest["notes"]):
        yield "the manifest names municipal_homes"


def manifest_text(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """The manifest holds no absolute path and no credentials."""
    for text in _texts(manifest):
        if text.startswith(("/", "~/", "file:", "\\\\")) or text[1:3] in (":\\", ":/"):
            yield f"absolute path: …{text[-20:]}"
        if "://" in text and "@" in text:
            yield "a database is named with its user"


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def digests(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """Each layer is what the manifest says was written."""
    for name, table in tables.items():
        if _digest(table.set_index(KEYS[name])) != manifest["digest"].get(name):
            yield f"{name} is not what was written"


def _digest(table: pd.DataFrame) -> str:
    """Rows by key; WKB to 1 mm in normal form, numbers to nine digits (contract, Same result)."""
    hasher, rows = hashlib.blake2b(digest_size=16), np.zeros(len(table), "uint64")
    for position, name in enumerate(["", *sorted(table.columns)]):
        column = table[name] if name else table.index.to_series()
        if name == "geometry":
            shapes = shapely.transform(
                np.asarray(column), lambda xy: np.floor(xy / 0.001 + 0.5) * 0.001
            )
            column = pd.Series(shapely.to_wkb(shapely.normalize(shapes)))
        elif column.dtype.kind == "f":
            figures = column.to_numpy()
            with np.errstate(divide="ignore", invalid="ignore"):
                size = 10.0 ** (8 - np.floor(np.log10(np.abs(figures))))
                rounded = np.round(figures * size) / size
            column = pd.Series(np.where(np.isfinite(size), rounded, figures) + 0.0)
        elif column.dtype.kind not in "biu":
            column = column.astype(str)
        hashed = pd.util.hash_pandas_object(pd.Series(column.to_numpy()), index=False).to_numpy()
        with np.errstate(over="ignore"):
            rows = rows * np.uint64(1_000_003) + hashed + np.uint64(position)
        hasher.update(name.encode())
    hasher.update(np.sort(rows).tobytes())
    return hasher.hexdigest()
