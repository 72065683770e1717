"""Whether the containers of an engine have the libraries of the flow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import NO_LIBRARIES
from ...diagnostics.diagnostic import Diagnostic
from ...meaning.settings import run_setting
from ...syntax.tree import TournamentDeclaration

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline


def libraries(outline: Outline, report: Report, _: str) -> None:
    """Warn that the default image has Python and nothing else, unless the flow brings its libraries."""
    tournament = outline.one(TournamentDeclaration)
    if tournament and run_setting(outline, "packages") is None:
        message = "the target's machines may not have this tournament's libraries"
        help_ = "add `packages = pypi` to `run`, or use an image that has them: `mfc image` writes a Dockerfile"
        report(Diagnostic(NO_LIBRARIES, tournament.name.span, message, help=help_))
