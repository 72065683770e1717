from mfc.catalog.blocks import BLOCKS
from mfc.catalog.catalog import load
from mfc.catalog.thresholds import LABEL_SCORERS, ONE_SIDED_RATES
from mfc.templates.library.threshold import RATES


def test_a_threshold_is_picked_by_scorers_of_classes() -> None:
    scorers = [load().scorer(name) for name in LABEL_SCORERS]
    assert all(one and "classification" in one.tasks and not one.probabilities for one in scorers)


def test_the_flow_knows_them_all() -> None:
    assert set(RATES) == set(LABEL_SCORERS)
    assert set(ONE_SIDED_RATES) < set(RATES)
    assert all(f"threshold.{name}_at" in BLOCKS for name in ONE_SIDED_RATES)
