from mfc.catalog.catalog import load
from mfc.catalog.scaling import HARMLESS, SCALED, SENSITIVE

EXPERIMENTAL = "IterativeImputer"
"""Not in the catalog, since scikit-learn keeps it behind an import of its own."""


def test_all_are_in_the_catalog() -> None:
    catalog = load()
    assert [name for name in SENSITIVE.split() if len(catalog.find("estimator", name)) != 1] == []
    assert [name for name in HARMLESS.split() if len(catalog.find("transformer", name)) != 1] == [EXPERIMENTAL]
    assert [name for name in SCALED if catalog.dataset(name) is None] == []
