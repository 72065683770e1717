"""Ways through the tree: what a node consists of, and which nodes an offset lies in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


def children(node: object) -> Iterator[Any]:
    """Yield the nodes directly within a node, in the order of the text."""
    for part in node if isinstance(node, tuple) else ():
        if hasattr(part, "span"):
            yield part
        elif isinstance(part, tuple) and not isinstance(part, Span):
            yield from children(part)


def walk(node: object) -> Iterator[Any]:
    """Yield a node and all nodes within it, each before what is in it, however deep it is."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        yield current
        waiting += reversed([*children(current)])


def trail(node: Any, offset: int) -> list[Any]:
    """Return the nodes around an offset, from the outermost to the innermost."""
    found = [node]
    while inner := _child_at(found[-1], offset):
        found.append(inner)
    return found


def _child_at(node: Any, offset: int) -> Any:
    """Return the child that an offset lies in, or else that it touches the end of."""
    touching = [child for child in children(node) if child.span.start <= offset <= child.span.end]
    return next((child for child in touching if offset < child.span.end), touching[-1] if touching else None)
