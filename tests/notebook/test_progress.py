from typing import Any

import IPython.display
import pytest

from mfc.api.running import Seen
from mfc.notebook.progress import Bar, Display
from mfc.runs.progress import Fit, Progress, Task
from mfc.runs.shape import Asked


def halfway() -> Progress:
    progress = Progress([Asked("ridge", 2), Asked("lasso", 2)])
    progress.add(Task(Asked("ridge", 2), (Fit("ridge-000", 0.5, 1.0), Fit("ridge-000", 0.7, 1.0))))
    return progress


def test_the_line_says_how_far_a_run_has_come() -> None:
    bar = Bar()
    assert repr(bar) == "starting …"
    bar.take(Seen(None, None, 0.5))
    assert repr(bar) == "starting …"
    bar.take(Seen("17", None, 1))
    assert repr(bar) == "run 17 has started"
    bar.take(Seen("17", halfway(), 4))
    assert repr(bar) == "2 of 4 fits · best ridge-000 0.6 · 4 s left"
    bar.end("Houses/17 is finished")
    assert repr(bar) == "Houses/17 is finished"


def test_the_bar_is_as_long_as_what_is_done() -> None:
    bar = Bar()
    assert '<progress aria-label="fits"></progress>' in bar._repr_html_()
    bar.take(Seen("17", halfway(), 4))
    assert '<progress aria-label="fits" value="2" max="4"></progress>' in bar._repr_html_()


def test_text_is_text() -> None:
    bar = Bar()
    bar.end("<b>1 & 2</b>")
    assert "&lt;b&gt;1 &amp; 2&lt;/b&gt;" in bar._repr_html_()


class Handle:
    """What IPython gives to update what is shown."""

    def __init__(self, shown: list[str]) -> None:
        self.shown = shown

    def update(self, bar: Bar) -> None:
        self.shown.append(repr(bar))


def test_only_what_is_new_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []

    def display(bar: Any, display_id: bool) -> Handle:
        assert display_id
        shown.append(repr(bar))
        return Handle(shown)

    monkeypatch.setattr(IPython.display, "display", display)
    bar = Bar()
    place = Display(bar)
    for seen in (Seen(None, None, 0), Seen("17", None, 1), Seen("17", None, 2)):
        bar.take(seen)
        place.refresh()
    assert shown == ["starting …", "run 17 has started"]
