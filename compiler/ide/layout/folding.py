"""What can be folded: blocks, lists and calls of several lines, and runs of comments."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...syntax.tokens import CLOSERS, OPENERS

if TYPE_CHECKING:
    from ..document import Document


class Fold(NamedTuple):
    """Lines, counted from 1, that fold into the first of them."""

    first: int
    last: int
    comment: bool = False


def folds(document: Document) -> list[Fold]:
    """Return what can be folded, in the order of the text; the line of a closing bracket stays."""
    return sorted({*_brackets(document), *_comments(document)})


def _brackets(document: Document) -> list[Fold]:
    found: list[Fold] = []
    opened: list[tuple[str, int]] = []
    for token in document.tokens:
        line = document.source.position(token.start).line
        if token.kind in OPENERS:
            opened.append((token.kind, line))
        elif token.kind in CLOSERS and opened and opened[-1][0] == CLOSERS[token.kind]:
            first = opened.pop()[1]
            if line - 1 > first:
                found.append(Fold(first, line - 1))
    return found


def _comments(document: Document) -> list[Fold]:
    found: list[Fold] = []
    run: list[int] = []
    for comment in document.scanned.comments:
        place = document.source.position(comment.span.start)
        if document.source.line(place.line)[: place.column - 1].strip():
            continue
        if run and place.line != run[-1] + 1:
            found += _run(run)
            run = []
        run.append(place.line)
    return found + _run(run)


def _run(lines: list[int]) -> list[Fold]:
    return [Fold(lines[0], lines[-1], comment=True)] if len(lines) > 1 else []
