"""Measure how long the language server takes to answer, over a pipe as an editor has it, on a spec of 500 lines.

python benchmarks/editor.py            # a Markdown table
python benchmarks/editor.py --check    # exits with 1 if a limit is exceeded
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median, quantiles
from typing import IO, TYPE_CHECKING, Any, NamedTuple, cast

from startup import run_once

if TYPE_CHECKING:
    from collections.abc import Iterator

MFC = Path(sys.executable).with_name("mfc")
URI = "file:///spec.mf"
STARTS = 5
STARTING = 20
"""How many times as long as Python takes to do nothing: attrs compiles methods of 500 types anew each time."""
MODELS = 70
HEAD = 'tournament Long "Five hundred lines"\n\ndata mock.regression {\n  n_samples = 1_000\n}\n\nlet width = 15\n'
MODEL = """
model net_{number}: keras.MLP {{
  hidden_layer_sizes in [(width,), (width, width), ({number},)]
  l2 ~ loguniform(1e-8, 1e-2)
  early_stopping {{ patience = 10, max_iterations = 500 }}
  search random(3)
}}
"""
SPEC = HEAD + "".join(MODEL.format(number=number) for number in range(1, MODELS + 1))


class Timed(NamedTuple):
    """What was asked, what 95 of 100 answers took at the most, and the limit, in ms."""

    title: str
    taken: float
    limit: int

    @property
    def too_slow(self) -> bool:
        """Whether the limit is exceeded."""
        return self.taken > self.limit


class Server:
    """The server in a process of its own."""

    def __init__(self) -> None:
        command = [MFC, "lsp"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - our own
        self.into, self.out = cast("IO[bytes]", self.process.stdin), cast("IO[bytes]", self.process.stdout)
        self.number = 0

    def request(self, method: str, params: dict[str, Any]) -> Any:
        """Ask, and return the answer."""
        self.number += 1
        self._send({"id": self.number, "method": method, "params": params})
        return next(one for one in self._messages() if one.get("id") == self.number)["result"]

    def notify(self, method: str, params: dict[str, Any]) -> None:
        """Tell the server something."""
        self._send({"method": method, "params": params})

    def wait_for(self, method: str) -> Any:
        """Return what the server says next of its own accord by some method."""
        return next(one for one in self._messages() if one.get("method") == method)["params"]

    def stop(self) -> float:
        """Say goodbye, wait until it has ended, and return how many ms of the CPU it took."""
        self.request("shutdown", {})
        self.notify("exit", {})
        _, status, usage = os.wait4(self.process.pid, 0)
        self.process.returncode = os.waitstatus_to_exitcode(status)
        return 1000 * (usage.ru_utime + usage.ru_stime)

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.into.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.into.flush()

    def _messages(self) -> Iterator[dict[str, Any]]:
        while header := self.out.readline():
            length = int(header.split(b":")[1])
            while self.out.readline().strip():
                pass
            yield json.loads(self.out.read(length))


def measure(times: int) -> list[Timed]:
    """Start the server a few times, and time what an editor asks the last one most."""
    starts = [(_started().stop(), run_once([sys.executable, "-c", "pass"])[1]) for _ in range(STARTS)]
    ready, nothing = (median(taken) for taken in zip(*starts, strict=True))
    server = _started()
    server.notify("initialized", {})
    item = {"uri": URI, "languageId": "mfc", "version": 0, "text": SPEC}
    server.notify("textDocument/didOpen", {"textDocument": item})
    server.wait_for("textDocument/publishDiagnostics")
    found = [
        Timed(f"starting and ending, of the CPU, median of {STARTS}", ready, round(STARTING * nothing)),
        Timed("re-check after a key", _recheck(server, times), 30),
        Timed("completion after a key", _ask(server, "completion", times), 50),
        Timed("hover after a key", _ask(server, "hover", times), 50),
    ]
    server.stop()
    return found


def _started() -> Server:
    server = Server()
    server.request("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
    return server


def _type(server: Server, number: int) -> None:
    """Put one key more into the middle of the text."""
    text = SPEC.replace("net_35:", f"net_35{'x' * (number + 1)}:")
    document = {"uri": URI, "version": number + 1}
    server.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})


def _recheck(server: Server, times: int) -> float:
    """Time code actions, which need the findings in the text as it is now."""
    return _ask(server, "codeAction", times)


def _ask(server: Server, what: str, times: int) -> float:
    """Return what most answers take, each after one key."""
    line = SPEC[: SPEC.index("hidden_layer_sizes", len(SPEC) // 2)].count("\n")
    place = {"line": line, "character": 6}
    params: dict[str, Any] = {"textDocument": {"uri": URI}, "position": place}
    if what == "codeAction":
        params |= {"range": {"start": place, "end": place}, "context": {"diagnostics": []}}
    taken = []
    for number in range(times):
        _type(server, number)
        begun = time.perf_counter()
        server.request(f"textDocument/{what}", params)
        taken.append(1000 * (time.perf_counter() - begun))
    return quantiles(taken, n=20)[-1]


def main() -> int:
    """Print the table, and return 1 if asked to check and a limit is exceeded."""
    parser = argparse.ArgumentParser(description="Measure how long the language server takes to answer.")
    parser.add_argument("--times", type=int, default=100, help="how often each is asked, of which 95% count")
    parser.add_argument("--check", action="store_true", help="exit with 1 if a limit is exceeded")
    arguments = parser.parse_args()
    found = measure(arguments.times)
    print("| editor | 95% within | limit |\n| --- | ---: | ---: |")
    for one in found:
        print(f"| {one.title} | {one.taken:.0f} ms | {one.limit} ms |")
    return int(arguments.check and any(one.too_slow for one in found))


if __name__ == "__main__":
    sys.exit(main())
