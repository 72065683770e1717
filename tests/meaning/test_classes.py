from checking import checked

from mfc.meaning.classes import class_count


def test_a_mock_says_how_many_classes_there_are() -> None:
    assert class_count(checked("data mock.classification { n_classes = 3, n_informative = 5 }").outline) == 3
    assert class_count(checked("param p = 4", "data mock.classification { n_classes = p }").outline) == 4
    assert class_count(checked("data mock.classification").outline) == 2


def test_other_data_do_not() -> None:
    assert class_count(checked("data mock.regression").outline) is None
    assert class_count(checked('data sklearn("iris")').outline) is None
    assert class_count(checked("data mock.classification { n_classes = nowhere }").outline) is None
