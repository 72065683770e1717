"""How the flow executes, as it writes it: who trains in which step, and the decorators of the steps and of the flow."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..plan.plan import Resources
from .packages import pinned
from .python import Scope, arguments, source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..plan.plan import Plan

DEPLOYMENTS = ("ARGO_WORKFLOWS_CREATE", "STEP_FUNCTIONS_CREATE", "AIRFLOW_CREATE")
"""Metaflow's commands that deploy a flow, as its environment variables name them."""

ALWAYS = ("card", "current", "environment", "step")
"""What every flow imports of Metaflow."""


class Group(NamedTuple):
    """Models that ask for the same resources: their fits are the tasks of one step."""

    models: tuple[str, ...]
    resources: Resources
    suffix: str
    """What sets the steps of a group apart; those of the tournament's own resources have none."""

    @property
    def names(self) -> str:
        """The models, for a sentence."""
        return " and ".join(f"`{name}`" for name in self.models)


class RunningView:
    """The execution of a plan's flow."""

    def __init__(self, plan: Plan, dependencies: Iterable[str]) -> None:
        self._run = plan.run
        self._dependencies = dependencies
        self.groups = _groups(plan)
        self.several = len(self.groups) > 1
        self.commands = ("RUN", "RESUME", *DEPLOYMENTS)

    @property
    def imports(self) -> str:
        """The names of the decorators, and of what else has a small letter, as they are imported."""
        asked = [self._run.resources, *(group.resources for group in self.groups)]
        wanted = {
            "catch": self._run.on_error == "skip",
            "project": self._run.project is not None,
            "pypi_base": self._run.packages is not None,
            "resources": any(map(_resources, asked)),
            "retry": self._run.retries > 0,
            "schedule": self._run.schedule is not None,
            "timeout": self._run.timeout is not None,
        }
        return ", ".join(sorted([*ALWAYS, *(name for name, needed in wanted.items() if needed)]))

    @property
    def of_flow(self) -> list[str]:
        """The decorators of the flow's class."""
        lines, schedule = [], self._run.schedule
        if self._run.project is not None:
            lines.append(f"@project(name={source(self._run.project)})")
        if schedule is not None:
            often = schedule in ("hourly", "daily", "weekly")
            lines.append(f"@schedule({schedule}=True)" if often else f"@schedule(cron={source(schedule)})")
        if self._run.packages is not None:
            lines.append(f"@pypi_base(packages={pinned(self._dependencies, self._run.packages)!r})")
        return lines

    @property
    def of_data(self) -> list[str]:
        """The decorators of a step that only holds the data."""
        return _resources(Resources(memory=self._run.resources.memory))

    @property
    def of_finals(self) -> list[str]:
        """The decorators of the steps that train the winner: they need the most that any model may need."""
        asked = zip(*(group.resources for group in self.groups), strict=True)
        return self.of_training(Resources(*(max((one for one in amounts if one), default=None) for amounts in asked)))

    def of_training(self, resources: Resources) -> list[str]:
        """Return the decorators of a step that trains, in which a task may die or hang."""
        lines = [*_resources(resources), "@environment(vars=ENVIRONMENT)"]
        if self._run.timeout is not None:
            lines.append("@timeout(seconds=TIMEOUT)")
        if self._run.retries:
            lines.append(f"@retry(times={self._run.retries}, minutes_between_retries=0)")
        return lines


def _groups(plan: Plan) -> list[Group]:
    members: dict[Resources, list[str]] = {}
    for model in plan.models:
        members.setdefault(model.resources, []).append(model.name)
    return [
        Group(tuple(models), resources, "" if len(members) == 1 or resources == plan.run.resources else f"_{models[0]}")
        for resources, models in members.items()
    ]


def _resources(resources: Resources) -> list[str]:
    asked = [(name, value) for name, value in resources._asdict().items() if value]
    return [f"@resources({arguments([], asked, Scope())})"] if asked else []
