import json
from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from mfc.lsp.protocol import Protocol
from mfc.lsp.server import Server


class Sent:
    """What is sent to the client."""

    def __init__(self) -> None:
        self.messages: list[Any] = []

    def write(self, data: bytes) -> None:
        self.messages.append(json.loads(data.partition(b"\r\n\r\n")[2]))


@pytest.fixture
def sent() -> Sent:
    return Sent()


@pytest.fixture
def protocol(sent: Sent) -> Protocol:
    made = Server().protocol
    assert isinstance(made, Protocol)
    made.set_writer(sent)
    return made


def message(params: object, **fields: object) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "method": "textDocument/hover", "params": params, **fields}


GOOD = {"textDocument": {"uri": "untitled:a"}, "position": {"line": 0, "character": 0}}
WRONG = {"textDocument": 3, "position": "x"}


def test_a_request_is_read(protocol: Protocol, sent: Sent) -> None:
    request = protocol.structure_message(message(GOOD, id=1))
    assert isinstance(request, types.HoverRequest)
    assert request.params.position == types.Position(0, 0)
    assert sent.messages == []


@pytest.mark.parametrize("number", [7, "seven"])
def test_a_request_that_cannot_be_read_is_answered(protocol: Protocol, sent: Sent, number: object) -> None:
    with pytest.raises(JsonRpcException):
        protocol.structure_message(message(WRONG, id=number))
    (answer,) = sent.messages
    assert answer["id"] == number
    assert (answer["error"]["code"], answer["error"]["message"]) == (
        -32602,
        "wrong parameters of `textDocument/hover`",
    )


@pytest.mark.parametrize("fields", [{}, {"id": None}, {"id": [1]}])
def test_what_nobody_waits_for_is_not_answered(protocol: Protocol, sent: Sent, fields: dict[str, object]) -> None:
    notification = message(WRONG, **fields) | {"method": "textDocument/didOpen"}
    with pytest.raises(JsonRpcException):
        protocol.structure_message(notification)
    assert sent.messages == []


def test_a_refusal_names_no_message(protocol: Protocol, sent: Sent) -> None:
    protocol.refuse("a message of more than 64 MB is not read")
    (answer,) = sent.messages
    assert answer["id"] is None
    assert answer["error"] == {"code": -32600, "message": "a message of more than 64 MB is not read"}
