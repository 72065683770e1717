import pytest
from small_card import CANDIDATES, played

from mfc.templates.library.card_charts import MOST_CHARTS, MOST_POINTS, chart, charts, is_log, points_of


def test_a_point_is_a_candidate_with_a_score_and_a_number() -> None:
    found = points_of(played(CANDIDATES))
    assert list(found) == [("ridge", "alpha"), ("near", "n_neighbors")]
    assert [(one["candidate"], one["value"], one["winner"]) for one in found["ridge", "alpha"]] == [
        ("ridge-000", 0.1, True),
        ("ridge-001", 10.0, False),
    ]
    assert [type(one["value"]) for one in found["near", "n_neighbors"]] == [float, float]
    assert found["ridge", "alpha"][0]["settings"].startswith("{'alpha': 0.1")


def test_a_score_that_is_not_finite_is_no_point_because_json_has_none() -> None:
    flow = played(CANDIDATES | {"ridge-003": {"alpha": 100}})
    flow.leaderboard.loc[flow.leaderboard["candidate"] == "ridge-003", "r2"] = float("-inf")
    assert [one["value"] for one in points_of(flow)["ridge", "alpha"]] == [0.1, 10.0]


def test_there_is_a_chart_of_each_setting() -> None:
    shown = [type(one).__name__ for one in charts(played(CANDIDATES))]
    assert shown == ["Markdown", "Markdown", "VegaChart", "VegaChart"]
    assert [*charts(played({"ridge-000": {"alpha": 1}}))] == []


def test_there_are_not_too_many() -> None:
    many = {f"m-{place:03}": {f"s{number}": place for number in range(20)} for place in range(300)}
    shown = [one for one in charts(played(many)) if type(one).__name__ == "VegaChart"]
    assert len(shown) == MOST_CHARTS
    assert len(shown[0].render()["spec"]["data"]["values"]) == MOST_POINTS


@pytest.mark.parametrize(
    ("values", "log"),
    [
        ([0.01, 0.1, 1, 10], True),
        ([1, 2, 3, 1000], True),
        ([0.02, 0.08, 0.3], True),
        ([5, 15, 45], True),
        ([100, 200, 300], False),
        ([1, 2, 3], False),
        ([0, 1, 1000], False),
        ([-1, 1], False),
        ([2, 2], False),
    ],
)
def test_an_axis_is_logarithmic_where_the_numbers_are(values: list[float], log: bool) -> None:
    assert is_log(values) == log
    made = chart("alpha of ridge", "alpha", [{"value": float(value), "score": 1.0} for value in values])
    assert (made["encoding"]["x"]["scale"].get("type") == "log") == log


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ([3.0, 2.0, 3.0], {"values": [2, 3], "format": "d"}),
        ([-5.0, 0.0], {"values": [-5, 0], "format": "d"}),
        ([0.5, 2.0], {}),
        ([1.0, 1e300], {}),
        (list(map(float, range(30))), {}),
    ],
)
def test_few_whole_numbers_are_on_the_axis_and_no_others(values: list[float], shown: dict[str, object]) -> None:
    made = chart("depth of tree", "depth", [{"value": value, "score": 1.0} for value in values])
    assert made["encoding"]["x"]["axis"] == shown
