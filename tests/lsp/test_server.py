import asyncio
import time

import pytest
from editor import Editor
from lsprotocol import types
from pygls.exceptions import JsonRpcException

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
    editor.client.text_document_did_close(types.DidCloseTextDocumentParams(editor.document()))
    assert await editor.found() == []


async def test_completion(editor: Editor) -> None:
    place = editor.open(f'{HEAD}model a: Ridge {{ solver = "😀", al| }}')
    found = await editor.client.text_document_completion_async(types.CompletionParams(editor.document(), place))
    assert isinstance(found, types.CompletionList)
    alpha = next(item for item in found.items if item.label == "alpha")
    assert isinstance(alpha.text_edit, types.TextEdit)
    assert editor.at(alpha.text_edit.range) == "al"


async def test_hover(editor: Editor) -> None:
    place = editor.open(f'{HEAD}model a: Ridge {{ solver = "😀", al|pha = 1 }}')
    found = await editor.client.text_document_hover_async(types.HoverParams(editor.document(), place))
    assert found is not None
    assert found.range is not None
    assert editor.at(found.range) == "alpha"
    assert isinstance(found.contents, types.MarkupContent)
    assert "Set here to `1`" in found.contents.value


async def test_rename(editor: Editor) -> None:
    place = editor.open(f'{HEAD}let width = 3\nmodel a: Ridge {{ solver = "😀", max_iter = wi|dth }}')
    range_ = await editor.client.text_document_prepare_rename_async(types.PrepareRenameParams(editor.document(), place))
    assert isinstance(range_, types.PrepareRenamePlaceholder)
    assert (editor.at(range_.range), range_.placeholder) == ("width", "width")
    params = types.RenameParams(editor.document(), place, "depth")
    edit = await editor.client.text_document_rename_async(params)
    assert edit is not None
    assert edit.changes is not None
    assert [editor.at(change.range) for change in edit.changes[editor.uri()]] == ["width", "width"]


async def test_a_rename_that_cannot_be_says_why(editor: Editor) -> None:
    place = editor.open(f"{HEAD}let wi|dth = 3\nlet depth = width")
    params = types.RenameParams(editor.document(), place, "depth")
    with pytest.raises(JsonRpcException, match="`depth` means something else already"):
        await editor.client.text_document_rename_async(params)


async def test_code_actions(editor: Editor) -> None:
    place = editor.open(f'{HEAD}model a: Ridge {{ solver = "😀", al|hpa in [1, 2] }}')
    context = types.CodeActionContext(diagnostics=[], only=[types.CodeActionKind.QuickFix])
    params = types.CodeActionParams(editor.document(), types.Range(place, place), context)
    found = await editor.client.text_document_code_action_async(params)
    assert found
    first = found[0]
    assert isinstance(first, types.CodeAction)
    assert (first.title, first.is_preferred) == ("Write `alpha`", True)
    assert first.edit is not None
    assert first.edit.changes is not None
    (change,) = first.edit.changes[editor.uri()]
    assert (editor.at(change.range), change.new_text) == ("alhpa", "alpha")
