"""What is checked: one rule a file, each a function that reports what it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .bindings import bindings
from .constants import constants
from .data import data
from .declarations import declarations
from .early_stopping import early_stopping
from .endless import endless
from .estimators import estimators
from .folds import folds
from .groups import groups
from .holdout import holdout
from .leaves import leaves
from .linear import linear
from .lone import lone
from .mocks import mocks
from .names import names
from .overdrawn import overdrawn
from .preprocess import preprocess
from .queries import queries
from .repeated import repeated
from .resources import resources
from .results import results
from .run import run
from .schedule import schedule
from .scores import scores
from .search import search
from .secrets import secrets
from .seed import seed
from .select import select
from .steps import steps
from .targets import targets
from .task import task
from .times import times
from .unscaled import unscaled
from .unstratified import unstratified
from .unsupported import unsupported
from .unused import unused
from .weights import weights

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..findings import Report
    from ..outline import Outline

RULES: tuple[Callable[[Outline, Report], None], ...] = (
    declarations,
    names,
    constants,
    unsupported,
    task,
    seed,
    data,
    mocks,
    targets,
    secrets,
    queries,
    preprocess,
    holdout,
    folds,
    groups,
    times,
    weights,
    scores,
    estimators,
    bindings,
    steps,
    search,
    early_stopping,
    select,
    run,
    schedule,
    resources,
    results,
    unstratified,
    lone,
    unused,
    overdrawn,
    repeated,
    endless,
    leaves,
    unscaled,
    linear,
)
