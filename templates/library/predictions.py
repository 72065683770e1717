"""Predictions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .columns import with_names
from .dates import dates_of
from .schema import to_schema
from .width import check_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd


def read_table(
    path: str, schema: dict[str, str], keep: Sequence[str], **options: Any
) -> pd.DataFrame:
    """Read rows to predict for: columns that were not numbers in training are read as text."""
    import pandas as pd

    if path.endswith((".parquet", ".pq")):
        return pd.read_parquet(path)
    numbers = [name for name, kind in schema.items() if kind in ("number", "duration", "level")]
    texts = dict.fromkeys((name for name in [*schema, *keep] if name not in numbers), str)
    at_once: dict[str, Any] = {} if "engine" in options else {"low_memory": False}
    rows = pd.read_csv(path, dtype=texts, **at_once, **options)
    check_width(rows, path)
    return rows


def predicted_table(
    model: Any,
    schema: dict[str, str],
    target: Any,
    rows: pd.DataFrame,
    where: str,
    keep: Sequence[str],
) -> pd.DataFrame:
    """Return predictions and class probabilities for each row, beside some columns."""
    import pandas as pd

    columns = [str(name) for name in model.feature_names_in_]
    rows = with_names(rows, where, [*columns, *keep])
    if rows.empty:
        message = f"{where}: no rows"
        raise ValueError(message)
    features = to_schema(rows, {name: schema[name] for name in columns}, where, dates_of)[columns]
    names = [f"predicted_{name}" for name in target] if isinstance(target, list) else ["predicted"]
    tables = [rows[list(keep)]]
    try:
        tables.append(pd.DataFrame(model.predict(features), columns=names))
        if hasattr(model, "predict_proba") and not isinstance(target, list):
            labels = [f"probability_{label}" for label in model.classes_]
            tables.append(pd.DataFrame(model.predict_proba(features), columns=labels))
    except ValueError as error:
        gaps = features.isna().any()
        empty = f"; the model may need all values, and some are missing in {[*gaps.index[gaps]]}"
        message = f"{where}: {error}{empty if gaps.any() else ''}"
        raise ValueError(message) from error
    return pd.concat(tables, axis=1)


def names_in(text: str) -> list[str]:
    """Return the names in a comma-separated list."""
    return [name.strip() for name in text.split(",") if name.strip()]


def write_table(path: Any, table: pd.DataFrame) -> None:
    """Write a table in the order of its rows, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(table.to_csv(index=False).encode())
    part.replace(path)
