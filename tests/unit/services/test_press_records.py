"""Files, folders and archives in, records out."""

import json
from pathlib import Path

from tests.text_files import zipped
from workshops.errors import WorkshopsError
from workshops.services import press_records
from workshops.services.press_read_before import LIST
from workshops.services.press_records import files_in, read_files

SEED = Path(__file__).parents[2] / "samples" / "press" / "seeds" / "seed-china.txt"
TEXT = "Training in Dakar\n\nA three-day workshop for 30 border guards was held in Dakar, Senegal."


def read(*paths: Path, out: Path) -> list[press_records.FileResult]:
    return list(read_files(files_in(paths), out))


def records(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and path.name != LIST
    )


def test_one_record_per_file(tmp_path: Path) -> None:
    (result,) = read(SEED, out=tmp_path / "new" / "folder")
    assert result.error is None
    assert result.target == tmp_path / "new" / "folder" / "seed-china.json"
    assert json.loads(result.target.read_text(encoding="utf-8"))["country"] == "CN"


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    large.write_bytes(b" " * (20 * 1024**2 + 1))
    program = tmp_path / "program.txt"
    program.write_bytes(b"\x7fELF\x02\x01\x01\x00")
    missing, too_large, no_text, good = read(tmp_path / "none.txt", large, program, SEED, out=tmp_path / "out")
    assert isinstance(missing.error, FileNotFoundError)
    assert isinstance(too_large.error, WorkshopsError)
    assert isinstance(no_text.error, WorkshopsError)
    assert good.error is None
    assert records(tmp_path / "out") == ["seed-china.json"]


def test_a_folder_is_read_with_all_below_it(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "2024" / ".git").mkdir(parents=True)
    for name in ("a.txt", "2024/a.txt", "2024/.git/b.txt", ".hidden.txt", "2024/photo.png"):
        (folder / name).write_text(TEXT)
    results = read(folder, out=tmp_path / "out")
    assert [result.source.relative_to(folder).as_posix() for result in results] == ["2024/a.txt", "a.txt"]
    assert records(tmp_path / "out") == ["2024/a.json", "a.json"]


def test_records_of_an_archive_lie_in_its_folder_and_failures_are_named(tmp_path: Path) -> None:
    archive = tmp_path / "all.zip"
    archive.write_bytes(zipped({"x/a.txt": TEXT, "y/a.txt": TEXT, "old.doc": b"x"}))
    first, second, refused = read(archive, out=tmp_path / "out")
    assert (first.source, refused.source) == (archive / "a.txt", archive / "old.doc")
    assert second.target == tmp_path / "out" / "all" / "a-2.json"
    assert isinstance(refused.error, WorkshopsError)
    assert refused.error.status == 415


def test_reading_again_after_an_interruption_writes_the_same_records_once(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(TEXT)
    interrupted = read_files(files_in([folder]), tmp_path / "out")
    next(interrupted)
    interrupted.close()
    assert records(tmp_path / "out") == ["a.json"]
    read(folder, out=tmp_path / "out")
    assert records(tmp_path / "out") == ["a.json", "b.json"]


def test_what_was_read_before_is_passed_over_while_nothing_changed(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "all.zip").write_bytes(zipped({"x/a.txt": TEXT, "y/b.txt": TEXT}))
    for name in ("changed.txt", "kept.txt", "lost.txt"):
        (folder / name).write_text(TEXT)
    (folder / "bad.txt").write_bytes(b"\0\0")
    assert not any(result.was_read for result in read(folder, out=out))
    (folder / "changed.txt").write_text(TEXT.replace("30", "35"))
    (out / "lost.json").unlink()
    with (out / LIST).open("a") as listed:
        listed.write('{"file": "half a li')
    results = read(folder, out=out)
    assert {result.target.stem for result in results if result.target and not result.was_read} == {"changed", "lost"}
    assert {result.target.stem for result in results if result.target and result.was_read} == {"a", "b", "kept"}
    assert [result.source.name for result in results if result.error] == ["bad.txt"], "what failed is tried again"
    assert json.loads((out / "changed.json").read_text())["participants_count"] == 35
    assert not any(result.was_read for result in read_files(files_in([folder]), out, again=True))


def test_a_record_that_another_file_has_written_over_is_made_again(tmp_path: Path) -> None:
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(TEXT.replace("Dakar", "Thiès" if name == "y" else "Dakar"))
    for name in ("x", "y", "x"):
        (result,) = read(tmp_path / name / "a.txt", out=tmp_path / "out")
        assert not result.was_read
    assert "Dakar" in (tmp_path / "out" / "a.json").read_text()


def test_several_processes_read_the_same_as_one(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "bad.pages.txt").write_bytes(b"\0\0")
    (folder / "all.zip").write_bytes(zipped({"x/a.txt": TEXT, "y/a.txt": TEXT, "old.doc": b"x"}))
    for number in range(4):
        (folder / f"{number}.txt").write_text(TEXT)
    alone, together = (list(read_files(files_in([folder]), tmp_path / str(jobs), jobs=jobs)) for jobs in (1, 2))
    assert [(one.source, one.facts, str(one.error)) for one in together] == [
        (one.source, one.facts, str(one.error)) for one in alone
    ]
    assert [getattr(one.error, "status", None) for one in together] == [*[None] * 6, 415, 415]
    assert records(tmp_path / "2") == records(tmp_path / "1")
    assert len(records(tmp_path / "1")) == 6


def test_a_record_says_of_how_many_workshops_its_text_tells(tmp_path: Path) -> None:
    two = (
        "A workshop on fraud was held in Lomé from 2 to 4 June 2025. A second was held in Kara from 9 to 11 June 2025."
    )
    for name, text in (("one", two.split(" A second")[0]), ("two", two)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    read(tmp_path / "one.txt", tmp_path / "two.txt", out=tmp_path / "out")
    told = [json.loads((tmp_path / "out" / f"{n}.json").read_text("utf-8"))["workshops_told"] for n in ("one", "two")]
    assert told == [1, 2]


def test_the_subject_of_a_letter_serves_where_its_text_has_no_headline(tmp_path: Path) -> None:
    letter = "Subject: Press release: Officers train in Dakar\n\nDear colleagues,\n\n" + TEXT.partition("\n\n")[2]
    (tmp_path / "a.eml").write_text(letter, encoding="utf-8")
    read(tmp_path / "a.eml", out=tmp_path / "out")
    assert json.loads((tmp_path / "out" / "a.json").read_text("utf-8"))["title"] == "Officers train in Dakar"
