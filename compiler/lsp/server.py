"""The server: it keeps the open texts, answers requests about them, and says what is wrong with them."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from contextlib import redirect_stdout
from functools import partial
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from .. import __version__
from . import convert
from .features import FEATURES, Opened
from .files import Files
from .positions import Positions

if TYPE_CHECKING:
    from collections.abc import Callable

    from .features import Feature

DELAY = 0.05
"""The seconds after the last key in which findings are looked for: more keys may follow."""

log = logging.getLogger(__name__)


class Server(LanguageServer):
    """The language server. The editor sends whole texts: they are small, and nothing can get out of step."""

    def __init__(self) -> None:
        super().__init__("mfc", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.files = Files()
        self._waiting: dict[str, asyncio.TimerHandle] = {}
        for method, feature in FEATURES.items():
            self.feature(method, feature.options)(self._answering(method, feature))
        self.feature(types.TEXT_DOCUMENT_DID_OPEN)(partial(self._opened))  # a method cannot be registered as it is
        self.feature(types.TEXT_DOCUMENT_DID_CHANGE)(partial(self._changed))
        self.feature(types.TEXT_DOCUMENT_DID_CLOSE)(partial(self._closed))

    def _answering(self, method: str, feature: Feature) -> Callable[[Any], Any]:
        """Return what answers a request; a bug of ours is logged, and answered with nothing."""

        def answer(params: Any) -> Any:
            try:
                return feature.answer(self._find(params.text_document.uri), params)
            except JsonRpcException:
                raise
            except Exception:
                log.exception("%s failed", method)
                return None

        return answer

    def _find(self, uri: str) -> Opened:
        document = self.files.document(uri)
        snippets = get_capability(
            self.client_capabilities, "text_document.completion.completion_item.snippet_support", False
        )
        return Opened(uri, document, self._positions(document.text), bool(snippets))

    def _positions(self, text: str) -> Positions:
        encoding = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
        return Positions(text, str(getattr(encoding, "value", encoding)))

    # Texts

    def _opened(self, params: types.DidOpenTextDocumentParams) -> None:
        self.files.put(params.text_document.uri, params.text_document.text)
        self._publish(params.text_document.uri)

    def _changed(self, params: types.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        self.files.put(uri, self.workspace.get_text_document(uri).source)
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()
        self._waiting[uri] = asyncio.get_running_loop().call_later(DELAY, self._publish, uri)

    def _closed(self, params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        self.files.close(uri)
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def _publish(self, uri: str) -> None:
        """Say what is wrong with a text."""
        try:
            document = self.files.document(uri)
            positions = self._positions(document.text)
            found = [convert.diagnostic(one, positions, uri) for one in document.diagnostics]
        except Exception:
            log.exception("diagnostics failed")
            return
        version = self.workspace.get_text_document(uri).version
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))


def serve() -> None:
    """Serve an editor over standard input and output until it says goodbye."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    if not os.environ.get("MFC_DEBUG"):
        log.setLevel(logging.CRITICAL)
    # What is printed by mistake must not get in between the messages; and pygls closes the stream it writes to.
    with open(os.dup(sys.stdout.fileno()), "wb") as output, redirect_stdout(sys.stderr):  # noqa: PTH123
        Server().start_io(stdout=output)
