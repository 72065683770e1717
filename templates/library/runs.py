"""Runs."""

from __future__ import annotations

from typing import Any

from .spec import SPEC_DIGEST


def begin(flow: Any) -> None:
    """Refuse to mix two specs: `resume` would reuse the tasks of the old one."""
    if flow.spec_digest != SPEC_DIGEST:
        message = f"the run began with another spec, {flow.spec_digest}: start a new run"
        raise RuntimeError(message)
