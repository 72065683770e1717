import re
from pathlib import Path

from mfc.cli.main import COMMANDS

HOOKS = (Path(__file__).parents[1] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")


def test_every_hook_runs_a_command_on_specifications() -> None:
    hooks = HOOKS.split("- id: ")[1:]
    assert [hook.partition("\n")[0] for hook in hooks] == ["mfc-check", "mfc-fmt", "mfc-compile"]
    for hook in hooks:
        entry = re.search(r"^  entry: mfc (\w+)", hook, re.MULTILINE)
        assert entry
        assert entry[1] in COMMANDS
        assert "  language: python\n" in hook
        assert "  files: \\.mf$\n" in hook
