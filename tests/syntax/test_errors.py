import tomllib
from pathlib import Path

import pytest
from parsing import said
from snapshots import expect

from mfc.diagnostics import Diagnostic
from mfc.diagnostics.render.text import render
from mfc.source import Source
from mfc.syntax.language import FOLDER
from mfc.syntax.parse import parse

BRACKETS = {"{": "}", "[": "]", "(": ")"}


def only(text: str) -> Diagnostic:
    (diagnostic,) = parse(Source("spec.mf", text)).diagnostics
    return diagnostic


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("model : Ridge", "expected a name after `model`, found `:`"),
        ("model ridge:\nseed 1", "expected an estimator after `:`, found the end of the line"),
        ("model ridge:", "expected an estimator after `:`, found the end of the file"),
        ("model ridge: Ridge(alpha = 1)", "the arguments of `model` go in a block, not in parentheses"),
        ("folds 5", "`folds` takes a splitter, not `5`"),
        ("model a: R { alpha 1 }", "missing operator before `1`"),
        ("model a: R { alpha: 1 }", "values are given with `=`, not with `:`"),
        ("model a: R { alpha ~ [1] }", "`~` draws from a distribution, not from a list"),
        ("model a: R { alpha in [1 2] }", "missing comma in the list before `2`"),
        ("model a: R { early_stopping { patience ~ f() } }", "settings of `early_stopping` cannot be drawn at random"),
        ("report { top in [1] }", "settings of `report` cannot have several values"),
        ("run\nseed 1", "expected a block after `run`, found the end of the line"),
        ("run { model a: R }", "an entry of `run` cannot start with `model`"),
        ("seed 1,", "unexpected comma after the declaration"),
        ("score r2 r3", "scorers are separated by commas"),
        ("data {}", "expected a source after `data`, found `{`"),
        ("folds kfold(a = 1, 2)", "an argument without a name follows one with a name"),
        ("// quick", "`//` does not start a comment"),
        ("let a = {}", "a block is not a value"),
        ("alpha = 1", "`alpha` is given a value outside of a block"),
        (f'score "{"x" * 50}"', f'expected a scorer after `score`, found `"{"x" * 29}…`'),
    ],
)
def test_messages(text: str, message: str) -> None:
    assert said(text) == message


def test_a_message_says_what_was_expected_and_how_to_mend_it() -> None:
    diagnostic = only('data "houses.csv"')
    assert (diagnostic.code.id, diagnostic.span) == ("MF101", (5, 17))
    assert diagnostic.label == "expected a source, such as `csv(…)`"
    assert diagnostic.help == 'write `data csv("houses.csv")`'


@pytest.mark.parametrize(
    ("text", "word", "keyword"),
    [
        ("modle a: Ridge", "modle", "model"),
        ("seed 1\ntournamnt Houses", "tournamnt", "tournament"),
        ("sede 1", "sede", "seed"),
        ("tets 20%", "tets", "test"),
        ("preproces { numeric -> A() }", "preproces", "preprocess"),
        ("model a: R { serach random(5) }", "serach", "search"),
        ("model a: R { early_stoping { patience = 1 } }", "early_stoping", "early_stopping"),
        ("run { resource { cpu = 1 } }", "resource", "resources"),
    ],
)
def test_mistyped_keywords_are_named(text: str, word: str, keyword: str) -> None:
    diagnostic = only(text)
    start = text.index(word)
    assert diagnostic.span == (start, start + len(word))
    assert (diagnostic.message, diagnostic.label) == (f"`{word}` is not a keyword", f"did you mean `{keyword}`?")
    assert diagnostic.fix is not None
    assert (diagnostic.fix.span, diagnostic.fix.replacement) == (diagnostic.span, keyword)


@pytest.mark.parametrize("text", ["scale 3", "stp 3", "srch { a = 1 }"])
def test_a_keyword_that_what_follows_cannot_follow_is_not_suggested(text: str) -> None:
    assert only(f"model a: R {{ {text} }}").fix is None


def test_an_equals_sign_behind_a_keyword_is_not_needed() -> None:
    diagnostic = only("task = regression")
    assert (diagnostic.message, diagnostic.span) == ("`task` is not followed by `=`", (5, 6))
    assert diagnostic.fix is not None
    assert (diagnostic.fix.span, diagnostic.fix.replacement) == ((4, 6), "")


def test_what_is_missing_is_missing_behind_what_is_there() -> None:
    assert only("folds   # five\nseed 1").span == (5, 5)
    assert only("seed 1\nfolds  ").span == (12, 12)


def test_what_has_been_reported_is_not_reported_again() -> None:
    assert [one.code.id for one in parse(Source("spec.mf", "folds 1abc @")).diagnostics] == ["MF105", "MF103"]


def closed(example: str) -> str:
    """Return an example with its brackets closed, so that they are not reported."""
    closers: list[str] = []
    for character in example:
        if character in BRACKETS:
            closers.append(BRACKETS[character])
        elif character in closers:
            closers.remove(character)
    return example + "".join(reversed(closers))


def test_every_message_is_shown_as_kept() -> None:
    shown = []
    for entry in tomllib.loads((FOLDER / "messages.toml").read_text(encoding="utf-8"))["message"]:
        source = Source("spec.mf", closed(entry["examples"][0]))
        shown.append(render(source, parse(source).diagnostics[0]))
    expect("\n\n".join(shown) + "\n", Path(__file__).with_name("messages.txt"))
