"""Evaluate expressions, each once, and collect why some have no value."""

from __future__ import annotations

import keyword
from enum import Enum
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from ..diagnostics.codes import EMPTY_VALUES, NOT_COMPUTABLE, UNKNOWN_FUNCTION, UNKNOWN_NAME, WRONG_TYPE
from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.findings import not_constant, unknown
from ..syntax.tree import (
    Binary,
    Call,
    Constant,
    EnsembleDeclaration,
    LetDeclaration,
    ListOf,
    ModelDeclaration,
    ParamDeclaration,
    Path,
    Range,
    TupleOf,
    Unary,
)
from .arguments import named
from .arithmetic import NotComputableError, checked
from .objects import object_entry, objects
from .samples import is_dynamic, sample
from .scope import Valued, definition
from .show import describe
from .values import Formula, Invocation, ParameterValue, Reference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..catalog.catalog import Catalog
    from ..catalog.entry import Entry
    from ..syntax.tree import Expression
    from .scope import Scope
    from .values import Value

MOST_PARTS = 10_000
MOST_DEPTH = 60
MOST_VALUES = 2**63 - 1
STRING_PART = 80


class Unknown(Enum):
    """The value of an expression with a mistake: it suppresses further findings."""

    UNKNOWN = "unknown"


UNKNOWN = Unknown.UNKNOWN
Result: TypeAlias = "Value | Literal[Unknown.UNKNOWN]"


class Worth(NamedTuple):
    """A value, with the size and depth of it that the flow would write out."""

    value: Result
    parts: int = 1
    depth: int = 0


NOTHING = Worth(UNKNOWN)


class Called(NamedTuple):
    """A call that was worked out, and what the catalog says of what is called, if it knows it."""

    call: Call
    entry: Entry | None


