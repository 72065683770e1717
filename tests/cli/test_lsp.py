import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

MFC = Path(sys.executable).with_name("mfc")


def test_without_pygls_it_says_what_to_install(run: Callable[..., object], monkeypatch: pytest.MonkeyPatch) -> None:
    for module in [name for name in sys.modules if name.startswith(("pygls.", "mfc.lsp."))]:
        monkeypatch.delitem(sys.modules, module)  # another test may have imported it
    monkeypatch.setitem(sys.modules, "pygls", None)
    ran = run("lsp")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == ("mfc: the language server needs pygls; install it with: pip install 'metaflow-mfc[lsp]'\n")


def test_it_ends_with_its_input() -> None:
    ran = subprocess.run([MFC, "lsp", "--stdio"], stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"", b"")


def test_what_is_no_message_is_survived() -> None:
    ran = subprocess.run([MFC, "lsp"], input=b"Content-Length: 3\r\n\r\n{]}", capture_output=True, timeout=60)
    assert ran.returncode == 0
    assert b"Traceback" not in ran.stderr


def test_checking_does_not_load_the_server() -> None:
    code = "import sys; from mfc.cli.main import main; main(['check', 'none.mf']); print([*sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "pygls" not in ran.stdout
    assert "mfc.ide" not in ran.stdout
