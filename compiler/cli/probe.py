"""Import Python objects and print their parameters.

This is a separate script because imported code may do anything. Its argument is the directory to import from. It reads
paths, one per line, and answers each with a line of JSON: `[failure, parameters]`, either of which may be `null`.
"""

from __future__ import annotations

import importlib
import inspect
import json
import os
import sys


def main() -> None:
    """Answer all paths, separately from what the imported modules print."""
    sys.path[0] = sys.argv[1]
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    for line in sys.stdin:
        print(json.dumps(answer(line.strip())), file=answers, flush=True)
    os._exit(0)  # without waiting for threads that imported modules started


def answer(path: str) -> tuple[str | None, list[str] | None]:
    """Return why a path cannot be imported, or the names of the parameters (None if any name is accepted)."""
    try:
        return None, parameters(find(path.split(".")))
    except LookupError as error:
        return str(error.args[0]), None
    except BaseException as error:
        return f"{type(error).__name__}: {error}", None


def find(parts: list[str]) -> object:
    """Return the object at a path: an attribute of the innermost module in it."""
    module, rest = import_innermost(parts)
    found: object = module
    for depth, name in enumerate(rest, start=len(parts) - len(rest)):
        if not hasattr(found, name):
            message = f"`{'.'.join(parts[:depth])}` has no `{name}`"
            raise LookupError(message)
        found = getattr(found, name)
    return found


def import_innermost(parts: list[str]) -> tuple[object, list[str]]:
    """Import the longest part of a path that is a module, and return it with the rest."""
    for end in range(len(parts), 0, -1):
        name = ".".join(parts[:end])
        try:
            return importlib.import_module(name), parts[end:]
        except ModuleNotFoundError as error:
            is_its_own = error.name is not None and f"{name}.".startswith(f"{error.name}.")
            if not is_its_own:
                raise
    message = f"there is no module `{parts[0]}`"
    raise LookupError(message)


def parameters(found: object) -> list[str] | None:
    """Return the names of the parameters, or None if they are unknown or any name is accepted."""
    if not callable(found):
        return None
    try:
        known = inspect.signature(found).parameters.values()
    except (TypeError, ValueError):  # many C functions have no signature
        return None
    if any(one.kind is one.VAR_KEYWORD for one in known):
        return None
    return [one.name for one in known if one.kind in (one.POSITIONAL_OR_KEYWORD, one.KEYWORD_ONLY)]


if __name__ == "__main__":
    main()
