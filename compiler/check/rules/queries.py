"""Advice: a query says in which order its rows come."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...diagnostics.codes import UNORDERED
from ...diagnostics.diagnostic import Diagnostic
from ...meaning.arguments import match
from ...meaning.outline import source_arguments, source_facts
from ...meaning.samples import sample
from ...syntax.tree import DataDeclaration

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline

ORDERED = re.compile(r"\border\s+by\b", re.IGNORECASE)


def queries(outline: Outline, report: Report) -> None:
    """Warn of queries whose rows may come in a different order, and so be split differently, in each run."""
    data, source = outline.one(DataDeclaration), outline.source
    facts = source_facts(data) if data else None
    if not data or not source or not source.call or not facts or facts.takes != "query":
        return
    argument = match(source.call, source_arguments(data)).get("query")
    query = sample(outline.evaluator.value(argument.value)) if argument else None
    if argument and isinstance(query, str) and not ORDERED.search(query):
        message = "this query has no `order by`, so two runs may split the rows differently"
        help_ = "add `order by` with a unique key"
        report(Diagnostic(UNORDERED, argument.value.span, message, "the order of rows is undefined", help_))
