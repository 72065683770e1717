"""A project's settings: `[tool.mfc]` in its pyproject.toml."""

from __future__ import annotations

from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

from .diagnostics.codes import CODES, Severity
from .diagnostics.suggest import did_you_mean
from .files.read import read_bytes, why_unread

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FILE = "pyproject.toml"


class SettingsError(ValueError):
    """An error in the settings, as one line for the user."""


class Settings(NamedTuple):
    """Which warnings are given, which files are passed over, and how strict checking is.

    `select` and `ignore` hold codes or what codes begin with, such as `MF6`; `exclude` holds patterns of paths,
    relative to the directory of the file they are in.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    strict: bool = False
    directory: Path | None = None

    def gives(self, code: str) -> bool:
        """Return whether findings of a code are given: errors always are."""
        if CODES[code].severity is Severity.ERROR:
            return True
        return (self.select is None or code.startswith(self.select)) and not code.startswith(self.ignore)

    def excludes(self, path: Path) -> bool:
        """Return whether a file is passed over where directories are walked."""
        if not self.exclude or self.directory is None:
            return False
        relative = path.resolve().relative_to(self.directory)
        return any(one.match(pattern) for one in (relative, *relative.parents) for pattern in self.exclude)


_LISTS = ("select", "ignore", "exclude")
_SWITCHES = ("strict",)


@cache
def settings_for(directory: Path) -> Settings:
    """Return the settings that hold in a directory: the nearest above it; raise `SettingsError`."""
    file = directory / FILE
    found = _load(file) if file.is_file() else None
    if found is not None:
        return found
    return Settings() if directory.parent == directory else settings_for(directory.parent)


def checked_codes(words: Sequence[str], ignored: bool) -> tuple[str, ...]:
    """Return codes as the registry has them, or raise `SettingsError` if one does not exist or cannot be ignored."""
    codes = tuple(word.upper() for word in words)
    for word, code in zip(words, codes, strict=True):
        meant = [known for known in CODES.values() if code and known.id.startswith(code)]
        if not meant:
            hint = did_you_mean(word, CODES)
            message = f"unknown code `{word}`" + (f"; {hint}" if hint else "")
            raise SettingsError(message)
        if ignored and all(known.severity is Severity.ERROR for known in meant):
            message = f"`{word}` cannot be ignored: it is an error"
            raise SettingsError(message)
    return codes


def _load(file: Path) -> Settings | None:
    try:
        content = read_bytes(file)
    except (OSError, ValueError) as error:
        message = f"cannot read `{file}`: {why_unread(error)}"
        raise SettingsError(message) from error
    if b"mfc" not in content:  # nearly all files: reading TOML takes longer than checking a specification
        return None
    import tomllib

    try:
        table = tomllib.loads(content.decode()).get("tool", {}).get("mfc")
        return None if table is None else _settings(table, file.parent)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, SettingsError) as error:
        message = f"`{file}`: {error}"
        raise SettingsError(message) from error


def _settings(table: Any, directory: Path) -> Settings:
    _check(table)
    return Settings(
        select=checked_codes(table["select"], ignored=False) if "select" in table else None,
        ignore=checked_codes(table.get("ignore", ()), ignored=True),
        exclude=tuple(table.get("exclude", ())),
        strict=table.get("strict", False),
        directory=directory,
    )


def _check(table: Any) -> None:
    if not isinstance(table, dict):
        message = "`tool.mfc` is not a table"
        raise SettingsError(message)
    known = [*_LISTS, *_SWITCHES]
    for key, value in table.items():
        if key == "imports":
            message = "`imports` is not a setting: it would let a repository run its code; use `mfc check --imports`"
            raise SettingsError(message)
        if key not in known:
            hint = did_you_mean(key, known) or f"choose from {', '.join(known)}"
            message = f"unknown key `{key}` in [tool.mfc]; {hint}"
            raise SettingsError(message)
        if key in _SWITCHES and not isinstance(value, bool):
            message = f"`{key}` in [tool.mfc] must be `true` or `false`"
            raise SettingsError(message)
        if key in _LISTS and not (isinstance(value, list) and all(isinstance(one, str) for one in value)):
            message = f"`{key}` in [tool.mfc] must be a list of strings"
            raise SettingsError(message)
    for pattern in table.get("exclude", ()):
        try:
            PurePath("x").match(pattern)
        except ValueError as error:
            message = f"`{pattern}` in `exclude` of [tool.mfc] is not a valid pattern of paths"
            raise SettingsError(message) from error
