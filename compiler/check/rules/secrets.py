"""No password is written in a specification, and so none in a flow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...diagnostics.codes import SECRET
from ...diagnostics.diagnostic import Diagnostic
from ...meaning.arguments import match
from ...meaning.outline import source_arguments
from ...meaning.read import values
from ...meaning.samples import sample
from ...syntax.tree import DataDeclaration

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline

PASSWORD = re.compile(r"^[\w+.-]+://([^/?#@]*:[^/?#@]+@|\S*[?&](password|passwd|pwd|token|secret)=[^&])", re.IGNORECASE)
"""An address with a password before its host, or among its options."""


def secrets(outline: Outline, report: Report) -> None:
    """Refuse addresses that hold a password."""
    data, source = outline.one(DataDeclaration), outline.source
    if data is None or source is None or source.call is None:
        return
    given = source_arguments(data)
    spans = {name: one.value.span for name, one in match(source.call, given).items()}
    for name, value in values(source.call, given, outline.evaluator).items():
        address = sample(value)
        if isinstance(address, str) and PASSWORD.match(address):
            message = "this address contains a password, which everyone who reads the specification can see"
            help_ = "put the address into an environment variable"
            help_ += ': `url = env("DATABASE_URL")`' if name == "url" else ", and read it in a function of your own"
            report(Diagnostic(SECRET, spans[name], message, "contains a password", help_))
