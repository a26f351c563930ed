"""Reading files, folders and archives on the command line: one JSON record a text, no database."""

import json
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workshops.domain.file_kinds import FileKind, ending
from workshops.errors import WorkshopsError
from workshops.press.extract import read_first_workshop
from workshops.press.facts import PressFacts
from workshops.services.press_read_before import ReadBefore
from workshops.services.press_texts import HANDED_OVER, Refused, TextFile, texts_in, titled
from workshops.services.uploads import plain_name

LONGEST_INSIDE: Final = 50
"""Characters of a name inside an archive that are kept: four bytes each fit into the name of a file."""


@dataclass(frozen=True)
class FileResult:
    """What became of one text: the facts and where their record was written, or why it could not be read."""

    source: Path
    """The file; for what is inside an archive or attached to a letter, the file and the name inside."""
    target: Path | None = None
    facts: PressFacts | None = None
    error: WorkshopsError | OSError | None = None
    was_read: bool = False
    """Whether the record is that of an earlier run."""


_Text = tuple[str, PressFacts | WorkshopsError | OSError]
"""The name of a text, and what it says or why it could not be read."""


def files_in(paths: Iterable[Path]) -> list[tuple[Path, Path]]:
    """Each file with the place of its record: of a folder all files of kinds that can be read, by name.

    Hidden files are passed over. A record of a file in a folder lies in the same folder below the output.
    """
    found: list[tuple[Path, Path]] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(file for file in path.rglob("*") if file.is_file() and _is_meant(file.relative_to(path)))
            found += [(file, file.relative_to(path).parent) for file in inside]
        else:
            found.append((path, Path()))
    return found


def read_files(
    files: Iterable[tuple[Path, Path]], out_dir: Path, *, jobs: int = 1, again: bool = False
) -> Iterator[FileResult]:
    """Read each file and write `NAME.json` (UTF-8, two spaces) for its text; one result a text, as they are read.
    Of a text that tells of several workshops the record is that of the first, with their number as `workshops_told`.

    A record of a text inside an archive lies in a folder called as the archive. Of texts with one name the later ones
    are `NAME-2.json` and so on; reading the same files again writes the same records. Files that an earlier run read
    into the folder are passed over, unless `again`. A file that cannot be read gives a result with `error` and stops
    no other. `jobs` processes read at a time; the order and the records are the same with any number. Raises OSError
    when `out_dir` cannot be written.
    """
    out_dir.mkdir(parents=True, exist_ok=True)
    before = ReadBefore(out_dir)
    taken: set[Path] = set()
    unread = []
    for path, folder in files:
        records = () if again else before.records_of(path)
        yield from (FileResult(path, record, was_read=True) for record in records)
        taken |= set(records)
        if not records:
            unread.append((path, folder))
    for (path, folder), texts in zip(unread, _read([path for path, _folder in unread], jobs), strict=True):
        results = []
        is_archive = ending(path.name) == FileKind.ZIP
        for inside, said in texts:
            is_itself = inside == plain_name(path.name)
            source = path if is_itself else path / inside
            if not isinstance(said, PressFacts):
                results.append(FileResult(source, error=said))
                continue
            place = folder / path.stem if is_archive else folder
            name = path.stem if is_itself else Path(inside).stem[:LONGEST_INSIDE]
            target = _free(out_dir / place / name, taken)
            record = said.to_record() | {"workshops_told": said.workshops_told}
            _write(target, json.dumps(record, ensure_ascii=False, indent=2) + "\n")
            results.append(FileResult(source, target, said))
        written = [result.target for result in results if result.target]
        if len(written) == len(texts):
            before.note(path, written)
        yield from results


def _read(paths: list[Path], jobs: int) -> Iterator[list[_Text]]:
    if jobs == 1:
        yield from map(_texts_of, paths)
        return
    pool = ProcessPoolExecutor(jobs)
    try:
        yield from pool.map(_texts_of, paths, chunksize=4)
    finally:
        pool.shutdown(cancel_futures=True)


def _texts_of(path: Path) -> list[_Text]:
    """What each text in a file says, or why it cannot be read."""
    try:
        with path.open("rb") as stream:
            return [(found.name, _said(found)) for found in texts_in(stream, path.name)]
    except OSError as error:
        return [(plain_name(path.name), error)]


def _said(found: TextFile | Refused) -> PressFacts | WorkshopsError:
    """A text without a headline has the subject of its letter for one."""
    if isinstance(found, Refused):
        return found.error
    return titled(read_first_workshop(found.text, sent_on=found.sent_on), found.subject)


def _is_meant(place: Path) -> bool:
    return ending(place.name) in HANDED_OVER and not any(step.startswith(".") for step in place.parts)


def _free(place: Path, taken: set[Path]) -> Path:
    target, number = place.with_name(f"{place.name}.json"), 1
    while target in taken:
        number += 1
        target = place.with_name(f"{place.name}-{number}.json")
    taken.add(target)
    return target


def _write(target: Path, record: str) -> None:
    """Whole or not at all: an interrupted run leaves no half record."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(".record.part")
    part.write_text(record, encoding="utf-8")
    os.replace(part, target)
