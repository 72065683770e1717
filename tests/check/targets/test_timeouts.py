import pytest
from checking import at

from mfc.check.targets import TARGETS


@pytest.mark.parametrize("target", TARGETS)
def test_a_container_has_a_minute_at_least(target: str) -> None:
    assert at(target, "run { packages = pypi, timeout = 59s }") == [("MF701", "59s")]
    assert at(target, "run { packages = pypi, timeout = 60s }") == []
