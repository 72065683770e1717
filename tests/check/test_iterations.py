from checking import checked

from mfc.check.iterations import ITERATIONS


def test_who_can_stop_early_has_an_argument_for_iterations() -> None:
    catalog = checked().outline.catalog
    entries = [entry for path in catalog.names("estimator") if (entry := catalog.entry("estimator", path))]
    stoppable = [entry for entry in entries if entry.early_stopping]
    assert len(stoppable) == 3
    assert all(ITERATIONS & set(entry.arguments) for entry in stoppable)
