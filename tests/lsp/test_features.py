"""Every capability, from the process of its own, with an emoji before the column."""

import pytest
from editor import Editor
from lsprotocol import types
from pygls.exceptions import JsonRpcException

HEAD = "tournament Demo\ndata mock.regression\n"
BEFORE = 'model a: Ridge { solver = "😀", '


async def test_completion(editor: Editor) -> None:
    place = editor.open(f"{HEAD}{BEFORE}al| }}")
    found = await editor.client.text_document_completion_async(types.CompletionParams(editor.document(), place))
    assert isinstance(found, types.CompletionList)
    alpha = next(item for item in found.items if item.label == "alpha")
    assert isinstance(alpha.text_edit, types.TextEdit)
    assert editor.at(alpha.text_edit.range) == "al"


async def test_hover(editor: Editor) -> None:
    place = editor.open(f"{HEAD}{BEFORE}al|pha = 1 }}")
    found = await editor.client.text_document_hover_async(types.HoverParams(editor.document(), place))
    assert found is not None
    assert found.range is not None
    assert editor.at(found.range) == "alpha"
    assert isinstance(found.contents, types.MarkupContent)
    assert "Set here to `1`" in found.contents.value


async def test_signature_help(editor: Editor) -> None:
    place = editor.open(f"{HEAD}{BEFORE}alpha ~ loguniform(1, |) }}")
    found = await editor.client.text_document_signature_help_async(types.SignatureHelpParams(editor.document(), place))
    assert found is not None
    assert (found.signatures[0].label, found.active_parameter) == ("loguniform(low, high)", 1)


async def test_definition(editor: Editor) -> None:
    place = editor.open(f"{HEAD}let width = 3\n{BEFORE}max_iter = wid|th }}")
    found = await editor.client.text_document_definition_async(types.DefinitionParams(editor.document(), place))
    assert isinstance(found, list | tuple)
    (location,) = found
    assert isinstance(location, types.Location)
    assert (location.uri, location.range.start) == (editor.uri(), types.Position(2, 4))


async def test_references(editor: Editor) -> None:
    place = editor.open(f"{HEAD}let wi|dth = 3\n{BEFORE}max_iter = width }}")
    for declaration, lines in ((True, [2, 3]), (False, [3])):
        context = types.ReferenceContext(include_declaration=declaration)
        found = await editor.client.text_document_references_async(
            types.ReferenceParams(context, editor.document(), place)
        )
        assert found
        assert [one.range.start.line for one in found] == lines
        assert {editor.at(one.range) for one in found} == {"width"}


async def test_document_highlight(editor: Editor) -> None:
    place = editor.open(f"{HEAD}let width = 3\n{BEFORE}max_iter = wid|th }}")
    found = await editor.client.text_document_document_highlight_async(
        types.DocumentHighlightParams(editor.document(), place)
    )
    assert found
    assert [(editor.at(one.range), one.kind) for one in found] == [
        ("width", types.DocumentHighlightKind.Write),
        ("width", types.DocumentHighlightKind.Read),
    ]


async def test_rename(editor: Editor) -> None:
    place = editor.open(f"{HEAD}let width = 3\n{BEFORE}max_iter = wi|dth }}")
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
    with pytest.raises(JsonRpcException, match="`depth` is already in use"):
        await editor.client.text_document_rename_async(params)


async def test_document_symbols(editor: Editor) -> None:
    editor.open(f"{HEAD}{BEFORE}alpha = 1 }}")
    found = await editor.client.text_document_document_symbol_async(types.DocumentSymbolParams(editor.document()))
    assert found
    model = found[-1]
    assert isinstance(model, types.DocumentSymbol)
    assert model.children
    alpha = model.children[-1]
    assert (alpha.name, editor.at(alpha.selection_range)) == ("alpha", "alpha")


async def test_workspace_symbols(editor: Editor) -> None:
    editor.open(f"{HEAD}let width = 3")
    (editor.folder / "other.mf").write_text('tournament Other "😀" let width = 3\nlet Wide = 3')
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([]))
    found = await editor.client.workspace_symbol_async(types.WorkspaceSymbolParams("wid"))
    assert found
    ours = [one for one in found if one.location.uri.startswith(editor.folder.as_uri())]
    assert [(one.name, one.container_name) for one in ours] == [("width", "spec.mf"), ("Wide", "other.mf")]


