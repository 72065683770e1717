"""From a checked specification to its plan: names resolved, defaults filled in, nothing left to decide."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING, Literal, cast

from ..catalog.figures import FIGURES, TESTED
from ..catalog.splitters import SPLITTERS
from ..meaning.arguments import bindings_in
from ..meaning.read import values
from ..meaning.scope import definition
from ..meaning.selection import margin, simplest
from ..meaning.splits import is_none, split_of, splits, splitter_of
from ..meaning.thresholds import threshold_of
from ..meaning.values import Formula
from ..syntax.tree import (
    EnsembleDeclaration,
    FoldsDeclaration,
    ParamDeclaration,
    RaceDeclaration,
    ReportDeclaration,
    ScoreDeclaration,
    SeedDeclaration,
    TestDeclaration,
    TournamentDeclaration,
)
from .lower_data import lower_data, lower_preprocess
from .lower_ensemble import lower_ensemble
from .lower_model import lower_model
from .lower_run import lower_run
from .plan import Folds, Parameter, Plan, Race, Report, Test
from .threshold import Threshold

if TYPE_CHECKING:
    from ..catalog.entry import Entry, TaskName
    from ..meaning.outline import Outline
    from ..meaning.values import Value
    from ..syntax.tree import Expression

Kind = Literal["random", "stratified", "grouped", "last", "none"]
Plain = int | float | str | bool

DEFAULT_SEED = 0
DEFAULT_SIZE = 0.2
DEFAULT_SCORE = {"regression": "r2", "classification": "accuracy", "multilabel": "f1_samples"}


def lower(outline: Outline) -> Plan:
    """Return the plan of a specification in which the checks have found no error."""
    tournament = cast("TournamentDeclaration", outline.one(TournamentDeclaration))
    task = cast("TaskName", outline.task)
    declared_seed, score = outline.one(SeedDeclaration), outline.one(ScoreDeclaration)
    seed = cast("Value", outline.evaluator.value(declared_seed.value)) if declared_seed else DEFAULT_SEED
    return Plan(
        name=tournament.name.text,
        title=cast("str", tournament.title.value) if tournament.title else None,
        task=task,
        seed=seed,
        parameters=tuple(_lower_parameter(param, outline) for param in outline.all(ParamDeclaration)),
        data=lower_data(outline, seed),
        preprocess=lower_preprocess(outline, seed),
        test=_lower_test(outline, seed),
        folds=_lower_folds(outline, seed),
        scores=tuple(path.text for path in score.scorers) if score else (DEFAULT_SCORE[task],),
        models=tuple(lower_model(entrant, outline, seed) for entrant in outline.entrants),
        run=lower_run(outline),
        report=_lower_report(outline, task),
        simplest=simplest(outline),
        ensembles=tuple(lower_ensemble(one, outline, seed) for one in outline.all(EnsembleDeclaration)),
        race=_lower_race(outline),
        margin=margin(outline),
    )


def _lower_parameter(param: ParamDeclaration, outline: Outline) -> Parameter:
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
    name, arguments = split_of(declared, outline)
    if name is None:
        return Test("random", cast("Value", outline.evaluator.value(declared.split)), seed)
    entry = outline.catalog.entry("test", name.text)
    given = cast("dict[str, Value]", values(entry, arguments, outline.evaluator)) if entry else {}
    own_seed = None if test.name == "last" else given.get("seed", seed)
    return Test(cast("Kind", test.name), given.get("size", DEFAULT_SIZE), own_seed)


def _lower_folds(outline: Outline, seed: Value) -> Folds:
    declared = outline.one(FoldsDeclaration)
    name = splits(outline)[0].name
    entry = cast("Entry", outline.catalog.entry("splitter", name))
    arguments = splitter_of(declared)[1] if declared else ()
    given = cast("dict[str, Value]", values(entry, arguments, outline.evaluator))
    own_seed, column = given.pop("seed", seed), cast("str | None", given.pop("column", None))
    splitter = SPLITTERS[name]
    counts = [entry.arguments[count] for count in splitter.counts]
    defaults = {count.name: int(count.default) for count in counts if count.default}
    given = defaults | given
    named = tuple(given.items())
    if splitter.draws == "always" or given.get("shuffle"):
        named = (*named, ("random_state", own_seed))
    return Folds(splitter.cls, named, _product([given[count.name] for count in counts]), column)


def _product(factors: list[Value]) -> Value:
    """Return the number of folds in all; there is none where only the data tell."""
    if not factors:
        return None
    if all(isinstance(factor, int) for factor in factors):
        return prod(cast("list[int]", factors))
    return factors[0] if len(factors) == 1 else Formula("*", tuple(factors))


def _lower_race(outline: Outline) -> Race | None:
    declared = outline.one(RaceDeclaration)
    if declared is None:
        return None
    given = outline.settings("race", declared.entries)
    after = tuple(cast("list[int]", given["after"]))
    return Race(after, cast("float", given.get("keep", 0.5)), cast("int", given.get("at_least", 5)))


def _lower_report(outline: Outline, task: TaskName) -> Report:
    declared = outline.one(ReportDeclaration)
    settings = bindings_in(declared.entries if declared else ())
    thresholds = [one for one in settings if one.name.text == "threshold"]
    given = outline.settings("report", [one for one in settings if one not in thresholds])
    figures = given.get("figures", "all")
    if figures == "all":
        is_tested = splits(outline)[1].name != "none"
        figures = [name for name in FIGURES[task] if is_tested or name not in TESTED]
    return Report(
        directory=cast("str", given.get("directory", "results")),
        figures=tuple(cast("list[str]", figures)),
        top=cast("int", given.get("top", 20)),
        threshold=_lower_threshold(thresholds[0].value, outline) if thresholds else None,
        slices=tuple(cast("list[str]", given.get("slices", ()))),
    )


def _lower_threshold(written: Expression, outline: Outline) -> Threshold:
    name, entry, given = threshold_of(written, outline)
    if entry is None:
        return Threshold(name)
    least = cast("dict[str, Value]", values(entry, given, outline.evaluator))
    return Threshold(entry.name.removesuffix("_at"), tuple(least.items()))
