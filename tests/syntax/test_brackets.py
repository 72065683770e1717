import pytest
from parsing import found

from mfc.diagnostics import Diagnostic
from mfc.source import Source
from mfc.syntax import language, tree
from mfc.syntax.brackets import TooDeepError, balance
from mfc.syntax.parse import parse
from mfc.syntax.scan import scan
from mfc.syntax.tokens import SIGNS

KEYWORDS = frozenset(language.load().keywords.values())


def balanced(text: str) -> tuple[str, list[Diagnostic]]:
    """Return the text with what is put in, in place of newlines and blanks single blanks, and what is reported."""
    tokens, diagnostics = balance(scan(text, language.load()).tokens, KEYWORDS)
    shown = [SIGNS.get(token.kind, text[token.start : token.end].strip()) for token in tokens]
    return " ".join(word for word in shown if word), diagnostics


@pytest.mark.parametrize("text", ["", "{ ( [ ] ) }", "f ( { } )", "{\n}\n}"[:3]])
def test_balanced_tokens_stay_as_they_are(text: str) -> None:
    tokens = scan(text, language.load()).tokens
    assert balance(tokens, KEYWORDS) == (tokens, [])


@pytest.mark.parametrize(
    ("text", "expected", "place", "opened"),
    [
        ("folds kfold(5", "folds kfold ( 5 )", 13, 11),
        ("folds kfold(5\nscore r2", "folds kfold ( 5 ) score r2", 13, 11),
        ("folds kfold(5\n\n\nscore r2", "folds kfold ( 5 ) score r2", 13, 11),
        ("f(1,\n2\na = 3", "f ( 1 , 2 ) a = 3", 6, 1),
        ("f(1\nb -> 2", "f ( 1 ) b -> 2", 3, 1),
        ("f(1\n fit { a }", "f ( 1 ) fit { a }", 3, 1),
        ("f(seed,\nseed,\nseed.a", "f ( seed , seed , seed . a )", 20, 1),
        ("{ a = f(1 }", "{ a = f ( 1 ) }", 9, 7),
        ("[f(1, 2]", "[ f ( 1 , 2 ) ]", 7, 2),
        ('csv("x" { a }', 'csv ( "x" ) { a }', 7, 3),
        ("model a: R {\n b = 1\nmodel c: R", "model a : R { b = 1 } model c : R", 19, 11),
        ("model a: R {\nb = 1\n\nseed 1", "model a : R { b = 1 } seed 1", 18, 11),
        ("{\n {\n  a\n b\n}", "{ { a } b }", 8, 3),
        ("{\n fit { a\n b\n}\nseed 1", "{ fit { a } b } seed 1", 10, 7),
        ("run {", "run { }", 5, 4),
    ],
)
def test_an_unclosed_bracket_ends_before_what_cannot_belong_to_it(
    text: str, expected: str, place: int, opened: int
) -> None:
    mended, (diagnostic,) = balanced(text)
    assert mended == expected
    assert (diagnostic.code.id, diagnostic.span) == ("MF106", (place, place))
    assert [related.span for related in diagnostic.related] == [(opened, opened + 1)]


def test_one_finding_speaks_for_all_that_is_closed_at_one_place() -> None:
    mended, (diagnostic,) = balanced("a = f(1, [2\nb = 3")
    assert mended == "a = f ( 1 , [ 2 ] ) b = 3"
    assert (diagnostic.message, diagnostic.label) == ("`[` is not closed", "expected `])`")
    assert diagnostic.fix is not None
    assert (diagnostic.fix.span, diagnostic.fix.replacement) == ((11, 11), "])")


@pytest.mark.parametrize(
    ("text", "expected", "opener"), [("[1, 2)", "[ 1 , 2 ]", "["), ("f(1]", "f ( 1 )", "("), ("f(5}", "f ( 5 )", "(")]
)
def test_a_wrong_closing_bracket_closes(text: str, expected: str, opener: str) -> None:
    mended, (diagnostic,) = balanced(text)
    assert mended == expected
    assert (diagnostic.code.id, diagnostic.span) == ("MF106", (len(text) - 1, len(text)))
    assert (
        diagnostic.message
        == f"`{text[-4 if text[0] != '[' else 0] if text[0] == '[' else '('}` is closed by `{text[-1]}`"
    )


@pytest.mark.parametrize(("text", "expected"), [("1)", "1"), ("}", ""), ("f(1))))", "f ( 1 )"), ("{ 1 ] }", "{ 1 }")])
def test_closing_brackets_that_close_nothing_are_left_out(text: str, expected: str) -> None:
    mended, (diagnostic,) = balanced(text)
    assert mended == expected
    assert diagnostic.code.id == "MF101"
    assert diagnostic.message.endswith("closes nothing")


def test_indentation_decides_only_where_a_brace_is_missing() -> None:
    assert balanced("{\n  {\n}\n  }")[1] == []


def test_a_missing_comma_is_no_missing_bracket() -> None:
    assert found("let a = f(\n b = 1\n c = 2\n)") == [("MF101", "3:2", "c")]


def test_an_unclosed_block_keeps_its_entries() -> None:
    text = "model a: Ridge {\n  alpha = 1\n\nmodel b: Lasso {\n  beta = 2\n}\n"
    first, second = parse(Source("spec.mf", text)).program.declarations
    assert isinstance(first, tree.ModelDeclaration)
    assert isinstance(second, tree.ModelDeclaration)
    assert (len(first.entries), len(second.entries)) == (1, 1)


def test_a_dictionary_is_no_unclosed_bracket() -> None:
    assert found('let a = f({"b": 1})\nlet c = 1') == [("MF101", "1:11", "{")]


def test_nesting_has_an_end() -> None:
    tokens = scan("(" * 100 + ")" * 100, language.load()).tokens
    assert balance(tokens, KEYWORDS) == (tokens, [])
    with pytest.raises(TooDeepError) as caught:
        balance(scan("(" * 101, language.load()).tokens, KEYWORDS)
    assert (caught.value.diagnostic.code.id, caught.value.diagnostic.span) == ("MF107", (100, 101))
