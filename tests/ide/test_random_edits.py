"""Whatever is typed, every feature answers, and finds what a check finds; `RANDOM_EDITS=5000` for a soak."""

import os

import pytest
from edits import edit_and_ask

EDITS = int(os.environ.get("RANDOM_EDITS", "120"))
PARTS = 4


@pytest.mark.parametrize("seed", range(PARTS))
def test_random_edits(seed: int) -> None:
    edit_and_ask(seed, EDITS // PARTS)
