"""Values as the language writes them."""

from __future__ import annotations

import json

from .values import Invocation, Reference

MOST_SHOWN = 40


def show(value: object) -> str:
    """Return a value as the language writes it, shortened for people to read."""
    text = written(value)
    return text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"


def describe(value: object) -> str:
    """Say what a value is."""
    if isinstance(value, Reference | Invocation):
        return f"the object `{value.path}`"
    return f"`{show(value)}`"


def written(value: object) -> str:
    """Return a value as the language writes it, whole."""
    match value:
        case bool() | None:
            return str(value).lower()
        case str():
            return json.dumps(value, ensure_ascii=False)
        case list():
            return f"[{', '.join(map(written, value))}]"
        case range():
            return f"{value.start}..{value.stop - 1}"
        case tuple() if type(value) is tuple:
            return f"({', '.join(map(written, value))}{',' * (len(value) == 1)})"
    return str(value)
