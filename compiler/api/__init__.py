"""The compiler for notebooks and scripts: specifications and their runs as objects with a rich display."""
