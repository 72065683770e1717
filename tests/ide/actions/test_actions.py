import pytest
from cases import Case, cases

from mfc.ide.actions.action import Action
from mfc.ide.actions.actions import actions
from mfc.ide.document import Document
from mfc.source import Source, Span


@pytest.mark.parametrize("case", cases("actions/actions"))
def test_actions(case: Case) -> None:
    place = Span(case.places[0], case.places[-1])
    found = actions(case.document, place, case.document.diagnostics)
    case.expect("\n\n".join(_shown(action, case.document.text) for action in found) or "nothing")
    for action in found:
        assert action.kind == "quickfix" or _errors(_applied(action, case.document.text)) <= _errors(case.document.text)


def _applied(action: Action, text: str) -> str:
    for (start, end), new in sorted(action.edits, reverse=True):
        text = f"{text[:start]}{new}{text[end:]}"
    return text


def _errors(text: str) -> set[tuple[str, str]]:
    return {(one.code.id, one.message) for one in Document(Source("spec.mf", text)).diagnostics}


def _shown(action: Action, text: str) -> str:
    """Return what an action is called and the lines it changes."""
    before, after = text.split("\n"), _applied(action, text).split("\n")
    lines = [f"+ {line}".rstrip() for line in after if line not in before]
    mends = f" ({action.diagnostic.code.id}{', preferred' * action.preferred})" if action.diagnostic else ""
    return "\n".join([f"{action.title}{mends}", *lines])
