import pytest
from cases import Case, cases, marked

from mfc.ide.navigation.references import definition, highlights, references
from mfc.source import Place, Span


@pytest.mark.parametrize("case", cases("references"))
def test_references(case: Case) -> None:
    views = case.workspace.views("spec.mf")
    defined, used = definition(views, case.offset), references(views, case.offset)
    case.expect("\n".join([*map(_shown, defined), "", *map(_shown, used)]) if defined else "nothing")
    ours = [place.span for place in used if place.source.name == "spec.mf"]
    assert [name.span for name in highlights(views[0], case.offset)] == ours
    declared = {place.span for place in used} - {
        place.span for place in references(views, case.offset, with_declaration=False)
    }
    assert {place.span for place in defined} <= declared or not used


def _shown(place: Place) -> str:
    line = place.source.position(place.span.start)
    return f"{place.source.name}:{line.line} {marked(place.source.text, place.span)}"


def test_a_name_ends_where_the_cursor_may_stand() -> None:
    (case,) = (one.values[0] for one in cases("references") if one.id == "a constant from where it is used")
    views = case.workspace.views("spec.mf")
    end = len(case.document.text) - 2
    assert definition(views, end) == [Place(views[0].document.source, Span(60, 65))]
