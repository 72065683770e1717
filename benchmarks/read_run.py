"""Print what a finished run of a flow says of itself, as JSON: `python read_run.py FLOW`, where its data are."""

from __future__ import annotations

import json
import sys

from metaflow import Flow, Task, namespace


def main() -> None:
    """Read the latest run."""
    namespace(None)
    run = Flow(sys.argv[1]).latest_run
    tasks = {step.id: list(step) for step in run}
    board, fits = run.data.leaderboard, run.data.fits
    score = board.columns[list(board.columns).index("settings") + 1]
    seconds = {name: _seconds(step) for name, step in tasks.items()}
    print(
        json.dumps(
            {
                "fits": len(fits),
                "fit_seconds": float(fits[["fit_time", "score_time"]].sum(axis=None)),
                "join_seconds": seconds["rank"],
                "steps": dict(reversed(seconds.items())),
                "tasks": len(tasks["fit"]),
                "winner": run.data.winner,
                "test": run.data.test_scores[score],
                "scores": dict(zip(board["candidate"], board[score].astype(float), strict=True)),
            }
        )
    )


def _seconds(tasks: list[Task]) -> float:
    """Return the seconds from the beginning of the first to the end of the last."""
    span = max(task.finished_at for task in tasks) - min(task.created_at for task in tasks)
    return float(span.total_seconds())


if __name__ == "__main__":
    main()
