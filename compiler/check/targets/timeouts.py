"""How short a timeout may be: containers take a while to start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import SHORT_TIMEOUT
from ...diagnostics.diagnostic import Diagnostic
from ...meaning.settings import run_binding, run_setting

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline

SHORTEST = 60


def timeouts(outline: Outline, report: Report, _: str) -> None:
    """Reject a timeout of less than a minute, as Metaflow does for all containers."""
    setting, seconds = run_binding(outline, "timeout"), run_setting(outline, "timeout")
    if setting and isinstance(seconds, int | float) and 0 < seconds < SHORTEST:
        message = "this target runs tasks in containers, whose timeout must be at least one minute"
        report(Diagnostic(SHORT_TIMEOUT, setting.value.span, message, "expected `1m` or more"))
