from lsprotocol import types

from mfc.ide.completion.item import Completion, CompletionItem, ItemKind
from mfc.lsp import convert
from mfc.lsp.convert import Client
from mfc.lsp.positions import Positions
from mfc.source import Span

SNIPPET = CompletionItem("task", ItemKind.KEYWORD, insert='task ${1|one,two|} "${2:title}" {\n\t$3\n}', snippet=True)


def inserted(snippets: bool) -> tuple[types.InsertTextFormat | None, str]:
    client = Client("utf-16", {}, snippets)
    (item,) = convert.completion(Completion(Span(0, 0), (SNIPPET,)), Positions(""), client).items
    assert isinstance(item.text_edit, types.TextEdit)
    return item.insert_text_format, item.text_edit.new_text


def test_snippets_for_clients_that_fill_them_in() -> None:
    assert inserted(True) == (types.InsertTextFormat.Snippet, SNIPPET.insert)


def test_plain_text_for_others() -> None:
    assert inserted(False) == (types.InsertTextFormat.PlainText, 'task one "title" {\n  \n}')


def test_every_kind_has_an_icon() -> None:
    assert convert.KINDS.keys() == set(ItemKind)
