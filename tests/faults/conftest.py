import json
from collections.abc import Callable
from pathlib import Path

import pytest

OUTCOMES = Path(__file__).parents[2] / "build" / "faults"

Record = Callable[[str, str, str], None]


@pytest.fixture
def record(request: pytest.FixtureRequest) -> Record:
    """Write down what came of a fault, once the test has seen it; docs/reliability.md is made from this."""

    def write(fault: str, happens: str, kept: str) -> None:
        OUTCOMES.mkdir(parents=True, exist_ok=True)
        name = request.node.name.replace("/", "-")
        outcome = {"fault": fault, "happens": happens, "kept": kept}
        (OUTCOMES / f"{name}.json").write_text(json.dumps(outcome), encoding="utf-8")

    return write
