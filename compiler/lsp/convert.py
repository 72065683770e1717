"""What features answer, in the words of the protocol."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lsprotocol import types

from ..diagnostics import Severity
from ..diagnostics.codes import IDLE_IGNORE, UNUSED
from ..ide.completion.item import ItemKind
from ..ide.navigation import symbols
from ..source import Place
from .files import uri_of
from .positions import Positions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..diagnostics import Diagnostic
    from ..ide.actions.here import Action
    from ..ide.completion.item import Completion, CompletionItem
    from ..ide.document import Edit
    from ..ide.reading.signature import Signature
    from ..source import Source

PAGES = Path(__file__).parents[1] / "diagnostics" / "pages"
SEVERITIES = {Severity.ERROR: types.DiagnosticSeverity.Error, Severity.WARNING: types.DiagnosticSeverity.Warning}
KINDS = {
    ItemKind.KEYWORD: types.CompletionItemKind.Keyword,
    ItemKind.OPERATOR: types.CompletionItemKind.Operator,
    ItemKind.ARGUMENT: types.CompletionItemKind.Property,
    ItemKind.VALUE: types.CompletionItemKind.Value,
    ItemKind.CLASS: types.CompletionItemKind.Class,
    ItemKind.FUNCTION: types.CompletionItemKind.Function,
    ItemKind.CONSTANT: types.CompletionItemKind.Constant,
    ItemKind.PARAMETER: types.CompletionItemKind.Variable,
    ItemKind.MODEL: types.CompletionItemKind.Module,
    ItemKind.COLUMN: types.CompletionItemKind.Field,
    ItemKind.FILE: types.CompletionItemKind.File,
    ItemKind.FOLDER: types.CompletionItemKind.Folder,
}
NEEDLESS = (UNUSED, IDLE_IGNORE)
ACTION_KINDS = {"quickfix": types.CodeActionKind.QuickFix, "refactor": types.CodeActionKind.RefactorRewrite}

SYMBOLS = {
    symbols.Kind.TOURNAMENT: types.SymbolKind.Class,
    symbols.Kind.CONSTANT: types.SymbolKind.Constant,
    symbols.Kind.PARAMETER: types.SymbolKind.Variable,
    symbols.Kind.MODEL: types.SymbolKind.Struct,
    symbols.Kind.BLOCK: types.SymbolKind.Namespace,
    symbols.Kind.ARGUMENT: types.SymbolKind.Property,
    symbols.Kind.SETTING: types.SymbolKind.Key,
}

_HOLE = re.compile(r"\$\{\d+:([^}]*)\}|\$\{\d+\|([^,|]*)[^}]*\}|\$\d+")


class Client(NamedTuple):
    """How the client counts columns, what it calls the texts that are open in it, and whether it fills in snippets."""

    encoding: str
    uris: Mapping[str, str]
    snippets: bool

    def uri(self, name: str) -> str:
        """Return what the client calls a file."""
        return self.uris.get(name) or uri_of(name)

    def location(self, place: Place) -> types.Location:
        """Return a place in a file."""
        positions = Positions(place.source.text, self.encoding)
        return types.Location(self.uri(place.source.name), positions.range(place.span))

    def edits(self, changes: Iterable[Edit], source: Source) -> list[types.TextEdit]:
        """Return changes of a file."""
        positions = Positions(source.text, self.encoding)
        return [types.TextEdit(positions.range(change.span), change.text) for change in changes]


def diagnostic(found: Diagnostic, source: Source, client: Client) -> types.Diagnostic:
    """Return a finding: what is expected and how to mend it follow the message, line by line."""
    said = [found.message, *([found.label] if found.label else []), *([f"help: {found.help}"] if found.help else [])]
    related = [
        types.DiagnosticRelatedInformation(client.location(Place(one.source or source, one.span)), one.message)
        for one in found.related
    ]
    return types.Diagnostic(
        range=client.location(Place(source, found.span)).range,
        severity=SEVERITIES[found.code.severity],
        code=found.code.id,
        code_description=types.CodeDescription(uri_of(str(PAGES / f"{found.code.id}.md"))),
        source="mfc",
        message="\n".join(said),
        tags=[types.DiagnosticTag.Unnecessary] if found.code in NEEDLESS else None,
        related_information=related or None,
    )


def completion(offers: Completion, positions: Positions, client: Client) -> types.CompletionList:
    """Return what completion offers, each item as an edit of the word."""
    place = positions.range(offers.span)
    items = [_item(item, number, place, client.snippets) for number, item in enumerate(offers.items)]
    return types.CompletionList(is_incomplete=False, items=items)


def _item(item: CompletionItem, number: int, place: types.Range, snippets: bool) -> types.CompletionItem:
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


def signature(found: Signature) -> types.SignatureHelp:
    """Return how something is called."""
    parameters = [types.ParameterInformation((one.start, one.end), markdown(one.text)) for one in found.parameters]
    information = types.SignatureInformation(found.label, markdown(found.text), parameters, found.active)
    return types.SignatureHelp([information], active_signature=0, active_parameter=found.active)


def symbol(found: symbols.Symbol, positions: Positions) -> types.DocumentSymbol:
    """Return something with a name, and what is in it."""
    return types.DocumentSymbol(
        name=found.name,
        kind=SYMBOLS[found.kind],
        detail=found.detail or None,
        range=positions.range(found.span),
        selection_range=positions.range(found.name_span),
        children=[symbol(child, positions) for child in found.children] or None,
    )


def action(offered: Action, source: Source, client: Client) -> types.CodeAction:
    """Return a change that is offered."""
    return types.CodeAction(
        title=offered.title,
        kind=ACTION_KINDS[offered.kind],
        diagnostics=[diagnostic(offered.diagnostic, source, client)] if offered.diagnostic else None,
        is_preferred=offered.preferred or None,
        edit=types.WorkspaceEdit(changes={client.uri(source.name): client.edits(offered.edits, source)}),
    )
