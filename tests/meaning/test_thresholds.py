from checking import CLASSES, checked

from mfc.meaning.thresholds import threshold_of
from mfc.syntax.tree import Binding, ReportDeclaration


def written(threshold: str) -> tuple[str, str | None, int]:
    outline = checked(CLASSES, f"report {{ threshold = {threshold} }}").outline
    report = outline.one(ReportDeclaration)
    assert report
    [setting] = report.entries
    assert isinstance(setting, Binding)
    name, entry, given = threshold_of(setting.value, outline)
    return name, entry and entry.path, len(given)


def test_a_threshold_is_a_score_or_a_call() -> None:
    assert written("f1") == ("f1", None, 0)
    assert written("recall_at(precision = 90%)") == ("recall_at", "threshold.recall_at", 1)
    assert written("nonsense_at(1, 2)") == ("nonsense_at", None, 2)
    assert written("3") == ("", None, 0)
