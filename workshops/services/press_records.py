"""Reading files, folders and archives on the command line: one JSON record a text, no database."""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workshops.domain.file_kinds import FileKind, ending
from workshops.errors import WorkshopsError
from workshops.press.extract import read_press_release
from workshops.press.facts import PressFacts
from workshops.services.press_texts import HANDED_OVER, Refused, texts_in
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


def read_files(files: Iterable[tuple[Path, Path]], out_dir: Path) -> Iterator[FileResult]:
    """Read each file and write `NAME.json` (UTF-8, two spaces) for its text; one result a text, as they are read.

    A record of a text inside an archive lies in a folder called as the archive. Of texts with one name the later ones
    are `NAME-2.json` and so on; reading the same files again writes the same records. A file that cannot be read
    gives a result with `error` and stops no other. Raises OSError when `out_dir` cannot be written.
    """
    out_dir.mkdir(parents=True, exist_ok=True)
    taken: set[Path] = set()
    for path, folder in files:
        try:
            stream = path.open("rb")
        except OSError as error:
            yield FileResult(path, error=error)
            continue
        is_archive = ending(path.name) == FileKind.ZIP
        with stream:
            for found in texts_in(stream, path.name):
                is_itself = found.name == plain_name(path.name)
                source = path if is_itself else path / found.name
                if isinstance(found, Refused):
                    yield FileResult(source, error=found.error)
                    continue
                place = folder / path.stem if is_archive else folder
                name = path.stem if is_itself else Path(found.name).stem[:LONGEST_INSIDE]
                target = _free(out_dir / place / name, taken)
                facts = read_press_release(found.text)
                _write(target, json.dumps(facts.to_record(), ensure_ascii=False, indent=2) + "\n")
                yield FileResult(source, target, facts)


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
