"""Short ways to parse, for tests."""

from mfc.source import Source
from mfc.syntax import tree
from mfc.syntax.parse import parse


def parsed(text: str) -> tree.Program:
    """Return the tree of a text without syntax errors."""
    result = parse(Source("spec.mf", text))
    assert result.diagnostics == ()
    return result.program


def only(text: str) -> tree.Declaration:
    """Return the only declaration of a text."""
    (declaration,) = parsed(text).declarations
    return declaration


def found(text: str) -> list[tuple[str, str, str]]:
    """Return what is reported: code, the place as `line:column`, and the text there."""
    source = Source("spec.mf", text)
    return [
        (one.code.id, "{}:{}".format(*source.position(one.span.start)), text[one.span.start : one.span.end])
        for one in parse(source).diagnostics
    ]


def said(text: str) -> str:
    """Return the message of the only finding."""
    (diagnostic,) = parse(Source("spec.mf", text)).diagnostics
    return diagnostic.message


def bad(node: object) -> list[tree.Bad]:
    """Return everything in a tree that could not be parsed, in order."""
    if isinstance(node, tree.Bad):
        return [node]
    return [one for part in node for one in bad(part)] if isinstance(node, tuple) else []
