"""Advice: what is declared is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import UNUSED
from ...diagnostics.diagnostic import Diagnostic
from ...syntax.tree import Bad, Include, Let, Param
from ..scope import paths

if TYPE_CHECKING:
    from ..findings import Report
    from ..outline import Outline


def unused(outline: Outline, report: Report) -> None:
    """Warn of constants and parameters that nothing uses, unless what uses them could not be read.

    Constants of included files may be there for others who include them.
    """
    declarations = outline.program.declarations
    blocks = [block for one in declarations for part in one for block in (part if isinstance(part, tuple) else ())]
    if outline.one(Include) or any(isinstance(part, Bad) for part in (*declarations, *blocks)):
        return
    used = {path.text for path in paths(outline.program)}
    for name, named in outline.scope.names.items():
        is_ours = named.span.start < outline.program.span.end
        if isinstance(named, Let | Param) and is_ours and name not in used:
            message = f"nothing uses `{name}`"
            report(Diagnostic(UNUSED, named.name.span, message, "declared here only", f"remove `{name}`, or use it"))
