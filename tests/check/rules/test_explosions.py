import time

import pytest
from checking import finding, findings

from mfc.pipeline import Compilation
from mfc.source import Source

HEAD = "tournament Boom\ndata mock.regression\n"


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("model r: Ridge { max_iter in 1..20_001 }", "100,005"),
        ("model r: Ridge { max_iter in 1..20_000 }\nmodel l: Lasso", "100,005"),
        ("folds kfold(10)\nmodel r: Ridge { max_iter in 1..10_001 }", "100,010"),
        ("folds repeated_kfold(2, n_repeats = 10)\nmodel r: Ridge { max_iter in 1..5_001 }", "100,020"),
        ("folds leave_one_group_out\nmodel r: Ridge { max_iter in 1..100_001 }", "100,001"),
        ("model r: Ridge { alpha ~ uniform(0, 1), search random(20_001) }", "100,005"),
        ("param n = 30_000\nmodel r: Ridge { alpha ~ uniform(0, 1), search random(n) }", "150,000"),
        ("param k = 50_000\nfolds kfold(k)\nmodel r: Ridge { max_iter in 1..3 }", "150,000"),
        ("model r: Ridge { space { max_iter in 1..20_000 }, space { max_iter in 1..2 } }", "100,010"),
    ],
)
def test_more_than_a_hundred_thousand_fits_are_an_error(text: str, fits: str) -> None:
    (found,) = (one for one in Compilation(Source("x.mf", HEAD + text)).diagnostics if one.code.id == "MF420")
    assert found.message.startswith(f"this tournament has {fits} fits (")
    assert f"`run {{ most_fits = {fits.replace(',', '_')} }}`" in (found.help or "")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("model r: Ridge { max_iter in 1..2_000 }", []),
        ("model r: Ridge { max_iter in 1..2_001 }", ["MF630"]),
        ("model r: Ridge { max_iter in 1..20_000 }", ["MF630"]),
        ("run { most_fits = 200_000 }\nmodel r: Ridge { max_iter in 1..20_001 }", []),
        ("run { most_fits = 10 }\nmodel r: Ridge { max_iter in 1..3 }", ["MF420"]),
        ("run { most_fits = 15 }\nmodel r: Ridge { max_iter in 1..3 }", []),
        ("model r: Ridge { max_iter in 1..1_000_000, search random(10) }", []),
    ],
)
def test_what_is_allowed(text: str, codes: list[str]) -> None:
    assert [one.code.id for one in Compilation(Source("x.mf", HEAD + text)).diagnostics] == codes


def test_what_is_allowed_is_a_number() -> None:
    assert findings("run { most_fits = 0 }", "model r: Ridge { alpha in [1, 2] }") == [("MF302", "0")]


def test_the_largest_model_is_shown() -> None:
    found = finding("model r: Ridge { max_iter in 1..3 }\nmodel l: Lasso { max_iter in 1..30_000 }")
    assert found.code.id == "MF420"
    assert [one.message for one in found.related] == ["this model has 30,000 of the candidates"]


def test_spaces_are_counted_and_never_built() -> None:
    names = ("n_estimators", "max_depth", "min_samples_leaf")
    ranges = "\n".join(f"  {name} in 1..9_000_000_000_000_000_000" for name in names)
    began = time.process_time()
    compilation = Compilation(Source("x.mf", f"{HEAD}model f: RandomForestRegressor {{\n{ranges}\n}}\n"))
    assert [one.code.id for one in compilation.diagnostics] == ["MF420"]
    assert time.process_time() - began < 2
