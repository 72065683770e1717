"""Compile again whenever a specification, or a file it includes, is saved.

The files are looked at a few times a second. That costs nothing for a handful of files, and works where file systems
give no notice of changes: over the network, in containers.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, TypeAlias

from ..syntax.include import beside
from ..syntax.tree import Include
from .console import CLEAN, CommandError, complain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ..pipeline import Compilation

    Compile = Callable[[str], Compilation | None]

PAUSE = 0.25

Versions: TypeAlias = dict[str, tuple[int, int, int] | None]
"""The files of a specification, and what tells their versions apart; None where there is no file."""


def watch(specs: Sequence[str], compile_file: Compile, pause: float = PAUSE) -> int:
    """Compile the specifications, and each again when it changes, until interrupted; mistakes are waited out."""
    try:
        seen = {spec: _compile(spec, [spec], compile_file) for spec in specs}
        print("watching for changes; Ctrl-C ends it", file=sys.stderr)
        while True:
            sys.stdout.flush()
            time.sleep(pause)
            for spec, versions in seen.items():
                if _look(versions) != versions:
                    time.sleep(pause)  # for the editor to finish
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
    except Exception as error:  # a bug of ours must not end it: the next version may be free of it
        from .main import confess

        confess(error)
    if compilation is None:
        return before
    return _look(_files(compilation)) | before


def _files(compilation: Compilation) -> list[str]:
    """Return the files of a specification, those it could not include among them: they may come."""
    sources = compilation.sources
    missing = [one for one in compilation.included.program.declarations if isinstance(one, Include)]
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
