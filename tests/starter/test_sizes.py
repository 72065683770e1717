import pytest

from mfc.starter.sizes import BUDGET, SIZES, seconds, size_for


def test_sizes_go_from_large_to_small() -> None:
    costs = [seconds(size, 50_000, 20, "regression", 0) for size in SIZES]
    assert costs == sorted(costs, reverse=True)


@pytest.mark.parametrize("n_rows", [100, 1_000, 10_000, 100_000])
@pytest.mark.parametrize("task", ["regression", "classification"])
def test_tables_of_up_to_100_000_rows_are_within_the_budget(n_rows: int, task: str) -> None:
    size = size_for(n_rows, 20, task, 2)  # type: ignore[arg-type]
    assert seconds(size, n_rows, 20, task, 2) <= BUDGET  # type: ignore[arg-type]


def test_what_is_never_within_it_is_as_small_as_can_be() -> None:
    assert size_for(10_000_000, 500, "classification", 8) == SIZES[-1]


def test_small_tables_are_studied_in_full() -> None:
    assert size_for(200, 5, "regression", 0) == SIZES[0]
