"""From text to tree: every text has one, and mistakes become diagnostics."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics.codes import UNCLOSED_STRING
from ..source import Span
from . import tree
from .brackets import TooDeepError, balance
from .errors import Reporter
from .language import load
from .layout import lay_out
from .recovery import RecoveringParser
from .scan import scan
from .size import oversize
from .tokens import MOST_MISTAKES

if TYPE_CHECKING:
    from ..diagnostics import Diagnostic
    from ..source import Source
    from .language import Language
    from .tokens import Comment, Token


class Parsed(NamedTuple):
    """A specification as a tree, with what is wrong with it and the comments, each in the order of the text."""

    program: tree.Program
    diagnostics: tuple[Diagnostic, ...]
    comments: tuple[Comment, ...]


def parse(source: Source) -> Parsed:
    """Parse a specification. Never raises: what cannot be parsed is a diagnostic, and `Bad` in the tree."""
    if too_long := oversize(source):
        whole = Span(0, len(source.text))
        return Parsed(tree.Program(whole, (tree.Bad(whole, None),)), (too_long,), ())
    language = load()
    scanned = scan(source.text, language)
    program, found = _tree(source, language, scanned.tokens)
    # Where a string is not closed, quotes pair up wrongly: what follows on that line is no mistake of its own.
    quiet = {_line(source, one) for one in scanned.diagnostics if one.code is UNCLOSED_STRING}
    diagnostics = scanned.diagnostics + [one for one in found if not quiet or _line(source, one) not in quiet]
    diagnostics.sort(key=lambda diagnostic: diagnostic.span)
    return Parsed(program, tuple(diagnostics[:MOST_MISTAKES]), tuple(scanned.comments))


def _tree(source: Source, language: Language, tokens: list[Token]) -> tuple[tree.Program, list[Diagnostic]]:
    whole = Span(0, len(source.text))
    keywords = frozenset(language.keywords.values())
    try:
        balanced, unbalanced = balance(tokens, keywords)
    except TooDeepError as error:
        return tree.Program(whole, (tree.Bad(whole, None),)), [error.diagnostic]
    laid_out, misplaced = lay_out(balanced, keywords)
    reporter = Reporter(source, language, laid_out)
    program = RecoveringParser(language, laid_out, reporter).run()
    return program._replace(span=whole), unbalanced + misplaced + reporter.diagnostics


def _line(source: Source, diagnostic: Diagnostic) -> int:
    return source.position(diagnostic.span.start).line
