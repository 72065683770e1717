"""Write what the benchmarks found for people: RESULTS.md, plots, and the table in the README.

`python benchmarks/report.py build/bench/results.json` keeps the results of a quick look.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

BEGIN, END = "<!-- benchmarks -->", "<!-- end of benchmarks -->"
APART = ("mfc with `race`", "FLAML")
"""Ways that the README does not name: another tournament of ours, and one that takes as long as it is told."""

DISTANCES = {"off": "+.4f", "distance": ".4f"}
"""What is said of how far a score is from the truth, and how it is written."""
INTRODUCTION = """\
# Results

Measured and written by `{command}`: whole processes, by the clock unless it says otherwise. What stands in one table
was measured in one run; the wide tournaments at the end are compared with nothing. "mfc takes" is how many times as
long mfc took; "difference" is the largest of a candidate's mean score from mfc's.
"""


def write(found: dict[str, Any], target: Path) -> None:
    """Write RESULTS.md and its plots into a folder."""
    cores = int(found["machine"]["cores"])
    parts: dict[str, Callable[[Any], list[str]]] = {
        "machine": lambda part: _section("The machine", ("what", "value"), part.items()),
        "commands": _commands,
        "compiler": _compiler,
        "editor": _editor,
        "demo": _demo,
        "tournaments": lambda part: _tournaments(part, cores),
        "wide": _wide,
        "race": _race,
        "ensembles": _ensembles,
        "coverage": _coverage,
    }
    sections = [line for name, lines in parts.items() if name in found for line in lines(found[name])]
    (target / "RESULTS.md").write_text("\n".join([INTRODUCTION.format(command=found["command"]), *sections]))
    if "compiler" in found:
        _plot_sizes(found["compiler"]["sizes"], target / "spec_sizes.png")
    if "wide" in found:
        _plot_wide(found["wide"], target / "wide.png")


def quote(found: dict[str, Any], readme: Path) -> None:
    """Put the most telling figures between the markers in the README, if it has them."""
    text = readme.read_text()
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if begin and end:
        readme.write_text(f"{before}{begin}\n{_table(('what', 'how long'), _highlights(found))}{end}{after}")


def _highlights(found: dict[str, Any]) -> list[tuple[str, str]]:
    kinds = found["tournaments"]
    rows = [(one["title"], f"{one['times']:.1f} times `python -c pass`") for one in found["commands"][1:]]
    for kind in (kind for kind in kinds if kind not in ("networks", "seeds")):
        ours, *others = kinds[kind].items()
        alone = ours[1]["fit_seconds"] / int(found["machine"]["cores"])
        rivals = [(way, taken) for way, taken in others if way not in APART]
        beside = [f"{ours[1]['seconds'] / taken['seconds']:.1f} times {way}" for way, taken in rivals]
        beside.append(f"{ours[1]['seconds'] / alone:.1f} times its fits alone")
        rows.append((f"{kind} tournament, {ours[1]['fits']:,} fits", ", ".join(beside)))
    networks = kinds.get("networks", ())
    if networks:
        ours, theirs = (sum(one[way]["seconds"] for one in networks) for way in ("mfc", "Keras"))
        rows.append(("the article's networks, one fold each, 50 epochs", f"{ours / theirs:.2f} times Keras's `fit`"))
    return rows


def _commands(found: list[dict[str, Any]]) -> list[str]:
    rows = (
        (one["title"], f"{one['taken']:.0f} ms", f"{one['cpu']:.0f} ms", f"{one['times']:.1f}", str(one["limit"] or ""))
        for one in found
    )
    return _section("The command line", ("command", "median", "least CPU", "times Python's", "limit"), rows)


def _editor(found: list[dict[str, Any]]) -> list[str]:
    rows = ((one["title"], f"{one['taken']:.0f} ms", f"{one['limit']} ms") for one in found)
    return _section("The language server, on 500 lines", ("answer", "95% within", "limit"), rows)


def _compiler(found: dict[str, Any]) -> list[str]:
    commands = list(found["sizes"][0]["cold"])
    phases = list(found["sizes"][0]["warm"])
    cold = (
        (str(size["lines"]), *(_ms(size["cold"][command]["seconds"]) for command in commands), _megabytes(size))
        for size in found["sizes"]
    )
    warm = [(str(size["lines"]), size["warm"]) for size in found["sizes"]] + [("60, five kinds", found["sixty"])]
    rows = ((lines, *(_ms(taken[phase]) for phase in phases), _per_line(lines, taken)) for lines, taken in warm)
    many = found["many"]
    return [
        *_section("Specifications by size, cold", ("lines", *commands, "largest process"), cold),
        *_section("Specifications by size, warm", ("lines", *phases, "a line, without black"), rows),
        f"{many['specs']} specifications in one call: {_ms(many['each'])} each.\n",
        "![Seconds by the lines of a specification](spec_sizes.png)\n",
    ]


def _megabytes(size: dict[str, Any]) -> str:
    return f"{max(taken['megabytes'] for taken in size['cold'].values()):.0f} MB"


def _per_line(lines: str, taken: dict[str, float]) -> str:
    seconds = sum(value for phase, value in taken.items() if phase != "black")
    return f"{1e6 * seconds / int(lines.partition(',')[0]):.0f} µs"


def _tournaments(found: dict[str, Any], cores: int) -> list[str]:
    lines = []
    head = (
        "way",
        "took",
        "mfc takes",
        "CPU",
        "mfc takes of it",
        "largest process",
        "R² on the test rows",
        "difference",
    )
    for kind, ways in found.items():
        if kind not in ("networks", "seeds"):
            ours = ways["mfc"]
            title = f"{kind[0].upper()}{kind[1:]}: {len(ours['scores']):,} candidates, {ours['fits']:,} fits"
            lines += _section(title, head, (_way(way, taken, ours) for way, taken in ways.items()))
            alone = ours["fit_seconds"] / cores
            lines.append(
                f"Its {ours['tasks']} tasks; the fits alone, shared out evenly: {alone:.1f} s, of which mfc takes "
                f"{ours['seconds'] / alone:.2f} times as long.\n"
            )
    if seeds := found.get("seeds"):
        played = ((str(one["seed"]), *one["winners"], *(f"{score:.4f}" for score in one["test"])) for one in seeds)
        head = ("seed", "winner", "Keras's winner", "R² on the test rows", "Keras's")
        lines += _section("Networks by compiled epochs and by Keras's fit", head, played)
    return [*lines, *_networks(found.get("networks", ()))]


def _way(way: str, taken: dict[str, Any], ours: dict[str, Any]) -> Sequence[str]:
    return (
        way,
        f"{taken['seconds']:.1f} s",
        f"{ours['seconds'] / taken['seconds']:.2f}",
        f"{taken['cpu']:.1f} s",
        f"{ours['cpu'] / taken['cpu']:.2f}",
        f"{taken['megabytes']:.0f} MB",
        _or_nothing(taken["test"], ".4f"),
        _or_nothing(taken.get("difference"), ".1e"),
    )


def _or_nothing(number: float | None, form: str) -> str:
    return "" if number is None else format(number, form)


def _networks(found: Iterable[dict[str, Any]]) -> list[str]:
    rows = [
        (
            str(tuple(one["sizes"])),
            *(f"{one[way]['seconds']:.1f} s" for way in ("mfc", "Keras")),
            f"{one['Keras']['seconds'] / one['mfc']['seconds']:.1f}",
            *(f"{one[way]['loss']:.0f}" for way in ("mfc", "Keras")),
        )
        for one in found
    ]
    head = ("hidden layers", "compiled epochs", "Keras's fit", "ratio", "least validation loss", "Keras's")
    title = "The article's networks on the first fold, until they stop early, at most 50 epochs, compiling included"
    return _section(title, head, rows) if rows else []


def _demo(found: dict[str, Any]) -> list[str]:
    commands = [(name, f"{one['seconds']:.1f} s", f"{one['cpu']:.1f} s") for name, one in found["commands"].items()]
    steps = [(f"of it the step `{step}`", f"{seconds:.1f} s", "") for step, seconds in found["steps"].items()]
    return _section("`make demo` from a fresh clone", ("what", "took", "CPU"), commands + steps)


def _wide(found: list[dict[str, Any]]) -> list[str]:
    rows = (
        (
            f"{run['fits']:,}",
            f"{run['tasks']:,}",
            f"{run['seconds']:.1f} s",
            f"{run['fit_seconds']:.1f} s",
            _ms(run["overhead"]),
            f"{run['join_seconds']:.1f} s",
            f"{run['join_megabytes']:.0f} MB",
            f"{run['megabytes']:.0f} MB",
        )
        for run in found
    )
    head = (
        "fits",
        "tasks",
        "took",
        "sum of the fits",
        "overhead a fit and core",
        "join",
        "its memory",
        "largest process",
    )
    return [*_section("Wide tournaments", head, rows), "![Overhead of a fit by the number of fits](wide.png)\n"]


def _race(found: list[dict[str, Any]]) -> list[str]:
    rows = (
        (
            one["study"],
            str(one["candidates"]),
            str(one["folds"]),
            " and ".join(map(str, one["after"])),
            one["winner"],
            "finishes" if one["finishes"] else "is cut",
            f"{one['race']} of {one['fits']}",
            f"{one['race'] / one['fits']:.0%}",
        )
        for one in found
    )
    if not found:
        return []
    generated = [one for one in found if one["study"].startswith("study ")]
    kept = sum(one["finishes"] for one in generated)
    said = f"Of {len(generated)} generated studies of 40 candidates the race kept the winner in {kept}. "
    said += "At least half of the candidates go on each time, and at least five."
    head = ("study", "candidates", "folds", "cut after", "winner without a race", "in the race it", "fits", "share")
    return [*_section("Races", head, rows), f"{said}\n"]


def _ensembles(found: list[dict[str, float]]) -> list[str]:
    """Set what the score of a stack claims beside what is true, on other rows of the same kind."""

    def mean(name: str) -> str:
        return f"{sum(one[name] for one in found) / len(found):.1f}"

    def first(name: str) -> str:
        return str(sum(one[name] < one["best"] for one in found))

    if not found:
        return []
    worse = sum(one["truly"] > one["best_truly"] for one in found)
    rows = [
        ("the stack, scored on the rows that chose its weights", mean("same_rows"), first("same_rows")),
        ("the stack, cross-fitted as in flows", mean("cross_fitted"), first("cross_fitted")),
        ("the stack, truly", mean("truly"), str(len(found) - worse)),
        ("the best single candidate", mean("best"), ""),
        ("the best single candidate, truly", mean("best_truly"), ""),
    ]
    return [
        "## Honesty of ensembles\n",
        f"A stack of 30 candidates with little penalty (`Ridge(alpha = 0.01)`), on {len(found)} tables of 200 rows "
        "(Friedman 1); the truth is measured on other rows of the same kind. On "
        f"{worse} of the tables the stack is worse than the best single candidate.\n",
        _table(("score", "mean squared error", "tables on which the stack is ahead"), rows),
    ]


def _coverage(found: dict[str, Any]) -> list[str]:
    rows = [
        (
            kind,
            f"{one['covered']:.1%}",
            *(f"{one[score][what]:{form}}" for score in ("plain", "corrected") for what, form in DISTANCES.items()),
        )
        for kind, one in found["kinds"].items()
    ]
    head = (
        "studies with",
        "the held-out interval covers the truth",
        "the winner's mean is above it by",
        "away from it by",
        "corrected for the choice, above it by",
        "away from it by",
    )
    said = (
        f"{found['studies']} generated studies of each kind, R² of 20 candidates on five folds; {found['resamples']} "
    )
    return [*_section("Statistics", head, rows), f"{said}resamples of the held-out rows. Means over the studies.\n"]


def _section(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    return [f"## {title}\n", _table(head, rows)]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    alignment = ["---", *["---:"] * (len(head) - 1)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (head, alignment, *rows))


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.0f} ms" if seconds >= 0.01 else f"{1000 * seconds:.1f} ms"


def _plot_sizes(sizes: list[dict[str, Any]], path: Path) -> None:
    lines = [size["lines"] for size in sizes]
    series = {
        f"mfc {command}, cold": [size["cold"][command]["seconds"] for size in sizes] for command in sizes[0]["cold"]
    }
    series["warm, without black"] = [
        sum(value for phase, value in size["warm"].items() if phase != "black") for size in sizes
    ]
    _plot(lines, series, "lines of the specification", "seconds", path)


def _plot_wide(runs: list[dict[str, Any]], path: Path) -> None:
    shared = [run for run in runs if run["fits_per_task"] > 1]
    series = {
        "overhead a fit": [run["overhead"] for run in shared],
        "join": [run["join_seconds"] for run in shared],
    }
    _plot([run["fits"] for run in shared], series, "fits", "seconds", path)


def _plot(x: list[int], series: dict[str, list[float]], xlabel: str, ylabel: str, path: Path) -> None:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 4), layout="constrained")
    axes = figure.add_subplot(xscale="log", yscale="log", xlabel=xlabel, ylabel=ylabel)
    for name, values in series.items():
        axes.plot(x, values, marker="o", label=name)
    axes.grid(visible=True, which="both", alpha=0.3)
    axes.legend()
    figure.savefig(path, dpi=120)


def main() -> None:
    """Write the report of results that were measured before."""
    source, here = Path(sys.argv[1]), Path(__file__).parent
    found = json.loads(source.read_text())
    (here / "results.json").write_text(source.read_text())
    write(found, here)
    quote(found, here.parent / "README.md")


if __name__ == "__main__":
    main()
