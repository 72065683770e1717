"""From a plan to the companion of its flow, which predicts for new rows with the model that a run ended with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .packages import pinned
from .render import environment
from .style import styled
from .view import View

if TYPE_CHECKING:
    from ..plan.plan import Plan
    from .render import Spec

NOT_NEEDED = ("matplotlib", "sqlalchemy")
"""What a tournament needs and its companion does not: it draws nothing, and rows come from a file."""


def render_predict(plan: Plan, spec: Spec) -> str:
    """Return the companion of a plan's flow, formatted."""
    template = environment().get_template("predict_flow.py.jinja")
    return styled(template.render(plan=plan, spec=spec, view=PredictView(plan)))


class PredictView:
    """A plan, with what its companion takes of it."""

    def __init__(self, plan: Plan) -> None:
        view = View(plan)
        self.name = f"{plan.name}Predict"
        self.dependencies = [one for one in view.dependencies if one.partition(">=")[0] not in NOT_NEEDED]
        self.apart = [*plan.data.targets, *view.table.roles.values()]
        self.keras = view.keras
        self.classifies = view.classifies
        self.several = view.table.several
        self.data_parameter = view.data_parameter
        self.reader = view.table.reader or "read_csv"
        self.pinned = plan.run.packages is not None
        self.of_data = view.running.of_data
        self._packages = plan.run.packages or ()

    @property
    def imports(self) -> str:
        """What the companion imports of Metaflow."""
        wanted = {"environment": self.keras, "pypi_base": self.pinned, "resources": bool(self.of_data), "step": True}
        return ", ".join(["FlowSpec", "Parameter", *(name for name, needed in wanted.items() if needed)])

    @property
    def of_flow(self) -> list[str]:
        """The decorators of the class: a model is read back by the versions that it was written by."""
        return [f"@pypi_base(packages={pinned(self.dependencies, self._packages)!r})"] if self.pinned else []

    @property
    def of_prediction(self) -> list[str]:
        """The decorators of the step that predicts."""
        return [*self.of_data, *(["@environment(vars=ENVIRONMENT)"] if self.keras else [])]
