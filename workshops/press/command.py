"""Reading files on the command line: one JSON record beside each text, no database."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from workshops.press.extract import read_press_release
from workshops.press.facts import PressFacts
from workshops.press.reading import decode

MAX_BYTES = 5_000_000
_NO_TEXT = re.compile(b"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""Bytes that no text has, other than one in UTF-16, which begins with its mark."""


@dataclass(frozen=True)
class FileResult:
    """What became of one file: the facts and where their record was written, or why it could not be read."""

    source: Path
    target: Path | None
    facts: PressFacts | None
    error: str | None = None


def read_files(paths: Iterable[Path], out_dir: Path) -> list[FileResult]:
    """Read each file and write `out_dir/NAME.json` (UTF-8, two spaces) for `NAME.txt`; one result per path, in order.

    Makes `out_dir` if it is missing. A file that cannot be read gives a result with `error` and does not stop the
    others. Raises OSError when `out_dir` cannot be written.
    """
    out_dir.mkdir(parents=True, exist_ok=True)
    return [_read_file(Path(path), out_dir) for path in paths]


def _read_file(path: Path, out_dir: Path) -> FileResult:
    try:
        if path.stat().st_size > MAX_BYTES:
            return FileResult(path, None, None, f"{path}: the file has more than {MAX_BYTES // 1_000_000} MB")
        data = path.read_bytes()
    except OSError as problem:
        return FileResult(path, None, None, f"{path}: {problem.strerror or problem}")
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")) and _NO_TEXT.search(data):
        return FileResult(path, None, None, f"{path}: cannot be read, it is no text. Give a .txt file.")
    facts = read_press_release(decode(data))
    target = out_dir / f"{path.stem}.json"
    target.write_text(json.dumps(facts.to_record(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return FileResult(path, target, facts)
