from collections.abc import Iterator

import base_image
import flow_image
import pytest
from aws import Cloud, cloud
from far import KEPT, Far
from outcomes import Record, recorder
from podman import Podman, missing, podman

SMALL = """
tournament Small "What most flows need"
data sklearn("diabetes")
model ridge: Ridge
model gbm: lightgbm.LGBMRegressor
"""


@pytest.fixture(scope="session")
def containers() -> Iterator[Podman]:
    if programs := missing():
        pytest.skip(f"there is no {' and no '.join(programs)} on this machine")
    with podman(KEPT / "images") as made:
        base_image.make(made, KEPT)
        try:
            made("run", "--rm", base_image.tag(), "true")
        except RuntimeError as error:
            pytest.skip(f"podman cannot run a container here: {str(error).splitlines()[-1]}")
        yield made


@pytest.fixture(scope="session")
def account(containers: Podman) -> Iterator[Cloud]:
    with cloud(containers) as made:
        yield made


@pytest.fixture(scope="session")
def far(containers: Podman, account: Cloud) -> Far:
    """Where flows of scikit-learn and LightGBM run."""
    return Far(containers, account, flow_image.build(containers, KEPT, SMALL, "small", account.in_a_job))


@pytest.fixture
def record(request: pytest.FixtureRequest) -> Record:
    """Write down what came of a fault, once the test has seen it."""
    return recorder("faults-on-batch", request.node.name)
