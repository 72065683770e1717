"""The two halves of a flow fit, or what does not is named."""

from pathlib import Path

import pytest
from small_library import linked

from mfc.emit.module import LinkError


@pytest.mark.parametrize(
    ("generated", "modules", "names", "message"),
    [
        ("def f(): g()", {}, ["g"], "`g`, which the generated half uses, is defined nowhere"),
        ("def f(): g()", {"m": "def g(): h()"}, ["h"], "`h`, which m.g uses, is defined nowhere"),
        ("def f(): g()", {"m": "def g(a: A): b"}, ["b", "A"], "is defined nowhere; `A`, which m.g"),
        (
            "def f(): g()",
            {"m": "from .other import h\ndef g(): h()"},
            ["h"],
            "`h`, which m.g uses, is defined nowhere",
        ),
        (
            "def f(): g()",
            {"m": "def g(): h()", "n": "def h(): pass"},
            ["h"],
            "`h`, which m.g uses, is defined nowhere",
        ),
        (
            "def f(): g()\ndef h(): pass",
            {"m": "def g(): h()"},
            ["h"],
            "`h`, which m.g uses, is defined nowhere",
        ),
        (
            "def f(): g()",
            {"m": "def g(): pass", "n": "def g(): pass"},
            ["g"],
            "`g` is defined in several of the chosen modules: m, n",
        ),
        (
            "def f(): g()\ndef h(): pass",
            {"m": "def g(): h()\ndef h(): pass"},
            ["h"],
            "`h` is defined in the library and in the generated half",
        ),
        (
            "def f(): g()\ndef h(): pass",
            {"m": "from .n import h\ndef g(): h()", "n": "def h(): pass"},
            ["h"],
            "`h` is defined in the library and in the generated half",
        ),
        (
            "import a\ndef f(): g(a)",
            {"m": "from b import a\ndef g(c): a"},
            ["a"],
            "`a`, which m.g imports, is something else elsewhere",
        ),
        (
            "def f(): g()\ndef a(): pass",
            {"m": "from b import a\ndef g(c): a"},
            ["a"],
            "`a`, which m.g imports, is something else elsewhere",
        ),
        (
            "from h import h\ndef f(): g(h)",
            {"m": "def g(c): h()\ndef h(): pass"},
            ["h"],
            "`h`, which the generated half imports, is something else elsewhere",
        ),
        (
            "def f(): g()",
            {"m": "from .n import h\ndef g(): h(filter)", "n": "def h(a): filter()\ndef filter(): pass"},
            ["filter"],
            "`filter`, which m.g takes from Python, is something else elsewhere",
        ),
        (
            "def f(): g(filter)\ndef filter(): pass",
            {"m": "def g(a): filter(a)"},
            ["filter"],
            "`filter`, which m.g takes from Python, is something else elsewhere",
        ),
        ("A = g()", {"m": "def g(): pass"}, ["g"], "needs `g` of the library while it is imported"),
        ("@g\ndef f(): pass", {"m": "def g(): pass"}, ["g"], "needs `g` of the library while it is imported"),
        ("def f(a=g): pass", {"m": "def g(): pass"}, ["g"], "needs `g` of the library while it is imported"),
        ("class C:\n    a = g", {"m": "def g(): pass"}, ["g"], "needs `g` of the library while it is imported"),
        (
            "def f(): h()",
            {"m": "from .n import g\n@g\ndef h(): pass", "n": "def g(): pass"},
            ["g"],
            "m needs `g` while it is imported, which is defined below it",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name(
    tmp_path: Path, generated: str, modules: dict[str, str], names: list[str], message: str
) -> None:
    with pytest.raises(LinkError) as caught:
        linked(tmp_path, generated, **modules)
    assert list(caught.value.names) == names
    assert message in str(caught.value)


def test_the_main_statement_may_use_the_library_while_it_is_imported(tmp_path: Path) -> None:
    main = 'if __name__ == "__main__":\n    g()\n'
    assert linked(tmp_path, f"x = 1\n\n\n{main}", m="def g(): pass\n").text.endswith(f"def g(): pass\n\n\n{main}")


def test_the_generated_half_may_have_what_no_chosen_module_has(tmp_path: Path) -> None:
    generated = "def f(): g()\n\n\ndef h(): pass\n"
    assert "def g(): h()" in linked(tmp_path, generated, m="from .n import h\n\n\ndef g(): h()\n").text
