"""What formatting must leave as it is: the tree apart from its spans, and each comment beside its entry."""

from typing import Any, NamedTuple, get_args

from mfc.source import Source, Span
from mfc.syntax import tree
from mfc.syntax.format.format import formatted
from mfc.syntax.parse import parse

ENTRIES = (*get_args(tree.Declaration), *get_args(tree.ModelEntry), tree.RouteDeclaration)


class Kept(NamedTuple):
    """What of a specification a formatter must keep."""

    tree: object
    comments: list[tuple[str, object]]


def fmt(text: str) -> str:
    """Format a text, and see to it that only its looks change."""
    once = formatted(Source("spec.mf", text))
    assert kept(once) == kept(text)
    assert formatted(Source("spec.mf", once)) == once
    return once


def kept(text: str) -> Kept:
    """Return what of a specification a formatter must keep."""
    parsed = parse(Source("spec.mf", text))
    assert parsed.diagnostics == ()
    entries = _entries(parsed.program)
    comments = [
        (text[one.span.start : one.span.end].rstrip(), _place(one.span, entries, text)) for one in parsed.comments
    ]
    return Kept(without_spans(parsed.program), comments)


def without_spans(node: Any) -> Any:
    """Return a part of a tree without its spans, and with the names of its nodes."""
    if isinstance(node, Span):
        return None
    return (type(node).__name__, *map(without_spans, node)) if isinstance(node, tuple) else node


def _entries(node: object) -> list[Span]:
    """Return the spans of all declarations and all entries of blocks, in the order of the text."""
    if not isinstance(node, tuple):
        return []
    found = [node.span] if isinstance(node, ENTRIES) else []
    return found + [span for part in node for span in _entries(part)]


def _place(comment: Span, entries: list[Span], text: str) -> object:
    """Return the number of the entry that a comment stands in, and of the one it is beside or above."""
    around = [i for i, one in enumerate(entries) if one.start < comment.start < one.end]
    within = around[-1] if around else -1
    inside = [i for i, one in enumerate(entries) if not around or (i > within and one.end <= entries[within].end)]
    before = [i for i in inside if entries[i].end <= comment.start and "\n" not in text[entries[i].end : comment.start]]
    if before:
        return within, "beside", max(before, key=lambda i: entries[i].end)
    return within, "above", min((i for i in inside if entries[i].start > comment.start), default=None)
