import json
from pathlib import Path

import pytest
from pages import PAGES, lay, page

from mfc.cli.main import main
from mfc.diagnostics.codes import CODES, Code, Severity

EVERY_CODE = pytest.mark.parametrize("code", CODES.values(), ids=CODES)


class Check:
    """Checks a form of a page's example as `mfc check` does, among the files that it speaks of."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.monkeypatch, self.capsys = folder / "specs", monkeypatch, capsys

    def codes(self, code: Code, form: str) -> list[str]:
        command = lay(code, form, self.folder)
        self.monkeypatch.chdir(self.folder)
        main([*command, "--format", "json"])
        return [finding["code"] for finding in json.loads(self.capsys.readouterr().out)["findings"]]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Check:
    return Check(tmp_path, monkeypatch, capsys)


@EVERY_CODE
def test_a_page_has_the_title_of_its_code_and_one_to_three_paragraphs(code: Code) -> None:
    found = page(code)
    assert (found["id"], found["title"]) == (code.id, code.title)
    assert 1 <= len(found["explanation"].split("\n\n")) <= 3


@EVERY_CODE
def test_the_example_gives_the_finding_and_no_other(code: Code, check: Check) -> None:
    assert set(check.codes(code, "failing")) == {code.id}


@EVERY_CODE
def test_the_mended_example_gives_none(code: Code, check: Check) -> None:
    assert check.codes(code, "mended") == []


def test_there_is_no_page_without_a_code() -> None:
    assert {path.stem for path in PAGES.iterdir()} <= set(CODES)


def test_a_code_says_by_its_number_whether_it_is_a_warning() -> None:
    assert {code.id for code in CODES.values() if code.severity is Severity.WARNING} == {
        code_id for code_id in CODES if code_id.startswith("MF6")
    }
