"""Advice: a query says in which order its rows come."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...diagnostics.codes import UNORDERED
from ...diagnostics.diagnostic import Diagnostic
from ...syntax.tree import Data
from ..evaluate import sample
from ..outline import source_arguments, source_name
from ..signature import match

if TYPE_CHECKING:
    from ..findings import Report
    from ..outline import Outline

ORDERED = re.compile(r"\border\s+by\b", re.IGNORECASE)


def queries(outline: Outline, report: Report) -> None:
    """Warn of queries whose rows may come in another order in every run: the splits would be others, too."""
    data, source = outline.one(Data), outline.source
    if data is None or source is None or source.call is None or source_name(data) != "sql":
        return
    argument = match(source.call, source_arguments(data)).get("query")
    query = sample(outline.evaluator.value(argument.value)) if argument else None
    if argument and isinstance(query, str) and not ORDERED.search(query):
        message = "this query does not say in which order its rows come, so two runs may split them in two ways"
        report(Diagnostic(UNORDERED, argument.value.span, message, "without `order by`", "add `order by`, with a key"))
