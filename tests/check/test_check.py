from time import perf_counter

from checking import checked, findings

TEN_MISTAKES = """
tournament noisy_regression
seed -1
test 120%
folds kfold(1)
score roc_auc
data mock.regression { n_smples = 10, noise = "loud" }
model gbm: LGBMRegressor {
  learning_rate ~ uniform(-1, 1)
  max_deph = 3
  search grid
}
"""


def test_a_specification_without_mistakes() -> None:
    assert checked().diagnostics == ()


def test_ten_mistakes_are_ten_findings_in_the_order_of_their_places() -> None:
    assert findings(TEN_MISTAKES) == [
        ("MF212", "noisy_regression"),
        ("MF302", "-1"),
        ("MF302", "120%"),
        ("MF302", "1"),
        ("MF402", "roc_auc"),
        ("MF203", "n_smples"),
        ("MF301", '"loud"'),
        ("MF302", "-1"),
        ("MF203", "max_deph"),
        ("MF403", "grid"),
    ]


def test_at_one_place_errors_come_before_warnings() -> None:
    assert findings("let self = 3", "let class = 4") == [("MF603", "self"), ("MF211", "class"), ("MF603", "class")]


def test_what_could_not_be_read_is_not_missing() -> None:
    assert [code for code, _ in findings("tournament = 3", "data = 3", "model = 4")] == ["MF101"] * 3


def test_checking_is_quick() -> None:
    models = [f"model m{i}: Ridge {{ alpha in [{i}, {i} + 0.5]\n max_iter in 1..5 }}" for i in range(20)]
    began = perf_counter()
    assert checked(*models).diagnostics == ()
    assert perf_counter() - began < 1
