from checking import finding, findings


def given(call: str) -> list[tuple[str, str]]:
    return findings(f"folds {call}")


def test_arguments_stand_in_order_or_by_name() -> None:
    assert given("kfold(3, true, 7)") == []
    assert given("kfold(3, seed = 7, shuffle = true)") == []


def test_arguments_that_do_not_exist() -> None:
    found = finding("folds kfold(3, suffle = true)")
    assert (found.code.id, found.message) == ("MF203", "`kfold` has no argument `suffle`")
    assert found.help == "did you mean `shuffle`?"
    assert finding("folds kfold(3, k = 1)").help == "choose from `n_splits`, `shuffle` and `seed`"


def test_settings_that_do_not_exist() -> None:
    found = finding("run { worker = 3 }")
    assert (found.code.id, found.message) == ("MF207", "`run` has no setting `worker`")
    assert found.help == "did you mean `workers`?"


def test_too_many_arguments() -> None:
    found = finding("folds kfold(3, true, 7, 8)")
    assert found.message == "`kfold` takes 3 arguments, but more are given"
    assert given("kfold(3, true, 7, 8, 9)") == [("MF203", "8"), ("MF203", "9")]
    assert findings("model r: Ridge { alpha in [1, 2]\n search grid(3) }") == [("MF203", "3")]


def test_arguments_given_twice() -> None:
    assert given("kfold(3, n_splits = 4)") == [("MF202", "n_splits")]
    (related,) = finding("run { threads = 1, threads = 2 }").related
    assert related.message == "the first one is here"


def test_arguments_that_are_missing() -> None:
    found = finding("task regression", 'data csv("a.csv")')
    assert (found.code.id, found.message, found.label) == ("MF206", "`csv` needs `target`", "`target` is missing")


def test_an_argument_is_not_missing_if_it_is_misspelt() -> None:
    assert findings("task regression", 'data csv("a.csv") { targte = price }') == [("MF207", "targte")]


def test_an_argument_is_not_missing_if_not_all_could_be_read() -> None:
    assert findings("task regression", 'data csv("a.csv") { target price }') == [("MF101", "price")]


def test_some_settings_are_constant() -> None:
    assert findings("param p = 3", "run { threads = p }") == [("MF304", "p")]


def test_a_keyword_of_python_is_no_argument() -> None:
    found = finding("model r: Ridge { class = 3 }", "model l: Lasso")
    assert (found.message, found.help) == (
        "`class` is a Python keyword, so no argument can have this name",
        None,
    )
