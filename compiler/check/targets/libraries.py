"""Whether the containers of an engine have the libraries of the flow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import NO_LIBRARIES
from ...diagnostics.diagnostic import Diagnostic
from ...syntax.tree import Tournament
from ..settings import run_setting

if TYPE_CHECKING:
    from ..findings import Report
    from ..outline import Outline


def libraries(outline: Outline, report: Report, _: str) -> None:
    """Warn that the default image has Python and nothing else, unless the flow brings its libraries."""
    tournament = outline.one(Tournament)
    if tournament and run_setting(outline, "packages") is None:
        message = "nothing brings this tournament's libraries to the machines of the target"
        help_ = "write `packages = pypi` into `run`, or name an image that has them, as in `--with kubernetes:image=…`"
        report(Diagnostic(NO_LIBRARIES, tournament.name.span, message, help=help_))
