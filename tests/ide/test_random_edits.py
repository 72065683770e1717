"""Whatever is typed, every feature answers, and finds what a check finds."""

import pytest
from edits import edit_and_ask


@pytest.mark.parametrize("seed", range(4))
def test_random_edits(seed: int) -> None:
    edit_and_ask(seed, 25)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 150))
def test_5000_random_edits(seed: int) -> None:
    edit_and_ask(seed, 100)
