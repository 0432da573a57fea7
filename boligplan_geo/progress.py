"""Stages of a run: timed always, shown as a bar where asked for."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tqdm import tqdm


class Stages:
    """Time named stages, and show them on stderr.

    Examples
    --------
    >>> stages = Stages(count=1)
    >>> with stages("facts: plan"):
    ...     pass
    >>> list(stages.seconds)
    ['facts: plan']
    """

    def __init__(self, *, count: int, shown: bool = False) -> None:
        self.seconds: dict[str, float] = {}
        self._bar = tqdm(
            total=count,
            disable=None if shown else True,  # None: only where stderr is a terminal
            file=sys.stderr,
            bar_format="{l_bar}{bar}| {n_fmt}/{total_fmt} {elapsed}",
        )

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """Time what happens inside, and name it on the bar."""
        self._bar.set_description(stage)
        start = time.perf_counter()
        yield
        self.seconds[stage] = self.seconds.get(stage, 0.0) + time.perf_counter() - start
        self._bar.update()

    def close(self) -> None:
        """End the bar."""
        self._bar.close()
