import pytest
from checking import at

RUN = "run { packages = pypi }"


def found(path: str) -> list[tuple[str, str]]:
    return at("argo", f'data csv("{path}") {{ target = price }}', "task regression", RUN)


@pytest.mark.parametrize("path", ["/srv/houses.csv", "../houses.csv", "data/../../houses.csv", "C:\\\\houses.csv"])
def test_a_file_elsewhere_is_out_of_reach(path: str) -> None:
    assert found(path) == [("MF653", f'"{path}"')]


@pytest.mark.parametrize("path", ["houses.csv", "data/houses.csv", "./houses.csv"])
def test_a_file_beside_the_specification_is_sent_along(path: str) -> None:
    assert found(path) == []


def test_an_address_is_the_same_everywhere() -> None:
    assert found("s3://bucket/houses.csv") == []


def test_what_needs_no_file_is_fine() -> None:
    assert at("argo", 'data sklearn("diabetes")', RUN) == []
