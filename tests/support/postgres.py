"""A PostgreSQL server of a test's own, on loopback, where one is installed."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OWNER = "postgres" if os.geteuid() == 0 else None  # the server refuses to run as root


def binaries() -> Path | None:
    """Return the folder of the newest server's programs."""
    on_path = shutil.which("initdb")
    installed = [on_path] if on_path else sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return Path(installed[-1]).resolve().parent if installed else None


@contextmanager
def server() -> Iterator[str]:
    """Run a server with an empty database; give its address, as SQLAlchemy takes it."""
    programs = binaries()
    assert programs
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    # pytest's own folders are closed to other users
    with tempfile.TemporaryDirectory(prefix="mfc-postgres-", ignore_cleanup_errors=True) as folder:
        if OWNER:
            shutil.chown(folder, OWNER)
        data = f"{folder}/data"
        _call(folder, programs / "initdb", "-D", data, "-U", "tester", "--auth=trust", "--no-sync")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
        control = (programs / "pg_ctl", "-D", data, "-w")
        _call(folder, *control, "-o", options, "-l", f"{folder}/log", "start")
        try:
            yield f"postgresql+psycopg://tester@127.0.0.1:{port}/postgres"
        finally:
            _call(folder, *control, "-m", "immediate", "stop")


def _call(folder: str, *command: str | Path) -> None:
    subprocess.run(command, check=True, cwd=folder, user=OWNER, stdout=subprocess.DEVNULL, timeout=60)
