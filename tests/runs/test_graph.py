import ast

from plans import PLAN

from mfc.runs.functions import flow_module
from mfc.runs.graph import Step, foreach_steps, steps_of

BRANCHES = '''
class Branches(FlowSpec):
    @step
    def start(self):
        """Begin.

        More of it.
        """
        self.next(self.a, self.b)

    @step
    def a(self):
        self.next(self.fit_a, foreach="tasks")

    @resources(cpu=2)
    @step
    def fit_a(self):
        self.helper()
        self.next(self.join_a)

    def helper(self):
        """No step."""

    @step
    def join_a(self, inputs):
        self.next(self.end)

    @step
    def b(self):
        self.next(self.end)

    @step
    def end(self, inputs):
        """End."""
'''


def test_the_steps_of_a_flow_are_in_order() -> None:
    steps = steps_of(flow_module(PLAN))
    assert [step.name for step in steps] == ["start", "fit", "rank", "finish", "end"]
    assert [step.next for step in steps] == [("fit",), ("rank",), ("finish",), ("end",), ()]
    assert [step.foreach for step in steps] == ["tasks", None, None, None, None]
    assert all(step.purpose.endswith(".") for step in steps)
    assert foreach_steps(steps) == {"fit": "start"}


def test_steps_may_branch() -> None:
    steps = steps_of(ast.parse(BRANCHES))
    assert [step.name for step in steps] == ["start", "a", "b", "fit_a", "join_a", "end"]
    assert steps[0] == Step("start", "Begin.", ("a", "b"), None)
    assert foreach_steps(steps) == {"fit_a": "a"}
