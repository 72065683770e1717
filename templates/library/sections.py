"""Report."""

from __future__ import annotations

import logging
from functools import wraps
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def or_reason(make: Callable[..., Any]) -> Callable[..., Any]:
    """Give the reason instead of a section of the report that cannot be made."""

    @wraps(make)
    def attempted(*given: Any, **named: Any) -> Any:
        """Return the section or the reason."""
        import pandas as pd

        try:
            return make(*given, **named)
        except Exception as error:
            logging.exception("%s failed", make.__name__)
            reason = f"{type(error).__name__}: {error}".partition("\n")[0]
            return (pd.DataFrame({"reason why this section is missing": [reason]}),)

    return attempted
