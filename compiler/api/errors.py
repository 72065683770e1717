"""The errors of the Python interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .findings import Findings


class MfcError(Exception):
    """Why something could not be done, as a sentence."""


class SpecError(MfcError):
    """A specification has errors; `findings` lists all of them, and the warnings."""

    def __init__(self, findings: Findings) -> None:
        super().__init__(findings)
        self.findings = findings

    def __str__(self) -> str:
        return f"the specification has errors\n\n{self.findings}"
