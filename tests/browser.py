"""A real browser without a network, for tests of what people open: `open_offline(path)`."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # no name can be looked up: there is no network
)
MAP_READY = "html[data-boligplan=ready]"  # what the candidate map says when it is drawn


@dataclass
class Opened:
    """A page that was opened, what it complained about and what it asked for from outside."""

    page: Page
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """Keep every complaint, and every address that is not the file itself."""
        self.page.on("console", lambda m: m.type == "error" and self.errors.append(m.text))
        self.page.on("pageerror", lambda e: self.errors.append(str(e)))
        self.page.on("request", lambda r: _is_outside(r.url) and self.requests.append(r.url))


@dataclass
class Offline:
    """A running browser; `open` as many files as a test needs, several at a time."""

    browser: Browser

    def open(
        self, path: Path, *, width: int = 1400, height: int = 900, ready: str | None = None
    ) -> Opened:
        """Open a local file in a window of its own; `ready` is a CSS selector to wait for."""
        context = self.browser.new_context(viewport={"width": width, "height": height})
        opened = Opened(context.new_page())
        opened.listen()
        opened.page.goto(path.resolve().as_uri())
        if ready:
            opened.page.wait_for_selector(ready, state="attached", timeout=20_000)
        return opened


@contextmanager
def offline_browser() -> Iterator[Offline]:
    """Start Chromium with the network off; for a fixture of module scope.

    Only one can run at a time in a process.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
        try:
            yield Offline(browser)
        finally:
            browser.close()


@contextmanager
def open_offline(
    path: Path, *, width: int = 1400, height: int = 900, ready: str | None = None
) -> Iterator[Opened]:
    """Open one local file in headless Chromium with the network off."""
    with offline_browser() as browser:
        yield browser.open(path, width=width, height=height, ready=ready)


def chromium() -> str:
    """Path of Chromium; a missing browser is a failure, for the map would go untested."""
    found = [shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")]
    if not any(found):
        raise RuntimeError("these tests need Chromium: apt-get install chromium")
    return next(path for path in found if path)


def _is_outside(url: str) -> bool:
    return not url.startswith(("file:", "data:", "blob:", "about:"))
