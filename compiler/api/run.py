"""The results of a run of a tournament, whichever step of the flow stored them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..runs.find import RunError, find
from ..runs.show import show
from .errors import MfcError
from .html import cell, element, picture

if TYPE_CHECKING:
    import metaflow
    import pandas as pd

REPORTS = ("finish", "evaluate")
"""The steps that may have the card, in the order in which they are searched."""


class Text(str):
    """A text that a cell shows as it is laid out."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return cell(element("pre", str(self)))


class Figures(dict[str, bytes]):
    """The figures of a report, PNG by name."""

    def _repr_html_(self) -> str:
        return cell(*(picture(name, png) for name, png in self.items()))


class Run:
    """A run of a tournament."""

    def __init__(self, run: metaflow.Run) -> None:
        self.run = run

    @classmethod
    def find(cls, name: str | None = None) -> Run:
        """Return the run called `Flow/id`, the latest of a `Flow`, or the latest of all tournaments."""
        try:
            return cls(find(name))
        except RunError as error:
            raise MfcError(str(error)) from error

    @property
    def id(self) -> str:
        """The id of the run, which `resume` takes."""
        return self.run.pathspec.rpartition("/")[2]

    @property
    def leaderboard(self) -> pd.DataFrame:
        """The candidates, best first."""
        board: pd.DataFrame = self._artifact("leaderboard")
        return board

    @property
    def summary(self) -> Text:
        """The summary: the held-out score, the leaderboard, the failures."""
        return Text(self._files["summary.txt"].decode())

    @property
    def figures(self) -> Figures:
        """The figures of the report by their names, as PNG."""
        return Figures({name: content for name, content in self._files.items() if name.endswith(".png")})

    @property
    def model(self) -> Any:
        """The winner, trained on all rows."""
        return self._artifact("model")

    def predict(self, rows: pd.DataFrame) -> Any:
        """Return what the model predicts for rows with the columns of the data."""
        prepare = self._find("preprocessor")
        return self.model.predict(rows if prepare is None else prepare.transform(rows))

    def card(self) -> Any:
        """Return Metaflow's card of the report, which a cell shows."""
        from metaflow.cards import get_cards

        for step in REPORTS:
            if step in self.run and (task := self.run[step].task) is not None:
                cards: Any = get_cards(task)
                if len(cards):
                    return cards[0]
        raise MfcError(self._lacks("card"))

    @property
    def _files(self) -> dict[str, bytes]:
        files: dict[str, bytes] = self._artifact("files")
        return files

    def _artifact(self, name: str) -> Any:
        found = self._find(name)
        if found is None:
            raise MfcError(self._lacks(f"`{name}`"))
        return found

    def _find(self, name: str) -> Any:
        """Return an artifact of the last finished step that has it, whichever that is, or None."""
        for step in self.run:
            task = step.task
            if task is not None and task.successful and name in task:
                return task[name].data
        return None

    def _lacks(self, thing: str) -> str:
        return f"the run {self.run.pathspec} has no {thing}: it is not finished, or has failed"

    def __repr__(self) -> str:
        return show(self.run)

    def _repr_html_(self) -> str:
        if self._find("files") is None:
            return cell(element("pre", show(self.run)))
        return cell(element("pre", str(self.summary)), *(picture(name, png) for name, png in self.figures.items()))


def run(name: str | None = None) -> Run:
    """Return the run called `Flow/id`, the latest of a `Flow`, or the latest of all tournaments."""
    return Run.find(name)
