import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from written import writing_of

from mfc.cli.check import FORMATS

Run = Callable[..., Any]

MENDABLE = """\
tournament trial
seed = 3
data mock.regression { n_samples = 100, n_features = 4 }
model ridge: Ridge { alhpa in [0.1, 1.0] }
"""


def test_a_specification_without_findings_is_said_to_be_so(specs: Path, run: Run) -> None:
    assert run("check", "good.mf") == (0, "no findings\n", "")


def test_findings_are_shown_where_they_are(specs: Path, run: Run) -> None:
    ran = run("check", "wrong.mf")
    assert (ran.status, ran.err) == (1, "")
    lines = ran.out.splitlines()
    assert lines[0].startswith("error[MF203]: `Ridge` has no argument `alhpa`")
    assert lines[1:4] == [" --> wrong.mf:3:22", "  |", "3 | model ridge: Ridge { alhpa in [0.1, 1.0] }"]
    assert lines[4].startswith("  |                      ^^^^^")
    assert lines[-1] == "1 error"
    assert "`alpha`" in ran.out


def test_warnings_are_shown_and_let_pass(specs: Path, run: Run) -> None:
    ran = run("check", "warned.mf")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("warning[MF602]: ")
    assert ran.out.endswith("\n\n1 warning\n")


def test_checking_writes_nothing(specs: Path, run: Run) -> None:
    before = sorted(specs.iterdir())
    run("check", "good.mf")
    assert sorted(specs.iterdir()) == before


def test_an_unreadable_file_alone_is_not_called_clean(specs: Path, run: Run) -> None:
    assert run("check", "missing.mf") == (2, "", "mfc: cannot read `missing.mf`: no such file\n")


def test_the_standard_input_is_checked(specs: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(Path("wrong.mf").read_bytes())))
    ran = run("check", "--format", "concise", "-")
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.startswith("<stdin>:3:22: error[MF203]: ")


def test_directories_are_walked(specs: Path, run: Run) -> None:
    ran = run("check", "--format", "concise", ".")
    assert ran.status == 1
    assert [line.partition(":")[0] for line in ran.out.splitlines()] == ["warned.mf", "wrong.mf"]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_has_the_finding_and_the_same_status(specs: Path, run: Run, form: str) -> None:
    ran = run("check", "--format", form, "wrong.mf", "warned.mf")
    assert (ran.status, ran.err) == (1, "")
    assert "MF203" in ran.out
    assert "MF602" in ran.out
    if form in {"json", "sarif"}:
        json.loads(ran.out)


@pytest.mark.parametrize("form", ["concise", "github"])
def test_without_findings_lists_are_empty(specs: Path, run: Run, form: str) -> None:
    assert run("check", "--format", form, "good.mf") == (0, "", "")


def test_an_unknown_format_is_a_complaint(specs: Path, run: Run) -> None:
    ran = run("check", "--format", "xml", "good.mf")
    assert (ran.status, ran.out) == (2, "")
    assert "invalid choice: 'xml'" in ran.err


@pytest.mark.parametrize(
    ("options", "is_given"),
    [
        (["--ignore", "MF602"], False),
        (["--ignore", "MF601,mf602"], False),
        (["--ignore", "MF601", "--ignore", "MF6"], False),
        (["--ignore", "MF603"], True),
        (["--select", "MF602"], True),
        (["--select", "MF601, MF603"], False),
        (["--select", "MF6", "--ignore", "MF602"], False),
    ],
)
def test_warnings_are_selected_and_ignored(specs: Path, run: Run, options: list[str], is_given: bool) -> None:
    ran = run("check", *options, "warned.mf")
    assert (ran.status, ran.err) == (0, "")
    assert ("MF602" in ran.out) is is_given
    assert run("check", *options, "wrong.mf").status == 1


@pytest.mark.parametrize(
    ("option", "complaint"),
    [
        (["--ignore", "MF6O2"], "unknown code `MF6O2`; did you mean `MF602`"),
        (["--ignore", "MF203"], "`MF203` cannot be ignored: it is an error"),
        (["--select", ""], "unknown code ``"),
    ],
)
def test_codes_are_checked(specs: Path, run: Run, option: list[str], complaint: str) -> None:
    ran = run("check", *option, "warned.mf")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"mfc: {complaint}")


def test_strict_lets_warnings_fail(specs: Path, run: Run) -> None:
    assert run("check", "--strict", "warned.mf").status == 1
    assert run("check", "--strict", "--ignore", "MF602", "warned.mf").status == 0


def test_the_project_can_settle_all_of_it(specs: Path, run: Run) -> None:
    Path("pyproject.toml").write_text('[tool.mfc]\nignore = ["MF602"]\nexclude = ["wrong.mf"]\n')
    assert run("check", ".") == (0, "no findings\n", "")
    assert run("check", "wrong.mf").status == 1
    assert run("check", "--ignore", "MF601", "warned.mf").out.startswith("warning[MF602]: ")
    assert run("compile", "warned.mf").err == ""


def test_settings_that_are_wrong_are_a_complaint(specs: Path, run: Run) -> None:
    Path("pyproject.toml").write_text('[tool.mfc]\nignored = ["MF602"]\n')
    ran = run("check", "good.mf")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.endswith("pyproject.toml`: unknown key `ignored` in [tool.mfc]; did you mean `ignore`?\n")


def test_fixes_are_carried_out_and_told(specs: Path, run: Run) -> None:
    Path("trial.mf").write_text(MENDABLE)
    ran = run("check", "--fix", "--format", "concise", "trial.mf", "good.mf")
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.splitlines() == [
        "fixed trial.mf:1:12: MF212: write `Trial`",
        "fixed trial.mf:2:6: MF101: remove `=`",
        "trial.mf:4:22: error[MF203]: `Ridge` has no argument `alhpa`",
    ]
    assert Path("trial.mf").read_text() == MENDABLE.replace("trial", "Trial").replace("seed =", "seed")


