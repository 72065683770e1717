"""The final model of a run as files: the model, its preprocessing, a card, and a program that predicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from ..emit.style import styled
from ..emit.texts import fill
from .find import RunError, artifact

if TYPE_CHECKING:
    from pathlib import Path

    from metaflow import Run

CELL_BREAKERS = str.maketrans({"|": "\\|", "`": "'", "\n": " "})


class Final(NamedTuple):
    """The final model, and what is known of it: of several targets their names, and the classes of each."""

    model: Any
    preprocessor: Any
    winner: str
    settings: dict[str, Any]
    columns: list[str]
    targets: list[str] | None
    classes: list[str] | dict[str, list[str]] | None


def export(run: Run, directory: Path) -> list[Path]:
    """Write the files into a directory, which is made if need be, and return them."""
    final = _final(run)
    network = hasattr(final.model, "get_weights")
    model_file = directory / ("model.keras" if network else "model.joblib")
    files = [model_file, directory / "model-card.md", directory / "predict.py"]
    directory.mkdir(parents=True, exist_ok=True)
    _store(final.model, model_file)
    if final.preprocessor is not None:
        files.insert(1, directory / "preprocessor.joblib")
        _store(final.preprocessor, files[1])
    known = {
        "candidate": final.winner,
        "run": run.pathspec,
        "columns": final.columns,
        "targets": final.targets,
        "classes": final.classes,
        "prepared": final.preprocessor is not None,
    }
    card = fill("model_card.md.jinja", **known, **_facts(run, final), model_file=model_file.name)
    (directory / "model-card.md").write_text(card, encoding="utf-8")
    (directory / "predict.py").write_text(styled(fill("predict.py.jinja", **known, network=network)), encoding="utf-8")
    return files


def _final(run: Run) -> Final:
    model = artifact(run, "refit", "model")
    if model is None:
        message = f"`{run.pathspec}` has no final model yet"
        raise RunError(message)
    preprocessor = artifact(run, "refit", "preprocessor")
    winner = str(artifact(run, "rank", "winner"))
    candidates = cast("dict[str, dict[str, Any]]", artifact(run, "start", "candidates"))
    columns, target = _columns(run, preprocessor or model), artifact(run, "start", "target")
    classes = cast("list[str] | dict[str, list[str]] | None", artifact(run, "rank", "classes"))
    targets = None if isinstance(target, str) else cast("list[str]", target)
    return Final(model, preprocessor, winner, candidates[winner], columns, targets, classes)


def _columns(run: Run, first: Any) -> list[str]:
    """Return the columns that the first part of the model takes, in their order."""
    names = getattr(first, "feature_names_in_", None)
    if names is not None:
        return [str(name) for name in names]
    table, target = cast("Any", artifact(run, "start", "data")), artifact(run, "start", "target")
    targets = [target] if isinstance(target, str) else cast("list[str]", target)
    left = [str(name) for name in table.columns if name not in targets]
    if getattr(first, "input_shape", (None, None))[1] != len(left):
        message = f"the model of `{run.pathspec}` does not say which columns it takes"
        raise RunError(message)
    return left


def _store(thing: Any, file: Path) -> None:
    if file.suffix == ".keras":
        thing.save(file)
    else:
        import joblib  # type: ignore[import-untyped]

        joblib.dump(thing, file)


def _facts(run: Run, final: Final) -> dict[str, Any]:
    scores = cast("dict[str, float]", artifact(run, "evaluate", "test_scores") or {})
    baseline = cast("dict[str, float]", artifact(run, "evaluate", "baseline_scores") or {})
    return {
        "flow": run.pathspec.partition("/")[0],
        "finished": f"{run.finished_at:%Y-%m-%d %H:%M}" if run.finished_at else "not yet",
        "rows": f"{len(cast('Any', artifact(run, 'start', 'data'))):,}",
        "settings": [(name, str(value).translate(CELL_BREAKERS)) for name, value in final.settings.items()],
        "scores": [(name, f"{value:.4g}", f"{baseline[name]:.4g}") for name, value in scores.items()],
        "digest": artifact(run, "start", "spec_digest"),
    }
