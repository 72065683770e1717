"""`mfc explain`: what a finding means, and how to fix it."""

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

to change grammar/messages.toml:
  mfc explain --parser-state 'let a 1'    in which state does the parser fail?
"""


def run(words: Sequence[str]) -> int:
    """Run the command and return its exit status; if the output is not a terminal, print the page as Markdown."""
    parser = CommandParser("explain", "Explain the code of a finding.", EXAMPLES)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("code", nargs="?", metavar="CODE", help="such as MF203 (default: list all codes)")
    what.add_argument(
        "--parser-state", metavar="FRAGMENT", help="show the states in which the parser fails in FRAGMENT"
    )
    arguments = parser.parse(words)
    word = arguments.code
    if arguments.parser_state is not None:
        from .states import described

        print(*described(arguments.parser_state), sep="\n")
    elif word is None:
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
    """Yield the lines of a page, its title highlighted and its examples indented."""
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
