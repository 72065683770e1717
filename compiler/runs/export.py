"""The final model of a run as files: the model, a card, and a program that predicts."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from ..emit.constants import TENSORFLOW
from ..emit.predict import Exported, render_program
from ..emit.render import fill_template
from .facts import class_balance, estimators, versions
from .find import RunError, artifact, readable, user_of, where
from .shape import final_model, shape_of

if TYPE_CHECKING:
    from pathlib import Path

    from metaflow import Run

CELL_BREAKERS = str.maketrans({"|": "\\|", "`": "'", "\n": " "})


class Final(NamedTuple):
    """The final model, and what is known of it: the target, or the names of several.

    A candidate has settings, an ensemble what the flow keeps of it, and the members that it lost in the end.
    """

    model: Any
    winner: str
    settings: dict[str, Any]
    target: str | list[str]
    schema: dict[str, str]
    reading: dict[str, Any]
    ensemble: dict[str, Any] = {}  # noqa: RUF012  a named tuple's
    lost: dict[str, str] = {}  # noqa: RUF012

    @property
    def columns(self) -> list[str]:
        """The columns that it takes, in their order."""
        return [str(name) for name in self.model.feature_names_in_]

    @property
    def is_network(self) -> bool:
        """Return whether Keras is needed to load it."""
        return any(type(part[-1]).__module__.startswith("keras") for part in pipelines(self.model))


def export(run: Run, directory: Path, *, force: bool = False) -> list[Path]:
    """Write the files into a directory, which is made if need be, and return them."""
    from ..files.fill import fill

    with readable(f"`{run.pathspec}`"):
        final = _final(run)
    return fill(directory, lambda folder: _write(run, final, folder), force=force)


def trusted(run: Run, user: str | None) -> Run:
    """Return a run if it is of the user that is named, or else the one we are: to unpickle its model may run code."""
    from .launch import user_name

    theirs, ours = user_of(run), user or user_name()
    if theirs != ours:
        message = f"`{run.pathspec}` in {where()} was run by `{theirs}`, and you are `{ours}`: its model is unpickled, "
        message += f"which can run code; if you trust them, add `--user {theirs}`"
        raise RunError(message)
    return run


def _write(run: Run, final: Final, folder: Path) -> None:
    import joblib  # type: ignore[import-untyped]

    joblib.dump(final.model, folder / "model.joblib")
    targets = final.target if isinstance(final.target, list) else [final.target]
    known = {"candidate": final.winner, "run": run.pathspec, "columns": final.columns, "targets": targets}
    card = fill_template("model_card.md.jinja", **known, **_facts(run, final))
    (folder / "model-card.md").write_text(card, encoding="utf-8")
    schema = {name: final.schema[name] for name in final.columns}
    exported = Exported(final.winner, run.pathspec, final.target, schema, final.reading, final.is_network)
    (folder / "predict.py").write_text(render_program(exported), encoding="utf-8")


def _final(run: Run) -> Final:
    for name, value in TENSORFLOW.items():
        os.environ.setdefault(name, value.strip("'"))  # a network is not loaded without a word otherwise
    model = final_model(run)
    if model is None:
        message = f"`{run.pathspec}` has no final model yet"
        raise RunError(message)
    winner = str(artifact(run, "rank", "winner"))
    candidates = cast("dict[str, dict[str, Any]]", artifact(run, "start", "candidates"))
    ensembles = cast("dict[str, dict[str, Any]]", artifact(run, "rank", "ensembles") or {})
    lost = cast("dict[str, str]", artifact(run, shape_of(run).report, "lost_members") or {})
    target = cast("str | list[str]", artifact(run, "start", "target"))
    reading = cast("dict[str, Any]", artifact(run, "start", "reading") or {})
    settings, ensemble = candidates.get(winner, {}), ensembles.get(winner, {})
    return Final(model, winner, settings, target, _schema(run), reading, ensemble, lost)


def _schema(run: Run) -> dict[str, str]:
    """Return the kinds of the columns of a run's data; flows whose rows are made up keep none."""
    from ..templates.library.schema import kind_of  # type: ignore[import-not-found]

    kept = cast("dict[str, str] | None", artifact(run, "start", "schema"))
    data = cast("Any", artifact(run, "start", "data"))
    return kept or {str(name): kind_of(column) for name, column in data.items()}


def pipelines(model: Any) -> list[Any]:
    """Return the pipelines that a final model is made of: itself, or those of the members of an ensemble.

    Around them is what predicts by a threshold, if there is one.
    """
    if type(model).__name__ == "FixedThresholdClassifier":
        model = model.estimator.estimator
    first = getattr(model, "steps", [("", model)])[0][1]
    members = [member.estimator for member in getattr(first, "estimators_", ()) if hasattr(member, "estimator")]
    return members or [model]


def _cell(value: object) -> str:
    return str(value).translate(CELL_BREAKERS)


def _number(value: float) -> str:
    """Format a score: with four digits, those before the point complete."""
    return f"{value:,.0f}" if 1e4 <= abs(value) < 1e7 else f"{value:.4g}"


def _members(final: Final) -> dict[str, Any]:
    """Return what the card says of an ensemble: its members with their weights, and who combines them."""
    made, lost = final.ensemble, final.lost
    weights = {name: weight for name, weight in made.get("weights", {}).items() if name not in lost}
    shares = {name: f"{weight / sum(weights.values()):.1%}" for name, weight in weights.items()}
    return {
        "members": [(name, shares.get(name, "-")) for name in made.get("members", ()) if name not in lost],
        "lost": [(name, _cell(reason)) for name, reason in lost.items()],
        "combined": f"combined by `{_cell(made['final'])}`" if "final" in made else "combined by their mean",
    }


def _facts(run: Run, final: Final) -> dict[str, Any]:
    report, data = shape_of(run).report, cast("Any", artifact(run, "start", "data"))
    scores = cast("dict[str, float]", artifact(run, report, "test_scores") or {})
    baseline = cast("dict[str, float]", artifact(run, report, "baseline_scores") or {})
    interval = cast("tuple[float, float, float] | None", artifact(run, report, "test_interval"))
    threshold = cast("dict[str, Any]", artifact(run, report, "threshold") or {})
    return {
        "flow": run.pathspec.partition("/")[0],
        "finished": f"{run.finished_at:%Y-%m-%d %H:%M}" if run.finished_at else "not yet",
        "rows": f"{len(data):,}",
        "n_training": f"{len(cast('Any', artifact(run, 'start', 'train_rows'))):,}",
        "estimators": estimators(pipelines(final.model)),
        "versions": versions(pipelines(final.model)),
        "classes": [(_cell(label), *counted) for label, *counted in class_balance(data, final.target, final.model)],
        "settings": [(name, _cell(value)) for name, value in final.settings.items()],
        **_members(final),
        "scores": [(name, _number(value), _number(baseline[name])) for name, value in scores.items()],
        "interval": f"{_number(interval[0])} to {_number(interval[1])}" if interval else "",
        "threshold": {name: _cell(value) for name, value in threshold.items()},
        "digest": artifact(run, "start", "spec_digest"),
    }
