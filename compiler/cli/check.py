"""`mfc check`: say what is wrong with specifications."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..check.targets import TARGETS
from .console import CLEAN, reject
from .parser import CommandParser
from .specs import examine

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(words: Sequence[str]) -> int:
    """Run the command and return its exit status."""
    parser = CommandParser("check", "Say what is wrong with specifications. Warnings leave the exit status at 0.")
    parser.add_argument("specs", nargs="+", metavar="SPEC", help="a specification, a `.mf` file")
    parser.add_argument(
        "--target", metavar="TARGET", help=f"also say what is wrong with running them there: {', '.join(TARGETS)}"
    )
    arguments = parser.parse(words)
    if arguments.target is not None and arguments.target not in TARGETS:
        reject("target", arguments.target, TARGETS, parser.prog)
    examined = examine(arguments.specs, sys.stdout, arguments.target)
    if examined.status == CLEAN and not any(compilation.diagnostics for compilation in examined.compilations):
        print("no findings")
    return examined.status
