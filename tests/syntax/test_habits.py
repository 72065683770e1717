import pytest

from mfc.diagnostics import Diagnostic
from mfc.source import Source
from mfc.syntax.parse import parse


def found(text: str) -> list[Diagnostic]:
    return list(parse(Source("spec.mf", text)).diagnostics)


@pytest.mark.parametrize(
    ("text", "message", "help_"),
    [
        ("cv 5", "`cv` is called `folds` here", "write `folds kfold(5)`, for example"),
        ("seed 1\ncv = 5", "`cv` is called `folds` here", "write `folds kfold(5)`, for example"),
        ("metric accuracy", "`metric` is called `score` here", None),
        ("scoring = r2", "`scoring` is called `score` here", "write `score r2`, for example"),
        ("random_state 7", "`random_state` is called `seed` here", "write `seed 42`, for example"),
        ("test_size = 0.2", "`test_size` is called `test` here", "write `test 20%`, for example"),
    ],
)
def test_words_of_other_tools(text: str, message: str, help_: str | None) -> None:
    (diagnostic,) = found(text)
    assert (diagnostic.message, diagnostic.help) == (message, help_)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("metric accuracy\n", "score accuracy\n"),
        ("model k: K { n_neighbors: [3, 5] }\n", "model k: K { n_neighbors in [3, 5] }\n"),
        ("model k: K { n_neighbors: 3..5 }\n", "model k: K { n_neighbors in 3..5 }\n"),
        ("model k: K { n_neighbors : 3 }\n", "model k: K { n_neighbors = 3 }\n"),
        ("report { figures: [all_scores] }\n", "report { figures = [all_scores] }\n"),
        ("score roc-auc\n", "score roc_auc\n"),
        ("model my-model: Ridge\n", "model my_model: Ridge\n"),
    ],
)
def test_what_is_meant_is_put_in(text: str, mended: str) -> None:
    source = Source("spec.mf", text)
    (diagnostic,) = parse(source).diagnostics
    assert diagnostic.fix
    start, end = diagnostic.fix.span
    assert text[:start] + diagnostic.fix.replacement + text[end:] == mended


@pytest.mark.parametrize(
    "text", ["let cv = 5", "model cv: Ridge { metric = 3 }", "score r2 - 1", "score -auc", "seed 1\n-auc"]
)
def test_elsewhere_they_are_names_and_signs_like_others(text: str) -> None:
    assert not any("called" in one.message or "has no `-`" in one.message for one in found(text))
