from typing import get_args

from mfc.ide.layout.highlighting import Kind
from mfc.lsp.capabilities import CAPABILITIES, WORDS
from mfc.lsp.features import ANSWERS


def test_what_is_announced_is_answered() -> None:
    assert CAPABILITIES.keys() == ANSWERS.keys()


def test_words_are_those_of_the_highlighting() -> None:
    assert set(get_args(Kind)) == set(WORDS)
