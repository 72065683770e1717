"""How each kind of finding looks on a terminal: `UPDATE_SNAPSHOTS=1 pytest tests/diagnostics` writes these anew."""

from pathlib import Path

import pytest
from pages import lay, page
from snapshots import expect

from mfc.cli.main import main
from mfc.diagnostics.codes import CODES, Code

FINDINGS = Path(__file__).parent / "findings"


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_a_finding_of_each_code_is_shown_as_kept(
    code: Code, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command = lay(code, "failing", tmp_path / "specs")
    monkeypatch.chdir(tmp_path / "specs")
    main(command)
    shown = f"$ mfc {' '.join(command)}\n{capsys.readouterr().out}"
    assert f"[{code.id}]: " in shown
    expect(f"{page(code)['failing']}\n\n{shown}", FINDINGS / f"{code.id}.txt")


def test_what_is_kept_is_of_a_code() -> None:
    assert {path.stem for path in FINDINGS.iterdir()} == set(CODES)
