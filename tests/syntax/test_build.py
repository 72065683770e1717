import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from mfc.syntax import language
from mfc.syntax.build import build, main
from mfc.syntax.concrete import START
from mfc.syntax.examples import ExampleError, failure, states
from mfc.syntax.language import FILE, FOLDER
from mfc.syntax.stack import usual_rule

GRAMMAR = (FOLDER / "tournament.lark").read_text(encoding="utf-8")
MESSAGES = (FOLDER / "messages.toml").read_text(encoding="utf-8")


def test_the_parser_is_up_to_date() -> None:
    committed = (FOLDER / FILE).read_text(encoding="utf-8")
    assert committed == build(GRAMMAR, MESSAGES), "run `python -m mfc.syntax.build`"


@pytest.mark.parametrize("seed", ["1", "2"])
def test_a_build_gives_the_same_bytes_under_any_hash_seed(seed: str) -> None:
    code = """if True:
        from mfc.syntax.build import build
        from mfc.syntax.language import FOLDER
        texts = [(FOLDER / name).read_text(encoding="utf-8") for name in ("tournament.lark", "messages.toml")]
        import sys
        sys.stdout.buffer.write(build(*texts).encode())
    """
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    built = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True).stdout
    assert built == (FOLDER / FILE).read_bytes()


def test_main_writes_the_parser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in (("tournament.lark", GRAMMAR), ("messages.toml", MESSAGES)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr("mfc.syntax.build.FOLDER", tmp_path)
    main()
    assert (tmp_path / FILE).read_bytes() == (FOLDER / FILE).read_bytes()


def test_no_state_that_can_fail_is_without_a_message() -> None:
    for takes, messages in zip(states(language.load()).values(), language.load().messages, strict=True):
        general = [message for message in messages if not message.on]
        assert len(general) <= 1
        assert general or usual_rule(takes) or not takes


def test_one_state_takes_nothing_for_it_is_the_end() -> None:
    ends = [takes for takes in states(language.load()).values() if not takes]
    assert len(ends) == 1
    assert states(language.load())[0][START][1] == next(n for n, t in states(language.load()).items() if not t)


def examples() -> list[tuple[str, str | None, str, tuple[str, ...]]]:
    messages = tomllib.loads(MESSAGES)["message"]
    return [
        (example, said.get("after"), said["message"], tuple(said.get("on", "").split()))
        for said in messages
        for example in said["examples"]
    ]


@pytest.mark.parametrize(("example", "after", "message", "on"), examples())
def test_every_example_gets_its_message(example: str, after: str | None, message: str, on: tuple[str, ...]) -> None:
    state, kinds = failure(language.load(), example, after)
    assert kinds[: len(on)] == on
    said = next(one for one in language.load().messages[state] if kinds[: len(one.on)] == one.on)
    assert said.message == message


def test_messages_and_examples_are_written_once() -> None:
    texts = [message["message"] + message.get("on", "") for message in tomllib.loads(MESSAGES)["message"]]
    assert len({(example, after, on) for example, after, _, on in examples()}) == len(examples())
    assert len(texts) >= 60


def test_a_state_without_a_message_stops_the_build() -> None:
    start = MESSAGES.index('[[message]]\nexamples = ["include"')
    end = MESSAGES.index("[[message]]", start + 1)
    with pytest.raises(ExampleError, match=r"no message for state .* INCLUDE"):
        build(GRAMMAR, MESSAGES[:start] + MESSAGES[end:])


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        ('examples = ["seed 1"]', "does not fail"),
        ('examples = ["include"]', "another message"),
        ('on = "STRING"\nexamples = ["include models"]', "not at"),
    ],
)
def test_a_message_that_has_no_place_stops_the_build(entry: str, complaint: str) -> None:
    with pytest.raises(ExampleError, match=complaint):
        build(GRAMMAR, f'{MESSAGES}\n[[message]]\n{entry}\nmessage = "m"\nlabel = "l"\n')
