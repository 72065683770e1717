"""(f) `make demo` from a fresh clone to its end, step by step; uv takes what it has in its cache from there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flows import found_by
from processes import HERE, take

if TYPE_CHECKING:
    from pathlib import Path


def measure(folder: Path) -> dict[str, Any]:
    """Return what cloning, installing and the rest took, and the seconds of the steps of the flow."""
    clone = folder / "clone"
    commands: dict[str, list[str | Path]] = {
        "`git clone`": ["git", "clone", "--quiet", HERE.parent, clone],
        "installing": ["make", "-C", clone, ".venv/.flows"],
        "`make demo` after that": ["make", "-C", clone, "demo"],
    }
    taken = {name: take(command, folder)._asdict() for name, command in commands.items()}
    return {"commands": taken, "steps": found_by(clone / "examples" / "quickstart_flow.py", folder)["steps"]}
