import os
from pathlib import Path

import pytest

from mfc.templates.library.sending import at_hand, send_along

SETTING = "METAFLOW_PACKAGE_SUFFIXES"


@pytest.fixture
def rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(SETTING, "")  # so that it is put back when the test is over
    monkeypatch.delenv(SETTING)
    file = tmp_path / "rows.csv"
    file.write_text("x,y\n1,2\n", encoding="ascii")
    return file


def test_a_small_file_is_packaged_with_the_code(rows: Path) -> None:
    send_along(str(rows), at_most=8)
    assert os.environ[SETTING] == ".py,.R,.RDS,rows.csv"


def test_what_the_user_packages_is_packaged_too(rows: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, ".py,.sql")
    send_along(str(rows), at_most=8)
    assert os.environ[SETTING] == ".py,.sql,rows.csv"


def test_a_large_file_or_none_is_not(rows: Path) -> None:
    send_along(str(rows), at_most=7)
    send_along(str(rows.with_name("other.csv")), at_most=8)
    send_along(str(rows.parent), at_most=1_000_000)
    assert SETTING not in os.environ


def test_a_file_that_is_here_and_an_address(rows: Path) -> None:
    for given in (str(rows), str(rows.parent), "s3://bucket/rows.csv"):
        assert at_hand(given) == given


def test_a_file_that_is_not_here(rows: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"other.csv is not on this machine: .* --data s3://bucket/file"):
        at_hand(str(rows.with_name("other.csv")))
