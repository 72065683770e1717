from textwrap import dedent

from mfc.diagnostics import Diagnostic, Fix, Related
from mfc.diagnostics.codes import DECLARED_TWICE, UNKNOWN_ARGUMENT, UNUSED
from mfc.diagnostics.render.text import COLOURED, render, tally
from mfc.source import Source, Span

SPEC = """\
model gbm: LGBMRegressor {
  max_deph in 1..3
}
model gbm: Ridge {
}
"""
SOURCE = Source("demo.mf", SPEC)


def span_of(text: str, last: bool = False) -> Span:
    start = SPEC.rindex(text) if last else SPEC.index(text)
    return Span(start, start + len(text))


TYPO = Diagnostic(UNKNOWN_ARGUMENT, span_of("max_deph"), "`LGBMRegressor` has no argument `max_deph`")


def snapshot(text: str) -> str:
    return dedent(text).strip("\n")


def test_a_finding_shows_its_place() -> None:
    assert render(SOURCE, TYPO) == snapshot("""
        error[MF203]: `LGBMRegressor` has no argument `max_deph`
         --> demo.mf:2:3
          |
        2 |   max_deph in 1..3
          |   ^^^^^^^^
        """)


def test_label_help_and_fix() -> None:
    full = TYPO._replace(
        label="did you mean `max_depth`?",
        help="`mfc explain MF203` says more",
        fix=Fix("write `max_depth`", TYPO.span, "max_depth"),
    )
    assert render(SOURCE, full) == snapshot("""
        error[MF203]: `LGBMRegressor` has no argument `max_deph`
         --> demo.mf:2:3
          |
        2 |   max_deph in 1..3
          |   ^^^^^^^^ did you mean `max_depth`?
          = help: `mfc explain MF203` says more
          = fix: write `max_depth`
        """)


def test_related_places_follow() -> None:
    twice = Diagnostic(
        DECLARED_TWICE,
        span_of("gbm", last=True),
        "the model `gbm` is declared twice",
        related=(Related(span_of("gbm"), "declared here first"),),
    )
    assert render(SOURCE, twice) == snapshot("""
        error[MF202]: the model `gbm` is declared twice
         --> demo.mf:4:7
          |
        4 | model gbm: Ridge {
          |       ^^^
          = note: declared here first
         --> demo.mf:1:7
          |
        1 | model gbm: LGBMRegressor {
          |       ---
        """)


def test_the_margin_is_as_wide_as_the_longest_line_number() -> None:
    source = Source("long.mf", "a\n" * 99 + "b\n")
    far = Diagnostic(UNUSED, Span(0, 1), "`a` is not used", related=(Related(Span(198, 199), "unlike this"),))
    assert render(source, far) == snapshot("""
        warning[MF603]: `a` is not used
           --> long.mf:1:1
            |
          1 | a
            | ^
            = note: unlike this
           --> long.mf:100:1
            |
        100 | b
            | -
        """)


def test_of_a_place_over_several_lines_the_first_is_marked() -> None:
    whole = Diagnostic(UNUSED, Span(SPEC.index("LGBM"), len(SPEC)), "`gbm` is not used")
    assert render(SOURCE, whole).splitlines()[3:] == [
        "1 | model gbm: LGBMRegressor {",
        "  |            ^^^^^^^^^^^^^^^",
    ]


def test_the_end_of_the_text_has_a_place() -> None:
    assert render(SOURCE, TYPO._replace(span=Span(len(SPEC), len(SPEC)))).splitlines()[1:] == [
        " --> demo.mf:6:1",
        "  |",
        "6 |",
        "  | ^",
    ]


def test_a_carriage_return_is_no_part_of_the_line() -> None:
    source = Source("crlf.mf", "seed\r\ntest\r\n")
    assert render(source, TYPO._replace(span=Span(4, 5))).splitlines()[3:] == ["1 | seed", "  |     ^"]


def test_a_terminal_is_never_given_orders() -> None:
    hostile = Source("\x1b]0;owned\x07.mf", 'tournament "\x1b[2J"\n')
    found = Diagnostic(UNUSED, Span(11, 17), "\x1b[2J is\nbad", label="\x1b[8m", help="\x9b2J", related=())
    shown = render(hostile, found)
    assert all(line.isprintable() for line in shown.split("\n"))
    assert shown.splitlines() == [
        "warning[MF603]: ␛[2J is␊bad",
        " --> ␛]0;owned␇.mf:1:12",
        "  |",
        '1 | tournament "␛[2J"',
        "  |            ^^^^^^ ␛[8m",
        "  = help: �2J",
    ]


def test_colours_change_nothing_but_colours() -> None:
    coloured = render(SOURCE, TYPO._replace(label="here"), COLOURED)
    assert "\x1b[1;31merror[MF203]\x1b[0m" in coloured
    for sequence in set(COLOURED):
        coloured = coloured.replace(sequence, "")
    assert coloured == render(SOURCE, TYPO._replace(label="here"))


def test_tally_counts_errors_then_warnings() -> None:
    warning = TYPO._replace(code=UNUSED)
    assert tally([]) == "no findings"
    assert tally([TYPO]) == "1 error"
    assert tally([warning, warning]) == "2 warnings"
    assert tally([warning, TYPO, TYPO]) == "2 errors, 1 warning"


def test_tally_is_coloured_by_severity() -> None:
    assert tally([TYPO, TYPO._replace(code=UNUSED)], COLOURED) == "\x1b[1;31m1 error\x1b[0m, \x1b[1;33m1 warning\x1b[0m"


def test_a_related_place_may_be_in_another_file() -> None:
    related = (Related(Span(1, 2), "the other one is here", Source("other.mf", "\nseed 1")),)
    lines = render(SOURCE, TYPO._replace(related=related)).splitlines()
    assert lines[-4:] == [" --> other.mf:2:1", "  |", "2 | seed 1", "  | -"]
