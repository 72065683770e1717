"""`mfc`: dispatch to a command, and handle its errors and signals."""

from __future__ import annotations

import atexit
import gc
import sys
from typing import TYPE_CHECKING

from .console import CLEAN, COULD_NOT_RUN, CommandError, complain, reason, reject
from .output import failure, prepare_streams

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130  # 128 + SIGINT, as shells have it
BROKEN_PIPE = 141  # 128 + SIGPIPE
MANY_OBJECTS = 250_000
"""The garbage collector's threshold: a command keeps nearly all objects until it ends."""

COMMANDS = (
    "blame",
    "check",
    "compile",
    "completion",
    "explain",
    "export",
    "fmt",
    "image",
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
  check SPEC…              check specifications for errors
  compile SPEC… [-o PATH]  write the flow of each specification
  completion SHELL         print a shell completion script
  explain CODE             explain the code of a finding, such as MF203
  fmt SPEC…                format specifications in the canonical style
  plan SPEC                show what a run would do
  run SPEC [OPTION…]       compile a specification and run its flow
  blame FLOW[:LINE]        show where a line of a flow comes from
  lsp                      run the language server for editors
  results [RUN]            show the results of a run, or --compare two
  image SPEC               write a Dockerfile with the libraries of a flow
  export RUN DIR           write the final model of a run, ready to predict with

options:
  -h, --help               show this, or the help of a command
  --version                show the version

exit status: 0 success, 1 errors in a specification, 2 mfc could not run
"""


def main(words: Sequence[str] | None = None) -> int:
    """Run a command and return the exit status."""
    gc.set_threshold(MANY_OBJECTS)
    atexit.register(gc.freeze)  # or Python looks for garbage on its way out: a tenth of a compilation
    prepare_streams()
    try:
        status = _run(sys.argv[1:] if words is None else words)
    except KeyboardInterrupt:
        return INTERRUPTED
    lost = failure()
    if isinstance(lost, BrokenPipeError):
        return BROKEN_PIPE
    if lost:
        complain(f"output was lost: {reason(lost)}")
        return COULD_NOT_RUN
    return status


def _run(words: Sequence[str]) -> int:
    try:
        return _dispatch(words)
    except CommandError as error:
        complain(str(error))
    except OSError as error:
        complain(reason(error))
    except Exception as error:  # an internal error must not look like a mistake by the user
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
    """Report an internal error."""
    import os

    if os.environ.get("MFC_DEBUG"):
        import traceback

        traceback.print_exc()
    what = f"{type(error).__name__}: {error}"
    complain(f"this is a bug in mfc: {what}; please report it with the specification (MFC_DEBUG=1 shows the traceback)")
