"""Write templates/reserved_names.txt: what the library defines, and what flows store: `python -m mfc.emit.reserved`.

The checker reserves these names; without the file it would have to parse the whole library and all templates.
"""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from .library import library_names

if TYPE_CHECKING:
    from collections.abc import Iterator

TEMPLATES = import_module("..templates", __package__)
FILE: Path = TEMPLATES.RESERVED_NAMES
OF_THE_FLOW = re.compile(r"\bself\.([a-z]\w*)\b(?!\{\{)|^(\w+) = Parameter\(|\bvar=\"(\w+)\"", re.MULTILINE)
"""How attributes of the flow are written: where they are used, as parameters, and in `@catch`."""


def reserved_names() -> str:
    """Return the text of the file."""
    stored = (f"{TEMPLATES.ATTRIBUTE}{name}" for name in attributes())
    return "".join(f"{name}\n" for name in sorted({*library_names(), *stored}))


def attributes() -> frozenset[str]:
    """Return every attribute that a flow may have, as the templates and the texts of this package write them."""
    found = (match.groups() for text in _texts() for match in OF_THE_FLOW.finditer(text))
    return frozenset(name for groups in found for name in groups if name)


def _texts() -> Iterator[str]:
    for template in FILE.parent.joinpath("flow").rglob("*.jinja"):
        yield template.read_text(encoding="utf-8")
    for module in Path(__file__).parent.glob("*.py"):
        nodes = ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        yield from (node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))


if __name__ == "__main__":
    FILE.write_text(reserved_names(), encoding="utf-8")
