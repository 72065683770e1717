"""The arguments of a command: argparse, with errors of one line that suggest the nearest option."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from typing import TYPE_CHECKING, NoReturn

from .console import CommandError, reject

if TYPE_CHECKING:
    from collections.abc import Sequence


class CommandParser(ArgumentParser):
    """The parser of one command's arguments; it raises `CommandError`."""

    def __init__(self, command: str, description: str, examples: str | None = None) -> None:
        super().__init__(
            prog=f"mfc {command}",
            description=description,
            epilog=examples,
            formatter_class=RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

    def parse(self, words: Sequence[str]) -> Namespace:
        """Return the arguments given, all of them known."""
        arguments, rest = self.parse_known_args(words)
        if rest:
            kind = "option" if rest[0].startswith("-") else "argument"
            reject(kind, rest[0].partition("=")[0], self._option_string_actions, self.prog)
        return arguments

    def error(self, message: str) -> NoReturn:
        """Raise an error, where argparse would print the usage and exit."""
        complete = f"{message}; see `{self.prog} --help`"
        raise CommandError(complete)
