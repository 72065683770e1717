import pandas as pd
import pytest

from mfc.templates.library import labels


def test_of_two_values_the_second_in_order_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(labels, "TARGET", ["large", "odd", "code"])
    data = pd.DataFrame({"large": ["yes", "no"], "odd": [False, True], "code": [7, 3], "kept": ["a", "b"]})
    coded = labels.code_labels(data)
    assert coded.to_dict("list") == {"large": [1, 0], "odd": [0, 1], "code": [1, 0], "kept": ["a", "b"]}
    assert data["large"].tolist() == ["yes", "no"]
    with pytest.raises(ValueError, match="3 different values in 'large', and a label has two"):
        labels.code_labels(pd.DataFrame({"large": list("abc"), "odd": 0, "code": 0}))


def test_a_label_may_have_any_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(labels, "TARGET", ["self"])
    assert labels.code_labels(pd.DataFrame({"self": ["yes", "no"]})).to_dict("list") == {"self": [1, 0]}
