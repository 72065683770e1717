"""Fit each model of a flow in this process, and tell how many threads and cores it kept busy: `python busy.py FLOW`."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread, get_native_id
from time import perf_counter, process_time
from typing import Any

from flows import load_flow

TASKS = Path("/proc/self/task")
SHARE = 0.15
"""Of the looks, how many have to find so many threads at work at once: for a moment there may be one more or less."""


def at_work(watcher: int) -> int:
    """Count the threads, but for the one that looks, that run or wait for nothing but a core, be these busy or not."""
    states = []
    for task in TASKS.iterdir():
        with suppress(FileNotFoundError, ProcessLookupError):  # it has just ended
            if task.name != str(watcher):
                states.append((task / "stat").read_text().rpartition(")")[2].split()[0])
    return states.count("R")


@contextmanager
def watched() -> Iterator[list[int]]:
    """Fill a list with how many threads are at work, look by look."""
    found, over = list[int](), Event()

    def keep_looking() -> None:
        while not over.wait(0.002):
            found.append(at_work(get_native_id()))

    watcher = Thread(target=keep_looking)
    watcher.start()
    try:
        yield found
    finally:
        over.set()
        watcher.join()


def busy(flow: Any, candidate: str, settings: dict[str, Any], fitting: Any, scoring: Any) -> tuple[int, float]:
    """Return how many threads and cores work on a fit; the first of its kind loads and compiles, and does not count."""

    def fit() -> None:
        assert flow.fit_and_score(candidate, 0, settings, fitting, scoring)["error"] is None

    fit()
    began, worked = perf_counter(), process_time()
    fit()
    cores = (process_time() - worked) / (perf_counter() - began)
    with watched() as found:
        fit()
    return max(number for number in set(found) if sum(one >= number for one in found) >= SHARE * len(found)), cores


def main() -> None:
    """Fit the first candidate of each model, and print what was found."""
    flow: Any = load_flow(Path(sys.argv[1]))
    assert flow.ENVIRONMENT.items() <= os.environ.items()
    data = flow.load_data()
    fitting, scoring = (data.iloc[rows] for rows in flow.split_folds(data)[0])
    candidates = flow.draw_candidates()
    found = {
        candidate.rpartition("-")[0]: busy(flow, candidate, settings, fitting, scoring)
        for candidate, settings in candidates.items()
    }

    from threadpoolctl import threadpool_info

    pools = {pool["user_api"]: pool["num_threads"] for pool in threadpool_info()}
    threads, cores = ({model: pair[i] for model, pair in found.items()} for i in range(2))
    print(json.dumps({"busy": threads, "cores": cores, "pools": pools}))


if __name__ == "__main__":
    main()
