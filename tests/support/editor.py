"""An editor for the tests of the language server."""

import asyncio
from pathlib import Path

from lsprotocol import types
from pytest_lsp import LanguageClient


class Editor:
    """An editor with one file open, in which `|` in a text says where the cursor is."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client = client
        self.folder = folder
        self.version = 0
        self.texts: dict[str, str] = {}
        self.before: dict[str, object] = {}

    def uri(self, name: str = "spec.mf") -> str:
        return (self.folder / name).as_uri()

    def document(self, name: str = "spec.mf") -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri(name))

    def open(self, text: str, name: str = "spec.mf") -> types.Position:
        """Open a text, or change it, and return where its cursor is."""
        self.before = dict(self.client.diagnostics)
        before, _, after = text.partition("|")
        self.version += 1
        versioned = types.VersionedTextDocumentIdentifier(self.version, self.uri(name))
        if name in self.texts:
            change = types.TextDocumentContentChangeWholeDocument(before + after)
            self.client.text_document_did_change(types.DidChangeTextDocumentParams(versioned, [change]))
        else:
            item = types.TextDocumentItem(self.uri(name), "mfc", self.version, before + after)
            self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        self.texts[name] = before + after
        line = before.rpartition("\n")[2]
        return types.Position(before.count("\n"), len(line.encode("utf-16-le")) // 2)

    def close(self) -> None:
        """Close all texts."""
        self.before = dict(self.client.diagnostics)
        for name in self.texts:
            self.client.text_document_did_close(types.DidCloseTextDocumentParams(self.document(name)))
        self.texts.clear()

    async def found(self, name: str = "spec.mf") -> list[types.Diagnostic]:
        """Return the findings in a text, once the server has said them anew since a text was changed last."""
        for _ in range(500):
            said = self.client.diagnostics.get(self.uri(name))
            if said is not None and said is not self.before.get(self.uri(name)):
                return list(said)
            await asyncio.sleep(0.01)
        raise TimeoutError(name)

    def at(self, range_: types.Range, name: str = "spec.mf") -> str:
        """Return the text in a range of one line."""
        line = self.texts[name].split("\n")[range_.start.line].encode("utf-16-le")
        return line[2 * range_.start.character : 2 * range_.end.character].decode("utf-16-le")
