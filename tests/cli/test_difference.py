import io

import pytest

from mfc.cli.difference import NOTHING, print_difference


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def colourful(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_what_changes_is_shown() -> None:
    stream = io.StringIO()
    print_difference("a\nb\n", "a\nc\n", ("old", "new"), stream)
    assert stream.getvalue() == "--- old\n+++ new\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n"


def test_of_a_new_file_all_is_shown() -> None:
    stream = io.StringIO()
    print_difference("", "a\n", (NOTHING, "new"), stream)
    assert stream.getvalue() == "--- /dev/null\n+++ new\n@@ -0,0 +1 @@\n+a\n"


def test_of_equals_nothing_is_shown() -> None:
    stream = io.StringIO()
    print_difference("a\n", "a\n", ("old", "new"), stream)
    assert stream.getvalue() == ""


def test_colours_are_for_terminals_that_want_them(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    print_difference("a\nb\n", "a\nc\n", ("old", "new"), stream)
    assert "\x1b[31m-b\x1b[0m\n\x1b[32m+c\x1b[0m\n" in stream.getvalue()
    monkeypatch.setenv("NO_COLOR", "1")
    stream = Terminal()
    print_difference("a\nb\n", "a\nc\n", ("old", "new"), stream)
    assert "\x1b" not in stream.getvalue()


def test_what_a_terminal_would_obey_is_shown_instead() -> None:
    stream = Terminal()
    print_difference("a\n", "\x1b[2J\n", ("old", "new"), stream)
    assert "␛[2J" in stream.getvalue()
