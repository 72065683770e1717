import pandas as pd
import pytest

from mfc.starter.dates import Dates, dates_in, format_for

DAYS = pd.date_range("2012-01-20", periods=40, freq="9D")


@pytest.mark.parametrize(
    "form",
    [
        *(
            "%Y/%m/%d",
            "%d/%m/%Y",
            "%m/%d/%Y",
            "%d-%m-%Y",
            "%d.%m.%Y",
            "%d-%b-%Y",
            "%d %B %Y",
            "%B %d, %Y",
            "%d.%m.%Y %H:%M",
        ),
        *("%m/%d/%Y %I:%M %p", "%d/%m/%y", "%b-%d-%Y"),
    ],
)
def test_every_common_writing(form: str) -> None:
    found = dates_in(pd.Series(DAYS.strftime(form)))
    assert found
    assert found.formats[0] in (form, None)
    assert len(found.formats) == 1


@pytest.mark.parametrize(
    "texts",
    [
        ["2020-01-02", None, "2021-12-30"],
        ["2020-01-02T10:00:00Z"],
        ["2021-03-20T00:00:00+01:00", "2021-06-20T00:00:00+02:00"],
    ],
)
def test_the_standard_one(texts: list[str | None]) -> None:
    found = dates_in(pd.Series(texts))
    assert found == Dates((None,))
    assert not found.need_a_format


def test_two_readings() -> None:
    assert dates_in(pd.Series(["03/01/2020", "06/01/2020"])) == Dates(("%d/%m/%Y", "%m/%d/%Y"))
    assert dates_in(pd.Series(["03/01/2020", "25/01/2020"])) == Dates(("%d/%m/%Y",))


def test_dates_that_are_numbers() -> None:
    assert dates_in(pd.Series([20200131, 20191201])) == Dates(("%Y%m%d",))
    assert dates_in(pd.Series([20201331, 20191201])) is None
    assert dates_in(pd.Series([1958, 1959])) is None


def test_one_format_is_said_for_all_dates_if_any_needs_it() -> None:
    either, day_first, standard = Dates(("%d/%m/%Y", "%m/%d/%Y")), Dates(("%d/%m/%Y",)), Dates((None,))
    assert format_for([either]) == "%d/%m/%Y"
    assert format_for([either, Dates(("%m/%d/%Y",))]) == "%m/%d/%Y"
    assert format_for([either, standard]) is None
    assert format_for([day_first, standard]) is None
    assert format_for([Dates(("%Y%m%d",))]) == "%Y%m%d"
    assert format_for([]) is None


@pytest.mark.parametrize(
    "values", [["soon", "2020-01-02"], ["1.5", "2.5"], ["12-34-5678"], [1, 2], [None, None], ["555-1234"], ["1.2.3"]]
)
def test_what_is_no_date(values: list[object]) -> None:
    assert dates_in(pd.Series(values)) is None
