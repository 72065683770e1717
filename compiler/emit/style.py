"""Black's style, a statement at a time: what templates write into every flow was formatted when the compiler was built.

Black takes more than a second over a whole flow, and a tenth of one to be imported. It treats each statement by itself,
whatever stands around it, so one that is known is looked up, and only what is new in a flow is left for black.
"""

from __future__ import annotations

import json
import re
from functools import cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from .statements import INDENT, depth_of, statements

LINE_LENGTH = 100
FILE = Path(import_module("..templates", __package__).__path__[0]) / "styled.json"
"""The known statements, by their digests: their text in black's style, or null where it already is."""

BETWEEN_PARTS = re.compile(r"\n{3,}(?=\S)")
WITHIN_PARTS = re.compile(r"\n\n(?= {4}(?:@|def )|(?:from|import|if) |SPEC_DIGEST)")

PLAIN = re.compile(
    r' *(?:"""[^"\\\s](?:[^"\\\n]*[^"\\\s])?"""'
    r"|from [\w.]+ import \w+"
    r"|def \w+\(settings: dict\[str, Any\](?:, _?parameters: Parameters)?\) -> Any:"
    r"|return \w+\((?:random_state=SEED, )?\*\*settings\))",
    re.ASCII,
)
"""What every model has in words of its own, and black leaves as it is unless it is too long for a line."""


def styled(flow: str) -> str:
    """Return the text of a flow in black's style."""
    return "\n\n\n".join("\n\n".join(map(_styled, pieces)) for pieces in parted(flow)) + "\n"


def parted(flow: str) -> list[list[str]]:
    """Return the parts between which two lines are free, each in pieces between which one is.

    A class comes in its head and its methods, the head of the file in its docstring, its imports and its constants.
    """
    return [WITHIN_PARTS.split(part) for part in BETWEEN_PARTS.split(flow.strip("\n"))]


def all_statements(flow: str) -> set[str]:
    """Return the different statements of a flow."""
    return {statement for part in parted(flow) for piece in part for statement in statements(piece)}


def digest(statement: str) -> str:
    """Return what a statement is known by."""
    return sha256(statement.encode()).hexdigest()[:16]


def formatted(statement: str) -> str:
    """Return a statement as black has it. The target is named, for black would first try the grammars before it."""
    from black import format_str
    from black.mode import Mode, TargetVersion

    mode = Mode(line_length=LINE_LENGTH, target_versions={TargetVersion.PY311})
    depth = depth_of(statement)
    place = "".join(f"{' ' * outer}def _():\n" for outer in range(0, depth, len(INDENT)))
    body = f"\n{' ' * depth}{INDENT}pass" if statement.endswith(":") else ""
    return format_str(place + statement + body, mode=mode).removeprefix(place).strip("\n").removesuffix(body)


def _styled(piece: str) -> str:
    return "\n".join(map(_looked_up, statements(piece)))


@cache
def _looked_up(statement: str) -> str:
    found = _known().get(digest(statement), "")
    if found == "":
        return statement if _is_plain(statement) else formatted(statement)
    return found or statement


def _is_plain(statement: str) -> bool:
    return len(statement) <= LINE_LENGTH and statement.isascii() and bool(PLAIN.fullmatch(statement))


@cache
def _known() -> dict[str, str | None]:
    known: dict[str, str | None] = json.loads(FILE.read_bytes())
    return known
