"""The server's capabilities, available before the compiler is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS = (
    "keyword", "operator", "number", "string", "comment", "class", "function", "property", "variable", "parameter",
    "type", "enumMember",
)  # fmt: skip
"""What words may mean, in the order of the numbers by which the protocol knows it."""

CAPABILITIES: Mapping[str, Any] = {
    types.TEXT_DOCUMENT_COMPLETION: types.CompletionOptions(
        trigger_characters=[".", '"', "/", "~", "=", ":", ">", "(", "["]
    ),
    types.TEXT_DOCUMENT_HOVER: None,
    types.TEXT_DOCUMENT_SIGNATURE_HELP: types.SignatureHelpOptions(["(", ","]),
    types.TEXT_DOCUMENT_DEFINITION: None,
    types.TEXT_DOCUMENT_REFERENCES: None,
    types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT: None,
    types.TEXT_DOCUMENT_PREPARE_RENAME: None,
    types.TEXT_DOCUMENT_RENAME: types.RenameOptions(prepare_provider=True),
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: None,
    types.TEXT_DOCUMENT_FOLDING_RANGE: None,
    types.TEXT_DOCUMENT_SELECTION_RANGE: None,
    types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL: types.SemanticTokensLegend([*WORDS], ["declaration"]),
    types.TEXT_DOCUMENT_DOCUMENT_LINK: None,
    types.TEXT_DOCUMENT_INLAY_HINT: None,
    types.TEXT_DOCUMENT_CODE_LENS: None,
    types.TEXT_DOCUMENT_FORMATTING: None,
    types.TEXT_DOCUMENT_RANGE_FORMATTING: None,
    types.TEXT_DOCUMENT_CODE_ACTION: types.CodeActionOptions(
        code_action_kinds=[types.CodeActionKind.QuickFix, types.CodeActionKind.RefactorRewrite]
    ),
}
"""The requests that are answered about a text, each with its options."""
