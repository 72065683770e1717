"""What the server answers: a function a request, each no more than a translation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from ..ide.actions.actions import actions
from ..ide.completion.complete import complete
from ..ide.hover import hover
from ..ide.rename import RenameError, prepare, rename
from . import convert

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..ide.document import Document
    from .positions import Positions


class Opened(NamedTuple):
    """A text in the editor, with how the client counts columns in it and what it can do."""

    uri: str
    document: Document
    positions: Positions
    snippets: bool


class Feature(NamedTuple):
    """A request that is answered, and what the client is told of it."""

    answer: Callable[[Opened, Any], Any]
    options: Any = None


def _completion(opened: Opened, params: types.CompletionParams) -> types.CompletionList | None:
    offers = complete(opened.document, opened.positions.offset(params.position))
    return convert.completion(offers, opened.positions, opened.snippets) if offers else None


def _hover(opened: Opened, params: types.HoverParams) -> types.Hover | None:
    found = hover(opened.document, opened.positions.offset(params.position))
    return types.Hover(convert.markdown(found.text), opened.positions.range(found.span)) if found else None


def _prepare_rename(opened: Opened, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
    span = prepare(opened.document, opened.positions.offset(params.position))
    if span is None:
        return None
    return types.PrepareRenamePlaceholder(opened.positions.range(span), opened.document.text[span.start : span.end])


def _rename(opened: Opened, params: types.RenameParams) -> types.WorkspaceEdit:
    try:
        changes = rename(opened.document, opened.positions.offset(params.position), params.new_name)
    except RenameError as error:
        raise JsonRpcException(str(error), types.LSPErrorCodes.RequestFailed.value) from error
    return types.WorkspaceEdit(changes={opened.uri: convert.edits(changes, opened.positions)})


def _actions(opened: Opened, params: types.CodeActionParams) -> list[types.CodeAction]:
    offered = actions(opened.document, opened.positions.span(params.range))
    found = [convert.action(one, opened.positions, opened.uri) for one in offered]
    wanted = params.context.only
    return [one for one in found if not wanted or any(_is_of(one.kind, kind) for kind in wanted)]


def _is_of(kind: types.CodeActionKind | str | None, wanted: types.CodeActionKind | str) -> bool:
    """Tell whether a kind is another or one of its kinds: `refactor.rewrite` is a `refactor`."""
    name, outer = (getattr(one, "value", one) for one in (kind, wanted))
    return name == outer or str(name).startswith(f"{outer}.")


FEATURES: Mapping[str, Feature] = {
    types.TEXT_DOCUMENT_COMPLETION: Feature(
        _completion, types.CompletionOptions(trigger_characters=[".", '"', "/", "~", "=", ":", ">", "(", "["])
    ),
    types.TEXT_DOCUMENT_HOVER: Feature(_hover),
    types.TEXT_DOCUMENT_PREPARE_RENAME: Feature(_prepare_rename),
    types.TEXT_DOCUMENT_RENAME: Feature(_rename, types.RenameOptions(prepare_provider=True)),
    types.TEXT_DOCUMENT_CODE_ACTION: Feature(
        _actions,
        types.CodeActionOptions(
            code_action_kinds=[types.CodeActionKind.QuickFix, types.CodeActionKind.RefactorRewrite]
        ),
    ),
}
