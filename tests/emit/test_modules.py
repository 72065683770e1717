from itertools import groupby

import pytest
from plans import CAT, GBM, PLAN, RIDGE, STOPPING, VARIANTS, classification

from mfc.emit.library import NOT_LINKED, packaged
from mfc.emit.modules import modules, scorers_with_positive
from mfc.plan.plan import Plan

NET = GBM._replace(name="net", estimator="keras.MLP")
ALTERNATIVES = [
    {"training", "training_early"},
    {"fitting", "fitting_given"},
    {"stopping", "stopping_any"},
    {"scoring", "scoring_stop"},
    {"scores", "scores_own"},
    {"predicting", "predicting_values"},
    {"shared", "shared_monitored"},
    {"mlp", "mlp_dropout"},
    {"figures_regression", "figures_targets"},
    {"fits", "fits_in_time"},
    {"runs", "runs_with_parameters"},
    {"members_by_fits", "members_by_votes"},
    {"failures", "failures_stop"},
]


@pytest.mark.parametrize("plan", VARIANTS.values(), ids=VARIANTS)
def test_one_of_each_pair_is_chosen_and_every_module_is_there(plan: Plan) -> None:
    chosen = modules(plan)
    assert len(set(chosen)) == len(chosen)
    assert [len(pair & set(chosen)) for pair in ALTERNATIVES] == [1] * len(ALTERNATIVES)
    assert set(chosen) <= {path.stem for path in packaged().folder.glob("*.py")}


def test_every_module_is_chosen_by_some_plan() -> None:
    plans = [*VARIANTS.values(), PLAN._replace(models=(CAT,)), classification()._replace(scores=("f1",))]
    watching = NET._replace(early_stopping=STOPPING._replace(monitor="mae"), fixed=(("dropout", 0.1),))
    plans += [PLAN._replace(run=PLAN.run._replace(timeout=60)), PLAN._replace(models=(watching,))]
    plans.append(PLAN._replace(folds=PLAN.folds._replace(splitter="ShuffleSplit")))
    chosen = {module for plan in plans for module in modules(plan)}
    assert {path.stem for path in packaged().folder.glob("*.py")} - NOT_LINKED - chosen <= OF_COMPANIONS


OF_COMPANIONS = {"final", "predictions"}
"""Modules that only the flows that predict are linked from."""


def test_sections_stand_together() -> None:
    titles = [packaged().module(name).title for name in modules(PLAN)]
    assert len(set(titles)) == len(list(groupby(titles)))


@pytest.mark.parametrize(
    ("plan", "module"),
    [
        (PLAN._replace(models=(RIDGE,)), "training"),
        (PLAN, "stopping"),
        (PLAN._replace(models=(NET, GBM)), "stopping"),
        (PLAN._replace(models=(CAT,)), "stopping_any"),
        (PLAN._replace(models=(GBM._replace(early_stopping=STOPPING._replace(refit=False)),)), "stopping_any"),
        (PLAN._replace(models=(GBM._replace(fit=(("verbose", 1),)),)), "fitting_given"),
        (PLAN._replace(run=PLAN.run._replace(timeout=60)), "fits_in_time"),
        (PLAN._replace(folds=PLAN.folds._replace(splitter="KFold")), "members_by_fits"),
        (PLAN._replace(folds=PLAN.folds._replace(splitter="ShuffleSplit")), "members_by_votes"),
        (PLAN._replace(run=PLAN.run._replace(on_error="stop")), "scoring_stop"),
        (PLAN._replace(scores=("my.profit",)), "scores_own"),
    ],
)
def test_an_alternative_is_there_for_a_reason(plan: Plan, module: str) -> None:
    assert module in modules(plan)


def test_some_scores_look_at_one_of_two_classes() -> None:
    assert scorers_with_positive(classification()._replace(scores=("f1", "roc_auc"))) == {"f1"}
    assert scorers_with_positive(PLAN._replace(scores=("f1",))) == set()
