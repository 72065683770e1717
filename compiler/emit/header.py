"""The provenance of a generated flow: one comment that says what it was made from, and whether it was changed since.

Nothing in it changes unless the flow does: no time, no path, no version of a tool.
"""

from __future__ import annotations

import re
from ast import literal_eval
from hashlib import sha256
from typing import NamedTuple

TEMPLATES = 1
"""The version of the templates: raised when they write another flow for the same specification."""

METADATA_END = "# ///\n"
PLAIN_NAME = re.compile(r"[\w.+-]+")
STAMP = re.compile(
    r"""^\#\ mfc:\ spec\ (?P<spec>[\w.+-]+|'.*'|".*")\ (?P<spec_digest>[0-9a-f]{12}),"""
    r"""\ body\ (?P<body_digest>[0-9a-f]{12}),\ templates\ (?P<templates>\d{1,9})\n""",
    re.MULTILINE | re.VERBOSE,
)


class Stamp(NamedTuple):
    """What a generated flow says of itself: `spec` as shown there; `edited` if its body is not the one stamped."""

    spec: str
    spec_digest: str
    body_digest: str
    templates: int
    edited: bool

    @property
    def spec_name(self) -> str:
        """The name of the specification's file."""
        return self.spec if PLAIN_NAME.fullmatch(self.spec) else str(literal_eval(self.spec))


def spec_digest(*texts: str) -> str:
    """Return the digest of a specification, the texts of all its files: the same whatever their line ends are."""
    return sha256("\0".join(map(normalised, texts)).encode()).hexdigest()[:12]


def stamp(flow: str, spec: str, digest: str) -> str:
    """Return the flow with its provenance, below the metadata block if there is one; `spec` is a file name."""
    metadata, end, rest = flow.partition(METADATA_END)
    before, after = (metadata + end, rest) if end else ("", flow)
    line = f"# mfc: spec {shown_name(spec)} {digest}, body {_body_digest(flow)}, templates {TEMPLATES}\n"
    return before + line + after


def recognise(text: str) -> Stamp | None:
    """Return the stamp of a generated flow, or None for any other text."""
    text = normalised(text)
    found = STAMP.search(text)
    if found is None:
        return None
    body = text[: found.start()] + text[found.end() :]
    return Stamp(
        spec=found["spec"],
        spec_digest=found["spec_digest"],
        body_digest=found["body_digest"],
        templates=int(found["templates"]),
        edited=_body_digest(body) != found["body_digest"],
    )


def shown_name(name: str) -> str:
    """Return a file name on one line: as it is where it is plain, or else as Python shows a string."""
    return name if PLAIN_NAME.fullmatch(name) else repr(name)


def _body_digest(body: str) -> str:
    return sha256(normalised(body).encode()).hexdigest()[:12]


def normalised(text: str) -> str:
    """Return a text with the line ends that we write."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
