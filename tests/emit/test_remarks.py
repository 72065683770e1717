from ast import literal_eval

from plans import PLAN, VARIANTS

from mfc.emit.remarks import about_data, remarks


def test_a_run_that_stops_in_time_is_not_reproducible() -> None:
    said = remarks(PLAN._replace(run=PLAN.run._replace(stop_after=7_200)))
    assert "fits not begun within 7,200 seconds are left out" in literal_eval(said)["not reproducible"]


def test_what_is_said_of_a_run() -> None:
    assert remarks(PLAN) == ""
    assert literal_eval(remarks(VARIANTS["first look"])) == {
        "a first look": "at most 2,000 rows, 2 folds, 2 candidates a model, 50 iterations"
    }


def test_what_a_race_leaves_out() -> None:
    said = literal_eval(remarks(VARIANTS["race"]))
    assert said == {"a race": "cut after 1 and 3 of the folds; what was cut has no mean and ranks below what finished"}


def test_data_are_described_with_roles_that_their_values_do_not_tell() -> None:
    assert about_data(PLAN) == "about_data(self)"
    data = PLAN.data._replace(categorical=("sex",), text=("title",), drop=("id",))
    expected = "about_data(self, categorical=['sex'], text=['title'], drop=['id'])"
    assert about_data(PLAN._replace(data=data)) == expected
