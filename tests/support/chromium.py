"""A real Chromium for tests, or the reason why there is none."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)
PATIENCE = 60


def missing() -> str | None:
    """Say what is not here that tests in a browser need."""
    if find_spec("playwright") is None:
        return "playwright is not installed: pip install -e '.[browser]'"
    if shutil.which("chromium") is None:
        return "Chromium is not installed: apt-get install chromium"
    return None


@contextmanager
def browser() -> Iterator[Any]:
    """Start Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        try:
            yield started
        finally:
            started.close()


@contextmanager
def served(command: list[str], address: str, folder: Path) -> Iterator[str]:
    """Start a server, `{port}` in its command and address being a free port, and yield its address once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = address.format(port=port)
    words = [word.format(port=port) for word in command]
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen([sys.executable, *words], cwd=folder, stdout=log, stderr=subprocess.STDOUT)
        try:
            _wait(url, process)
            yield url
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            urlopen(url, timeout=5).close()
        except (URLError, ConnectionError):
            if process.poll() is not None or time.monotonic() > end:
                raise
            time.sleep(0.1)
        else:
            return
