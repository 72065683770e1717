"""The text of a flow in its statements, each of which black formats the same whatever stands around it.

A function or a class comes as its head and the statements of its body; a loop or a condition is one statement. A
comment or a decorator belongs to what follows it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

INDENT = " " * 4
HEAD = re.compile(r"(?: *[@#].*\n)*( *)(?:def|class) (?:.*:|.*\n(?:\1 {4}.*\n)*\1\).*:)(?:\n|$)")
INTRODUCTION = re.compile(r" *[@#]")


def statements(piece: str) -> Iterator[str]:
    """Yield the statements, and the free lines between, of a function, a class without its methods, or a few lines."""
    head = HEAD.match(piece)
    begin = head.end() if head else 0
    if head:
        yield head[0].removesuffix("\n")
    whole: list[str] = []
    for line in _beginnings(depth_of(piece[begin:])).split(piece[begin:]):
        whole.append(line)
        if not (INTRODUCTION.match(line) or sum(each.count('"""') for each in whole) % 2):
            yield "\n".join(whole)
            whole.clear()
    if whole:
        yield "\n".join(whole)


def depth_of(text: str) -> int:
    """Return by how many spaces a text is indented."""
    return len(text) - len(text.lstrip(" "))


@cache
def _beginnings(depth: int) -> re.Pattern[str]:
    """Return what finds the ends of lines after which a statement begins at this depth, or a free line before it."""
    goes_on = r"[ )\]}]|(?:else|elif|except|finally)\b"
    return re.compile(rf"\n(?=\n* {{{depth}}}(?!{goes_on}|\n))")
