"""Texts beside the flows, from templates of their own."""

from __future__ import annotations

from .render import environment


def fill(template: str, **values: object) -> str:
    """Return a template's text with these values in it."""
    return environment().get_template(template).render(**values)
