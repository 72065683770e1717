from mfc.check.outline import ALL_TASKS
from mfc.check.rules.preprocess import ROLES as KNOWN_ROLES
from mfc.ide.words import DECLARATIONS, ENTRIES, ROLES, TASKS
from mfc.syntax.tables import load


def test_every_keyword_is_described() -> None:
    assert DECLARATIONS.keys() | ENTRIES.keys() == load().keywords.keys()
    assert TASKS.keys() == set(ALL_TASKS)
    assert ROLES.keys() == set(KNOWN_ROLES)


def test_declarations_are_those_of_the_grammar() -> None:
    table = load()
    begin = {word for word, kind in table.keywords.items() if kind in table.states[table.start]}
    assert DECLARATIONS.keys() == begin


def test_snippets_begin_with_their_keyword() -> None:
    assert all(word.snippet.startswith(f"{name} ") for name, word in (DECLARATIONS | ENTRIES).items())
