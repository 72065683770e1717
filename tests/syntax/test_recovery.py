import time

import pytest
from parsing import bad, found

from mfc.source import Source
from mfc.syntax import tree
from mfc.syntax.parse import parse


def parts(text: str) -> tuple[list[str], list[tuple[str, str | None, str | None]]]:
    """Return the kinds of the declarations, and what is bad: its text, keyword and name."""
    program = parse(Source("spec.mf", text)).program
    badly = [(text[one.span.start : one.span.end], one.keyword, one.name) for one in bad(program)]
    return [type(declaration).__name__ for declaration in program.declarations], badly


@pytest.mark.parametrize(
    ("text", "kinds", "badly"),
    [
        ("let a 1\nseed 1", ["Bad", "SeedDeclaration"], [("let a 1", "let", "a")]),
        ("seed 1\nlet a 1", ["SeedDeclaration", "Bad"], [("let a 1", "let", "a")]),
        ("seed 1 2\nseed 3", ["SeedDeclaration", "SeedDeclaration"], []),
        ("a b { c { d } e\n} f\nseed 1", ["Bad", "SeedDeclaration"], [("a b { c { d } e\n} f", None, "a")]),
        ("model a Ridge {\n b = 1\n}", ["Bad"], [("model a Ridge {\n b = 1\n}", "model", "a")]),
        ("model a: Ridge 5 {\n b = 1\n}", ["ModelDeclaration"], []),
        ("seed = 1", ["Bad"], [("seed = 1", "seed", None)]),
        ("folds kfold(1 2\n, 3)", ["Bad"], [("folds kfold(1 2\n, 3)", "folds", "kfold")]),
        ("model a: R { b 1, c = 2 }", ["ModelDeclaration"], [("b 1", None, "b")]),
        ("model a: R { b ~ f 1, 2, c = 2 }", ["ModelDeclaration"], [("b ~ f 1, 2", None, "b")]),
        ("model a: R {\n b ~ f 1, 2\n search grid }", ["ModelDeclaration"], [("b ~ f 1, 2", None, "b")]),
        ("model a: R { fit { b 1 }, c = 2 }", ["ModelDeclaration"], [("b 1", None, "b")]),
        ("model a: R { fit b, c = 2 }", ["ModelDeclaration"], [("fit b", "fit", "b")]),
        ("run { , workers = 1 }", ["RunDeclaration"], [("", None, None)]),
        ("preprocess { 5\n numeric -> A() }", ["PreprocessDeclaration"], [("5", None, None)]),
        ("data {\n a = 1\n}", ["Bad"], [("data {\n a = 1\n}", "data", None)]),
    ],
)
def test_parsing_goes_on_behind_the_entry_with_the_mistake(
    text: str, kinds: list[str], badly: list[tuple[str, str | None, str | None]]
) -> None:
    assert parts(text) == (kinds, badly)
    assert len(found(text)) == 1


def test_the_entries_around_a_mistake_are_kept() -> None:
    (model,) = parse(Source("spec.mf", "model a: R {\n b = 1\n c 2\n d in 1..3, e = 4 5, f 6\n}")).program.declarations
    assert isinstance(model, tree.ModelDeclaration)
    kept = [entry.name if isinstance(entry, tree.Bad) else entry.name.text for entry in model.entries]  # type: ignore[union-attr]
    assert kept == ["b", "c", "d", "e", "f"]
    assert [isinstance(entry, tree.Bad) for entry in model.entries] == [False, True, False, False, True]


@pytest.mark.parametrize(
    "value",
    [
        "-" * 10_000 + "1",
        "1" + " + 1" * 10_000,
        "2" + "**2" * 10_000,
        "f(" * 60 + "[" * 39 + "]" * 39 + ")" * 60 + "+ 1" * 90,
    ],
)
def test_deep_trees_are_refused(value: str) -> None:
    text = f"seed 1\nlet a = {value}\nseed 2"
    parsed = parse(Source("spec.mf", text))
    assert [one.code.id for one in parsed.diagnostics] == ["MF107"]
    assert [type(one).__name__ for one in parsed.program.declarations] == ["SeedDeclaration", "Bad", "SeedDeclaration"]


def depth(node: object) -> int:
    return 1 + max(map(depth, node), default=0) if isinstance(node, tuple) else 0


def test_trees_that_are_not_refused_are_shallow() -> None:
    text = "let a = " + "1 + " * 90 + "1\nlet b = " + "[" * 90 + "]" * 90 + "\nlet c = " + "-" * 90 + "1"
    parsed = parse(Source("spec.mf", text))
    assert parsed.diagnostics == ()
    assert depth(parsed.program) < 3 * tree.DEEPEST


def test_long_lists_are_not_deep() -> None:
    (let,) = parse(Source("spec.mf", f"let a = [{'1, ' * 5_000}]")).program.declarations
    assert isinstance(let, tree.LetDeclaration)
    assert isinstance(let.value, tree.ListOf)
    assert len(let.value.items) == 5_000


@pytest.mark.parametrize(
    "text",
    [
        "a\n" * 250_000,
        "(" * 500_000,
        ")" * 250_000,
        "[1)" * 100_000,
        "{" * 100_000 + "}" * 100_000,
        '"' * 250_001,
        '"\n' * 100_000,
        "\u201ea" * 250_000,
        "1." * 250_000,
        "1" * 500_000 + "x",
        "1_" * 250_000,
        "-" * 200_000,
        "seed 1\n" * 20_000,
        "\\" * 500_000,
    ],
    ids=lambda text: ascii(text[:6]),
)
def test_large_texts_take_seconds_at_most(text: str) -> None:
    began = time.process_time()
    parse(Source("spec.mf", text))
    assert time.process_time() - began < 10


@pytest.mark.parametrize("text", ["run{u=[3=],", "run { u = f(3 =), b = 2 }", "run { u = [1.93:=3, fit], b = 2 }"])
def test_a_comma_in_brackets_is_not_the_end_of_an_entry(text: str) -> None:
    assert found(text)
