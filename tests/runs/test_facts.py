import pandas as pd
import sklearn
from lightgbm import LGBMRegressor
from sklearn.compose import make_column_transformer
from sklearn.ensemble import VotingClassifier
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.pipeline import make_pipeline

from mfc.runs.facts import class_balance, estimators, versions

ROWS = pd.DataFrame({"x": [1.0, 2, 3, 4], "y": ["b", "a", "a", "a"]})


def test_estimators_are_named_by_their_public_path() -> None:
    vote = VotingClassifier([("model", LogisticRegression())]).fit(ROWS[["x"]], ROWS["y"])
    pipelines = [make_pipeline("passthrough", one) for one in (Ridge(), Ridge(alpha=2), LGBMRegressor(), vote)]
    assert estimators(pipelines) == [
        "sklearn.linear_model.Ridge",
        "lightgbm.sklearn.LGBMRegressor",
        "sklearn.linear_model.LogisticRegression",
    ]


def test_versions_are_those_of_all_parts() -> None:
    from skrub import StringEncoder

    columns = make_column_transformer((StringEncoder(n_components=1), "y"), ("passthrough", ["x"]))
    columns.fit(ROWS)
    found = dict(versions([make_pipeline(columns, Ridge())]))
    assert found["scikit-learn"] == sklearn.__version__
    assert {"Python", "numpy", "pandas", "skrub"} <= found.keys()
    assert "lightgbm" not in found


def test_the_balance_of_classes() -> None:
    model = LogisticRegression().fit(ROWS[["x"]], ROWS["y"])
    assert class_balance(ROWS, "y", model) == [("a", "3", "75.0%"), ("b", "1", "25.0%")]
    assert class_balance(ROWS, "x", Ridge()) == []
    assert class_balance(ROWS, ["x", "y"], model) == []
    many = pd.DataFrame({"y": range(30)})
    assert class_balance(many, "y", model) == [("30 classes", "30", "100.0%")]
