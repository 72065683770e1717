"""What the summary says of the run itself, and of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..plan.quick import quick_limits
from .body import calls
from .constants import source_of_dict
from .python import names_source

if TYPE_CHECKING:
    from ..plan.plan import Plan


def remarks(plan: Plan) -> str:
    """Return what there is to say of the run, as a dict in Python; nothing where there is nothing."""
    said = {"a first look": quick_limits()} if plan.most_rows else {}
    if plan.run.stop_after:
        said["not reproducible"] = f"fits not begun within {plan.run.stop_after:,} seconds are left out"
    if plan.race:
        seen = " and ".join(map(str, plan.race.after))
        said["a race"] = f"cut after {seen} of the folds; what was cut has no mean and ranks below what finished"
    return source_of_dict({what: repr(is_) for what, is_ in said.items()}) if said else ""


def about_data(plan: Plan) -> str:
    """Return the call that describes the data, with the columns whose roles their values do not tell."""
    named = {"categorical": plan.data.categorical or (), "text": plan.data.text, "drop": plan.data.drop}
    return calls("about_data", "self", *(f"{role}={names_source(names)}" for role, names in named.items() if names))
