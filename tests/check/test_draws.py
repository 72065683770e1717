import pytest
from checking import finding, findings

GBM = "model gbm: LGBMRegressor {{ {}\n search random(3) }}"


def drawn(binding: str, *declarations: str) -> list[tuple[str, str]]:
    return findings(GBM.format(binding), *declarations)


@pytest.mark.parametrize(
    "binding",
    [
        "learning_rate ~ uniform(0, 1)",
        "learning_rate ~ loguniform(1e-3, 1)",
        "learning_rate ~ normal(0.1, 0.01)",
        "learning_rate ~ lognormal(-2, 1)",
        "learning_rate ~ truncnormal(0.1, 0.1, 0, 1)",
        "learning_rate ~ quniform(0.1, 1, 0.1)",
        "learning_rate ~ randint(1, 3)",
        "max_depth ~ randint(-1, 5)",
        "num_leaves ~ lograndint(2, 131073)",
        "num_leaves ~ choice([7, 15], weights = [1, 2])",
        "num_leaves ~ choice(7..15)",
        "reg_alpha ~ scipy.stats.beta(2, b = 5)",
        "learning_rate ~ uniform(low = 0.1, high = w)",
    ],
)
def test_draws_that_are_accepted(binding: str) -> None:
    found = drawn(binding, "param w = 1.5")
    assert [one for one in found if one != ("MF603", "w")] == []


@pytest.mark.parametrize(
    ("binding", "code", "marked"),
    [
        ("learning_rate ~ uniform(-1, 1)", "MF302", "-1"),
        ("subsample ~ uniform(0.5, 1.5)", "MF302", "1.5"),
        ("learning_rate ~ quniform(0, 1, 0.1)", "MF302", "0"),
        ("learning_rate ~ uniform(1, 0.5)", "MF302", "0.5"),
        ("learning_rate ~ uniform(1, 1)", "MF302", "1"),
        ("learning_rate ~ loguniform(0, 1)", "MF302", "0"),
        ("learning_rate ~ normal(0.1, 0)", "MF302", "0"),
        ("learning_rate ~ uniform(0)", "MF206", "uniform(0)"),
        ("learning_rate ~ uniform(0, 1, 2)", "MF203", "2"),
        ("learning_rate ~ uniform(0, hihg = 1)", "MF203", "hihg"),
        ("learning_rate ~ unifrom(0, 1)", "MF208", "unifrom"),
        ("learning_rate ~ scipy.stats.beat(2, 5)", "MF208", "scipy.stats.beat"),
        ("max_depth ~ uniform(1, 5)", "MF301", "uniform(1, 5)"),
        ("linear_tree ~ uniform(0, 1)", "MF301", "uniform(0, 1)"),
        ("num_leaves ~ randint(1, 5)", "MF302", "1"),
        ("num_leaves ~ randint(2, 131074)", "MF302", "131074"),
        ("num_leaves ~ randint(2.5, 5)", "MF301", "2.5"),
        ("num_leaves ~ choice([7, 1])", "MF302", "1"),
        ("num_leaves ~ choice([])", "MF305", "[]"),
        ("num_leaves ~ choice([7, 8], weights = [1])", "MF407", "[1]"),
        ("num_leaves ~ choice([7, 8], weights = [0, 0])", "MF302", "[0, 0]"),
        ("num_leaves ~ choice([7, 8], weights = [1, -1])", "MF302", "[1, -1]"),
    ],
)
def test_draws_that_are_not(binding: str, code: str, marked: str) -> None:
    assert drawn(binding) == [(code, marked)]


def test_the_bound_is_shown_as_it_is_written() -> None:
    found = finding(GBM.format("learning_rate ~ uniform(-1, 1)"))
    assert found.message == "`learning_rate` of `LGBMRegressor` cannot be `-1`"
    assert found.label == "expected a number above 0"


def test_how_to_draw_integers_is_said() -> None:
    found = finding(GBM.format("max_depth ~ uniform(1, 5)"))
    assert found.message == "`uniform` draws floats, which `max_depth` of `LGBMRegressor` does not accept"
    assert found.help == "draw integers: `randint(low, high)`, or `in low..high`"


def test_only_distributions_are_suggested() -> None:
    assert finding(GBM.format("learning_rate ~ unifrom(0, 1)")).help == "did you mean `uniform` or `quniform`?"
