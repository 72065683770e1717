"""A Pygments lexer, so that Sphinx, MkDocs and others highlight specifications; an entry point."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pygments.lexer import RegexLexer, bygroups, include, words
from pygments.token import Comment, Error, Keyword, Name, Number, Operator, Punctuation, String, Whitespace

from .syntax.keywords import DECLARATIONS, ENTRIES, HEADS, headed

if TYPE_CHECKING:
    from pygments.token import _TokenType

CLASSES, CONSTANTS, MODELS = ("|".join(headed(head, DECLARATIONS)) for head in HEADS)
STEPS = "|".join(headed("typed", ENTRIES))
DECLARATION_WORDS, ENTRY_WORDS = tuple(DECLARATIONS), tuple(ENTRIES)

NAME = r"[A-Za-z_]\w*"
PATH = rf"{NAME}(?:\.{NAME})*"
DIGITS = r"[0-9]+(?:_[0-9]+)*"
BINDS = r"\b(?=[ \t]*(?:[=~]|in\b))"
IS_NO_NAME = r"\b(?![ \t]*(?:[=~:.,)\]]|->|in\b))"

DECLARED = (Whitespace, Keyword.Declaration, Whitespace)  # ` tournament `
TYPED = rf"([ \t]+)({NAME})([ \t]*)(:)([ \t]*)({PATH})"  # ` gbm: lightgbm.LGBMRegressor`
TYPED_KINDS = (Whitespace, Name.Function, Whitespace, Punctuation, Whitespace, Name.Class)


def _parts(*kinds: _TokenType) -> object:
    return bygroups(*kinds)  # type: ignore[no-untyped-call]


class TournamentLexer(RegexLexer):
    """Colours tournament specifications; keywords are soft, so that `seed = 1` in a model binds a name."""

    name = "Tournament"
    aliases: ClassVar[list[str]] = ["mfc", "tournament"]  # `mf` is Pygments' own name for makefiles
    filenames: ClassVar[list[str]] = ["*.mf"]

    tokens: ClassVar[dict[str, list[object]]] = {
        "root": [
            (rf"^([ \t]*)({CLASSES})([ \t]+)({NAME})", _parts(*DECLARED, Name.Class)),
            (rf"^([ \t]*)({CONSTANTS})([ \t]+)({NAME})", _parts(*DECLARED, Name.Constant)),
            (rf"^([ \t]*)({MODELS}){TYPED}", _parts(Whitespace, Keyword.Declaration, *TYPED_KINDS)),
            (
                words(DECLARATION_WORDS, prefix=r"^([ \t]*)", suffix=IS_NO_NAME),
                _parts(Whitespace, Keyword.Declaration),
            ),
            include("blank"),
            (r"\{", Punctuation, "block"),
            include("expression"),
        ],
        "block": [
            include("blank"),
            (r"\}", Punctuation, "#pop"),
            (r"\{", Punctuation, "#push"),
            (rf"\b({STEPS}){TYPED}", _parts(Keyword, *TYPED_KINDS)),
            (words(ENTRY_WORDS, prefix=r"(?:^|(?<=[\s{,]))", suffix=IS_NO_NAME), Keyword),
            (NAME + BINDS, Name.Attribute),
            include("expression"),
        ],
        "group": [
            include("blank"),
            (r"[)\]]", Punctuation, "#pop"),
            (rf"{NAME}\b(?=[ \t]*=)", Name.Attribute),
            include("expression"),
        ],
        "expression": [
            (r"[(\[]", Punctuation, "group"),
            (r'"', String.Double, "string"),
            (rf"{DIGITS}(?:\.{DIGITS})?(?:%|(?:[smhd]|[MGT]B)\b)", Number),
            (rf"{DIGITS}(?:\.{DIGITS}(?:[eE][+-]?[0-9]+)?|[eE][+-]?[0-9]+)(?!\w)", Number.Float),
            (rf"{DIGITS}(?!\w)", Number.Integer),
            (r"(?:true|false|none)\b(?!\.[A-Za-z_])", Keyword.Constant),
            (r"in\b", Operator.Word),
            (rf"(?:{NAME}\.)*[A-Z]\w*(?=\()", Name.Class),
            (rf"{PATH}(?=[ \t]*\()", Name.Function),
            (PATH, Name),
            (r"->|\.\.|\*\*|//|[-+*/=~]", Operator),
            (r"[,:]", Punctuation),
        ],
        "string": [
            (r'[^"\\\n]+', String.Double),
            (r'\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})', String.Escape),
            (r'"', String.Double, "#pop"),
            (r"\n", Error, "#pop"),
        ],
        "blank": [
            (r"\n|[^\S\n]+", Whitespace),
            (r"#.*", Comment.Single),
        ],
    }
