"""The arguments of the language's own blocks and forms, in the form that all other catalog entries have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .entry import Anything, Boolean, Column, Label, Number, Object, Sequence, Text, Variable, Word
from .figures import ALL_FIGURES
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
from .thresholds import LABEL_SCORERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .entry import Argument, Entry

COLUMN_LIST = Sequence((Column(),))
TARGET_DESCRIPTION = "The column to predict, or a list of them"

SIMPLEST = required(
    "simplest",
    "Arguments to order by, smaller first, or larger first with a minus",
    Sequence((Anything("an argument"),)),
)

ROLES = (
    optional("numeric", None, "Columns to treat as numbers; left out, those of a numeric dtype", COLUMN_LIST),
    optional("categorical", None, "Columns to treat as categories; left out, all that are not numeric", COLUMN_LIST),
    optional(
        "dates", "()", "Columns of dates, which become numbers: the year, the month, the day and so on", COLUMN_LIST
    ),
    optional("text", "()", "Columns of free text, which become numbers by the parts of their words", COLUMN_LIST),
    optional("drop", "()", "Columns to leave out", COLUMN_LIST),
    optional(
        "group", None, "The column whose equal values belong together: splits by group keep them on one side", Column()
    ),
    optional("time", None, "The column that the rows are put in order by", Column()),
    optional("weight", None, "The column of sample weights, for the models whose `fit` takes them", Column()),
    optional(
        "positive", None, "The class that scores such as `recall` are about; by default the last in order", Label()
    ),
    optional(
        "missing_target",
        "stop",
        "What becomes of rows without a target: the end of the run, or they are left out and counted",
        Word(("stop", "drop")),
    ),
    optional(
        "date_format",
        None,
        'How the columns of `time` and `dates` are written, such as `"%d/%m/%Y"`; by default as fits every value',
        Text(),
    ),
)
READING = (
    optional("sep", "','", "What stands between two values", Text()),
    optional("decimal", "'.'", "What stands before the decimals of a number", Text()),
    optional("thousands", None, "What stands between the thousands of a number", Text()),
    optional("currency", None, "What stands before or after an amount of money, and is left out of it", Text()),
    optional("encoding", "'utf-8'", "How the characters are encoded, by the name that Python has for it", Text()),
    optional(
        "na_values",
        None,
        "What stands for a missing value, besides what pandas takes for one",
        Sequence((Text(), Number("real"))),
    ),
    optional("quotechar", "'\"'", "What encloses a value that has the separator in it", Text()),
    optional("comment", None, "What begins a comment, which is left out up to the end of the line", Text()),
    optional("skiprows", "0", "Lines to leave out before the header", Number("integer", 0, 1_000_000)),
)
"""How a file is read: `currency` and `thousands` are for the flow itself, the others for `pandas.read_csv`."""
MEMBERS = optional(
    "members", None, "The models that take part; all of them by default", Sequence((Anything("the name of a model"),))
)
THRESHOLD = "What the probability threshold of the final model is picked by, on out-of-fold rows of two classes"
TOP = optional("top", None, "How many candidates take part; by default the best of each model", COUNT)


def _file_like(name: str, description: str) -> Entry:
    return entry(
        "block", f"data.{name}", description, required("target", TARGET_DESCRIPTION, Column(), COLUMN_LIST), *ROLES
    )


def _filed(*entries: Entry) -> Mapping[str, Entry]:
    return {one.path: one for one in entries}


def _rate_at(rate: str, other: str) -> Entry:
    description = f"The threshold with the best {rate} where the {other} is at least this"
    return entry("block", f"threshold.{rate}_at", description, required(other, f"The least {other}", FRACTION))


def _tasks() -> tuple[Argument, ...]:
    """Describe how a run shares its fits out."""
    fits_per_task = (
        "Fits that share one Metaflow task; by default, on one machine as many as make two tasks per core and model, "
        "elsewhere the folds of one candidate"
    )
    most_fits = "The most fits the tournament may have; by default more than 100,000 are an error"
    workers = "Tasks that run at the same time; by default the machine's cores over `threads`"
    return (
        optional("fits_per_task", None, fits_per_task, COUNT),
        optional("most_fits", None, most_fits, COUNT),
        optional("workers", None, workers, COUNT),
        optional("threads", "1", "Threads a task may use", COUNT),
    )


def _failures() -> tuple[Argument, ...]:
    """Describe when fits, tasks and the run end early, and what happens then."""
    on_error = "What becomes of a failed fit: a row with its reason, or the end of the run"
    stop_after = (
        "When the run begins no more fits, as in `2h`; the others are rows with that reason, and the run is not "
        "reproducible"
    )
    return (
        optional("on_error", "skip", on_error, Word(("skip", "stop"))),
        optional("stop_after", None, stop_after, POSITIVE),
        optional("retries", "1", "How often a task that died is tried again", Number("integer", 0, 4)),
        optional("timeout", None, "The longest a task may take, as in `30m`", POSITIVE),
    )


def _deployment() -> tuple[Argument, ...]:
    """Describe what Metaflow is told of the flow."""
    packages = "Whether the flow pins its libraries: as installed where it is compiled, but for those listed"
    schedule = Word(("hourly", "daily", "weekly")), Object("`cron(…)`")
    return (
        optional("packages", "None", packages, Word(("pypi",)), NONE, Sequence((Text(),))),
        optional("schedule", None, "When the deployed flow runs", *schedule),
        optional("project", None, "The Metaflow project the flow belongs to", Text()),
        optional("tags", None, "Tags of every run", Sequence((Text(),))),
    )


BLOCKS: Mapping[str, Entry] = _filed(
    entry(
        "block",
        "early_stopping",
        "Train until the score on the fold's validation rows stops improving",
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
    entry(
        "block",
        "race",
        "Candidates that fall behind are not scored on the remaining folds",
        required("after", "The folds after which candidates are cut, in order, as in `[1, 3]`", Sequence((COUNT,))),
        optional("keep", "0.5", "The share of the candidates that goes on each time", FRACTION),
        optional("at_least", "5", "How many candidates go on, however few the share is", COUNT),
    ),
    entry("block", "run", "How the flow executes", *_tasks(), *_failures(), *_deployment()),
    entry(
        "block",
        "resources",
        "What a task needs of the machine it runs on",
        optional("cpu", None, "Processor cores", POSITIVE),
        optional("memory", None, "Main memory, as in `8GB`", POSITIVE),
        optional("gpu", None, "Graphics processors", Number("integer", 0)),
    ),
    entry(
        "block",
        "report",
        "What is shown at the end",
        optional("directory", "'results'", "Where the results go, in a directory of the run's own", Text()),
        optional("figures", "all", "The figures to draw", Word(("all",)), Sequence((Word(ALL_FIGURES),))),
        optional("top", "20", "Rows of the printed leaderboard", COUNT),
        optional(
            "slices", "()", "Columns: the winner's scores on the held-out rows for each of their values", COLUMN_LIST
        ),
        optional("threshold", None, THRESHOLD, Word(LABEL_SCORERS), Object("`recall_at(precision = 90%)`")),
    ),
    _rate_at("recall", "precision"),
    _rate_at("precision", "recall"),
    entry("block", "ensemble.average", "The mean of the top candidates' predictions", TOP, MEMBERS),
    entry(
        "block",
        "ensemble.greedy",
        "Candidates chosen one by one, with replacement, by what each adds",
        optional("rounds", "25", "How many candidates are chosen", COUNT),
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
        SIMPLEST,
    ),
    entry(
        "block",
        "select.equivalent",
        "The simplest of the candidates that are equivalent to the best",
        required("margin", "By how much of the score they may be worse", POSITIVE),
        SIMPLEST,
    ),
)

SOURCES: Mapping[str, Entry] = _filed(
    entry("source", "csv", "Comma-separated values", required("path", "A path or an address", Text()), *READING),
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
