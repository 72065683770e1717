import pytest

from mfc.meaning.naming import CAP_WORDS


@pytest.mark.parametrize(("name", "fits"), [("Houses", True), ("H2O", True), ("houses", False), ("A_b", False)])
def test_names_of_tournaments(name: str, fits: bool) -> None:
    assert bool(CAP_WORDS.fullmatch(name)) == fits
