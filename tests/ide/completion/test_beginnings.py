import pytest
from cases import Case, cases
from offers import expect_items, place

from mfc.catalog.entry import Argument, Entry, Kind, Number
from mfc.ide.completion.beginnings import argument_item, beginnings


@pytest.mark.parametrize("case", cases("completion/beginnings"))
def test_beginnings(case: Case) -> None:
    expect_items(case, beginnings(case.document, place(case)), place(case).word)


def test_arguments_come_by_how_much_they_are_needed() -> None:
    plain = Argument("alpha", (Number("real"),), False, "1.0", "How strong the penalty is")
    needed, old = plain._replace(required=True), plain._replace(deprecated=True)
    alias = plain._replace(description="Alias of beta")
    owner = Entry("sklearn.linear_model.Ridge", "estimator", (), "", {})
    ranks = [argument_item(argument, owner).rank for argument in (needed, plain, old, alias)]
    assert ranks == sorted(ranks)
    assert ranks[2] == ranks[3] > ranks[1] > ranks[0]


@pytest.mark.parametrize(("kind", "insert"), [("estimator", None), ("transformer", None), ("block", "alpha = $1")])
def test_the_sign_is_written_where_there_is_one_alone(kind: Kind, insert: str | None) -> None:
    argument = Argument("alpha", (Number("real"),), False, "1.0", "")
    item = argument_item(argument, Entry("run", kind, (), "", {}))
    assert (item.insert, item.snippet) == (insert, insert is not None)
