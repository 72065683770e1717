"""Play the steps of a flow in this process, without Metaflow: a second instead of half a minute."""

from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager
from copy import copy
from inspect import isfunction
from itertools import count, islice
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

from flows import compile_flow, flow_name, load_flow
from metaflow import Parameter


class Rehearsal:
    """A flow that is played step by step on one object, which ends up with the artifacts of the run."""

    def __init__(self, folder: Path, spec: str, *, first_look: bool = False, **parameters: Any) -> None:
        self.file = compile_flow(folder, spec, first_look=first_look)
        self.module: ModuleType = load_flow(self.file)
        if hasattr(self.module, "resamples"):
            self.module.resamples = _few(self.module.resamples)  # type: ignore[attr-defined]
        self.flow = getattr(self.module, flow_name(self.file))
        names = [name for name, member in vars(self.flow).items() if isinstance(member, Parameter)]
        current = {"run_id": "rehearsal", "card": [], "parameter_names": names}
        self.module.current = SimpleNamespace(**current, get=current.get)  # type: ignore[attr-defined]
        self.stage = _stage(self.flow, parameters)
        gathers = [name.removeprefix("gather") for name in vars(self.flow) if name.startswith("gather")]
        self.groups = [name for name in gathers if not name[1:2].isdigit()]

    def play(self, last: str = "finish") -> Any:
        """Play all steps up to this one; what a failed step leaves behind can be seen on the stage."""
        with chdir(self.file.parent):
            for step in ("start", "fit", "rank", "finish", "end"):
                match step:
                    case "fit":
                        tasks = self.fit()
                    case "rank":
                        self.stage.rank(tasks)
                    case _:
                        with _kept_artifacts(self.stage):
                            getattr(self.stage, step)()
                if step == last:
                    break
        return self.stage

    def fit(self) -> list[Any]:
        """Play the tasks that fit; return what reaches the step that ranks: these, or what gathers those of a group."""
        tasks = self.fit_round("")
        for number in count(2):
            if not hasattr(self.stage, f"round_{number}"):
                break
            getattr(self.stage, "cut" if number == 2 else f"cut_{number - 1}")(tasks)
            getattr(self.stage, f"round_{number}")()
            tasks = self.fit_round(f"_{number}")
        return tasks

    def fit_round(self, number: str) -> list[Any]:
        """Play the tasks of a round."""
        if not self.groups:
            return [self.play_fit(self.stage, entry, number) for entry in self.stage.tasks]
        return [self._gathered(f"{number}{group}") for group in self.groups]

    def play_fit(self, stage: Any, entry: list[tuple[str, int]], group: str = "") -> Any:
        """Play a task that fits; return its own object."""
        task = copy(stage)
        task.input, task.lost = entry, None
        getattr(task, f"fit{group}")()
        return task

    def _gathered(self, group: str) -> Any:
        fanned, gathered = copy(self.stage), copy(self.stage)
        getattr(fanned, f"fan_out{group}")()
        getattr(gathered, f"gather{group}")([self.play_fit(fanned, entry, group) for entry in fanned.tasks])
        return gathered


def rehearse(folder: Path, spec: str, last: str = "finish", **parameters: Any) -> Any:
    """Compile a specification and play its flow up to a step; return the object with the artifacts."""
    return Rehearsal(folder, spec, **parameters).play(last)


def _few(resamples: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    """Return what draws 50 times: the 2,000 of an interval take longer than the rest of a play.

    Runs by Metaflow draw them all, and tests/library/test_resampling.py compares the interval with SciPy's.
    """
    return lambda *given: islice(resamples(*given), 50)


@contextmanager
def _kept_artifacts(stage: Any) -> Iterator[None]:
    """Keep what a step deletes: to Metaflow, that is only not to be stored again."""
    before = dict(vars(stage))
    yield
    vars(stage).update({name: value for name, value in before.items() if name not in vars(stage)})


def _stage(flow: type, parameters: dict[str, Any]) -> Any:
    """Return an object with the flow's own functions and parameters, and nothing of Metaflow's."""
    members: dict[str, Any] = {}
    for name, member in vars(flow).items():
        if isfunction(member):
            members[name] = member
        elif isinstance(member, Parameter):
            member.init()
            members[name] = member.kwargs["default"]
    missing = parameters.keys() - members.keys()
    assert not missing, f"the flow has no parameters {missing}"
    silent = dict.fromkeys(("next", "merge_artifacts"), lambda *_, **__: None)
    return type(flow.__name__, (), members | silent | parameters)()
