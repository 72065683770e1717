import json

import pytest

from mfc.emit import build
from mfc.emit.statements import depth_of
from mfc.emit.style import FILE, all_statements, digest


@pytest.fixture(scope="module")
def examples() -> list[str]:
    return build.examples()


def test_the_statements_of_the_examples_are_known(examples: list[str]) -> None:
    known = json.loads(FILE.read_text(encoding="utf-8"))
    found = {digest(statement) for flow in examples for statement in all_statements(flow)}
    assert found == known.keys(), "run `python -m mfc.emit.build`"


def test_the_templates_leave_lines_free_between_functions(examples: list[str]) -> None:
    """A function that followed another too closely would be taken for a part of its last statement."""
    found = {statement for flow in examples for statement in all_statements(flow) if '"""' not in statement}
    assert [one for one in found if any(line and depth_of(line) < depth_of(one) for line in one.split("\n"))] == []


def test_a_statement_is_kept_by_its_digest() -> None:
    written = build.build(["a  = 1\n\n\nb = 1\n", "b = 1\n"])
    assert json.loads(written) == {digest("a  = 1"): "a = 1", digest("b = 1"): None}


def test_every_example_is_also_built_with_parameters(examples: list[str]) -> None:
    n_examples = len(list(build.EXAMPLES.glob("*.mf")))
    assert sum("class Parameters" in flow for flow in examples) >= 2 * n_examples
