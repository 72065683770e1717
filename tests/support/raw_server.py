"""A language server as a process, and the bytes that go to and fro."""

import json
import subprocess
from typing import Any

Json = dict[str, Any]


class Raw:
    """The server's two ends."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.said: list[Json] = []
        self._number = 0

    def send(self, content: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(content)
        self.process.stdin.flush()

    def tell(self, method: str, params: Any, **more: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        self.send(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def ask(self, method: str, params: Any) -> Json:
        self._number += 1
        self.tell(method, params, id=self._number)
        return self.wait(lambda message: message.get("id") == self._number)

    def open(self, uri: str, text: str) -> None:
        item = {"uri": uri, "languageId": "mfc", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": item})

    def findings(self, uri: str) -> list[str]:
        """Return the codes that are published next for a text."""
        said = self.wait(
            lambda one: one.get("method") == "textDocument/publishDiagnostics" and one["params"]["uri"] == uri
        )
        return [one["code"] for one in said["params"]["diagnostics"]]

    def wait(self, is_wanted: Any) -> Json:
        while True:
            message = self._read()
            if is_wanted(message):
                return message
            self.said.append(message)

    def _read(self) -> Json:
        assert self.process.stdout is not None
        size = 0
        while (line := self.process.stdout.readline()).strip():
            if line.lower().startswith(b"content-length:"):
                size = int(line.split(b":")[1])
        assert size, "the server has ended"
        return json.loads(self.process.stdout.read(size))  # type: ignore[no-any-return]
