from collections.abc import Callable
from typing import Any

import pytest

from mfc.cli.explain import for_terminal
from mfc.diagnostics.codes import CODES
from mfc.diagnostics.render.text import COLOURED, PLAIN
from mfc.pages import page

Run = Callable[..., Any]


def test_the_page_of_a_code_is_printed(run: Run) -> None:
    assert run("explain", "MF203") == (0, page(CODES["MF203"]), "")


def test_case_does_not_count(run: Run) -> None:
    assert run("explain", "mf203") == run("explain", "MF203")


def test_without_a_code_all_are_listed(run: Run) -> None:
    ran = run("explain")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [f"{code.id}  {code.title}" for code in CODES.values()]


@pytest.mark.parametrize(
    ("code", "hint"), [("MF2003", "did you mean `MF203`"), ("../secret", "see `mfc explain --help`")]
)
def test_an_unknown_code_is_a_complaint(run: Run, code: str, hint: str) -> None:
    ran = run("explain", code)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"mfc: unknown code `{code}`; {hint}")


def test_on_a_terminal_examples_are_indented() -> None:
    text = "# MF999: a title\n\nSome `words`.\n\n```mf\nseed 1\n\n  x\n```\n"
    assert [*for_terminal(text, PLAIN)] == ["MF999: a title", "", "Some `words`.", "", "    seed 1", "", "      x"]
    assert next(for_terminal(text, COLOURED)) == "\x1b[1mMF999: a title\x1b[0m"
