"""The protocol of pygls, except that an invalid request gets an answer."""

from __future__ import annotations

from typing import Any

from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams, JsonRpcInvalidRequest
from pygls.protocol import LanguageServerProtocol


class Protocol(LanguageServerProtocol):
    """The protocol of our server."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Return a message; a request with parameters that the protocol does not have is answered at once."""
        try:
            return super().structure_message(data)
        except JsonRpcException:
            number, method = data.get("id"), data.get("method")
            if isinstance(number, int | str) and method is not None:
                wrong = JsonRpcInvalidParams(f"wrong parameters of `{method}`")
                self._send_response(number, None, wrong.to_response_error())
            raise

    def refuse(self, why: str) -> None:
        """Report that a message was not read, without knowing which."""
        error = {"code": JsonRpcInvalidRequest.CODE, "message": why}
        self._send_data({"jsonrpc": self.VERSION, "id": None, "error": error})
