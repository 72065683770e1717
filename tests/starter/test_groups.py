from typing import Any

import numpy as np
import pandas as pd

from mfc.starter.groups import group_of
from mfc.starter.roles import column_of

RNG = np.random.default_rng(0)


def group(**columns: Any) -> str | None:
    data = pd.DataFrame(columns)
    return group_of(data, [column_of(data[name]) for name in data])


def test_a_code_within_which_a_number_is_constant() -> None:
    sizes = RNG.permutation(40) + 10
    code = np.repeat(np.arange(180, 580, 10), 6)
    assert group(**{"class": code, "size": np.repeat(sizes, 6), "iq": RNG.normal(size=240)}) == "class"
    assert group(**{"class": code, "size": code // 10 + 2, "iq": RNG.normal(size=240)}) == "class"


def test_a_quantity_that_another_follows_from_is_no_code() -> None:
    height = RNG.integers(150, 200, 300)
    assert group(height=height, band=height // 10, x=RNG.normal(size=300)) is None
    assert group(height=np.round(RNG.normal(170, 8, 300)), x=RNG.normal(size=300)) is None


def test_names_of_persons_and_identifiers_that_repeat_themselves() -> None:
    who = np.repeat(np.arange(30), 4)
    assert group(person=who, cost=RNG.normal(size=120)) == "person"
    assert group(customer_id=who, cost=RNG.normal(size=120)) == "customer_id"
    assert group(patient=[f"P{i}" for i in who], cost=RNG.normal(size=120)) == "patient"
    assert group(amount=who, cost=RNG.normal(size=120)) is None


def test_few_groups_and_single_rows_are_none() -> None:
    assert group(person=np.repeat(np.arange(5), 24), cost=RNG.normal(size=120)) is None
    assert group(person=np.arange(120), cost=RNG.normal(size=120)) is None
