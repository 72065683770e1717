from pathlib import Path

import pytest
from editing import EDITORS

from mfc.editors import GRAMMARS, Grammar, Hole, main, with_words


@pytest.mark.parametrize("file", GRAMMARS)
def test_the_grammars_of_the_editors_are_up_to_date(file: str) -> None:
    text = (EDITORS / file).read_text()
    assert with_words(GRAMMARS[file], text) == text


@pytest.mark.parametrize("file", GRAMMARS)
def test_words_that_are_missing_are_put_in(file: str) -> None:
    text = (EDITORS / file).read_text()
    without = text.replace("ensemble", "other").replace("resources", "other")
    assert with_words(GRAMMARS[file], without).count("ensemble") == text.count("ensemble")
    assert with_words(GRAMMARS[file], without).count("resources") == text.count("resources")


def test_a_place_that_is_not_there_is_an_error() -> None:
    grammar = Grammar("|".join, (Hole("<", ["a"], ">"),))
    assert with_words(grammar, "<b|c> d") == "<a> d"
    with pytest.raises(ValueError, match="0 places"):
        with_words(grammar, "(b)")
    with pytest.raises(ValueError, match="2 places"):
        with_words(grammar, "<b> <c>")


def test_files_are_written(tmp_path: Path) -> None:
    for file in GRAMMARS:
        (tmp_path / file).parent.mkdir(parents=True)
        (tmp_path / file).write_text((EDITORS / file).read_text().replace("folds", "other"))
    main(tmp_path)
    assert all((tmp_path / file).read_text() == (EDITORS / file).read_text() for file in GRAMMARS)
