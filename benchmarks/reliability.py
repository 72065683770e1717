"""Write tables of the documentation from what tests have seen: what came of faults, and the runs on other engines."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ROOT = Path(__file__).parents[1]
BUILD, DOCS = ROOT / "build", ROOT / "docs"
OF_FAULTS = {"fault": "when", "happens": "then", "kept": "kept"}
OF_RUNS = {
    "run": "run",
    "engine": "on",
    "tasks": "tasks",
    "here": "here",
    "there": "there",
    "equal": "the same",
}


class Table(NamedTuple):
    """A table: its page, the folder with an outcome for each row, and the titles of the columns; the first sorts."""

    page: Path
    outcomes: Path
    columns: Mapping[str, str]


TABLES = {
    "table": Table(DOCS / "reliability.md", BUILD / "faults", OF_FAULTS),
    "batch": Table(DOCS / "reliability.md", BUILD / "faults-on-batch", OF_FAULTS),
    "runs": Table(DOCS / "deployment.md", BUILD / "runs-on-engines", OF_RUNS),
}
"""By the names they have in the pages. The first is made by `make soak`, the others by `make engines`."""


def table(outcomes: Iterable[Mapping[str, str]], columns: Mapping[str, str] = OF_FAULTS) -> str:
    """Return the outcomes as a table."""
    first = next(iter(columns))
    rows = [[outcome[column] for column in columns] for outcome in sorted(outcomes, key=lambda one: one[first])]
    lines = [list(columns.values()), ["---"] * len(columns), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def updated(page: str, text: str, name: str = "table") -> str:
    """Return the page with this text in the place of a table."""
    place = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    return place.sub(lambda found: found[1] + text + found[2], page)


def main() -> int:
    """Bring the pages up to date, as far as anything was seen."""
    files = {name: list(one.outcomes.glob("*.json")) for name, one in TABLES.items()}
    if not any(files.values()):
        print("there are no outcomes in build/: run `make soak` or `make engines`", file=sys.stderr)
        return 1
    for name, found in files.items():
        page, outcomes = TABLES[name].page, [json.loads(file.read_text(encoding="utf-8")) for file in found]
        if outcomes:
            text = updated(page.read_text(encoding="utf-8"), table(outcomes, TABLES[name].columns), name)
            page.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
