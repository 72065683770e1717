import pytest

from mfc.ide.actions.here import added, here_at, indent_of
from mfc.ide.document import Document
from mfc.source import Source, Span
from mfc.syntax.tree import ModelDeclaration, PreprocessDeclaration

MODEL = """\
tournament Demo
data mock.regression
model one: Ridge {
  alpha in [1, 2]
  space { solver = "svd" }
}
model two: Lasso
"""


def document(text: str) -> Document:
    return Document(Source("spec.mf", text))


def here(text: str, marked: str) -> tuple[str | None, str | None]:
    """Return the names of the model and of the binding that a text within another begins in."""
    place = here_at(document(text), Span(text.index(marked), text.index(marked)), ())
    return place.entrant and place.entrant.model.name.text, place.binding and place.binding.name.text


@pytest.mark.parametrize(
    ("marked", "model", "binding"),
    [
        ("tournament", None, None),
        ("one", "one", None),
        ("alpha", "one", "alpha"),
        ("2]", "one", "alpha"),
        ("svd", "one", "solver"),
        ("Lasso", "two", None),
    ],
)
def test_what_a_place_begins_in(marked: str, model: str | None, binding: str | None) -> None:
    assert here(MODEL, marked) == (model, binding)


def test_findings_count_that_touch_the_place() -> None:
    text = f"{MODEL}let first = 1\nlet second = 2\n"
    found = document(text).diagnostics
    named = [one.span for one in found]
    assert [text[span.start : span.end] for span in named] == ["first", "second"]

    def touched(start: int, end: int) -> list[Span]:
        return [one.span for one in here_at(document(text), Span(start, end), found).diagnostics]

    first, second = named
    assert touched(first.end, first.end) == [first]
    assert touched(first.end + 1, second.start - 1) == []
    assert touched(first.start, second.start) == named


def test_the_indent_is_that_of_the_line() -> None:
    text = document("seed 1\n \t seed 2\n")
    assert [indent_of(text, offset) for offset in (0, 6, 7, 12)] == ["", "", " \t ", " \t "]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("model a: Ridge", "model a: Ridge {\n  x = 1\n}"),
        ("model a: Ridge {}", "model a: Ridge { x = 1 }"),
        ("model a: Ridge { tol = 2 }", "model a: Ridge { tol = 2, x = 1 }"),
        ("model a: Ridge {\n}", "model a: Ridge {\n  x = 1\n}"),
        ("model a: Ridge {  # nothing yet\n}", "model a: Ridge {  # nothing yet\n  x = 1\n}"),
        ("model a: Ridge {\n    tol = 2  # small\n}", "model a: Ridge {\n    tol = 2  # small\n    x = 1\n}"),
        ("model a: Ridge {\n  tol = 2,\n}", "model a: Ridge {\n  tol = 2,\n  x = 1\n}"),
        ("model a: Ridge {\n  tol = 2 }", "model a: Ridge {\n  tol = 2, x = 1 }"),
        ("model a: Ridge {\r\n  tol = 2\r\n}", "model a: Ridge {\r\n  tol = 2\n  x = 1\r\n}"),
        ("model a: Ridge { tol = 2, }", "model a: Ridge { tol = 2, x = 1, }"),
        ("preprocess {}", "preprocess { x = 1 }"),
        ("preprocess {\n  numeric -> A()\n}", "preprocess {\n  numeric -> A()\n  x = 1\n}"),
    ],
)
def test_an_entry_is_added_to_a_block(before: str, after: str) -> None:
    text = document(f"seed 1\n{before}\nfolds kfold(5)\n")
    (node,) = [one for one in text.program.declarations if isinstance(one, ModelDeclaration | PreprocessDeclaration)]
    (start, end), new = added(text, node, "x = 1")
    assert f"{text.text[:start]}{new}{text.text[end:]}" == f"seed 1\n{after}\nfolds kfold(5)\n"
