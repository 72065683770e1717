import subprocess
import sys

from mfc.syntax import language
from mfc.syntax.examples import states
from mfc.syntax.language import Message


def test_every_state_has_its_messages() -> None:
    assert len(language.load().messages) == len(states(language.load()))


def test_a_message_for_certain_tokens_goes_before_one_for_all() -> None:
    for messages in language.load().messages:
        lengths = [len(message.on) for message in messages]
        assert lengths == sorted(lengths, reverse=True)
        assert all(isinstance(message, Message) for message in messages)


def test_the_parser_is_made_once() -> None:
    assert language.load().parser is language.load().parser


def test_scanning_does_not_import_lark() -> None:
    code = """if True:
        import sys
        from mfc.syntax import language, scan
        assert len(scan.scan("seed 1", language.load()).tokens) == 3
        assert "lark" not in sys.modules
        language.load().parser
        assert "lark" in sys.modules
    """
    subprocess.run([sys.executable, "-c", code], check=True)
