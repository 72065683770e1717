"""The packages that a flow needs, and their versions where it pins them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..catalog.libraries import LIBRARIES, installed_version
from ..catalog.sources import DATA_SOURCES
from ..plan.plan import DataFile, Sql
from .models import library_of
from .python import roots

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..plan.plan import Plan

EVERY_FLOW = ("matplotlib>=3.10", "metaflow>=2.19", "pandas>=3", "scikit-learn>=1.9")

FILE_SYSTEMS = {"s3": "s3fs", "gs": "gcsfs"}
"""What reads the addresses of a scheme."""


def dependencies(plan: Plan) -> list[str]:
    """Return the packages that the flow of a plan needs."""
    libraries = {library_of(model) for model in plan.models} | set(roots((plan.models, plan.ensembles)))
    libraries |= {one.path.partition(".")[0] for one in plan.transformers}
    libraries |= {"skrub"} if plan.data.dates or plan.data.text else set()
    own = (package for library in libraries if library in LIBRARIES for package in LIBRARIES[library].packages)
    return sorted({*EVERY_FLOW, *_of_source(plan), *own})


def _of_source(plan: Plan) -> set[str]:
    """Return what reading the rows needs beside pandas."""
    rows = plan.data.source
    kind = rows.kind if isinstance(rows, DataFile) else "sql" if isinstance(rows, Sql) else None
    path = rows.path if isinstance(rows, DataFile) and isinstance(rows.path, str) else ""
    needed = {FILE_SYSTEMS[scheme] for scheme in FILE_SYSTEMS if path.startswith(f"{scheme}://")}
    return needed | set(DATA_SOURCES[kind].packages if kind else ())


def pinned(requirements: Iterable[str], listed: Iterable[str]) -> dict[str, str]:
    """Return the version of every package; what is neither listed nor installed keeps the least that is required."""
    from importlib.metadata import PackageNotFoundError

    versions = {}
    for requirement in requirements:
        name, _, least = requirement.partition(">=")
        try:
            versions[name] = installed_version(name)
        except PackageNotFoundError:
            versions[name] = f">={least}"
    given = (requirement.partition("==") for requirement in listed)
    versions |= {normalised(name): number for name, _, number in given}
    return dict(sorted(versions.items()))


def wrapped(requirements: Iterable[str]) -> list[str]:
    """Return the lines of a list of packages."""
    from textwrap import wrap

    return wrap(", ".join(f'"{one}"' for one in requirements) + ",", 90, break_on_hyphens=False)


def normalised(name: str) -> str:
    """Return a package's name as PyPI compares it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
