"""The server: it keeps the open texts, answers requests about them, and says what is wrong with them."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from contextlib import redirect_stdout
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from .. import __version__
from ..ide.navigation.symbols import symbols
from ..ide.workspace import Workspace
from ..source import Place
from . import convert
from .capabilities import CAPABILITIES
from .convert import Client
from .files import Files, is_file, path_of
from .messages import Messages
from .positions import Positions
from .protocol import Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

DELAY = 0.05
"""Seconds to wait after an edit before checking, because more edits may follow."""

MOST_SYMBOLS = 500

log = logging.getLogger(__name__)


class Server(LanguageServer):
    """The language server. The editor sends whole texts: they are small, and nothing can get out of step."""

    def __init__(self) -> None:
        full = types.TextDocumentSyncKind.Full
        super().__init__("mfc", __version__, text_document_sync_kind=full, protocol_cls=Protocol)
        self.files = Files()
        self.specs = Workspace(self.files)
        self._uris: dict[str, str] = {}
        self._published: dict[str, list[types.Diagnostic]] = {}
        self._waiting: asyncio.TimerHandle | None = None
        for method, options in CAPABILITIES.items():
            self._register(method, partial(self._answer, method), options)
        self._register(types.WORKSPACE_SYMBOL, self._symbols)
        self._register(types.INITIALIZED, self._initialized)
        self._register(types.TEXT_DOCUMENT_DID_OPEN, self._opened)
        self._register(types.TEXT_DOCUMENT_DID_CHANGE, self._changed)
        self._register(types.TEXT_DOCUMENT_DID_CLOSE, self._closed)
        self._register(types.TEXT_DOCUMENT_DID_SAVE, self._files_changed)
        self._register(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, self._files_changed)

    def _register(self, method: str, handle: Callable[[Any], Any], options: Any = None) -> None:
        """Register a method; an internal error is logged and answered with nothing."""

        def handled(params: Any) -> Any:
            try:
                return handle(params)
            except JsonRpcException:
                raise
            except Exception:
                log.exception("%s failed", method)
                return None

        self.feature(method, options)(handled)

    # Requests

    def _answer(self, method: str, params: Any) -> Any:
        from .features import ANSWERS, Opened

        uri = params.text_document.uri
        path = path_of(uri)
        document, views = self.specs.document(path), self.specs.views(path)
        document.part_of(views[0].document)
        positions = Positions(document.text, self._client.encoding)
        findings = partial(self.specs.findings_in, path)
        opened = Opened(uri, document, views, findings, positions, self._client)
        return ANSWERS[method](opened, params)

    @property
    def _client(self) -> Client:
        encoding = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
        snippets = "text_document.completion.completion_item.snippet_support"
        return Client(
            str(getattr(encoding, "value", encoding)),
            self._uris,
            bool(get_capability(self.client_capabilities, snippets, False)),
        )

    def _symbols(self, params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
        """Return what all specifications declare under names with the letters asked for."""
        wanted = params.query.casefold()
        found = [
            types.WorkspaceSymbol(
                location=self._client.location(Place(document.source, one.name_span)),
                name=one.name,
                kind=convert.SYMBOLS[one.kind],
                container_name=Path(document.source.name).name,
            )
            for document in self.specs.documents()
            for one in symbols(document)
            if wanted in one.name.casefold()
        ]
        return found[:MOST_SYMBOLS]

    # Texts

    def _initialized(self, _: types.InitializedParams) -> None:
        for folder in self.workspace.folders.values():
            if is_file(path := path_of(folder.uri)):
                self.files.add(path)
        if get_capability(self.client_capabilities, "workspace.did_change_watched_files.dynamic_registration", False):
            watchers = types.DidChangeWatchedFilesRegistrationOptions(
                [types.FileSystemWatcher("**/{*.mf,*.csv,pyproject.toml}")]
            )
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            self.client_register_capability(types.RegistrationParams([types.Registration("watch", method, watchers)]))
        asyncio.get_running_loop().call_soon(_warm_up)

    def _opened(self, params: types.DidOpenTextDocumentParams) -> None:
        path = path_of(params.text_document.uri)
        self._uris[path] = params.text_document.uri
        if is_file(path):
            self.files.add(str(Path(path).parent), whole=False)
        self.specs.put(path, params.text_document.text)
        self._publish()

    def _changed(self, params: types.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        self.specs.put(path_of(uri), self.workspace.get_text_document(uri).source)
        if self._waiting:
            self._waiting.cancel()
        self._waiting = asyncio.get_running_loop().call_later(DELAY, self._publish)

    def _closed(self, params: types.DidCloseTextDocumentParams) -> None:
        path = path_of(params.text_document.uri)
        self.specs.close(path)
        self._publish()
        self._uris.pop(path, None)

    def _files_changed(self, _: object) -> None:
        self.files.refresh()
        self.specs.refresh()
        self._publish()

    def _publish(self) -> None:
        """Say what is wrong in all texts in which it is not what was said last."""
        try:
            checked = self.specs.findings()
            found = {
                self._client.uri(name): [convert.diagnostic(one, text.source, self._client) for one in text.diagnostics]
                for name, text in checked.items()
            }
        except Exception:
            log.exception("diagnostics failed")
            return
        versions = {uri: text.version for uri, text in self.workspace.text_documents.items()}
        for uri in {**self._published, **found}:
            diagnostics = found.get(uri, [])
            if self._published.get(uri) != diagnostics:
                self.text_document_publish_diagnostics(
                    types.PublishDiagnosticsParams(uri, diagnostics, versions.get(uri))
                )
        self._published = found


def _warm_up() -> None:
    """Load what the first requests need, while nobody waits."""
    from ..catalog.catalog import load
    from . import features  # noqa: F401

    load()


def serve() -> None:
    """Serve an editor over standard input and output until it exits."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    if not os.environ.get("MFC_DEBUG"):
        log.setLevel(logging.CRITICAL)
    # Stray prints must not mix with the messages, and pygls closes the stream it writes to.
    with open(os.dup(sys.stdout.fileno()), "wb") as output, redirect_stdout(sys.stderr):  # noqa: PTH123
        server = Server()
        messages = Messages(sys.stdin.buffer, cast("Protocol", server.protocol).refuse)
        server.start_io(stdin=messages, stdout=output)  # type: ignore[arg-type]
