"""Write what the benchmarks found for people: RESULTS.md, plots, and the table in the README.

`python benchmarks/report.py build/bench/results.json` keeps the results of a quick look.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BEGIN, END = "<!-- benchmarks -->", "<!-- end of benchmarks -->"
INTRODUCTION = """\
# Results

Measured and written by `{command}`, what stands in one table in one run, save the wide tournaments, which are compared
with nothing; whole processes by the clock, unless it says otherwise. A ratio above 1 says how many times as long the
other way took.
"""


def write(found: dict[str, Any], target: Path) -> None:
    """Write RESULTS.md and its plots into a folder."""
    sections = [
        INTRODUCTION.format(command=found["command"]),
        *_section("The machine", ("what", "value"), found["machine"].items()),
        *_section("The command line", ("command", "median", "CPU", "limit"), _commands(found)),
        *_compiler(found["compiler"]),
        *_section("The language server, on 500 lines", ("answer", "95% within", "limit"), _editor(found)),
        *_tournaments(found["tournaments"]),
        *_wide(found["wide"]),
    ]
    (target / "RESULTS.md").write_text("\n".join(sections))
    _plot_sizes(found["compiler"]["sizes"], target / "spec_sizes.png")
    _plot_wide(found["wide"], target / "wide.png")


def quote(found: dict[str, Any], readme: Path) -> None:
    """Put the most telling figures between the markers in the README, if it has them."""
    text = readme.read_text()
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if begin and end:
        readme.write_text(f"{before}{begin}\n{_table(('what', 'took'), _highlights(found))}{end}{after}")


def _highlights(found: dict[str, Any]) -> list[tuple[str, str]]:
    kinds, compiler = found["tournaments"], found["compiler"]
    rows = [(f"{command['title']}, cold", _ms(command["taken"] / 1000)) for command in found["commands"][1:]]
    rows.append((f"`mfc compile` of {compiler['many']['specs']} specs, each", _ms(compiler["many"]["each"])))
    for kind in ("LightGBM", "linear", "Keras"):
        ours, *others = kinds[kind].items()
        beside = "; ".join(f"{way}: {taken['seconds']:.1f} s" for way, taken in others)
        rows.append((f"{kind} tournament, {ours[1]['fits']} fits", f"{ours[1]['seconds']:.1f} s ({beside})"))
    if article := kinds.get("article"):
        rows.append((f"`noisy_two_categories.mf`, {article['fits']} fits", f"{article['seconds']:.1f} s"))
        ours, theirs = (sum(one[way]["seconds"] for one in article["networks"]) for way in ("mfc", "Keras"))
        rows.append(("its networks, one fold each, 50 epochs", f"{ours:.1f} s (Keras's `fit`: {theirs:.1f} s)"))
    widest = max(found["wide"], key=lambda run: run["fits"])
    rows.append((f"a linear tournament of {widest['fits']:,} fits", f"{widest['seconds']:.0f} s"))
    return rows


def _commands(found: dict[str, Any]) -> Iterable[Sequence[str]]:
    for one in found["commands"]:
        limit = f"{one['limit']} ms" if one["limit"] else ""
        yield one["title"], f"{one['taken']:.0f} ms", f"{one['cpu']:.0f} ms", limit


def _editor(found: dict[str, Any]) -> Iterable[Sequence[str]]:
    return ((one["title"], f"{one['taken']:.0f} ms", f"{one['limit']} ms") for one in found["editor"])


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


def _tournaments(found: dict[str, Any]) -> list[str]:
    lines = []
    for kind in ("LightGBM", "linear", "Keras"):
        ours = found[kind]["mfc"]
        rows = (
            (
                way,
                f"{taken['seconds']:.1f} s",
                f"{taken['seconds'] / ours['seconds']:.2f}",
                f"{taken['cpu']:.1f} s",
                f"{taken['megabytes']:.0f} MB",
                f"{taken['difference']:.1e}" if "difference" in taken else "",
            )
            for way, taken in found[kind].items()
        )
        head = ("way", "took", "ratio", "CPU", "largest process", "largest difference of a mean score")
        lines += _section(f"{kind}: {len(ours['scores'])} candidates, {ours['fits']} fits", head, rows)
    seeds = ((str(one["seed"]), *one["winners"], *(f"{score:.4f}" for score in one["test"])) for one in found["seeds"])
    head = ("seed", "winner", "Keras's winner", "r2 on the test rows", "Keras's")
    lines += _section("Networks by compiled epochs and by Keras's fit", head, seeds)
    if article := found.get("article"):
        lines += _article(article)
    return lines


def _article(found: dict[str, Any]) -> list[str]:
    rows = (
        (
            str(tuple(one["sizes"])),
            *(f"{one[way]['seconds']:.1f} s" for way in ("mfc", "Keras")),
            f"{one['Keras']['seconds'] / one['mfc']['seconds']:.1f}",
            *(f"{one[way]['loss']:.0f}" for way in ("mfc", "Keras")),
        )
        for one in found["networks"]
    )
    head = ("hidden layers", "compiled epochs", "Keras's fit", "ratio", "least validation loss", "Keras's")
    return [
        "## The article's tournament\n",
        f"`examples/noisy_two_categories.mf`, {found['fits']} fits: {found['seconds']:.1f} s, "
        f"{found['cpu']:.1f} s of the CPU; its fits alone, shared out evenly: {found['bare']:.1f} s.\n",
        "Its networks on the first fold until they stop early, after at most 50 epochs, compiling included:\n",
        _table(head, rows),
    ]


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
