import pandas as pd
import pytest

from mfc.templates.library.figures_chances import calibration_figure, precision_recall_figure

TRUTH = pd.Series(["b", "a", "b", "b", "c"])
CHANCES = pd.DataFrame(
    {"a": [0.1, 0.8, 0.6, 0.2, 0.1], "b": [0.8, 0.1, 0.25, 0.7, 0.3], "c": [0.1, 0.1, 0.15, 0.1, 0.6]}
)
TWO = pd.DataFrame({"no": [0.9, 0.6, 0.3, 0.2], "yes": [0.1, 0.4, 0.7, 0.8]})
OF_TWO = pd.Series(["no", "yes", "yes", "yes"])


def names(figure: object) -> list[str]:
    legend = figure.axes[0].get_legend()  # type: ignore[attr-defined]
    return [text.get_text() for text in legend.get_texts()]


def test_each_class_has_a_curve_of_precision_and_recall() -> None:
    assert [name[0] for name in names(precision_recall_figure(TRUTH, CHANCES, "title"))] == ["b", "a", "c"]
    assert names(precision_recall_figure(OF_TWO, TWO, "title")) == ["yes (AP = 1.00)"]
    assert names(precision_recall_figure(OF_TWO, TWO, "title", "no")) == ["no (AP = 1.00)"]


@pytest.mark.parametrize("positive", ["yes", None])
def test_chances_are_set_beside_the_share_of_rows(positive: str | None) -> None:
    figure = calibration_figure(OF_TWO, TWO.iloc[::-1], "title", positive)
    assert names(figure) == ["Perfectly calibrated", "yes"]
    assert figure.axes[0].lines[1].get_xydata().tolist() == [[0.1, 0.0], [0.4, 1.0], [0.7, 1.0], [0.8, 1.0]]


def test_rows_that_were_scored_on_several_folds_count_each_time() -> None:
    twice = pd.concat([TWO, TWO])
    assert len(calibration_figure(OF_TWO, twice, "title").axes[0].lines[1].get_xydata()) == 4
