import re
from collections.abc import Callable
from pathlib import Path

import pytest

import mfc
from mfc.cli.imports import check_imports
from mfc.diagnostics.codes import CODES, Code, Severity
from mfc.pipeline import Compilation
from mfc.source import Source

PAGES = Path(mfc.__file__).parent / "diagnostics" / "pages"
FORM = re.compile(
    r"# (?P<id>MF\d{3}): (?P<title>[^\n]+)\n\n(?P<explanation>.+?)\n\n```mf\n(?P<failing>.+?)\n```\n\n"
    r"Mended:\n\n```mf\n(?P<mended>.+?)\n```\n",
    re.DOTALL,
)
FoundIn = Callable[[str, re.Match[str]], list[Code]]
EVERY_CODE = pytest.mark.parametrize("code", CODES.values(), ids=CODES)


def page(code: Code) -> re.Match[str]:
    found = FORM.fullmatch((PAGES / f"{code.id}.md").read_text(encoding="utf-8"))
    assert found
    return found


INCLUDED = {"models.mf": "model lasso: Lasso { alpha in [1, 2] }\n", "seeded.mf": "seed 1\n"}


def read(name: str) -> Source:
    if name not in INCLUDED:
        raise FileNotFoundError(name)
    return Source(name, INCLUDED[name])


@pytest.fixture
def found_in(tmp_path: Path) -> FoundIn:
    """Check a form of a page's example beside a module `features`, for the target that the page speaks of, if any."""
    (tmp_path / "features.py").write_text("class Clip:\n    def __init__(self, lower=0, upper=1): ...\n")

    def check(form: str, found: re.Match[str]) -> list[Code]:
        target = re.search(r"--target ([\w-]+)", found["explanation"])
        source = Source(str(tmp_path / "example.mf"), found[form])
        compilation = Compilation(source, lambda name: read(Path(name).name), target[1] if target else None)
        imported = check_imports(compilation) if "--imports" in found["explanation"] else ()
        return [diagnostic.code for diagnostic in (*compilation.diagnostics, *imported)]

    return check


@EVERY_CODE
def test_a_page_has_the_title_of_its_code_and_one_to_three_paragraphs(code: Code) -> None:
    found = page(code)
    assert (found["id"], found["title"]) == (code.id, code.title)
    assert 1 <= len(found["explanation"].split("\n\n")) <= 3


@EVERY_CODE
def test_the_example_gives_the_finding_and_no_other(code: Code, found_in: FoundIn) -> None:
    assert set(found_in("failing", page(code))) == {code}


@EVERY_CODE
def test_the_mended_example_gives_none(code: Code, found_in: FoundIn) -> None:
    assert found_in("mended", page(code)) == []


def test_there_is_no_page_without_a_code() -> None:
    assert {path.stem for path in PAGES.iterdir()} <= set(CODES)


def test_a_code_says_by_its_number_whether_it_is_a_warning() -> None:
    assert {code.id for code in CODES.values() if code.severity is Severity.WARNING} == {
        code_id for code_id in CODES if code_id.startswith("MF6")
    }
