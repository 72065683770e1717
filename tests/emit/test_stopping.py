from plans import CAT, GBM, PLAN, RIDGE, STOPPING, XGB

from mfc.emit.stopping import StoppingView
from mfc.plan.plan import EarlyStopping, Plan


def stopping(rule: EarlyStopping) -> Plan:
    return PLAN._replace(models=(GBM._replace(early_stopping=rule), RIDGE))


def test_only_models_that_stop_early_have_a_rule() -> None:
    view = StoppingView(PLAN)
    assert view
    assert view.rules == {
        "gbm": "EarlyStopping(argument='n_estimators', patience=10, max_iterations=10_000, min_delta=0, validation=0.2)"
    }
    assert not StoppingView(PLAN._replace(models=(RIDGE,)))


def test_a_field_that_no_model_needs_is_not_there() -> None:
    assert StoppingView(stopping(STOPPING._replace(seed=8))).rules["gbm"].endswith("validation=0.2, seed=8)")
    assert StoppingView(stopping(STOPPING._replace(refit=False))).rules["gbm"].endswith("0.2, refit=False)")
    assert StoppingView(stopping(STOPPING._replace(final_iterations="max"))).rules["gbm"].endswith("0.2, final='max')")


def test_models_are_known_by_their_libraries() -> None:
    view = StoppingView(PLAN._replace(models=(XGB, CAT, GBM, XGB._replace(name="other"))))
    assert view.libraries == {"xgboost", "catboost", "lightgbm"}
    assert view.of("xgboost") == ["xgb", "other"]
    assert "argument='iterations'" in view.rules["cat"]
