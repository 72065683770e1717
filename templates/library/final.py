"""Model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .schema import kind_of

if TYPE_CHECKING:
    from metaflow import Run


def find_run(tournament: str, name: str, tag: str) -> Run:
    """Return the run with this number, or the latest successful one, with a tag if given."""
    from metaflow import Flow, Run, namespace
    from metaflow.exception import MetaflowException

    namespace(None)  # whoever ran it
    asked = f"run {name!r}" if name else "successful run"
    tagged = f" with the tag {tag!r}" if tag and not name else ""
    message = f"there is no {asked} of {tournament}{tagged}"
    try:
        if name:
            return Run(f"{tournament}/{name.removeprefix(tournament + '/')}")
        runs = Flow(tournament).runs(*([tag] if tag else []))
        found = next((run for run in runs if run.successful), None)
    except MetaflowException as error:
        raise LookupError(message) from error
    if found is None:
        raise LookupError(message)
    return found


def final_of(pathspec: str) -> Any:
    """Return the results of a run; loading its model executes any code in it."""
    from metaflow import Run, namespace

    namespace(None)
    final = Run(pathspec).data
    if final is None or "model" not in final:
        message = f"{pathspec} has no final model"
        raise LookupError(message)
    if "fits" not in final:
        message = f"{pathspec} is of a flow by an earlier mfc: compile it and run it again"
        raise LookupError(message)
    return final


def schema_in(final: Any, pathspec: str) -> dict[str, Any]:
    """Return the kinds of the columns that a run learned from; if it keeps none, its rows tell."""
    from metaflow import Run

    if "schema" in final:
        return final.schema
    task: Any = Run(pathspec)["start"].task
    return {name: kind_of(column) for name, column in task["data"].data.items()}
