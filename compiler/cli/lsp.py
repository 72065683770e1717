"""`mfc lsp`: run the language server for editors."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from .console import CLEAN, CommandError
from .parser import CommandParser

if TYPE_CHECKING:
    from collections.abc import Sequence

LIBRARIES = frozenset({"pygls", "lsprotocol", "cattrs", "attrs", "attr"})


def run(words: Sequence[str]) -> int:
    """Run the command and return its exit status."""
    parser = CommandParser("lsp", "Run the language server for editors, over standard input and output.")
    parser.add_argument("--stdio", action="store_true", help="the default; accepted because editors pass it")
    parser.parse(words)
    gc.disable()  # the protocol has many types, none of which becomes garbage: this saves a fifth of the start-up time
    try:
        from ..lsp.server import serve
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in LIBRARIES:
            raise
        message = "the language server needs pygls; install it with: pip install 'metaflow-mfc[lsp]'"
        raise CommandError(message) from error
    gc.freeze()
    gc.enable()
    serve()
    return CLEAN
