import pytest
from parsing import said

from mfc.diagnostics import Diagnostic
from mfc.source import Source
from mfc.syntax.parse import parse


def only(text: str) -> Diagnostic:
    (diagnostic,) = parse(Source("spec.mf", text)).diagnostics
    return diagnostic


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("model : Ridge", "a `model` needs a name before `:`"),
        ("model ridge:\nseed 1", "a `model` needs an estimator before the end of the line"),
        ("model ridge:", "a `model` needs an estimator before the end of the file"),
        ("model ridge: Ridge(alpha = 1)", "the arguments of `model` do not stand in parentheses"),
        ("folds 5", "`folds` takes a splitter, not `5`"),
        ("model a: R { alpha 1 }", "an operator is missing before `1`"),
        ("model a: R { alpha: 1 }", "values are not bound with `:`"),
        ("model a: R { alpha ~ [1] }", "`~` draws from a distribution, not from a list"),
        ("model a: R { alpha in [1 2] }", "a comma is missing in the list before `2`"),
        ("model a: R { early_stopping { patience ~ f() } }", "settings of `early_stopping` are not drawn at random"),
        ("report { top in [1] }", "settings of `report` are not searched over"),
        ("run\nseed 1", "`run` needs a block before the end of the line"),
        ("run { model a: R }", "nothing in `run` begins with `model`"),
        ("seed 1,", "no comma stands behind a declaration"),
        ("score r2 r3", "scorers are separated by commas"),
        ("data {}", "`data` needs a source before `{`"),
        ("folds kfold(a = 1, 2)", "an argument without a name stands behind one with a name"),
        ("// quick", "a comment does not begin with `//`"),
        ("let a = {}", "a block is not a value"),
        ("alpha = 1", "`alpha` is bound outside of a block"),
        (f'score "{"x" * 50}"', f'`score` needs a scorer before `"{"x" * 29}…`'),
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
