"""How a file is read: options that pandas would refuse, or that contradict each other."""

from __future__ import annotations

import re
from encodings.aliases import aliases
from typing import TYPE_CHECKING

from ...diagnostics.codes import CONFLICT, OUT_OF_RANGE
from ...diagnostics.diagnostic import Diagnostic, Related
from ...diagnostics.findings import not_constant
from ...diagnostics.suggest import did_you_mean
from ...meaning.arguments import match
from ...meaning.outline import source_arguments, source_name
from ...meaning.read import values
from ...meaning.samples import is_dynamic
from ...syntax.tree import DataDeclaration

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline
    from ...source import Span
    from ...syntax.tree import CallArgument

ONE_CHARACTER = ("decimal", "thousands", "quotechar", "comment")
APART = ("sep", "decimal", "thousands", "currency", "quotechar", "comment")
"""The options that must differ from each other."""

QUOTED = ("decimal", "thousands")
"""What a comma may be although it is the separator, because a value in quotes may have the separator in it."""

OF_NUMBERS = frozenset("0123456789+-()")
"""What is part of a number, or of an amount of money, itself."""

NOT_OF_NUMBERS = {
    "decimal": 'expected a mark such as "," or "."',
    "thousands": 'expected a mark such as "," or "."',
    "currency": 'expected a sign such as "$" or "CHF"',
}
"""The options that cannot contain what is part of a number, and what is expected instead."""

DEFAULTS = {"sep": ",", "decimal": "."}


def reading(outline: Outline, report: Report) -> None:
    """Check the arguments of `csv`."""
    data, source = outline.one(DataDeclaration), outline.source
    if data is None or source is None or source.call is None or source_name(data) != "csv":
        return
    given = match(source.call, source_arguments(data))
    written = values(source.call, given.values(), outline.evaluator)
    options = {name: written[name] for name in given if name != "path" and name in written}
    for name, value in options.items():
        if is_dynamic(value):
            report(not_constant(given[name].value.span, f"`{name}`"))
        elif isinstance(value, str):
            _check_characters(name, value, given[name], report)
    _check_apart({name: value for name, value in options.items() if isinstance(value, str)}, given, report)


def _check_characters(name: str, value: str, argument: CallArgument, report: Report) -> None:
    span = argument.value.span
    if name == "encoding":
        _check_encoding(value, span, report)
    elif name in ONE_CHARACTER and len(value) != 1:
        report(Diagnostic(OUT_OF_RANGE, span, f"`{name}` of `csv` must be one character", "expected one character"))
    elif name in ("sep", "currency") and not (value if name == "sep" else value.strip()):
        report(Diagnostic(OUT_OF_RANGE, span, f"`{name}` of `csv` cannot be empty", "expected at least one character"))
    elif name in NOT_OF_NUMBERS and (part := next((one for one in value if one in OF_NUMBERS), None)):
        message = f"`{name}` of `csv` cannot contain `{part}`, which is part of a number"
        report(Diagnostic(OUT_OF_RANGE, span, message, NOT_OF_NUMBERS[name]))
    elif name == "sep" and len(value) > 1 and (problem := _of_pattern(value)):
        message = f"`sep` of `csv` is a regular expression if it is several characters, and this {problem}"
        help_ = r'write `\\` before a character that stands for itself, as in "\\|\\|"'
        report(Diagnostic(OUT_OF_RANGE, span, message, "expected a regular expression", help_))


def _check_encoding(value: str, span: Span, report: Report) -> None:
    try:
        "".encode(value)
    except (LookupError, ValueError):
        help_ = did_you_mean(value, {*aliases, *aliases.values()})
        label = 'expected a name such as "utf-8" or "cp1252"'
        report(Diagnostic(OUT_OF_RANGE, span, f"Python has no text encoding `{value}`", label, help_))


def _of_pattern(pattern: str) -> str | None:
    """Return what is wrong with a regular expression that separates values, if anything."""
    try:
        found = re.compile(pattern)
    except re.error as error:
        return f"is not a valid one: {error}"
    return "matches the empty string" if found.match("") else None


def _check_apart(options: dict[str, str], given: dict[str, CallArgument], report: Report) -> None:
    """Check that no two options are the same character; options that are not given have their defaults."""
    seen: dict[str, str] = {}
    all_options = DEFAULTS | options
    for name in (name for name in APART if name in all_options):
        other = seen.setdefault(all_options[name], name)
        if other == "sep" and name in QUOTED and all_options[name] == ",":
            other = seen[","] = name
        if other == name:
            continue
        marked, unmarked = (name, other) if name in options else (other, name)
        message = f"`{other}` and `{name}` of `csv` are the same character"
        related = (Related(given[unmarked].value.span, f"`{unmarked}` is here"),) if unmarked in options else ()
        label = "expected another character" if related else f"this is the default of `{unmarked}`"
        report(Diagnostic(CONFLICT, given[marked].value.span, message, label, related=related))
