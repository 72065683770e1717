from plans import GBM, PLAN, RIDGE, VARIANTS

from mfc.emit.packages import dependencies
from mfc.emit.rounds import Round, n_folds, rounds
from mfc.emit.running import RunningView
from mfc.plan.plan import Plan


def rounds_of(plan: Plan) -> list[Round]:
    return rounds(plan, RunningView(plan, dependencies(plan)))


def test_without_a_race_there_is_one_round() -> None:
    [only] = rounds_of(PLAN)
    assert (only.suffix, only.follows, only.joined, only.cut) == ("", 'self.fit, foreach="tasks"', "rank", "")
    assert only.share_out.startswith("share_out(self.candidates, ")
    assert only.or_nothing == ""


def test_candidates_are_cut_between_the_rounds_of_a_race() -> None:
    first, second, third = rounds_of(VARIANTS["race"])
    assert [one.suffix for one in (first, second, third)] == ["", "_2", "_3"]
    assert [one.joined for one in (first, second, third)] == ["cut", "cut_2", "rank"]
    assert [one.cut for one in (first, second, third)] == ["", "cut", "cut_2"]
    assert second.cut_docstring.endswith("on the first fold.")
    assert third.cut_docstring.endswith("on the first 3 folds.")
    assert "self.rounds[2]" in third.share_out


def test_models_with_resources_have_steps_of_their_own_in_each_round() -> None:
    first, second = rounds_of(VARIANTS["race with machines"])
    assert first.follows.startswith("self.fan_out")
    assert second.follows.startswith("self.fan_out_2")
    assert second.or_nothing == " or [[]]"


def test_the_models_whose_fits_take_longest_come_first() -> None:
    net = RIDGE._replace(name="net", estimator="keras.MLP")
    [only] = rounds_of(PLAN._replace(models=(RIDGE, GBM, net)))
    assert only.share_out.endswith(f", ['net', '{GBM.name}'])")
    [in_order] = rounds_of(PLAN._replace(models=(net, GBM, RIDGE)))
    assert in_order.share_out.endswith(", self.fit)")


def test_the_number_of_folds() -> None:
    assert n_folds(PLAN) == "N_FOLDS"
    assert n_folds(PLAN._replace(folds=PLAN.folds._replace(n_splits=None))).startswith("len(split_folds(")
