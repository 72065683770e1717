"""Report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .features import features_of
from .report import digits, notes_table
from .sections import or_reason
from .spec import APART, TARGET
from .standing import listed

if TYPE_CHECKING:
    import pandas as pd


@or_reason
def about_data(flow: Any, **named: list[str]) -> tuple[Any, ...]:
    """Return a section on the rows, the columns by what they are for, gaps and targets.

    Columns are named by roles that the types of their values do not tell, or as left out by `drop`.
    """
    data = flow.data
    facts = {
        "rows": f"{len(data):,}, {len(flow.train_rows):,} of them to train on",
        "columns to learn from": by_role(features_of(data), named),
        "other columns": listed(APART),
        "missing values": gaps_in(features_of(data)),
        **spreads(data),
        "columns left out by `drop`": listed(named.get("drop", [])),
        **getattr(flow, "notes", {}),
    }
    return (notes_table(without_blanks(facts)),)


def without_blanks(facts: dict[str, Any]) -> dict[str, Any]:
    """Leave out what there is nothing to say of."""
    return {what: is_ for what, is_ in facts.items() if is_ != ""}


def spreads(data: pd.DataFrame) -> dict[str, str]:
    """Describe each target."""
    return {name: spread(data[name]) for name in ([TARGET] if isinstance(TARGET, str) else TARGET)}


def by_role(features: pd.DataFrame, named: dict[str, list[str]]) -> str:
    """Count columns by their roles."""
    roles = {"M": "dates", **dict.fromkeys("iuf", "numeric")}
    found = {name: roles.get(kind.kind, "categorical") for name, kind in features.dtypes.items()}
    for role, names in named.items():
        found |= {name: role for name in names if name in found}
    counted = [*found.values()]
    return listed([f"{counted.count(role):,} {role}" for role in sorted({*counted})])


def gaps_in(features: pd.DataFrame) -> str:
    """List columns with the shares of their values that are missing, the most first."""
    gaps = features.isna().mean().sort_values(ascending=False, kind="stable")
    return listed([f"{gap:.1%} of {name}" for name, gap in gaps[gaps > 0].items()])


def spread(target: pd.Series) -> str:
    """Describe classes by their shares, and numbers by their mean and quartiles."""
    if target.dtype.kind in "iuf" and target.nunique() > 20:
        low, *quartiles, high = map(digits, target.quantile([0, 0.25, 0.5, 0.75, 1]))
        middle = f"mean {digits(target.mean())}, quartiles {', '.join(quartiles)}"
        return f"{middle}, from {low} to {high}"
    shares = target.value_counts(normalize=True)
    return listed([f"{share:.1%} {value}" for value, share in shares.items()])
