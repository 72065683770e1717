"""`mfc explain`: what a finding means, and how to mend it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..diagnostics.codes import CODES
from ..pages import page
from .console import CLEAN, reject
from .parser import CommandParser
from .specs import style_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..diagnostics.render.text import Style

EXAMPLES = """\
examples:
  mfc explain MF203    what does this code mean?
  mfc explain          which codes are there?
"""


def run(words: Sequence[str]) -> int:
    """Run the command and return its exit status; what is not a terminal gets the page as it is, in Markdown."""
    parser = CommandParser("explain", "Explain the code of a finding.", EXAMPLES)
    parser.add_argument("code", nargs="?", metavar="CODE", help="such as MF203; all codes are listed without it")
    word = parser.parse(words).code
    if word is None:
        print(*(f"{code.id}  {code.title}" for code in CODES.values()), sep="\n")
    elif word.upper() in CODES:
        text = page(CODES[word.upper()])
        if sys.stdout.isatty():
            print(*for_terminal(text, style_for(sys.stdout)), sep="\n")
        else:
            print(text, end="")
    else:
        reject("code", word, CODES, parser.prog)
    return CLEAN


def for_terminal(text: str, style: Style) -> Iterator[str]:
    """Yield the lines of a page with its title set apart and its examples indented."""
    in_example = False
    for line in text.splitlines():
        if line.startswith("```"):
            in_example = not in_example
        elif in_example:
            yield f"    {style.frame}{line}{style.end}" if line else ""
        elif line.startswith("# "):
            yield f"{style.strong}{line.removeprefix('# ')}{style.end}"
        else:
            yield line
