"""How many candidates there are, as far as the specification says it, parameters having their defaults."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .samples import sample
from .space import asked, points

if TYPE_CHECKING:
    from .evaluate import Evaluator
    from .outline import Entrant


def candidates(entrant: Entrant, evaluator: Evaluator) -> int | None:
    """Return how many candidates of a model there are."""
    counts = [sample(asked(entrant, evaluator)), points(entrant, evaluator)]
    return min((count for count in counts if isinstance(count, int)), default=None)
