import pandas as pd

from mfc.templates.library.classes import class_section


def test_each_class_has_its_precision_recall_and_rows() -> None:
    truth = pd.Series(["cat", "cat", "dog", "dog", "dog", "owl"])
    predicted = pd.Series(["cat", "dog", "dog", "dog", "cat", "dog"])
    table, *said = class_section(truth, predicted)
    assert table.to_dict("list") == {
        "class": ["cat", "dog", "owl"],
        "precision": ["0.5000", "0.5000", "-"],
        "recall": ["0.5000", "0.6667", "0.000"],
        "F1": ["0.5000", "0.5714", "0.000"],
        "rows": [2, 3, 1],
    }
    assert said == []


def test_of_probabilities_the_most_likely_class_counts() -> None:
    chances = pd.DataFrame({"no": [0.9, 0.4, 0.2], "yes": [0.1, 0.6, 0.8]})
    table, *_ = class_section(pd.Series(["no", "no", "yes"]), chances)
    assert table["recall"].tolist() == ["0.5000", "1.000"]


def test_of_many_classes_the_worst_are_listed() -> None:
    truth = pd.Series(range(25)).repeat(2).reset_index(drop=True)
    table, *said = class_section(truth, truth.where(truth != 7, 8))
    assert table["class"].tolist()[:2] == [7, 8]
    assert len(table) == 20
    assert said == ["These are the 20 classes with the lowest F1 of 25."]


def test_without_predictions_there_is_nothing_to_list() -> None:
    assert [len(part) for part in class_section(pd.Series(["a"]), None)] == [0]
