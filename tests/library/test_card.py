import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from chromium import browser, missing
from metaflow.plugins.cards.card_modules.basic import BlankCard
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from small_card import CANDIDATES, played

from mfc.templates.library.card import MOST_BYTES, MOST_ROWS, on_card, pictures, with_few_colours

SECTIONS = {"ridge-000 on 20 rows": (pd.DataFrame({"score": ["R²"], "winner": ["0.5"]}), "Said of it.")}
MOST_OF_A_CARD = 2_000_000


def picture(side: int, *, noisy: bool = False) -> bytes:
    made = BytesIO()
    pixels = np.random.default_rng(0).integers(256, size=(side, side, 3)) if noisy else np.zeros((side, side, 3))
    described = PngInfo()
    described.add_text("Description", "What it shows.")
    Image.fromarray(pixels.astype("uint8")).save(made, "png", pnginfo=described)
    return made.getvalue()


def rendered(parts: Iterator[Any]) -> str:
    card = BlankCard(components=[one.render() for one in parts])
    return str(card.render(SimpleNamespace(pathspec="Houses/1/finish/2")))


def test_it_begins_with_what_was_played_and_ends_with_the_figures() -> None:
    first, *parts = on_card(played(), SECTIONS, {"residuals.png": picture(9)})
    assert first.render()["source"] == (
        "# A tournament for tests\n\nPredictions of target, by 5 candidates of 2 models on 3 folds."
    )
    shown = ["Markdown", "Table", "Markdown", "Markdown", "Markdown", "VegaChart", "VegaChart", "Markdown", "Image"]
    assert [type(one).__name__ for one in parts] == shown
    assert parts[-1].render()["label"] == "What it shows."


def test_a_long_table_is_cut() -> None:
    parts = [*on_card(played(), {"Failed fits": (pd.DataFrame({"a": range(MOST_ROWS + 1)}),)}, {})]
    assert len(parts[2].render()["data"]) == MOST_ROWS
    assert parts[3].render()["source"].strip() == "These are the first 100 of 101 rows."


def test_a_picture_takes_fewer_bytes_and_no_more_than_there_is_room_for() -> None:
    small, large = picture(300, noisy=True), picture(900, noisy=True)
    assert len(with_few_colours(small)[0]) < len(small) / 2
    assert len(with_few_colours(large)[0]) > MOST_BYTES
    [_, left_out, shown] = pictures({"residuals.png": large, "roc-curve.png": small})
    assert left_out.render()["source"].strip() == "What it shows. It is too large: see residuals.png."
    assert type(shown).__name__ == "Image"


def test_a_card_has_two_megabytes_at_most() -> None:
    many = {f"m-{place:04}": {f"setting_{number}": place + 1.5 for number in range(20)} for place in range(2_000)}
    rows = pd.DataFrame({f"column {number}": ["0.1234 ± 0.012"] * 2_000 for number in range(8)})
    images = {f"{name}.png": picture(350, noisy=True) for name in range(8)}
    html = rendered(on_card(played(many), {f"Table {number}": (rows,) for number in range(3)}, images))
    assert 1_000_000 < len(html.encode()) < MOST_OF_A_CARD


@pytest.mark.skipif(missing() is not None, reason=str(missing()))
@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_charts_are_drawn(tmp_path: Path, width: int, scheme: str) -> None:
    hostile = "<img src=x onerror='window.ran = 1'>"
    candidates = {name: {**settings, hostile: place + 1} for place, (name, settings) in enumerate(CANDIDATES.items())}
    (tmp_path / "card.html").write_text(rendered(on_card(played(candidates), SECTIONS, {})), encoding="utf-8")
    said: list[str] = []
    with browser() as chromium:
        page = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("console", lambda one: said.append(one.text) if one.type == "error" else None)
        page.route(re.compile("^http"), lambda route: route.fulfill(body=""))  # Metaflow's font
        page.goto((tmp_path / "card.html").as_uri())
        page.wait_for_selector("svg.marks path", state="attached")
        drawn = [one.bounding_box() for one in page.locator("svg.marks").all()]
        ran = page.evaluate("window.ran")
    assert len(drawn) == 4
    assert all(width / 2 < one["width"] < width and one["height"] > 200 for one in drawn if one)
    assert (said, ran) == ([], None)
