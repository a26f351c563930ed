"""Files in, records out."""

import json
from pathlib import Path

from workshops.press.command import MAX_BYTES, read_files

SEED = Path(__file__).parents[2] / "samples" / "press" / "seeds" / "seed-china.txt"


def test_one_record_per_file(tmp_path: Path) -> None:
    (result,) = read_files([SEED], tmp_path / "new" / "folder")
    assert result.error is None
    assert result.target == tmp_path / "new" / "folder" / "seed-china.json"
    assert json.loads(result.target.read_text(encoding="utf-8"))["country"] == "CN"


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    large.write_bytes(b" " * (MAX_BYTES + 1))
    missing, folder, too_large, good = read_files([tmp_path / "none.txt", tmp_path, large, SEED], tmp_path / "out")
    assert [bool(r.error) for r in (missing, folder, too_large, good)] == [True, True, True, False]
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["seed-china.json"]
