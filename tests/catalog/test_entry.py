from mfc.catalog.entry import Entry


def test_the_name_is_the_last_part_of_the_path():
    assert Entry("sklearn.linear_model.Ridge", "estimator", (), "", {}).name == "Ridge"
    assert Entry("kfold", "splitter", (), "", {}).name == "kfold"
