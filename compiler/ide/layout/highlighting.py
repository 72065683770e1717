"""The meaning of each word, for editors that colour by meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from ...syntax import tree
from ...syntax.keywords import WORDS
from ...syntax.literals import KINDS
from ..navigation.names import names
from ..place.nodes import children, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...source import Span
    from ..document import Document

Kind: TypeAlias = Literal[
    "keyword", "operator", "number", "string", "comment", "class", "function", "property", "variable", "parameter",
    "type", "enumMember",
]  # fmt: skip
SIGNS = frozenset({"IN", "TILDE", "EQUAL", "ARROW", "RANGE", "PLUS", "MINUS", "STAR", "SLASH", "FLOOR", "POWER"})
CONSTANTS = frozenset({"BOOLEAN", "NONE"})


class Coloured(NamedTuple):
    """A word and its meaning."""

    span: Span
    kind: Kind
    declares: bool = False


def highlighting(document: Document) -> list[Coloured]:
    """Return the words of a text with their meanings, in its order, no two of which overlap."""
    found = {one.span: one for one in _tokens(document)}
    whole = document.compilation.parsed.program
    for one in (*_mistaken(document), *_meanings(whole, [whole]), *_declared(document)):
        found[one.span] = one
    return sorted(found.values())


def _tokens(document: Document) -> Iterator[Coloured]:
    for token in document.tokens:
        if token.kind == "STRING":
            yield Coloured(token.span, "string")
        elif token.kind in CONSTANTS:
            yield Coloured(token.span, "keyword")
        elif token.kind in KINDS:
            yield Coloured(token.span, "number")
        elif token.kind in SIGNS:
            yield Coloured(token.span, "operator")
    for comment in document.scanned.comments:
        yield Coloured(comment.span, "comment")


def _mistaken(document: Document) -> Iterator[Coloured]:
    """Yield the keywords of what could not be parsed, where they are written right."""
    for node in walk(document.compilation.parsed.program):
        if isinstance(node, tree.Bad) and node.keyword and document.text.startswith(node.keyword, node.span.start):
            yield Coloured(node.span._replace(end=node.span.start + len(node.keyword)), "keyword")


def _declared(document: Document) -> Iterator[Coloured]:
    kinds: dict[type[Any], Kind] = {
        tree.LetDeclaration: "variable",
        tree.ParamDeclaration: "parameter",
        tree.TournamentDeclaration: "class",
    }
    for name in names(document):
        if name.span.end <= len(document.text):
            yield Coloured(name.span, kinds.get(type(name.declaration), "type"), name.is_declaration)


def _meanings(node: Any, around: list[Any]) -> Iterator[Coloured]:
    """Yield keywords, arguments and what belongs to the catalog, as the tree has them."""
    if keyword := WORDS.get(type(node)):
        yield Coloured(node.span._replace(end=node.span.start + len(keyword)), "keyword")
    for child in children(node):
        if isinstance(child, tree.Identifier):
            yield Coloured(child.span, "enumMember" if isinstance(node, tree.TaskDeclaration) else "property")
        elif isinstance(child, tree.Path):
            yield Coloured(child.span, _path(child, node, around))
        yield from _meanings(child, [*around, child])


def _path(path: tree.Path, parent: Any, around: list[Any]) -> Kind:
    """Return what a name means by the place where it stands."""
    match parent:
        case tree.ModelDeclaration() | tree.StepDeclaration():
            return "class"
        case (
            tree.DataDeclaration()
            | tree.FoldsDeclaration()
            | tree.ScoreDeclaration()
            | tree.SearchDeclaration()
            | tree.SelectDeclaration()
            | tree.EnsembleDeclaration()
            | tree.TestDeclaration()
        ):
            return "function"
        case tree.RouteDeclaration(columns=columns):
            return "enumMember" if columns is path else "class"
        case tree.Call():
            holder = around[-2] if len(around) > 1 else None
            drawn = isinstance(holder, tree.Binding) and holder.operator == "~"
            return (
                "class"
                if not drawn and isinstance(holder, tree.Binding | tree.RouteDeclaration | tree.CallArgument)
                else "function"
            )
    return "enumMember"
