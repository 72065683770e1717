from checking import CLASSES, finding, findings

CSV = 'data csv("a.csv") { target = price }'


def test_a_task_has_to_be_declared_where_the_data_imply_none() -> None:
    found = finding(CSV)
    assert (found.code.id, found.message) == ("MF204", "the task must be declared, because `csv` does not imply one")
    assert findings(CSV, "task regression") == []


def test_a_task_may_be_said_though_it_is_implied() -> None:
    assert findings("task regression") == []
    assert findings(CLASSES, "task classification") == []


def test_the_task_is_that_of_the_data() -> None:
    found = finding("task classification", "score roc_auc")
    assert (found.code.id, found.label) == ("MF407", "expected `regression`")
    assert found.related[0].message == "this is a regression"


def test_tasks_that_do_not_exist() -> None:
    found = finding(CSV, "task regresion")
    assert (found.code.id, found.help) == ("MF207", "did you mean `regression`?")


def test_several_labels_are_a_task_of_their_own() -> None:
    labels = 'data csv("a.csv") { target = [red, green] }'
    assert findings(labels, "task multilabel", "model t: DecisionTreeClassifier { max_depth in [3, 5] }") == []


def test_an_unreadable_task_is_not_missing() -> None:
    assert findings(CSV, "task 3") == [("MF101", "3")]
