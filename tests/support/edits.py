"""Random edits, as people make them, and the editor features asked about each."""

import random
from contextlib import suppress
from pathlib import Path

from mfc.ide.actions.actions import actions
from mfc.ide.completion.complete import complete
from mfc.ide.document import Document, Memory
from mfc.ide.layout.folding import folds
from mfc.ide.layout.formatting import format_range, format_text
from mfc.ide.layout.highlighting import highlighting
from mfc.ide.layout.selection import selections
from mfc.ide.navigation.links import links
from mfc.ide.navigation.references import definition, highlights, references
from mfc.ide.navigation.rename import RenameError, prepare, rename
from mfc.ide.navigation.symbols import symbols
from mfc.ide.reading.hints import hints
from mfc.ide.reading.hover import hover
from mfc.ide.reading.lenses import lenses
from mfc.ide.reading.signature import signature
from mfc.ide.workspace import View
from mfc.pipeline import Compilation
from mfc.source import Source, Span
from mfc.syntax.parse import parse

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.mf"))
PIECES = [
    *'{}()[]"#,.:=~\n -+*/%',
    "->",
    "..",
    "in",
    "none",
    "0",
    "1e400",
    "9**9**9",
    "let ",
    "model ",
    "search ",
    "😀",
    "\r\n",
]


def edited(text: str, chance: random.Random) -> str:
    """Return a text with one edit: something deleted, put in, doubled, or typed over."""
    start = chance.randrange(len(text) + 1)
    end = min(len(text), start + chance.choice([0, 0, 1, 1, 3, 20]))
    other = chance.randrange(len(text) + 1)
    piece = chance.choice(
        ["", chance.choice(PIECES), chance.choice(PIECES), text[other : other + chance.randrange(12)]]
    )
    return f"{text[:start]}{piece}{text[end:]}"


def ask_everything(text: str, offset: int, memory: Memory) -> None:
    """Ask every feature about an offset of a text, and hold the findings against those of a check."""
    document = Document(Source("spec.mf", text), memory=memory)
    view, here = View(document), Span(offset, offset)
    assert document.diagnostics == list(Compilation(Source("spec.mf", text)).diagnostics)
    assert document.compilation.parsed == parse(document.source)
    complete(document, offset)
    hover(document, offset)
    signature(document, offset)
    definition([view], offset)
    highlights(view, offset)
    if prepare(view, offset):
        assert offset in {place for one in references([view], offset) for place in range(one.span[0], one.span[1] + 1)}
        with suppress(RenameError):
            rename([view], offset, "fresh")
    for span in (one.span for one in [*highlighting(document), *links(document), *lenses(document)]):
        assert 0 <= span.start <= span.end <= len(text)
    for action in actions(document, here, document.diagnostics):
        assert all(0 <= edit.span.start <= edit.span.end <= len(text) for edit in action.edits)
    hints(document, Span(0, len(text)))
    symbols(document)
    folds(document)
    assert selections(document, offset)
    for edit in [*format_text(document), *format_range(document, here)]:
        assert 0 <= edit.span.start <= edit.span.end <= len(text)


def edit_and_ask(seed: int, times: int) -> None:
    """Edit the examples again and again, and ask about each text; what breaks too much begins anew."""
    chance, memory = random.Random(seed), Memory()
    for number in range(times):
        if number % 25 == 0:
            text = chance.choice(EXAMPLES).read_text()
        text = edited(text, chance)
        ask_everything(text, chance.randrange(len(text) + 1), memory)
