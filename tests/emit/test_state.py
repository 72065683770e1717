import pytest

from mfc.emit import header
from mfc.emit.header import stamp
from mfc.emit.state import State, pristine, state_of

BODY = "# ///\nSEED = 1\n"
FLOW = stamp(BODY, "demo.mf", "0" * 12)
OLDER = stamp(BODY.replace("1", "2"), "demo.mf", "1" * 12)


@pytest.mark.parametrize(
    ("existing", "state"),
    [
        (None, State.MISSING),
        (FLOW, State.CURRENT),
        (FLOW.replace("\n", "\r\n"), State.CURRENT),
        (OLDER, State.STALE),
        (OLDER.replace("\n", "\r\n"), State.STALE),
        (stamp(BODY, "other.mf", "0" * 12), State.RENAMED),
        (stamp(BODY + "x = 1\n", "demo.mf", "0" * 12), State.OTHER_TEMPLATES),
        (FLOW + "# mine\n", State.EDITED),
        (OLDER + "# mine\n", State.EDITED),
        ("print('mine')\n", State.FOREIGN),
        ("", State.FOREIGN),
    ],
)
def test_every_state_is_told_apart(existing: str | None, state: State) -> None:
    assert state_of(existing, FLOW) is state


def test_raising_the_version_of_the_templates_alone_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(header, "TEMPLATES", header.TEMPLATES + 1)
    assert state_of(FLOW, stamp(BODY, "demo.mf", "0" * 12)) is State.OTHER_TEMPLATES


def test_every_state_has_words_of_its_own() -> None:
    assert len({state.value for state in State}) == len(State)


def test_edits_can_be_shown_where_nothing_else_has_changed() -> None:
    assert pristine(FLOW + "# mine\n", FLOW)
    assert not pristine(OLDER + "# mine\n", FLOW)
    assert not pristine("mine", FLOW)
