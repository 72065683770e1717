"""Keep compiled templates where Python keeps compiled modules, under the same conditions."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from pickle import UnpicklingError
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache

if TYPE_CHECKING:
    from jinja2.bccache import Bucket


class Bytecode(FileSystemBytecodeCache):
    """The compiled templates of a package. A template that has changed since is compiled again."""

    def __init__(self, package: str) -> None:
        module = import_module(package).__file__ or package
        super().__init__(str(Path(cache_from_source(module)).parent), "%s.jinja.cache")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load a template; one that is missing or damaged is compiled again."""
        with suppress(OSError, EOFError, UnpicklingError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template if Python would keep a module: unless it is told not to, or cannot."""
        with suppress(OSError):
            if not sys.dont_write_bytecode:
                super().dump_bytecode(bucket)
