"""Specifications for the tests of the check phase, and what is found in them."""

from mfc.check.check import Checked, check
from mfc.diagnostics.diagnostic import Diagnostic
from mfc.plan.lower import lower
from mfc.plan.plan import Model, Plan
from mfc.source import Source
from mfc.syntax.parse import parse

BASE = {
    "tournament": 'tournament Trial "A trial"',
    "data": "data mock.regression",
    "model": "model ridge: Ridge { alpha in [1, 2] }",
}
CLASSES = "data mock.classification\nmodel logistic: LogisticRegression { C in [1, 2] }"


def spec(*declarations: str) -> str:
    """Return a specification with these declarations, and what else is required."""
    given = "\n".join(declarations)
    keywords = {line.partition(" ")[0] for line in given.splitlines()}
    return "\n".join([*(text for keyword, text in BASE.items() if keyword not in keywords), given])


def checked(*declarations: str) -> Checked:
    """Check a specification that can be parsed."""
    parsed = parse(Source("trial.mf", spec(*declarations)))
    assert not parsed.diagnostics
    return check(parsed.program)


def findings(*declarations: str) -> list[tuple[str, str]]:
    """Return the codes of all findings in a specification, syntax and all, each with the marked text."""
    text = spec(*declarations)
    parsed = parse(Source("trial.mf", text))
    found = [*parsed.diagnostics, *check(parsed.program).diagnostics]
    return [(one.code.id, text[one.span.start : one.span.end]) for one in found]


def at(target: str, *declarations: str) -> list[tuple[str, str]]:
    """Return the codes of what is found in a specification for a target alone, each with the marked text."""
    text = spec(*declarations)
    program = parse(Source("trial.mf", text)).program
    found = set(check(program, target).diagnostics) - set(check(program).diagnostics)
    return [(one.code.id, text[one.span.start : one.span.end]) for one in found]


def finding(*declarations: str) -> Diagnostic:
    """Return the one finding in a specification."""
    (found,) = checked(*declarations).diagnostics
    return found


def plan(*declarations: str) -> Plan:
    """Return the plan of a specification without findings."""
    found = checked(*declarations)
    assert found.diagnostics == ()
    return lower(found.outline)


def model(body: str, estimator: str = "Ridge") -> Model:
    """Return the plan of a model, beside which there is another."""
    first, _ = plan(f"model one: {estimator} {{\n{body}\n}}", "model other: Lasso").models
    return first
