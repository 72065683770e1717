"""Compile again whenever a specification, or a file it includes, is saved.

The files are polled a few times a second. That is cheap for a few files, and works where file systems do not report
changes: over the network, in containers.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, TypeAlias

from ..syntax.include import beside
from ..syntax.tree import IncludeDeclaration
from .console import CLEAN, CommandError, complain
from .output import failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ..pipeline import Compilation

    Compile = Callable[[str], Compilation | None]

PAUSE = 0.25

Versions: TypeAlias = dict[str, tuple[int, int, int] | None]
"""The files of a specification with their versions; None if a file does not exist."""


def watch(specs: Sequence[str], compile_file: Compile, pause: float = PAUSE) -> int:
    """Compile the specifications, and each again when it changes, until interrupted."""
    try:
        seen = {spec: _compile(spec, [spec], compile_file) for spec in specs}
        print("watching for changes; press Ctrl-C to stop", file=sys.stderr)
        while True:
            if failure():
                return CLEAN  # nobody reads the output any more
            time.sleep(pause)
            for spec, versions in seen.items():
                if _look(versions) != versions:
                    time.sleep(pause)  # let the editor finish writing
                    seen[spec] = _compile(spec, versions, compile_file)
    except KeyboardInterrupt:
        return CLEAN


def _compile(spec: str, files: Iterable[str], compile_file: Compile) -> Versions:
    """Compile a specification, and return what it was compiled from: files that change meanwhile count as changed."""
    before = _look(files)
    compilation = None
    try:
        compilation = compile_file(spec)
    except CommandError as error:
        complain(str(error))
    except Exception as error:  # keep watching after an internal error: the next version of the file may compile
        from .main import confess

        confess(error)
    if compilation is None:
        return before
    return _look(_files(compilation)) | before


def _files(compilation: Compilation) -> list[str]:
    """Return the files of a specification, including missing ones, which may be created."""
    sources = compilation.sources
    missing = [one for one in compilation.included.program.declarations if isinstance(one, IncludeDeclaration)]
    return [
        *(source.name for source in sources.all),
        *(beside(sources.find(one.span).source, one) for one in missing),
    ]


def _look(files: Iterable[str]) -> Versions:
    return {file: _version(file) for file in files}


def _version(file: str) -> tuple[int, int, int] | None:
    try:
        found = os.stat(file)  # noqa: PTH116
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
