import asyncio
import time

from editor import Editor
from lsprotocol import types

GOOD = 'tournament Demo "😀"\ndata mock.regression\nmodel ridge: Ridge { alpha in [0.1, 1.0] }\n'
HEAD = "tournament Demo\ndata mock.regression\n"


async def test_findings_appear_and_clear(editor: Editor) -> None:
    editor.open(GOOD)
    assert await editor.found() == []
    editor.open(GOOD.replace('"😀"', '"😀" 3'))
    (found,) = await editor.found()
    assert (editor.at(found.range), found.code, found.severity) == ("3", "MF101", types.DiagnosticSeverity.Error)
    editor.open(GOOD)
    assert await editor.found() == []


async def test_findings_come_within_100_ms_of_the_last_of_many_keys(editor: Editor) -> None:
    editor.open(GOOD)
    await editor.found()
    for end in range(1, 21):
        editor.open(GOOD + "let width"[: end // 2])
        await asyncio.sleep(0.005)
    start = time.perf_counter()
    assert [one.code for one in await editor.found()] == ["MF101"]
    assert time.perf_counter() - start < 1  # many tests may run at once; by itself it is below 0.1


async def test_a_finding_leads_to_its_page_and_to_related_places(editor: Editor) -> None:
    editor.open(f'{HEAD}let a = "😀"\nlet a = 2\nmodel r: Ridge {{ alpha in [1, 2] }}')
    found = {one.code: one for one in await editor.found()}
    assert found["MF202"].code_description is not None
    assert found["MF202"].code_description.href.endswith("diagnostics/pages/MF202.md")
    assert found["MF202"].related_information is not None
    assert editor.at(found["MF202"].related_information[0].location.range) == "a"
    assert found["MF603"].tags == (types.DiagnosticTag.Unnecessary,)


async def test_closing_clears(editor: Editor) -> None:
    editor.open("nonsense")
    assert await editor.found()
    editor.close()
    assert await editor.found() == []


MAIN = 'tournament Demo\ndata mock.regression\ninclude "models.mf"\n'
MODELS = "let width = 3 # 😀\nmodel a: Ridge { alpha in [1, 2], max_iter = width }\n"


async def test_an_included_file_is_judged_by_who_includes_it(editor: Editor) -> None:
    editor.open(MODELS, "models.mf")
    assert "MF204" in {one.code for one in await editor.found("models.mf")}  # no tournament, by itself
    editor.open(MAIN)
    assert await editor.found("models.mf") == []
    editor.open(MODELS.replace("alpha", "alhpa"), "models.mf")
    assert [editor.at(one.range, "models.mf") for one in await editor.found("models.mf")] == ["alhpa"]


async def test_who_includes_an_edited_file_hears_of_it(editor: Editor) -> None:
    (editor.folder / "spec.mf").write_text(MAIN + "seed width\n")
    editor.open(MODELS, "models.mf")
    assert await editor.found("models.mf") == []
    editor.open(MODELS.replace("let width", "let depth"), "models.mf")
    assert {one.code for one in await editor.found()} == {"MF201"}


async def test_definition_and_rename_reach_into_other_files(editor: Editor) -> None:
    (editor.folder / "models.mf").write_bytes(MODELS.replace("\n", "\r\n").encode())
    place = editor.open(f"{MAIN}seed wid|th")
    found = await editor.client.text_document_definition_async(types.DefinitionParams(editor.document(), place))
    assert isinstance(found, list | tuple)
    assert [one.uri for one in found if isinstance(one, types.Location)] == [editor.uri("models.mf")]
    params = types.RenameParams(editor.document(), place, "depth")
    edit = await editor.client.text_document_rename_async(params)
    assert edit is not None
    assert edit.changes is not None
    starts = {uri: [one.range.start for one in changes] for uri, changes in edit.changes.items()}
    assert starts == {
        editor.uri(): [types.Position(3, 5)],
        editor.uri("models.mf"): [types.Position(0, 4), types.Position(1, 45)],
    }


async def test_a_text_that_was_never_saved(editor: Editor) -> None:
    uri = "untitled:Untitled-1"
    item = types.TextDocumentItem(uri, "mfc", 1, "tournament Demo\nlet width = 3")
    editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    while uri not in editor.client.diagnostics:
        await editor.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    place = types.TextDocumentIdentifier(uri), types.Position(1, 5)
    edit = await editor.client.text_document_rename_async(types.RenameParams(*place, "depth"))
    assert edit is not None
    assert edit.changes is not None
    assert list(edit.changes) == [uri]


async def test_the_settings_of_a_project_hold(editor: Editor) -> None:
    editor.open(GOOD + "let a = 1\n")
    assert [one.code for one in await editor.found()] == ["MF603"]
    (editor.folder / "pyproject.toml").write_text('[tool.mfc]\nignore = ["MF603"]\n')
    editor.before = dict(editor.client.diagnostics)
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([]))
    assert await editor.found() == []


async def test_a_warning_that_is_silenced_goes_away(editor: Editor) -> None:
    place = editor.open(GOOD + "let a| = 1\n")
    context = types.CodeActionContext(diagnostics=[])
    params = types.CodeActionParams(editor.document(), types.Range(place, place), context)
    found = await editor.client.text_document_code_action_async(params)
    assert found
    assert [one.title for one in found] == ["Silence MF603 on this line"]
    assert await editor.found()
    editor.open(GOOD + "let a = 1  # mfc: ignore[MF603]\n")
    assert await editor.found() == []
