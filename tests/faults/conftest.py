import pytest
from outcomes import Record, recorder


@pytest.fixture
def record(request: pytest.FixtureRequest) -> Record:
    """Write down what came of a fault, once the test has seen it."""
    return recorder("faults", request.node.name)
