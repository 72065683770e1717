import mfc

SPEC = """\
tournament Houses "<b>Houses</b>"
param rows = 200 "Rows to mock"
data mock.regression { n_samples = rows }
model ridge: Ridge { alpha in [0.001, 0.01, 0.1, 1, 10, 100], tol in [0.0001, 0.001, 0.01, 0.1] }
"""


def test_a_cell_shows_some_candidates_and_how_many_more() -> None:
    html = mfc.loads(SPEC).plan(rows=50)._repr_html_()
    assert "ridge-019" in html
    assert "ridge-020" not in html
    assert "and 4 more" in html
    assert "5 folds = 120 fits" in html
    assert "<td>--rows</td><td>50</td>" in html
    assert "&lt;b&gt;Houses&lt;/b&gt;" in html
