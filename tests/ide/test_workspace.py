import pytest
from cases import NoDisk

from mfc.ide.completion.complete import complete
from mfc.ide.reading.hints import hints
from mfc.ide.reading.hover import hover
from mfc.ide.workspace import Workspace
from mfc.source import Source, Span

MAIN = 'tournament Demo\ndata mock.regression\ninclude "models.mf"\n'
MODELS = "let width = 3\nmodel a: Ridge { max_iter = width, alpha in [1, 2] }\n"


class Disk(NoDisk):
    """A disk with some files."""

    def __init__(self, **texts: str) -> None:
        self.texts = {f"{name}.mf": text for name, text in texts.items()}

    def read(self, name: str) -> Source:
        return Source(name, self.texts[name]) if name in self.texts else super().read(name)

    def specs(self) -> list[str]:
        return [*self.texts]


def codes(workspace: Workspace) -> dict[str, set[str]]:
    return {name: {one.code.id for one in text.diagnostics} for name, text in workspace.findings().items()}


def test_a_text_by_itself() -> None:
    workspace = Workspace(Disk())
    workspace.put("models.mf", MODELS)
    assert codes(workspace) == {"models.mf": {"MF204"}}


def test_a_text_that_another_includes_is_judged_with_that() -> None:
    workspace = Workspace(Disk(main=MAIN))
    workspace.put("models.mf", MODELS)
    assert codes(workspace) == {"main.mf": set(), "models.mf": set()}
    (view,) = workspace.views("models.mf")
    assert (view.document.source.name, view.start) == ("main.mf", len(MAIN) + 1)


def test_the_editor_goes_before_the_disk() -> None:
    workspace = Workspace(Disk(main=MAIN, models=MODELS))
    workspace.put("main.mf", MAIN)
    assert codes(workspace)["models.mf"] == set()
    workspace.put("models.mf", MODELS.replace("alpha", "alhpa"))
    assert codes(workspace)["models.mf"] == {"MF203"}
    workspace.close("models.mf")
    assert codes(workspace)["models.mf"] == set()


def test_a_file_that_appears_is_found() -> None:
    disk = Disk(main=MAIN)
    workspace = Workspace(disk)
    workspace.put("main.mf", MAIN)
    assert "MF220" in codes(workspace)["main.mf"]
    disk.texts["models.mf"] = MODELS
    workspace.refresh()
    assert codes(workspace) == {"main.mf": set(), "models.mf": set()}


def test_a_text_that_was_missing_is_opened() -> None:
    workspace = Workspace(Disk())
    workspace.put("main.mf", MAIN)
    assert "MF220" in codes(workspace)["main.mf"]
    workspace.put("models.mf", MODELS)
    assert codes(workspace) == {"main.mf": set(), "models.mf": set()}


def test_only_whole_specifications_are_judged() -> None:
    between = 'include "models.mf"\n'
    workspace = Workspace(Disk(main=MAIN.replace("models", "between"), between=between))
    workspace.put("models.mf", MODELS)
    assert codes(workspace) == {"main.mf": set(), "between.mf": set(), "models.mf": set()}


def test_files_that_include_each_other_are_judged_by_themselves() -> None:
    workspace = Workspace(Disk(one='include "two.mf"\n', two='include "one.mf"\n'))
    workspace.put("one.mf", 'include "two.mf"\n')
    assert "MF221" in codes(workspace)["two.mf"] | codes(workspace)["one.mf"]


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(FileNotFoundError):
        Workspace(Disk()).views("spec.mf")


def test_documents_are_kept_until_something_they_are_made_of_changes() -> None:
    workspace = Workspace(Disk(main=MAIN, models=MODELS, other="seed 1"))
    main, other = workspace.document("main.mf"), workspace.document("other.mf")
    workspace.put("models.mf", MODELS)
    assert workspace.document("other.mf") is other
    assert workspace.document("main.mf") is not main


def test_names_of_who_includes_a_text_are_known_in_it() -> None:
    workspace = Workspace(Disk(main=MAIN + "let depth = 7\n"))
    workspace.put("models.mf", "model a: Ridge { max_iter = depth }")
    document = workspace.document("models.mf")
    document.part_of(workspace.views("models.mf")[0].document)
    offers = complete(document, document.text.index("depth"))
    assert offers
    assert "depth" in {item.label for item in offers.items}
    found = hover(document, document.text.index("depth"))
    assert found
    assert "let depth = 7" in found.text


def test_values_of_who_includes_a_text_are_known_in_it() -> None:
    main = MAIN + "folds kfold(3)\nlet few = 4\n"
    workspace = Workspace(Disk(main=main))
    workspace.put("models.mf", "model a: Ridge { alpha ~ uniform(0, few), search random(few * 2) }")
    document = workspace.document("models.mf")
    for number, candidates in ((4, 8), (5, 10)):
        workspace.put("main.mf", main.replace("few = 4", f"few = {number}"))
        document = workspace.document("models.mf")
        document.part_of(workspace.views("models.mf")[0].document)
        texts = [hint.text for hint in hints(document, Span(0, len(document.text)))]
        assert texts == [f"= {candidates}", f"{candidates} candidates · {candidates * 3} fits"]
        found = hover(document, document.text.index("search"))
        assert found
        assert f"{candidates} candidates, {candidates * 3} fits over 3 folds" in found.text


def test_what_a_project_does_not_want_is_left_out() -> None:
    disk = Disk()
    disk.gives = lambda name, code: code != "MF603"
    workspace = Workspace(disk)
    workspace.put("main.mf", "let a = 1")
    assert codes(workspace) == {"main.mf": {"MF204"}}
