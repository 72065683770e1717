"""`mfc`: run the command that is asked for, and end as a command-line tool should."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from .console import CLEAN, COULD_NOT_RUN, CommandError, abandon, complain, prepare_streams, reason, reject

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130  # 128 + SIGINT, as shells have it
BROKEN_PIPE = 141  # 128 + SIGPIPE
MANY_OBJECTS = 100_000
"""After how many new objects Python looks for garbage: a command keeps nearly all it makes until it ends."""

COMMANDS = (
    "blame",
    "check",
    "compile",
    "completion",
    "explain",
    "export",
    "fmt",
    "init",
    "lsp",
    "plan",
    "results",
    "run",
)
OPTIONS = ("--help", "--version")
USAGE = """\
usage: mfc COMMAND …

Compile the description of a machine-learning tournament into a Metaflow flow.

commands:
  init [FILE]              write a specification to start from
  check SPEC…              say what is wrong with specifications
  compile SPEC… [-o PATH]  write the flow of each specification
  completion SHELL         print a script for the completion of a shell
  explain CODE             explain the code of a finding, such as MF203
  fmt SPEC…                lay specifications out in the canonical style
  plan SPEC                show what a run would do
  run SPEC [OPTION…]       compile a specification and run its flow
  blame FLOW[:LINE]        say what of a SPEC is behind a line of a flow
  lsp                      serve an editor
  results [RUN]            show what came of a run, or --compare two
  export RUN DIR           write the final model of a run, ready to predict with

options:
  -h, --help               show this, or the help of a command
  --version                show the version

exit status: 0 all is well, 1 errors in a specification, 2 mfc could not run
"""


def main(words: Sequence[str] | None = None) -> int:
    """Run a command and return the exit status."""
    gc.set_threshold(MANY_OBJECTS)
    prepare_streams()
    try:
        status = _run(sys.argv[1:] if words is None else words)
        print(end="", flush=True)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        abandon(sys.stdout, sys.stderr)
        return BROKEN_PIPE
    except OSError as error:
        abandon(sys.stdout)
        complain(reason(error))
        return COULD_NOT_RUN
    return status


def _run(words: Sequence[str]) -> int:
    try:
        return _dispatch(words)
    except CommandError as error:
        complain(str(error))
    except OSError:
        raise
    except Exception as error:  # whatever it is, it must not look like a mistake of the user's
        confess(error)
    return COULD_NOT_RUN


def _dispatch(words: Sequence[str]) -> int:
    match words:
        case []:
            print(USAGE, end="", file=sys.stderr)
            return COULD_NOT_RUN
        case ["-h" | "--help", *_]:
            print(USAGE, end="")
        case ["--version", *_]:
            from .. import __version__

            print(f"mfc {__version__}")
        case [command, *rest] if command in COMMANDS:
            return _run_command(command, rest)
        case [word, *_]:
            reject("option" if word.startswith("-") else "command", word, COMMANDS + OPTIONS, "mfc")
    return CLEAN


def _run_command(command: str, words: Sequence[str]) -> int:
    from importlib import import_module

    try:
        status: int = import_module(f".{command}", __package__).run(words)
    except SystemExit:  # argparse has shown the help
        return CLEAN
    return status


def confess(error: Exception) -> None:
    """Complain of a bug of our own."""
    import os

    if os.environ.get("MFC_DEBUG"):
        import traceback

        traceback.print_exc()
    what = f"{type(error).__name__}: {error}"
    complain(f"this is a bug in mfc: {what}; please report it with the specification (MFC_DEBUG=1 shows the traceback)")
