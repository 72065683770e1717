"""`mfc plan`: show what a run would do, before anything runs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from .console import CLEAN, CommandError
from .parser import CommandParser
from .specs import examine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ..plan.plan import Parameter, Plan
    from ..runs.forecast import Combination, Contender, Forecast

EXAMPLES = """\
examples:
  mfc plan tournament.mf
  mfc plan tournament.mf --rows 100      with other parameters of the flow
  mfc plan tournament.mf --json          for programs, all candidates
"""
NEEDS_SKLEARN = "the candidates are drawn by scikit-learn, which is not installed: pip install 'metaflow-mfc[flows]'"
SHOWN = 20
TIMES = "\N{MULTIPLICATION SIGN}"
TRUTHS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}


def run(words: Sequence[str]) -> int:
    """Run the command and return its exit status."""
    parser = CommandParser("plan", "Show what a run would do: candidates, folds, fits and tasks.", EXAMPLES)
    parser.add_argument("spec", metavar="SPEC", help="a specification; parameters of the flow may follow")
    parser.add_argument("--json", action="store_true", help="print the plan as JSON")
    arguments, options = parser.parse_known_args(words)
    examined = examine([arguments.spec], sys.stderr, headers=True)
    if examined.status != CLEAN:
        return examined.status
    foreseen = _forecast(examined.compilations[0].plan, options)
    print(_as_json(foreseen) if arguments.json else "\n".join(lines(foreseen)))
    return CLEAN


def _forecast(plan: Plan, options: Sequence[str]) -> Forecast:
    from ..runs.forecast import forecast

    given = _given(plan.parameters, options)
    fits_per_task = given.pop("fits_per_task", None)
    try:
        return forecast(plan, given, fits_per_task)
    except ImportError as error:
        raise CommandError(NEEDS_SKLEARN if error.name in {"sklearn", "scipy", "numpy"} else str(error)) from error
    except Exception as error:  # raised by a library, for values that depend on parameters
        message = f"the candidates cannot be drawn: {error}"
        raise CommandError(message) from error


def _given(parameters: Iterable[Parameter], options: Sequence[str]) -> dict[str, Any]:
    """Return the values of the flow's parameters from the command line."""
    parser = CommandParser("plan", "")
    known = readers()
    for parameter in parameters:
        parser.add_argument(f"--{parameter.name}", type=known[parameter.type])
    parser.add_argument("--fits_per_task", type=_positive)
    parser.add_argument("--data")  # has no effect on what is shown
    given = vars(parser.parse(options))
    return {name: value for name, value in given.items() if value is not None and name != "data"}


def readers() -> dict[str, Callable[[str], Any]]:
    """Return the functions that parse the values of parameters, by type."""
    return {"int": int, "float": float, "str": str, "bool": _truth}


def _truth(word: str) -> bool:
    return TRUTHS[word.lower()] if word.lower() in TRUTHS else _refuse("true or false")


def _positive(word: str) -> int:
    return int(word) if word.isdecimal() and int(word) else _refuse("a number above 0")


def _refuse(expected: str) -> Any:
    from argparse import ArgumentTypeError

    message = f"expected {expected}"
    raise ArgumentTypeError(message)


