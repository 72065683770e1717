import pytest

from mfc.meaning.arithmetic import MOST_BITS, NotComputableError, checked, compute


@pytest.mark.parametrize(
    ("operator", "left", "right", "result"),
    [
        ("+", 2, 3, 5),
        ("-", 2, 3, -1),
        ("*", 2, 1.5, 3.0),
        ("/", 1, 4, 0.25),
        ("//", 7, 2, 3),
        ("**", 2, 10, 1024),
        ("**", 2, -1, 0.5),
        ("**", -1, 10**300, 1),
        ("**", 0, 10**300, 0),
    ],
)
def test_results(operator: str, left: float, right: float, result: float) -> None:
    computed = compute(operator, left, right)
    assert (type(computed), computed) == (type(result), result)


@pytest.mark.parametrize(
    ("operator", "left", "right", "reason"),
    [
        ("/", 1, 0, "it divides by zero"),
        ("//", 1.0, 0.0, "it divides by zero"),
        ("**", 0, -1, "it divides by zero"),
        ("**", 9, 10**9, "its result is too large"),
        ("**", 10.0, 400, "its result is too large"),
        ("*", 1e300, 1e300, "its result is too large"),
        ("*", 2**1000, 2**1000, "its result is too large"),
        ("-", 1e308, -1e308, "its result is too large"),
        ("**", -8, 0.5, "its result is not a real number"),
    ],
)
def test_what_cannot_be_computed(operator: str, left: float, right: float, reason: str) -> None:
    with pytest.raises(NotComputableError, match=f"^{reason}$"):
        compute(operator, left, right)


def test_every_integer_that_is_not_too_large_is_a_float_too() -> None:
    largest = 2**MOST_BITS - 1
    assert checked(largest) == largest
    assert float(largest) > 0
    with pytest.raises(NotComputableError):
        checked(largest + 1)


@pytest.mark.parametrize("value", [float("inf"), float("nan")])
def test_numbers_are_finite(value: float) -> None:
    with pytest.raises(NotComputableError, match="too large"):
        checked(value)
