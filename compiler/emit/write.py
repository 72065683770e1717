"""Put generated flows into files: whole or not at all, only where they differ, and never over somebody's own work."""

from __future__ import annotations

import os
import stat
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .state import State, state_of

if TYPE_CHECKING:
    from collections.abc import Mapping


class WriteError(Exception):
    """Why nothing was written."""


class Found(NamedTuple):
    """What a file holds, and how that stands to its flow."""

    state: State
    text: str


def inspect(path: Path, flow: str) -> Found:
    """Look at the place of a flow; raise if there is something else than a file."""
    try:
        if not path.exists():
            return Found(State.MISSING, "")
        if not path.is_file():
            message = f"cannot write `{path}`: it is {'a directory' if path.is_dir() else 'not a regular file'}"
            raise WriteError(message)
        existing = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return Found(State.FOREIGN, "")
    except OSError as error:
        raise _failure(path, error) from error
    return Found(state_of(existing, flow), existing)


def refusal(path: Path, state: State, *, force: bool = False) -> str | None:
    """Say why a file will not be replaced; what was edited is by force, what is not ours never."""
    if state is State.FOREIGN:
        return f"will not replace `{path}`: it was not written by mfc; move it away or delete it"
    if state is State.EDITED and not force:
        return f"will not replace `{path}`: it was edited since mfc wrote it; `--force` discards the edits"
    return None


def write(flows: Mapping[Path, str], *, force: bool = False) -> list[Path]:
    """Bring the files up to date, and return those that were not."""
    states = {path: inspect(path, flow).state for path, flow in flows.items()}
    for path, state in states.items():
        if message := refusal(path, state, force=force):
            raise WriteError(message)
    stale = [path for path, state in states.items() if state is not State.CURRENT]
    replace({path: flows[path] for path in stale})
    return stale


def replace(texts: Mapping[Path, str]) -> None:
    """Replace what is in files, all or none.

    Every text is first written beside its file and only then are the files replaced, so that a full disk or a file
    that must not be replaced leaves all of them as they were.
    """
    with ExitStack() as cleanup:
        staged = [(path, _stage(path, text, cleanup)) for path, text in texts.items()]
        for path, (temporary, target) in staged:
            try:
                temporary.replace(target)
            except OSError as error:
                raise _failure(path, error) from error


def _stage(path: Path, flow: str, cleanup: ExitStack) -> tuple[Path, Path]:
    """Write a flow into a temporary file beside its target, which is the file that `path` leads to."""
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".mfc-{os.urandom(8).hex()}.tmp")
    try:
        with temporary.open("x", encoding="utf-8", newline="\n") as file:
            cleanup.callback(_discard, temporary)
            file.write(flow)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
    except OSError as error:
        raise _failure(path, error) from error
    return temporary, target


def _discard(temporary: Path) -> None:
    with suppress(OSError):  # gone already, as it has become the target
        temporary.unlink()


def _failure(path: Path, error: OSError) -> WriteError:
    if isinstance(error, FileNotFoundError):
        return WriteError(f"cannot write `{path}`: there is no directory `{path.parent}`")
    return WriteError(f"cannot write `{path}`: {(error.strerror or str(error)).lower()}")
