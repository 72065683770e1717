import pytest
from checking import CLASSES, finding, findings


def found(threshold: str, *declarations: str) -> list[tuple[str, str]]:
    return findings(*declarations or (CLASSES,), f"report {{ threshold = {threshold} }}")


@pytest.mark.parametrize(
    "threshold",
    [
        *("f1", "accuracy", "balanced_accuracy", "jaccard", "matthews_corrcoef"),
        *("recall_at(precision = 90%)", "precision_at(recall = 0.5)", "recall_at(90%)"),
    ],
)
def test_what_a_threshold_can_be_picked_by(threshold: str) -> None:
    assert found(threshold) == []


@pytest.mark.parametrize(
    ("threshold", "code", "marked"),
    [
        ("f2", "MF209", "f2"),
        ("mcc", "MF209", "mcc"),
        ("roc_auc", "MF402", "roc_auc"),
        ("f1_macro", "MF402", "f1_macro"),
        ("r2", "MF402", "r2"),
        ("my.scorer", "MF402", "my.scorer"),
        ("0.5", "MF301", "0.5"),
        ("[f1]", "MF301", "[f1]"),
        ("f1_at(recall = 0.5)", "MF208", "f1_at"),
        ("recall_at()", "MF206", "recall_at"),
        ("recall_at(precision = 2.0)", "MF302", "2.0"),
        ('recall_at(precision = "high")', "MF301", '"high"'),
        ("recall_at(precision = 0.5, recall = 0.5)", "MF207", "recall"),
        ("f1, threshold = accuracy", "MF202", "threshold"),
        ("recall", "MF619", "recall"),
        ("precision", "MF619", "precision"),
    ],
)
def test_what_it_cannot_be_picked_by(threshold: str, code: str, marked: str) -> None:
    assert found(threshold) == [(code, marked)]


def test_what_is_required_is_known_at_compile_time() -> None:
    assert found("recall_at(precision = p)", CLASSES, "param p = 0.5") == [("MF304", "p")]


@pytest.mark.parametrize(
    ("threshold", "help_"),
    [
        ("mcc", "did you mean `matthews_corrcoef`?"),
        ("acc", "did you mean `accuracy`?"),
        ("rocauc", "choose from `accuracy`, `balanced_accuracy`, `f1`, `jaccard`, `matthews_corrcoef`, `precision` "),
        ("recall", "say which precision is needed: `recall_at(precision = 90%)`"),
        ("precision", "say which recall is needed: `precision_at(recall = 90%)`"),
    ],
)
def test_the_message_says_what_to_write(threshold: str, help_: str) -> None:
    assert str(finding(CLASSES, f"report {{ threshold = {threshold} }}").help).startswith(help_)


def test_there_have_to_be_two_classes() -> None:
    setting = "threshold = f1"
    assert found("f1", "data mock.regression") == [("MF407", setting)]
    assert found("f1", "data mock.multilabel", "model t: DecisionTreeClassifier { max_depth in [1, 2] }") == [
        ("MF407", setting)
    ]
    three = "data mock.classification { n_classes = 3, n_informative = 4 }"
    assert found("f1", three, "model t: DecisionTreeClassifier { max_depth in [1, 2] }") == [("MF407", setting)]


def test_all_models_have_to_give_probabilities() -> None:
    model = "model ridge: RidgeClassifier { alpha in [1, 2] }"
    assert found("f1", CLASSES, model) == [("MF432", "threshold = f1")]
    one = finding(CLASSES, model, "report { threshold = f1 }")
    assert one.message == "`ridge` has no probabilities, which a threshold needs"


def test_a_threshold_of_one_class_needs_to_know_which() -> None:
    data = ("task classification", 'data csv("d.csv") { target = y }')
    model = "model tree: DecisionTreeClassifier { max_depth in 1..3 }"
    assert found("f1", *data, model) == [("MF615", "f1")]
    assert found("recall_at(precision = 90%)", *data, model) == [("MF615", "recall_at")]
    assert found("accuracy", *data, model) == []
