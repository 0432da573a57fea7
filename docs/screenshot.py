"""Draw docs/map.png: the map of a result folder, really rendered, with the network off.

    python docs/screenshot.py RESULT_FOLDER [--plot PLOT_ID] [--to docs/map.png]

Needs the extra ``dev`` and Debian's ``chromium``.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browser import MAP_READY, open_offline  # noqa: E402  (lies beside the tests)


def main() -> None:
    """Open ``map.html`` of the folder, open a plot's popup where asked for, write the picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="what `boligplan run` wrote")
    parser.add_argument("--plot", help="open the popup of this plot, such as 12/34")
    parser.add_argument("--to", type=Path, default=ROOT / "docs" / "map.png")
    parser.add_argument("--width", type=int, default=1400)
    parser.add_argument("--height", type=int, default=900)
    given = parser.parse_args()
    if not (given.folder / "map.html").exists():
        parser.error(f"{given.folder} has no map.html: give the folder that `boligplan run` wrote")
    size = {"width": given.width, "height": given.height}
    with open_offline(given.folder / "map.html", ready=MAP_READY, **size) as opened:
        if given.plot:
            opened.page.fill("#bp-search", given.plot)
            opened.page.press("#bp-search", "Enter")
            opened.page.fill("#bp-search", "")
        opened.page.wait_for_timeout(500)
        opened.page.screenshot(path=given.to)
    if opened.errors or opened.requests:
        sys.exit(f"the map complained: {opened.errors} {opened.requests}")


if __name__ == "__main__":
    main()
