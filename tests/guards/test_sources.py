"""Files stay short enough to be read at once, and hold nothing left for later or tied to one machine."""

import ast
import re

import pytest

from tests.guards.source import files, name

MOST_LINES = 300
CODE = (".py", ".html", ".js", ".css")
TEXT = (*CODE, ".md", ".toml", ".po", ".txt", "")
LEFT_FOR_LATER = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
MACHINE_PATH = re.compile(r"(?<![\w.:/])/(work|root|home/\w+|Users/\w+)/")
SKIPS = {"pytest.skip", "pytest.mark.skip", "pytest.mark.skipif", "pytest.mark.xfail"}


def test_no_file_is_too_long() -> None:
    # a migration is written once, by Alembic, and never read for pleasure again
    code = [path for path in files(*CODE) if "versions" not in path.parts]
    long = {name(path): lines for path in code if (lines := len(path.read_text().splitlines())) > MOST_LINES}
    assert long == {}, f"at most {MOST_LINES} lines: split along what the file does"


@pytest.mark.parametrize("pattern", [LEFT_FOR_LATER, MACHINE_PATH], ids=["left for later", "path of one machine"])
def test_no_file_holds(pattern: re.Pattern[str]) -> None:
    samples = "samples"  # texts of others, kept as they are
    found = [
        f"{name(path)}:{number}: {line.strip()}"
        for path in files(*TEXT)
        if samples not in path.parts
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


def test_every_skipped_test_says_why() -> None:
    silent = [
        f"{name(path)}:{line}"
        for path in files(".py", below="tests")
        for line in _skips_without_reason(ast.parse(path.read_text()))
    ]
    assert silent == [], "give a reason: it is printed in the summary of the run"


def _skips_without_reason(tree: ast.Module) -> list[int]:
    """The lines of pytest.skip, pytest.mark.skipif and the like that give no reason."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) in SKIPS]
    called = {id(call.func) for call in calls}
    bare = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and ast.unparse(node) in SKIPS]
    silent = [call for call in calls if not _has_reason(call)]
    return [node.lineno for node in (*silent, *(mark for mark in bare if id(mark) not in called))]


def _has_reason(call: ast.Call) -> bool:
    is_plain = ast.unparse(call.func) == "pytest.skip" and bool(call.args)
    return is_plain or any(keyword.arg == "reason" for keyword in call.keywords)


@pytest.mark.parametrize(
    ("code", "is_silent"),
    [
        ("pytest.skip('no Chromium')", False),
        ("pytest.skip()", True),
        ("@pytest.mark.skipif(not FONT, reason='no font')\ndef test(): ...", False),
        ("@pytest.mark.skip\ndef test(): ...", True),
        ("pytestmark = pytest.mark.xfail(strict=True)", True),
    ],
)
def test_a_skip_without_reason_is_seen(code: str, is_silent: bool) -> None:
    assert bool(_skips_without_reason(ast.parse(code))) is is_silent
