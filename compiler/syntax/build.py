"""Make grammar/tables.json from the grammar and its messages: `python -m mfc.syntax.build`."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from lark import Lark

from ..source import Source
from .brackets import balance
from .errors import Reporter
from .layout import lay_out
from .machine import Machine
from .scan import scan
from .tables import FOLDER, SPLICE, Tables, decoded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lark.grammar import Rule

START = "program"


class Failure(NamedTuple):
    """Where an example fails: the number of the state, and the kinds of the tokens met there."""

    state: int
    kinds: tuple[str, ...]


class ExampleError(ValueError):
    """A message that cannot be placed, or a state without one."""


def build(grammar: str, messages: str) -> str:
    """Return the text of tables.json."""
    data = _tables(Lark(grammar, parser="lalr", lexer="basic", start=START, maybe_placeholders=False))
    _place_messages(data, tomllib.loads(messages)["message"])
    _check_coverage(data)
    return _written(data)


def _tables(lark: Lark) -> dict[str, Any]:
    lexer: Any = lark.parser.lexer
    table: Any = lark.parser.parser.parser.parse_table
    scanned = lexer.scanner.terminals
    rules = sorted(lark.rules, key=lambda rule: (rule.origin.name, [symbol.name for symbol in rule.expansion]))
    rule_numbers = {rule: number for number, rule in enumerate(rules)}
    order = _reading_order(table)
    numbers = {state: number for number, state in enumerate(order)}
    states = [
        {
            symbol: numbers[target] if action.name == "Shift" else ~rule_numbers[target]
            for symbol, (action, target) in sorted(table.states[state].items())
        }
        for state in order
    ]
    end = numbers[table.end_states[START]]
    return {
        "pattern": "|".join(f"(?P<{terminal.name}>{terminal.pattern.to_regexp()})" for terminal in scanned),
        "keywords": {
            terminal.pattern.value: terminal.name
            for terminal in sorted(lexer.terminals, key=lambda terminal: str(terminal.name))
            if terminal not in scanned
        },
        "rules": [_rule(rule) for rule in rules],
        "states": states,
        "defaults": [
            _default(state, {n for n, rule in enumerate(rules) if rule.origin.name == START}) for state in states
        ],
        "messages": [[] for _ in states],
        "start": numbers[table.start_states[START]],
        "end": end,
    }


def _reading_order(table: Any) -> list[Any]:
    """Return the states in the order in which they are reached, which depends on the grammar alone."""
    order = [table.start_states[START]]
    seen = set(order)
    for state in order:
        for _, (action, target) in sorted(table.states[state].items()):
            if action.name == "Shift" and target not in seen:
                seen.add(target)
                order.append(target)
    return order


def _rule(rule: Rule) -> list[Any]:
    origin = str(rule.origin.name)
    action = rule.alias or (SPLICE if origin.startswith("_") else None if rule.options.expand1 else origin)
    kept = [place for place, symbol in enumerate(rule.expansion) if not getattr(symbol, "filter_out", False)]
    return [origin, action, len(rule.expansion), kept]


def _default(state: dict[str, int], never: set[int]) -> int | None:
    """Return the rule that most tokens reduce by in a state, as Bison does."""
    counts = Counter(~action for action in state.values() if action < 0 and ~action not in never)
    return min(counts, key=lambda rule: (-counts[rule], rule)) if counts else None


class _FailingMachine(Machine):
    """A machine that stops at the first mistake."""

    failed_at = -1

    def _recover(self, number: int) -> NoReturn:
        self.failed_at = number
        raise ExampleError


def failure(tables: Tables, text: str, after: str | None) -> Failure:
    """Return where a piece of a specification fails."""
    keywords = frozenset(tables.keywords.values())
    balanced, _ = balance(scan(text, tables).tokens, keywords)
    tokens, _ = lay_out(balanced, keywords)
    machine = _FailingMachine(tables, tokens, Reporter(Source("example", text), tables, tokens))
    try:
        machine.run()
    except ExampleError:
        pass
    else:
        message = f"the example does not fail: {text!r}"
        raise ExampleError(message)
    symbols = _symbols(tables)
    while symbols.get(machine.stack[-1].state) != after:
        default = tables.defaults[machine.stack[-1].state]
        if default is None:
            break
        machine.reduce(default)
    return Failure(machine.stack[-1].state, tuple(token.kind for token in tokens[machine.failed_at :]))


def _symbols(tables: Tables) -> dict[int, str]:
    """Return for each state the symbol that leads to it."""
    return {target: symbol for state in tables.states for symbol, target in state.items() if target >= 0}


def _place_messages(data: dict[str, Any], messages: Iterable[dict[str, Any]]) -> None:
    """Put every message where its examples fail."""
    tables = decoded(data)
    for said in messages:
        on = said.get("on", "").split()
        message = [on, said["message"], said["label"], said.get("help")]
        for example in said["examples"]:
            state, kinds = failure(tables, example, said.get("after"))
            there = data["messages"][state]
            if list(kinds[: len(on)]) != on:
                problem = f"{example!r} fails at {kinds[: len(on)]}, not at {on}"
                raise ExampleError(problem)
            if any(on == other and message != [on, *rest] for other, *rest in there):
                problem = f"{example!r} fails where another message is: {there}"
                raise ExampleError(problem)
            if message not in there:
                there.append(message)
    for there in data["messages"]:
        there.sort(key=lambda message: -len(message[0]))


def _check_coverage(data: dict[str, Any]) -> None:
    """See that a failure in any state leads to a message that does not depend on the token met."""
    for number, (said, default) in enumerate(zip(data["messages"], data["defaults"], strict=True)):
        if default is None and number != data["end"] and not any(not on for on, *_ in said):
            path = " ".join(_path_to(data, number))
            expected = ", ".join(symbol for symbol in data["states"][number] if symbol.isupper())
            problem = f"no message for state {number}, after: {path}; it takes {expected}"
            raise ExampleError(problem)


def _path_to(data: dict[str, Any], wanted: int) -> list[str]:
    """Return the symbols that lead to a state by the shortest way."""
    paths: dict[int, list[str]] = {data["start"]: []}
    for state in (queue := [data["start"]]):
        for symbol, target in data["states"][state].items():
            if target >= 0 and target not in paths:
                paths[target] = [*paths[state], symbol]
                queue.append(target)
    return paths[wanted]


def _written(data: dict[str, Any]) -> str:
    """Write the tables as JSON, a rule or a state a line, so that changes can be read."""
    parts = []
    for name, value in data.items():
        if isinstance(value, list):
            lines = ",\n".join(json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in value)
            parts.append(f"{json.dumps(name)}: [\n{lines}\n]")
        else:
            parts.append(f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main() -> None:
    """Write tables.json."""
    grammar = (FOLDER / "tournament.lark").read_text(encoding="utf-8")
    messages = (FOLDER / "messages.toml").read_text(encoding="utf-8")
    (FOLDER / "tables.json").write_text(build(grammar, messages), encoding="utf-8")


if __name__ == "__main__":
    main()
