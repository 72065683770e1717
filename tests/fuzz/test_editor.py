"""Any message to the language server, and any question about any place: it goes on, and answers."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fuzzing import fuzz
from hypothesis import strategies as st
from raw_server import Raw

from mfc.lsp.capabilities import CAPABILITIES

MFC = Path(sys.executable).with_name("mfc")
SPEC = "tournament Demo\ndata mock.regression\nmodel ridge: Ridge { alpha in [0.1, 1.0] }\n"
NUMBERS = st.integers(0, 5) | st.integers(0, 2**31 - 1) | st.integers()
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
PLACES = st.fixed_dictionaries({"line": NUMBERS, "character": NUMBERS})
PARAMETERS = st.fixed_dictionaries(
    {"textDocument": st.just({"uri": "untitled:spec"}) | st.fixed_dictionaries({"uri": st.text(max_size=20)}) | JSON},
    optional={
        "position": PLACES | JSON,
        "range": st.fixed_dictionaries({"start": PLACES, "end": PLACES}) | JSON,
        "positions": st.lists(PLACES, max_size=3) | JSON,
        "context": st.just({"diagnostics": [], "includeDeclaration": True}) | JSON,
        "newName": st.text(max_size=5),
        "options": st.just({"tabSize": 2, "insertSpaces": True}) | JSON,
    },
)


@pytest.fixture
def server() -> Iterator[Raw]:
    with subprocess.Popen([MFC, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        raw = Raw(process)
        raw.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        raw.tell("initialized", {})
        yield raw
        raw.ask("shutdown", None)
        raw.tell("exit", None)


def test_requests(server: Raw) -> None:
    server.open("untitled:spec", SPEC)

    def check(asked: tuple[str, Any]) -> None:
        answer = server.ask(*asked)
        assert ("result" in answer) != ("error" in answer)
        assert answer.get("error", {}).get("code") in (None, -32602, -32603, -32803)

    fuzz(st.tuples(st.sampled_from(sorted(CAPABILITIES)), PARAMETERS | JSON), check)


def test_texts(server: Raw) -> None:
    def check(given: tuple[str, str]) -> None:
        uri, text = given
        server.open(uri, text)
        server.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        place = {"textDocument": {"uri": "untitled:spec"}, "position": {"line": 0, "character": 3}}
        assert server.ask("textDocument/hover", place)["result"] is not None

    server.open("untitled:spec", SPEC)
    schemes = st.sampled_from(["file:///", "untitled:", "vscode-vfs://github/", "inmemory://", "git:/", ""])
    fuzz(st.tuples(st.builds(str.__add__, schemes, st.text(max_size=20)), st.text(max_size=60)), check)
