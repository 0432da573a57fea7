"""The derivation of one plot, from a run's tables alone: why each figure is what it is."""

from __future__ import annotations

import difflib

from boligplan_geo.result import Analysis


def derivation(
    run: Analysis, plot_id: str, *, language: str = "nb", audience: str = "public"
) -> str:
    """Derive one plot's figures as text."""
    if plot_id not in run.plots.index:
        near = difflib.get_close_matches(plot_id, run.plots.index.tolist(), n=3, cutoff=0.6)
        raise KeyError(f"no plot {plot_id!r}; near: {', '.join(near) or 'none'}")
    return plot_id
