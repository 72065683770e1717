"""The keywords of the language: all that is known of each, in one table.

From it come the words that the server completes, the lexer for Pygments, and the grammars of the editors
(`python -m mfc.editors`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from . import tree

if TYPE_CHECKING:
    from collections.abc import Mapping


Head: TypeAlias = Literal["class", "constant", "typed"]

HEADS: tuple[Head, ...] = ("class", "constant", "typed")


class Keyword(NamedTuple):
    """A keyword: its node, what it stands for, and what an editor inserts, with `$1` where the cursor goes.

    `head` says what follows it: the name of a class, of a constant, or a name with a type, as in `gbm: LGBMRegressor`.
    """

    node: type
    description: str
    snippet: str
    head: Head | None = None
    repeated: bool = False
    required: bool = False


DECLARATIONS: Mapping[str, Keyword] = {
    "tournament": Keyword(
        tree.TournamentDeclaration,
        "The whole study; its name becomes the flow's",
        'tournament ${1:Name} "${2:title}"',
        head="class",
        required=True,
    ),
    "seed": Keyword(
        tree.SeedDeclaration,
        "Every random choice uses it unless it is given a seed of its own; 0 by default",
        "seed ${1:0}",
    ),
    "task": Keyword(
        tree.TaskDeclaration,
        "What is predicted; implied by a mock or by `sklearn` data",
        "task ${1|regression,classification|}",
    ),
    "let": Keyword(
        tree.LetDeclaration,
        "A constant, computed at compile time",
        "let ${1:name} = $2",
        head="constant",
        repeated=True,
    ),
    "param": Keyword(
        tree.ParamDeclaration,
        "A parameter of the flow: an option on its command line",
        'param ${1:name} = ${2:default} "${3:help}"',
        head="constant",
        repeated=True,
    ),
    "include": Keyword(
        tree.IncludeDeclaration,
        "The `let`, `model` and `preprocess` declarations of another file",
        'include "$1"',
        repeated=True,
    ),
    "data": Keyword(
        tree.DataDeclaration, "Where the rows come from, and what their columns are for", "data $1", required=True
    ),
    "preprocess": Keyword(
        tree.PreprocessDeclaration, "Transformers of columns, fitted inside each fold", "preprocess {\n\t$1\n}"
    ),
    "test": Keyword(
        tree.TestDeclaration,
        "The rows held out of the whole search, and scored once by the winner; 20% by default",
        "test ${1:20%}",
    ),
    "folds": Keyword(tree.FoldsDeclaration, "How the training rows are split; five folds by default", "folds $1"),
    "score": Keyword(tree.ScoreDeclaration, "How fits are scored; the first scorer decides", "score $1"),
    "model": Keyword(
        tree.ModelDeclaration,
        "An estimator, its fixed arguments and its search space",
        "model ${1:name}: $2 {\n\t$3\n}",
        head="typed",
        repeated=True,
        required=True,
    ),
    "ensemble": Keyword(
        tree.EnsembleDeclaration,
        "Candidates that predict together",
        "ensemble ${1:name}: $2",
        head="typed",
        repeated=True,
    ),
    "select": Keyword(tree.SelectDeclaration, "Which candidate wins; the best by default", "select $1"),
    "race": Keyword(
        tree.RaceDeclaration,
        "Candidates that fall behind are not scored on the remaining folds",
        "race { after = [${1:1}], keep = ${2:50%} }",
    ),
    "run": Keyword(tree.RunDeclaration, "How the flow executes", "run {\n\t$1\n}"),
    "report": Keyword(tree.ReportDeclaration, "What is shown at the end", "report {\n\t$1\n}"),
}

ENTRIES: Mapping[str, Keyword] = {
    "space": Keyword(
        tree.SpaceDeclaration, "One of several alternative search spaces", "space {\n\t$1\n}", repeated=True
    ),
    "step": Keyword(
        tree.StepDeclaration,
        "A transformer between the preprocessing and the estimator",
        "step ${1:name}: $2",
        head="typed",
        repeated=True,
    ),
    "fit": Keyword(tree.FitDeclaration, "Arguments of the estimator's `fit`", "fit {\n\t$1\n}"),
    "early_stopping": Keyword(
        tree.EarlyStoppingDeclaration,
        "Train until the score on the fold's validation rows stops improving",
        "early_stopping { patience = ${1:10}, max_iterations = ${2:1_000} }",
    ),
    "search": Keyword(tree.SearchDeclaration, "How candidates are taken from the space", "search $1"),
    "resources": Keyword(
        tree.ResourcesDeclaration,
        "What a task needs of the machine it runs on",
        "resources { cpu = ${1:1}, memory = ${2:4GB} }",
    ),
    "preprocess": Keyword(
        tree.PreprocessDeclaration, "Transformers of columns for this model alone", "preprocess {\n\t$1\n}"
    ),
}

KEYWORDS = frozenset((*DECLARATIONS, *ENTRIES))

NAMING = frozenset(word for word, keyword in (*DECLARATIONS.items(), *ENTRIES.items()) if keyword.head)
"""The keywords that a new name follows."""

WORDS: Mapping[type, str] = {keyword.node: word for word, keyword in (*ENTRIES.items(), *DECLARATIONS.items())}
"""The keyword that each kind of node begins with."""


def headed(head: Head, keywords: Mapping[str, Keyword]) -> list[str]:
    """Return the keywords that something of a kind follows."""
    return [word for word, keyword in keywords.items() if keyword.head == head]


def keyword_of(node: type) -> str:
    """Return the keyword that a kind of declaration or entry begins with."""
    return WORDS[node]
