from parsing import parsed

from mfc.ide.place.nodes import children, trail, walk

TEXT = "let a = [1, 2 + 3]"


def test_children_are_in_the_order_of_the_text() -> None:
    (let,) = parsed(TEXT).declarations
    assert [type(node).__name__ for node in children(let)] == ["Identifier", "ListOf"]


def test_walk_meets_every_node() -> None:
    kinds = [type(node).__name__ for node in walk(parsed(TEXT))]
    assert kinds == ["Program", "LetDeclaration", "Identifier", "ListOf", "Constant", "Binary", "Constant", "Constant"]


def test_a_trail_leads_to_the_innermost_node() -> None:
    kinds = [type(node).__name__ for node in trail(parsed(TEXT), TEXT.index("3"))]
    assert kinds == ["Program", "LetDeclaration", "ListOf", "Binary", "Constant"]
    assert [type(node).__name__ for node in trail(parsed(TEXT), len(TEXT))] == ["Program", "LetDeclaration", "ListOf"]
