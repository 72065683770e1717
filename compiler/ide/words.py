"""The words of the language: what each declares or begins, and the shape an editor may put in for it."""

from __future__ import annotations

from typing import NamedTuple


class Word(NamedTuple):
    """A keyword: what it stands for, and what an editor inserts, with `$1` where the cursor goes."""

    description: str
    snippet: str


DECLARATIONS = {
    "tournament": Word("The whole study; its name becomes the flow's", 'tournament ${1:Name} "${2:title}"'),
    "seed": Word("Every random choice uses it unless it is given a seed of its own; 0 by default", "seed ${1:0}"),
    "task": Word("What is predicted; implied by a mock or by `sklearn` data", "task ${1|regression,classification|}"),
    "let": Word("A constant, worked out when the flow is made", "let ${1:name} = $2"),
    "param": Word(
        "A parameter of the flow: an option on its command line", 'param ${1:name} = ${2:default} "${3:help}"'
    ),
    "include": Word("The `let`, `model` and `preprocess` declarations of another file", 'include "$1"'),
    "data": Word("Where the rows come from, and what their columns are for", "data $1"),
    "preprocess": Word("What columns pass through, fitted inside each fold", "preprocess {\n\t$1\n}"),
    "test": Word(
        "The rows held out of the whole search, and scored once by the winner; 20% by default", "test ${1:20%}"
    ),
    "folds": Word("How the training rows are split; five folds by default", "folds $1"),
    "score": Word("How fits are scored; the first scorer decides", "score $1"),
    "model": Word("An estimator, its fixed arguments and its search space", "model ${1:name}: $2 {\n\t$3\n}"),
    "ensemble": Word("Candidates that predict together", "ensemble ${1:name}: $2"),
    "select": Word("Which candidate wins; the best by default", "select $1"),
    "run": Word("How the flow executes", "run {\n\t$1\n}"),
    "report": Word("What is shown at the end", "report {\n\t$1\n}"),
}

ENTRIES = {
    "space": Word("One of several alternative search spaces", "space {\n\t$1\n}"),
    "step": Word("A transformer between the preprocessing and the estimator", "step ${1:name}: $2"),
    "fit": Word("Arguments of the estimator's `fit`", "fit {\n\t$1\n}"),
    "early_stopping": Word(
        "Train until the score on held-out rows of the fold's own stops improving",
        "early_stopping { patience = ${1:10}, max_iterations = ${2:1_000} }",
    ),
    "search": Word("How candidates come from the space", "search $1"),
    "resources": Word("What a task asks of the machine it runs on", "resources { cpu = ${1:1}, memory = ${2:4GB} }"),
    "preprocess": Word("What columns pass through before this model alone", "preprocess {\n\t$1\n}"),
}

TASKS = {
    "regression": "Predict numbers",
    "classification": "Predict one of several classes",
    "multilabel": "Predict any number of labels",
}

OPERATORS = {
    "=": "fixed",
    "in": "one of a finite set: a list, or an integer range",
    "~": "drawn at random",
}

ROLES = {
    "numeric": "The numeric columns",
    "categorical": "The categorical columns",
}
