"""One-line descriptions from the libraries' own docstrings."""

from __future__ import annotations

import re
from inspect import getdoc
from typing import Any

from sklearn.externals._numpydoc.docscrape import NumpyDocString  # type: ignore[import-untyped]

MOST = 160

ROLE = re.compile(r":[\w:]+:`~?[\w.]*?\.?([^`.<]+?)\s*(?:<[^`>]*>)?`")
LINK = re.compile(r"`([^`<]+?)\s*<[^`>]*>`_+")
CITATION = re.compile(r"()\s*\[[\w-]+\]_")
LITERAL = re.compile(r"`+([^`]*)`+_*")
EMPHASIS = re.compile(r"(?<!\w)\*{1,2}(\S(?:[^*]*?\S)?)\*{1,2}(?!\w)")
ESCAPE = re.compile(r"\\([A-Za-z]+|.)")
SENTENCE_END = re.compile(r"(?<!\s)(?<!e\.g)(?<!i\.e)(?<!vs)(?<!etc)(?:\.|(?<=.{20}):)(?=\s+[^a-z\s]|\s*$)")


def summary(documented: Any) -> str:
    """Return the first sentence of an object's docstring."""
    return first_sentence(" ".join(NumpyDocString(getdoc(documented) or "")["Summary"]))


def parameters(documented: Any) -> dict[str, str]:
    """Return the first sentence on each parameter of a docstring in numpydoc's form."""
    return {
        name.lstrip("*"): first_sentence(" ".join(_paragraph(parameter.desc)))
        for parameter in NumpyDocString(getdoc(documented) or "")["Parameters"]
        for name in parameter.name.split(", ")
    }


def deprecated(documented: Any) -> set[str]:
    """Return the parameters that are deprecated as a whole, not only for some values."""
    return {
        parameter.name
        for parameter in NumpyDocString(getdoc(documented) or "")["Parameters"]
        if re.search(
            rf"`{re.escape(parameter.name)}`[\w ]* (is|was) deprecated", " ".join(" ".join(parameter.desc).split())
        )
    }


def words(name: str) -> str:
    """Return the name of an undocumented parameter as words."""
    return name.replace("_", " ").capitalize()


def _paragraph(lines: list[str]) -> list[str]:
    """Return the lines up to the first blank one, directive or item of a list."""
    end = next((i for i, line in enumerate(lines) if i and _breaks(line.strip())), len(lines))
    return lines[:end]


def _breaks(line: str) -> bool:
    return not line or line.startswith((".. ", "- ", "* "))


def first_sentence(text: str) -> str:
    """Return the first sentence as plain text, without its full stop, shortened to one line."""
    plain = " ".join(text.split()).replace("( ", "(")
    for markup in (ROLE, LINK, CITATION, LITERAL, EMPHASIS, ESCAPE):
        plain = markup.sub(r"\1", plain)
    sentence = SENTENCE_END.split(plain, maxsplit=1)[0].rstrip(" .").lstrip("- ")
    if len(sentence) <= MOST:
        return sentence
    return f"{sentence[: MOST - 1].rpartition(' ')[0]}…"
