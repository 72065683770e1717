"""The words of the language that are not keywords, and what each means."""

from __future__ import annotations

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
    "dates": "The columns of dates",
    "text": "The columns of free text",
}
