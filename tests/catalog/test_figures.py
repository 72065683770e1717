from mfc.catalog.figures import ALL_FIGURES, FIGURES
from mfc.catalog.shorthand import ALL_TASKS


def test_every_task_has_figures() -> None:
    assert set(FIGURES) == set(ALL_TASKS)
    assert all("all_scores" in names for names in FIGURES.values())


def test_a_figure_of_several_tasks_is_named_once() -> None:
    assert ALL_FIGURES.count("all_scores") == 1
    assert set(ALL_FIGURES) == {name for names in FIGURES.values() for name in names}
