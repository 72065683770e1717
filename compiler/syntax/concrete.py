"""Lark's parser as data, the trees that it makes, and how they are turned into ours.

The data are for JSON. `Lark.save` writes the same with pickle, which differs from build to build, and can execute code
when it is loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lark import Lark, Transformer_NonRecursive, Tree
from lark.grammar import Rule

from ..source import Span
from . import tree
from .actions import ACTIONS

if TYPE_CHECKING:
    from lark import Token
    from lark.tree import Meta

START = "program"

SHIFT = 0
"""What Lark writes for a shift, the target of which is a state; that of a reduction is a rule."""

_NESTING = frozenset({"range", "binary", "unary", "list", "tuple", "call"})
"""The rules that make an expression one level deeper."""


class NestedTooDeepError(Exception):
    """A tree is nested more than `tree.DEEPEST` deep."""


class Part(Tree[Any]):
    """A tree of Lark's that counts how deep its expressions are nested, and raises `NestedTooDeepError`."""

    def __init__(self, data: str, children: list[Any], meta: Meta | None = None) -> None:
        super().__init__(data, children, meta)
        self.depth = 0
        if data.startswith("_"):
            return  # spliced into the rule above it, which counts its children
        self.depth = max((child.depth for child in children if isinstance(child, Part)), default=0)
        self.depth += data in _NESTING
        if self.depth > tree.DEEPEST:
            raise NestedTooDeepError


class Abstraction(Transformer_NonRecursive[Any, tree.Program]):
    """Turns a tree of Lark's into ours. The value of each of its tokens is a token of ours, or a `Bad`."""

    def __default__(self, data: str, children: list[Any], meta: Meta) -> Any:
        return ACTIONS[data](Span(0, 0) if meta.empty else Span(meta.start_pos, meta.end_pos), *children)

    def __default_token__(self, token: Token) -> Any:
        return token.value


def serialised(lark: Lark) -> dict[str, Any]:
    """Return a parser as data for JSON, the same for the same grammar.

    The states are numbered as they are reached: how Lark numbers them changes from run to run. Terminals are left out,
    since Lark's lexer is not used.
    """
    data, rules = lark.memo_serialize([Rule])
    data["parser"]["lexer_conf"] |= {"terminals": [], "ignore": []}
    table = data["parser"]["parser"]
    symbols = table["tokens"]
    states = {
        state: {symbols[number]: action for number, action in sorted(actions.items(), key=lambda one: symbols[one[0]])}
        for state, actions in table["states"].items()
    }
    order = _reading_order(states, table["start_states"][START])
    numbers = {state: number for number, state in enumerate(order)}
    table["tokens"] = sorted(symbols.values())
    table["states"] = [
        {symbol: [kind, numbers[target] if kind == SHIFT else target] for symbol, (kind, target) in actions.items()}
        for actions in (states[state] for state in order)
    ]
    for ends in ("start_states", "end_states"):
        table[ends] = {START: numbers[table[ends][START]]}
    return {"data": data, "rules": [rules[number] for number in sorted(rules)]}


def _reading_order(states: dict[int, dict[str, tuple[int, Any]]], start: int) -> list[int]:
    """Return the states in the order in which they are reached, which depends on the grammar alone."""
    order = [start]
    seen = {start}
    for state in order:
        for kind, target in states[state].values():
            if kind == SHIFT and target not in seen:
                seen.add(target)
                order.append(target)
    return order


def restored(kept: dict[str, Any]) -> Lark:
    """Return the parser that `serialised` returned as data. Lark's standalone parsers are loaded by the same call."""
    table = kept["data"]["parser"]["parser"]
    table["tokens"] = {symbol: symbol for symbol in table["tokens"]}
    table["states"] = dict(enumerate(table["states"]))
    load: Any = Lark._load_from_dict
    parser: Lark = load(kept["data"], dict(enumerate(kept["rules"])), tree_class=Part)
    return parser
