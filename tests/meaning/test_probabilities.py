import pytest
from checking import checked

from mfc.meaning.probabilities import gives_classes_alone


@pytest.mark.parametrize(
    ("model", "alone"),
    [
        ("RidgeClassifier", True),
        ("SVC", True),
        ("SVC { probability = true }", False),
        ("SVC { probability in [true, false] }", False),
        ('SGDClassifier { loss = "log_loss" }', False),
        ("LogisticRegression", False),
        ("my.Classifier", False),
        ("Unknown", False),
    ],
)
def test_some_classifiers_give_classes_alone(model: str, alone: bool) -> None:
    outline = checked("data mock.classification", f"model m: {model}").outline
    assert [gives_classes_alone(one, outline) for one in outline.entrants] == [alone]
