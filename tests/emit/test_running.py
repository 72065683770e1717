from plans import GBM, PLAN, RIDGE

from mfc.emit.running import Group, RunningView
from mfc.plan.plan import Plan, Resources, Run

BIG = Resources(cpu=4, gpu=1)
LARGE = Resources(memory=16384)


def view(plan: Plan = PLAN, **settings: object) -> RunningView:
    return RunningView(plan._replace(run=Run(None, None, 1, "skip")._replace(**settings)), ["metaflow>=2.19"])


def test_models_that_ask_for_the_same_share_a_step() -> None:
    assert view().groups == [Group(("gbm", "ridge"), Resources(), "")]
    both = PLAN._replace(models=(GBM._replace(resources=BIG), RIDGE._replace(resources=BIG)))
    assert view(both).groups == [Group(("gbm", "ridge"), BIG, "")]


def test_models_that_ask_for_more_have_a_step_of_their_own() -> None:
    plan = PLAN._replace(models=(GBM._replace(resources=BIG), RIDGE, RIDGE._replace(name="other", resources=BIG)))
    assert view(plan).groups == [Group(("gbm", "other"), BIG, "_gbm"), Group(("ridge",), Resources(), "")]
    assert view(plan).groups[0].names == "`gbm` and `other`"


def test_a_plain_flow_has_few_decorators() -> None:
    plain = view()
    assert (plain.of_flow, plain.of_data) == ([], [])
    assert plain.of_training(Resources()) == [
        "@environment(vars=ENVIRONMENT)",
        "@retry(times=1, minutes_between_retries=0)",
    ]


def test_a_task_that_dies_costs_its_own_fits_alone() -> None:
    [group] = view().groups
    assert view().of_fits(group)[-1] == '@catch(var="lost", print_exception=False)'
    assert not any("catch" in line for line in view(on_error="stop").of_fits(group))


def test_everything_at_once() -> None:
    run = view(
        retries=0,
        timeout=60,
        resources=LARGE,
        packages=("metaflow==2.19.1",),
        schedule="0 6 * * 1",
        project="houses",
    )
    assert run.of_flow == [
        "@project(name='houses')",
        "@schedule(cron='0 6 * * 1')",
        "@pypi_base(packages={'metaflow': '2.19.1'})",
    ]
    assert run.of_data == ["@resources(memory=16_384)"]
    assert run.of_training(BIG) == [
        "@resources(cpu=4, gpu=1)",
        "@environment(vars=ENVIRONMENT)",
        "@timeout(seconds=TIMEOUT)",
    ]


def test_the_final_models_get_the_most_that_any_may_need() -> None:
    plan = PLAN._replace(models=(GBM._replace(resources=BIG), RIDGE._replace(resources=LARGE)))
    assert view(plan).of_finals[0] == "@resources(cpu=4, memory=16_384, gpu=1)"


def test_a_schedule_may_be_a_word() -> None:
    assert view(schedule="weekly").of_flow == ["@schedule(weekly=True)"]
