import re
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from pygments.lexers import get_lexer_by_name, get_lexer_for_filename
from pygments.token import Comment, Error, Keyword, Name, Number, Operator, String, Token, Whitespace

from mfc.highlight import TournamentLexer
from mfc.syntax.keywords import DECLARATIONS, ENTRIES

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "examples").rglob("*.mf"))
PAGES = sorted((ROOT / "compiler" / "diagnostics" / "pages").glob("*.md"))


def tokens(text: str) -> list[tuple[object, str]]:
    return [(kind, piece) for kind, piece in TournamentLexer().get_tokens(text) if kind is not Whitespace]


def kinds(text: str, *pieces: str) -> list[object]:
    found = tokens(text)
    return [next(kind for kind, piece in found if piece == wanted) for wanted in pieces]


def test_pygments_finds_the_lexer_by_entry_point() -> None:
    assert [one.value for one in entry_points(group="pygments.lexers", name="mfc")] == ["mfc.highlight:TournamentLexer"]
    assert isinstance(get_lexer_by_name("mfc"), TournamentLexer)
    assert isinstance(get_lexer_for_filename("houses.mf"), TournamentLexer)


@pytest.mark.parametrize("spec", EXAMPLES, ids=lambda path: path.name)
def test_examples_have_no_errors_and_lose_nothing(spec: Path) -> None:
    text = spec.read_text()
    found = list(TournamentLexer().get_tokens(text))
    assert "".join(piece for _, piece in found) == text
    assert not [piece for kind, piece in found if kind is Error]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_mended_specs_of_the_error_pages_have_no_errors(page: Path) -> None:
    *_, mended = re.findall(r"^```mf\n(.*?)^```", page.read_text(), re.DOTALL | re.MULTILINE)
    assert not [piece for kind, piece in tokens(mended) if kind is Error]


@pytest.mark.parametrize("word", [*DECLARATIONS, *ENTRIES])
def test_all_keywords(word: str) -> None:
    spec = f"{word} {{" if word in DECLARATIONS else f"model m: R {{\n {word} {{"
    assert kinds(spec, word)[0] is (Keyword.Declaration if word in DECLARATIONS else Keyword)


def test_declarations() -> None:
    spec = 'tournament Houses "Prices"\n\n  param rows = 10_000\nmodel gbm: lightgbm.LGBMRegressor {}\n'
    assert kinds(spec, "tournament", "Houses", "param", "rows", "10_000", "gbm", "lightgbm.LGBMRegressor") == [
        Keyword.Declaration,
        Name.Class,
        Keyword.Declaration,
        Name.Constant,
        Number.Integer,
        Name.Function,
        Name.Class,
    ]


def test_binders() -> None:
    spec = "model m: R {\n  depth in 1..3\n  rate ~ loguniform(1e-3, high = 20%)\n  search random(5)\n}\n"
    assert kinds(spec, "depth", "in", "..", "rate", "~", "loguniform", "1e-3", "high", "20%", "search", "random") == [
        Name.Attribute,
        Operator.Word,
        Operator,
        Name.Attribute,
        Operator,
        Name.Function,
        Number.Float,
        Name.Attribute,
        Number,
        Keyword,
        Name.Function,
    ]


def test_soft_keywords_are_names_where_they_bind_or_are_bound() -> None:
    spec = "model m: R { seed = data, search in [score], fit { space ~ f() } }\n"
    assert kinds(spec, "seed", "data", "search", "score", "fit", "space") == [
        Name.Attribute,
        Name,
        Name.Attribute,
        Name,
        Keyword,
        Name.Attribute,
    ]


def test_comments_and_strings() -> None:
    assert tokens('report { directory = "a\\n# b" } # 🎲\n')[-6:] == [
        (String.Double, "a"),
        (String.Escape, "\\n"),
        (String.Double, "# b"),
        (String.Double, '"'),
        (Token.Punctuation, "}"),
        (Comment.Single, "# 🎲"),
    ]


def test_what_is_no_part_of_the_language_is_an_error_and_does_not_spread() -> None:
    assert [piece for kind, piece in tokens('let a = "b\nlet c = 1 ; 2\n') if kind is Error] == ["\n", ";"]
    assert kinds('let a = "b\nlet c = 1\n', "c") == [Name.Constant]
