from mfc.syntax.format.parts import Group, Item, Remark, Word, take_apart


def only(text: str) -> Item:
    (item,) = take_apart(text).items
    return item


def group(text: str) -> Group:
    found = only(f"let x = {text}").atoms[-1]
    assert isinstance(found, Group)
    return found


def test_a_text_is_a_group_of_declarations() -> None:
    whole = take_apart("# above\nseed 1  # beside\n\nscore a, b\n# below\n")
    assert whole.opener == ""
    assert whole.below == (Remark("# below", after_blank=False),)
    seed, score = whole.items
    assert (seed.above, seed.beside, seed.after_blank) == ((Remark("# above", after_blank=False),), "# beside", False)
    assert seed.atoms == (Word("SEED", "seed"), Word("INTEGER", "1"))
    assert [atom.text for atom in score.atoms if isinstance(atom, Word)] == ["score", "a", ",", "b"]
    assert score.after_blank


def test_the_span_of_an_item_is_without_its_comments() -> None:
    text = "# above\nseed (1)  # beside\n"
    span = only(text).span
    assert text[span.start : span.end] == "seed (1)"


def test_brackets_hold_items() -> None:
    assert [item.atoms for item in group("[1, a.b]").items] == [
        (Word("INTEGER", "1"),),
        (Word("NAME", "a"), Word("_DOT", "."), Word("NAME", "b")),
    ]


def test_calls_are_told_from_parentheses_and_tuples() -> None:
    assert [(one.is_call, one.has_comma) for one in map(group, ["f(1)", "(1)", "(1,)"])] == [
        (True, False),
        (False, False),
        (False, True),
    ]
    argument = only("test (20%)").atoms[-1]
    assert isinstance(argument, Group)
    assert not argument.is_call


def test_only_newlines_of_its_own_make_a_group_tall() -> None:
    assert [group(text).is_tall for text in ("[1, 2]", "[[1,\n2]]", "[1,\n2]", "[\n1]", "[1\n]")] == [
        False,
        False,
        True,
        True,
        True,
    ]


def test_a_comment_before_a_comma_is_beside_the_item_or_above_the_next() -> None:
    first, second = group("[1 # one\n, # two\n 2]").items
    assert (first.beside, second.above) == ("# one", (Remark("# two", after_blank=False),))
    first, second = group("[1\n # one\n, # two\n 2]").items
    assert (first.beside, [remark.text for remark in second.above]) == (None, ["# one", "# two"])


def test_a_comment_within_an_item_is_part_of_it() -> None:
    (item,) = group("(a # plus\n + b)").items
    assert item.atoms[1] == Remark("# plus", after_blank=False)


def test_blank_lines_in_parentheses_do_not_count() -> None:
    _, second = group("[1, # one\n\n # two\n\n 2]").items
    assert not second.begins_paragraph
