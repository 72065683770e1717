import numpy as np
import pytest
from catboost import CatBoostRegressor
from lightgbm import LGBMRegressor
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer
from small_rows import rows
from xgboost import XGBClassifier, XGBRegressor

from mfc.templates.library import stopping, stopping_any
from mfc.templates.library.candidates import encoded

TABLE = rows(200)
SETTINGS = {"num_leaves": 3, "learning_rate": 0.5}


def test_lightgbm_stops_as_by_its_own_interface() -> None:
    iterations, table = stopping_any.find_iterations("gbm", SETTINGS, TABLE)
    assert iterations == stopping.find_iterations("gbm", SETTINGS, TABLE)[0]
    assert table is TABLE


def test_a_model_that_is_kept_is_trained_on_the_inner_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stopping_any, "KEPT", ["gbm"])
    _, table = stopping_any.find_iterations("gbm", SETTINGS, TABLE)
    assert table.equals(train_test_split(TABLE, test_size=0.2, random_state=3)[0])


def test_fit_is_given_arguments_of_the_inner_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def fit_arguments(model: str, settings: object, rows: object, estimator: object) -> dict[str, object]:
        seen.append((model, len(rows), type(estimator)))  # type: ignore[arg-type]
        return {"sample_weight": np.zeros(160)}

    monkeypatch.setattr(stopping_any, "fit_arguments", fit_arguments)
    assert stopping_any.find_iterations("gbm", SETTINGS, TABLE)[0] == 1
    assert seen == [("gbm", 160, LGBMRegressor)]


def test_an_encoded_classifier_stops_by_what_is_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        stopping_any, "build", lambda *given: make_pipeline(FunctionTransformer(), encoded(XGBClassifier(**given[2])))
    )
    monkeypatch.setattr(stopping_any, "early_stopping", lambda _: {"n_estimators": 40, "early_stopping_rounds": 3})
    table = TABLE.assign(target=(TABLE["target"] > 0).astype(int))
    iterations, _ = stopping_any.find_iterations("xgb", {"max_depth": 2}, table)
    inner, held_back = train_test_split(table, test_size=0.2, random_state=3)
    plain = XGBClassifier(n_estimators=40, early_stopping_rounds=3, max_depth=2)
    unseen = [(held_back[["a", "b"]], held_back["target"])]
    assert (
        iterations == plain.fit(inner[["a", "b"]], inner["target"], eval_set=unseen, verbose=False).best_iteration + 1
    )


@pytest.mark.parametrize(
    ("estimator", "best"),
    [
        (XGBRegressor(n_estimators=40, early_stopping_rounds=3), lambda model: model.best_iteration + 1),
        (
            CatBoostRegressor(iterations=40, early_stopping_rounds=3, verbose=False, allow_writing_files=False),
            lambda model: model.get_best_iteration() + 1,
        ),
    ],
    ids=["xgboost", "catboost"],
)
def test_each_library_counts_its_iterations(estimator: object, best: object) -> None:
    inner, held_back = TABLE[:150], TABLE[150:]
    parts = [(part[["a", "b"]], part["target"]) for part in (inner, held_back)]
    assert stopping_any.stop(estimator, *parts, {}) == best(estimator)  # type: ignore[operator]
