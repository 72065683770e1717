"""A server, and a client that says what no client should: the server goes on, and says what was wrong."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from raw_server import Raw

MFC = Path(sys.executable).with_name("mfc")
GOOD = "tournament Demo\ndata mock.regression\nmodel ridge: Ridge { alpha in [0.1, 1.0] }\n"
WRONG = GOOD.replace("alpha", "alhpa")


@pytest.fixture(scope="module")
def server() -> Iterator[Raw]:
    with subprocess.Popen([MFC, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        raw = Raw(process)
        raw.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        raw.tell("initialized", {})
        yield raw
        raw.ask("shutdown", None)
        raw.tell("exit", None)
        assert process.wait(30) == 0


def still_works(server: Raw) -> bool:
    server.open("untitled:check", WRONG)
    found = server.findings("untitled:check")
    server.tell("textDocument/didClose", {"textDocument": {"uri": "untitled:check"}})
    return found == ["MF203"] and server.findings("untitled:check") == []


@pytest.mark.parametrize("uri", ["inmemory://model/1", "vscode-vfs://github/me/project/spec.mf", "git:/a.mf?ref=x"])
def test_addresses_come_back_as_they_came(server: Raw, uri: str) -> None:
    server.open(uri, WRONG)
    assert server.findings(uri) == ["MF203"]
    place = {"textDocument": {"uri": uri}, "position": {"line": 2, "character": 7}}
    renamed = server.ask("textDocument/rename", {**place, "newName": "lasso"})
    assert list(renamed["result"]["changes"]) == [uri]
    assert [one["uri"] for one in server.ask("textDocument/definition", place)["result"]] == [uri]


def test_what_is_no_file_includes_what_is_open_beside_it(server: Raw) -> None:
    server.open("vscode-vfs://github/me/models.mf", "model lasso: Lasso { alpha in [1, 2] }\n")
    server.open("vscode-vfs://github/me/main.mf", f'{GOOD}include "models.mf"\n')
    assert server.findings("vscode-vfs://github/me/main.mf") == []


@pytest.mark.parametrize(
    "uri",
    ["file:///a/%ff%fe.mf", "file:///a%00b.mf", "file://[bad/a.mf", "file:///\ud800.mf", "", f"file:///{'x' * 9000}"],
    ids=range(6),
)
def test_an_address_that_means_nothing_harms_no_other_text(server: Raw, uri: str) -> None:
    server.open(uri, WRONG)
    assert still_works(server)
    server.tell("textDocument/didClose", {"textDocument": {"uri": uri}})


@pytest.mark.parametrize(
    "params",
    [
        None,
        3,
        [],
        {},
        {"textDocument": 3, "position": "x"},
        {"textDocument": {"uri": "untitled:a"}, "position": {"line": -1, "character": 0}},
        {"textDocument": {"uri": "untitled:a"}, "position": {"line": 2**40, "character": 0}},
        {"textDocument": {"uri": "untitled:a"}, "position": {"line": 0.5, "character": "a"}},
    ],
)
def test_wrong_parameters_get_an_error(server: Raw, params: Any) -> None:
    answer = server.ask("textDocument/hover", params)
    assert answer["error"]["code"] == -32602
    assert "textDocument/hover" in answer["error"]["message"]


def test_an_unknown_method_gets_an_error(server: Raw) -> None:
    assert server.ask("textDocument/nonsense", {})["error"]["code"] == -32601


@pytest.mark.parametrize(("line", "character"), [(0, 999), (3, 0), (99, 0), (2**31 - 1, 2**31 - 1)])
@pytest.mark.parametrize("method", ["hover", "completion", "signatureHelp", "definition", "documentHighlight"])
def test_positions_out_of_range_are_answered(server: Raw, method: str, line: int, character: int) -> None:
    server.open("untitled:range", GOOD)
    place = {"textDocument": {"uri": "untitled:range"}, "position": {"line": line, "character": character}}
    assert "error" not in server.ask(f"textDocument/{method}", place)
    server.tell("textDocument/didClose", {"textDocument": {"uri": "untitled:range"}})


def test_ranges_out_of_range_are_answered(server: Raw) -> None:
    server.open("untitled:range", GOOD)
    end, far = {"line": 0, "character": 0}, {"line": 2**31 - 1, "character": 2**31 - 1}
    text = {"textDocument": {"uri": "untitled:range"}}
    for range_ in ({"start": end, "end": far}, {"start": far, "end": end}):
        assert "result" in server.ask("textDocument/inlayHint", {**text, "range": range_})
        context = {"context": {"diagnostics": []}}
        assert "result" in server.ask("textDocument/codeAction", {**text, "range": range_, **context})
    selected = server.ask("textDocument/selectionRange", {**text, "positions": [end, far]})
    assert len(selected["result"]) == 2


@pytest.mark.parametrize("length", [b"99999999999", b"9" * 6000])
def test_a_giant_message_is_refused(server: Raw, length: bytes) -> None:
    server.send(b"Content-Length: %s\r\n\r\n{}" % length)
    refused = server.wait(lambda message: "error" in message and message["id"] is None)
    assert "64 MB" in refused["error"]["message"]
    assert still_works(server)


@pytest.mark.parametrize("body", [b"3", b"[]", b"{", b'{"jsonrpc": "2.0"}', b"[" * 100_000, b"\xff", b'{"id": 7}'])
def test_nonsense_does_not_end_it(server: Raw, body: bytes) -> None:
    server.send(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    assert still_works(server)
