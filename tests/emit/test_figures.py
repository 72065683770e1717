from plans import PLAN, VARIANTS

from mfc.emit.figures import figure_calls


def test_each_figure_is_a_file_drawn_by_a_call() -> None:
    plan = PLAN._replace(report=PLAN.report._replace(figures=("residuals", "all_scores")))
    assert figure_calls(plan) == {
        "all-scores.png": "scores_figure(self.leaderboard, self.fits)",
        "residuals.png": "residuals_figure(truth, predicted, title)",
    }


def test_no_figures() -> None:
    assert figure_calls(VARIANTS["no figures"]) == {}


def test_a_positive_class_is_the_one_that_is_drawn() -> None:
    plan = VARIANTS["classification"]
    plan = plan._replace(report=plan.report._replace(figures=("roc_curve",)))
    assert figure_calls(plan) == {"roc-curve.png": "roc_figure(truth, predicted, title)"}
    plan = plan._replace(data=plan.data._replace(positive="1"))
    assert figure_calls(plan) == {"roc-curve.png": "roc_figure(truth, predicted, title, POSITIVE)"}
