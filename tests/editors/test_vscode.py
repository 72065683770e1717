"""The VS Code extension: its grammar, tokenised in Node.js, and its package."""

import json
import re
from zipfile import ZipFile

import pytest
from editing import BUILT, EDITORS, needs, needs_npm_packages, run

import mfc

MANIFEST = json.loads((EDITORS / "vscode" / "package.json").read_text())
PACKAGED = [
    "LICENSE.txt",
    "dist/extension.js",
    "language-configuration.json",
    "package.json",
    "readme.md",
    "syntaxes/markdown.tmLanguage.json",
    "syntaxes/mf.tmLanguage.json",
]


@pytest.fixture(scope="module")
def package() -> ZipFile:
    run("make", "--silent", "vsix")
    return ZipFile(BUILT / "mfc.vsix")


def test_the_extension_has_the_version_of_the_compiler() -> None:
    assert MANIFEST["version"] == mfc.__version__


def test_npm_packages_are_pinned() -> None:
    window = json.loads((EDITORS / "vscode" / "test" / "window" / "package.json").read_text())
    for version in [*MANIFEST["devDependencies"].values(), *window["dependencies"].values()]:
        assert re.fullmatch(r"\d+\.\d+\.\d+", version)


def test_every_command_of_the_manifest_is_registered() -> None:
    source = (EDITORS / "vscode" / "src" / "extension.ts").read_text()
    offered = {command["command"] for command in MANIFEST["contributes"]["commands"]}
    assert offered == set(re.findall(r'(?:onSpec|registerCommand)\("([\w.]+)"', source))


@needs("npm", "npm")
@needs_npm_packages()
def test_the_package_holds_what_runs_and_nothing_else(package: ZipFile) -> None:
    names = [name.removeprefix("extension/") for name in package.namelist() if name.startswith("extension/")]
    assert sorted(names) == PACKAGED


@needs("npm", "npm")
@needs_npm_packages()
def test_the_bundle_is_whole(package: ZipFile) -> None:
    bundle = package.read("extension/dist/extension.js").decode()
    nodes_own = json.loads(run("node", "--print", "JSON.stringify(require('node:module').builtinModules)"))
    required = {name.removeprefix("node:") for name in re.findall(r'require\("([^"]+)"\)', bundle)}
    assert required - set(nodes_own) == {"vscode"}


@needs("npm", "npm")
@needs_npm_packages()
def test_the_textmate_grammar(package: ZipFile) -> None:
    assert re.search(r"pass [1-9]\d*\n.*fail 0\n", run("npm", "test", "--prefix", BUILT / "vscode"))
