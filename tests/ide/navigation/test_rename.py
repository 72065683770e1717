import pytest
from cases import Case, cases, marked

from mfc.ide.navigation.rename import RenameError, prepare, rename


@pytest.mark.parametrize("case", cases("rename"))
def test_rename(case: Case) -> None:
    views = case.workspace.views("spec.mf")
    try:
        changes = rename(views, case.offset, "fresh")
    except RenameError as error:
        case.expect(str(error))
        return
    assert prepare(views[0], case.offset)
    assert {edit.text for edits in changes.values() for edit in edits} == {"fresh"}
    case.expect(
        "\n".join(f"{name}\n{marked(case.texts[name], *(e.span for e in edits))}" for name, edits in changes.items())
    )


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ("3d", "cannot be a name"),
        ("", "cannot be a name"),
        ("a b", "cannot be a name"),
        ("größe", "cannot be a name"),
        ("true", "a keyword of the language"),
        ("class", "a keyword of the language or of Python"),
        ("tags", "is reserved by the flow"),
        ("_rows", "is reserved by the flow"),
    ],
)
def test_names_that_cannot_be(new: str, why: str) -> None:
    (case,) = (one.values[0] for one in cases("rename") if one.id == "a parameter")
    with pytest.raises(RenameError, match=why):
        rename(case.workspace.views("spec.mf"), case.offset, new)


def test_what_has_no_name_cannot_be_renamed() -> None:
    (case,) = (one.values[0] for one in cases("rename") if one.id == "not a name")
    assert prepare(case.workspace.views("spec.mf")[0], case.offset) is None
