"""Advice: declared names are used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import UNUSED
from ...diagnostics.diagnostic import Diagnostic
from ...meaning.scope import paths
from ...syntax.tree import Bad, IncludeDeclaration, LetDeclaration, ParamDeclaration

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline


def unused(outline: Outline, report: Report) -> None:
    """Warn of constants and parameters that are never used, unless parts of the file could not be parsed.

    Constants of included files are ignored, because other files may use them.
    """
    declarations = outline.program.declarations
    blocks = [block for one in declarations for part in one for block in (part if isinstance(part, tuple) else ())]
    if outline.one(IncludeDeclaration) or any(isinstance(part, Bad) for part in (*declarations, *blocks)):
        return
    used = {path.text for path in paths(outline.program)}
    for name, named in outline.scope.names.items():
        is_ours = named.span.start < outline.program.span.end
        if isinstance(named, LetDeclaration | ParamDeclaration) and is_ours and name not in used:
            message = f"`{name}` is never used"
            report(Diagnostic(UNUSED, named.name.span, message, "declared here", f"remove `{name}`, or use it"))
