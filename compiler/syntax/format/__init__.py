"""The canonical style: a text without syntax errors, laid out anew; docs/style.md has its rules."""
