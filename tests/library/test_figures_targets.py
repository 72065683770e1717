import numpy as np
import pandas as pd

from mfc.templates.library.figures_targets import prediction_figure


def test_each_target_has_a_panel_up_to_six() -> None:
    truth = pd.DataFrame(np.arange(14.0).reshape(2, 7), columns=list("abcdefg"))
    figure = prediction_figure(truth, truth + 1, "title")
    assert [axes.get_ylabel() for axes in figure.axes] == [f"true {name}" for name in "abcdef"]
    points = [sorted(map(tuple, np.asarray(axes.collections[0].get_offsets()))) for axes in figure.axes]
    assert points == [[(i + 1, i), (i + 8, i + 7)] for i in range(6)]
