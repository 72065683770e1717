"""The plan of how the flow executes."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Literal, cast

from ..meaning.arguments import bindings_in
from ..meaning.schedule import cron_of
from ..syntax.tree import ResourcesDeclaration, RunDeclaration
from .plan import Resources, Run

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..meaning.outline import Outline
    from ..syntax.tree import Binding


def lower_run(outline: Outline) -> Run:
    """Return how the flow executes."""
    declared = outline.one(RunDeclaration)
    entries = declared.entries if declared else ()
    schedules = [one for one in bindings_in(entries) if one.name.text == "schedule"]
    given = outline.settings("run", [entry for entry in entries if entry not in schedules])
    packages = given.get("packages")
    return Run(
        fits_per_task=cast("int | None", given.get("fits_per_task")),
        workers=cast("int | None", given.get("workers")),
        threads=cast("int", given.get("threads", 1)),
        on_error=cast("Literal['skip', 'stop']", given.get("on_error", "skip")),
        retries=cast("int", given.get("retries", 1)),
        timeout=_seconds(given.get("timeout")),
        resources=run_resources(outline),
        packages=_lower_packages(packages),
        schedule=_lower_schedule(schedules[0], outline) if schedules else None,
        project=cast("str | None", given.get("project")),
        tags=tuple(cast("list[str]", given.get("tags", ()))),
        stop_after=_seconds(given.get("stop_after")),
    )


def _seconds(time: object) -> int | None:
    return None if time is None else ceil(cast("float", time))


def run_resources(outline: Outline) -> Resources:
    """Return what the tournament's tasks ask for, unless their model says otherwise."""
    declared = outline.one(RunDeclaration)
    return lower_resources(outline, declared.entries if declared else ())


def lower_resources(outline: Outline, entries: Iterable[object], default: Resources | None = None) -> Resources:
    """Return what a block of resources among the entries asks for; what it leaves out is as in the default."""
    block = next((entry for entry in entries if isinstance(entry, ResourcesDeclaration)), None)
    given = outline.settings("resources", block.entries) if block else {}
    asked = cast("dict[str, float]", {name: value for name, value in given.items() if value is not None})
    if "memory" in asked:
        asked["memory"] = ceil(asked["memory"])
    return (default or Resources())._replace(**asked)  # type: ignore[arg-type]


def _lower_packages(packages: object) -> tuple[str, ...] | None:
    if packages is None:
        return None
    return () if packages == "pypi" else tuple(cast("list[str]", packages))


def _lower_schedule(setting: Binding, outline: Outline) -> str:
    cron = cron_of(setting.value)
    if cron:
        return cast("str", outline.evaluator.value(cron.arguments[0].value))
    return cast("str", outline.settings("run", [setting])["schedule"])
