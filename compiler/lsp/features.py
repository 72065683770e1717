"""What the server answers: a function a request, each no more than a translation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from ..ide.actions.actions import actions
from ..ide.completion.complete import complete
from ..ide.layout.folding import folds
from ..ide.layout.formatting import format_range, format_text
from ..ide.layout.selection import selections
from ..ide.navigation.links import links
from ..ide.navigation.references import definition, highlights, references
from ..ide.navigation.rename import RenameError, prepare, rename
from ..ide.navigation.symbols import symbols
from ..ide.reading.hints import hints
from ..ide.reading.hover import hover
from ..ide.reading.lenses import lenses
from ..ide.reading.signature import signature
from . import convert
from .semantic import encode

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..diagnostics import Diagnostic
    from ..ide.document import Document
    from ..ide.reading.lenses import Lens
    from ..ide.workspace import View
    from .convert import Client
    from .positions import Positions


class Opened(NamedTuple):
    """A text in the editor: by itself, and as a part of the specifications that include it."""

    uri: str
    document: Document
    views: list[View]
    findings: Callable[[], tuple[Diagnostic, ...]]
    positions: Positions
    client: Client

    def offset(self, params: Any) -> int:
        """Return the offset that a request is about."""
        return self.positions.offset(params.position)


def _completion(opened: Opened, params: types.CompletionParams) -> types.CompletionList | None:
    offers = complete(opened.document, opened.offset(params))
    return convert.completion(offers, opened.positions, opened.client) if offers else None


def _hover(opened: Opened, params: types.HoverParams) -> types.Hover | None:
    found = hover(opened.document, opened.offset(params))
    return types.Hover(convert.markdown(found.text), opened.positions.range(found.span)) if found else None


def _signature(opened: Opened, params: types.SignatureHelpParams) -> types.SignatureHelp | None:
    found = signature(opened.document, opened.offset(params))
    return convert.signature(found) if found else None


def _definition(opened: Opened, params: types.DefinitionParams) -> list[types.Location]:
    return [opened.client.location(place) for place in definition(opened.views, opened.offset(params))]


def _references(opened: Opened, params: types.ReferenceParams) -> list[types.Location]:
    found = references(opened.views, opened.offset(params), params.context.include_declaration)
    return [opened.client.location(place) for place in found]


def _highlights(opened: Opened, params: types.DocumentHighlightParams) -> list[types.DocumentHighlight]:
    read, write = types.DocumentHighlightKind.Read, types.DocumentHighlightKind.Write
    return [
        types.DocumentHighlight(opened.positions.range(name.span), write if name.is_declaration else read)
        for name in highlights(opened.views[0], opened.offset(params))
    ]


def _prepare_rename(opened: Opened, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
    span = prepare(opened.views[0], opened.offset(params))
    if span is None:
        return None
    return types.PrepareRenamePlaceholder(opened.positions.range(span), opened.document.text[span.start : span.end])


def _rename(opened: Opened, params: types.RenameParams) -> types.WorkspaceEdit:
    try:
        changes = rename(opened.views, opened.offset(params), params.new_name)
    except RenameError as error:
        raise JsonRpcException(str(error), types.LSPErrorCodes.RequestFailed.value) from error
    sources = {source.name: source for view in opened.views for source in view.document.compilation.sources.all}
    return types.WorkspaceEdit(
        changes={opened.client.uri(name): opened.client.edits(edits, sources[name]) for name, edits in changes.items()}
    )


def _symbols(opened: Opened, _: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
    return [convert.symbol(one, opened.positions) for one in symbols(opened.document)]


def _folds(opened: Opened, _: types.FoldingRangeParams) -> list[types.FoldingRange]:
    kinds = {True: types.FoldingRangeKind.Comment, False: types.FoldingRangeKind.Region}
    return [types.FoldingRange(one.first - 1, one.last - 1, kind=kinds[one.comment]) for one in folds(opened.document)]


def _selections(opened: Opened, params: types.SelectionRangeParams) -> list[types.SelectionRange]:
    found = []
    for place in params.positions:
        parent = None
        for span in selections(opened.document, opened.positions.offset(place)):
            parent = types.SelectionRange(opened.positions.range(span), parent)
        assert parent  # noqa: S101 - the whole text, at least
        found.append(parent)
    return found


def _semantic_tokens(opened: Opened, _: types.SemanticTokensParams) -> types.SemanticTokens:
    return types.SemanticTokens(encode(opened.document, opened.positions))


def _links(opened: Opened, _: types.DocumentLinkParams) -> list[types.DocumentLink]:
    found = links(opened.document)
    return [types.DocumentLink(opened.positions.range(one.span), opened.client.uri(one.target)) for one in found]


def _hints(opened: Opened, params: types.InlayHintParams) -> list[types.InlayHint]:
    found = hints(opened.document, opened.positions.span(params.range))
    return [types.InlayHint(opened.positions.position(one.offset), one.text, padding_left=True) for one in found]


def _lenses(opened: Opened, _: types.CodeLensParams) -> list[types.CodeLens]:
    return [
        types.CodeLens(opened.positions.range(one.span), _command(one, opened.uri)) for one in lenses(opened.document)
    ]


def _formatting(opened: Opened, _: types.DocumentFormattingParams) -> list[types.TextEdit]:
    return opened.client.edits(format_text(opened.document), opened.document.source)


def _range_formatting(opened: Opened, params: types.DocumentRangeFormattingParams) -> list[types.TextEdit]:
    changes = format_range(opened.document, opened.positions.span(params.range))
    return opened.client.edits(changes, opened.document.source)


def _command(lens: Lens, uri: str) -> types.Command:
    """Return what a lens shows and does; one without a command is shown only."""
    return types.Command(lens.title, lens.command or "", arguments=[uri] if lens.command else None)


def _actions(opened: Opened, params: types.CodeActionParams) -> list[types.CodeAction]:
    offered = actions(opened.document, opened.positions.span(params.range), opened.findings())
    found = [convert.action(one, opened.document.source, opened.client) for one in offered]
    wanted = params.context.only
    return [one for one in found if not wanted or any(_is_of(one.kind, kind) for kind in wanted)]


def _is_of(kind: types.CodeActionKind | str | None, wanted: types.CodeActionKind | str) -> bool:
    """Return whether a kind is another or one of its kinds: `refactor.rewrite` is a `refactor`."""
    name, outer = (getattr(one, "value", one) for one in (kind, wanted))
    return name == outer or str(name).startswith(f"{outer}.")


ANSWERS: Mapping[str, Callable[[Opened, Any], Any]] = {
    types.TEXT_DOCUMENT_COMPLETION: _completion,
    types.TEXT_DOCUMENT_HOVER: _hover,
    types.TEXT_DOCUMENT_SIGNATURE_HELP: _signature,
    types.TEXT_DOCUMENT_DEFINITION: _definition,
    types.TEXT_DOCUMENT_REFERENCES: _references,
    types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT: _highlights,
    types.TEXT_DOCUMENT_PREPARE_RENAME: _prepare_rename,
    types.TEXT_DOCUMENT_RENAME: _rename,
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: _symbols,
    types.TEXT_DOCUMENT_FOLDING_RANGE: _folds,
    types.TEXT_DOCUMENT_SELECTION_RANGE: _selections,
    types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL: _semantic_tokens,
    types.TEXT_DOCUMENT_DOCUMENT_LINK: _links,
    types.TEXT_DOCUMENT_INLAY_HINT: _hints,
    types.TEXT_DOCUMENT_CODE_LENS: _lenses,
    types.TEXT_DOCUMENT_FORMATTING: _formatting,
    types.TEXT_DOCUMENT_RANGE_FORMATTING: _range_formatting,
    types.TEXT_DOCUMENT_CODE_ACTION: _actions,
}
