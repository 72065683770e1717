import pytest
from checking import findings

MODELS = "model ridge: Ridge { alpha in 1..12 }\nmodel near: KNeighborsRegressor { n_neighbors in [3, 5] }"


def found(ensemble: str) -> list[tuple[str, str]]:
    return findings(MODELS, f"ensemble e: {ensemble}")


@pytest.mark.parametrize("ensemble", ["average { members = [ridge] }", "greedy { top = 1 }"])
def test_an_ensemble_of_one_member_is_no_better_than_that(ensemble: str) -> None:
    assert found(ensemble) == [("MF641", "e")]


@pytest.mark.parametrize("final", ["LinearRegression()", "Ridge(alpha = 0.1)", "LinearRegression"])
def test_many_members_need_a_penalty(final: str) -> None:
    assert found(f"stack {{ top = 12, final = {final} }}") == [("MF642", final)]
    assert found(f"stack {{ top = 5, final = {final} }}") == []
    assert found(f"stack {{ final = {final} }}") == []


@pytest.mark.parametrize("final", ["Ridge()", "Ridge(alpha = 10)", "RidgeCV()", "RandomForestRegressor()"])
def test_what_is_held_back_may_have_many(final: str) -> None:
    assert found(f"stack {{ top = 12, final = {final} }}") == []
