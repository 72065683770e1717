"""What the block of `data` says besides columns: the positive class, rows without a target, dates and texts."""

import re
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from rehearsal import rehearse
from sklearn.metrics import recall_score

RANDOM = np.random.default_rng(5)
X = RANDOM.normal(size=120)
CUSTOMERS = pd.DataFrame({"x": X, "y": np.where(X + RANDOM.normal(size=120) / 2 > 0.9, "churned", "stayed")})


def play(folder: Path, rows: pd.DataFrame, data: str, rest: str, last: str = "finish") -> Any:
    rows.to_csv(folder / "rows.csv", index=False)
    return rehearse(folder, f'tournament Entries\ndata csv("rows.csv") {{ {data} }}\n{rest}', last)


# The positive class

LOGISTIC = """
task classification
folds stratified_kfold(3)
score recall, average_precision
report { figures = [roc_curve] }
model lr: LogisticRegression { C in [0.1, 1] }
"""


@pytest.mark.parametrize(
    ("said", "positive"), [("", "stayed"), (", positive = churned", "churned"), (", positive = stayed", "stayed")]
)
def test_scores_are_of_the_positive_class_and_the_summary_names_it(tmp_path: Path, said: str, positive: str) -> None:
    played = play(tmp_path, CUSTOMERS, f"target = y{said}", LOGISTIC)
    truth = played.data["y"].iloc[played.test_rows]
    predicted = played.test_predicted.idxmax(axis=1)
    assert played.test_scores["recall"] == recall_score(truth, predicted, pos_label=positive)
    assert played.notes == {"the positive class": positive}
    assert "the positive class" in played.files["summary.txt"].decode()
    assert "roc-curve.png" in played.files


def test_another_positive_class_may_have_another_winner(tmp_path: Path) -> None:
    played = play(tmp_path, CUSTOMERS, "target = y, positive = churned", LOGISTIC)
    recall = played.leaderboard.set_index("candidate")["recall"]
    assert recall["lr-001"] > recall["lr-000"] + 0.05
    assert played.winner == "lr-001"


@pytest.mark.parametrize(
    ("labels", "positive", "found"),
    [
        (CUSTOMERS["y"], "churn", "'churn' cannot be the positive class: the labels are ['churned', 'stayed']"),
        ((CUSTOMERS["y"] == "churned").astype(int), "3", "3 cannot be the positive class: the labels are [0, 1]"),
        (["a", "b", "c"] * 40, "b", "'b' cannot be the positive class: the labels are ['a', 'b', 'c']"),
    ],
)
def test_a_positive_class_is_one_of_two_labels(tmp_path: Path, labels: Any, positive: str, found: str) -> None:
    with pytest.raises(ValueError, match="positive class") as stopped:
        play(tmp_path, CUSTOMERS.assign(y=labels), f"target = y, positive = {positive}", LOGISTIC, last="start")
    assert str(stopped.value) == found


def test_a_positive_class_may_be_a_number_or_a_truth_value(tmp_path: Path) -> None:
    churned = CUSTOMERS["y"] == "churned"
    by_number = play(tmp_path, CUSTOMERS.assign(y=churned.astype(int)), "target = y, positive = 0", LOGISTIC, "rank")
    by_truth = play(tmp_path, CUSTOMERS.assign(y=churned), "target = y, positive = false", LOGISTIC, "rank")
    in_same_order = CUSTOMERS.assign(y=np.where(churned, "b", "a"))
    by_name = play(tmp_path, in_same_order, "target = y, positive = a", LOGISTIC, "rank")
    for played in (by_number, by_truth):
        np.testing.assert_allclose(played.fits["recall"], by_name.fits["recall"])


# Rows without a target

RIDGE = "task regression\nfolds kfold(3)\nmodel r: Ridge { alpha in [0.1, 1] }\n"
GAPS = pd.DataFrame({"week": X, "level": np.where(np.arange(120) % 20 == 3, np.nan, 2 * X)})


def test_rows_without_a_target_are_left_out_and_counted(tmp_path: Path) -> None:
    played = play(tmp_path, GAPS, "target = level, missing_target = drop", RIDGE)
    expected = GAPS[GAPS["level"].notna()].reset_index(drop=True)
    pd.testing.assert_frame_equal(played.data, expected)
    assert played.notes == {"rows left out because they have no target": 6}
    assert re.search(r"rows left out because they have no target +6\n", played.files["summary.txt"].decode())


def test_rows_without_any_one_of_several_targets_are_left_out(tmp_path: Path) -> None:
    rows = GAPS.assign(other=np.where(np.arange(120) == 0, np.nan, X))
    played = play(tmp_path, rows, "target = [level, other], missing_target = drop", RIDGE, "start")
    assert (len(played.data), played.data.isna().to_numpy().sum()) == (113, 0)


