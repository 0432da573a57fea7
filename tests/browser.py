"""A real browser without a network, for tests of what people open: `open_offline(path)`."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # no name can be looked up: there is no network
)


@dataclass
class Opened:
    """A page that was opened, what it complained about and what it asked for from outside."""

    page: Page
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


def chromium() -> str:
    """Path of Chromium; a missing browser is a failure, for the map would go untested."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        raise RuntimeError("these tests need Chromium: apt-get install chromium")
    return found


@contextmanager
def open_offline(
    path: Path, *, width: int = 1400, height: int = 900, ready: str | None = None
) -> Iterator[Opened]:
    """Open a local file in headless Chromium with the network off.

    Parameters
    ----------
    path : Path
        The HTML file.
    width, height : int
        Size of the window [px].
    ready : str, optional
        CSS selector to wait for; the map's is ``html[data-boligplan=ready]``.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
        try:
            context = browser.new_context(viewport={"width": width, "height": height})
            opened = Opened(context.new_page())
            opened.page.on("console", lambda m: opened.errors.append(m.text) if m.type == "error" else None)
            opened.page.on("pageerror", lambda e: opened.errors.append(str(e)))
            opened.page.on("request", lambda r: opened.requests.append(r.url) if _is_outside(r.url) else None)
            opened.page.goto(path.resolve().as_uri())
            if ready:
                opened.page.wait_for_selector(ready, state="attached", timeout=20_000)
            yield opened
        finally:
            browser.close()


def _is_outside(url: str) -> bool:
    return not url.startswith(("file:", "data:", "blob:", "about:"))
