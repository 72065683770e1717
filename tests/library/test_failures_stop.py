from mfc.templates.library.failures_stop import SKIPPED


def test_no_failure_is_skipped() -> None:
    assert not issubclass(Exception, SKIPPED)
