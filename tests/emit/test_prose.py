import ast

import pytest

from mfc.emit.prose import counted, prose, score_label


@pytest.mark.parametrize("text", ['"""', '"', "\\", "\\N{", "a\nb", "\x00", "\ud800", "'''", "{% raw %}", 'end"'])
def test_prose_cannot_leave_a_docstring(text: str) -> None:
    module = ast.parse(f'"""{prose(text)}"""\nx = 1\n'.encode())
    assert len(module.body) == 2


@pytest.mark.parametrize("text", ["a\nimport os", "a\rimport os", "a\u2028import os", "a\x0cimport os", "a\x85b"])
def test_prose_cannot_leave_a_comment(text: str) -> None:
    assert ast.parse(f"# {prose(text)}\n").body == []


def test_prose_leaves_letters_as_they_are() -> None:
    assert prose("  Größe  über\talles ") == "Größe über alles"


def test_counted() -> None:
    assert [counted(number, "fold") for number in (0, 1, 5_000)] == ["0 folds", "1 fold", "5,000 folds"]


@pytest.mark.parametrize(
    ("scorer", "label"),
    [("r2", "R²"), ("neg_log_loss", "log loss"), ("roc_auc", "ROC AUC"), ("balanced_accuracy", "balanced accuracy")],
)
def test_a_loss_is_called_without_its_sign(scorer: str, label: str) -> None:
    assert score_label(scorer) == label
