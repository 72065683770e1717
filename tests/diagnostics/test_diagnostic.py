"""What holds of every finding, on the examples of all pages."""

import re

import pytest

from mfc.diagnostics import Diagnostic
from mfc.diagnostics.codes import CODES
from mfc.ide.document import Document
from mfc.pages import page
from mfc.source import Source

EXAMPLES = {code.id: page(code).partition("```mf\n")[2].partition("\n```")[0] for code in CODES.values()}
EVERY_EXAMPLE = pytest.mark.parametrize("text", EXAMPLES.values(), ids=EXAMPLES)
WORD = re.compile(r'"[^"\n]*"|[A-Za-z_][\w.]*')


def found_in(text: str) -> list[Diagnostic]:
    return Document(Source("spec.mf", text)).diagnostics


@EVERY_EXAMPLE
def test_its_places_are_in_the_text(text: str) -> None:
    for found in found_in(text):
        spans = [found.span, *(one.span for one in found.related if one.source is None)]
        spans += [found.fix.span] if found.fix else []
        for start, end in spans:
            assert 0 <= start <= end <= len(text)


@EVERY_EXAMPLE
def test_its_message_is_one_sentence_without_a_full_stop(text: str) -> None:
    for found in found_in(text):
        for said in (found.message, found.label, found.help, *(one.message for one in found.related)):
            if said is not None:
                assert said == said.strip()
                assert said
                assert "\n" not in said
                assert not said.endswith((".", ",", ":"))


@EVERY_EXAMPLE
def test_where_something_is_suggested_the_place_begins_with_what_was_mistyped(text: str) -> None:
    for found in found_in(text):
        if found.suggestions:
            word = WORD.match(text, *found.span)
            assert word
            assert word[0].strip('"') not in found.suggestions


@EVERY_EXAMPLE
def test_a_fix_mends_what_it_is_for(text: str) -> None:
    for found in found_in(text):
        if found.fix:
            (start, end), new = found.fix.span, found.fix.replacement
            mended = f"{text[:start]}{new}{text[end:]}"
            assert (found.code, found.message) not in [(one.code, one.message) for one in found_in(mended)]


@EVERY_EXAMPLE
def test_what_is_found_stays_the_same(text: str) -> None:
    assert found_in(text) == found_in(text)
    for found in found_in(text):
        hash(found)
        with pytest.raises(AttributeError):
            found.message = ""  # type: ignore[misc]
