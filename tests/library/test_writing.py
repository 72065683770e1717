from pathlib import Path

import pytest

from mfc.templates.library.writing import write_results


def test_files_are_written_whole_into_a_folder_and_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "results" / "7"
    for content in (b"first", b"second"):
        write_results(folder, {"summary.txt": content, "all-scores.png": b"\x89PNG"})
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        "summary.txt": b"second",
        "all-scores.png": b"\x89PNG",
    }
    assert capsys.readouterr().out.splitlines()[:2] == [str(folder / "summary.txt"), str(folder / "all-scores.png")]
