"""Which findings are reported: by the command line, or by the settings of the specification's project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..settings import Settings, SettingsError, checked_codes, settings_for
from .console import STDIN, CommandError

if TYPE_CHECKING:
    from argparse import Namespace


class Selection(NamedTuple):
    """The options of a command; they override the settings."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    strict: bool = False

    @classmethod
    def of(cls, arguments: Namespace) -> Selection:
        """Read the options."""
        try:
            return cls(
                None if arguments.select is None else checked_codes(_words(arguments.select), ignored=False),
                None if arguments.ignore is None else checked_codes(_words(arguments.ignore), ignored=True),
                arguments.strict,
            )
        except SettingsError as error:
            raise CommandError(str(error)) from error

    def settings(self, spec: str) -> Settings:
        """Return the settings for a specification."""
        directory = Path.cwd() if spec == STDIN else Path(spec).resolve().parent
        try:
            found = settings_for(directory)
        except SettingsError as error:
            raise CommandError(str(error)) from error
        return found._replace(
            select=found.select if self.select is None else self.select,
            ignore=found.ignore if self.ignore is None else self.ignore,
            strict=found.strict or self.strict,
        )


def _words(lists: list[str]) -> tuple[str, ...]:
    return tuple(word.strip() for words in lists for word in words.split(","))
