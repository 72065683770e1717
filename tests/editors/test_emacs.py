"""Emacs's mode for specs, in a batch Emacs."""

import json
from pathlib import Path

import pytest
from editing import EDITORS, needs, run

MODE = EDITORS / "emacs" / "mfc-mode.el"
SPEC = """\
model m: lightgbm.LGBMRegressor { # a model
seed in [1, 2]
fit {
search = "a # b" }
search random(
3)
}
"""
INDENTED = """\
model m: lightgbm.LGBMRegressor { # a model
  seed in [1, 2]
  fit {
    search = "a # b" }
  search random(
    3)
}
"""
FACES = """
(with-temp-buffer
  (insert-file-contents (getenv "SPEC"))
  (mfc-mode)
  (font-lock-ensure)
  (princ (json-encode
    (mapcar (lambda (word)
              (goto-char (point-min))
              (search-forward word)
              (symbol-name (or (get-text-property (match-beginning 0) 'face) 'none)))
            '("model" "m:" "lightgbm" "# a" "seed" "in" "fit" "search" "\\"a" "search random")))))
"""
INDENT = """
(with-temp-buffer
  (insert-file-contents (getenv "SPEC"))
  (mfc-mode)
  (indent-region (point-min) (point-max))
  (princ (buffer-string)))
"""

pytestmark = needs("emacs", "emacs-nox")


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "houses.mf"
    path.write_text(SPEC)
    return path


def emacs(expression: str, spec: Path) -> str:
    quiet = ("--quick", "--batch", "--eval", "(setq inhibit-message t)")
    return run("emacs", *quiet, "-l", MODE, "-l", "json", "--eval", expression, SPEC=str(spec), PATH="/usr/bin:/bin")


def test_it_compiles_without_a_warning(tmp_path: Path) -> None:
    copy = tmp_path / MODE.name
    copy.write_text(MODE.read_text())
    run(
        "emacs", "--quick", "--batch", "--eval", "(setq byte-compile-error-on-warn t)", "-f", "batch-byte-compile", copy
    )


def test_specs_open_in_the_mode(spec: Path) -> None:
    script = '(progn (find-file (getenv "SPEC")) (princ major-mode))'
    assert emacs(script, spec) == "mfc-mode"


def test_faces(spec: Path) -> None:
    assert [face.removeprefix("font-lock-") for face in json.loads(emacs(FACES, spec))] == [
        "keyword-face",
        "function-name-face",
        "type-face",
        "comment-delimiter-face",
        "variable-name-face",
        "builtin-face",
        "keyword-face",
        "variable-name-face",
        "string-face",
        "keyword-face",
    ]


def test_indentation(spec: Path) -> None:
    assert emacs(INDENT, spec) == INDENTED
