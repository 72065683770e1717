"""What features answer, in the words of the protocol."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from ..diagnostics import Severity
from ..diagnostics.codes import UNUSED
from ..ide.completion.item import Kind
from .files import uri_of
from .positions import Positions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..diagnostics import Diagnostic, Related
    from ..ide.actions.action import Action
    from ..ide.completion.item import Completion, Item
    from ..ide.edit import Edit

PAGES = Path(__file__).parents[1] / "diagnostics" / "pages"
SEVERITIES = {Severity.ERROR: types.DiagnosticSeverity.Error, Severity.WARNING: types.DiagnosticSeverity.Warning}
KINDS = {
    Kind.KEYWORD: types.CompletionItemKind.Keyword,
    Kind.OPERATOR: types.CompletionItemKind.Operator,
    Kind.ARGUMENT: types.CompletionItemKind.Property,
    Kind.VALUE: types.CompletionItemKind.Value,
    Kind.CLASS: types.CompletionItemKind.Class,
    Kind.FUNCTION: types.CompletionItemKind.Function,
    Kind.CONSTANT: types.CompletionItemKind.Constant,
    Kind.PARAMETER: types.CompletionItemKind.Variable,
    Kind.MODEL: types.CompletionItemKind.Module,
    Kind.COLUMN: types.CompletionItemKind.Field,
    Kind.FILE: types.CompletionItemKind.File,
    Kind.FOLDER: types.CompletionItemKind.Folder,
}
ACTION_KINDS = {"quickfix": types.CodeActionKind.QuickFix, "refactor": types.CodeActionKind.RefactorRewrite}

_HOLE = re.compile(r"\$\{\d+:([^}]*)\}|\$\{\d+\|([^,|]*)[^}]*\}|\$\d+")


def diagnostic(found: Diagnostic, positions: Positions, uri: str) -> types.Diagnostic:
    """Return a finding: what is expected and how to mend it follow the message, line by line."""
    said = [found.message, *([found.label] if found.label else []), *([f"help: {found.help}"] if found.help else [])]
    return types.Diagnostic(
        range=positions.range(found.span),
        severity=SEVERITIES[found.code.severity],
        code=found.code.id,
        code_description=types.CodeDescription(uri_of(str(PAGES / f"{found.code.id}.md"))),
        source="mfc",
        message="\n".join(said),
        tags=[types.DiagnosticTag.Unnecessary] if found.code is UNUSED else None,
        related_information=[_related(one, positions, uri) for one in found.related] or None,
    )


def _related(related: Related, positions: Positions, uri: str) -> types.DiagnosticRelatedInformation:
    if related.source:
        uri, positions = uri_of(related.source.name), Positions(related.source.text, positions.encoding)
    return types.DiagnosticRelatedInformation(types.Location(uri, positions.range(related.span)), related.message)


def completion(offers: Completion, positions: Positions, snippets: bool) -> types.CompletionList:
    """Return what completion offers, each item as an edit of the word."""
    place = positions.range(offers.span)
    items = [_item(item, number, place, snippets) for number, item in enumerate(offers.items)]
    return types.CompletionList(is_incomplete=False, items=items)


def _item(item: Item, number: int, place: types.Range, snippets: bool) -> types.CompletionItem:
    text = item.label if item.insert is None else item.insert
    as_snippet = item.snippet and snippets
    return types.CompletionItem(
        label=item.label,
        kind=KINDS[item.kind],
        detail=item.detail or None,
        documentation=markdown(item.documentation) if item.documentation else None,
        sort_text=f"{item.rank}{number:04}",
        filter_text=item.match,
        insert_text_format=types.InsertTextFormat.Snippet if as_snippet else types.InsertTextFormat.PlainText,
        insert_text_mode=types.InsertTextMode.AdjustIndentation if "\n" in text else None,
        text_edit=types.TextEdit(place, text if as_snippet or not item.snippet else _filled(text)),
    )


def _filled(snippet: str) -> str:
    """Return a snippet as plain text, for a client that knows none."""
    return _HOLE.sub(lambda hole: hole[1] or hole[2] or "", snippet).replace("\t", "  ")


def markdown(text: str) -> types.MarkupContent:
    """Return a text as Markdown."""
    return types.MarkupContent(types.MarkupKind.Markdown, text)


def edits(changes: Iterable[Edit], positions: Positions) -> list[types.TextEdit]:
    """Return changes of one text."""
    return [types.TextEdit(positions.range(change.span), change.text) for change in changes]


def action(offered: Action, positions: Positions, uri: str) -> types.CodeAction:
    """Return a change that is offered."""
    return types.CodeAction(
        title=offered.title,
        kind=ACTION_KINDS[offered.kind],
        diagnostics=[diagnostic(offered.diagnostic, positions, uri)] if offered.diagnostic else None,
        is_preferred=offered.preferred or None,
        edit=types.WorkspaceEdit(changes={uri: edits(offered.edits, positions)}),
    )
