"""Scoring."""

from __future__ import annotations

from typing import Any

from .spec import SCORES


def natural(scores: dict[str, Any]) -> dict[str, float]:
    """Return scores with their natural signs: scikit-learn negates losses."""
    signs = {name: -1 if name.startswith("neg_") else 1 for name in SCORES}
    return {name.removeprefix("neg_"): sign * scores[name] for name, sign in signs.items()}
