"""What is particular to each source of data, besides its arguments (`blocks.py`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = TypeVar("Value")


class DataSourceFacts(NamedTuple):
    """The kind of a source's first argument, the extensions of its files, and the packages that are needed to read it.

    `header` says that the first line of a file names its columns. `implies_task` says that the data determine the task.
    """

    takes: Literal["path", "query", "dataset", "function"]
    endings: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    header: bool = False
    implies_task: bool = False

    @property
    def is_quoted(self) -> bool:
        """Whether the only argument is a quoted string."""
        return self.takes in ("path", "dataset")


OF_AMOUNTS = ("currency", "decimal", "thousands")
"""The options of a file that say how numbers and amounts of money are written."""

OF_THE_FLOW = frozenset(("currency", "thousands"))
"""Those of them that pandas is not told of."""

MARKS = ("sep", "decimal", "quotechar", "comment")
"""The options for pandas that are characters."""

SENT_ALONG = 50_000_000
"""So many bytes a file beside the specification may have to be sent along with the flow's code."""

DATA_SOURCES: Mapping[str, DataSourceFacts] = {
    "csv": DataSourceFacts("path", (".csv", ".csv.gz"), header=True),
    "parquet": DataSourceFacts("path", (".parquet",), packages=("pyarrow",)),
    "sql": DataSourceFacts("query", packages=("sqlalchemy>=2",)),
    "sklearn": DataSourceFacts("dataset", implies_task=True),
    "python": DataSourceFacts("function"),
}
"""All sources except the mocks, which are functions of scikit-learn and take only a block."""


def parted(options: Mapping[str, Value]) -> tuple[dict[str, Any], dict[str, Value]]:
    """Return what pandas is told of a file, and how the numbers are written that pandas takes for text.

    These are amounts of money, and numbers beside words. Pandas is not told of `thousands`: it drops the mark wherever
    it stands, and makes a number of the date 06.05.2022.
    """
    for_pandas: dict[str, Any] = {name: value for name, value in options.items() if name not in OF_THE_FLOW}
    if _is_for_python(for_pandas):
        for_pandas["engine"] = "python"
    of_amounts = {name: options[name] for name in OF_AMOUNTS if name in options}
    return for_pandas, of_amounts


def _is_for_python(options: Mapping[str, Value]) -> bool:
    """Return whether pandas has to read in Python: its reader in C takes single characters, and only those of ASCII."""
    marks = [mark for name in MARKS if isinstance(mark := options.get(name), str) and mark != r"\s+"]
    return not all(mark.isascii() and len(mark) == 1 for mark in marks)
