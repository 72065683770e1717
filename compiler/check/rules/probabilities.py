"""Members of ensembles in a classification: what is combined is their probabilities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import NO_PROBABILITIES
from ...diagnostics.diagnostic import Diagnostic
from ...meaning.ensembles import listed, pool, settings_of
from ...meaning.probabilities import gives_classes_alone
from ...syntax.tree import EnsembleDeclaration, Path

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Entrant, Outline
    from ...source import Span


def probabilities(outline: Outline, report: Report) -> None:
    """Check that the members of every ensemble give probabilities, in a classification."""
    for declared in outline.all(EnsembleDeclaration) if outline.task == "classification" else ():
        entrants = pool(declared, outline)
        able = [one.model.name.text for one in entrants if not gives_classes_alone(one, outline)]
        for entrant in entrants:
            if entrant.model.name.text not in able:
                report(_without(entrant, able, _place(declared, entrant, outline)))


def _without(entrant: Entrant, able: list[str], span: Span) -> Diagnostic:
    name, estimator = entrant.model.name.text, entrant.model.estimator.parts[-1]
    message = f"`{name}` has no probabilities, which an ensemble of classifiers needs"
    help_ = "wrap it in `CalibratedClassifierCV`"
    help_ += f", or leave it out with `members = [{', '.join(able)}]`" if able else ""
    return Diagnostic(NO_PROBABILITIES, span, message, f"`{estimator}` predicts only classes", help_)


def _place(declared: EnsembleDeclaration, entrant: Entrant, outline: Outline) -> Span:
    """Return where a model becomes a member: where it is named, or else at the kind of the ensemble."""
    given = settings_of(declared, outline).get("members")
    items = (listed(given.value) or ()) if given else ()
    named = (item.span for item in items if isinstance(item, Path) and item.text == entrant.model.name.text)
    return next(named, declared.kind.span)