def test_a_row_without_a_label_is_left_out_before_the_positive_class_is_looked_for(tmp_path: Path) -> None:
    rows = CUSTOMERS.assign(y=CUSTOMERS["y"].where(np.arange(120) % 40 != 5))
    played = play(tmp_path, rows, "target = y, missing_target = drop, positive = churned", LOGISTIC, "start")
    assert played.notes == {"rows left out because they have no target": 3, "the positive class": "churned"}


@pytest.mark.parametrize("said", ["", ", missing_target = stop"])
def test_otherwise_a_row_without_a_target_stops_the_flow(tmp_path: Path, said: str) -> None:
    with pytest.raises(ValueError, match="no usable 'level' in 6 of 120 rows, the first is row 3"):
        play(tmp_path, GAPS, f"target = level{said}", RIDGE, "start")


def test_an_infinite_target_is_not_a_missing_one(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no finite number in 1 of 114 rows of 'level', the first is 'inf' in row 0"):
        play(tmp_path, GAPS.replace(GAPS["level"][0], np.inf), "target = level, missing_target = drop", RIDGE, "start")


# Dates and texts

DAYS = pd.date_range("2020-01-03", periods=120, freq="3D")
SALES = pd.DataFrame({"x": X, "sold": DAYS.strftime("%d/%m/%Y"), "y": X + np.arange(120)})
BY_TIME = f"{RIDGE.replace('kfold(3)', 'time_series_split(3)')}test last(20%)\n"


def test_dates_that_are_written_day_first_are_read_so(tmp_path: Path) -> None:
    played = play(tmp_path, SALES.sample(frac=1, random_state=1), "target = y, time = sold", BY_TIME, "start")
    assert played.data["sold"].tolist() == DAYS.tolist()
    assert played.data["sold"].iloc[played.test_rows].min() == DAYS[96]


def test_whole_numbers_may_be_dates_in_a_format_that_is_said(tmp_path: Path) -> None:
    rows = SALES.assign(sold=DAYS.strftime("%Y%m%d").astype(int))
    data = 'target = y, dates = [sold], date_format = "%Y%m%d"'
    assert play(tmp_path, rows, data, RIDGE, "start").data["sold"].tolist() == DAYS.tolist()


def test_times_are_compared_in_utc_across_daylight_saving(tmp_path: Path) -> None:
    times = pd.date_range("2021-03-27", periods=120, freq="h", tz="Europe/Berlin")
    rows = SALES.assign(sold=[time.isoformat() for time in times])
    assert rows["sold"].str[-6:].nunique() == 2
    played = play(tmp_path, rows.sample(frac=1, random_state=1), "target = y, time = sold", BY_TIME, "start")
    assert played.data["sold"].tolist() == times.tz_convert("UTC").tz_localize(None).tolist()


def test_dates_with_two_readings_stop_the_flow_until_it_says_which(tmp_path: Path) -> None:
    rows = SALES.assign(sold=[f"{1 + i % 12:02}/{1 + i // 12:02}/2020" for i in range(120)])
    with pytest.raises(ValueError, match=r"by %d/%m/%Y and .* by %m/%d/%Y: say which, as `date_format`"):
        play(tmp_path, rows, "target = y, dates = [sold]", RIDGE, "start")
    data = 'target = y, dates = [sold], date_format = "%m/%d/%Y"'
    played = play(tmp_path, rows, data, RIDGE, "start")
    assert played.data["sold"].tolist() == pd.to_datetime(rows["sold"], format="%m/%d/%Y").tolist()


def test_dates_and_texts_become_numbers(tmp_path: Path) -> None:
    words = np.where(np.arange(120) % 2, "a small flat in town", "the large farm house") + pd.Series(range(120)).astype(
        str
    )
    rows = SALES.assign(
        y=np.arange(120) + 100.0 * (np.arange(120) % 2), title=words, x="left" + pd.Series(X > 0).astype(str)
    )
    played = play(tmp_path, rows, "target = y, dates = [sold], text = [title]", RIDGE)
    assert played.fits["error"].isna().all()
    assert played.test_scores["r2"] > 0.9  # the dates alone have 0.3
    columns = played.model[0].transformers_
    assert [list(one[2]) for one in columns] == [[], ["x"], ["sold"], ["title"]]
    again = played.model.predict(played.data.drop(columns="y").iloc[[7, 3]])
    np.testing.assert_allclose(again, played.model.predict(played.data.drop(columns="y"))[[7, 3]])


def test_routes_replace_what_dates_and_texts_pass_through(tmp_path: Path) -> None:
    rows = SALES.assign(title=[f"number {i % 3}" for i in range(120)])
    routes = (
        "preprocess { dates -> DatetimeEncoder(resolution = none) -> StandardScaler()\n [title] -> OrdinalEncoder() }\n"
    )
    played = play(
        tmp_path,
        rows,
        "target = y, dates = [sold], text = [title]",
        routes + RIDGE.replace("kfold(3)", "kfold(3)\ntest none"),
    )
    sizes = [played.model[0].output_indices_[one[0]] for one in played.model[0].transformers_]
    assert [len(range(120)[one]) for one in sizes] == [1, 0, 1, 1]
