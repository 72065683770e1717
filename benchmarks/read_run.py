"""Print what a finished run of a flow says of itself, as JSON: `python read_run.py FLOW`, where its data are."""

from __future__ import annotations

import json
import sys

from metaflow import Flow, namespace


def main() -> None:
    """Read the latest run."""
    namespace(None)
    run = Flow(sys.argv[1]).latest_run
    join = run["rank"].task
    board, fits = run.data.leaderboard, run.data.fits
    score = board.columns[list(board.columns).index("settings") + 1]
    print(
        json.dumps(
            {
                "fits": len(fits),
                "fit_seconds": sum(fit["fit_seconds"] + fit["score_seconds"] for fit in fits),
                "join_seconds": (join.finished_at - join.created_at).total_seconds(),
                "tasks": len(list(run["fit"])),
                "winner": run.data.winner,
                "scores": dict(zip(board["candidate"], board[score].astype(float), strict=True)),
            }
        )
    )


if __name__ == "__main__":
    main()
