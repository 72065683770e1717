"""The one place that turns a plan into choices: which library modules and which templates a flow is made of.

Everything that the templates write is a field of `Flow`: they decide nothing but whether a part is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..catalog.sources import SENT_ALONG
from .body import Body, Case, body, scope_of
from .columns import Preprocessing, preprocessings
from .constants import constants
from .ensembles import declared_ensembles, finals
from .figures import figure_calls
from .loading import Loading, data_default, lies_beside, loading, read_options
from .models import Building, building
from .modules import modules, scorers_with_positive
from .packages import dependencies, wrapped
from .python import names_source, source
from .remarks import about_data, remarks
from .rounds import n_folds, rounds
from .running import RunningView
from .spaces import searches
from .splits import hold_back, hold_out, seed_source, split_folds
from .stopping import final_iterations, fit_cases, stopping_cases
from .story import goal, story
from .threshold import threshold_call

if TYPE_CHECKING:
    from ..plan.plan import Plan
    from .ensembles import Finals
    from .rounds import Round

BASELINES = {
    "regression": "the mean",
    "classification": "the most frequent class",
    "multilabel": "the most frequent labels",
}
"""What the baseline predicts, by task."""

RANKED = ("the candidates", "candidates and ensembles")
RANK = "Rank {ranked} by their mean score{failed}."

START = "Load the data, {split}draw the candidates and share out their fits."


class Spec(NamedTuple):
    """What a flow says of where it comes from: both files' names, without their folders, and the spec's digest."""

    name: str
    flow_name: str
    digest: str


class Flow(NamedTuple):
    """A flow as its templates write it: texts that are Python, or sentences."""

    name: str
    file: str
    heading: str
    story: list[str]
    goal: str
    start_docstring: str
    rank_docstring: str
    dependency_lines: list[str]
    modules: tuple[str, ...]
    constants: list[str]
    parameters: list[str]
    loading: Loading
    sampling: str
    reading: str
    notes_positive: bool
    hold_out: Body | None
    split_folds: Body
    hold_back: Body | None
    preprocessings: list[Preprocessing]
    searches: Body
    build: Building
    stopping: list[Case]
    fit: list[Case]
    scorers: Body | None
    ensembles: Body | None
    figures: dict[str, str]
    has_importance: bool
    threshold: str
    has_classes: bool
    slices: str
    about_data: str
    running: RunningView
    remarks: str
    finals: Finals
    seed: str
    final_iterations: str
    rounds: list[Round]
    race: str
    baseline: str
    top: int
    results: str
    workers: str
    tags: str
    sent_along: int
    """How many bytes the file of the rows may have to be sent along; 0 if there is none."""
    fit_otherwise: str
    pins: bool
    has_parameters: bool
    has_timeout: bool
    stops_after: bool

    @property
    def tested(self) -> bool:
        """Return whether rows are held out for a test."""
        return self.hold_out is not None

    @property
    def origin(self) -> str:
        """Where the rows come from, as an f-string says it."""
        return self.loading.origin

    @property
    def gives_fit(self) -> bool:
        """Return whether some `fit` is given more than features and target."""
        return bool(self.fit) or self.fit_otherwise != "{}"

    @property
    def draws_predictions(self) -> bool:
        """Return whether the report shows what the winner predicted."""
        return self.has_classes or any("predicted" in call for call in self.figures.values())

    @property
    def returned(self) -> str:
        """What `load_data` returns."""
        of_schema = "tuple[pd.DataFrame, dict[str, str], dict[str, Any]]"
        return of_schema if self.loading.has_schema else "pd.DataFrame"

    @property
    def loaded(self) -> str:
        """What `start` keeps of it."""
        return "self.data, self.schema, self.notes" if self.loading.has_schema else "self.data"

    @property
    def noting(self) -> str:
        """How a note is added: to those of `load_data`, or as the first."""
        return "|=" if self.loading.has_schema else "="

    @property
    def not_joined(self) -> list[str]:
        """The artifacts that differ from one input of `rank` to another; `@catch` leaves its exception in one."""
        return ["fits", "tasks"] if self.running.several else ["fits", "lost", "_catch_exception"]

    @property
    def asked(self) -> str:
        """The fits that a task begins."""
        return "in_time(self.input)" if self.stops_after else "self.input"

    @property
    def rows(self) -> str:
        """The rows of all fits, as the step that ranks has them."""
        if not self.race:
            return "rows_of(inputs)"
        return "with_unseen(self.played + rows_of(inputs), self.candidates, self.rounds[-1].stop)"

    @property
    def leaderboard(self) -> str:
        """The expression that ranks the candidates."""
        made = f"make_leaderboard({self.finals.contenders}, self.fits, self.winner)"
        return f"with_cut({made}, self.fits)" if self.race else made

    @property
    def fit_template(self) -> str:
        """The template of the steps that train and rank."""
        return f"flow/steps/fit{'_groups' if self.running.several else ''}.py.jinja"

    @property
    def finish_template(self) -> str:
        """The template of the step that reports and trains the winner."""
        return f"flow/steps/finish{'' if self.tested else '_untested'}.py.jinja"


def select(plan: Plan, spec: Spec) -> Flow:
    """Return what the flow of a plan is made of."""
    has_parameters = bool(plan.parameters)
    tested, skips = plan.test.kind != "none", plan.run.on_error == "skip"
    needed = dependencies(plan)
    running = RunningView(plan, needed)
    stops = any(model.early_stopping for model in plan.models)
    return Flow(
        name=plan.name,
        file=spec.flow_name,
        heading=f"{plan.name}: {plan.title}" if plan.title else plan.name,
        story=story(plan),
        goal=goal(plan),
        start_docstring=START.format(split="hold out the test rows, " if tested else ""),
        rank_docstring=RANK.format(
            ranked=RANKED[bool(plan.ensembles)] + " that finished" * (plan.race is not None),
            failed="; one with a failed fit comes last" if skips else "",
        ),
        dependency_lines=wrapped(needed),
        modules=modules(plan),
        constants=constants(plan, spec.digest),
        parameters=_parameters(plan),
        loading=loading(plan),
        sampling=_sampling(plan),
        reading=" | ".join(read_options(plan)),
        notes_positive=plan.data.positive is not None or bool(scorers_with_positive(plan)),
        hold_out=hold_out(plan) if tested else None,
        split_folds=split_folds(plan),
        hold_back=hold_back(plan) if stops else None,
        preprocessings=preprocessings(plan),
        searches=searches(plan),
        build=building(plan),
        stopping=stopping_cases(plan),
        fit=fit_cases(plan),
        scorers=_scorers(plan),
        ensembles=declared_ensembles(plan),
        figures=figure_calls(plan),
        has_importance="importance" in plan.report.figures,
        threshold=threshold_call(plan),
        has_classes=plan.task == "classification",
        slices=names_source(plan.report.slices) if plan.report.slices else "",
        about_data=about_data(plan),
        running=running,
        remarks=remarks(plan),
        finals=finals(plan),
        seed=seed_source(plan, plan.seed),
        final_iterations=final_iterations(plan) if stops else "",
        rounds=rounds(plan, running),
        race=n_folds(plan) if plan.race else "",
        baseline=BASELINES[plan.task],
        top=plan.report.top,
        results=plan.report.directory,
        workers=_workers(plan),
        tags=" ".join(plan.run.tags),
        sent_along=SENT_ALONG if lies_beside(plan) else 0,
        fit_otherwise="weights(estimator, rows)" if plan.data.weight is not None else "{}",
        pins=plan.run.packages is not None,
        has_parameters=has_parameters,
        has_timeout=plan.run.timeout is not None,
        stops_after=plan.run.stop_after is not None,
    )


def _parameters(plan: Plan) -> list[str]:
    lines = []
    for one in plan.parameters:
        shown = f", help={one.help!r}" if one.help else ""
        lines.append(f"{one.name} = Parameter({one.name!r}, default={source(one.default)}{shown})")
    if lies_beside(plan):
        instead = f"The file to read instead of {plan.data.source.path}"  # type: ignore[union-attr]
        lines.append(f'data_path = Parameter("data", default="", help={instead!r})')
    elif data_default(plan):
        lines.append('data_path = Parameter("data", default=DATA, help="The file to read")')
    fits = plan.run.fits_per_task or 0
    shown = "Fits per task" + ("" if fits else "; 0: see `share_out`")
    return [*lines, f"fits_per_task = Parameter('fits_per_task', default={fits}, help={shown!r})"]


def _sampling(plan: Plan) -> str:
    """Return the call that draws the rows of a first look, or nothing."""
    if plan.most_rows is None:
        return ""
    return f"some_rows(self.data, {source(plan.most_rows)}, {seed_source(plan, plan.seed)})"


def _scorers(plan: Plan) -> Body | None:
    """Return the body of the function that gives the scorers, unless scikit-learn's names say it all."""
    positive = scorers_with_positive(plan)
    if not positive and not any("." in name for name in plan.scores):
        return None
    scope = scope_of("with_positive")
    made = {}
    for name in plan.scores:
        by_name = f"with_positive({name!r})" if name in positive else repr(name)
        made[name.rpartition(".")[2]] = scope.name(name) if "." in name else by_name
    return body(scope, f"return {{{', '.join(f'{name!r}: {scorer}' for name, scorer in made.items())}}}")


def _workers(plan: Plan) -> str:
    """Return how many tasks run at a time, as an environment variable's value: one a core unless the spec says more."""
    workers, threads = plan.run.workers, plan.run.threads
    if workers is not None:
        return repr(str(workers))
    return "str(os.cpu_count())" if threads == 1 else f"str(max((os.cpu_count() or 1) // {threads}, 1))"
