"""Run the benchmarks and write what they found: `make bench`, or `make bench QUICK=--quick`.

Writes results.json, RESULTS.md and the plots here, and the table in the README; with `--quick` into build/bench. Parts
that are named are measured anew, and the others kept as they were: `python benchmarks/bench.py --part commands`.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import demo
import editor
import ensembles
import machine
import race
import report
import spec_sizes
import startup
import tournaments
import wide
from processes import HERE

if TYPE_CHECKING:
    from collections.abc import Callable

PARTS = ("commands", "compiler", "editor", "demo", "tournaments", "wide", "race", "ensembles", "coverage")


def main() -> None:
    """Measure, one part after the other, for they would disturb each other."""
    parser = argparse.ArgumentParser(description="Measure the compiler and its flows.")
    parser.add_argument("--quick", action="store_true", help="smaller sizes, for a look")
    parser.add_argument("--part", action="append", choices=PARTS, dest="parts", help="measure this part alone")
    kinds = {"action": "append", "choices": tournaments.RIVALS, "dest": "kinds"}
    parser.add_argument("--tournament", **kinds, help="of the tournaments, measure this one alone")
    parser.add_argument("--rounds", type=int, default=3, help="how often each tournament is played in each way")
    given = parser.parse_args()
    quick = given.quick
    target = HERE.parent / "build" / "bench" if quick else HERE
    target.mkdir(parents=True, exist_ok=True)
    measures: dict[str, Callable[[Path], Any]] = {
        "commands": lambda _: [command._asdict() for command in startup.time_commands(3 if quick else 11)],
        "compiler": lambda folder: spec_sizes.measure(folder, quick=quick),
        "editor": lambda _: [answer._asdict() for answer in editor.measure(20 if quick else 100)],
        "demo": demo.measure,
        "tournaments": lambda folder: tournaments.measure(
            folder, quick=quick, rounds=1 if quick else given.rounds, kinds=given.kinds or tournaments.RIVALS
        ),
        "wide": lambda folder: wide.measure(folder, quick=quick),
        "coverage": lambda _: _coverage(quick=quick),
        "race": lambda folder: race.measure(folder, quick=quick),
        "ensembles": lambda folder: ensembles.measure(folder, quick=quick),
    }
    command = "make bench QUICK=--quick" if quick else "make bench"
    results = target / "results.json"
    found: dict[str, Any] = json.loads(results.read_text()) if given.parts and results.exists() else {}
    found |= {"command": command, "machine": machine.description()}
    for name in given.parts or PARTS:
        begun = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            measured = measures[name](Path(folder))
        found[name] = {**found.get(name, {}), **measured} if name == "tournaments" else measured
        print(f"{name}: {time.perf_counter() - begun:.0f} s", file=sys.stderr)
    results.write_text(json.dumps(found, indent=1) + "\n")
    report.write(found, target)
    if not quick:
        report.quote(found, HERE.parent / "README.md")


def _coverage(*, quick: bool) -> dict[str, Any]:
    import truth  # with pandas and scikit-learn, whose memory would count for every process started from here

    return truth.measure(quick=quick)


if __name__ == "__main__":
    main()
