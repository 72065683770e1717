"""Black's style, in which the library is written and into which the generated half is brought."""

from __future__ import annotations

LINE_LENGTH = 100


def styled(text: str) -> str:
    """Return Python text in black's style, regardless of the user's configuration of black."""
    import black

    mode = black.Mode(line_length=LINE_LENGTH, target_versions={black.mode.TargetVersion.PY311})
    return black.format_str(text, mode=mode)
