"""Arguments against the catalog: those of calls, of models, of blocks; and of what the catalog does not know."""

from __future__ import annotations

import keyword
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from ..diagnostics.codes import MISSING_ARGUMENT, UNKNOWN_ARGUMENT, UNKNOWN_SETTING
from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.suggest import suggestions
from ..syntax.tree import Argument, Binding
from .accept import Slot, check_value, read
from .findings import not_supported, twice, unknown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ..catalog.entry import Entry
    from ..source import Span
    from ..syntax.tree import Call
    from .evaluate import Evaluator, Result
    from .findings import Report

Written: TypeAlias = Argument | Binding
One = TypeVar("One", Argument, Binding, Written)

WITH_OBJECTS = ("estimator", "transformer", "distribution")
"""What may be given Python objects: the language's own settings are plain values."""


class Place(NamedTuple):
    """Where arguments are given: to whom, as a sentence names it; the place to mark where one is missing.

    `complete` is false where more may have been written than could be read.
    """

    owner: str
    span: Span
    complete: bool = True


def bindings_in(entries: Iterable[object]) -> tuple[Binding, ...]:
    """Return the bindings among the entries of a block."""
    return tuple(entry for entry in entries if isinstance(entry, Binding))


def match(entry: Entry, written: Iterable[One]) -> dict[str, One]:
    """Return what is written for each argument of an entry; what belongs to none is left out."""
    bound: dict[str, One] = {}
    for name, one in _named(entry, written):
        if name is not None and name in entry.arguments:
            bound.setdefault(name, one)
    return bound


def values(entry: Entry, written: Iterable[Written], evaluator: Evaluator) -> dict[str, Result]:
    """Return the value that each argument of an entry is given, in the order written."""
    bound = match(entry, written)
    return {name: read(entry.arguments[name].types, one.value, evaluator) for name, one in bound.items()}


def check(
    entry: Entry, written: Sequence[Written], place: Place, evaluator: Evaluator, constant: Collection[str] = ()
) -> dict[str, Written]:
    """Check arguments against an entry and return those that are its own; the `constant` ones may use no parameter."""
    bound = check_names(entry, written, place, evaluator.report)
    for name, one in bound.items():
        check_value(
            Slot(entry.arguments[name], place.owner, entry.kind in WITH_OBJECTS), one.value, evaluator, name in constant
        )
    return bound


def check_names(entry: Entry, written: Sequence[One], place: Place, report: Report) -> dict[str, One]:
    """Check that the arguments are an entry's, each once, none missing; return those that are its own."""
    _check_known(entry, written, place.owner, report)
    bound = match(entry, written)
    if place.complete:
        _check_missing(entry, bound, written, place, report)
    return bound


def check_freely(written: Iterable[Written], evaluator: Evaluator) -> None:
    """Check the arguments of something that the catalog does not know, for values and for names that Python takes."""
    first: dict[str, Span] = {}
    for one in written:
        if one.name is not None:
            name = one.name.text
            if keyword.iskeyword(name):
                message = f"`{name}` is a keyword of Python, so no argument can have this name"
                evaluator.report(Diagnostic(UNKNOWN_ARGUMENT, one.name.span, message))
            if first.setdefault(name, one.name.span) != one.name.span:
                evaluator.report(twice(one.name.span, f"`{name}`", first[name]))
        evaluator.value(one.value)


def check_call(evaluator: Evaluator, call: Call, path: str) -> list[str | None]:
    """Check the arguments of a call of an object and return the name of each, where it is known."""
    entry = evaluator.catalog.entry("transformer", path) or evaluator.catalog.entry("estimator", path)
    if entry and entry.path.startswith("keras."):
        evaluator.report(not_supported(call.function.span, f"`{call.function.text}` inside another estimator"))
    if entry is None:
        check_freely(call.arguments, evaluator)
        return [one.name and one.name.text for one in call.arguments]
    check(entry, call.arguments, Place(f"`{entry.name}`", call.function.span), evaluator)
    return [name for name, _ in _named(entry, call.arguments)]


def _named(entry: Entry, written: Iterable[One]) -> list[tuple[str | None, One]]:
    """Return each argument with its name; those without one have the entry's, in order, until there are no more."""
    names = iter(entry.arguments)
    return [(one.name.text if one.name is not None else next(names, None), one) for one in written]


def _check_known(entry: Entry, written: Sequence[Written], owner: str, report: Report) -> None:
    """Report arguments that the entry has not, and those that are given again."""
    first: dict[str, Span] = {}
    for name, one in _named(entry, written):
        span = one.name.span if one.name is not None else one.span
        if name is None:
            count = len(entry.arguments)
            takes = f"{count} argument{'s' * (count != 1)}" if count else "no arguments"
            report(Diagnostic(UNKNOWN_ARGUMENT, span, f"{owner} takes {takes}, and this is one more", "one too many"))
        elif name not in entry.arguments:
            setting = entry.kind == "block"
            code, what = (UNKNOWN_SETTING, "setting") if setting else (UNKNOWN_ARGUMENT, "argument")
            message = f"`{name}` is no {what} of {owner}"
            known = entry.arguments
            if keyword.iskeyword(name):
                message, known = f"`{name}` is a keyword of Python, so no argument can have this name", {}
            report(unknown(code, span, message, name, known, f"unknown {what}"))
        elif first.setdefault(name, span) != span:
            report(twice(span, f"`{name}`", first[name]))


def _check_missing(
    entry: Entry, bound: Collection[str], written: Sequence[Written], place: Place, report: Report
) -> None:
    """Report arguments that are not there, save those that a misspelt one may have been meant for."""
    misspelt = [one.name.text for one in written if one.name is not None and one.name.text not in entry.arguments]
    meant = {suggestion for name in misspelt for suggestion in suggestions(name, entry.arguments)}
    for argument in entry.arguments.values():
        if argument.required and argument.name not in bound and argument.name not in meant:
            message, label = f"{place.owner} needs `{argument.name}`", f"`{argument.name}` is missing"
            report(
                Diagnostic(MISSING_ARGUMENT, place.span, message, label, f"`{argument.name}`: {argument.description}")
            )
