"""The manifest of a run: what went in, what was assumed, what came out, without secrets."""

from __future__ import annotations

import math
import platform
import re
from collections.abc import Mapping
from importlib.metadata import version
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import numpy as np
import pandas as pd

from boligplan_geo.export.geopackage import Written, written_at
from boligplan_geo.result import Analysis
from boligplan_geo.scoring import Scores

FORMAT = "boligplan_geo result"  # a folder with this in its manifest is ours to replace
FORMAT_VERSION = 1

_PACKAGES = ("boligplan_geo", "geopandas", "shapely", "pandas", "numpy", "pyogrio", "pyproj",
             "rasterio", "scipy", "folium", "openpyxl", "matplotlib", "reportlab")  # fmt: skip
_ABSOLUTE = re.compile(r"^(/|~|[A-Za-z]:[\\/]|\\\\|file:)")
_CREDENTIAL = re.compile(r"\b(user|username|password|passwd|pwd)\s*=\s*('[^']*'|\S+)\s*", re.I)


def manifest(
    run: Analysis, written: Mapping[str, Written], *, language: str, audience: str
) -> dict[str, Any]:
    """Everything needed to know a run again; only ``seconds`` and ``created`` differ in a repeat.

    `run` is the audience's view (`boligplan_geo.export.layers.public_view`) and `written` what
    was written of its layers.
    """
    status = run.plots["plot_status_code"].value_counts()
    return plain(
        {
            "format": FORMAT,
            "format_version": FORMAT_VERSION,
            "created": f"{written_at():%Y-%m-%d}",
            "name": run.name,
            "municipality_number": run.municipality_number,
            "is_fictional": run.is_fictional,
            "crs": run.crs,
            "language": language,
            "audience": audience,
            "homes_basis_code": run.homes_basis_code,
            "plans_code": run.plans_code,
            "seed": None,  # nothing is drawn at random in this version
            "inputs": {name: dict(row) for name, row in sorted(run.inputs.items())},
            "assumptions": {
                field: {"value": value, "unit": unit, "source": source}
                for field, value, unit, source in run.assumptions.table("en")
            },
            "criteria": {s.name: _criteria(s) for s in scores_of(run)},
            "versions": _versions(),
            "counts": {name: layer.rows for name, layer in written.items()},
            "plots_by_status": {code: int(status[code]) for code in sorted(status.index)},
            "totals": dict(run.totals),
            "digest": {name: layer.digest for name, layer in written.items()},
            "notes": [
                {"code": n.code, "layer": n.layer, "ids": list(n.ids), "values": dict(n.values)}
                for n in run.notes
            ],
            "seconds": {stage: round(s, 3) for stage, s in run.seconds.items()},
        }
    )


def scores_of(run: Analysis) -> tuple[Scores, Scores, Scores]:
    """The three scores of a run."""
    return run.densification, run.housing_mix, run.centre_scores


def _criteria(scores: Scores) -> list[dict[str, Any]]:
    return [dict(c.__dict__) for c in scores.criteria]


def _versions() -> dict[str, str]:
    import pyogrio
    import shapely

    return {
        "python": platform.python_version(),
        "gdal": pyogrio.__gdal_version_string__,
        "geos": shapely.geos_version_string,
        **{name: version(name) for name in _PACKAGES},
    }


def plain(value: Any) -> Any:
    """Bring a value to what JSON holds: no NaN, no absolute path, no credentials.

    Examples
    --------
    >>> plain({"a": float("nan"), "b": "/home/kari/teig.gpkg"})
    {'a': None, 'b': 'teig.gpkg'}
    >>> plain("postgresql://kari:secret@db.example/plan?password=x")
    'postgresql://db.example/plan'
    """
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset | np.ndarray):
        return [plain(v) for v in (sorted(value) if isinstance(value, set | frozenset) else value)]
    if isinstance(value, bool | np.bool_):
        return bool(value)
    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, int | np.integer):
        return int(value)
    if isinstance(value, float | np.floating):
        return float(value) if math.isfinite(value) else None
    return _without_secrets(str(value))


def _without_secrets(text: str) -> str:
    """Drop user and password of a database, and the folders of an absolute path."""
    if "://" in text and not text.startswith("file:"):
        parts = urlsplit(text)
        host = parts.netloc.rpartition("@")[2]
        return urlunsplit((parts.scheme, host, parts.path, "", "")) if host else text
    text = _CREDENTIAL.sub("", text)
    if not _ABSOLUTE.match(text):
        return text
    source, mark, member = text.partition("!")
    return re.split(r"[\\/]", source)[-1] + mark + member
