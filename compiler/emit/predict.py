"""The companion of a plan's flow, which predicts for new rows with the model that a run ended with, and its like.

They are made as flows are: from templates, and the library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .constants import TENSORFLOW, source_of_dict
from .loading import constants_of, data_default, read_options
from .models import library_of
from .packages import dependencies, pinned, wrapped
from .python import source
from .render import assembled
from .running import RunningView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..meaning.values import Value
    from ..plan.plan import Plan
    from .select import Spec

MODULES = ("final", "predictions", "width", "columns", "currency", "schema", "dates", "epochs")
"""The modules of the library that what predicts is linked from."""

NOT_NEEDED = ("matplotlib", "sqlalchemy")
"""What a tournament needs and its companion does not: it draws nothing, and rows come from a file."""


class Companion(NamedTuple):
    """A companion as its template writes it."""

    name: str
    tournament: str
    file: str
    dependency_lines: list[str]
    environment: str
    data_default: str
    needs_data: bool
    reading: Mapping[str, str]
    read_options: str
    of_flow: list[str]
    of_data: list[str]
    of_prediction: list[str]
    pins: bool


def render_predict(plan: Plan, spec: Spec) -> str:
    """Return the companion of a plan's flow, formatted."""
    return assembled("predict_flow.py.jinja", MODULES, companion=_companion(plan, spec)).text


class Exported(NamedTuple):
    """A model as the program that predicts with it has to know it: the kinds of its columns, how their file is read."""

    candidate: str
    run: str
    target: list[str] | str
    schema: Mapping[str, str]
    reading: Mapping[str, Value]
    keras: bool


def render_program(exported: Exported) -> str:
    """Return the program that predicts with an exported model."""
    schema = source_of_dict({name: source(value) for name, value in exported.schema.items()})
    reading = constants_of(exported.reading)
    written = {"schema": schema, "reading": reading, "read_options": _read_options(reading)}
    return assembled("predict.py.jinja", MODULES, **exported._asdict() | written).text


def _read_options(reading: Mapping[str, str]) -> str:
    return ", **READING" if "READING" in reading else ""


def _companion(plan: Plan, spec: Spec) -> Companion:
    needed = [one for one in dependencies(plan) if one.partition(">=")[0] not in NOT_NEEDED]
    packages = plan.run.packages
    of_data = RunningView(plan, needed).of_data
    keras = any(library_of(model) == "keras" for model in plan.models)
    return Companion(
        name=f"{plan.name}Predict",
        tournament=plan.name,
        file=spec.flow_name,
        dependency_lines=wrapped(needed),
        environment=source_of_dict(TENSORFLOW) if keras else "",
        data_default=(default := data_default(plan) or '""'),
        needs_data=default == '""',
        reading=(reading := read_options(plan)),
        read_options=_read_options(reading),
        of_flow=[] if packages is None else [f"@pypi_base(packages={pinned(needed, packages)!r})"],
        of_data=of_data,
        of_prediction=[*of_data, *(["@environment(vars=ENVIRONMENT)"] if keras else [])],
        pins=packages is not None,
    )
