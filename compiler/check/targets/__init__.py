"""What a specification asks that one of Metaflow's engines does not do: one rule a file, as in `rules/`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .files import files
from .libraries import libraries
from .schedules import schedules
from .splits import splits
from .timeouts import timeouts

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..findings import Report
    from ..outline import Outline

TARGETS = ("argo", "step-functions", "airflow", "batch", "kubernetes")

RULES: tuple[Callable[[Outline, Report, str], None], ...] = (splits, timeouts, schedules, files, libraries)
