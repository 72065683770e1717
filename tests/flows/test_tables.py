"""Tables as they are: what the flow makes of them, and of the rows that are predicted for afterwards."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from runpy import run_path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pandas as pd
import pytest
from rehearsal import rehearse

from mfc.runs.export import export

RNG = np.random.default_rng(0)
X, Z = RNG.normal(size=(2, 120))
ROWS = pd.DataFrame({"x": X, "z": Z, "y": 3 * X + Z})
REGRESSION = "folds kfold(3)\nmodel r: Ridge { alpha in [0.01, 1] }\n"
CLASSES = "folds stratified_kfold(3)\nmodel lr: LogisticRegression { C in [0.1, 1] }\n"
Predict = Callable[..., pd.DataFrame]


def play(folder: Path, rows: pd.DataFrame, rest: str, data: str = "target = y", task: str = "regression") -> Any:
    rows.to_parquet(folder / "rows.parquet")
    spec = f'tournament Rows\ntask {task}\ndata parquet("rows.parquet") {{ {data} }}\n{rest}'
    return rehearse(folder, spec)


@pytest.fixture
def exported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Any], dict[str, Any]]:
    """Export the model of a flow; return the names of the program that predicts."""

    def names(played: Any) -> dict[str, Any]:
        for module in "export", "shape":
            monkeypatch.setattr(f"mfc.runs.{module}.artifact", lambda run, step, name: getattr(played, name, None))
        run = SimpleNamespace(pathspec="Rows/1", finished_at=None)
        export(cast("Any", run), tmp_path / "out", force=True)
        return run_path(str(tmp_path / "out" / "predict.py"))

    return names


def test_a_level_that_no_row_has_is_no_class(tmp_path: Path) -> None:
    labels = pd.Categorical(np.where(X > 0, "yes", "no"), ["yes", "no", "maybe"])
    rest = CLASSES + "model xgb: XGBClassifier { n_estimators = 5, max_depth = 2 }\nscore accuracy, f1, roc_auc\n"
    played = play(tmp_path, ROWS.assign(y=labels), rest, task="classification")
    plain = play(tmp_path, ROWS.assign(y=list(labels)), rest, task="classification")
    assert played.model.classes_.tolist() == ["no", "yes"]
    assert played.test_scores == plain.test_scores
    pd.testing.assert_frame_equal(played.leaderboard, plain.leaderboard)
    assert {"confusion-matrix.png", "roc-curve.png"} <= played.files.keys()
    assert played.fits["error"].isna().all()


def test_a_class_that_the_training_rows_lack_is_never_predicted_and_stops_nothing(tmp_path: Path) -> None:
    labels = np.where(np.arange(120) % 2, "a", "b")
    labels[100:] = "c"
    rest = CLASSES + "test last(20%)\nscore accuracy, neg_log_loss\n"
    played = play(tmp_path, ROWS.assign(y=labels), rest, task="classification")
    assert played.model.classes_.tolist() == ["a", "b", "c"]
    assert list(played.test_predicted) == ["a", "b"] or len(played.test_predicted.columns) == 3
    assert "leaderboard.csv" in played.files
    assert 0 <= played.test_scores["accuracy"] <= 1
    assert np.isnan([played.test_scores["log_loss"], played.baseline_scores["log_loss"]]).all()
    reason = "neg_log_loss: ValueError: y_true and y_prob contain different number of classes: 3 vs 2"
    for whose in ("winner", "baseline"):
        assert f"Of the {whose}, {reason}" in played.files["summary.txt"].decode()


@pytest.mark.parametrize(
    "column",
    [
        [Decimal(f"{value:.6f}") for value in X],
        pd.to_timedelta(X + 9, unit="D"),
        pd.array(X, dtype="Float64"),
        X.astype("float32"),
    ],
    ids=["decimals", "timedeltas", "Float64", "float32"],
)
def test_numbers_are_numbers_however_they_are_kept(tmp_path: Path, column: Any) -> None:
    played = play(tmp_path, ROWS.assign(x=column), REGRESSION)
    assert played.test_scores["r2"] > 0.999
    target = column if not isinstance(column, pd.TimedeltaIndex) else ROWS["y"]
    played = play(tmp_path, ROWS.assign(y=target), REGRESSION)
    assert played.test_scores["r2"] > 0.99


def test_gaps_of_nullable_columns_are_gaps(tmp_path: Path) -> None:
    gap = np.arange(120) % 10 == 3
    rows = ROWS.assign(
        x=pd.array(np.where(gap, None, X), dtype="Float64"),
        flag=pd.array(np.where(gap, None, Z > 0), dtype="boolean"),
        town=pd.array(np.where(gap, None, "a"), dtype="string"),
    )
    boosting = "folds kfold(3)\nmodel g: HistGradientBoostingRegressor { max_iter in [20, 40] }\n"
    played = play(tmp_path, rows, boosting)
    assert played.fits["error"].isna().all()
    assert played.schema == {"x": "number", "z": "number", "y": "number", "flag": "truth", "town": "text"}
    with pytest.raises(ValueError, match=r"no usable 'y' in 12 of 120 rows, .*missing_target = drop"):
        play(tmp_path, rows.assign(y=rows["x"]), boosting)


def test_names_that_are_no_text_become_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "numbered.py").write_text(
        "import numpy as np, pandas as pd\n"
        "def load():\n    X = np.random.default_rng(0).normal(size=(60, 3))\n"
        "    return pd.DataFrame(X).assign(target=X[:, 0] * 2)\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    spec = f"tournament Rows\ntask regression\ndata python(numbered.load) {{ target = target }}\n{REGRESSION}"
    played = rehearse(tmp_path, spec)
    assert list(played.model.feature_names_in_) == ["0", "1", "2"]
    assert played.test_scores["r2"] > 0.999


ZIPS = np.where(np.arange(120) % 2, 80331, 20095)
STREETS = ROWS.assign(zip=ZIPS, y=10.0 * (ZIPS == 80331) + X)


def test_one_odd_value_changes_no_other_prediction(tmp_path: Path, exported: Any) -> None:
    played = play(tmp_path, STREETS, REGRESSION, "target = y, categorical = [zip]")
    predict = exported(played)["predict"]
    expected = played.model.predict(played.data.drop(columns="y"))
    odd = STREETS.assign(zip=["80331-7", *map(str, ZIPS[1:])]).drop(columns="y")
    np.testing.assert_allclose(predict(odd)["predicted"][1:], expected[1:])
    unknown = predict(STREETS.assign(zip=1).drop(columns="y"))["predicted"]
    np.testing.assert_allclose(predict(odd)["predicted"][0], unknown[0])
    gaps = STREETS.assign(zip=np.where(np.arange(120) == 0, np.nan, ZIPS))
    np.testing.assert_allclose(predict(gaps)["predicted"][1:], expected[1:])


def test_a_value_that_cannot_be_is_named_with_its_row(tmp_path: Path, exported: Any) -> None:
    predict = exported(play(tmp_path, ROWS, REGRESSION))["predict"]
    rows = ROWS.drop(columns="y").assign(x=["1.5", "high", *X[2:].astype(str)])
    with pytest.raises(ValueError, match="no finite number in 1 of 120 rows of 'x', the first is 'high' in row 1"):
        predict(rows, "new.csv")
    with pytest.raises(ValueError, match=r"some are missing in \['x'\]"):
        predict(rows.assign(x=None), "new.csv")


def test_a_file_to_predict_for_is_read_like_that_of_the_training(tmp_path: Path, exported: Any) -> None:
    rows = STREETS.assign(born=pd.date_range("2020-01-03", periods=120).strftime("%d/%m/%Y"), id=np.arange(120))
    written = rows.assign(zip=[f"{'0' * (i % 2)}{code}" for i, code in enumerate(ZIPS)])
    written.to_csv(tmp_path / "rows.csv", sep=";", decimal=",", index=False)
    spec = (
        'tournament Rows\ntask regression\ndata csv("rows.csv", sep = ";", decimal = ",") '
        "{ target = y, categorical = [zip], dates = [born], drop = [id] }\n"
        "preprocess { dates -> DatetimeEncoder() }\n"
    )
    played = rehearse(tmp_path, spec + REGRESSION)
    assert (played.schema["born"], played.reading) == ("%d/%m/%Y", {"sep": ";", "decimal": ","})
    program = exported(played)
    few = written[:3].assign(id=["007", "008", "009"])
    few.to_csv(tmp_path / "new.csv", sep=";", decimal=",", index=False)
    read = program["read_table"](str(tmp_path / "new.csv"), program["SCHEMA"], ["id"], **program["READING"])
    table = program["predict"](read, keep=["id"])
    assert table["id"].tolist() == ["007", "008", "009"]
    np.testing.assert_allclose(table["predicted"], played.model.predict(played.data.drop(columns="y"))[:3])


def csv_spec(options: str, block: str) -> str:
    return f'tournament Rows\ntask regression\ndata csv("rows.csv"{options}) {{ target = y, {block} }}\n{REGRESSION}'


def test_amounts_of_money_are_numbers_in_training_and_in_new_rows(tmp_path: Path, exported: Any) -> None:
    amounts = RNG.integers(100, 900_000, 120) / 100
    plain = ROWS.assign(price=amounts, tier=["$5", "free"] * 60, note="none", y=3 * X + amounts / 1000)
    plain.to_csv(tmp_path / "rows.csv", index=False)
    expected = rehearse(tmp_path, csv_spec("", "drop = [note]"))
    written = plain.assign(price=[f"${amount:,.2f}" for amount in amounts], note="$1")
    written.to_csv(tmp_path / "rows.csv", index=False)
    played = rehearse(tmp_path, csv_spec(', thousands = ",", currency = "$"', "drop = [note]"))
    pd.testing.assert_frame_equal(played.data, expected.data)
    assert (played.reading, played.schema["tier"]) == ({"thousands": ",", "currency": "$"}, "text")
    assert played.test_scores == expected.test_scores
    program = exported(played)

    def predicted(rows: pd.DataFrame, *keep: str) -> pd.DataFrame:
        rows.to_csv(tmp_path / "new.csv", index=False)
        read = program["read_table"](str(tmp_path / "new.csv"), program["SCHEMA"], keep)
        return cast("Predict", program["predict"])(read, "new.csv", keep)

    few = written[:5:2].assign(note=["$007", "$8", "9"])
    assert set(few["tier"]) == {"$5"}
    table = predicted(few, "note", "price")
    assert table["note"].tolist() == ["$007", "$8", "9"]
    assert table["price"].tolist() == amounts[:5:2].tolist()
    np.testing.assert_allclose(table["predicted"], expected.model.predict(plain[["x", "z", "price", "tier"]])[:5:2])
    with pytest.raises(ValueError, match=r"no finite number in 1 of 3 rows of 'price', the first is '\$1,2' in row 1"):
        predicted(few.assign(price=["$5", "$1,2", "7"]))


def test_dates_stay_dates_where_points_stand_between_thousands(tmp_path: Path, exported: Any) -> None:
    amounts = RNG.integers(100, 900_000, 120) / 100
    german = [f"{amount:,.2f}".translate({ord(","): ".", ord("."): ","}) for amount in amounts]
    days = pd.date_range("2020-01-03", periods=120)
    rows = pd.DataFrame({"sold": days.strftime("%d.%m.%Y"), "built": days[::-1].strftime("%d.%m.%Y"), "price": german})
    rows = rows.assign(version=["1.2.3", "4.5.6"] * 60, y=german)
    rows.to_csv(tmp_path / "rows.csv", sep=";", index=False)
    options = ', sep = ";", decimal = ",", thousands = "."'
    spec = csv_spec(options, "time = sold, dates = [built]").replace("{ target", "{ missing_target = drop, target")
    played = rehearse(tmp_path, f"{spec}\npreprocess {{ dates -> DatetimeEncoder() }}\n")
    assert played.data["price"].tolist() == played.data["y"].tolist() == amounts.tolist()
    assert played.data["sold"].tolist() == days.tolist()
    assert (played.schema["built"], played.schema["version"]) == ("%d.%m.%Y", "text")
    program = exported(played)
    read = program["read_table"](str(tmp_path / "rows.csv"), program["SCHEMA"], ["price"], **program["READING"])
    table = program["predict"](read, keep=["price"])
    assert table["price"].tolist() == amounts.tolist()
    np.testing.assert_allclose(table["predicted"], played.model.predict(played.data.drop(columns="y")))


def test_an_amount_in_training_that_is_none_is_named_with_its_row(tmp_path: Path) -> None:
    rows = ROWS.assign(z=["$1", "free", *(f"${i}" for i in range(118))])
    rows.to_csv(tmp_path / "rows.csv", index=False)
    with pytest.raises(ValueError, match="no finite number in 1 of 120 rows of 'z', the first is 'free' in row 1"):
        rehearse(tmp_path, csv_spec(', currency = "$"', "numeric = [z]"))
