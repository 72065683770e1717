from mfc.api.html import cell, code, element, picture, table


def test_text_is_only_text() -> None:
    assert element("p", "<b>", element("i", "&")).text == "<p>&lt;b&gt;<i>&amp;</i></p>"
    assert "<td>&lt;b&gt;</td>" in table(("a",), [("<b>",)]).text
    assert "<script>" not in code("# <script>", "mfc").text
    assert 'alt="&lt;a&quot;&gt;"' in picture('<a">', b"").text


def test_a_cell_follows_the_theme() -> None:
    assert '[data-jp-theme-light="false"] .mfc' in cell(element("p", "text"))
