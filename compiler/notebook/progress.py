"""A bar that shows how far a run has come, in place of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..api.html import Markup, cell, element
from ..cli.run import described

if TYPE_CHECKING:
    from ..api.running import Seen
    from ..runs.progress import Progress


class Bar:
    """What is shown of a run while it goes on. A front end without HTML gets the line alone."""

    def __init__(self) -> None:
        self._progress: Progress | None = None
        self.line = "starting …"

    def take(self, seen: Seen) -> None:
        """Take a look at the run."""
        self._progress = seen.progress
        if seen.progress is not None:
            self.line = described(seen.progress, seen.elapsed)
        elif seen.run_id is not None:
            self.line = f"run {seen.run_id} has started"

    def end(self, line: str) -> None:
        """Say how it ended."""
        self.line = line

    def __repr__(self) -> str:
        return self.line

    def _repr_html_(self) -> str:
        return cell(element("p", self._bar(), " ", self.line))

    def _bar(self) -> Markup:
        if self._progress is None:
            return Markup('<progress aria-label="fits"></progress>')
        done, total = self._progress.done, self._progress.total
        return Markup(f'<progress aria-label="fits" value="{done}" max="{total}"></progress>')


class Display:
    """A place below the cell that is written again and again; nothing is sent that shows as before."""

    def __init__(self, bar: Bar) -> None:
        from IPython.display import display

        self._bar = bar
        self._shown = bar._repr_html_()
        self._handle: Any = display(bar, display_id=True)  # type: ignore[no-untyped-call]

    def refresh(self) -> None:
        """Show the bar as it is now."""
        now = self._bar._repr_html_()
        if now != self._shown:
            self._shown = now
            self._handle.update(self._bar)
