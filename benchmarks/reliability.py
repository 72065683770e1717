"""Write the table of docs/reliability.md from what the tests of faults have seen: one row for each fault."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
OUTCOMES, PAGE = ROOT / "build" / "faults", ROOT / "docs" / "reliability.md"
PLACE = re.compile(r"(<!-- table -->\n).*?(<!-- /table -->)", re.DOTALL)
COLUMNS = {"fault": "when", "happens": "then", "kept": "kept"}


def table(outcomes: list[dict[str, str]]) -> str:
    """Return the outcomes as a table, in the order of the faults' names."""
    rows = [[outcome[column] for column in COLUMNS] for outcome in sorted(outcomes, key=lambda one: one["fault"])]
    lines = [list(COLUMNS.values()), ["---"] * len(COLUMNS), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def updated(page: str, outcomes: list[dict[str, str]]) -> str:
    """Return the page with the table of these outcomes."""
    return PLACE.sub(lambda found: found[1] + table(outcomes) + found[2], page)


def main() -> int:
    """Bring the page up to date, if anything was seen."""
    outcomes = [json.loads(file.read_text(encoding="utf-8")) for file in OUTCOMES.glob("*.json")]
    if not outcomes:
        print(f"there are no outcomes in {OUTCOMES}: run `make soak`", file=sys.stderr)
        return 1
    PAGE.write_text(updated(PAGE.read_text(encoding="utf-8"), outcomes), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
