from pathlib import Path

from mfc.diagnostics.codes import CODES
from mfc.pages import documents, main

ERRORS = Path(__file__).parents[1] / "docs" / "errors"


def test_the_documentation_is_up_to_date() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in ERRORS.iterdir()}
    assert committed == dict(documents()), "run `python -m mfc.pages`"


def test_a_page_shows_what_is_said_of_its_example() -> None:
    text = dict(documents())["MF203.md"]
    assert "`mfc check` reports:\n\n```\nerror[MF203]: `RandomForestRegressor` has no argument" in text
    assert text.index("Fixed:") > text.index("error[MF203]")


def test_the_index_names_every_code() -> None:
    index = dict(documents())["README.md"]
    for code in CODES.values():
        assert f"| [{code.id}]({code.id}.md) | {code.severity.value} | {code.title} |" in index


def test_what_is_of_no_use_any_more_is_removed(tmp_path: Path) -> None:
    (tmp_path / "MF999.md").touch()
    main(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"README.md", *(f"{code}.md" for code in CODES)}
