"""Card."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from .candidates import model_of
from .card_charts import charts
from .spec import TARGET, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_ROWS = 100
MOST_BYTES = 250_000  # of the figures: a card without any has 1.1 MB


def on_card(flow: Any, sections: dict[str, Any], images: dict[str, bytes]) -> Iterator[Any]:
    """Return what the card shows: a headline, the tables, the charts and the figures."""
    from metaflow.cards import Markdown, Table

    yield Markdown(f"# {TITLE}\n\n{headline(flow)}")
    for title, (table, *said) in sections.items():
        yield Markdown(f"## {title}")
        shown = table.head(MOST_ROWS)
        yield Table(shown.astype(str).to_numpy().tolist(), headers=[*table])
        if len(shown) < len(table):
            yield Markdown(f"These are the first {MOST_ROWS} of {len(table):,} rows.")
        yield from map(Markdown, said)
    yield from charts(flow)
    yield from pictures(images)


def headline(flow: Any) -> str:
    """Return what was predicted, and by how many candidates."""
    target = ", ".join(TARGET) if isinstance(TARGET, list) else TARGET
    n_folds, n_models = flow.fits["fold"].nunique(), len({*map(model_of, flow.candidates)})
    by = f"{len(flow.candidates):,} candidates of {n_models} models on {n_folds} folds"
    return f"Predictions of {target}, by {by}."


def pictures(images: dict[str, bytes]) -> Iterator[Any]:
    """Return the figures with their captions, as many as there is room for."""
    from metaflow.cards import Image, Markdown

    if images:
        yield Markdown("## Figures")
    room = MOST_BYTES
    for name, image in images.items():
        smaller, caption = with_few_colours(image)
        fits = len(smaller) <= room
        room -= len(smaller) * fits
        large = f"{caption} It is too large: see {name}."
        yield Image(smaller, caption) if fits else Markdown(large)


def with_few_colours(image: bytes) -> tuple[bytes, str]:
    """Return a picture with 64 colours, in less than half of the bytes, and its description."""
    from PIL import Image

    made, picture = BytesIO(), Image.open(BytesIO(image))
    picture.convert("RGB").quantize(64).save(made, "png", optimize=True)
    return made.getvalue(), picture.info["Description"]
