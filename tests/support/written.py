"""Whether a file was written: another file in its place, or other content, tells; to have read it does not."""

from pathlib import Path


def writing_of(path: Path | str) -> tuple[int, int, int]:
    """Return what stays the same as long as nothing writes a file: its inode, and when it last changed, in ns."""
    state = Path(path).stat()
    return state.st_ino, state.st_mtime_ns, state.st_ctime_ns
