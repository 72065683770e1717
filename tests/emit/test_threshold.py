from plans import PLAN

from mfc.emit.threshold import threshold_call
from mfc.plan.threshold import Threshold


def call(threshold: Threshold | None) -> str:
    return threshold_call(PLAN._replace(report=PLAN.report._replace(threshold=threshold)))


def test_the_call_has_the_words_of_the_specification() -> None:
    assert call(Threshold("f1")) == "pick_threshold(self, 'f1')"
    assert call(Threshold("recall", (("precision", 0.9),))) == "pick_threshold(self, 'recall', precision=0.9)"


def test_there_need_not_be_one() -> None:
    assert call(None) == ""
