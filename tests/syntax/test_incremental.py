import random

import pytest
from edits import EXAMPLES, edited

from mfc.source import Source
from mfc.syntax import incremental
from mfc.syntax.incremental import Parser
from mfc.syntax.parse import parse

SPEC = "tournament Demo\n\n# why\nlet a = 1\nmodel m: Ridge {\n  alpha = a\n}\n"


def same(parser: Parser, text: str) -> bool:
    return parser.parse(Source("spec.mf", text)) == parse(Source("spec.mf", text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n# only this\n",
        SPEC,
        SPEC.replace("\n", "\r\n"),
        f"  {SPEC}",
        "nonsense\n" + SPEC,
        SPEC + "model",
        SPEC.replace("let a = 1", "let a ="),
        SPEC.replace("let a = 1", "let a = (1"),
        SPEC.replace("let a = 1", "let a = 1)"),
        SPEC.replace("let a = 1", 'let a = "1'),
        SPEC.replace("alpha", "seed"),
        SPEC.replace("  alpha", "seed"),
        SPEC.replace("}", ""),
        SPEC.replace("let a = 1", "let a = " + "-" * 200 + "1"),
        "let = 1\n" * 150,
    ],
)
def test_the_same_as_parsing_the_whole(text: str) -> None:
    parser = Parser()
    assert same(parser, SPEC)
    assert same(parser, text)
    assert same(parser, text + SPEC)


def test_the_same_after_random_edits() -> None:
    chance, parser = random.Random(5), Parser()
    for number in range(200):
        if number % 12 == 0:
            text = chance.choice(EXAMPLES).read_text()
        text = edited(text, chance)
        assert same(parser, text)


def test_only_what_has_changed_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    parser, parsed = Parser(), []
    parser.parse(Source("spec.mf", SPEC))
    monkeypatch.setattr(incremental, "parse", lambda source: parsed.append(source.text) or parse(source))
    parser.parse(Source("spec.mf", SPEC.replace("let a = 1", "let a = 20")))
    assert parsed == ["seed 0\nlet a = 20\nseed 0\n"]


def test_not_everything_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incremental, "MOST_KEPT", 3)
    parser = Parser()
    assert all(same(parser, f"{SPEC}seed {number}\n") for number in range(9))
