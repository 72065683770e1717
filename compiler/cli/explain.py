"""`mfc explain`: what a finding means, and how to mend it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics.codes import CODES
from .console import CLEAN, reject
from .parser import CommandParser

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGES = Path(__file__).parents[1] / "diagnostics" / "pages"


def run(words: Sequence[str]) -> int:
    """Run the command and return its exit status."""
    parser = CommandParser("explain", "Explain the code of a finding.")
    parser.add_argument("code", nargs="?", metavar="CODE", help="such as MF203; all codes are listed without it")
    word = parser.parse(words).code
    if word is None:
        print(*(f"{code.id}  {code.title}" for code in CODES.values()), sep="\n")
    elif word.upper() in CODES:
        print((PAGES / f"{word.upper()}.md").read_text(encoding="utf-8"), end="")
    else:
        reject("code", word, CODES, parser.prog)
    return CLEAN
