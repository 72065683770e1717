"""Findings as data, separate from how they are shown."""

from .codes import Code, Severity
from .diagnostic import Diagnostic, Finding, Fix, Related

__all__ = ["Code", "Diagnostic", "Finding", "Fix", "Related", "Severity"]
