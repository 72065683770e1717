"""Values against what an argument accepts: one that is fixed, or each of a finite set."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..catalog.entry import Column, Object, Sequence, Variable, Word
from ..catalog.types import Verdict, verdict
from ..catalog.types import describe as describe_types
from ..diagnostics.codes import EMPTY_VALUES, OUT_OF_RANGE, WRONG_TYPE
from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.suggest import asked, suggestions
from ..syntax.tree import Call, Constant, ListOf, Path, TupleOf
from .evaluate import UNKNOWN, describe, has_objects, is_dynamic, sample
from .findings import not_constant
from .values import FromEnvironment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..catalog.entry import Argument, Type
    from ..source import Span
    from ..syntax.tree import Expression
    from .evaluate import Evaluator, Result

VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


class Slot(NamedTuple):
    """An argument of something, as the subject of a sentence; Python objects go to estimators and their like alone."""

    argument: Argument
    owner: str
    takes_objects: bool = False

    def __str__(self) -> str:
        return f"`{self.argument.name}` of {self.owner}"


def read(types: tuple[Type, ...], node: Expression, evaluator: Evaluator) -> Result:
    """Return the value that an argument is given; a bare word stands for itself where one of the types takes words."""
    match node:
        case Call() if node.function.text == "env" and Variable() in types:
            return _variable(node, evaluator)
        case Path() if len(node.parts) == 1 and _takes_word((*types, *_item_types(types)), node.text, evaluator):
            return node.text
        case ListOf() | TupleOf() if _take_words((*types, *(items := _item_types(types)))):
            values = [read(items or types, item, evaluator) for item in node.items]
            return UNKNOWN if UNKNOWN in values else values  # type: ignore[return-value]
    return evaluator.value(node)


def _variable(node: Call, evaluator: Evaluator) -> Result:
    """Return the environment variable that `env("NAME")` stands for, or say what is wrong with it."""
    names = [argument.value for argument in node.arguments]
    if len(names) == 1 and isinstance(names[0], Constant) and isinstance(name := names[0].value, str):
        if VARIABLE.fullmatch(name):
            return FromEnvironment(name)
        message = f"no environment variable can be called {describe(name)}"
        evaluator.report(Diagnostic(OUT_OF_RANGE, names[0].span, message, 'expected a name such as "DATABASE_URL"'))
    else:
        message = "`env` takes the name of an environment variable"
        evaluator.report(Diagnostic(WRONG_TYPE, node.span, message, 'expected `env("DATABASE_URL")`, for example'))
    return UNKNOWN


def _item_types(types: Iterable[Type]) -> tuple[Type, ...]:
    return tuple(item for kind in types if isinstance(kind, Sequence) for item in kind.items)


def _take_words(types: tuple[Type, ...]) -> bool:
    return any(isinstance(kind, Word | Column) for kind in types)


def _takes_word(types: tuple[Type, ...], word: str, evaluator: Evaluator) -> bool:
    """Tell whether a name stands for itself: always where a column is meant, otherwise if nothing declares it."""
    return any(isinstance(kind, Column) for kind in types) or (_take_words(types) and word not in evaluator.scope.names)


def check_value(slot: Slot, node: Expression, evaluator: Evaluator, constant: bool = False) -> None:
    """Check the value that an argument is fixed to."""
    if isinstance(node, ListOf | TupleOf) and _take_words(items := _item_types(slot.argument.types)):
        for item in node.items:
            check_value(slot._replace(argument=slot.argument._replace(types=items)), item, evaluator, constant)
        return
    value = read(slot.argument.types, node, evaluator)
    if value is UNKNOWN:
        return
    if constant and is_dynamic(value):
        evaluator.report(not_constant(node.span, str(slot)))
        return
    judge(slot, value, node.span, evaluator)


def check_values(slot: Slot, node: Expression, evaluator: Evaluator) -> None:
    """Check the finite set that an argument is chosen from."""
    if isinstance(node, ListOf | TupleOf):
        for item in node.items:
            check_value(slot, item, evaluator)
        count = len(node.items)
    else:
        values = evaluator.value(node)
        if values is UNKNOWN:
            return
        if not isinstance(values, list | range) and type(values) is not tuple:
            message = f"{slot} is chosen from a list or a range, not from {describe(values)}"
            help_ = f"to fix it, write `{slot.argument.name} = …`"
            evaluator.report(Diagnostic(WRONG_TYPE, node.span, message, "expected a list or a range", help_))
            return
        # A range may be long, and its ends speak for the rest.
        for value in (values[0], values[-1]) if isinstance(values, range) else values:
            if not judge(slot, value, node.span, evaluator):
                break
        count = len(values)
    if not count:
        message = f"{slot} has nothing to be chosen from"
        evaluator.report(Diagnostic(EMPTY_VALUES, node.span, message, "expected at least one value"))


def judge(slot: Slot, value: object, span: Span, evaluator: Evaluator, written: object = None) -> bool:
    """Tell whether an argument accepts a value, and say what is wrong if not: with the value, or what was `written`."""
    judged = sample(value)
    takes_objects = slot.takes_objects or any(isinstance(kind, Object) for kind in slot.argument.types)
    misplaced = not takes_objects and has_objects(judged)
    found = Verdict.WRONG_TYPE if misplaced else verdict(slot.argument.types, judged)
    if found is Verdict.ADMITTED:
        return True
    expected = describe_types(slot.argument.types)
    shown = describe(judged if written is None else written) + (", its value by default" if is_dynamic(value) else "")
    if found is Verdict.OUT_OF_RANGE:
        message = f"{slot} cannot be {shown}"
        meant = suggestions(judged, _strings(slot.argument.types)) if isinstance(judged, str) else []
        label = f"expected {expected}"
        evaluator.report(Diagnostic(OUT_OF_RANGE, span, message, label, asked(meant), suggestions=tuple(meant)))
    else:
        message = f"{slot} has the wrong type: {shown}"
        evaluator.report(Diagnostic(WRONG_TYPE, span, message, f"expected {expected}"))
    return False


def _strings(types: Iterable[Type]) -> list[str]:
    return [value for kind in types for value in getattr(kind, "values", ()) if isinstance(value, str)]
