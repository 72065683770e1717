"""The image that the tasks of a flow run in on other machines: a Dockerfile that pins the flow's libraries."""

from __future__ import annotations

import re
import shlex
import sys
from typing import TYPE_CHECKING, NamedTuple

from .packages import dependencies, pinned
from .render import environment

if TYPE_CHECKING:
    from ..plan.plan import Plan
    from .select import Spec

IN_EVERY_IMAGE = ("boto3", "numpy", "requests", "scipy")
"""What Metaflow reaches S3 with, and what every library computes with."""

BUILDS = {"tensorflow": ("tensorflow-cpu", "tensorflow[and-cuda]")}
"""Libraries that come in a build for the CPU alone, and in one that brings what a GPU needs."""


class Image(NamedTuple):
    """An image as its template writes it; `name` is what the image is called in a registry."""

    name: str
    file: str
    flow: str
    python: str
    requirements: list[str]


def render_image(plan: Plan, spec: Spec, flow_name: str) -> str:
    """Return the Dockerfile of a plan's flow, `spec` being that of the Dockerfile."""
    image = Image(
        name=name_of(plan),
        file=shlex.quote(spec.flow_name),
        flow=shlex.quote(flow_name),
        python=f"{sys.version_info.major}.{sys.version_info.minor}",
        requirements=[shlex.quote(one) for one in requirements(plan)],
    )
    return environment().get_template("Dockerfile.jinja").render(image=image)


def name_of(plan: Plan) -> str:
    """Return what the image is called in a registry, where names are ASCII."""
    return re.sub(r"[^a-z0-9]+", "-", plan.name.lower()).strip("-") or "tournament"


def requirements(plan: Plan) -> list[str]:
    """Return what pip is to install: the versions of this environment, or the least where there is none."""
    versions = pinned([*dependencies(plan), *IN_EVERY_IMAGE], ())
    chosen = any(one.gpu for one in (plan.run.resources, *(model.resources for model in plan.models)))
    names = {name: builds[chosen] for name, builds in BUILDS.items()}
    return [f"{names.get(name, name)}{_demand(version)}" for name, version in versions.items()]


def unpinned(plan: Plan) -> list[str]:
    """Return the requirements whose libraries are not installed here, so that no version is known."""
    return [one for one in requirements(plan) if "==" not in one]


def _demand(version: str) -> str:
    """Return a version as a demand; of what is not installed `pinned` gives the least version, if there is one."""
    return version.removesuffix(">=") if version.startswith(">=") else f"=={version}"
