import pytest

from mfc.catalog.build.docs import MOST, deprecated, first_sentence, parameters, summary


class Documented:
    """Fit a line. It is straight.

    Parameters
    ----------
    alpha : float, default=1.0
        How much. The more the less.

        More than needs to be said.

    beta, gamma : int
        The kind of thing, of these two:

        - this one,
        - or that one.

    delta : bool
        Whether.

        .. deprecated:: 1.8
            `delta` was deprecated in version 1.8.

    epsilon : float
        Small.

        .. deprecated:: 1.8
            Negative values for `epsilon` are deprecated.

    **rest : dict
        Others.
    """


def test_a_summary_is_the_first_sentence():
    assert summary(Documented) == "Fit a line"


def test_parameters_are_described_each_by_a_sentence():
    assert parameters(Documented) == {
        "alpha": "How much",
        "beta": "The kind of thing, of these two",
        "gamma": "The kind of thing, of these two",
        "delta": "Whether",
        "epsilon": "Small",
        "rest": "Others",
    }


def test_a_parameter_is_deprecated_only_if_it_is_so_itself():
    assert deprecated(Documented) == {"delta"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Plain. And more.", "Plain"),
        ("Two\n   lines.", "Two lines"),
        ("See :class:`~sklearn.linear_model.Ridge` for it.", "See Ridge for it"),
        ("Read the :ref:`User Guide <ridge>` first.", "Read the User Guide first"),
        ("If ``True``, the *best* of `all`.", "If True, the best of all"),
        ("By `the paper <https://example.org>`_ of 1999 [1]_.", "By the paper of 1999"),
        (r"The :math:`\alpha` of it.", "The alpha of it"),
        ("Some, e.g. This one. More.", "Some, e.g. This one"),
        ("Version 1.5 of it. More.", "Version 1.5 of it"),
        ("Only one of the following: This or that.", "Only one of the following"),
        ("If None: All of them. More.", "If None: All of them"),
        ("'auto' : Choose the best. More.", "'auto' : Choose the best"),
        ("It ends here .", "It ends here"),
        ("", ""),
    ],
)
def test_first_sentence(text, sentence):
    assert first_sentence(text) == sentence


def test_a_long_sentence_ends_at_a_word():
    shortened = first_sentence("word " * 100)
    assert len(shortened) <= MOST
    assert shortened.endswith("word…")
