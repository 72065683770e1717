"""What tasks ask of the machines they run on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.blocks import BLOCKS
from ...syntax.tree import Resources, Run
from ..findings import twice
from ..places import block
from ..signature import bindings_in, check

if TYPE_CHECKING:
    from ..findings import Report
    from ..outline import Outline


def resources(outline: Outline, report: Report) -> None:
    """Check every block of resources, of which there is one in `run` and one in a model at most."""
    entry = BLOCKS["resources"]
    owners: list[tuple[object, ...]] = [declared.entries for declared in outline.all(Run)]
    owners += [entrant.model.entries for entrant in outline.entrants]
    for entries in owners:
        blocks = [one for one in entries if isinstance(one, Resources)]
        for one in blocks:
            place = block("resources", one.span, one.entries)
            check(entry, bindings_in(one.entries), place, outline.evaluator, entry.arguments)
            if one is not blocks[0]:
                report(twice(place.span, "`resources`", blocks[0].span))
