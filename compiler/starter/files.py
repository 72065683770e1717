"""Files of rows, compressed or not, as pandas opens them by their names."""

from __future__ import annotations

from importlib import import_module
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

COMPRESSED = {".gz": "gzip", ".bz2": "bz2", ".xz": "lzma"}


def opened(path: Path, mode: str = "rb", **options: Any) -> IO[Any]:
    """Open a file for reading, through its compression."""
    module = COMPRESSED.get(path.suffix)
    file: IO[Any] = import_module(module).open(path, mode, **options) if module else path.open(mode, **options)
    return file
