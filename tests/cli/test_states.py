import re
from collections.abc import Callable
from typing import Any

import pytest

from mfc.cli.console import CommandError
from mfc.cli.states import described

Run = Callable[..., Any]


def test_the_state_and_its_message_are_shown(run: Run) -> None:
    ran = run("explain", "--parser-state", "let a 1")
    assert (ran.status, ran.err) == (0, "")
    first, *_, state, after, takes, reports = ran.out.splitlines()
    assert first == "fails at: INTEGER $END"
    assert re.fullmatch(r"state \d+, for instance after: LET name", state)
    assert after == '  in messages.toml: after = "name"'
    assert takes == "  takes: EQUAL"
    assert reports == "  reports: `let` needs `=` between the name and the value"


def test_every_state_that_the_parser_gets_to_is_shown() -> None:
    lines = list(described("param rows = 5 6"))
    states = [line for line in lines if line.startswith("state ")]
    (reported,) = [number for number, line in enumerate(lines) if line.startswith("  reports: ")]
    assert len(states) == len(set(states)) > 5
    assert lines[reported - 3].endswith(": PARAM name EQUAL expression")
    assert lines[reported].endswith("unexpected <found> after the default of the `param`")


def test_messages_for_other_tokens_are_shown_too() -> None:
    reports, *others = [line for line in described("alpha = 1") if line.startswith(("  reports", "  has"))]
    assert reports == "  reports: on NAME EQUAL: <found> is given a value outside of a block"
    assert "  has: on FLOOR: `//` does not start a comment" in others
    assert "  has: a declaration cannot start with <found>" in others


@pytest.mark.parametrize(
    ("fragment", "complaint"), [("seed 1", "has no syntax error"), ("(" * 200, "nested more than")]
)
def test_where_nothing_fails_there_is_no_state(fragment: str, complaint: str) -> None:
    with pytest.raises(CommandError, match=complaint):
        list(described(fragment))


def test_a_code_and_a_fragment_do_not_go_together(run: Run) -> None:
    ran = run("explain", "MF203", "--parser-state", "let")
    assert (ran.status, ran.out) == (2, "")
    assert "not allowed with argument" in ran.err
