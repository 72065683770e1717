"""The resources that tasks request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.blocks import BLOCKS
from ...diagnostics.findings import twice
from ...meaning.arguments import bindings_in
from ...syntax.tree import ResourcesDeclaration, RunDeclaration
from ..places import block
from ..signature import check

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline


def resources(outline: Outline, report: Report) -> None:
    """Check every block of resources; `run` and each model have at most one."""
    entry = BLOCKS["resources"]
    owners: list[tuple[object, ...]] = [declared.entries for declared in outline.all(RunDeclaration)]
    owners += [entrant.model.entries for entrant in outline.entrants]
    for entries in owners:
        blocks = [one for one in entries if isinstance(one, ResourcesDeclaration)]
        for one in blocks:
            place = block("resources", one.span, one.entries)
            check(entry, bindings_in(one.entries), place, outline.evaluator, report, entry.arguments)
            if one is not blocks[0]:
                report(twice(place.span, "`resources`", blocks[0].span))