def _as_json(foreseen: Forecast) -> str:
    import json

    described = foreseen._asdict() | {
        "models": [model._asdict() for model in foreseen.models],
        "ensembles": [ensemble._asdict() for ensemble in foreseen.ensembles],
        "steps": [step._asdict() for step in foreseen.steps],
        "rounds": [heat._asdict() for heat in foreseen.rounds],
        "n_candidates": foreseen.n_candidates,
        "n_fits": foreseen.n_fits,
    }
    return json.dumps(described, indent=2, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> Any:
    """Convert a number of NumPy to one of Python, and anything else to text."""
    return value.item() if hasattr(value, "item") else str(value)


def lines(foreseen: Forecast) -> Iterable[str]:
    """Yield what a run will do, line by line."""
    from ..diagnostics.render.excerpt import sentence

    yield sentence(f"{foreseen.tournament}: {foreseen.title}" if foreseen.title else foreseen.tournament)
    if foreseen.parameters:
        yield "with " + ", ".join(f"--{name} {value}" for name, value in foreseen.parameters.items())
    for model in foreseen.models:
        yield ""
        yield f"{model.name}: {model.estimator}, {extent(model)}"
        for name, settings in list(model.candidates.items())[:SHOWN]:
            yield sentence(f"  {name}  {described(settings)}".rstrip())
        if model.n_candidates > len(model.candidates):
            yield "  … too many to draw before the run"
        elif len(model.candidates) > SHOWN:
            yield f"  … and {len(model.candidates) - SHOWN:,} more, which --json lists"
    if foreseen.ensembles:
        yield ""
    for ensemble in foreseen.ensembles:
        yield f"{ensemble.name}: {combined(ensemble)}"
    yield ""
    yield f"test   {foreseen.test}"
    yield f"folds  {foreseen.folds}"
    yield f"score  {', '.join(foreseen.scores)}"
    yield ""
    yield amount(foreseen)
    if foreseen.stop_after:
        yield f"fits that have not begun after {foreseen.stop_after:,} seconds are left out: not reproducible"
    yield from _graph(foreseen)


def combined(ensemble: Combination) -> str:
    """Return what an ensemble is made of."""
    best = f"best {_counted(ensemble.members, 'candidate')}" if ensemble.members else "best candidate of each"
    return f"{ensemble.kind} of the {best} of {', '.join(ensemble.models)}; it needs no fit"


def extent(model: Contender) -> str:
    """Describe how many candidates a model has, and the size of its space."""
    n_candidates = _counted(model.n_candidates, "candidate")
    if model.points is None:
        return f"{n_candidates} drawn from a continuous space"
    if model.n_candidates < model.points:
        return f"{n_candidates} drawn from a space of {model.points:,} points"
    return f"{n_candidates}, all there are" if model.n_candidates > 1 else n_candidates


def described(settings: dict[str, Any]) -> str:
    """Return the settings of a candidate as one line."""
    return ", ".join(f"{name}={_shown(value)}" for name, value in sorted(settings.items()))


def _shown(value: Any) -> str:
    """Return a value as text; a whole float keeps its decimal point, because `1.0` and `1` can differ."""
    if not isinstance(value, float):
        return str(value)
    short = f"{value:.4g}"
    return short if not short.lstrip("-").isdecimal() else f"{short}.0"


def amount(foreseen: Forecast) -> str:
    """Describe how many candidates, folds, fits and tasks there are, as far as it is known."""
    candidates = _counted(foreseen.n_candidates, "candidate")
    if foreseen.n_folds is None or foreseen.n_fits is None or foreseen.n_tasks is None:
        return f"{candidates}; the number of folds depends on the data"
    fits, tasks = _counted(foreseen.n_fits, "fit"), _counted(foreseen.n_tasks, "task")
    product = f"{candidates} {TIMES} {_counted(foreseen.n_folds, 'fold')}"
    whole = f"{product}, {_raced(foreseen)}; first {tasks}" if foreseen.rounds else f"{product} = {fits}, in {tasks}"
    sizes = sorted({len(task) for task in foreseen.tasks or ()})
    if not sizes:
        return whole
    of_each = " to ".join([*(f"{size:,}" for size in sizes[:-1][:1]), _counted(sizes[-1], "fit")])
    return f"{whole} of {of_each}"


def _raced(foreseen: Forecast) -> str:
    """Return how many candidates are scored on how many folds in each round, and what that saves."""
    heats = [f"{heat.candidates:,} {TIMES} {heat.folds:,}" for heat in foreseen.rounds]
    fits, saved = _counted(foreseen.n_fits or 0, "fit"), _counted(foreseen.n_saved or 0, "fit")
    return f"in a race {' + '.join(heats)} = {fits}, which saves {saved}"


def _graph(foreseen: Forecast) -> Iterable[str]:
    """Return the steps as a chain, or where they branch line by line."""
    many = {name for step in foreseen.steps if step.foreach for name in step.next}
    times = f" {TIMES} {foreseen.n_tasks:,}" if foreseen.n_tasks and len(many) == 1 else f" {TIMES} …"
    shown = {step.name: step.name + (times if step.name in many else "") for step in foreseen.steps}
    if all(len(step.next) < 2 for step in foreseen.steps):
        return [" → ".join(shown.values())]
    return [
        f"{shown[step.name]} → {', '.join(shown[name] for name in step.next)}" for step in foreseen.steps if step.next
    ]


def _counted(number: int, noun: str) -> str:
    from ..emit.prose import counted

    return counted(number, noun)
