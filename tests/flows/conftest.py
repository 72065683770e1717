from collections.abc import Iterator
from pathlib import Path

import pytest
from flows import Runner
from threadpoolctl import threadpool_limits


@pytest.fixture(scope="session", autouse=True)
def one_thread() -> Iterator[None]:
    """Keep the libraries to one thread, as flows do: the tests already share the cores."""
    with threadpool_limits(1):
        yield


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)
