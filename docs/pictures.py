"""Draw the picture of a card in the docs: `make pictures` calls it with the page of the card, and the picture."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from chromium import browser, missing

FROM, TO = "The best of", "Figures"
"""The headings between which the card is shown: the leaderboard and the charts."""

WIDTH, HEIGHT = 1280, 6000


def draw(card: Path, picture: Path) -> None:
    """Draw the leaderboard of a card and its charts."""
    with browser() as chromium:
        page = chromium.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.route(re.compile("^http"), lambda route: route.fulfill(body=""))  # Metaflow's font
        page.goto(card.resolve().as_uri())
        page.wait_for_selector("svg.marks path", state="attached")
        first, last = (page.get_by_role("heading", name=name).bounding_box() for name in (FROM, TO))
        height = last["y"] - first["y"]
        page.screenshot(path=picture, clip={**first, "width": WIDTH - first["x"], "height": height})


if __name__ == "__main__":
    if why := missing():
        sys.exit(why)
    draw(*map(Path, sys.argv[1:]))
