import pytest

from mfc.runs.progress import Fit, Leader, Progress, Task, duration
from mfc.runs.shape import Asked

NAN = float("nan")


def ridge(*fits: tuple[float | None, float | None], candidate: str = "ridge-000") -> Task:
    return Task(Asked("ridge", len(fits)), tuple(Fit(candidate, *fit) for fit in fits))


def test_at_first_nothing_is_done() -> None:
    progress = Progress([Asked("ridge", 3), Asked("net", 5), Asked("net", 5)])
    assert (progress.done, progress.total, progress.failed) == (0, 13, 0)
    assert progress.leader is None
    assert progress.left(0.0) is None


def test_fits_are_counted_as_they_come() -> None:
    progress = Progress([Asked("ridge", 2), Asked("net", 5)])
    progress.add(ridge((0.5, 1.0), (0.7, 1.0)))
    assert (progress.done, progress.total) == (2, 7)
    assert progress.leader == Leader("ridge-000", 0.6)


def test_failed_fits_are_counted_and_their_candidates_cannot_lead() -> None:
    progress = Progress([Asked("ridge", 2), Asked("ridge", 2), Asked("ridge", 2)])
    progress.add(ridge((0.9, 1.0), (NAN, None)))
    assert (progress.done, progress.failed) == (2, 1)
    assert progress.leader is None
    progress.add(ridge((0.1, 1.0), (0.1, 1.0), candidate="ridge-001"))
    assert progress.leader == Leader("ridge-001", 0.1)


def test_of_a_task_that_died_all_fits_have_failed() -> None:
    progress = Progress([Asked("ridge", 3)])
    progress.add(Task(Asked("ridge", 3), ()))
    assert (progress.done, progress.failed) == (3, 3)


def test_of_losses_the_smallest_leads() -> None:
    progress = Progress([Asked("ridge", 1), Asked("net", 1)], smaller_is_better=True)
    progress.add(ridge((3.0, 1.0)))
    progress.add(Task(Asked("net", 1), (Fit("net-000", 2.0, 1.0),)))
    assert progress.leader == Leader("net-000", 2.0)


def test_what_is_left_is_guessed_model_by_model() -> None:
    progress = Progress([Asked("ridge", 2), Asked("net", 2), Asked("net", 4), Asked("other", 2)])
    progress.add(ridge((0.5, 1.0), (0.5, 1.0)))
    progress.add(Task(Asked("net", 2), (Fit("net-000", 0.5, 10.0), Fit("net-000", 0.5, 10.0))))
    # 22 seconds of fits took 11, two at a time; to come are 4 at 10 seconds and 2 at the mean of all, 5.5
    assert progress.left(11.0) == pytest.approx((40 + 11) / 2)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.2, "1 s"), (12.4, "12 s"), (90, "2 min"), (3599, "60 min"), (3600, "1 h 0 min"), (7500, "2 h 5 min")],
)
def test_lengths_of_time_are_rough(seconds: float, text: str) -> None:
    assert duration(seconds) == text


def test_the_rounds_of_a_race_are_expected_before_they_are_asked_for() -> None:
    progress = Progress([Asked("ridge", 4)], [6, 2])
    assert (progress.done, progress.total) == (0, 12)
    for _ in range(2):
        progress.add(ridge((0.5, 1.0), (0.5, 1.0)))
    assert (progress.done, progress.total, progress.left(4.0)) == (4, 12, 8.0)
    progress.ask([Asked("ridge", 3), Asked("", 0)])
    assert (progress.done, progress.total) == (4, 9)
    progress.ask([Asked("ridge", 1)])
    assert (progress.done, progress.total, progress.left(4.0)) == (4, 8, 4.0)
