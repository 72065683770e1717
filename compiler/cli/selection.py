"""Which findings are wanted: by options, or else by the settings of the project a specification is in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..settings import Settings, SettingsError, checked_codes, settings_for
from .console import CommandError
from .specs import STDIN

if TYPE_CHECKING:
    from argparse import Namespace


class Selection(NamedTuple):
    """What the options of a command say, where they are given; they go before the settings."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    imports: bool = False
    strict: bool = False

    @classmethod
    def of(cls, arguments: Namespace) -> Selection:
        """Read the options."""
        try:
            return cls(
                None if arguments.select is None else checked_codes(_words(arguments.select), ignored=False),
                None if arguments.ignore is None else checked_codes(_words(arguments.ignore), ignored=True),
                arguments.imports,
                arguments.strict,
            )
        except SettingsError as error:
            raise CommandError(str(error)) from error

    def settings(self, spec: str) -> Settings:
        """Return what holds for a specification."""
        directory = Path.cwd() if spec == STDIN else Path(spec).resolve().parent
        try:
            found = settings_for(directory)
        except SettingsError as error:
            raise CommandError(str(error)) from error
        return found._replace(
            select=found.select if self.select is None else self.select,
            ignore=found.ignore if self.ignore is None else self.ignore,
            imports=found.imports or self.imports,
            strict=found.strict or self.strict,
        )


def _words(lists: list[str]) -> tuple[str, ...]:
    return tuple(word.strip() for words in lists for word in words.split(","))
