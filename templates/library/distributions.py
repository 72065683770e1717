"""Distributions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np


class Choice(NamedTuple):
    """A distribution over a few values, each with its weight."""

    values: list[Any]
    weights: list[float]

    def rvs(self, random_state: np.random.RandomState) -> Any:
        """Draw a value."""
        import numpy as np

        chances = np.array(self.weights) / sum(self.weights)
        return self.values[random_state.choice(len(self.values), p=chances)]


class LogInteger(NamedTuple):
    """A distribution over the integers from low to below high, uniform in their logarithm."""

    low: int
    high: int

    def rvs(self, random_state: np.random.RandomState) -> int:
        """Draw a number."""
        import numpy as np

        return int(np.exp(random_state.uniform(np.log(self.low), np.log(self.high))))


class Steps(NamedTuple):
    """A distribution over low, low + step and so on up to high, all equally likely."""

    low: float
    high: float
    step: float

    def rvs(self, random_state: np.random.RandomState) -> float:
        """Draw a number."""
        n_steps = int((self.high - self.low) / self.step + 1e-9)
        return round(self.low + self.step * int(random_state.randint(n_steps + 1)), 12)
