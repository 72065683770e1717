"""How the flow executes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.blocks import BLOCKS
from ...syntax.tree import Run
from ..findings import not_supported
from ..places import block
from ..signature import bindings_in, check

if TYPE_CHECKING:
    from ..findings import Report
    from ..outline import Outline

SUPPORTED = ("fits_per_task", "workers", "threads", "on_error")


def run(outline: Outline, report: Report) -> None:
    """Check that every setting of `run` exists and is known when the flow is made."""
    entry = BLOCKS["run"]
    for declared in outline.all(Run):
        settings = bindings_in(declared.entries)
        later = [one for one in settings if one.name.text in entry.arguments and one.name.text not in SUPPORTED]
        for setting in later:
            report(not_supported(setting.name.span, f"`{setting.name.text}`"))
        now = [one for one in settings if one not in later]
        check(entry, now, block("run", declared.span, declared.entries), outline.evaluator, SUPPORTED)
