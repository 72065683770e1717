"""The header of a local data file. Nothing is read over the network, and files are not read beyond their headers."""

from __future__ import annotations

from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from ..check.header import Header, names_in
from ..starter.files import opened
from .console import reason

if TYPE_CHECKING:
    from ..check.header import Look, Table

MOST_LINES = 50
"""The number of lines, besides skipped ones, in which a header is searched."""

LONGEST_LINE = 1_000_000
SMALL = 100_000
"""The number of bytes of a file whose rows are counted."""

UNKNOWN_FORMS = (".zip", ".zst", ".tar")
ENCODED_OTHERWISE = 'give its encoding after the path, for example `encoding = "cp1252"`'


def header_reader(spec: str) -> Look:
    """Return a function that reads the headers of a specification's files: beside it, or in the working directory."""
    return partial(_look, Path(spec).parent)


def _look(folder: Path, table: Table) -> Header | None:
    path = next((one for one in (folder / table.path, Path(table.path)) if one.exists()), None)
    if path is None:
        return Header(failure="no such file", help="paths are relative to the specification")
    if not path.is_file() or path.suffix in UNKNOWN_FORMS:  # reading a pipe would never end
        return None
    try:
        header = _of_csv(path, table) if table.kind == "csv" else _of_parquet(path)
        return header and header._replace(size=path.stat().st_size)
    except UnicodeError:
        return Header(failure=f"it is not {table.options.get('encoding', 'UTF-8')}", help=ENCODED_OTHERWISE)
    except (LookupError, ValueError):  # an encoding that Python does not have, which is reported as such
        return None
    except OSError as error:
        return Header(failure=reason(error))


def _of_csv(path: Path, table: Table) -> Header | None:
    encoding, skipped = table.options.get("encoding", "utf-8"), table.options.get("skiprows", 0)
    if not isinstance(encoding, str) or not isinstance(skipped, int):
        return None
    encoding = "utf-8-sig" if encoding.lower() in ("utf-8", "utf8") else encoding
    with opened(path, "rt", encoding=encoding, newline="") as file:
        lines = list(islice(iter(lambda: file.readline(LONGEST_LINE), ""), skipped + MOST_LINES))
        more = sum(bool(line.strip()) for line in file) if path.stat().st_size <= SMALL else None
    names = names_in(lines, table.options)
    n_rows = None if more is None else sum(bool(line.strip()) for line in lines[skipped + 1 :]) + more
    return Header(names, n_rows=n_rows) if names else Header(failure="it has no header") if not lines else None


def _of_parquet(path: Path) -> Header | None:
    """Return the column names of a Parquet file as in pandas; PyArrow may not be installed."""
    try:
        from pyarrow import ArrowException  # type: ignore[import-untyped]
        from pyarrow.parquet import read_metadata  # type: ignore[import-untyped]
    except ImportError:
        return None
    try:
        metadata = read_metadata(path)
    except ArrowException as error:
        return Header(failure=str(error))
    schema = metadata.schema.to_arrow_schema()
    index = (schema.pandas_metadata or {}).get("index_columns", ())
    return Header(tuple(name for name in schema.names if name not in index), n_rows=metadata.num_rows)
