import pytest
from formatting import fmt


@pytest.mark.parametrize(
    "text",
    [
        # what fits stays on one line
        'report { directory = "results", top = 10 }\n',
        # a block on several lines stays on several
        "report {\n  top = 10\n}\n",
        # comments need lines of their own
        "model m: Ridge {  # why\n  # above\n  a = 1  # beside\n\n  # below\n}  # behind\n",
        "model m: Ridge {\n  # alone\n}\n",
        "let x = [\n  # above\n  1,  # beside\n  2,\n  # below\n]  # behind\n",
        "let x = [  # why\n]\n",
        "let x = (  # why\n  a\n)\n",
        "let x = (\n  a,  # why\n)\n",
        "let x = f(\n  a,  # why\n  n = [1],\n)\n",
        "let x = f(1) + g(\n  2,  # why\n)\n",
        "# first\n\n# second\nseed 1\n\n# last\n",
        # comments where none is expected
        "let x = [\n  1,\n  # before the comma\n  2,\n]\n",
        "let x = f(\n  n =  # why\n    3,\n)\n",
        "let x = (\n  a  # why\n    # and why\n    + b\n)\n",
    ],
)
def test_canonical(text: str) -> None:
    assert fmt(text) == text


def test_a_block_on_one_line_is_broken_up_where_a_block_in_it_is_not() -> None:
    assert fmt("model m: Ridge { space { a = 1\n } }") == "model m: Ridge {\n  space {\n    a = 1\n  }\n}\n"


def test_commas_between_entries_are_for_one_line() -> None:
    assert fmt("report {\n  top = 1, figures = all }") == "report {\n  top     = 1\n  figures = all\n}\n"


def test_blank_lines_are_kept_at_most_one() -> None:
    assert fmt("\n\nseed 1\n\n\n\ntest 20%\n\n") == "seed 1\n\ntest 20%\n"
    assert fmt("run {\n\n\na = 1\n\n\nb = 2\n\n\n}") == "run {\n  a = 1\n\n  b = 2\n}\n"
    assert fmt("let x = [\n\n  1,  # why\n\n  2,\n\n]") == "let x = [\n  1,  # why\n  2,\n]\n"


def test_a_list_of_plain_values_is_filled() -> None:
    names = [f"name_{number}" for number in range(20)]
    assert fmt(f"let x = [{', '.join(names)}]").splitlines() == [
        "let x = [",
        "  " + ", ".join(names[:12]) + ",",
        "  " + ", ".join(names[12:]) + ",",
        "]",
    ]


def test_other_brackets_have_an_item_a_line() -> None:
    pairs = ", ".join(f"({number}, {number})" for number in range(12))
    assert fmt(f"let x = [{pairs}]").splitlines() == ["let x = [", *(f"  ({n}, {n})," for n in range(12)), "]"]
    arguments = ", ".join(f"name_{number} = {number}" for number in range(10))
    assert fmt(f"let x = f({arguments})").splitlines() == [
        "let x = f(",
        *(f"  name_{n} = {n}," for n in range(10)),
        ")",
    ]


def test_the_last_brackets_are_broken_up_first() -> None:
    values = ", ".join(["1234567"] * 8)
    assert fmt(f"let x = f({values}) + [{values}]").splitlines() == [
        f"let x = f({values}) + [",
        f"  {values},",
        "]",
    ]


def test_the_others_are_broken_up_if_that_is_not_enough() -> None:
    values = ", ".join(["1234567"] * 10)
    assert fmt(f"let x = [{values}, 1] + [{values}, 123456]").splitlines() == [
        "let x = [",
        f"  {values}, 1,",
        "] + [",
        f"  {values}, 123456,",
        "]",
    ]
    assert fmt(f"let x = [{values}, 1] + [2]").splitlines() == ["let x = [", f"  {values}, 1,", "] + [2]"]


def test_what_cannot_be_broken_stays_long() -> None:
    text = f'model m: Ridge {{\n  name = "{"x" * 120}"\n  size = 1\n}}\n'
    assert fmt(text) == text


def test_comments_do_not_count_for_the_length_of_a_line() -> None:
    text = f"seed 1  # {'x' * 120}\n"
    assert fmt(text) == text


def test_the_longest_line_has_100_characters() -> None:
    fits = f'report {{ directory = "{"x" * 75}" }}\n'
    assert len(fits) == 101
    assert fmt(fits) == fits
    assert fmt(fits.replace("x", "xx", 1)) == f'report {{\n  directory = "{"x" * 76}"\n}}\n'
