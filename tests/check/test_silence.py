import pytest

from mfc.diagnostics import Diagnostic
from mfc.pipeline import Compilation
from mfc.source import Source

BASE = "tournament Trial\ndata mock.regression\n"
LONE = "model ridge: Ridge { alpha in [1] }"  # MF602


def found(text: str) -> list[Diagnostic]:
    return [*Compilation(Source("trial.mf", BASE + text)).diagnostics]


def codes(text: str) -> list[str]:
    return [one.code.id for one in found(text)]


@pytest.mark.parametrize(
    "comment",
    [
        "# mfc: ignore[MF602]",
        "#mfc:ignore[MF602]",
        "# mfc: ignore [ MF602 ]",
        "# on purpose  # mfc: ignore[MF602] for now",
    ],
)
def test_a_warning_is_silenced_by_a_comment_on_its_line(comment: str) -> None:
    assert codes(LONE) == ["MF602"]
    assert codes(f"{LONE}  {comment}") == []


def test_several_codes_are_silenced_by_one_comment() -> None:
    lines = "let x = 1\n" + LONE
    assert codes(lines) == ["MF603", "MF602"]
    assert codes("let x = 1  # mfc: ignore[MF603]\n" + LONE + "# mfc: ignore[MF602]") == []
    twice = "let x = 1  # mfc: ignore[MF603, MF602]\n" + LONE
    assert codes(twice) == ["MF691", "MF602"]


def test_the_comment_belongs_to_its_line_alone() -> None:
    assert codes(f"# mfc: ignore[MF602]\n{LONE}") == ["MF691", "MF602"]


@pytest.mark.parametrize(
    ("comment", "message", "place"),
    [
        ("# mfc: ignore[MF603]", "`MF603` is not reported on this line", "MF603"),
        ("# mfc: ignore[MF203]", "`MF203` is an error, and errors cannot be silenced", "MF203"),
        ("# mfc: ignore[MF6O2]", "`MF6O2` is not a code", "MF6O2"),
        ("# mfc: ignore", "this comment names no code to ignore", "# mfc: ignore"),
        ("# mfc: ignore[]", "this comment names no code to ignore", "# mfc: ignore[]"),
    ],
)
def test_a_comment_that_silences_nothing_is_a_warning(comment: str, message: str, place: str) -> None:
    text = f"seed 1  {comment}\nmodel ridge: Ridge {{ alpha in [1, 2] }}"
    (one,) = found(text)
    assert (one.code.id, one.message) == ("MF691", message)
    assert (BASE + text)[one.span.start : one.span.end] == place
    assert one.fix is not None
    assert (BASE + text)[one.fix.span.start : one.fix.span.end] == f"  {comment}"


def test_a_mistyped_code_is_answered_with_the_nearest() -> None:
    (one, _) = found(f"seed 1  # mfc: ignore[MF6O2]\n{LONE}")
    assert one.help is not None
    assert "`MF602`" in one.help


def test_only_a_comment_with_nothing_else_in_it_is_removed() -> None:
    (one, _) = found(f"seed 1  # why # mfc: ignore[MF603]\n{LONE}")
    assert one.fix is None


def test_errors_are_never_silenced_and_keep_the_comments_from_being_judged() -> None:
    wrong = "seed 1  # mfc: ignore[MF603]\nmodel ridge: Ridge { alpah in [1, 2] }  # mfc: ignore[MF203]"
    assert codes(wrong) == ["MF203"]


def test_other_comments_mean_nothing() -> None:
    assert codes(f"{LONE}  # mfc ignores[MF602], mfc: ignored") == ["MF602"]
