from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from programs import programs

from mfc.mend import MOST_ROUNDS, mend
from mfc.pipeline import Compilation
from mfc.source import Source

EXAMPLES = Path(__file__).parents[1] / "examples"
GOOD = "tournament Trial\ndata mock.regression\nmodel ridge: Ridge { alpha in [1, 2] }\n"


def mended(text: str) -> str:
    source = Source("trial.mf", text)
    return mend([source]).sources.get(source.name, source).text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("seed = 3", "seed 3"),
        ("tournment X", "tournament X"),
        ("let x = 'a'", 'let x = "a"'),
        ("let x = [1, 2", "let x = [1, 2]"),
        ("let x := 1\nlet y := 2", "let x = 1\nlet y = 2"),
        ("let x = 3  # mfc: ignore[MF604]\n" + GOOD, "let x = 3\n" + GOOD),
    ],
)
def test_fixes_are_carried_out(before: str, after: str) -> None:
    assert mended(before) == after


def test_fixes_that_others_bring_to_light_are_carried_out_too() -> None:
    text = GOOD.replace("Trial", "my_trial").replace("[1, 2]", "[1, 2")
    outcome = mend([Source("trial.mf", text)])
    assert outcome.sources["trial.mf"].text == GOOD.replace("Trial", "MyTrial")
    assert [one.diagnostic.code.id for one in outcome.fixed] == ["MF212", "MF106"]


def test_every_fix_is_told_with_the_text_it_was_found_in() -> None:
    first, second = mend([Source("trial.mf", "let x = 'a'\nseed = 1\n")]).fixed
    assert [one.source.text[slice(*one.diagnostic.span)] for one in (first, second)] == ["'a'", "="]


def test_what_has_no_fix_is_left() -> None:
    text = GOOD.replace("alpha", "alhpa")
    assert mended(text) == text


def test_what_is_not_wanted_is_left() -> None:
    source = Source("trial.mf", "seed 3  # mfc: ignore[MF602]\n" + GOOD)
    assert mend([source], is_wanted=lambda one: one.diagnostic.code.id != "MF691") == ({}, [])


def test_line_ends_are_kept() -> None:
    assert mended("seed = 3\r\ntest 20%\r\n") == "seed 3\r\ntest 20%\r\n"


@st.composite
def damaged(draw: st.DrawFn) -> str:
    text = draw(programs())
    start = draw(st.integers(0, len(text)))
    end = start + draw(st.integers(0, 2))
    return text[:start] + draw(st.sampled_from(["", "(", "}", "'", ":=", "=", '"'])) + text[end:]


@given(damaged())
@settings(max_examples=100, deadline=None)
def test_mending_comes_to_an_end_and_leaves_nothing_to_mend(text: str) -> None:
    source = Source("drawn.mf", mended(text))
    assert not any(one.fix for one in Compilation(source).diagnostics), (MOST_ROUNDS, source.text)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.mf")), ids=lambda path: path.stem)
def test_what_is_right_is_left_as_it_is(path: Path) -> None:
    assert mend([Source(str(path), path.read_text())]) == ({}, [])


def test_what_specifications_share_is_mended_once() -> None:
    shared = Source("shared.mf", "let x := 1\n")
    sources = [Source(name, GOOD + 'include "shared.mf"\nlet y = x\n') for name in ("one.mf", "two.mf")]
    outcome = mend(sources, lambda _: shared)
    assert {name: source.text for name, source in outcome.sources.items()} == {"shared.mf": "let x = 1\n"}
    assert len(outcome.fixed) == 1
