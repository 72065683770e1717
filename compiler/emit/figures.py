"""The figures of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..plan.plan import Plan


def figure_calls(plan: Plan) -> dict[str, str]:
    """Return the call that draws each figure of a plan, by the name of its file."""
    positive = ", POSITIVE" * (plan.data.positive is not None)
    out_of_fold = "out_of_fold_of(self.winner, self.out_of_fold)"
    calls = {
        "all_scores": "scores_figure(self.leaderboard, self.fits)",
        "predicted_vs_true": "prediction_figure(truth, predicted, title)",
        "residuals": "residuals_figure(truth, predicted, title)",
        "confusion_matrix": "confusion_figure(truth, predicted, title)",
        "roc_curve": f"roc_figure(truth, predicted, title{positive})",
        "precision_recall": f"precision_recall_figure(truth, predicted, title{positive})",
        "calibration": f"calibration_figure(self.data[TARGET], {out_of_fold}, TITLE{positive})",
        "importance": "importance_figure(importance, title)",
    }
    return {f"{name.replace('_', '-')}.png": calls[name] for name in calls if name in plan.report.figures}
