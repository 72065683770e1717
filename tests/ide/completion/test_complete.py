import pytest
from cases import Case, cases

from mfc.ide.completion.complete import complete

SHOWN = 6


@pytest.mark.parametrize("case", cases("completion/complete"))
def test_completion(case: Case) -> None:
    offers = complete(case.document, case.offset)
    if offers is None:
        case.expect("nothing")
        return
    ordered = sorted(offers.items, key=lambda item: item.rank)
    word = case.document.text[offers.span.start : case.offset]
    fitting = [item for item in ordered if (item.match or item.label).lower().startswith(word.lower())]
    lines = [f"{word!r}: {len(fitting)} of {len(ordered)}"]
    for item in fitting[:SHOWN]:
        insert = f" ⇒ {item.insert!r}" if item.insert not in {None, item.label} else ""
        lines.append(f"{item.kind.value} {item.label}{insert}  {item.detail}".rstrip())
    case.expect("\n".join(lines))
