import tomllib

from editing import EDITORS


def test_the_language_and_its_server() -> None:
    settings = tomllib.loads((EDITORS / "helix" / "languages.toml").read_text())
    (language,) = settings["language"]
    assert language["file-types"] == ["mf"]
    assert [settings["language-server"][name] for name in language["language-servers"]] == [
        {"command": "mfc", "args": ["lsp"]}
    ]
