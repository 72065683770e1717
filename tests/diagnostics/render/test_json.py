import json
import re
from pathlib import Path

from mfc.diagnostics import Finding
from mfc.diagnostics.codes import CODES
from mfc.diagnostics.render.json import render

ROOT = Path(__file__).parents[3]


def test_a_finding_is_an_object(findings: list[Finding]) -> None:
    whole = json.loads(render(findings))
    assert (whole["version"], whole["summary"]) == (1, {"errors": 2, "warnings": 1})
    place = {"start": {"line": 1, "column": 6, "offset": 5}, "end": {"line": 1, "column": 8, "offset": 7}}
    assert whole["findings"][0] == {
        "code": "MF103",
        "severity": "error",
        "title": "unexpected character",
        "message": "`:=` is 100% wrong",
        "label": "write `=`",
        "help": "or\nnot",
        "url": "docs/errors/MF103.md",
        "file": "specs/a b.mf",
        "span": place,
        "fixes": [{"title": "write `=`", "file": "specs/a b.mf", "span": place, "replacement": "="}],
        "related": [],
    }


def test_a_related_place_may_be_in_another_file(findings: list[Finding]) -> None:
    (related,) = json.loads(render(findings))["findings"][1]["related"]
    assert (related["message"], related["file"]) == ("here first", "other.mf")
    assert related["span"]["start"] == {"line": 2, "column": 5, "offset": 12}


def test_no_finding_is_an_empty_list() -> None:
    assert json.loads(render([])) == {"version": 1, "findings": [], "summary": {"errors": 0, "warnings": 0}}


def test_every_key_is_documented(findings: list[Finding]) -> None:
    text = (ROOT / "docs" / "output.md").read_text(encoding="utf-8").partition("## JSON")[2]
    documented = set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))
    assert _keys(json.loads(render(findings))) == documented


def test_the_page_of_every_code_is_where_its_url_says() -> None:
    assert all((ROOT / code.url).is_file() for code in CODES.values())


def _keys(value: object) -> set[str]:
    match value:
        case dict():
            return {*value, *(key for part in value.values() for key in _keys(part))}
        case list():
            return {key for part in value for key in _keys(part)}
    return set()
