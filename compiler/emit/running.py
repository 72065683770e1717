"""The execution of the flow: which models train in which step, and the decorators of the steps and of the flow."""

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


class Group(NamedTuple):
    """Models that ask for the same resources: their fits are the tasks of one step."""

    models: tuple[str, ...]
    resources: Resources
    suffix: str
    """The suffix of the names of a group's steps; the group with the tournament's own resources has none."""

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

    def of_fits(self, group: Group) -> list[str]:
        """Return the decorators of a step that trains candidates; if a task dies, only its fits are lost."""
        caught = ['@catch(var="lost", print_exception=False)'] if self._run.on_error == "skip" else []
        return [*self.of_training(group.resources), *caught]

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
