import ast
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from stamps import of_first_version

from mfc.emit import header
from mfc.emit.header import recognise, spec_digest

Run = Callable[..., Any]


def test_the_flow_is_written_beside_its_specification(specs: Path, run: Run) -> None:
    Path("sub").mkdir()
    Path("good.mf").rename("sub/good.mf")
    assert run("compile", "sub/good.mf") == (
        0,
        "wrote sub/good_flow.py; run it with: python sub/good_flow.py run\n",
        "",
    )
    flow = Path("sub/good_flow.py").read_text()
    ast.parse(flow)
    stamp = recognise(flow)
    assert stamp is not None
    assert (stamp.spec, stamp.edited) == ("good.mf", False)
    assert stamp.spec_digest == spec_digest(Path("sub/good.mf").read_text())


def test_compiling_again_changes_nothing(specs: Path, run: Run) -> None:
    run("compile", "good.mf")
    before = Path("good_flow.py").stat().st_mtime_ns
    assert run("compile", "good.mf").out == "good_flow.py is up to date; run it with: python good_flow.py run\n"
    assert Path("good_flow.py").stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("output", "target"),
    [("mine.py", "mine.py"), ("sub", "sub/good_flow.py"), ("sub/", "sub/good_flow.py"), ("sub/a.py", "sub/a.py")],
)
def test_the_output_is_a_file_or_a_directory(specs: Path, run: Run, output: str, target: str) -> None:
    Path("sub").mkdir()
    assert run("compile", "good.mf", "-o", output).out.startswith(f"wrote {target}; ")
    assert recognise(Path(target).read_text()) is not None


def test_the_command_to_run_a_flow_can_be_pasted(specs: Path, run: Run) -> None:
    Path("good.mf").rename("so good.mf")
    assert run("compile", "so good.mf").out.endswith("python 'so good_flow.py' run\n")


@pytest.mark.parametrize("output", ["missing/", "missing/x.py"])
def test_a_missing_directory_is_a_complaint(specs: Path, run: Run, output: str) -> None:
    ran = run("compile", "good.mf", "--output", output)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("mfc: cannot write `missing/")
    assert ran.err.endswith("there is no directory `missing`\n")


def test_errors_keep_every_flow_from_being_written(specs: Path, run: Run) -> None:
    ran = run("compile", "good.mf", "wrong.mf")
    assert (ran.status, ran.out) == (1, "")
    assert "error[MF203]" in ran.err
    assert not list(specs.glob("*.py"))


def test_warnings_do_not(specs: Path, run: Run) -> None:
    ran = run("compile", "warned.mf")
    assert ran.status == 0
    assert "warning[MF602]" in ran.err
    assert ran.out.startswith("wrote warned_flow.py;")


def test_two_specifications_never_share_a_flow(specs: Path, run: Run) -> None:
    ran = run("compile", "good.mf", "warned.mf", "-o", "one.py")
    assert ran.status == 2
    assert ran.err.endswith("mfc: `good.mf` and `warned.mf` would both become `one.py`\n")
    assert not list(specs.glob("*.py"))


def test_somebodys_own_file_is_left_alone(specs: Path, run: Run) -> None:
    Path("good_flow.py").write_text("print('mine')\n")
    ran = run("compile", "good.mf")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == ("mfc: will not replace `good_flow.py`: it was not written by mfc; move it away or delete it\n")
    assert Path("good_flow.py").read_text() == "print('mine')\n"


def test_edits_are_shown_and_kept(specs: Path, run: Run) -> None:
    flow = edited(run)
    ran = run("compile", "good.mf")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("--- good_flow.py as compiled\n+++ good_flow.py as edited\n@@ ")
    assert "\n-SEED = 0\n+SEED = 99\n" in ran.err
    assert ran.err.endswith(
        "mfc: will not replace `good_flow.py`: it was edited since mfc wrote it; `--force` discards the edits\n"
    )
    assert "SEED = 99" in flow.read_text()


