import pytest
from cases import Case, cases

from mfc.ide.completion.complete import complete
from mfc.ide.completion.item import Item

SHOWN = 6
MANY = 20


def _counted(items: list[Item]) -> str:
    """Return how many items there are, unless there are so many that a new release of a library adds some."""
    return str(len(items)) if len(items) < MANY else "many"


@pytest.mark.parametrize("case", cases("completion/complete"))
def test_completion(case: Case) -> None:
    offers = complete(case.document, case.offset)
    if offers is None:
        case.expect("nothing")
        return
    ordered = sorted(offers.items, key=lambda item: item.rank)
    word = case.document.text[offers.span.start : case.offset]
    fitting = [item for item in ordered if (item.match or item.label).lower().startswith(word.lower())]
    lines = [f"{word!r}: {_counted(fitting)} of {_counted(ordered)}"]
    for item in fitting[:SHOWN]:
        insert = f" ⇒ {item.insert!r}" if item.insert not in {None, item.label} else ""
        lines.append(f"{item.kind.value} {item.label}{insert}  {item.detail}".rstrip())
    case.expect("\n".join(lines))
