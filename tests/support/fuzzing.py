"""Hypothesis for as long as one wants: `make fuzz` gives it an hour, `make soak` ten minutes, other tests a moment."""

import os
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import hypothesis
from hypothesis import HealthCheck, settings
from hypothesis.database import DirectoryBasedExampleDatabase
from hypothesis.strategies import SearchStrategy

TARGETS = 9
"""How many tests share the time."""

SECONDS = float(os.environ.get("FUZZ_MINUTES", "0")) * 60 / TARGETS
DATABASE = Path(__file__).parents[2] / "build" / "fuzz"
IN_A_MOMENT, IN_A_ROUND = 20, 100


def fuzz(inputs: SearchStrategy[Any], check: Callable[[Any], None]) -> None:
    """Check random inputs, each round with others, until the time is up; what fails is kept and tried first."""
    until = time.monotonic() + SECONDS
    while True:
        most = IN_A_ROUND if SECONDS else IN_A_MOMENT
        chosen = settings(
            max_examples=most,
            deadline=None,
            database=DirectoryBasedExampleDatabase(DATABASE) if SECONDS else None,
            suppress_health_check=list(HealthCheck),
        )

        def test(value: Any) -> None:
            check(value)

        drawn = hypothesis.given(inputs)(test)
        hypothesis.seed(random.randrange(2**32) if SECONDS else 1)(chosen(drawn))()
        if time.monotonic() >= until:
            return
