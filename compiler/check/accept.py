"""Check the values of an argument: a fixed one, or each of a finite set."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..catalog.entry import Object
from ..catalog.types import Verdict, describe_types, verdict
from ..diagnostics.codes import EMPTY_VALUES, OUT_OF_RANGE, WRONG_TYPE
from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.findings import not_constant
from ..diagnostics.suggest import asked, suggestions
from ..meaning.evaluate import UNKNOWN
from ..meaning.read import item_types, read, take_words
from ..meaning.samples import has_objects, is_dynamic, sample
from ..meaning.show import describe
from ..syntax.tree import ListOf, TupleOf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..catalog.entry import Argument, Type
    from ..diagnostics.findings import Report
    from ..meaning.evaluate import Evaluator
    from ..source import Span
    from ..syntax.tree import Expression


class Subject(NamedTuple):
    """An argument and its owner, as the subject of a sentence."""

    argument: Argument
    owner: str
    takes_objects: bool = False

    def __str__(self) -> str:
        return f"`{self.argument.name}` of {self.owner}"


def check_value(
    subject: Subject, node: Expression, evaluator: Evaluator, report: Report, constant: bool = False
) -> None:
    """Check the value that an argument is fixed to."""
    if isinstance(node, ListOf | TupleOf) and take_words(items := item_types(subject.argument.types)):
        for item in node.items:
            check_value(
                subject._replace(argument=subject.argument._replace(types=items)), item, evaluator, report, constant
            )
        return
    value = read(subject.argument.types, node, evaluator)
    if value is UNKNOWN:
        return
    if constant and is_dynamic(value):
        report(not_constant(node.span, str(subject)))
        return
    judge(subject, value, node.span, report)


def check_values(subject: Subject, node: Expression, evaluator: Evaluator, report: Report) -> None:
    """Check the finite set that an argument is chosen from."""
    if isinstance(node, ListOf | TupleOf):
        for item in node.items:
            check_value(subject, item, evaluator, report)
        count = len(node.items)
    else:
        values = evaluator.value(node)
        if values is UNKNOWN:
            return
        if not isinstance(values, list | range) and type(values) is not tuple:
            message = f"`in` takes a list or a range of values for {subject}, not {describe(values)}"
            help_ = f"to fix it, write `{subject.argument.name} = …`"
            report(Diagnostic(WRONG_TYPE, node.span, message, "expected a list or a range", help_))
            return
        # A range may be long; its ends represent the rest.
        for value in (values[0], values[-1]) if isinstance(values, range) else values:
            if not judge(subject, value, node.span, report):
                break
        count = len(values)
    if not count:
        message = f"there are no values to choose {subject} from"
        report(Diagnostic(EMPTY_VALUES, node.span, message, "expected at least one value"))


def judge(subject: Subject, value: object, span: Span, report: Report, written: object = None) -> bool:
    """Return whether an argument accepts a value, and report it if not, showing the value or what was `written`."""
    judged = sample(value)
    takes_objects = subject.takes_objects or any(isinstance(kind, Object) for kind in subject.argument.types)
    misplaced = not takes_objects and has_objects(judged)
    found = Verdict.WRONG_TYPE if misplaced else verdict(subject.argument.types, judged)
    if found is Verdict.ADMITTED:
        return True
    expected = describe_types(subject.argument.types)
    shown = describe(judged if written is None else written) + (", its default" if is_dynamic(value) else "")
    if found is Verdict.OUT_OF_RANGE:
        message = f"{subject} cannot be {shown}"
        meant = suggestions(judged, _strings(subject.argument.types)) if isinstance(judged, str) else []
        label = f"expected {expected}"
        report(Diagnostic(OUT_OF_RANGE, span, message, label, asked(meant), suggestions=tuple(meant)))
    else:
        message = f"{subject} has the wrong type: {shown}"
        report(Diagnostic(WRONG_TYPE, span, message, f"expected {expected}"))
    return False


def _strings(types: Iterable[Type]) -> list[str]:
    return [value for kind in types for value in getattr(kind, "values", ()) if isinstance(value, str)]
