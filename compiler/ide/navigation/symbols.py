"""What a specification declares, for outlines and for search by name."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from ...syntax import tree

if TYPE_CHECKING:
    from ...source import Span
    from ..document import Document


class Kind(Enum):
    """What a symbol is, for its icon."""

    TOURNAMENT = "tournament"
    CONSTANT = "constant"
    PARAMETER = "parameter"
    MODEL = "model"
    BLOCK = "block"
    ARGUMENT = "argument"
    SETTING = "setting"


class Symbol(NamedTuple):
    """Something with a name: all of it, the place of the name, and what is in it."""

    name: str
    kind: Kind
    detail: str
    span: Span
    name_span: Span
    children: tuple[Symbol, ...] = ()


NAMED = {
    tree.TournamentDeclaration: Kind.TOURNAMENT,
    tree.LetDeclaration: Kind.CONSTANT,
    tree.ParamDeclaration: Kind.PARAMETER,
    tree.ModelDeclaration: Kind.MODEL,
    tree.EnsembleDeclaration: Kind.MODEL,
    tree.StepDeclaration: Kind.BLOCK,
    tree.Binding: Kind.ARGUMENT,
}


def symbols(document: Document) -> list[Symbol]:
    """Return what a text declares itself, in the order of the text."""
    return [
        symbol for one in document.compilation.parsed.program.declarations if (symbol := _symbol(document.text, one))
    ]


def _symbol(text: str, node: Any) -> Symbol | None:
    if isinstance(node, tree.Bad):
        return None
    kind, name = NAMED.get(type(node)), getattr(node, "name", None)
    inside = [one for part in node if isinstance(part, tuple) for one in part if isinstance(one, tuple)]
    children = tuple(symbol for one in inside if hasattr(one, "span") and (symbol := _entry(text, one)))
    if kind and name:
        return Symbol(name.text, kind, _detail(text, node), node.span, name.span, children)
    keyword = text[node.span.start : node.span.end].split(maxsplit=1)[0].rstrip("{")
    start = node.span._replace(end=node.span.start + len(keyword))
    kind = Kind.BLOCK if children or text[node.span.end - 1] == "}" else Kind.SETTING
    return Symbol(keyword, kind, _detail(text, node), node.span, start, children)


def _entry(text: str, node: Any) -> Symbol | None:
    """Return an entry of a block as a symbol; expressions are none."""
    return _symbol(text, node) if isinstance(node, ENTRIES) else None


ENTRIES = (
    tree.Binding,
    tree.SpaceDeclaration,
    tree.StepDeclaration,
    tree.FitDeclaration,
    tree.EarlyStoppingDeclaration,
    tree.SearchDeclaration,
    tree.ResourcesDeclaration,
    tree.PreprocessDeclaration,
)


def _detail(text: str, node: Any) -> str:
    """Return in a few words what a symbol is."""
    match node:
        case tree.TournamentDeclaration(title=title) | tree.ParamDeclaration(help=title):
            return str(title.value) if title else ""
        case (
            tree.ModelDeclaration(estimator=path)
            | tree.EnsembleDeclaration(kind=path)
            | tree.StepDeclaration(transformer=path)
        ):
            return path.text
        case (
            tree.LetDeclaration(value=part)
            | tree.Binding(value=part)
            | tree.SeedDeclaration(value=part)
            | tree.DataDeclaration(source=part)
            | tree.TestDeclaration(split=part)
            | tree.FoldsDeclaration(splitter=part)
            | tree.SearchDeclaration(strategy=part)
            | tree.SelectDeclaration(rule=part)
        ):
            return _shortened(text[part.span.start : part.span.end])
        case tree.TaskDeclaration(kind=kind):
            return kind.text
        case tree.ScoreDeclaration(scorers=scorers):
            return ", ".join(path.text for path in scorers)
        case tree.IncludeDeclaration(path=path):
            return str(path.value)
    return ""


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
