import metaflow

from mfc.check.reserved import CLASSES, PARAMETERS


def test_the_attributes_of_every_flow_are_reserved() -> None:
    public = {name for name in dir(metaflow.FlowSpec) if not name.startswith("_")}
    assert public <= PARAMETERS


def test_what_the_flow_imports_is_reserved() -> None:
    assert {"FlowSpec", "Parameter", "Image", "Table", "NamedTuple"} <= CLASSES
