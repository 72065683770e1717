import pytest
from sklearn import datasets

from mfc.catalog.build.data import CHANGE_THE_RESULT, MOCKS, bundled, mocks

ENTRIES = {entry.path: entry for entry in mocks()}


@pytest.mark.parametrize("path", MOCKS)
def test_a_mock_takes_what_its_generator_takes(path):
    generator = getattr(datasets, MOCKS[path][0])
    for name, argument in ENTRIES[path].arguments.items():
        assert name == "n_categories" or name in generator._skl_parameter_constraints
        assert not argument.required
    assert not CHANGE_THE_RESULT & set(ENTRIES[path].arguments)


@pytest.mark.parametrize("path", MOCKS)
def test_a_mock_is_rows_and_targets(path):
    x, y = getattr(datasets, MOCKS[path][0])(n_samples=20)
    assert len(x) == len(y) == 20
    assert (y.ndim == 2) == (ENTRIES[path].tasks == ("multilabel",))


@pytest.mark.parametrize("dataset", bundled(), ids=lambda dataset: dataset.name)
def test_a_bundled_data_set_is_as_described(dataset):
    frame = getattr(datasets, dataset.loader)(as_frame=True).frame
    assert len(frame) == dataset.rows
    assert [*dataset.features, *dataset.targets] == list(frame.columns)
    few_values = max(frame[target].nunique() for target in dataset.targets) <= 10
    assert few_values == (dataset.task == "classification")
