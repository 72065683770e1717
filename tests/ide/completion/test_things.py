import pytest
from cases import Case, cases
from offers import expect_items, place

from mfc.ide.completion.things import USUAL_SCORES, objects, scorers, things
from mfc.ide.document import Document
from mfc.ide.place.cursor import cursor
from mfc.source import Source


@pytest.mark.parametrize("case", cases("completion/things"))
def test_things(case: Case) -> None:
    found = things(case.document, place(case))
    assert found is not None
    expect_items(case, found, place(case).word)


@pytest.mark.parametrize("text", ["seed ", "let a = ", "run { workers = ", "test last("])
def test_where_a_value_may_stand_nothing_is_named(text: str) -> None:
    found = cursor(Document(Source("spec.mf", text)), len(text))
    assert found
    assert things(Document(Source("spec.mf", text)), found) is None


@pytest.mark.parametrize(
    ("task", "usual"), [("regression", "r2"), ("classification", "accuracy"), ("multilabel", "f1_samples")]
)
def test_what_is_offered_can_play_the_task(task: str, usual: str) -> None:
    text = f"task {task}\nscore "
    document = Document(Source("spec.mf", text))
    found = cursor(document, len(text))
    assert found
    catalog = document.outline.catalog
    for item in objects(document, found, "estimator"):
        entry = catalog.entry("estimator", f"{item.detail}.{item.label}")
        assert entry
        assert task in entry.tasks
    first = {item.label for item in scorers(document, found) if item.rank == 3}
    assert {usual} <= first < USUAL_SCORES
