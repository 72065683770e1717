"""Check arguments against the catalog: of calls, models and blocks, and of objects that the catalog does not know."""

from __future__ import annotations

import keyword
from typing import TYPE_CHECKING, NamedTuple

from ..catalog.libraries import library_of
from ..diagnostics.codes import MISSING_ARGUMENT, UNKNOWN_ARGUMENT, UNKNOWN_SETTING
from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.findings import not_supported, twice, unknown
from ..diagnostics.suggest import suggestions
from ..meaning.arguments import match, named
from .accept import Subject, check_value

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ..catalog.entry import Entry
    from ..diagnostics.findings import Report
    from ..meaning.arguments import One, Written
    from ..meaning.evaluate import Evaluator
    from ..source import Span
    from ..syntax.tree import Call

WITH_OBJECTS = ("estimator", "transformer", "distribution")
"""The kinds of entries that accept Python objects: the language's own settings are plain values."""


class Site(NamedTuple):
    """Where arguments are given: the owner, as it is called in a sentence, and the place to mark if one is missing.

    `complete` is false if some arguments could not be parsed.
    """

    owner: str
    span: Span
    complete: bool = True


def check(
    entry: Entry,
    written: Sequence[Written],
    place: Site,
    evaluator: Evaluator,
    report: Report,
    constant: Collection[str] = (),
) -> dict[str, Written]:
    """Check arguments against an entry and return those that exist; `constant` ones cannot use a parameter."""
    bound = check_names(entry, written, place, report)
    for name, one in bound.items():
        check_value(
            Subject(entry.arguments[name], place.owner, entry.kind in WITH_OBJECTS),
            one.value,
            evaluator,
            report,
            name in constant,
        )
    return bound


def check_names(entry: Entry, written: Sequence[One], place: Site, report: Report) -> dict[str, One]:
    """Check that the arguments exist, are given once, and that none is missing; return those that exist."""
    _check_known(entry, written, place.owner, report)
    bound = match(entry, written)
    if place.complete:
        _check_missing(entry, bound, written, place, report)
    return bound


def check_freely(written: Iterable[Written], evaluator: Evaluator, report: Report) -> None:
    """Check the arguments of an object that the catalog does not know: their values, and that their names are valid."""
    first: dict[str, Span] = {}
    for one in written:
        if one.name is not None:
            name = one.name.text
            if keyword.iskeyword(name):
                message = f"`{name}` is a Python keyword, so no argument can have this name"
                report(Diagnostic(UNKNOWN_ARGUMENT, one.name.span, message))
            if first.setdefault(name, one.name.span) != one.name.span:
                report(twice(one.name.span, f"`{name}`", first[name]))
        evaluator.value(one.value)


def check_call(call: Call, entry: Entry | None, evaluator: Evaluator, report: Report) -> None:
    """Check the arguments of a call of an object, by its entry if the catalog knows it."""
    if entry is None:
        check_freely(call.arguments, evaluator, report)
        return
    library = library_of(entry.path)
    if library and library.is_ours:
        report(not_supported(call.function.span, f"`{call.function.text}` inside another estimator"))
    check(entry, call.arguments, Site(f"`{entry.name}`", call.function.span), evaluator, report)


def _check_known(entry: Entry, written: Sequence[Written], owner: str, report: Report) -> None:
    """Report arguments that do not exist or are given more than once."""
    first: dict[str, Span] = {}
    for name, one in named(entry, written):
        span = one.name.span if one.name is not None else one.span
        if name is None:
            count = len(entry.arguments)
            takes = f"{count} argument{'s' * (count != 1)}" if count else "no arguments"
            report(Diagnostic(UNKNOWN_ARGUMENT, span, f"{owner} takes {takes}, but more are given", "one too many"))
        elif name not in entry.arguments:
            setting = entry.kind == "block"
            code, what = (UNKNOWN_SETTING, "setting") if setting else (UNKNOWN_ARGUMENT, "argument")
            message = f"{owner} has no {what} `{name}`"
            known = entry.arguments
            if keyword.iskeyword(name):
                message, known = f"`{name}` is a Python keyword, so no argument can have this name", {}
            report(unknown(code, span, message, name, known, f"unknown {what}"))
        elif first.setdefault(name, span) != span:
            report(twice(span, f"`{name}`", first[name]))


def _check_missing(
    entry: Entry, bound: Collection[str], written: Sequence[Written], place: Site, report: Report
) -> None:
    """Report missing arguments, except those that a misspelt one was probably meant to be."""
    misspelt = [one.name.text for one in written if one.name is not None and one.name.text not in entry.arguments]
    meant = {suggestion for name in misspelt for suggestion in suggestions(name, entry.arguments)}
    for argument in entry.arguments.values():
        if argument.required and argument.name not in bound and argument.name not in meant:
            message, label = f"{place.owner} needs `{argument.name}`", f"`{argument.name}` is missing"
            report(
                Diagnostic(MISSING_ARGUMENT, place.span, message, label, f"`{argument.name}`: {argument.description}")
            )
