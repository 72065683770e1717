import pytest
from checking import finding, findings

STOP = "early_stopping { patience = 3, max_iterations = 100 }"


def stopped(block: str, estimator: str = "LGBMRegressor", other: str = "") -> list[tuple[str, str]]:
    return findings(f"model g: {estimator} {{\n{other}\n{block}\n}}", "model l: Lasso")


@pytest.mark.parametrize(
    "settings",
    [
        "",
        "min_delta = 0",
        "validation = 10%",
        "refit = false",
        "final_iterations = median",
        'monitor = "l1"',
        "monitor = l1",
        "seed = 3",
    ],
)
def test_early_stopping(settings: str) -> None:
    assert stopped(f"early_stopping {{ patience = 3, max_iterations = 100\n {settings} }}") == []


@pytest.mark.parametrize(
    ("settings", "code", "marked"),
    [
        ('patience = "ten", max_iterations = 100', "MF301", '"ten"'),
        ("patience = 0, max_iterations = 100", "MF302", "0"),
        ("patience = 3", "MF206", "early_stopping"),
        ("patience = 3, max_iterations = 100, validation = 0", "MF301", "0"),
        ("patience = 3, max_iterations = 100, validation = 100%", "MF302", "100%"),
        ("patience = 3, max_iterations = 100, final_iterations = meen", "MF302", "meen"),
        ("patience = 3, max_iterations = 100, rounds = 2", "MF207", "rounds"),
    ],
)
def test_settings_that_cannot_be(settings: str, code: str, marked: str) -> None:
    assert stopped(f"early_stopping {{ {settings} }}") == [(code, marked)]


def test_what_is_written_into_the_flow_is_constant() -> None:
    block = "early_stopping { patience = p, max_iterations = 100, refit = q }"
    found = findings("param p = 3", "param q = true", f"model g: LGBMRegressor {{ {block} }}", "model l: Lasso")
    assert found == [("MF304", "q")]


def test_who_cannot_stop_early() -> None:
    assert stopped(STOP, "Ridge") == [("MF405", "early_stopping")]


@pytest.mark.parametrize("binding", ["n_estimators = 50", "n_estimators in [50, 100]"])
def test_iterations_are_decided_once(binding: str) -> None:
    assert stopped(STOP, other=binding) == [("MF407", binding.split()[0])]


def test_catboost_has_no_least_improvement() -> None:
    block = STOP.replace("patience", "min_delta = {}, patience")
    assert stopped(block.replace("{}", "0"), "CatBoostRegressor") == []
    assert stopped(block.replace("{}", "0.1"), "CatBoostRegressor") == [("MF407", "min_delta = 0.1")]


def test_what_is_watched_is_said_once() -> None:
    block = STOP.replace("patience", "monitor = mae, patience")
    assert stopped(block, "XGBRegressor", 'eval_metric = "rmse"') == [("MF407", "eval_metric")]
    assert stopped(block, "CatBoostRegressor", 'eval_metric = "RMSE"') == [("MF407", "eval_metric")]
    assert stopped(block, "LGBMRegressor", 'metric = "rmse"') == [("MF407", "metric")]
    assert stopped(block, "LGBMRegressor", 'metrics = "rmse"') == [("MF407", "metrics")]


@pytest.mark.parametrize("binding", ["iterations = 5", "n_estimators = 5", "num_trees = 5"])
def test_iterations_have_many_names(binding: str) -> None:
    assert stopped(STOP, "CatBoostRegressor", binding) == [("MF407", binding.split()[0])]


def test_what_stops_by_itself_is_not_known_of_ones_own() -> None:
    assert stopped(STOP, "my.Net") == [("MF405", "early_stopping")]


def test_epochs_are_iterations() -> None:
    found = finding(f"model g: keras.MLP {{ epochs = 50\n {STOP} }}", "model l: Lasso")
    assert found.message == "`epochs` conflicts with `early_stopping`, which sets the number of iterations"


def test_early_stopping_stands_once() -> None:
    assert stopped(f"{STOP}\n{STOP}") == [("MF202", "early_stopping")]
