"""How names are written."""

from __future__ import annotations

import re

CAP_WORDS = re.compile(r"[A-Z][A-Za-z0-9]*")
"""The name of a tournament, which becomes that of a class."""
