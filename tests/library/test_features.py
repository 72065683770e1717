import pytest
from small_rows import rows

from mfc.templates.library import features


def test_no_model_learns_from_the_columns_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    assert features.features_of(rows()).columns.tolist() == ["a", "b"]
    monkeypatch.setattr(features, "APART", ["target", "a"])
    assert features.features_of(rows()).columns.tolist() == ["b"]
