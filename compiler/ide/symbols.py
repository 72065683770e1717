"""What a specification declares, for outlines and for search by name."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from ..syntax import tree

if TYPE_CHECKING:
    from ..source import Span
    from .document import Document


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
    tree.Tournament: Kind.TOURNAMENT,
    tree.Let: Kind.CONSTANT,
    tree.Param: Kind.PARAMETER,
    tree.Model: Kind.MODEL,
    tree.Ensemble: Kind.MODEL,
    tree.Step: Kind.BLOCK,
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
    tree.Space,
    tree.Step,
    tree.Fit,
    tree.EarlyStopping,
    tree.Search,
    tree.Resources,
    tree.Preprocess,
)


def _detail(text: str, node: Any) -> str:
    """Return in a few words what a symbol is."""
    match node:
        case tree.Tournament(title=title) | tree.Param(help=title):
            return str(title.value) if title else ""
        case tree.Model(estimator=path) | tree.Ensemble(kind=path) | tree.Step(transformer=path):
            return path.text
        case tree.Let(value=part) | tree.Binding(value=part) | tree.Seed(value=part) | tree.Data(source=part):
            return _shortened(text[part.span.start : part.span.end])
        case tree.Test(split=part) | tree.Folds(splitter=part) | tree.Search(strategy=part) | tree.Select(rule=part):
            return _shortened(text[part.span.start : part.span.end])
        case tree.Task(kind=kind):
            return kind.text
        case tree.Score(scorers=scorers):
            return ", ".join(path.text for path in scorers)
        case tree.Include(path=path):
            return str(path.value)
    return ""


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
