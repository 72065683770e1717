from collections.abc import Iterator
from pathlib import Path

import pytest
from lsprotocol.types import Position

from mfc.ide.document import Document
from mfc.ide.layout.highlighting import highlighting
from mfc.lsp.capabilities import WORDS
from mfc.lsp.positions import Positions
from mfc.lsp.semantic import encode
from mfc.source import Source

EXAMPLES = Path(__file__).parents[2] / "examples"
EMOJI = 'tournament Demo "😀"  # 😀\nlet a = "😀😀" let b = 1\n\n\n  model "é" c: Ridge { solver = "😀", alpha = a }\n'
TEXTS = [EMOJI, EMOJI.replace("\n", "\r\n"), "", *(path.read_text() for path in sorted(EXAMPLES.glob("*.mf")))]


def decoded(numbers: list[int], positions: Positions) -> Iterator[tuple[int, int, str, bool]]:
    """Yield start, end, meaning and whether it declares, as a client reads them."""
    line = column = 0
    for lines, step, length, word, declares in zip(*[iter(numbers)] * 5, strict=True):
        line, column = line + lines, step if lines else column + step
        start, end = Position(line, column), Position(line, column + length)
        yield positions.offset(start), positions.offset(end), WORDS[word], bool(declares)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_client_reads_what_each_word_means(text: str, encoding: str) -> None:
    document, positions = Document(Source("spec.mf", text)), Positions(text, encoding)
    numbers = encode(document, positions)
    meant = [(*word.span, word.kind, word.declares) for word in highlighting(document)]
    assert [*decoded(numbers, positions)] == meant
    assert all(number >= 0 for number in numbers)
