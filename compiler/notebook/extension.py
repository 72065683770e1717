"""`%load_ext mfc` and `%%mfc`: a cell that holds a specification."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any

from ..api.errors import MfcError
from ..api.spec import loads
from ..cli.console import CommandError
from ..cli.parser import CommandParser
from ..diagnostics.suggest import did_you_mean

if TYPE_CHECKING:
    from argparse import Namespace

    from ..api.run import Run
    from ..api.spec import Spec

HELP = """\
in a cell:
  %%mfc                           show what is wrong, or what a run would do
  %%mfc --run                     run it, and show leaderboard and figures
  %%mfc --run --rows 500          with a parameter of the tournament
  %%mfc --run --quick             a first look: few rows, folds and candidates
  %%mfc --write                   write the flow
  %%mfc houses                    also keep it: `houses` is the `Spec`, or with --run the `Run`
"""
FLAGS = {"--force", "--help", "--quick", "--run", "--write"}


def load_ipython_extension(shell: Any) -> None:
    """Give a notebook the `%%mfc` of its cells."""

    def mfc(line: str, cell: str) -> None:
        try:
            _play(shell, _parsed(line), cell)
        except (MfcError, CommandError) as error:
            print(f"mfc: {error}")
        except SystemExit:  # of `--help`
            return

    mfc.__doc__ = HELP
    shell.register_magic_function(mfc, magic_kind="cell", magic_name="mfc")


def _parsed(line: str) -> tuple[Namespace, dict[str, str]]:
    parser = CommandParser("", "A cell that holds a specification.", HELP)
    parser.prog = "%%mfc"
    parser.add_argument("name", nargs="?", metavar="NAME", help="the variable to keep the spec or the run in")
    parser.add_argument("--run", action="store_true", help="run the tournament")
    parser.add_argument("--quick", action="store_true", help="with --run: a first look, which replaces nothing")
    parser.add_argument("--write", action="store_true", help="write the flow into a file")
    parser.add_argument("--force", action="store_true", help="replace a flow that was edited by hand")
    words, options = _split(shlex.split(line))
    return parser.parse(words), options


def _split(line: list[str]) -> tuple[list[str], dict[str, str]]:
    """Return the words that are ours, and the options of the tournament or of Metaflow: `--rows 500`, `--rows=500`."""
    ours: list[str] = []
    options: dict[str, str] = {}
    waiting = [part for word in line for part in (word.split("=", 1) if word.startswith("--") else [word])]
    while waiting:
        word = waiting.pop(0)
        if word in FLAGS or not word.startswith("--"):
            ours.append(word)
        elif waiting:
            options[word.removeprefix("--").replace("-", "_")] = waiting.pop(0)
        else:
            meant = did_you_mean(word, FLAGS)
            message = f"expected a value after `{word}`{f'; {meant}' if meant else ''}"
            raise CommandError(message)
    return ours, options


def _play(shell: Any, asked: tuple[Namespace, dict[str, str]], text: str) -> None:
    from IPython.display import display

    arguments, options = asked
    spec = loads(text)
    kept: Spec | Run = spec
    if spec.findings:
        display(spec.findings)  # type: ignore[no-untyped-call]
    if not spec.findings.errors:
        if arguments.write:
            print(f"wrote {spec.write(force=arguments.force)}")
        if arguments.run:
            kept = _run(spec, options, force=arguments.force, quick=arguments.quick)
        elif not arguments.write:
            display(spec.plan(**spec.typed(options)))  # type: ignore[no-untyped-call]
    if arguments.name:
        shell.user_ns[arguments.name] = kept


def _run(spec: Spec, options: dict[str, str], *, force: bool, quick: bool) -> Run:
    from IPython.display import display

    from .progress import Bar, Display

    bar = Bar()
    shown = Display(bar)

    def look(seen: Any) -> None:
        bar.take(seen)
        shown.refresh()

    try:
        run = spec.run(force=force, watch=look, quick=quick, **spec.typed(options))
    except KeyboardInterrupt:
        bar.end("interrupted; finished tasks are kept")
        raise
    except MfcError:
        bar.end("failed")
        raise
    else:
        bar.end(f"{run.run.pathspec} is finished")
    finally:
        shown.refresh()
    display(run.leaderboard, run)  # type: ignore[no-untyped-call]
    return run
