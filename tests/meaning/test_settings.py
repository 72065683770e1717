from checking import checked

from mfc.meaning.settings import run_binding, run_setting


def test_a_setting_of_run() -> None:
    outline = checked("run { retries = 3, timeout = 2m }").outline
    assert run_setting(outline, "timeout") == 120
    assert run_binding(outline, "workers") is None
    assert run_setting(outline, "workers") is None
