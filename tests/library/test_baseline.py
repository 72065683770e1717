from mfc.templates.library.baseline import baseline


def test_the_mean_is_predicted() -> None:
    features = [[0], [0]]
    assert baseline().fit(features, [1.0, 4.0]).predict(features).tolist() == [2.5] * 2
    assert baseline().fit(features, [[1.0, 0.0], [4.0, 2.0]]).predict(features).tolist() == [[2.5, 1.0]] * 2
