"""What is offered in a case: changes of the text, and what completion offers, as snapshots show them."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from cases import Case

from mfc.ide.actions.here import Action, Here, here_at
from mfc.ide.completion.item import CompletionItem
from mfc.ide.document import Document
from mfc.ide.place.cursor import Cursor, cursor
from mfc.source import Source, Span

SHOWN = 6
MANY = 20


def here(case: Case) -> Here:
    """Return the place of a case, with what is wrong there."""
    return here_at(case.document, Span(case.places[0], case.places[-1]), case.document.diagnostics)


def expect_actions(case: Case, offer: Callable[[Here], Iterable[Action]]) -> None:
    """Compare the changes that are offered with the snapshot; one that mends nothing causes no error."""
    found = [*offer(here(case))]
    case.expect("\n\n".join(_shown(action, case.document.text) for action in found) or "nothing")
    for action in found:
        assert action.kind == "quickfix" or errors(applied(action, case.document.text)) <= errors(case.document.text)


def applied(action: Action, text: str) -> str:
    """Return a text as an action changes it."""
    for (start, end), new in sorted(action.edits, reverse=True):
        text = f"{text[:start]}{new}{text[end:]}"
    return text


def errors(text: str) -> set[tuple[str, str]]:
    """Return what is wrong with a text, wherever it is."""
    return {(one.code.id, one.message) for one in Document(Source("spec.mf", text)).diagnostics}


def _shown(action: Action, text: str) -> str:
    """Return what an action is called and the lines it changes."""
    before, after = text.split("\n"), applied(action, text).split("\n")
    lines = [f"+ {line}".rstrip() for line in after if line not in before]
    mends = f" ({action.diagnostic.code.id}{', preferred' * action.preferred})" if action.diagnostic else ""
    return "\n".join([f"{action.title}{mends}", *lines])


def place(case: Case) -> Cursor:
    """Return where the cursor of a case stands."""
    found = cursor(case.document, case.offset)
    assert found
    return found


def expect_items(case: Case, items: Iterable[CompletionItem], word: Span) -> None:
    """Compare the first of some items with the snapshot, those that an editor shows for the word so far."""
    ordered = sorted(items, key=lambda item: item.rank)
    begun = case.document.text[word.start : case.offset]
    fitting = [item for item in ordered if (item.match or item.label).lower().startswith(begun.lower())]
    case.expect("\n".join([f"{begun!r}: {_counted(fitting)} of {_counted(ordered)}", *_lines(fitting[:SHOWN])]))


def _counted(items: Sequence[CompletionItem]) -> str:
    """Return how many items there are, unless there are so many that a new release of a library adds some."""
    return str(len(items)) if len(items) < MANY else "many"


def _lines(items: Iterable[CompletionItem]) -> Iterator[str]:
    for item in items:
        insert = f" ⇒ {item.insert!r}" if item.insert not in {None, item.label} else ""
        yield f"{item.kind.value} {item.label}{insert}  {item.detail}".rstrip()
