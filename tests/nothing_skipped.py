"""For machines where every part must be there: a skipped test fails the run (`-p tests.nothing_skipped`)."""

import pytest

_skipped: list[str] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Note each test that did not run, or was expected to fail."""
    if report.skipped:
        _skipped.append(report.nodeid)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    """Note each file that skipped itself as a whole."""
    if report.skipped:
        _skipped.append(report.nodeid)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A run with skipped tests has not passed."""
    if _skipped and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say why the run failed; the reasons stand in pytest's own list above."""
    if _skipped:
        terminalreporter.write_line(f"Nothing may be skipped here, but {len(_skipped)} were:", red=True)
        for nodeid in _skipped:
            terminalreporter.write_line(f"  {nodeid}")
