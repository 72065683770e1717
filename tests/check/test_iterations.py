from checking import checked

from mfc.check.iterations import ITERATIONS


def test_who_can_stop_early_has_an_argument_for_iterations() -> None:
    catalog = checked().outline.catalog
    entries = [entry for path in catalog.names("estimator") if (entry := catalog.entry("estimator", path))]
    stoppable = [entry for entry in entries if entry.early_stopping]
    assert {entry.path.partition(".")[0] for entry in stoppable} == {"catboost", "keras", "lightgbm", "xgboost"}
    assert all(ITERATIONS & set(entry.arguments) for entry in stoppable)
