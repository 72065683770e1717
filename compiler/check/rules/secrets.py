"""No password stands in a specification, and so none in a flow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...diagnostics.codes import SECRET
from ...diagnostics.diagnostic import Diagnostic
from ...syntax.tree import Data
from ..evaluate import sample
from ..outline import source_arguments
from ..signature import match, values

if TYPE_CHECKING:
    from ..findings import Report
    from ..outline import Outline

PASSWORD = re.compile(r"^[\w+.-]+://([^/?#@]*:[^/?#@]+@|\S*[?&](password|passwd|pwd|token|secret)=[^&])", re.IGNORECASE)
"""An address with a password before its host, or among its options."""


def secrets(outline: Outline, report: Report) -> None:
    """Refuse addresses that hold a password."""
    data, source = outline.one(Data), outline.source
    if data is None or source is None or source.call is None:
        return
    given = source_arguments(data)
    spans = {name: one.value.span for name, one in match(source.call, given).items()}
    for name, value in values(source.call, given, outline.evaluator).items():
        address = sample(value)
        if isinstance(address, str) and PASSWORD.match(address):
            message = "this address holds a password, and a specification is for everyone to read"
            help_ = "put the address into an environment variable"
            help_ += ': `url = env("DATABASE_URL")`' if name == "url" else " and read it by a function of your own"
            report(Diagnostic(SECRET, spans[name], message, "with a password", help_))
