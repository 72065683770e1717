import time

import pytest

from mfc.pipeline import Compilation
from mfc.source import Source
from mfc.syntax.incremental import Parser
from mfc.syntax.size import MOST_WORDS, oversize

LIST = "tournament Big\ndata mock.regression\nmodel r: Ridge {{ alpha in [{}] }}\n"


def test_the_first_word_too_many_is_shown() -> None:
    assert oversize(Source("x.mf", "a " * MOST_WORDS)) is None
    found = oversize(Source("x.mf", "a " * MOST_WORDS + "# comment"))
    assert found is not None
    assert found.span == (2 * MOST_WORDS, 2 * MOST_WORDS + 9)


def test_strings_and_comments_are_a_word_each() -> None:
    assert oversize(Source("x.mf", f'"{"a " * MOST_WORDS}"\n# {"b " * MOST_WORDS}')) is None


@pytest.mark.parametrize(
    "text",
    [
        LIST.format(", ".join(map(str, range(1_000_000)))),
        LIST.format("1") + "".join(f"model m{i}: Ridge {{ alpha = {i} }}\n" for i in range(20_000)),
        "[" * 1_000_000,
        '"' * 1_000_001,
    ],
    ids=["elements", "models", "brackets", "quotes"],
)
def test_a_huge_specification_ends_in_a_finding_within_seconds(text: str) -> None:
    began = time.process_time()
    diagnostics = Compilation(Source("x.mf", text)).diagnostics
    assert diagnostics
    assert time.process_time() - began < 5
    assert Parser().parse(Source("x.mf", text)).diagnostics
