from plans import GBM, PLAN, RIDGE

from mfc.check.values import ParameterValue
from mfc.emit.needs import needs

K = ParameterValue("k", 3)


def needing(plan: object) -> set[str]:
    return {name for name, needed in needs(plan).items() if needed}


def test_only_the_source_depends_on_the_number_of_rows() -> None:
    assert needing(PLAN) == {"load_data", "start"}


def test_callers_need_what_their_callees_need() -> None:
    ridge = RIDGE._replace(fixed=(("max_iter", K),))
    assert needing(PLAN._replace(models=(GBM, ridge))) == {
        "load_data", "start", "build", "stop_early", "train", "fit", "evaluate",
    }  # fmt: skip


def test_a_seed_reaches_all_that_draws() -> None:
    plan = PLAN._replace(seed=K, parameters=())
    assert {"seed", "build", "early_stopping", "train", "fit", "evaluate"} <= needing(plan)


def test_the_number_of_folds_reaches_the_tasks() -> None:
    plan = PLAN._replace(folds=PLAN.folds._replace(arguments=(("n_splits", K),), n_splits=K))
    assert needing(plan) == {"load_data", "start", "split_folds", "n_folds", "fit"}
