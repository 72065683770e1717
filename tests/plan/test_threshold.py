from checking import CLASSES, plan

from mfc.plan.threshold import Threshold


def test_a_threshold_is_picked_by_a_score() -> None:
    assert plan(CLASSES).report.threshold is None
    assert plan(CLASSES, "report { threshold = f1, top = 3 }").report.threshold == Threshold("f1")


def test_another_score_may_have_to_be_reached() -> None:
    found = plan(CLASSES, "report { threshold = recall_at(precision = 90%) }").report.threshold
    assert found == Threshold("recall", (("precision", 0.9),))
    found = plan(CLASSES, "let share = 0.4", "report { threshold = precision_at(2 * share) }").report.threshold
    assert found == Threshold("precision", (("recall", 0.8),))
