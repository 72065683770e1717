import pytest
from checking import finding, findings


def test_more_leaves_than_the_depth_allows() -> None:
    found = finding("model g: LGBMRegressor { num_leaves = 9, max_depth = 3 }", "model l: Lasso")
    assert found.code.id == "MF607"
    assert found.message == "a tree of depth 3 has at most 8 leaves, so `num_leaves = 9` has no effect"


@pytest.mark.parametrize("body", ["num_leaves in [7, 31], max_depth = 3", "num_leaves = 9, max_depth in 1..3"])
def test_one_setting_that_no_depth_allows_is_enough(body: str) -> None:
    assert [code for code, _ in findings(f"model g: LGBMRegressor {{ {body} }}", "model l: Lasso")] == ["MF607"]


@pytest.mark.parametrize(
    "body",
    [
        "num_leaves = 8, max_depth = 3",
        "num_leaves = 100",
        "num_leaves = 100, max_depth = -1",
        "num_leaves = 100, max_depth in [3, 9]",
        "num_leaves in [7, 31], max_depth in [3, -1]",
        "num_leaves ~ randint(8, 64), max_depth = 3, search random(2)",
        "num_leaves = 100, max_depth = 10**9",
    ],
)
def test_leaves_that_can_be(body: str) -> None:
    assert findings(f"model g: LGBMRegressor {{ {body} }}", "model l: Lasso") == []