def test_programs_read_findings_alone(specs: Path, run: Run) -> None:
    Path("trial.mf").write_text(MENDABLE)
    ran = run("check", "--fix", "--format", "json", "trial.mf")
    assert [one["code"] for one in json.loads(ran.out)["findings"]] == ["MF203"]
    assert ran.err.startswith("fixed trial.mf:1:12: ")


def test_without_a_fix_nothing_is_written(specs: Path, run: Run) -> None:
    before = writing_of("wrong.mf")
    run("check", "--fix", "wrong.mf")
    assert writing_of("wrong.mf") == before


def test_mended_files_are_written_all_or_none(specs: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.mf", "b.mf"):
        Path(name).write_text(MENDABLE)
    opened = Path.open

    def refuse(path: Path, *arguments: Any, **options: Any) -> Any:
        if len(list(specs.glob(".mfc-*/*"))) == 1:
            raise OSError(28, "No space left on device")
        return opened(path, *arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        assert run("check", "--fix", "a.mf", "b.mf") == (2, "", "mfc: cannot write `b.mf`: no space left on device\n")
    assert Path("a.mf").read_text() == MENDABLE


def test_the_standard_input_cannot_be_mended(run: Run) -> None:
    ran = run("check", "--fix", "-")
    assert (ran.status, ran.err) == (2, "mfc: --fix cannot change the standard input; see `mfc check --help`\n")


def test_imports_are_looked_at_on_request_alone(specs: Path, run: Run) -> None:
    Path("features.py").write_text("open('imported', 'w')\nclass Clip:\n    def __init__(self, lower=0): ...\n")
    preprocess = "preprocess { numeric -> features.Clip(lowr = 1) }\n"
    Path("own.mf").write_text(Path("good.mf").read_text() + preprocess)
    assert run("check", "own.mf").status == 0
    assert not Path("imported").exists()
    ran = run("check", "--imports", "--format", "concise", "own.mf")
    assert (ran.status, ran.err) == (1, "")
    assert ran.out == "own.mf:4:39: error[MF452]: `features.Clip` takes no argument `lowr`\n"
    assert Path("imported").exists()


def test_findings_in_an_included_file_name_it(specs: Path, run: Run) -> None:
    Path("parts").mkdir()
    Path("parts/models.mf").write_text("model lasso: Lasso { alhpa in [1, 2] }\n")
    Path("parts/whole.mf").write_text(Path("good.mf").read_text() + 'include "models.mf"\n')
    ran = run("check", "parts/whole.mf")
    assert ran.status == 1
    assert ran.out.splitlines()[1] == " --> parts/models.mf:1:22"


def test_an_included_file_may_be_empty_but_has_to_be_there(specs: Path, run: Run) -> None:
    Path("empty.mf").write_text("# nothing yet\n")
    Path("whole.mf").write_text(Path("good.mf").read_text() + 'include "empty.mf"\n')
    assert run("check", "whole.mf").out == "no findings\n"
    Path("empty.mf").write_bytes(b"\xff")
    assert "MF220]: cannot read `empty.mf`: not UTF-8 (byte 0xff" in run("check", "whole.mf").out
    Path("empty.mf").unlink()
    assert "MF220]: cannot read `empty.mf`: no such file" in run("check", "whole.mf").out


@pytest.fixture
def parts(specs: Path) -> Path:
    """Two specifications that share a file with an error and a mistake that can be mended."""
    parts = specs / "parts"
    parts.mkdir()
    (parts / "shared.mf").write_text("let unused := 1\nmodel lasso: Lasso { alhpa in [1, 2] }\n")
    for name in ("one.mf", "two.mf"):
        (parts / name).write_text(Path("good.mf").read_text() + 'include "shared.mf"\n')
    return parts


def test_what_is_included_is_checked_with_what_includes_it(parts: Path, run: Run) -> None:
    ran = run("check", "--format", "concise", "parts")
    assert ran.status == 1
    assert [line.split(" ")[:2] for line in ran.out.splitlines()] == [
        ["parts/shared.mf:1:12:", "error[MF103]:"],
        ["parts/shared.mf:2:22:", "error[MF203]:"],
    ]


def test_files_that_include_each_other_are_not_passed_over(parts: Path, run: Run) -> None:
    (parts / "shared.mf").write_text('include "one.mf"\n')
    (parts / "two.mf").unlink()
    ran = run("check", "--format", "concise", "parts")
    assert ran.status == 1
    assert "error[MF221]" in ran.out


def test_what_is_included_is_mended_once(parts: Path, run: Run) -> None:
    ran = run("check", "--fix", "--format", "concise", "parts")
    assert ran.out.splitlines()[0] == "fixed parts/shared.mf:1:12: MF103: write `=`"
    assert (parts / "shared.mf").read_text().startswith("let unused = 1\n")
    assert [line.split(" ")[1] for line in ran.out.splitlines()[1:]] == ["error[MF203]:"]


def test_a_target_is_checked_for_when_it_is_named(specs: Path, run: Run) -> None:
    assert run("check", "good.mf") == (0, "no findings\n", "")
    ran = run("check", "--target", "argo", "good.mf")
    assert ran.status == 0
    assert "warning[MF654]" in ran.out


def test_an_unknown_target_is_a_complaint(specs: Path, run: Run) -> None:
    assert run("check", "--target", "argos", "good.mf") == (
        2,
        "",
        "mfc: unknown target `argos`; did you mean `argo`?\n",
    )
