import re
from types import SimpleNamespace
from typing import Any

import metaflow
import pytest

from mfc.runs.failure import Failure, failure_of, find_failure, last_exception

TRACEBACK = """\
<flow Houses step start> failed:
    Internal error
Traceback (most recent call last):
  File "houses_flow.py", line 3, in start
    raise ValueError(message)
"""


class Task(dict[str, Any]):
    def __init__(self, step: str, log: str, ok: bool = False) -> None:
        super().__init__(_task_ok=SimpleNamespace(data=ok))
        self.pathspec, self.stderr = f"Houses/1/{step}/1", log


@pytest.mark.parametrize(
    ("log", "reason"),
    [
        (
            f"{TRACEBACK}ValueError: rows.csv: no column\nsecond line\n\nTask failed.\n",
            "ValueError: rows.csv: no column",
        ),
        (f"{TRACEBACK}KeyError: 'a'\n", "KeyError: 'a'"),
        ("Killed\n", ""),
        ("", ""),
    ],
)
def test_what_was_raised_last_is_one_line(log: str, reason: str) -> None:
    assert last_exception(log) == reason


def test_a_failure_has_a_step_and_a_reason() -> None:
    run: Any = [[Task("fit", "", ok=True), Task("fit", f"{TRACEBACK}ValueError: no\n")], [Task("start", "", ok=True)]]
    assert failure_of(run) == Failure("fit", "ValueError: no")
    assert not Failure("fit", "").is_first
    assert Failure("start", "").is_first
    nothing: Any = []
    assert failure_of(nothing) is None


def test_a_run_that_succeeded_or_is_not_there_has_no_failure(run: metaflow.Run) -> None:
    assert find_failure(run.pathspec) is None
    assert find_failure(re.sub(r"/.*", "/0", run.pathspec)) is None
