"""The versions of the libraries that a flow pins: those the specification lists, or those installed here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def pinned(requirements: Iterable[str], listed: Iterable[str]) -> dict[str, str]:
    """Return the version of every package; what is neither listed nor installed keeps the least that is required."""
    from importlib.metadata import PackageNotFoundError, version

    versions = {}
    for requirement in requirements:
        name, _, least = requirement.partition(">=")
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            versions[name] = f">={least}"
    given = (requirement.partition("==") for requirement in listed)
    versions |= {normalised(name): number for name, _, number in given}
    return dict(sorted(versions.items()))


def normalised(name: str) -> str:
    """Return a package's name as PyPI compares it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
