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
    program = tmp_path / "program.txt"
    program.write_bytes(b"\x7fELF\x02\x01\x01\x00")
    paths = [tmp_path / "none.txt", tmp_path, large, program, SEED]
    *refused, good = read_files(paths, tmp_path / "out")
    assert all(result.error for result in refused)
    assert refused[-1].error == f"{program}: cannot be read, it is no text. Give a .txt file."
    assert good.error is None
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["seed-china.json"]
