from mfc.syntax.tokens import UNREADABLE, Token


def test_a_token_knows_its_place() -> None:
    assert Token("NAME", 3, 5, "ab").span == (3, 5)


def test_brackets_that_were_put_in_and_what_is_unreadable_have_been_reported() -> None:
    assert Token("RPAR", 3, 3, None).is_reported
    assert Token(UNREADABLE, 3, 4, None).is_reported
    assert not Token("RPAR", 3, 4, ")").is_reported
    assert not Token("$END", 3, 3, None).is_reported
