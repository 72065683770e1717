"""Play the steps of a flow in this process, without Metaflow: a second instead of half a minute."""

from contextlib import chdir
from copy import copy
from inspect import isfunction
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

from flows import compile_flow, flow_name, load_flow
from metaflow import Parameter


class Rehearsal:
    """A flow that is played step by step on one object, which ends up with the artifacts of the run."""

    def __init__(self, folder: Path, spec: str, **parameters: Any) -> None:
        self.file = compile_flow(folder, spec)
        self.module: ModuleType = load_flow(self.file)
        self.module.current = SimpleNamespace(run_id="rehearsal", card=[])  # type: ignore[attr-defined]
        self.flow = getattr(self.module, flow_name(self.file))
        self.stage = _stage(self.flow, parameters)

    def play(self, last: str = "evaluate") -> Any:
        """Play all steps up to this one; what a failed step leaves behind can be seen on the stage."""
        with chdir(self.file.parent):
            for step in ("start", "fit", "rank", "evaluate", "refit", "end"):
                match step:
                    case "fit":
                        tasks = [self._fit(entry) for entry in self.stage.tasks]
                    case "rank":
                        self.stage.rank(tasks)
                    case _:
                        getattr(self.stage, step)()
                if step == last:
                    break
        return self.stage

    def _fit(self, entry: str) -> Any:
        task = copy(self.stage)
        task.input, task.task_error = entry, None
        task.fit()
        return task


def rehearse(folder: Path, spec: str, last: str = "evaluate", **parameters: Any) -> Any:
    """Compile a specification and play its flow up to a step; return the object with the artifacts."""
    return Rehearsal(folder, spec, **parameters).play(last)


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
