"""What holds of every tree, of good specifications and of broken ones."""

from pathlib import Path
from typing import Any

import pytest

from mfc.ide.place.nodes import children, walk
from mfc.pages import FOLDER
from mfc.source import Source
from mfc.syntax import tree
from mfc.syntax.parse import parse

EXAMPLES = Path(__file__).parents[2] / "examples"
GOOD = {path.stem: path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.mf"))}
BROKEN = {
    path.stem: path.read_text(encoding="utf-8").partition("```mf\n")[2].partition("\n```")[0]
    for path in sorted(FOLDER.glob("MF1*.md"))
}
TEXTS = GOOD | BROKEN
EVERY_TEXT = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)


def nodes(text: str) -> list[Any]:
    return [*walk(parse(Source("spec.mf", text)).program)]


@EVERY_TEXT
def test_spans_nest_and_follow_each_other(text: str) -> None:
    for node in nodes(text):
        end = node.span.start
        for child in children(node):
            assert end <= child.span.start <= child.span.end <= node.span.end, (node, child)
            end = child.span.end


@EVERY_TEXT
def test_a_node_that_is_not_bad_begins_and_ends_with_text(text: str) -> None:
    for node in nodes(text)[1:]:
        if not isinstance(node, tree.Bad):
            written = text[node.span.start : node.span.end]
            assert written
            assert written == written.strip()


@EVERY_TEXT
def test_nodes_cannot_be_changed(text: str) -> None:
    for node in nodes(text):
        hash(node)
        for field in node._fields:
            with pytest.raises(AttributeError):
                setattr(node, field, None)


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD)
def test_words_are_as_written(text: str) -> None:
    found = nodes(text)
    paths = [node for node in found if isinstance(node, tree.Path)]
    words = [node for node in found if isinstance(node, tree.Identifier)]
    assert [node.text for node in paths] == [text[node.span.start : node.span.end] for node in paths]
    assert [node.text for node in words] == [text[node.span.start : node.span.end] for node in words]
    assert paths
    assert words


def test_whatever_can_be_declared_is_in_the_examples_or_a_mistake() -> None:
    declared = {type(one) for text in GOOD.values() for one in parse(Source("spec.mf", text)).program.declarations}
    assert declared < set(tree.Declaration.__args__)
    assert len(declared) > 8
