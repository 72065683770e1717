"""Texts that are kept as files: `UPDATE_SNAPSHOTS=1 pytest …` writes them anew; read them before they are committed."""

import os
from pathlib import Path


def expect(text: str, path: Path) -> None:
    """Compare a text with the one that is kept, or keep it."""
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), f"if this is meant: UPDATE_SNAPSHOTS=1, then read {path}"
