import io

import pytest

from mfc.cli import ticker
from mfc.cli.ticker import CLEAR, Ticker


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "10")


def test_on_a_terminal_the_line_is_rewritten() -> None:
    stream = Terminal()
    shown = Ticker(stream)
    shown.show("one")
    shown.show("one")
    shown.show("much too long")
    shown.clear()
    shown.clear()
    assert stream.getvalue() == f"{CLEAR}one{CLEAR}much too…{CLEAR}"


def test_elsewhere_lines_come_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(ticker.time, "monotonic", lambda: now)
    stream = io.StringIO()
    shown = Ticker(stream, every=30)
    shown.show("one")
    now += 10
    shown.show("two")
    shown.show("three", now=True)
    now += 30
    shown.show("three")
    shown.show("four")
    shown.clear()
    assert stream.getvalue() == "one\nthree\nfour\n"


def test_a_dumb_terminal_is_not_rewritten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    stream = Terminal()
    shown = Ticker(stream)
    shown.show("one")
    shown.clear()
    assert stream.getvalue() == "one\n"
