"""Runs."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from metaflow import current

from .spec import SPEC_DIGEST

parameters = SimpleNamespace()  # the values of the flow's parameters, from `begin` on


def begin(flow: Any) -> None:
    """Make the flow's parameters available; refuse to mix two specs, as a `resume` could."""
    if flow.spec_digest != SPEC_DIGEST:
        message = f"the run began with another spec, {flow.spec_digest}: start a new run"
        raise RuntimeError(message)
    for name in current.get("parameter_names") or ():
        setattr(parameters, name, getattr(flow, name))
