"""The syntax tree: what a specification says, each part with its place.

The nodes are named tuples rather than frozen dataclasses: as immutable and as typed, and made six times faster at
start-up, where every command pays for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from ..source import Span

DEEPEST = 100
"""No tree is nested deeper than this, so that what works on trees may recurse."""

# Expressions


class Constant(NamedTuple):
    """A literal: `10_000`, `1e-3`, `20%` (0.2), `30s` (30 seconds), `512MB` (megabytes), `"text"`, `true`, `none`."""

    span: Span
    value: int | float | str | bool | None
    kind: Literal["integer", "float", "fraction", "duration", "size", "string", "boolean", "none"]


class Path(NamedTuple):
    """A name, dotted or not: `width`, `sklearn.linear_model.Ridge`."""

    span: Span
    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """The path as written."""
        return ".".join(self.parts)


class ListOf(NamedTuple):
    """`[a, b]`."""

    span: Span
    items: tuple[Expression, ...]


class TupleOf(NamedTuple):
    """`(a, b)`, `(a,)` or `()`."""

    span: Span
    items: tuple[Expression, ...]


class Range(NamedTuple):
    """`low..high`, both included."""

    span: Span
    low: Expression
    high: Expression


class Unary(NamedTuple):
    """`-operand`."""

    span: Span
    operand: Expression


class Binary(NamedTuple):
    """`left operator right`."""

    span: Span
    operator: Literal["+", "-", "*", "/", "//", "**"]
    left: Expression
    right: Expression


class CallArgument(NamedTuple):
    """An argument of a call, by position (no name) or by name."""

    span: Span
    name: Identifier | None
    value: Expression


class Call(NamedTuple):
    """`function(argument, name = argument)`."""

    span: Span
    function: Path
    arguments: tuple[CallArgument, ...]


Expression: TypeAlias = Constant | Path | ListOf | TupleOf | Range | Unary | Binary | Call


class Identifier(NamedTuple):
    """A single word that names something."""

    span: Span
    text: str


# Entries of blocks


class Bad(NamedTuple):
    """Something that could not be parsed.

    `keyword` is the keyword it starts with or was probably meant to start with; `name` is the name that it probably
    declares or binds. They prevent follow-up findings: what is in a `Bad` is not reported as missing.
    """

    span: Span
    keyword: str | None
    name: str | None = None


class Binding(NamedTuple):
    """`name = value`, `name in values` or `name ~ distribution`."""

    span: Span
    name: Identifier
    operator: Literal["=", "in", "~"]
    value: Expression


class SpaceDeclaration(NamedTuple):
    """`space { … }`: one of several alternative search spaces of a model."""

    span: Span
    entries: tuple[Binding | Bad, ...]


class StepDeclaration(NamedTuple):
    """`step name: Transformer { … }`: a transformer between the preprocessing and the estimator."""

    span: Span
    name: Identifier
    transformer: Path
    entries: tuple[Binding | Bad, ...]


class FitDeclaration(NamedTuple):
    """`fit { … }`: arguments of the estimator's `fit`."""

    span: Span
    entries: tuple[Binding | Bad, ...]


class EarlyStoppingDeclaration(NamedTuple):
    """`early_stopping { … }`."""

    span: Span
    entries: tuple[Binding | Bad, ...]


class SearchDeclaration(NamedTuple):
    """`search grid` or `search random(n)`."""

    span: Span
    strategy: Path | Call


class ResourcesDeclaration(NamedTuple):
    """`resources { … }`, in `run` or in a model."""

    span: Span
    entries: tuple[Binding | Bad, ...]


class RouteDeclaration(NamedTuple):
    """`columns -> transformer -> transformer`: a role (a path) or a list of columns, and what they pass through."""

    span: Span
    columns: Path | ListOf
    steps: tuple[Path | Call, ...]


# Declarations


class TournamentDeclaration(NamedTuple):
    """`tournament Name "title"`."""

    span: Span
    name: Identifier
    title: Constant | None


class SeedDeclaration(NamedTuple):
    """`seed 42`."""

    span: Span
    value: Expression


class TaskDeclaration(NamedTuple):
    """`task regression`."""

    span: Span
    kind: Identifier


class LetDeclaration(NamedTuple):
    """`let name = value`: a compile-time constant."""

    span: Span
    name: Identifier
    value: Expression


class ParamDeclaration(NamedTuple):
    """`param name = default "help"`: a parameter of the flow."""

    span: Span
    name: Identifier
    default: Expression
    help: Constant | None


class IncludeDeclaration(NamedTuple):
    """`include "models.mf"`."""

    span: Span
    path: Constant


class DataDeclaration(NamedTuple):
    """`data source { … }`."""

    span: Span
    source: Path | Call
    entries: tuple[Binding | Bad, ...]


class PreprocessDeclaration(NamedTuple):
    """`preprocess { … }`, of the tournament or of a model."""

    span: Span
    routes: tuple[RouteDeclaration | Bad, ...]


class TestDeclaration(NamedTuple):
    """`test 20%`, `test random(20%)`, `test none`."""

    span: Span
    split: Expression


class FoldsDeclaration(NamedTuple):
    """`folds kfold(5)`."""

    span: Span
    splitter: Path | Call


class ScoreDeclaration(NamedTuple):
    """`score r2, neg_mean_absolute_error`: the first is primary."""

    span: Span
    scorers: tuple[Path, ...]


class ModelDeclaration(NamedTuple):
    """`model name: Estimator { … }`."""

    span: Span
    name: Identifier
    estimator: Path
    entries: tuple[ModelEntry, ...]


class EnsembleDeclaration(NamedTuple):
    """`ensemble name: kind { … }`."""

    span: Span
    name: Identifier
    kind: Path
    entries: tuple[Binding | Bad, ...]


class SelectDeclaration(NamedTuple):
    """`select best` or `select one_standard_error(simplest = […])`."""

    span: Span
    rule: Path | Call


class RaceDeclaration(NamedTuple):
    """`race { … }`."""

    span: Span
    entries: tuple[Binding | Bad, ...]


class RunDeclaration(NamedTuple):
    """`run { … }`."""

    span: Span
    entries: tuple[Binding | ResourcesDeclaration | Bad, ...]


class ReportDeclaration(NamedTuple):
    """`report { … }`."""

    span: Span
    entries: tuple[Binding | Bad, ...]


ModelEntry: TypeAlias = (
    Binding
    | SpaceDeclaration
    | StepDeclaration
    | FitDeclaration
    | EarlyStoppingDeclaration
    | SearchDeclaration
    | ResourcesDeclaration
    | PreprocessDeclaration
    | Bad
)

Declaration: TypeAlias = (
    TournamentDeclaration
    | SeedDeclaration
    | TaskDeclaration
    | LetDeclaration
    | ParamDeclaration
    | IncludeDeclaration
    | DataDeclaration
    | PreprocessDeclaration
    | TestDeclaration
    | FoldsDeclaration
    | ScoreDeclaration
    | ModelDeclaration
    | EnsembleDeclaration
    | SelectDeclaration
    | RaceDeclaration
    | RunDeclaration
    | ReportDeclaration
    | Bad
)


class Program(NamedTuple):
    """A whole specification."""

    span: Span
    declarations: tuple[Declaration, ...]
