"""Fit each model of a flow in this process, and tell how many threads and cores it kept busy: `python busy.py FLOW`."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from time import perf_counter, process_time
from typing import Any

from flows import load_flow

TASKS = Path("/proc/self/task")
SHARE = 0.15
"""Of the work, what a thread has done that counts as working."""


def spent() -> dict[str, int]:
    """Return the clock ticks that each thread has had, in user mode."""
    found = {}
    for task in TASKS.iterdir():
        try:
            stat = (task / "stat").read_text()
        except (FileNotFoundError, ProcessLookupError):  # it has just ended
            continue
        found[task.name] = int(stat.rpartition(")")[2].split()[11])
    return found


@contextmanager
def watched() -> Iterator[dict[str, int]]:
    """Fill a dict with the ticks of each thread in the meantime, also of those that have ended then."""
    before, ticks, over = spent(), dict[str, int](), Event()

    def look() -> None:
        ticks.update({task: now - before.get(task, 0) for task, now in spent().items()})

    def keep_looking() -> None:
        while not over.wait(0.02):
            look()

    watcher = Thread(target=keep_looking)
    watcher.start()
    try:
        yield ticks
    finally:
        over.set()
        watcher.join()
        look()
        ticks.pop(str(watcher.native_id), None)


def busy(flow: Any, candidate: str, settings: dict[str, Any], fitting: Any, scoring: Any) -> tuple[int, float]:
    """Return how many threads and cores worked on a fit, the second of its kind: the first loads and compiles."""
    flow.fit_and_score(candidate, 0, settings, fitting, scoring)
    began, worked = perf_counter(), process_time()
    with watched() as ticks:
        row = flow.fit_and_score(candidate, 0, settings, fitting, scoring)
    assert row["error"] is None
    cores = (process_time() - worked) / (perf_counter() - began)
    return sum(count >= SHARE * sum(ticks.values()) for count in ticks.values()), cores


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
