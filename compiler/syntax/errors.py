"""The findings for unexpected tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..diagnostics import Diagnostic, Fix
from ..diagnostics.codes import TOO_DEEP, UNEXPECTED
from ..diagnostics.suggest import suggestions
from ..source import Span
from .habits import habit
from .tokens import END, MOST_MISTAKES
from .tree import DEEPEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..source import Source
    from .language import Language, Message
    from .stack import Stack
    from .tokens import Token

LONGEST = 30
"""What is longer than this is quoted in part."""

LOOKAHEAD = 2
"""No message looks at more tokens than this."""


class Misspelling(NamedTuple):
    """A word where a keyword was expected, and the keyword it seems to stand for."""

    word: Token
    keyword: str


class Reporter:
    """Turns the failures of the parser into diagnostics, one for each mistake."""

    def __init__(self, source: Source, language: Language, tokens: Sequence[Token]) -> None:
        self.source = source
        self.language = language
        self.tokens = tokens
        self.diagnostics: list[Diagnostic] = []
        self._last = -1

    @property
    def has_said_enough(self) -> bool:
        """Whether more would be too much."""
        return len(self.diagnostics) >= MOST_MISTAKES

    def too_deep(self, span: Span) -> None:
        """Report an expression that is nested too deeply."""
        message = f"this expression is nested more than {DEEPEST} deep"
        help_ = "long chains of operators count, too: name parts of them with `let`"
        self.diagnostics.append(Diagnostic(TOO_DEEP, span, message, "too deep", help_))

    def unexpected(self, stack: Stack, number: int) -> str | None:
        """Report a token that the parser does not take where it is.

        Return the keyword that the entry was meant to begin with, if it begins with something else.
        """
        token, repeated = self.tokens[number], number == self._last
        self._last = number
        if token.is_reported or repeated:
            return None
        if needless := self._needless_sign(stack.takes, number):
            self.diagnostics.append(needless)
            return str(token.value)
        if known := habit(self.tokens, number, stack.takes, self.language.keywords):
            self.diagnostics.append(known.diagnostic)
            return known.keyword
        if misspelling := self._misspelling(stack, number):
            self.diagnostics.append(_misspelt(misspelling))
            return misspelling.keyword
        self.diagnostics.append(self._explained(stack, number))
        return None

    def message(self, state: int, number: int) -> Message | None:
        """Return what is said in a state of the tokens from a number on, if anything."""
        kinds = tuple(token.kind for token in self.tokens[number : number + LOOKAHEAD])
        return next((one for one in self.language.messages[state] if kinds[: len(one.on)] == one.on), None)

    def _needless_sign(self, takes: Mapping[str, Any], number: int) -> Diagnostic | None:
        """Explain `seed = 42`: layout took the keyword for a name, since `=` follows."""
        word, sign = self.tokens[number], self.tokens[min(number + 1, len(self.tokens) - 1)]
        keyword = self.language.keywords.get(str(word.value))
        if sign.kind != "EQUAL" or word.kind != "NAME" or keyword not in takes:
            return None
        message = f"`{word.value}` is not followed by `=`"
        span = Span(word.end, sign.end)
        return Diagnostic(UNEXPECTED, sign.span, message, "not needed", fix=Fix("remove `=`", span, ""))

    def _misspelling(self, stack: Stack, number: int) -> Misspelling | None:
        """Find a mistyped keyword: like one that could begin the entry and be followed by what follows it."""
        for takes, word in self._first_words(stack, number):
            token = self.tokens[word]
            if token.kind != "NAME" or token.value in self.language.keywords:
                continue
            following = self.tokens[word + 1].kind
            kinds = self.language.keywords.items()
            fitting = [keyword for keyword, kind in kinds if stack.follows(takes, kind, following)]
            found = suggestions(str(token.value), fitting)
            if found:
                return Misspelling(token, found[0])
        return None

    def _first_words(self, stack: Stack, number: int) -> Iterator[tuple[Mapping[str, Any], int]]:
        """Yield this token and the one before, if the entry may begin with it, each with what is taken in its place."""
        yield stack.takes, number
        if number and stack.first == number - 1:
            yield stack.takes_before, number - 1

    def _explained(self, stack: Stack, number: int) -> Diagnostic:
        said = self.message(stack.state, number)
        assert said, "the build gives every state a message"  # noqa: S101
        text = self._text(number)
        found = text if self.tokens[number].kind in {END, "_NEWLINE"} else f"`{text}`"
        keyword = self._keyword(stack)

        def filled(template: str) -> str:
            return template.replace("<found>", found).replace("<text>", text).replace("<keyword>", keyword)

        help_ = said.help and filled(said.help)
        return Diagnostic(UNEXPECTED, self._place(number), filled(said.message), filled(said.label), help_)

    def _keyword(self, stack: Stack) -> str:
        """Return the keyword of the innermost declaration or block that is not finished."""
        kinds = self.language.keywords
        return next((str(one.value) for one in stack.tokens() if one.kind == kinds.get(str(one.value), "")), "")

    def _text(self, number: int) -> str:
        token = self.tokens[number]
        if token.kind == END:
            return "the end of the file"
        if token.kind == "_NEWLINE":
            return "the end of the line"
        text = self.source.text[token.start : token.end]
        return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"

    def _place(self, number: int) -> Span:
        """Return where a token stands; the end of a line or of the text is right behind what is before it."""
        token = self.tokens[number]
        if token.kind not in {"_NEWLINE", END}:
            return token.span
        end = self.tokens[number - 1].end if number else token.start
        return Span(end, end)


def _misspelt(misspelling: Misspelling) -> Diagnostic:
    word, keyword = misspelling
    fix = Fix(f"write `{keyword}`", word.span, keyword)
    return Diagnostic(UNEXPECTED, word.span, f"`{word.value}` is not a keyword", f"did you mean `{keyword}`?", fix=fix)
