"""From a checked specification to its plan: names resolved, defaults filled in, nothing left to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from ..check.rules.folds import splitter_of
from ..check.rules.holdout import is_none, split_of
from ..check.rules.results import FIGURES
from ..check.rules.select import simplest
from ..check.scope import definition
from ..check.signature import values
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

    from ..check.outline import Outline
    from ..check.values import Value

TaskName = Literal["regression", "classification"]
Plain = int | float | str | bool

SPLITTERS: Mapping[str, Literal["KFold", "StratifiedKFold", "ShuffleSplit"]] = {
    "kfold": "KFold",
    "stratified_kfold": "StratifiedKFold",
    "shuffle_split": "ShuffleSplit",
}
DEFAULT_SEED = 0
DEFAULT_SIZE = 0.2
DEFAULT_SPLITS = {"kfold": 5, "stratified_kfold": 5, "shuffle_split": 10}
DEFAULT_SCORE = {"regression": "r2", "classification": "accuracy"}


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
        test=_lower_test(outline, task, seed),
        folds=_lower_folds(outline, task, seed),
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


def _lower_test(outline: Outline, task: TaskName, seed: Value) -> Test:
    declared = outline.one(TestDeclaration)
    if declared is None:
        return Test("stratified" if task == "classification" else "random", DEFAULT_SIZE, seed)
    if is_none(declared.split):
        return Test("none", None, None)
    split = split_of(declared, outline)
    if split.name is None:
        return Test("random", cast("Value", outline.evaluator.value(declared.split)), seed)
    entry = outline.catalog.entry("test", split.name.text)
    given = cast("dict[str, Value]", values(entry, split.arguments, outline.evaluator)) if entry else {}
    kind = cast("Literal['random', 'stratified']", split.name.text)
    return Test(kind, given.get("size", DEFAULT_SIZE), given.get("seed", seed))


def _lower_folds(outline: Outline, task: TaskName, seed: Value) -> Folds:
    declared = outline.one(FoldsDeclaration)
    name, given = ("kfold" if task == "regression" else "stratified_kfold"), {}
    if declared:
        path, arguments = splitter_of(declared)
        name, entry = path.text, outline.catalog.entry("splitter", path.text)
        given = cast("dict[str, Value]", values(entry, arguments, outline.evaluator)) if entry else {}
    n_splits = given.pop("n_splits", DEFAULT_SPLITS[name])
    own_seed = given.pop("seed", seed)
    named = [("n_splits", n_splits), *given.items()]
    if name == "shuffle_split" or given.get("shuffle"):
        named.append(("random_state", own_seed))
    return Folds(SPLITTERS[name], tuple(named), n_splits)


def _lower_report(outline: Outline, task: TaskName) -> Report:
    given = outline.settings("report", report.entries if (report := outline.one(ReportDeclaration)) else ())
    figures = given.get("figures", "all")
    return Report(
        directory=cast("str", given.get("directory", "results")),
        figures=tuple(FIGURES[task] if figures == "all" else cast("list[str]", figures)),  # type: ignore[arg-type]
        top=cast("int", given.get("top", 20)),
    )