def test_edits_cannot_be_shown_once_the_specification_has_changed(specs: Path, run: Run) -> None:
    edited(run)
    Path("good.mf").write_text(Path("good.mf").read_text() + "seed 5\n")
    ran = run("compile", "good.mf")
    assert ran.status == 2
    assert "cannot tell which lines of `good_flow.py` were edited" in ran.err
    assert "@@" not in ran.err


def test_edits_are_discarded_by_force(specs: Path, run: Run) -> None:
    flow = edited(run)
    assert run("compile", "good.mf", "--force").out.startswith("wrote good_flow.py;")
    assert "SEED = 0" in flow.read_text()


def test_all_files_that_stand_in_the_way_are_named(specs: Path, run: Run) -> None:
    edited(run)
    Path("warned_flow.py").write_text("mine")
    ran = run("compile", "good.mf", "warned.mf", "--force")
    assert ran.status == 2
    assert ran.err.count("will not replace") == 1
    ran = run("compile", "good.mf", "warned.mf")
    assert ran.err.count("will not replace") == 2
    assert Path("warned_flow.py").read_text() == "mine"


def test_checking_names_what_is_behind(specs: Path, run: Run) -> None:
    for name in ("missing", "stale", "edited", "foreign", "current"):
        Path(f"{name}.mf").write_text(Path("good.mf").read_text())
    run("compile", "stale.mf", "edited.mf", "current.mf")
    Path("stale.mf").write_text(Path("good.mf").read_text() + "seed 5\n")
    Path("edited_flow.py").write_text(Path("edited_flow.py").read_text() + "# mine\n")
    Path("foreign_flow.py").write_text("mine")
    before = {path: path.read_text() for path in specs.iterdir()}
    ran = run("compile", "--check", "missing.mf", "stale.mf", "edited.mf", "foreign.mf", "current.mf")
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.splitlines() == [
        "missing_flow.py is missing",
        "stale_flow.py is stale: the specification has changed since",
        "edited_flow.py was edited by hand",
        "foreign_flow.py was not written by mfc",
    ]
    assert {path: path.read_text() for path in specs.iterdir()} == before


def test_a_flow_of_other_templates_is_named(specs: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("compile", "good.mf")
    monkeypatch.setattr(header, "TEMPLATES", header.TEMPLATES + 1)
    ran = run("compile", "--check", "good.mf")
    assert (ran.status, ran.out) == (1, "good_flow.py was made by the templates of another version of mfc\n")


def test_what_is_up_to_date_passes_the_check(specs: Path, run: Run) -> None:
    run("compile", "good.mf", "warned.mf")
    assert run("compile", "--check", "good.mf") == (0, "good_flow.py is up to date\n", "")
    Path("good_flow.py").write_text(Path("good_flow.py").read_text(), newline="\r\n")
    ran = run("compile", "--check", "good.mf", "warned.mf")
    assert (ran.status, ran.out) == (0, "2 flows are up to date\n")


def test_the_difference_is_shown(specs: Path, run: Run) -> None:
    ran = run("compile", "--diff", "good.mf")
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.startswith("--- /dev/null\n+++ good_flow.py\n")
    assert not Path("good_flow.py").exists()
    run("compile", "good.mf")
    assert run("compile", "--diff", "good.mf") == (0, "", "")
    Path("good.mf").write_text(Path("good.mf").read_text() + "seed 5\n")
    difference = run("compile", "--diff", "good.mf").out.splitlines()
    assert {"-SEED = 0", "+SEED = 5"} < set(difference)


def test_a_flow_is_printed(specs: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    stamp = recognise(run("compile", "good.mf", "--stdout").out)
    assert stamp is not None
    assert (stamp.spec, stamp.edited) == ("good.mf", False)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(Path("good.mf").read_bytes())))
    flow = run("compile", "-", "--stdout").out
    stamp = recognise(flow)
    assert stamp is not None
    assert (stamp.spec_name, stamp.edited) == ("<stdin>", False)
    assert "python tournament_flow.py run" in flow
    assert not list(specs.glob("*.py"))


