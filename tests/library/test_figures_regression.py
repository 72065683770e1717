import numpy as np
import pandas as pd

from mfc.templates.library.figures_regression import prediction_figure


def test_true_values_are_drawn_over_predicted_ones() -> None:
    figure = prediction_figure(pd.Series([1.0, 2.0, 3.0]), pd.Series([1.5, 2.5, 2.0]), "title")
    [axes] = figure.axes
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("predicted target", "true target")
    points = axes.collections[0].get_offsets()
    assert sorted(map(tuple, np.asarray(points))) == [(1.5, 1), (2.0, 3), (2.5, 2)]
