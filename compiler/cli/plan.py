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
    from ..runs.forecast import Contender, Forecast

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
    examined = examine([arguments.spec], sys.stderr)
    if examined.status != CLEAN:
        return examined.status
    foreseen = _forecast(examined.compilations[0].plan, options)
    print(_as_json(foreseen) if arguments.json else "\n".join(_lines(foreseen)))
    return CLEAN


def _forecast(plan: Plan, options: Sequence[str]) -> Forecast:
    from ..runs.forecast import forecast

    given = _given(plan.parameters, options)
    fits_per_task = given.pop("fits_per_task", None)
    try:
        return forecast(plan, given, fits_per_task)
    except ImportError as error:
        raise CommandError(NEEDS_SKLEARN if error.name in {"sklearn", "scipy", "numpy"} else str(error)) from error
    except Exception as error:  # of a library, over values that only the parameters decide
        message = f"the candidates cannot be drawn: {error}"
        raise CommandError(message) from error


def _given(parameters: Iterable[Parameter], options: Sequence[str]) -> dict[str, Any]:
    """Return the values of the flow's parameters that the command line gives."""
    parser = CommandParser("plan", "")
    readers: dict[str, Callable[[str], Any]] = {"int": int, "float": float, "str": str, "bool": _truth}
    for parameter in parameters:
        parser.add_argument(f"--{parameter.name}", type=readers[parameter.type])
    parser.add_argument("--fits_per_task", type=_positive)
    parser.add_argument("--data")  # decides nothing that is shown
    given = vars(parser.parse(options))
    return {name: value for name, value in given.items() if value is not None and name != "data"}


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
        "steps": [step._asdict() for step in foreseen.steps],
        "n_candidates": foreseen.n_candidates,
        "n_fits": foreseen.n_fits,
    }
    return json.dumps(described, indent=2, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> Any:
    """Return a number of NumPy's as one of Python's, and anything else as text."""
    return value.item() if hasattr(value, "item") else str(value)


def _lines(foreseen: Forecast) -> Iterable[str]:
    from ..diagnostics.render.excerpt import sentence

    yield sentence(f"{foreseen.tournament}: {foreseen.title}" if foreseen.title else foreseen.tournament)
    if foreseen.parameters:
        yield "with " + ", ".join(f"--{name} {value}" for name, value in foreseen.parameters.items())
    for model in foreseen.models:
        yield ""
        yield f"{model.name}: {model.estimator}, {_extent(model)}"
        for name, settings in list(model.candidates.items())[:SHOWN]:
            yield sentence(f"  {name}  {_described(settings)}".rstrip())
        if len(model.candidates) > SHOWN:
            yield f"  … and {len(model.candidates) - SHOWN:,} more, which --json lists"
    yield ""
    yield f"test   {foreseen.test}"
    yield f"folds  {foreseen.folds}"
    yield f"score  {', '.join(foreseen.scores)}"
    yield ""
    yield _amount(foreseen)
    yield from _graph(foreseen)


def _extent(model: Contender) -> str:
    n_candidates = _counted(len(model.candidates), "candidate")
    if model.points is None:
        return f"{n_candidates} of a continuous space"
    if len(model.candidates) < model.points:
        return f"{n_candidates} of a space of {model.points:,} points"
    return f"{n_candidates}, all there are" if len(model.candidates) > 1 else n_candidates


def _described(settings: dict[str, Any]) -> str:
    return ", ".join(
        f"{name}={value:.4g}" if isinstance(value, float) else f"{name}={value}"
        for name, value in sorted(settings.items())
    )


def _amount(foreseen: Forecast) -> str:
    candidates = _counted(foreseen.n_candidates, "candidate")
    if foreseen.n_folds is None or foreseen.n_fits is None or foreseen.tasks is None:
        return f"{candidates}; the data decide how many folds there are"
    fits, tasks = _counted(foreseen.n_fits, "fit"), _counted(len(foreseen.tasks), "task")
    return f"{candidates} {TIMES} {_counted(foreseen.n_folds, 'fold')} = {fits}, in {tasks}"


def _graph(foreseen: Forecast) -> Iterable[str]:
    """Return the steps as a chain, or where they branch line by line."""
    many = {name for step in foreseen.steps if step.foreach for name in step.next}
    times = f" {TIMES} {len(foreseen.tasks):,}" if foreseen.tasks and len(many) == 1 else f" {TIMES} …"
    shown = {step.name: step.name + (times if step.name in many else "") for step in foreseen.steps}
    if all(len(step.next) < 2 for step in foreseen.steps):
        return [" → ".join(shown.values())]
    return [
        f"{shown[step.name]} → {', '.join(shown[name] for name in step.next)}" for step in foreseen.steps if step.next
    ]


def _counted(number: int, noun: str) -> str:
    from ..emit.prose import counted

    return counted(number, noun)