async def test_folding(editor: Editor) -> None:
    editor.open("# 😀\nmodel a: Ridge {\n  alpha = 1\n}\n")
    found = await editor.client.text_document_folding_range_async(types.FoldingRangeParams(editor.document()))
    assert found
    assert [(one.start_line, one.end_line) for one in found] == [(1, 2)]


async def test_selection_ranges(editor: Editor) -> None:
    place = editor.open(f"{HEAD}{BEFORE}alpha = 1|0 }}")
    found = await editor.client.text_document_selection_range_async(
        types.SelectionRangeParams(editor.document(), [place])
    )
    assert found
    assert editor.at(found[0].range) == "10"
    assert found[0].parent is not None
    assert editor.at(found[0].parent.range) == "alpha = 10"


async def test_semantic_tokens(editor: Editor) -> None:
    editor.open(f"{BEFORE}alpha = 1 }}")
    found = await editor.client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(editor.document()))
    assert found is not None
    column, words = 0, []
    for number in range(0, len(found.data), 5):
        column += found.data[number + 1]
        place = types.Position(0, column), types.Position(0, column + found.data[number + 2])
        words.append(editor.at(types.Range(*place)))
    assert words == ["model", "a", "Ridge", "solver", "=", '"😀"', "alpha", "=", "1"]


async def test_document_links(editor: Editor) -> None:
    editor.open('include "😀.mf"')
    found = await editor.client.text_document_document_link_async(types.DocumentLinkParams(editor.document()))
    assert found
    assert (editor.at(found[0].range), found[0].target) == ("😀.mf", editor.uri("😀.mf"))


async def test_inlay_hints(editor: Editor) -> None:
    end = editor.open(f"{HEAD}{BEFORE}alpha in [1, 2], search grid| }}")
    whole = types.Range(types.Position(0, 0), types.Position(9, 0))
    found = await editor.client.text_document_inlay_hint_async(types.InlayHintParams(editor.document(), whole))
    assert found
    assert [(one.label, one.position) for one in found] == [("2 candidates · 10 fits", end)]


async def test_code_lens(editor: Editor) -> None:
    editor.open(f"let a = 1 # 😀\n{HEAD}{BEFORE}alpha in [1, 2] }}")
    found = await editor.client.text_document_code_lens_async(types.CodeLensParams(editor.document()))
    assert found
    commands = [one.command for one in found if one.command]
    assert [one.title for one in commands] == ["2 candidates · 10 fits", "compile", "run"]
    assert commands[-1].arguments == (editor.uri(),)
    assert editor.at(found[0].range) == "Demo"


async def test_code_actions(editor: Editor) -> None:
    place = editor.open(f"{HEAD}{BEFORE}al|hpa in [1, 2] }}")
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


async def test_only_the_kinds_of_actions_asked_for(editor: Editor) -> None:
    place = editor.open(f"{HEAD}model a: SVR {{ kern|al in [1, 2] }}")
    context = types.CodeActionContext(diagnostics=[], only=[types.CodeActionKind.Refactor])
    params = types.CodeActionParams(editor.document(), types.Range(place, place), context)
    found = await editor.client.text_document_code_action_async(params)
    assert found
    assert [one.title for one in found] == ["Scale the numeric columns"]


async def test_formatting(editor: Editor) -> None:
    editor.open('tournament Demo\n\nlet a = "😀"   # why\nlet   b = 2\n')
    options = types.FormattingOptions(tab_size=2, insert_spaces=True)
    found = await editor.client.text_document_formatting_async(
        types.DocumentFormattingParams(editor.document(), options)
    )
    assert found
    assert [one.new_text for one in found] == ['let a = "😀"  # why\nlet b = 2\n']
    assert found[0].range == types.Range(types.Position(2, 0), types.Position(4, 0))


async def test_range_formatting(editor: Editor) -> None:
    end = editor.open('let   a = "😀"\n\nrun {\nworkers = 2 # 😀|\n}\n')
    options = types.FormattingOptions(tab_size=2, insert_spaces=True)
    found = await editor.client.text_document_range_formatting_async(
        types.DocumentRangeFormattingParams(editor.document(), types.Range(end, end), options)
    )
    assert found
    assert [one.new_text for one in found] == ["  workers = 2  # 😀\n"]
