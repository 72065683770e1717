from pathlib import Path

import pytest
from formatting import fmt
from hypothesis import given, settings
from programs import programs

from mfc.source import Source
from mfc.syntax.format.format import UnformattableError, format_lines, formatted

ROOT = Path(__file__).parents[3]
SPECS = [*sorted((ROOT / "examples").rglob("*.mf")), *sorted((ROOT / "benchmarks").rglob("*.mf"))]


@given(programs())
@settings(max_examples=400, deadline=None)
def test_of_a_program_only_the_looks_change(text: str) -> None:
    """More programs, and broken ones, are tried by tests/fuzz/test_language.py."""
    fmt(text)


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_the_specifications_of_this_project_are_in_the_canonical_style(path: Path) -> None:
    assert fmt(path.read_text(encoding="utf-8")) == path.read_text(encoding="utf-8")


def test_what_does_not_parse_is_refused() -> None:
    with pytest.raises(UnformattableError) as refused:
        formatted(Source("spec.mf", "seed (\n"))
    assert [one.code.id for one in refused.value.diagnostics] == ["MF106"]


@pytest.mark.parametrize("text", ["", "\n\n", "  \t\r\n", "\ufeff"])
def test_nothing_stays_nothing(text: str) -> None:
    assert formatted(Source("spec.mf", text)) == ""


def test_lines_end_in_lf() -> None:
    assert fmt("seed 1 # one\r\n\r\n\r\ntask regression\r\n") == "seed 1  # one\n\ntask regression\n"


def test_a_long_specification_is_formatted_in_time() -> None:
    lines = "\n".join(f"  x{number} in [{number}, {'1' * (number % 50)}2]  # {number}" for number in range(2_000))
    text = f"model m: Ridge {{\n{lines}\n}}\n"
    assert formatted(Source("spec.mf", text)).count("\n") == 2_002


WHOLE = """\
# first
seed  1
let a = 1

# about the test
test 20%
model m: Ridge {
  x = 1,
  long = 2 }   # m


score  r2
# end
"""


def after(first: int, last: int) -> str:
    """Return the whole with the edit done that formats some of its lines."""
    edit = format_lines(Source("spec.mf", WHOLE), first, last)
    return WHOLE if edit is None else WHOLE[: edit.span.start] + edit.replacement + WHOLE[edit.span.end :]


def test_lines_that_are_formatted_already_need_no_edit() -> None:
    assert format_lines(Source("spec.mf", WHOLE), 1, 2) is not None
    assert format_lines(Source("spec.mf", WHOLE), 4, 6) is None
    assert format_lines(Source("spec.mf", WHOLE), 99, 100) is None


def test_the_declarations_that_lines_touch_are_formatted_and_nothing_else() -> None:
    assert after(3, 3) == WHOLE.replace("let a", "let  a")
    assert after(8, 8) == WHOLE.replace("  x = 1,\n  long = 2 }   # m", "  x    = 1\n  long = 2\n}  # m")
    assert after(12, 13) == WHOLE.replace("\n\n\nscore  r2", "\n\nscore r2")
    assert after(2, 8) == WHOLE.replace("seed  1\nlet a", "seed 1\nlet  a").replace(
        "  x = 1,\n  long = 2 }   # m", "  x    = 1\n  long = 2\n}  # m"
    )


def test_formatting_all_lines_is_formatting() -> None:
    assert after(1, 99) == formatted(Source("spec.mf", WHOLE))


@given(programs())
@settings(max_examples=30, deadline=None)
def test_declarations_can_be_formatted_one_by_one(text: str) -> None:
    source = Source("spec.mf", text)
    for line in range(source.line_count, 0, -1):
        edit = format_lines(source, line, line)
        if edit:
            text = source.text
            source = Source("spec.mf", text[: edit.span.start] + edit.replacement + text[edit.span.end :])
    assert source.text == formatted(Source("spec.mf", text))


def test_lines_of_what_does_not_parse_are_refused() -> None:
    with pytest.raises(UnformattableError):
        format_lines(Source("spec.mf", "seed (\n"), 1, 1)
