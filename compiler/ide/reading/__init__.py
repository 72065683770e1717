"""Explanations in the text: hover, signatures, hints, lenses."""
