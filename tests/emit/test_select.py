import pytest
from plans import GBM, PLAN, RIDGE, VARIANTS, K, classification

from mfc.emit.select import Flow, Spec, select
from mfc.plan.plan import Folds, Plan, Resources

SPEC = Spec("small.mf", "small_flow.py", "0123456789ab")


def selected(plan: Plan = PLAN) -> Flow:
    return select(plan, SPEC)


def test_the_models_whose_fits_take_longest_go_first() -> None:
    net = GBM._replace(name="net", estimator="keras.MLP")
    assert selected(PLAN._replace(models=(RIDGE, net))).rounds[0].share_out == (
        "share_out(self.candidates, N_FOLDS, self.fits_per_task, self.fit, ['net'])"
    )
    assert "net" not in selected(PLAN._replace(models=(net,))).rounds[0].share_out
    assert selected(PLAN._replace(models=(RIDGE, GBM, net))).rounds[0].share_out.endswith(" self.fit, ['net', 'gbm'])")
    assert selected(PLAN._replace(models=(net, GBM, RIDGE))).rounds[0].share_out.endswith(" self.fit)")


def test_the_number_of_folds_may_be_known_to_the_run_alone() -> None:
    assert "len(split_folds(self.data.iloc[self.train_rows]))" in selected(VARIANTS["grouped"]).rounds[0].share_out
    by_parameter = PLAN._replace(folds=Folds("KFold", (("n_splits", K),), K))
    assert selected(by_parameter).rounds[0].share_out.startswith("share_out(self.candidates, parameters.k, ")


def test_models_with_machines_of_their_own_train_in_steps_of_their_own() -> None:
    flow = selected(PLAN._replace(models=(GBM._replace(resources=Resources(gpu=1)), RIDGE)))
    assert flow.rounds[0].follows == "self.fan_out_gbm, self.fan_out"
    assert flow.fit_template == "flow/steps/fit_groups.py.jinja"
    assert selected().rounds[0].follows == 'self.fit, foreach="tasks"'


def test_the_parameters_of_the_flow() -> None:
    assert selected().parameters == [
        "rows = Parameter('rows', default=300, help='Rows to mock')",
        "fits_per_task = Parameter('fits_per_task', default=0, help='Fits per task; 0: see `share_out`')",
    ]
    assert any('Parameter("data", default=DATA' in line for line in selected(VARIANTS["timed"]).parameters)
    assert "default=2" in selected(PLAN._replace(run=PLAN.run._replace(fits_per_task=2))).parameters[-1]


def test_figures_are_drawn_as_the_report_asks() -> None:
    assert list(selected().figures) == ["all-scores.png", "predicted-vs-true.png", "residuals.png", "importance.png"]
    assert selected().draws_predictions
    assert not selected(VARIANTS["multilabel"]).draws_predictions
    assert selected(VARIANTS["no figures"]).figures == {}


def test_scorers_are_a_function_where_names_do_not_say_it_all() -> None:
    assert selected().scorers is None
    own = selected(PLAN._replace(scores=("my.profit", "r2"))).scorers
    assert own is not None
    assert own.lines == ("return {'profit': profit, 'r2': 'r2'}",)
    positive = selected(classification()._replace(scores=("f1", "accuracy"))).scorers
    assert positive is not None
    assert positive.lines == ("return {'f1': with_positive('f1'), 'accuracy': 'accuracy'}",)


@pytest.mark.parametrize(
    ("workers", "threads", "expected"),
    [(3, 1, "'3'"), (None, 1, "str(os.cpu_count())"), (None, 2, "str(max((os.cpu_count() or 1) // 2, 1))")],
)
def test_tasks_share_the_cores(workers: int | None, threads: int, expected: str) -> None:
    plan = PLAN._replace(run=PLAN.run._replace(workers=workers, threads=threads))
    assert selected(plan).workers == expected


def test_the_final_model_loads_without_the_flow() -> None:
    net = GBM._replace(estimator="keras.MLP")
    assert selected().finals.on_all_rows == "train(*winner, self.data, self.iterations)"
    assert selected(PLAN._replace(models=(RIDGE,))).finals.on_all_rows == "train(*winner, self.data)"
    assert selected(PLAN._replace(models=(net,))).finals.on_all_rows.startswith("without_this_file(train(")


def test_a_race_has_rounds_that_lead_to_each_other() -> None:
    flow = selected(VARIANTS["race"])
    assert [(one.cut, one.follows, one.joined) for one in flow.rounds] == [
        ("", 'self.fit, foreach="tasks"', "cut"),
        ("cut", 'self.fit_2, foreach="tasks"', "cut_2"),
        ("cut_2", 'self.fit_3, foreach="tasks"', "rank"),
    ]
    assert [one.share_out for one in flow.rounds] == [
        f"share_out_round(self.racing, self.rounds[{i}], self.fits_per_task, self.{step})"
        for i, step in enumerate(("fit", "fit_2", "fit_3"))
    ]
    assert flow.rank_docstring.startswith("Rank the candidates that finished by")


def test_a_round_of_a_race_may_have_nothing_for_a_model() -> None:
    flow = selected(VARIANTS["race with machines"])
    assert [one.or_nothing for one in flow.rounds] == ["", " or [[]]"]
    assert flow.rounds[1].follows == "self.fan_out_2_gbm, self.fan_out_2"
