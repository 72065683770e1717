"""The state of a file compared with the flow that a specification compiles to now."""

from __future__ import annotations

from enum import Enum

from .header import normalised, recognise


class State(Enum):
    """The state of a flow's file; the value completes a sentence about it."""

    CURRENT = "is up to date"
    MISSING = "is missing"
    STALE = "is stale: the specification has changed since"
    RENAMED = "was made from another specification"
    OTHER_TEMPLATES = "was made by the templates of another version of mfc"
    EDITED = "was edited by hand"
    FOREIGN = "was not written by mfc"


def state_of(existing: str | None, flow: str) -> State:
    """Compare a file, if there is one, with the flow that belongs there; line ends do not matter."""
    if existing is None:
        return State.MISSING
    if normalised(existing) == flow:
        return State.CURRENT
    found, new = recognise(existing), recognise(flow)
    if found is None or new is None:
        return State.FOREIGN
    if found.edited:
        return State.EDITED
    if found.spec != new.spec:
        return State.RENAMED
    return State.STALE if found.spec_digest != new.spec_digest else State.OTHER_TEMPLATES


def pristine(existing: str, flow: str) -> bool:
    """Return whether the flow is what an edited file was before: then they differ in the edits alone."""
    found, new = recognise(existing), recognise(flow)
    return found is not None and new is not None and found.body_digest == new.body_digest
