"""Write the keywords into the grammars of the editors: `python -m mfc.editors` updates editors/.

Each editor's grammar is written by hand in its own notation, except for the keywords.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, NamedTuple

from .syntax.keywords import DECLARATIONS, ENTRIES, headed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

WIDTH = 120


class Hole(NamedTuple):
    """Where words are in a file: between two texts that appear there together once."""

    before: str
    words: Iterable[str]
    after: str


class Grammar(NamedTuple):
    """How a file writes words, and where."""

    notation: Callable[[Iterable[str]], str]
    holes: tuple[Hole, ...]


def _emacs(words: Iterable[str]) -> str:
    listed = " ".join(f'"{word}"' for word in words)
    return fill(listed, WIDTH - 2, initial_indent=" " * 4, subsequent_indent=" " * 4).lstrip()


CLASSES, CONSTANTS = headed("class", DECLARATIONS), headed("constant", DECLARATIONS)
TYPED, TYPED_ENTRIES = headed("typed", DECLARATIONS), headed("typed", ENTRIES)

GRAMMARS: Mapping[str, Grammar] = {
    "neovim/syntax/mfc.vim": Grammar(
        r"\|".join,
        (
            Hole(r'mfcDeclaration "^\s*\zs\(', DECLARATIONS, r"\)\>"),
            Hole(r'mfcEntry "\(^\|[{,]\)\s*\zs\(', ENTRIES, r"\)\>"),
            Hole(r'mfcType "\(^\s*\(', (*TYPED, *TYPED_ENTRIES), r"\)\s\+"),
            Hole(r'mfcTitle "\(^\s*\(', CLASSES, r"\)\s\+"),
        ),
    ),
    "emacs/mfc-mode.el": Grammar(
        _emacs,
        (
            Hole("(defconst mfc--declarations\n  '(", DECLARATIONS, "))"),
            Hole("(defconst mfc--entries\n  '(", ENTRIES, "))"),
            Hole("(defconst mfc--named\n  '(", (*CLASSES, *CONSTANTS), "))"),
            Hole("(defconst mfc--typed\n  '(", (*TYPED, *TYPED_ENTRIES), "))"),
        ),
    ),
    "vscode/syntaxes/mf.tmLanguage.json": Grammar(
        "|".join,
        (
            Hole(r'"^\\s*(', DECLARATIONS, r")\\b(?!\\s*(?:[=~:.,)\\]]|in"),
            Hole(r'"(?:^|(?<=[{,]))\\s*(', ENTRIES, r")\\b(?!"),
            Hole(r'"^\\s*(', CLASSES, r')\\s+([A-Za-z_]\\w*)"'),
            Hole(r'"^\\s*(', CONSTANTS, r")\\s+([A-Za-z_]\\w*)(?="),
            Hole(r'"^\\s*(', TYPED, r")\\s+([A-Za-z_]\\w*)\\s*(:)"),
            Hole(r'"(?:^|(?<=[{,]))\\s*(', TYPED_ENTRIES, r")\\s+([A-Za-z_]\\w*)\\s*(:)"),
        ),
    ),
}


def with_words(grammar: Grammar, text: str) -> str:
    """Return the text of an editor's file with the words of the language."""
    for before, words, after in grammar.holes:
        place = re.compile(rf'({re.escape(before)})[\w\s|\\"]*({re.escape(after)})')
        found = list(place.finditer(text))
        if len(found) != 1:
            message = f"{len(found)} places for the words between {before!r} and {after!r}"
            raise ValueError(message)
        text = text[: found[0].end(1)] + grammar.notation(words) + text[found[0].start(2) :]
    return text


def main(folder: Path) -> None:
    """Bring the files of the editors up to date."""
    for file, grammar in GRAMMARS.items():
        path = folder / file
        path.write_text(with_words(grammar, path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "editors"))
