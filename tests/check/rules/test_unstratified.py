from checking import CLASSES, finding, findings


def test_folds_of_a_classification_without_strata() -> None:
    found = finding(CLASSES, "folds kfold(3)")
    assert (found.code.id, found.message) == ("MF601", "`kfold` does not keep the classes in proportion")
    assert found.fix
    assert found.fix.replacement == "stratified_kfold"
    assert findings(CLASSES, "folds shuffle_split(3)") == [("MF601", "shuffle_split")]


def test_folds_with_strata_and_folds_of_a_regression() -> None:
    assert findings(CLASSES, "folds stratified_kfold(3)") == []
    assert findings(CLASSES) == []
    assert findings("folds kfold(3)") == []
