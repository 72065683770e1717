from mfc.templates.library.failures import SKIPPED


def test_any_failure_is_skipped() -> None:
    assert issubclass(ValueError, SKIPPED)
