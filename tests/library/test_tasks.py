import os
from types import SimpleNamespace
from typing import Any

import pytest

from mfc.templates.library.tasks import share_out

CANDIDATES = ["gbm-000", "gbm-001", "net-000"]
HERE = SimpleNamespace(decorators=[SimpleNamespace(name="retry")])
CLOUD = SimpleNamespace(decorators=[SimpleNamespace(name="kubernetes")])


def fits(*candidates: str) -> list[tuple[str, int]]:
    return [(candidate, fold) for candidate in candidates for fold in range(3)]


def test_a_task_has_fits_of_one_model_alone() -> None:
    gbm, net = fits("gbm-000", "gbm-001"), fits("net-000")
    assert share_out(CANDIDATES, 3, 4, HERE) == [gbm[:4], gbm[4:], net]
    assert share_out(CANDIDATES, 3, 100, HERE, ["net"]) == [net, gbm]
    assert share_out(CANDIDATES, 3, 1, HERE) == [[fit] for fit in gbm + net]


@pytest.mark.parametrize(
    ("step", "n_candidates", "cores", "expected"),
    [
        (HERE, 1, 2, [3]),
        (HERE, 3, 2, [6, 3]),
        (HERE, 48, 2, [54, 54, 18, 18]),
        (CLOUD, 4, 2, [3, 3, 3, 3]),
        (HERE, 16, 8, [6] * 6 + [3] * 4),
        (HERE, 1200, 2, [1002, 1002, 1002, 450, 144]),
    ],
)
def test_on_this_machine_there_are_about_two_tasks_a_core_and_the_last_are_small(
    step: Any, n_candidates: int, cores: int, expected: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    candidates = [f"gbm-{i:03}" for i in range(n_candidates)]
    tasks = share_out(candidates, 3, 0, step)
    assert [len(task) for task in tasks] == expected
    assert [fit for task in tasks for fit in task] == fits(*candidates)


def test_some_models_come_first_in_their_order() -> None:
    tasks = share_out(["a-000", "b-000", "c-000", "d-000"], 2, 0, HERE, ["d", "b"])
    assert [task[0][0] for task in tasks] == ["d-000", "b-000", "a-000", "c-000"]
