"""What came of faults and of runs elsewhere, written down by the tests: the documentation has tables of it."""

import json
import re
from collections.abc import Callable
from pathlib import Path

BUILD = Path(__file__).parents[2] / "build"
Record = Callable[[str, str, str], None]


def note(place: str, name: str, **outcome: str) -> None:
    """Write an outcome down, into a folder of `build`."""
    folder = BUILD / place
    folder.mkdir(parents=True, exist_ok=True)
    plain = re.sub(r"\W+", "-", name)
    (folder / f"{plain}.json").write_text(json.dumps(outcome), encoding="utf-8")


def recorder(place: str, test: str) -> Record:
    """Return what a test writes down with what came of a fault."""

    def write(fault: str, happens: str, kept: str) -> None:
        note(place, f"{test}-{fault}", fault=fault, happens=happens, kept=kept)

    return write
