import re

from mfc.syntax import tree
from mfc.syntax.keywords import DECLARATIONS, ENTRIES, KEYWORDS, WORDS, keyword_of
from mfc.syntax.language import load
from mfc.syntax.stack import Stack

ALL = (*DECLARATIONS.items(), *ENTRIES.items())


def test_they_are_those_of_the_grammar() -> None:
    assert load().keywords.keys() == KEYWORDS
    takes = Stack(load().parser).takes
    assert DECLARATIONS.keys() == {word for word, kind in load().keywords.items() if kind in takes}


def test_nodes_are_called_by_their_keywords() -> None:
    in_words = [re.sub(r"(?<!^)(?=[A-Z])", "_", keyword.node.__name__).lower() for _, keyword in ALL]
    assert in_words == [f"{word}_declaration" for word, _ in ALL]


def test_every_declaration_has_a_keyword() -> None:
    nodes = {kind for kind in tree.Declaration.__args__ if kind is not tree.Bad}
    assert {keyword.node for keyword in DECLARATIONS.values()} == nodes
    entries = {kind for kind in tree.ModelEntry.__args__ if kind not in (tree.Bad, tree.Binding)}
    assert {keyword.node for keyword in ENTRIES.values()} == entries
    assert WORDS.keys() == nodes | entries


def test_the_keyword_of_a_node() -> None:
    assert keyword_of(tree.EarlyStoppingDeclaration) == "early_stopping"
    assert keyword_of(tree.PreprocessDeclaration) == "preprocess"


def test_snippets_begin_with_their_keyword() -> None:
    assert all(keyword.snippet.startswith(f"{word} ") for word, keyword in ALL)


def test_what_is_required_and_what_has_a_name() -> None:
    assert {word for word, keyword in ALL if keyword.required} == {"tournament", "data", "model"}
    assert {word for word, keyword in ALL if keyword.head} == {
        "tournament",
        "let",
        "param",
        "model",
        "ensemble",
        "step",
    }
