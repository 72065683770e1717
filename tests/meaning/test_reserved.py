import metaflow
import pytest

from mfc.meaning.reserved import CLASSES, PARAMETERS, is_taken


def test_the_attributes_of_every_flow_are_reserved() -> None:
    public = {name for name in dir(metaflow.FlowSpec) if not name.startswith("_")}
    assert public <= PARAMETERS


def test_what_the_flow_imports_is_reserved() -> None:
    assert {"FlowSpec", "Parameter", "NamedTuple"} <= CLASSES


@pytest.mark.parametrize("name", ["data", "card", "print", "_graph"])
def test_names_of_the_flow_and_of_python_are_taken(name: str) -> None:
    assert is_taken(name, PARAMETERS)


@pytest.mark.parametrize("name", ["depth", "weights"])
def test_other_names_are_free(name: str) -> None:
    assert not is_taken(name, PARAMETERS)
