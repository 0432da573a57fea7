"""Loops that run compiled where numba is installed (extra ``[fast]``); plain Python otherwise.

Nothing depends on numba: each caller has a numpy way to the same answers, and asks for the
compiled loop only where there is work for it. The first use on a machine compiles for some
seconds; the result is kept beside the package (numba's cache).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any


@cache
def compiled(loop: Callable[..., Any]) -> Callable[..., Any] | None:
    """A loop of this package compiled, free of Python's lock; None where numba is absent.

    Examples
    --------
    >>> from boligplan_geo.geometry.shared_area import pair_areas
    >>> fast = compiled(pair_areas)
    >>> fast is None or callable(fast)
    True
    """
    try:
        import numba
    except ImportError:
        return None
    fast: Callable[..., Any] = numba.njit(loop, nogil=True, cache=True)
    return fast
