"""Cases of the editor features: a specification with a mark where the cursor is, and a snapshot of the answer.

They are kept in Markdown, a section a case. `UPDATE_SNAPSHOTS=1 pytest tests/ide` writes the answers anew; read them.
"""

import os
import re
from pathlib import Path
from typing import NamedTuple

import pytest
from _pytest.mark import ParameterSet

from mfc.ide.document import Document
from mfc.ide.workspace import Workspace
from mfc.source import Source

FOLDER = Path(__file__).parents[1] / "ide" / "cases"
MARK = "│"
SECTION = re.compile(
    r"^## (?P<title>.+)\n\n(?P<body>(?:```mf.*\n(?:.*\n)*?```\n\n?)+)````\n(?P<answer>(?:.*\n)*?)````\n", re.MULTILINE
)
FENCE = re.compile(r"```mf ?(.*)\n((?:.*\n)*?)```\n")
FILES = {
    "houses.csv": "price,rooms,living area,zip",
    "notes.txt": "nothing",
}


class Case(NamedTuple):
    """A text with a cursor or a selection in it, other files, and what is to be answered."""

    file: str
    title: str
    texts: dict[str, str]
    places: list[int]
    answer: str

    @property
    def workspace(self) -> Workspace:
        workspace = Workspace(NoDisk())
        for name, text in self.texts.items():
            workspace.put(name, text)
        return workspace

    @property
    def document(self) -> Document:
        return self.workspace.document("spec.mf")

    @property
    def offset(self) -> int:
        return self.places[0]

    def expect(self, answer: str) -> None:
        """Compare the answer with the snapshot, or take it as the new one."""
        if os.environ.get("UPDATE_SNAPSHOTS"):
            path = FOLDER / self.file
            path.write_text(SECTION.sub(lambda found: self._updated(found, answer), path.read_text()))
        else:
            assert answer.rstrip("\n") == self.answer.rstrip("\n")

    def _updated(self, found: re.Match[str], answer: str) -> str:
        if found["title"] != self.title:
            return found[0]
        return f"## {self.title}\n\n{found['body']}````\n{answer.rstrip()}\n````\n"


class NoDisk:
    """A disk with no specifications, and a table of houses."""

    def read(self, name: str) -> Source:
        raise FileNotFoundError(2, "No such file or directory")

    def specs(self) -> list[str]:
        return []

    def gives(self, name: str, code: str) -> bool:
        return True

    def around(self, name: str) -> tuple[object, object]:
        return FILES.get, lambda folder: ["data/", *FILES, "models.mf"] if not folder else ["more.csv"]


def cases(name: str) -> list[ParameterSet]:
    """Return the cases of a feature."""
    found = [_case(f"{name}.md", section) for section in SECTION.finditer((FOLDER / f"{name}.md").read_text())]
    return [pytest.param(case, id=case.title) for case in found]


def _case(file: str, section: re.Match[str]) -> Case:
    texts, places = {}, []
    for fence in FENCE.finditer(section["body"]):
        text = fence[2].removesuffix("\n")
        while MARK in text:
            places.append(text.index(MARK))
            text = text.replace(MARK, "", 1)
        texts[fence[1] or "spec.mf"] = text
    return Case(file, section["title"], texts, places, section["answer"])


def marked(text: str, *places: tuple[int, int]) -> str:
    """Return the lines of a text that have places in them, with these in guillemets."""
    for start, end in sorted(places, reverse=True):
        text = f"{text[:start]}«{text[start:end]}»{text[end:]}"
    return "\n".join(line for line in text.split("\n") if "«" in line or "»" in line)
