"""What the cursor stands in, by meaning: whose argument is being written, and which are there already."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...syntax.incremental import beginning
from ...syntax.language import load
from ...syntax.tokens import BINDERS, CLOSERS, OPENERS
from .owners import CONSTRUCTS, DRAW, ROUTE, VALUE, Holder, called, taken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...catalog.entry import Argument, Entry
    from ...syntax.tokens import Token
    from ..document import Document
    from .cursor import Block, Cursor

SIGNS = {"TILDE": DRAW, "ARROW": ROUTE}
"""Signs that a name of the catalog follows."""


class Call(NamedTuple):
    """A call whose parentheses are open: what is called, the tokens before that, and those within so far."""

    function: str
    before: tuple[Token, ...]
    within: tuple[Token, ...]


class Slot(NamedTuple):
    """A place for an argument, or for the value of one.

    `argument` is the one whose value stands here, `names` those that may begin here; `operator` is how it is bound, and
    `in_list` tells whether the value is a part of a list.
    """

    owner: Entry
    argument: Argument | None
    names: tuple[Argument, ...] = ()
    operator: str = "="
    in_list: bool = False


def innermost_call(entry: Sequence[Token]) -> Call | None:
    """Return the call that is open at the end of an entry's tokens, if one is."""
    opened = open_brackets(entry)
    for start in reversed(opened):
        if entry[start].kind == "LPAR" and start and entry[start - 1].kind == "NAME":
            first = start - 1
            while first >= 2 and entry[first - 1].kind == "_DOT" and entry[first - 2].kind == "NAME":
                first -= 2
            function = "".join(str(token.value) for token in entry[first:start])
            return Call(function, tuple(entry[:first]), tuple(entry[start + 1 :]))
    return None


def open_brackets(tokens: Sequence[Token]) -> list[int]:
    """Return the numbers of the brackets that are not closed."""
    opened: list[int] = []
    for number, token in enumerate(tokens):
        if token.kind in OPENERS:
            opened.append(number)
        elif token.kind in CLOSERS and opened:
            opened.pop()
    return opened


def slot(document: Document, place: Cursor) -> Slot | None:
    """Return the argument that stands, or may stand, at a cursor."""
    call = innermost_call(place.entry)
    if call:
        owner = callee(document, call)
        return _in_call(owner, call) if owner else None
    owner = block_entry(document, place.blocks)
    return _in_block(document, place, owner) if owner else None


def _in_call(owner: Entry, call: Call) -> Slot:
    arguments = _split(call.within)
    here, before = arguments[-1], arguments[:-1]
    in_list = bool(open_brackets(call.within))
    if len(here) >= 2 and here[1].kind == "EQUAL":
        return Slot(owner, owner.arguments.get(str(here[0].value)), in_list=in_list)
    ordered = [*owner.arguments.values()]
    positional = sum(1 for one in before if not _is_named(one))
    given = {str(one[0].value) for one in before if _is_named(one)} | {one.name for one in ordered[:positional]}
    by_place = ordered[len(before)] if positional == len(before) < len(ordered) else None
    names = () if here else tuple(one for one in ordered if one.name not in given)
    return Slot(owner, by_place, names, in_list=in_list)


def _is_named(tokens: Sequence[Token]) -> bool:
    return len(tokens) >= 2 and tokens[1].kind == "EQUAL"


def _split(tokens: Sequence[Token]) -> list[list[Token]]:
    """Return the tokens of each argument; those of the one being written are the last."""
    parts: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        depth += (token.kind in OPENERS) - (token.kind in CLOSERS)
        if token.kind == "COMMA" and not depth:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _in_block(document: Document, place: Cursor, owner: Entry) -> Slot | None:
    entry = place.entry
    if not entry:
        given = begun(document, place.blocks[-1].brace, place.word.start)
        names = tuple(one for one in owner.arguments.values() if one.name not in given)
        return Slot(owner, None, names)
    if len(entry) < 2 or entry[1].kind not in BINDERS:
        return None
    argument = owner.arguments.get(str(entry[0].value))
    return Slot(owner, argument, (), str(entry[1].value), bool(open_brackets(entry)))


def begun(document: Document, brace: int, but_at: int) -> set[str]:
    """Return the first words of a block's entries; the entry that begins at a place is left out."""
    words, depth, begins = set(), 0, True
    following = beginning().search(document.text, but_at + 1)
    for token in document.tokens_between(brace + 1, following.start() if following else len(document.text)):
        depth += (token.kind in OPENERS) - (token.kind in CLOSERS)
        if depth < 0:
            break
        if begins and token.start != but_at:
            words.add(str(token.value))
        begins = not depth and token.kind in {"_NEWLINE", "COMMA"}
    return words


def callee(document: Document, call: Call) -> Entry | None:
    """Return what the catalog says of something that is called."""
    return called(document.outline.catalog, Holder(_construct(call.before), call.function))


def _construct(before: Sequence[Token]) -> str:
    """Return the construct in which something is called, by the tokens of its entry before that."""
    return naming(before) or VALUE


def naming(entry: Sequence[Token]) -> str | None:
    """Return the construct whose name comes next, by the tokens of its entry so far; None where none does."""
    last = entry[-1].kind if entry else ""
    if last in SIGNS:
        return SIGNS[last]
    word = str(entry[0].value) if entry and is_keyword(entry[0]) else ""
    construct = CONSTRUCTS.get(word)
    if construct is None or not construct.names:
        return None
    return word if (last == "COLON" if construct.behind_colon else len(entry) == 1) else None


def is_keyword(token: Token) -> bool:
    """Return whether a token begins a declaration or an entry, and is no name that looks like it."""
    return load().keywords.get(str(token.value)) == token.kind


def block_entry(document: Document, blocks: Sequence[Block]) -> Entry | None:
    """Return what the innermost of some blocks takes."""
    return taken(document.outline.catalog, [Holder(block.keyword, _name(block)) for block in blocks])


def _name(block: Block) -> str:
    """Return the name in the construct that a block belongs to; a model's or a step's comes behind a colon."""
    construct = CONSTRUCTS.get(block.keyword)
    if construct is None or not construct.names or not block.header:
        return ""
    return _path_after(block.header, "COLON" if construct.behind_colon else block.header[0].kind)


def _path_after(header: Sequence[Token], kind: str) -> str:
    """Return the dotted name behind a token of a kind."""
    start = next((number for number, token in enumerate(header) if token.kind == kind), len(header)) + 1
    end = start
    while end < len(header) and header[end].kind in {"NAME", "_DOT"}:
        end += 1
    return "".join(str(token.value) for token in header[start:end])
