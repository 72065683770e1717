"""Write generated flows: whole or not at all, only if they changed, and never over edits or other files."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..files.read import read_bytes, refuse_odd
from ..files.write import WriteError, failures_named, replace
from .state import State, state_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Found(NamedTuple):
    """What a file holds, and how that stands to its flow."""

    state: State
    text: str


def inspect(path: Path, flow: str) -> Found:
    """Return the state of a flow's file; raise an error if it is not a regular file."""
    with failures_named(path):
        if not path.exists():
            return Found(State.MISSING, "")
        try:
            refuse_odd(path)
        except ValueError as error:
            message = f"cannot write `{path}`: {error}"
            raise WriteError(message) from error
        try:
            existing = read_bytes(path).decode()
        except ValueError:  # not UTF-8, or too large to be a flow
            return Found(State.FOREIGN, "")
    return Found(state_of(existing, flow), existing)


def refusal(path: Path, state: State, *, force: bool = False) -> str | None:
    """Raise an error if a file must not be replaced: an edited flow without `force`, or a foreign file."""
    if state is State.FOREIGN:
        return f"will not replace `{path}`: it was not written by mfc; move it away or delete it"
    if state is State.EDITED and not force:
        return f"will not replace `{path}`: it was edited since mfc wrote it; `--force` discards the edits"
    return None


def write(flows: Mapping[Path, str], *, force: bool = False) -> list[Path]:
    """Bring the files up to date, and return those that were not."""
    states = {path: inspect(path, flow).state for path, flow in flows.items()}
    for path, state in states.items():
        if message := refusal(path, state, force=force):
            raise WriteError(message)
    stale = [path for path, state in states.items() if state is not State.CURRENT]
    replace({path: flows[path] for path in stale})
    return stale
