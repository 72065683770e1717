import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_lsp
from editor import Editor
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

MFC = str(Path(sys.executable).with_name("mfc"))


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[MFC, "lsp", "--stdio"]), scope="module")
async def client(lsp_client: LanguageClient) -> AsyncIterator[None]:
    """A server in a process of its own, with a client that can do all that VS Code can."""
    lsp_client.feature(types.CLIENT_REGISTER_CAPABILITY)(lambda params: None)
    params = types.InitializeParams(capabilities=client_capabilities("visual-studio-code"))
    await lsp_client.initialize_session(params)
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def editor(client: LanguageClient, tmp_path: Path) -> Iterator[Editor]:
    editor = Editor(client, tmp_path)
    yield editor
    editor.close()
