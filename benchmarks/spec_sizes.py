"""(a) The compiler by the size of a specification: whole processes, and phase by phase within one."""

from __future__ import annotations

import time
from functools import cache as cached
from statistics import median
from typing import TYPE_CHECKING, Any

from processes import HERE, MFC, take, typical

from mfc.cli.main import COMMANDS
from mfc.emit.link import link
from mfc.emit.render import FLOW, environment
from mfc.emit.select import Spec, select
from mfc.emit.style import styled
from mfc.pipeline import Compilation
from mfc.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SIXTY = HERE / "sixty_lines.mf"
HEAD = """\
tournament Sized "As many models as there are lines"
seed 1
data mock.regression { n_samples = 200, n_features = 5 }
test 20%
folds kfold(5)
score r2
"""
MODEL = """
model m{number}: Ridge {{
  alpha ~ loguniform(1e-3, {number}e3)
  fit_intercept in [true, false]
  search random(5)
}}
"""


def spec_of(lines: int) -> str:
    """Return a specification of about so many lines."""
    n_models = max((lines - HEAD.count("\n")) // MODEL.count("\n"), 1)
    return HEAD + "".join(MODEL.format(number=number) for number in range(1, n_models + 1))


def measure(folder: Path, *, quick: bool) -> dict[str, Any]:
    """Measure the commands and the phases for each size, and many specifications in one call."""
    sizes = (20, 200, 1000) if quick else (20, 60, 200, 1000, 5000)
    runs = 3 if quick else 5
    return {
        "sizes": [_size(folder, lines, runs) for lines in sizes],
        "sixty": _phases(SIXTY.read_text(), runs),
        "many": _many(folder, 20 if quick else 200),
    }


def _size(folder: Path, lines: int, runs: int) -> dict[str, Any]:
    text = spec_of(lines)
    spec = folder / f"sized_{lines}.mf"
    spec.write_text(text)
    flow = spec.with_name(f"{spec.stem}_flow.py")
    commands = [command for command in ("check", "compile", "fmt") if command in COMMANDS]
    cold = {}
    for command in commands:
        taken = []
        for _ in range(runs if lines <= 1000 else 1):
            flow.unlink(missing_ok=True)
            taken.append(take([MFC, command, spec], folder))
        cold[command] = typical(taken)._asdict()
    return {"lines": text.count("\n"), "cold": cold, "warm": _phases(text, runs if lines <= 1000 else 1)}


def _phases(text: str, runs: int) -> dict[str, float]:
    """Return the median seconds of each phase in a process that has done it before."""
    rounds = [_phases_once(text) for _ in range(runs + 1)][1:]
    return {phase: median(one[phase] for one in rounds) for phase in rounds[0]}


def _phases_once(text: str) -> dict[str, float]:
    compilation = Compilation(Source("sized.mf", text))
    written: list[str] = []
    flow = cached(lambda: select(compilation.plan, Spec("sized.mf", "sized_flow.py", "0" * 12)))
    phases: dict[str, Callable[[], object]] = {
        "parse": lambda: compilation.parsed,
        "check": lambda: compilation.diagnostics,
        "plan": lambda: compilation.plan,
        "templates": lambda: written.append(environment().get_template(FLOW).render(flow=flow())),
        "black": lambda: written.append(styled(written[-1])),
        "link": lambda: link(written[-1], flow().modules),
    }
    seconds = {}
    for phase, run in phases.items():
        begun = time.perf_counter()
        run()
        seconds[phase] = time.perf_counter() - begun
    return seconds


def _many(folder: Path, number: int) -> dict[str, Any]:
    """Compile many specifications in one call, each with names and numbers of its own."""
    specs = []
    for i in range(number):
        text = SIXTY.read_text().replace("HousePrices", f"HousePrices{i}").replace("seed 2021", f"seed {i}")
        specs.append(folder / f"many_{i}.mf")
        specs[-1].write_text(text.replace("random(10)", f"random({i + 2})"))
    taken = take([MFC, "compile", *specs], folder)
    return {"specs": number, "each": taken.seconds / number, **taken._asdict()}
