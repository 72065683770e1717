import pandas as pd

from mfc.templates.library.figures_residuals import residuals_figure


def test_what_is_left_is_over_what_was_predicted() -> None:
    truth = pd.Series([1.0, 2.0, 4.0], [5, 6, 7], name="price")
    [panel] = residuals_figure(truth, pd.Series([1.5, 2.0, 3.0], truth.index), "title").axes
    assert panel.collections[0].get_offsets().tolist() == [[1.5, -0.5], [2.0, 0.0], [3.0, 1.0]]
    assert (panel.get_xlabel(), panel.get_ylabel()) == ("predicted price", "true price minus predicted price")


def test_each_target_has_a_panel_up_to_six() -> None:
    truth = pd.DataFrame({f"t{i}": [1.0, 2.0] for i in range(8)})
    panels = residuals_figure(truth, truth.to_numpy(), "title").axes
    assert [panel.get_xlabel() for panel in panels] == [f"predicted t{i}" for i in range(6)]
