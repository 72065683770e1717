"""The editors know the words of the grammar, each in a notation of its own."""

import json
import re

import pytest
from editing import EDITORS, ROOT

WORDS = set(json.loads((ROOT / "grammar" / "tables.json").read_text())["keywords"])
LISTS = {
    "vscode/syntaxes/mf.tmLanguage.json": r"\(((?:\w+\|){5,}\w+)\)",
    "neovim/syntax/mfc.vim": r"\\\(((?:\w+\\\|){5,}\w+)\\\)",
    "emacs/mfc-mode.el": r"mfc--(?:declarations|entries)\n\s+'\(([^)]+)\)",
}


@pytest.mark.parametrize("file", LISTS)
def test_highlighting_knows_all_words_of_the_language_and_no_others(file: str) -> None:
    lists = re.findall(LISTS[file], (EDITORS / file).read_text())
    assert {word for words in lists for word in re.findall(r"\w+", words)} == WORDS