class Evaluator:
    """Evaluates expressions with the names of a scope and the objects of the catalog.

    `mistakes` say why some have no value, and `calls` are the evaluated calls; the check reports and checks them.
    """

    def __init__(self, scope: Scope, catalog: Catalog, names_are_missing: bool = False) -> None:
        self.scope = scope
        self.catalog = catalog
        self.mistakes: list[Diagnostic] = []
        self.calls: list[Called] = []
        self._names_are_missing = names_are_missing
        self._known: dict[int, Worth] = {}
        for one in scope.order:
            self._worth(definition(one))

    def value(self, expression: Expression) -> Result:
        """Return the value of an expression, or UNKNOWN after noting what is wrong with it."""
        return self._worth(expression).value

    def constant(self, named: LetDeclaration | ParamDeclaration) -> Result:
        """Return the value of a declared name, which for a parameter is its default; UNKNOWN if it has none."""
        return self._known.get(id(definition(named)), NOTHING).value

    def _worth(self, expression: Expression) -> Worth:
        if known := self._known.get(id(expression)):
            return known
        # Long sums nest to the left: evaluating them iteratively avoids deep recursion.
        waiting = [expression]
        while isinstance(waiting[-1], Binary) and id(waiting[-1].left) not in self._known:
            waiting.append(waiting[-1].left)
        for node in reversed(waiting):
            if id(node) not in self._known:
                self._known[id(node)] = self._evaluate(node)
        return self._known[id(expression)]

    def _evaluate(self, node: Expression) -> Worth:
        match node:
            case Constant():
                return self._constant(node)
            case Path():
                return self._path(node)
            case ListOf(items=items):
                worths = [self._worth(item) for item in items]
                return self._whole(node, [worth.value for worth in worths], worths)
            case TupleOf(items=items):
                worths = [self._worth(item) for item in items]
                return self._whole(node, tuple(worth.value for worth in worths), worths)
            case Range():
                return self._range(node)
            case Unary(operand=operand):
                return self._operation(node, "-", operand)
            case Binary(operator=operator, left=left, right=right):
                return self._operation(node, operator, left, right)
            case Call():
                return self._call(node)

    def _whole(self, node: Expression, value: object, parts: Sequence[Worth]) -> Worth:
        """Return the value of a compound: unknown if a part is, rejected if it has too many parts."""
        size, depth = 1, 1
        for part in parts:
            if part.value is UNKNOWN:
                return NOTHING
            size, depth = size + part.parts, max(depth, 1 + part.depth)
        if size > MOST_PARTS or depth > MOST_DEPTH:
            what = f"has more than {MOST_PARTS:,} parts" if size > MOST_PARTS else "is nested too deeply"
            return self._refuse(node, f"this value {what}", "too large to write into a flow")
        return Worth(value, size, depth)  # type: ignore[arg-type]

    def _refuse(self, node: Expression, message: str, label: str | None = None) -> Worth:
        self.mistakes.append(Diagnostic(NOT_COMPUTABLE, node.span, message, label))
        return NOTHING

    # Literals

    def _constant(self, node: Constant) -> Worth:
        value = node.value
        if isinstance(value, str):
            return Worth(value, 1 + len(value) // STRING_PART)
        if isinstance(value, int | float):
            try:
                checked(value)
            except NotComputableError:
                return self._refuse(node, "this number is too large", "above 1.8e308")
        return Worth(value)

    def _range(self, node: Range) -> Worth:
        low, high = self._end(node.low), self._end(node.high)
        if low is None or high is None:
            return NOTHING
        if high < low:
            message = f"the range from {low} to {high} is empty"
            self.mistakes.append(
                Diagnostic(EMPTY_VALUES, node.span, message, "empty range", "write the lower end first")
            )
            return NOTHING
        if high - low >= MOST_VALUES:
            return self._refuse(node, "this range has too many values")
        return Worth(range(low, high + 1))

    def _end(self, node: Expression) -> int | None:
        """Return an end of a range."""
        value = self.value(node)
        if value is UNKNOWN or (isinstance(value, int) and not isinstance(value, bool)):
            return value if isinstance(value, int) else None
        if is_dynamic(value):
            self.mistakes.append(not_constant(node.span, "an end of a range"))
        else:
            message = f"the ends of a range must be integers, not {describe(value)}"
            self.mistakes.append(Diagnostic(WRONG_TYPE, node.span, message, "expected an integer"))
        return None

    # Operations

    def _operation(self, node: Unary | Binary, operator: str, *operands: Expression) -> Worth:
        worths = [self._worth(operand) for operand in operands]
        suitable = [self._is_number(*pair, operator) for pair in zip(operands, worths, strict=True)]
        if not all(suitable):
            return NOTHING
        dynamic = any(is_dynamic(worth.value) for worth in worths)
        formula = Formula(operator, tuple(worth.value for worth in worths))  # type: ignore[arg-type, misc]
        try:
            result = sample(formula)
        except NotComputableError as error:
            by_default = ", with the defaults of its parameters" if dynamic else ""
            return self._refuse(node, f"this cannot be computed{by_default}: {error}")
        return self._whole(node, formula, worths) if dynamic else Worth(result)  # type: ignore[arg-type]

    def _is_number(self, node: Expression, worth: Worth, operator: str) -> bool:
        value = sample(worth.value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return True
        if worth.value is not UNKNOWN:
            message = f"`{operator}` needs numbers, not {describe(value)}"
            self.mistakes.append(Diagnostic(WRONG_TYPE, node.span, message, "expected a number"))
        return False

    # Names and calls

    def _path(self, node: Path) -> Worth:
        if len(node.parts) > 1:
            return Worth(Reference(node.text)) if self.is_python(node) else NOTHING
        match self.scope.names.get(node.text):
            case LetDeclaration(value=value):
                return self._known.get(id(value), NOTHING)  # it is not there if it depends on itself
            case ParamDeclaration(name=name) as param:
                default = self.constant(param)
                return Worth(ParameterValue(name.text, default)) if isinstance(default, int | float | str) else NOTHING
            case ModelDeclaration() | EnsembleDeclaration() as named:
                what = "a model" if isinstance(named, ModelDeclaration) else "an ensemble"
                message = f"`{node.text}` is {what}, not a value"
                self.mistakes.append(Diagnostic(WRONG_TYPE, node.span, message, "expected a value"))
                return NOTHING
        return self._foreign(node)

    def _foreign(self, node: Path) -> Worth:
        """Return what a bare name means that the specification does not declare: an object of the catalog, if any."""
        found = objects(self.catalog, node.text)
        if len(found) == 1:
            return Worth(Reference(found[0]))
        if not self._names_are_missing:
            values = [name for name, named in self.scope.names.items() if isinstance(named, Valued)]
            message = f"`{node.text}` is not declared"
            self.mistakes.append(unknown(UNKNOWN_NAME, node.span, message, node.text, values, "unknown name"))
        return NOTHING

    def is_python(self, path: Path) -> bool:
        """Return whether a dotted path can be imported, and say so if not."""
        wrong = next((part for part in path.parts if keyword.iskeyword(part)), None)
        if wrong:
            message = f"`{path.text}` cannot be imported: `{wrong}` is a Python keyword"
            self.mistakes.append(Diagnostic(UNKNOWN_NAME, path.span, message, "not a Python path"))
        return not wrong

    def _call(self, node: Call) -> Worth:
        path = self._callee(node.function)
        if path is None:
            return NOTHING
        entry = object_entry(self.catalog, path)
        self.calls.append(Called(node, entry))
        worths = [self._worth(argument.value) for argument in node.arguments]
        names = [name for name, _ in named(entry, node.arguments)] if entry else _written_names(node)
        positional = tuple(worth.value for worth, name in zip(worths, names, strict=True) if name is None)
        by_name = tuple((name, worth.value) for worth, name in zip(worths, names, strict=True) if name is not None)
        return self._whole(node, Invocation(path, positional, by_name), worths)  # type: ignore[arg-type]

    def _callee(self, function: Path) -> str | None:
        """Return the import path of what is called."""
        found = objects(self.catalog, function.text)
        if len(found) == 1:
            return found[0]
        if len(function.parts) > 1:
            return function.text if self.is_python(function) else None
        if self.catalog.entry("distribution", function.text):
            message = f"`{function.text}` is a distribution, not a value"
            help_ = f"draw from it with `~`: `name ~ {function.text}(…)`"
            self.mistakes.append(Diagnostic(WRONG_TYPE, function.span, message, "expected a value", help_))
            return None
        known = [path.rpartition(".")[2] for kind in ("transformer", "estimator") for path in self.catalog.names(kind)]
        message = f"the catalog has nothing called `{function.text}`"
        self.mistakes.append(unknown(UNKNOWN_FUNCTION, function.span, message, function.text, known))
        return None


def _written_names(call: Call) -> list[str | None]:
    return [one.name and one.name.text for one in call.arguments]
