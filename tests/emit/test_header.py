import ast
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mfc.emit.header import TEMPLATES, Stamp, recognise, shown_name, spec_digest, stamp

FLOW = '''\
# /// script
# dependencies = ["metaflow>=2.19"]
# ///
"""Demo."""

SEED = 1
'''
DIGEST = spec_digest("tournament Demo\n")


def test_the_stamp_stands_below_the_metadata() -> None:
    lines = stamp(FLOW, "demo.mf", DIGEST).splitlines()
    assert lines[2] == "# ///"
    assert re.fullmatch(rf"# mfc: spec demo\.mf {DIGEST}, body [0-9a-f]{{12}}, templates {TEMPLATES}", lines[3])
    assert lines[:3] + lines[4:] == FLOW.splitlines()


def test_without_metadata_the_stamp_comes_first() -> None:
    assert stamp("SEED = 1\n", "demo.mf", DIGEST).splitlines()[1:] == ["SEED = 1"]


def test_a_stamp_is_read_back() -> None:
    body = spec_digest(FLOW)  # digests are made in one way
    assert recognise(stamp(FLOW, "demo.mf", DIGEST)) == Stamp("demo.mf", DIGEST, body, TEMPLATES, edited=False)


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_do_not_count(line_end: str) -> None:
    stamped = stamp(FLOW, "demo.mf", DIGEST)
    assert recognise(stamped.replace("\n", line_end)) == recognise(stamped)
    assert spec_digest(f"tournament Demo{line_end}") == DIGEST


@pytest.mark.parametrize(
    ("old", "new"), [("SEED = 1", "SEED = 2"), ("# ///\n", "# ///\n# mine\n"), ("SEED = 1\n", "SEED = 1\n\n")]
)
def test_a_change_anywhere_is_noticed(old: str, new: str) -> None:
    stamped = stamp(FLOW, "demo.mf", DIGEST)
    assert old in stamped
    found = recognise(stamped.replace(old, new))
    assert found is not None
    assert found.edited


def test_another_specification_has_another_digest() -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", DIGEST)
    assert spec_digest("tournament Demo2\n") != DIGEST


def test_the_digest_covers_all_files_of_a_specification() -> None:
    digests = [spec_digest("a"), spec_digest("a", "b"), spec_digest("ab"), spec_digest("a", "c"), spec_digest("b", "a")]
    assert len(set(digests)) == len(digests)
    assert spec_digest("a\r\n", "b\r\n") == spec_digest("a\n", "b\n")


@pytest.mark.parametrize(
    "text",
    [
        "",
        FLOW,
        "print('mine')\n",
        f"# mfc: spec demo.mf {DIGEST}\n",
        f"x = 1  # mfc: spec demo.mf {DIGEST}, body {DIGEST}, templates 1\n",
        f"# mfc: spec demo.mf {DIGEST}, body {DIGEST}, templates {'9' * 10_000}\n",
    ],
)
def test_any_other_file_is_not_ours(text: str) -> None:
    assert recognise(text) is None


def test_plain_names_are_shown_as_they_are() -> None:
    assert shown_name("été-2021_v1.0.mf") == "été-2021_v1.0.mf"


@pytest.mark.parametrize(
    "name",
    [
        'we ird\n".mf',
        "a\nimport os\n.mf",
        '"""\nimport os\n"""',
        "it's.mf",
        f"x {DIGEST}, body {DIGEST}, templates 1",
        "\u2028\x85\x0c.mf",
        "\udc80.mf",
        "\u202e.mf",
    ],
)
def test_a_hostile_name_stays_inside_its_comment(name: str) -> None:
    check_round_trip(name)


@given(st.text(min_size=1))
def test_any_name_stays_inside_its_comment(name: str) -> None:
    check_round_trip(name)


def check_round_trip(name: str) -> None:
    stamped = stamp(FLOW, name, DIGEST)
    assert ast.dump(ast.parse(stamped.encode())) == ast.dump(ast.parse(FLOW))
    found = recognise(stamped)
    assert found == Stamp(shown_name(name), DIGEST, spec_digest(FLOW), TEMPLATES, edited=False)
    assert found.spec_name == name
    assert all(line.isprintable() for line in stamped.split("\n"))
