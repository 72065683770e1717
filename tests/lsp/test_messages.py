import io

import pytest

from mfc.lsp.messages import MOST_BYTES, Messages

NEXT = b"Content-Length: 7\r\n\r\n{next:}"


def read(stream: bytes) -> tuple[list[bytes], list[str]]:
    """Return the bodies that are read from a stream, and what was refused."""
    refused: list[str] = []
    messages = Messages(io.BytesIO(stream), refused.append)
    bodies = []
    while line := messages.readline():
        size = int(line.split(b":")[1])
        while messages.readline().strip():
            pass
        bodies.append(messages.read(size))
    return bodies, refused


def test_messages_are_read() -> None:
    assert read(b"Content-Length: 2\r\n\r\n{}" + NEXT) == ([b"{}", b"{next:}"], [])


@pytest.mark.parametrize("length", [str(MOST_BYTES + 1), "9" * 15, "9" * 5000])
@pytest.mark.parametrize("body", [b"", b'{"text": "short"}', b"x" * 200_000, b"\r\n\n" * 9, b"Content-Length: 5"])
def test_what_is_too_long_is_passed_over(length: str, body: bytes) -> None:
    bodies, refused = read(f"Content-Length: {length}\r\n\r\n".encode() + body + NEXT)
    assert bodies == [b"{next:}"]
    assert refused == ["a message of more than 64 MB is not read"]


@pytest.mark.parametrize("before", range(65_500, 65_540))
def test_the_next_message_is_found_wherever_it_begins(before: int) -> None:
    bodies, _ = read(f"Content-Length: {10**15}\r\n\r\n".encode() + b"x" * before + NEXT)
    assert bodies == [b"{next:}"]


def test_several_in_a_row_are_passed_over() -> None:
    long = f"Content-Length: {10**15}\r\n\r\nbody".encode()
    bodies, refused = read(long + long + NEXT)
    assert (bodies, len(refused)) == ([b"{next:}"], 2)


def test_a_stream_may_end_there() -> None:
    assert read(f"Content-Length: {10**15}\r\n\r\nbody".encode()) == ([], ["a message of more than 64 MB is not read"])
