"""From a checked specification to its plan: names resolved, defaults filled in, nothing left to decide."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING, Literal, cast

from ..check.rules.folds import splitter_of
from ..check.rules.holdout import is_none, split_of
from ..check.rules.results import FIGURES
from ..check.rules.select import simplest
from ..check.scope import definition
from ..check.signature import values
from ..check.splits import splits
from ..check.values import Formula
from ..syntax.tree import Folds as FoldsDeclaration
from ..syntax.tree import Param, Score, Seed, Tournament
from ..syntax.tree import Report as ReportDeclaration
from ..syntax.tree import Test as TestDeclaration
from .lower_data import lower_data, lower_preprocess
from .lower_model import lower_model
from .lower_run import lower_run
from .plan import Folds, Parameter, Plan, Report, Test

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..catalog.entry import Entry, TaskName
    from ..check.outline import Outline
    from ..check.values import Value

Kind = Literal["random", "stratified", "grouped", "last", "none"]
Plain = int | float | str | bool

SPLITTERS: Mapping[str, str] = {
    "kfold": "KFold",
    "stratified_kfold": "StratifiedKFold",
    "group_kfold": "GroupKFold",
    "stratified_group_kfold": "StratifiedGroupKFold",
    "repeated_kfold": "RepeatedKFold",
    "repeated_stratified_kfold": "RepeatedStratifiedKFold",
    "shuffle_split": "ShuffleSplit",
    "stratified_shuffle_split": "StratifiedShuffleSplit",
    "time_series_split": "TimeSeriesSplit",
    "leave_one_group_out": "LeaveOneGroupOut",
    "predefined": "PredefinedSplit",
}
ALWAYS_SHUFFLE = ("shuffle_split", "stratified_shuffle_split", "repeated_kfold", "repeated_stratified_kfold")
DEFAULT_SEED = 0
DEFAULT_SIZE = 0.2
COUNTS = ("n_splits", "n_repeats")
DEFAULT_SCORE = {"regression": "r2", "classification": "accuracy", "multilabel": "f1_samples"}


def lower(outline: Outline) -> Plan:
    """Return the plan of a specification in which the checks have found no error."""
    tournament = cast("Tournament", outline.one(Tournament))
    task = cast("TaskName", outline.task)
    declared_seed, score = outline.one(Seed), outline.one(Score)
    seed = cast("Value", outline.evaluator.value(declared_seed.value)) if declared_seed else DEFAULT_SEED
    return Plan(
        name=tournament.name.text,
        title=cast("str", tournament.title.value) if tournament.title else None,
        task=task,
        seed=seed,
        parameters=tuple(_lower_parameter(param, outline) for param in outline.all(Param)),
        data=lower_data(outline, seed),
        preprocess=lower_preprocess(outline, seed),
        test=_lower_test(outline, seed),
        folds=_lower_folds(outline, seed),
        scores=tuple(path.text for path in score.scorers) if score else (DEFAULT_SCORE[task],),
        models=tuple(lower_model(entrant, outline, seed) for entrant in outline.entrants),
        run=lower_run(outline),
        report=_lower_report(outline, task),
        simplest=simplest(outline),
    )


def _lower_parameter(param: Param, outline: Outline) -> Parameter:
    default = cast("Plain", outline.evaluator.value(definition(param)))
    kind = cast("Literal['int', 'float', 'str', 'bool']", type(default).__name__)
    return Parameter(param.name.text, kind, default, cast("str", param.help.value) if param.help else None)


def _lower_test(outline: Outline, seed: Value) -> Test:
    declared = outline.one(TestDeclaration)
    _, test = splits(outline)
    if declared is None:
        return Test(cast("Kind", test.name), DEFAULT_SIZE, seed)
    if is_none(declared.split):
        return Test("none", None, None)
    split = split_of(declared, outline)
    if split.name is None:
        return Test("random", cast("Value", outline.evaluator.value(declared.split)), seed)
    entry = outline.catalog.entry("test", split.name.text)
    given = cast("dict[str, Value]", values(entry, split.arguments, outline.evaluator)) if entry else {}
    own_seed = None if test.name == "last" else given.get("seed", seed)
    return Test(cast("Kind", test.name), given.get("size", DEFAULT_SIZE), own_seed)


def _lower_folds(outline: Outline, seed: Value) -> Folds:
    declared = outline.one(FoldsDeclaration)
    name = splits(outline)[0].name
    entry = cast("Entry", outline.catalog.entry("splitter", name))
    arguments = splitter_of(declared)[1] if declared else ()
    given = cast("dict[str, Value]", values(entry, arguments, outline.evaluator))
    own_seed, column = given.pop("seed", seed), cast("str | None", given.pop("column", None))
    defaults = {one.name: int(one.default) for one in entry.arguments.values() if one.name in COUNTS and one.default}
    given = defaults | given
    named = tuple(given.items())
    if name in ALWAYS_SHUFFLE or given.get("shuffle"):
        named = (*named, ("random_state", own_seed))
    return Folds(SPLITTERS[name], named, _product([given[count] for count in COUNTS if count in given]), column)


def _product(factors: list[Value]) -> Value:
    """Return the number of folds in all; there is none where only the data tell."""
    if not factors:
        return None
    if all(isinstance(factor, int) for factor in factors):
        return prod(cast("list[int]", factors))
    return factors[0] if len(factors) == 1 else Formula("*", tuple(factors))


def _lower_report(outline: Outline, task: TaskName) -> Report:
    given = outline.settings("report", report.entries if (report := outline.one(ReportDeclaration)) else ())
    figures = given.get("figures", "all")
    return Report(
        directory=cast("str", given.get("directory", "results")),
        figures=tuple(FIGURES[task] if figures == "all" else cast("list[str]", figures)),  # type: ignore[arg-type]
        top=cast("int", given.get("top", 20)),
    )
