import pandas as pd

from mfc.templates.library.figures_classes import confusion_figure, roc_figure

TRUTH = pd.Series(["b", "a", "b", "b", "c"])
PROBABILITIES = pd.DataFrame(
    {"a": [0.1, 0.8, 0.6, 0.2, 0.1], "b": [0.8, 0.1, 0.25, 0.7, 0.3], "c": [0.1, 0.1, 0.15, 0.1, 0.6]}
)


def texts(figure: object) -> list[str]:
    return [text.get_text() for text in figure.axes[0].texts]  # type: ignore[attr-defined]


def test_rows_are_counted_by_true_and_predicted_class() -> None:
    expected = ["1\n100.0%", "0\n0.0%", "0\n0.0%", "1\n33.3%", "2\n66.7%", "0\n0.0%", "0\n0.0%", "0\n0.0%", "1\n100.0%"]
    assert texts(confusion_figure(TRUTH, PROBABILITIES, "title")) == expected
    assert texts(confusion_figure(TRUTH, PROBABILITIES.idxmax(axis=1), "title")) == expected


def test_each_class_has_a_curve_hardest_first() -> None:
    figure = roc_figure(TRUTH, PROBABILITIES, "title")
    assert figure.axes[0].get_xlabel() == "false positive rate", "and not of class 1, which the data may not have"
    names = [text.get_text() for text in figure.axes[0].get_legend().get_texts()]
    assert names == ["b (AUC = 0.83)", "a (AUC = 1.00)", "c (AUC = 1.00)"]


def test_of_two_classes_the_second_has_a_curve() -> None:
    truth, probabilities = pd.Series([False, True, True]), pd.DataFrame({False: [0.9, 0.4, 0.2], True: [0.1, 0.6, 0.8]})
    names = [text.get_text() for text in roc_figure(truth, probabilities, "title").axes[0].get_legend().get_texts()]
    assert names == ["True (AUC = 1.00)"]


def test_the_positive_class_has_the_curve_if_it_is_named() -> None:
    truth, probabilities = pd.Series([False, True, True]), pd.DataFrame({False: [0.9, 0.4, 0.2], True: [0.1, 0.6, 0.8]})
    figure = roc_figure(truth, probabilities, "title", False)
    assert [text.get_text() for text in figure.axes[0].get_legend().get_texts()] == ["False (AUC = 1.00)"]
