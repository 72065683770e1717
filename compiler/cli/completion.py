"""`mfc completion`: shell completion scripts.

They ask `mfc` itself for options and codes, so they stay correct when it is upgraded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .console import CLEAN
from .parser import CommandParser

if TYPE_CHECKING:
    from collections.abc import Sequence

BASH = r"""
_mfc() {
  local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]} before=${COMP_WORDS[COMP_CWORD-1]}
  local IFS=$'\n'
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "$(mfc --help | sed -n '/^commands:/,/^options:/s/^  \([a-z]*\) .*/\1/p')" -- "$word"))
  elif [ "${word#-}" != "$word" ]; then
    COMPREPLY=($(compgen -W "$(mfc "$command" --help 2> /dev/null | grep -oE -- '--[a-z-]+' | sort -u)" -- "$word"))
  elif [ "$command" = explain ]; then
    COMPREPLY=($(compgen -W "$(mfc explain | cut -d ' ' -f 1)" -- "$word"))
  elif [ "$command" = completion ]; then
    COMPREPLY=($(compgen -W $'bash\nzsh\nfish' -- "$word"))
  elif [ "$command" = check ] && [ "$before" = --format ]; then
    COMPREPLY=($(compgen -W $'text\nconcise\njson\nsarif\ngithub' -- "$word"))
  else
    COMPREPLY=($(compgen -f -X '!*.mf' -- "$word"; compgen -d -- "$word"))
  fi
}
complete -o filenames -F _mfc mfc
"""

ZSH = r"""
#compdef mfc
_mfc() {
  local command=$words[2]
  if (( CURRENT == 2 )); then
    compadd -- ${(f)"$(mfc --help | sed -n '/^commands:/,/^options:/s/^  \([a-z]*\) .*/\1/p')"}
  elif [[ $words[CURRENT] == -* ]]; then
    compadd -- ${(f)"$(mfc $command --help 2> /dev/null | grep -oE -- '--[a-z-]+' | sort -u)"}
  elif [[ $command == explain ]]; then
    compadd -- ${(f)"$(mfc explain | cut -d ' ' -f 1)"}
  elif [[ $command == completion ]]; then
    compadd -- bash zsh fish
  elif [[ $command == check && $words[CURRENT-1] == --format ]]; then
    compadd -- text concise json sarif github
  else
    _files -g '*.mf'
  fi
}
compdef _mfc mfc
"""

FISH = r"""
complete -c mfc -f
complete -c mfc -n __fish_use_subcommand -a "(mfc --help | sed -n '/^commands:/,/^options:/s/^  \([a-z]*\) .*/\1/p')"
complete -c mfc -n 'not __fish_use_subcommand' -a \
  "(mfc (commandline -opc)[2] --help 2> /dev/null | string match -arg -- '(--[a-z-]+)' | sort -u)"
complete -c mfc -n '__fish_seen_subcommand_from explain' -a "(mfc explain | string replace -r '  ' \t)"
complete -c mfc -n '__fish_seen_subcommand_from completion' -a 'bash zsh fish'
complete -c mfc -n '__fish_seen_subcommand_from check' -l format -x -a 'text concise json sarif github'
complete -c mfc -n 'not __fish_use_subcommand; and not __fish_seen_subcommand_from explain completion' \
  -k -a '(__fish_complete_suffix .mf)'
"""

SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}
EXAMPLES = """\
examples:
  mfc completion bash > ~/.local/share/bash-completion/completions/mfc
  mfc completion zsh > ~/.zfunc/_mfc    with ~/.zfunc in fpath, before compinit
  mfc completion fish > ~/.config/fish/completions/mfc.fish
"""


def run(words: Sequence[str]) -> int:
    """Run the command and return its exit status."""
    parser = CommandParser("completion", "Print a shell completion script.", EXAMPLES)
    parser.add_argument("shell", choices=sorted(SCRIPTS), metavar="SHELL", help="bash, zsh or fish")
    print(SCRIPTS[parser.parse(words).shell].lstrip(), end="")
    return CLEAN
