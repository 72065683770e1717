"""The constants at the top of a flow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..meaning.samples import is_dynamic
from .loading import data_default, read_options, roles, targets
from .models import library_of
from .prose import score_label
from .python import source
from .stopping import kept

if TYPE_CHECKING:
    from ..plan.plan import Plan

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
TENSORFLOW_THREADS = ("TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS")
TENSORFLOW = {"TF_CPP_MIN_LOG_LEVEL": "'3'", "KERAS_BACKEND": "'tensorflow'"}
GRACE = 10
"""Seconds after its timeout until a task that is stuck in C is ended, since `@timeout` cannot interrupt it."""

_RACE = "# the share of candidates that goes on, and the least number"
_POSITIVE = "  # the positive class: none is declared, so the one that sorts last"


def constants(plan: Plan, digest: str) -> list[str]:
    """Return the assignments; unused ones are left out of the flow."""
    data, default = plan.data, data_default(plan)
    several = len(data.targets) > 1
    lines = [f"SPEC_DIGEST = {digest!r}", f"TITLE = {(plan.title or plan.name)!r}"]
    lines += [f"DATA = {default}"] if default else []
    lines += [f"{name} = {options}" for name, options in read_options(plan).items()]
    lines += [] if is_dynamic(plan.seed) else [f"SEED = {source(plan.seed)}"]
    lines.append(f"TARGET = {source(list(data.targets) if several else data.targets[0])}")
    lines += [f"{constant} = {column!r}" for constant, column in roles(plan).items()]
    lines.append(f"APART = [{', '.join([targets(plan), *roles(plan)])}]  # columns that no model learns from")
    lines.append(f"POSITIVE = {source(data.positive)}{_POSITIVE if data.positive is None else ''}")
    lines.append(f"SCORES = {scores(plan)}{'  # the first ranks' if len(plan.scores) == 2 else ''}")
    if isinstance(plan.folds.n_splits, int):
        lines.append(f"N_FOLDS = {plan.folds.n_splits}")
    lines.append(f"KEPT = {tuple(kept(plan))!r}  # models that are not trained again after they stopped")
    if plan.simplest:
        signs = ", ".join(f"{name!r}: {sign}" for name, sign in plan.simplest)
        lines.append(f"SIMPLEST = {{{signs}}}  # 1: a smaller value is simpler, -1: a larger one")
    if plan.race:
        lines.append(f"AFTER = {list(plan.race.after)!r}  # folds after which candidates are cut")
        lines.append(f"RACE = {{'keep': {plan.race.keep!r}, 'at_least': {plan.race.at_least!r}}}  {_RACE}")
    if plan.margin is not None:
        lines.append(f"MARGIN = {source(plan.margin)}  # of equivalent candidates, in units of the score")
    if plan.run.timeout:
        lines += [f"TIMEOUT = {plan.run.timeout}  # seconds that a task may take"]
        lines += [f"GRACE = {GRACE}  # seconds more for a task that is stuck in C, where `@timeout` cannot reach it"]
    if plan.run.stop_after:
        lines.append(f"STOP_AFTER = {plan.run.stop_after}  # seconds of the run after which no fit begins")
    return [*lines, f"ENVIRONMENT = {environment(plan)}"]


def scores(plan: Plan) -> str:
    """Return the dict of the scorers' names and titles."""
    named = {name.rpartition(".")[2]: score_label(name.rpartition(".")[2]) for name in plan.scores}
    return source_of_dict({name: repr(label) for name, label in named.items()})


def environment(plan: Plan) -> str:
    """Return the environment variables that limit a task's threads and silence TensorFlow."""
    number = repr(str(plan.run.threads))
    if not any(library_of(model) == "keras" for model in plan.models):
        return f"dict.fromkeys({list(THREADS)!r}, {number})"
    *threads, of_macos = THREADS
    named = [f"**dict.fromkeys({list(names)!r}, {number})" for names in (threads, TENSORFLOW_THREADS)]
    return f"{{{', '.join(named)}, {source_of_dict({of_macos: number, **TENSORFLOW})[1:]}"


def source_of_dict(items: dict[str, str]) -> str:
    """Return a dict display, given the source of its values."""
    return f"{{{', '.join(f'{key!r}: {value}' for key, value in items.items())}}}"
