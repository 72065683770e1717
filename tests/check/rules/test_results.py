import pytest
from checking import CLASSES, finding, findings


@pytest.mark.parametrize("setting", ['directory = "out"', "figures = all", "figures = [predicted_vs_true]", "top = 3"])
def test_settings(setting: str) -> None:
    assert findings(f"report {{ {setting} }}") == []


@pytest.mark.parametrize(
    ("setting", "code", "marked"),
    [
        ("top = 0", "MF302", "0"),
        ("top = p", "MF304", "p"),
        ("directory = 3", "MF301", "3"),
        ("figures = none", "MF301", "none"),
        ("figures = some", "MF302", "some"),
        ("figures = []", "MF305", "[]"),
        ("figures = [all_scores, pie]", "MF302", "pie"),
        ("figures = [all_scores, all_scores]", "MF202", "all_scores"),
        ("figures = [roc_curve]", "MF407", "roc_curve"),
        ("figure = all", "MF207", "figure"),
    ],
)
def test_settings_that_cannot_be(setting: str, code: str, marked: str) -> None:
    assert findings("param p = 3", "seed p", f"report {{ {setting} }}") == [(code, marked)]


def test_what_is_drawn_of_held_out_rows_needs_some() -> None:
    assert findings("report { figures = [importance] }") == []
    found = finding("test none", "report { figures = [all_scores, importance] }")
    assert found.message == "the figure `importance` needs held-out rows, and `test` is `none`"
    assert findings("test none", "report { figures = all }") == []


def test_figures_of_a_classification() -> None:
    assert findings(CLASSES, "report { figures = [confusion_matrix, roc_curve] }") == []
    found = finding(CLASSES, "report { figures = [predicted_vs_true] }")
    assert found.message == "a classification has no figure `predicted_vs_true`"