def test_the_standard_input_can_become_a_file(specs: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(Path("good.mf").read_bytes())))
    assert run("compile", "-", "-o", "mine.py").out.startswith("wrote mine.py;")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["-"], "compiling the standard input needs --stdout or -o FILE"),
        (["-", "--watch", "-o", "x.py"], "compiling the standard input needs --stdout or -o FILE"),
        (["good.mf", "warned.mf", "--stdout"], "--stdout prints one flow, of one specification"),
        (["good.mf", "warned.mf", "--watch", "-o", "x.py"], "two specifications would become one flow"),
        (["good.mf", "--check", "--diff"], "argument --diff: not allowed with argument --check"),
    ],
)
def test_what_does_not_go_together_is_refused(specs: Path, run: Run, words: list[str], complaint: str) -> None:
    assert run("compile", *words) == (2, "", f"mfc: {complaint}; see `mfc compile --help`\n")


def edited(run: Run) -> Path:
    run("compile", "good.mf")
    flow = Path("good_flow.py")
    flow.write_text(flow.read_text().replace("SEED = 0\n", "SEED = 99\n"))
    return flow


def test_a_specification_is_never_overwritten(specs: Path, run: Run) -> None:
    before = Path("good.mf").read_text()
    assert run("compile", "good.mf", "-o", "good.mf").status == 2
    assert Path("good.mf").read_text() == before


@pytest.mark.parametrize("name", ['we ird\n".mf', "it's.mf", '"""\nimport os\n""".mf', "\x1b[2J.mf", "été 界.mf"])
def test_a_hostile_file_name_does_no_harm(specs: Path, run: Run, name: str) -> None:
    run("compile", "good.mf", "-o", "plain_flow.py")
    Path("good.mf").rename(name)
    ran = run("compile", name, "-o", "odd_flow.py")
    assert ran.status == 0
    plain, odd = (ast.parse(Path(file).read_text()) for file in ("plain_flow.py", "odd_flow.py"))
    assert [ast.dump(statement) for statement in odd.body[1:]] == [ast.dump(statement) for statement in plain.body[1:]]


def test_the_companion_that_predicts_is_a_flow_like_the_other(specs: Path, run: Run) -> None:
    assert run("compile", "--predict", "good.mf") == (
        0,
        "wrote good_predict_flow.py; run it with: python good_predict_flow.py run\n",
        "",
    )
    assert not Path("good_flow.py").exists()
    assert run("compile", "--predict", "--check", "good.mf").status == 0
    assert run("compile", "--predict", "--stdout", "good.mf").out == Path("good_predict_flow.py").read_text()
    with Path("good_predict_flow.py").open("a") as flow:
        flow.write("# mine\n")
    assert run("compile", "--predict", "--diff", "good.mf").out.endswith("-# mine\n")
    assert run("compile", "--predict", "good.mf").status == 2
    assert run("compile", "--predict", "--check", "good.mf").out == "good_predict_flow.py was edited by hand\n"


def test_an_unedited_flow_of_the_previous_version_is_upgraded(specs: Path, run: Run) -> None:
    run("compile", "good.mf")
    flow, path = Path("good_flow.py").read_text(), Path("good_flow.py")
    old = of_first_version(flow)
    path.write_text(old)
    checked = run("compile", "--check", "good.mf")
    assert checked.out == "good_flow.py was made by the templates of another version of mfc\n"
    difference = run("compile", "--diff", "good.mf")
    assert (difference.status, difference.err) == (1, "")
    assert "\n-# mfc: spec good.mf " in difference.out
    said = "wrote good_flow.py, upgraded from templates 1; run it with: python good_flow.py run\n"
    assert run("compile", "good.mf") == (0, said, "")
    assert path.read_text() == flow
    path.write_text(f"{old}# mine\n")
    ran = run("compile", "good.mf")
    assert ran.status == 2
    assert "it was edited since mfc wrote it" in ran.err
    assert path.read_text() == f"{old}# mine\n"
