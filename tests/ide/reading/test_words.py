from mfc.catalog.shorthand import ALL_TASKS
from mfc.check.rules.preprocess import ROLES as KNOWN_ROLES
from mfc.ide.reading.words import ROLES, TASKS


def test_all_words_are_described() -> None:
    assert TASKS.keys() == set(ALL_TASKS)
    assert ROLES.keys() == set(KNOWN_ROLES)
