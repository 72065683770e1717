"""What completion offers, as data."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ...source import Span


class ItemKind(Enum):
    """What an item is, for its icon."""

    KEYWORD = "keyword"
    OPERATOR = "operator"
    ARGUMENT = "argument"
    VALUE = "value"
    CLASS = "class"
    FUNCTION = "function"
    CONSTANT = "constant"
    PARAMETER = "parameter"
    MODEL = "model"
    COLUMN = "column"
    FILE = "file"
    FOLDER = "folder"


class CompletionItem(NamedTuple):
    """Something that may be written.

    `insert` takes the place of the word at the cursor, where it is not the label; as a snippet it has places to fill
    in. `match` is what the word is compared with, and items of a lower `rank` come first.
    """

    label: str
    kind: ItemKind
    detail: str = ""
    documentation: str = ""
    insert: str | None = None
    snippet: bool = False
    match: str | None = None
    rank: int = 5


class Completion(NamedTuple):
    """All that may be written in the place of a word; an editor narrows it down to what begins like the word."""

    span: Span
    items: tuple[CompletionItem, ...]
