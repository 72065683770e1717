from mfc.templates.library.baseline_classes import baseline


def test_what_is_most_frequent_is_predicted() -> None:
    features = [[0], [0], [0]]
    assert baseline().fit(features, ["yes", "no", "yes"]).predict(features).tolist() == ["yes"] * 3
    labels = [[0, 1], [1, 1], [0, 0]]
    assert baseline().fit(features, labels).predict(features).tolist() == [[0, 1]] * 3
