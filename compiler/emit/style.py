"""Black's style, a piece at a time: what the templates write into every flow was formatted when the compiler was built.

Black takes more than a second over a whole flow, and a tenth of one to be imported. It treats each function by itself,
whatever stands around it, so a piece that is known is looked up, and only what is new in a flow is left for black.
"""

from __future__ import annotations

import json
import re
from functools import cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path

LINE_LENGTH = 100
FILE = Path(import_module("..templates", __package__).__path__[0]) / "styled.json"
"""The known pieces, by their digests: their text in black's style, or null where it already is."""

BETWEEN_PARTS = re.compile(r"\n{3,}(?=\S)")
WITHIN_PARTS = re.compile(r"\n\n(?= {4}(?:@|def )|(?:from|import|if) |SPEC_DIGEST)")
INDENT = " " * 4
CLASS = "class _:\n"
"""What a method stands in while it is formatted."""


def styled(flow: str) -> str:
    """Return the text of a flow in black's style."""
    return "\n\n\n".join("\n\n".join(map(_looked_up, pieces)) for pieces in parted(flow)) + "\n"


def parted(flow: str) -> list[list[str]]:
    """Return the parts between which two lines are free, each in pieces between which one is.

    A class comes in its head and its methods, the head of the file in its docstring, its imports and its constants.
    """
    return [WITHIN_PARTS.split(part) for part in BETWEEN_PARTS.split(flow.strip("\n"))]


def digest(piece: str) -> str:
    """Return what a piece is known by."""
    return sha256(piece.encode()).hexdigest()[:16]


def formatted(piece: str) -> str:
    """Return a piece as black has it. The target is named, for black would first try the grammars before it."""
    from black import format_str
    from black.mode import Mode, TargetVersion

    mode = Mode(line_length=LINE_LENGTH, target_versions={TargetVersion.PY311})
    around = CLASS if piece.startswith(INDENT) else ""
    return format_str(around + piece, mode=mode).removeprefix(around).strip("\n")


@cache
def _looked_up(piece: str) -> str:
    found = _known().get(digest(piece), "")
    return formatted(piece) if found == "" else found or piece


@cache
def _known() -> dict[str, str | None]:
    known: dict[str, str | None] = json.loads(FILE.read_bytes())
    return known
