"""What the schema of SARIF 2.1.0 requires, as far as we write it; no package ships the schema itself."""

import json
import re
from typing import Any

from mfc import __version__
from mfc.diagnostics import Finding
from mfc.diagnostics.render.sarif import render
from mfc.source import Source

REQUIRED = {
    "log": {"version", "runs"},
    "run": {"tool"},
    "driver": {"name"},
    "rule": {"id"},
    "result": {"message"},
    "fix": {"artifactChanges"},
    "change": {"artifactLocation", "replacements"},
    "replacement": {"deletedRegion"},
}
ALLOWED = {
    "log": {"$schema", "version", "runs"},
    "run": {"tool", "columnKind", "results"},
    "driver": {"name", "version", "rules"},
    "rule": {"id", "shortDescription", "help", "defaultConfiguration"},
    "result": {"ruleId", "ruleIndex", "level", "message", "locations", "relatedLocations", "fixes"},
    "fix": {"description", "artifactChanges"},
    "change": {"artifactLocation", "replacements"},
    "replacement": {"deletedRegion", "insertedContent"},
}
URI_REFERENCE = re.compile(r"(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-F]{2})*")


def holds(value: dict[str, Any], kind: str) -> dict[str, Any]:
    """Return an object that has what is required, and nothing that is not allowed."""
    assert REQUIRED[kind] <= value.keys() <= ALLOWED[kind]
    return value


def run_of(findings: list[Finding]) -> dict[str, Any]:
    """Return the only run of a log whose structure has been checked."""
    log = holds(json.loads(render(findings)), "log")
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = [holds(rule, "rule") for rule in holds(holds(run, "run")["tool"]["driver"], "driver")["rules"]]
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
    for result in run["results"]:
        check_result(holds(result, "result"), rules)
    return dict(run)


def check_result(result: dict[str, Any], rules: list[dict[str, Any]]) -> None:
    assert result["message"]["text"]
    assert result["level"] in {"none", "note", "warning", "error"}
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    for location in [*result["locations"], *result.get("relatedLocations", [])]:
        check_place(location["physicalLocation"])
    for fix in result.get("fixes", []):
        for change in holds(fix, "fix")["artifactChanges"]:
            assert holds(change, "change")["replacements"]
            for replacement in change["replacements"]:
                check_region(holds(replacement, "replacement")["deletedRegion"])


def check_place(place: dict[str, Any]) -> None:
    assert URI_REFERENCE.fullmatch(place["artifactLocation"]["uri"])
    check_region(place["region"])


def check_region(region: dict[str, int]) -> None:
    assert region.keys() == {"startLine", "startColumn", "endLine", "endColumn"}
    assert min(region.values()) >= 1
    assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])


def test_findings_are_results_of_a_run(findings: list[Finding]) -> None:
    run = run_of(findings)
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("mfc", __version__)
    assert [rule["id"] for rule in driver["rules"]] == ["MF103", "MF202", "MF603"]
    assert [(one["ruleId"], one["level"]) for one in run["results"]] == [
        ("MF103", "error"),
        ("MF202", "error"),
        ("MF603", "warning"),
    ]


def test_a_fix_is_a_replacement(findings: list[Finding]) -> None:
    (fix,) = run_of(findings)["results"][0]["fixes"]
    (change,) = fix["artifactChanges"]
    assert change == {
        "artifactLocation": {"uri": "specs/a%20b.mf"},
        "replacements": [
            {
                "deletedRegion": {"startLine": 1, "startColumn": 6, "endLine": 1, "endColumn": 8},
                "insertedContent": {"text": "="},
            }
        ],
    }


def test_a_related_place_may_be_in_another_file(findings: list[Finding]) -> None:
    (related,) = run_of(findings)["results"][1]["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"] == {"uri": "other.mf"}
    assert related["message"] == {"text": "here first"}


def test_no_finding_is_a_run_without_results() -> None:
    assert run_of([])["results"] == []


def test_absolute_paths_and_the_standard_input_are_uris(findings: list[Finding]) -> None:
    for name, uri in {"/tmp/é.mf": "file:///tmp/%C3%A9.mf", "<stdin>": "%3Cstdin%3E"}.items():
        finding = findings[2]._replace(source=Source(name, findings[2].source.text))
        place = run_of([finding])["results"][0]["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == uri
