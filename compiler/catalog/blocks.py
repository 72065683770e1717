"""What the language's own blocks and forms take; one mechanism checks and completes these and all else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .entry import Anything, Boolean, Column, Number, Object, Sequence, Text, Variable, Word
from .shorthand import (
    COUNT,
    FRACTION,
    NONE,
    NOT_NEGATIVE,
    POSITIVE,
    SEED,
    entry,
    optional,
    required,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .entry import Argument, Entry

COLUMN_LIST = Sequence((Column(),))
FIGURES = ("all_scores", "predicted_vs_true", "confusion_matrix", "roc_curve")
TARGET_DESCRIPTION = "The column to predict, or a list of them"

ROLES = (
    optional("numeric", None, "Columns to treat as numbers; left out, those of a numeric dtype", COLUMN_LIST),
    optional("categorical", None, "Columns to treat as categories; left out, all that are not numeric", COLUMN_LIST),
    optional("drop", "()", "Columns to leave out", COLUMN_LIST),
    optional(
        "group", None, "The column whose equal values belong together: splits by group keep them on one side", Column()
    ),
    optional("time", None, "The column that the rows are put in order by", Column()),
    optional("weight", None, "The column of sample weights, for the models whose `fit` takes them", Column()),
)
MEMBERS = optional(
    "members", None, "The models that take part; all of them by default", Sequence((Anything("the name of a model"),))
)
TOP = optional("top", None, "How many candidates take part; by default the best of each model", COUNT)


def _file_like(name: str, description: str) -> Entry:
    return entry(
        "block", f"data.{name}", description, required("target", TARGET_DESCRIPTION, Column(), COLUMN_LIST), *ROLES
    )


def _filed(*entries: Entry) -> Mapping[str, Entry]:
    return {one.path: one for one in entries}


def _run() -> tuple[Argument, ...]:
    return (
        optional(
            "fits_per_task", None, "Fits that share one Metaflow task; by default the folds of one candidate", COUNT
        ),
        optional(
            "workers", None, "Tasks that run at the same time; by default the machine's cores over `threads`", COUNT
        ),
        optional("threads", "1", "Threads a task may use", COUNT),
        optional(
            "on_error",
            "skip",
            "What becomes of a failed fit: a row with its reason, or the end of the run",
            Word(("skip", "stop")),
        ),
        optional("retries", "1", "How often a task that died is tried again", Number("integer", 0, 4)),
        optional("timeout", None, "The longest a task may take, as in `30m`", POSITIVE),
        optional(
            "packages",
            "None",
            "Whether the flow pins its libraries: as installed where it is compiled, but for those listed",
            Word(("pypi",)),
            NONE,
            Sequence((Text(),)),
        ),
        optional(
            "schedule", None, "When the deployed flow runs", Word(("hourly", "daily", "weekly")), Object("`cron(…)`")
        ),
        optional("project", None, "The Metaflow project the flow belongs to", Text()),
        optional("tags", None, "Tags of every run", Sequence((Text(),))),
    )


BLOCKS: Mapping[str, Entry] = _filed(
    entry(
        "block",
        "early_stopping",
        "Train until the score on held-out rows of the fold's own stops improving",
        required("patience", "Iterations without improvement after which training stops", COUNT),
        required("max_iterations", "The most iterations ever trained", COUNT),
        optional("min_delta", "0", "The least change that counts as an improvement", NOT_NEGATIVE),
        optional("monitor", None, "The library's metric to watch; by default its loss", Text(), Word(())),
        optional("validation", "0.2", "The share of the fold's fitting rows that is held out to stop by", FRACTION),
        optional("refit", "True", "Train again on all fitting rows for the best number of iterations", Boolean()),
        optional(
            "final_iterations",
            "mean",
            "How the folds' iterations become those of the final model",
            Word(("mean", "median", "max")),
        ),
        optional("seed", None, "The seed of the split; by default the tournament's", SEED),
    ),
    entry("block", "search.grid", "Every combination of the space"),
    entry(
        "block",
        "search.random",
        "Combinations drawn at random from the space",
        required("n", "How many candidates to draw", COUNT),
        optional("seed", None, "The seed of the draws; by default the tournament's", SEED),
    ),
    _file_like("csv", "What the columns of the file are for"),
    _file_like("parquet", "What the columns of the file are for"),
    _file_like("sql", "What the columns of the result are for"),
    _file_like("python", "What the columns of the frame are for"),
    entry(
        "block",
        "data.sklearn",
        "What the columns of the data set are for",
        optional("target", None, f"{TARGET_DESCRIPTION}; by default the data set's own", Column(), COLUMN_LIST),
        *ROLES,
    ),
    entry("block", "run", "How the flow executes", *_run()),
    entry(
        "block",
        "resources",
        "What a task asks of the machine it runs on",
        optional("cpu", None, "Processor cores", POSITIVE),
        optional("memory", None, "Main memory, as in `8GB`", POSITIVE),
        optional("gpu", None, "Graphics processors", Number("integer", 0)),
    ),
    entry(
        "block",
        "report",
        "What is shown at the end",
        optional("directory", "'results'", "Where the results go, in a directory of the run's own", Text()),
        optional("figures", "all", "The figures to draw", Word(("all",)), Sequence((Word(FIGURES),))),
        optional("top", "20", "Rows of the printed leaderboard", COUNT),
    ),
    entry("block", "ensemble.average", "The mean of the top candidates' predictions", TOP, MEMBERS),
    entry(
        "block",
        "ensemble.greedy",
        "Candidates chosen one by one, with replacement, by what each adds",
        optional("rounds", "20", "How many candidates are chosen", COUNT),
        TOP,
        MEMBERS,
    ),
    entry(
        "block",
        "ensemble.stack",
        "A final estimator on the candidates' out-of-fold predictions",
        required("final", "The final estimator", Object("an estimator")),
        TOP,
        MEMBERS,
    ),
    entry("block", "select.best", "The candidate of the best mean score"),
    entry(
        "block",
        "select.one_standard_error",
        "The simplest candidate within one standard error of the best",
        required(
            "simplest",
            "Arguments to order by, smaller first, or larger first with a minus",
            Sequence((Anything("an argument"),)),
        ),
    ),
)

SOURCES: Mapping[str, Entry] = _filed(
    entry("source", "csv", "Comma-separated values", required("path", "A path or an address", Text())),
    entry("source", "parquet", "A Parquet file", required("path", "A path or an address", Text())),
    entry(
        "source",
        "sql",
        "The result of a query",
        required("query", "The SELECT to run", Text()),
        required("url", "Where the database is, as SQLAlchemy takes it", Text(), Variable()),
    ),
    entry("source", "sklearn", "A data set that comes with scikit-learn", required("name", "Its name", Text())),
    entry(
        "source",
        "python",
        "A function of the user's own",
        required("function", "A callable without arguments that returns a DataFrame", Object("a callable")),
    ),
)
