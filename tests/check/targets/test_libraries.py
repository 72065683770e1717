import pytest
from checking import at

from mfc.check.targets import TARGETS


@pytest.mark.parametrize("target", TARGETS)
def test_something_has_to_bring_the_libraries(target: str) -> None:
    assert at(target) == [("MF654", "Trial")]
    assert at(target, "run { packages = none }") == [("MF654", "Trial")]
    assert at(target, 'run { packages = ["scikit-learn==1.9.1"] }') == []
