import json
from typing import Any

import pytest

from mfc.ide.document import Document
from mfc.ide.layout.formatting import format_text
from mfc.playground.answers import Answers
from mfc.source import Source

SPEC = """\
tournament Houses "😀 houses"
data mock.regression { n_samples = 500, noise = 10 }
model forest: RandomForestRegressor { max_deph in 2..8 }
"""


@pytest.fixture
def answers() -> Answers:
    return Answers()


def unit(text: str) -> int:
    """Return the unit that a part of the specification begins at."""
    return len(SPEC[: SPEC.index(text)].encode("utf-16-le")) // 2


def marked(place: dict[str, int]) -> str:
    """Return what is at a place, as a browser finds it."""
    return SPEC.encode("utf-16-le")[2 * place["from"] : 2 * place["to"]].decode("utf-16-le")


def test_findings_have_their_places_in_units(answers: Answers) -> None:
    (found,) = json.loads(answers.check(SPEC))["findings"]
    assert marked(found) == "max_deph"
    assert (found["code"], found["severity"], found["line"], found["column"]) == ("MF203", "error", 3, 39)
    assert found["help"] == "did you mean `max_depth`?"


def test_a_fix_is_an_edit(answers: Answers) -> None:
    (found,) = json.loads(answers.check(SPEC.replace("max_deph", "max_depth") + "seed = 3\n"))["findings"]
    before = SPEC.replace("max_deph", "max_depth") + "seed"
    assert found["fix"] | {"from": 0, "to": 0} == {"from": 0, "to": 0, "title": "remove `=`", "insert": ""}
    assert found["fix"]["from"] == len(before.encode("utf-16-le")) // 2


def test_words_have_their_meanings(answers: Answers) -> None:
    words: list[list[Any]] = json.loads(answers.check(SPEC))["words"]
    kinds = {marked({"from": start, "to": end}): kind for start, end, kind in words}
    assert kinds['"😀 houses"'] == "string"
    assert kinds["model"] == "keyword"
    assert kinds["RandomForestRegressor"] == "class"


def test_the_size_is_told(answers: Answers) -> None:
    assert json.loads(answers.check(SPEC.replace("max_deph", "max_depth")))["size"] == "7 candidates · 35 fits"


def test_completion_takes_the_place_of_the_word(answers: Answers) -> None:
    offers = json.loads(answers.complete(SPEC, unit("max_deph") + 5))
    assert marked(offers) == "max_deph"
    assert "max_depth" in [item["label"] for item in offers["items"]]


def test_nothing_completes_a_comment(answers: Answers) -> None:
    assert answers.complete("# seed", 4) == "null"


def test_hover_tells_of_the_word(answers: Answers) -> None:
    told = json.loads(answers.hover(SPEC, unit("RandomForest") + 1))
    assert marked(told) == "RandomForestRegressor"
    assert "RandomForestRegressor" in told["text"]
    assert answers.hover(SPEC, len(SPEC)) == "null"


def test_format_gives_the_edits_of_the_canonical_style(answers: Answers) -> None:
    text = "seed   1\n"
    edits = json.loads(answers.format(text))
    assert [edit["insert"] for edit in edits] == [edit.text for edit in format_text(Document(Source("a.mf", text)))]
    assert edits


def test_a_file_cannot_be_included(answers: Answers) -> None:
    codes = [found["code"] for found in json.loads(answers.check('include "models.mf"\n' + SPEC))["findings"]]
    assert "MF220" in codes
