import pytest
from plans import CAT, GBM, PLAN, RIDGE, STOPPING, XGB

from mfc.emit.stopping import final_iterations, fit_cases, kept, stopping_cases
from mfc.plan.plan import EarlyStopping, Model, Plan

NET = GBM._replace(name="net", estimator="keras.MLP")


def plan(*models: Model, **rule: object) -> Plan:
    return PLAN._replace(models=tuple(model._replace(early_stopping=STOPPING._replace(**rule)) for model in models))


def settings(model: Model, **rule: object) -> str:
    [case] = stopping_cases(plan(model, **rule))
    [line] = case.body.lines
    return line.removeprefix("return ")


def test_only_models_that_stop_early_have_settings() -> None:
    assert [case.model for case in stopping_cases(PLAN)] == ["gbm"]
    assert stopping_cases(PLAN._replace(models=(RIDGE,))) == []


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        (GBM, "{'n_estimators': 10_000, 'early_stopping_round': 10, 'first_metric_only': True}"),
        (NET, "{'epochs': 10_000, 'early_stopping_round': 10}"),
        (XGB, "{'n_estimators': 10_000, 'early_stopping_rounds': 10}"),
        (CAT, "{'iterations': 10_000, 'early_stopping_rounds': 10, 'use_best_model': True}"),
    ],
    ids=["lightgbm", "keras", "xgboost", "catboost"],
)
def test_each_library_is_told_in_its_own_words_its_iterations_first(model: Model, expected: str) -> None:
    assert settings(model) == expected


def test_the_least_gain_is_said_where_it_counts() -> None:
    assert "'early_stopping_min_delta': 0.1" in settings(GBM, min_delta=0.1)
    assert "'early_stopping_min_delta': 0.1" in settings(NET, min_delta=0.1)
    assert settings(XGB, min_delta=0.1).endswith("'callbacks': [EarlyStopping(rounds=10, min_delta=0.1)]}")


def test_lightgbm_watches_a_metric_of_its_own() -> None:
    assert settings(GBM, monitor="l1").endswith("'metric': 'l1'}")


def test_models_may_be_kept_as_they_stopped() -> None:
    assert kept(plan(GBM, XGB, refit=False)) == ["gbm", "xgb"]
    assert kept(PLAN) == []


def rules(*finals: str) -> Plan:
    def rule(final: str) -> EarlyStopping:
        return STOPPING._replace(final_iterations=final)  # type: ignore[arg-type]

    models = (model._replace(early_stopping=rule(final)) for model, final in zip((GBM, XGB), finals, strict=True))
    return PLAN._replace(models=tuple(models))


def test_final_models_train_as_long_as_the_folds_say() -> None:
    by_candidate = 'self.fits.groupby("candidate")["iterations"]'
    assert final_iterations(rules("mean", "mean")) == f"{by_candidate}.mean()[self.winner]"
    assert final_iterations(rules("max", "max")) == f"{by_candidate}.max()[self.winner]"
    assert final_iterations(rules("max", "median")) == (
        f"{by_candidate}.agg({{'gbm': 'max', 'xgb': 'median'}}.get(model_of(self.winner), 'mean'))[self.winner]"
    )


def test_what_fit_is_given_besides() -> None:
    model = RIDGE._replace(fit=(("other", 3),), space=(("fit__more", [1, 2]),))
    weighed = PLAN._replace(models=(model, RIDGE), data=PLAN.data._replace(weight="w"))
    [case] = fit_cases(weighed)
    assert case.body.lines == ("return {'other': 3, **settings_of(\"fit\", settings), **weights(estimator, rows)}",)
    assert fit_cases(PLAN) == []
