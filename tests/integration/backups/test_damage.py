"""A backup that is cut, damaged, altered or none at all is refused in one line, and nothing is touched."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.integration.backups.conftest import Site
from workshops.backups import archive, checking, restoring
from workshops.backups.refusals import NotDone
from workshops.config import CannotStart
from workshops.launching import keeping
from workshops.migrations import known_revisions

WHOLE = "the backup is damaged, cut or altered"


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refusal(path: Path, instance: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """What the command says of this file, with nothing changed by it."""
    monkeypatch.setenv("WORKSHOPS_INSTANCE", str(instance))
    monkeypatch.setattr(keeping.logging.config, "dictConfig", lambda _configuration: None)
    before = contents(instance)
    with pytest.raises(CannotStart) as caught:
        keeping.restore(path)
    assert contents(instance) == before
    said = str(caught.value)
    assert said.startswith(f"{path}: ")
    assert " Cure: " in said
    assert "\n" not in said
    return said


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    """An empty installation with a file that somebody put there."""
    folder = tmp_path / "instance"
    folder.mkdir()
    (folder / "note.txt").write_text("mine")
    return folder


def test_a_backup_that_was_cut_anywhere_is_refused(
    backup: Path, instance: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = backup.read_bytes()
    path = tmp_path / "cut.zip"
    for length in [*range(60, len(body), len(body) // 40), len(body) - 65, len(body) - 64, len(body) - 1]:
        path.write_bytes(body[:length])
        assert WHOLE in refusal(path, instance, monkeypatch), length


def test_one_changed_byte_anywhere_is_noticed(
    backup: Path, instance: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = backup.read_bytes()
    path = tmp_path / "changed.zip"
    for place in [*range(0, len(body), len(body) // 60), *range(len(body) - 100, len(body), 9)]:
        changed = bytearray(body)
        changed[place] ^= 0x20
        path.write_bytes(changed)
        said = refusal(path, instance, monkeypatch)
        assert WHOLE in said or (place < 60 and "not a backup of Workshops" in said), place


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"", "the file is empty"),
        (b"Dear diary", "this is not a backup of Workshops"),
        (b"SQLite format 3\x00" + bytes(4000), "this is not a backup of Workshops"),
        (None, "No such file or directory"),
    ],
    ids=["empty", "a text", "a database", "none"],
)
def test_what_is_no_backup_is_refused(
    body: bytes | None, says: str, instance: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file.zip"
    if body is not None:
        path.write_bytes(body)
    assert says in refusal(path, instance, monkeypatch)


def test_an_archive_of_another_program_is_refused(
    instance: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "photos.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("photo.jpg", b"x" * 1000)
    assert "not a backup of Workshops" in refusal(path, instance, monkeypatch)


Entries = dict[str, bytes]


def remade(backup: Path, path: Path, change: Callable[[Entries], None]) -> Path:
    """A backup with other entries, sealed like a real one: what only a deliberate hand can make."""
    with zipfile.ZipFile(backup) as file:
        entries = {name: file.read(name) for name in file.namelist()}
    change(entries)
    with archive.writing(path) as new:
        for name, body in entries.items():
            new.add(name, [body])
    return path


def manifest(entries: Entries, **facts: object) -> None:
    entries["manifest.json"] = json.dumps(json.loads(entries["manifest.json"]) | facts).encode()


def renamed(entries: Entries, old: str, new: str) -> None:
    """Another name for an entry or a file, also in the manifest."""
    entry = old if old in entries else f"files/{old}"
    entries[entry.replace(old, new)] = entries.pop(entry)
    entries["manifest.json"] = entries.pop("manifest.json").replace(old.encode(), new.encode())


def zeros(entries: Entries) -> None:
    """An entry that unpacks to a thousand times its size, known to the manifest."""
    entries["files/documents/0a1b2c"] = bytes(200 * 1024**2)
    facts = json.loads(entries["manifest.json"])
    for entry in facts["entries"]:
        if entry["name"] == "files/documents/0a1b2c":
            entry["size"] = 200 * 1024**2
    entries["manifest.json"] = json.dumps(facts).encode()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda entries: entries.pop("tables/person.jsonl"), "entries are missing, or too many"),
        (lambda entries: entries.pop("manifest.json"), "manifest.json"),
        (lambda entries: entries.update({"tables/extra.jsonl": b"[]\n"}), "entries are missing, or too many"),
        (lambda entries: entries.update({"tables/topic.jsonl": b""}), "unpacks to more than it can hold"),
        (
            lambda entries: entries.update({"tables/topic.jsonl": entries["tables/topic.jsonl"].replace(b"a", b"b")}),
            "tables/topic.jsonl",
        ),
        (lambda entries: renamed(entries, "tables/topic.jsonl", "tables/other.jsonl"), "entries are missing"),
        (lambda entries: renamed(entries, "documents/0a1b2c", "../../../etc/cron.d/x"), "manifest.json"),
        (lambda entries: renamed(entries, "documents/0a1b2c", "/etc/cron.d/x"), "manifest.json"),
        (lambda entries: manifest(entries, format=2), "manifest.json"),
        (lambda entries: manifest(entries, tables=5), "manifest.json"),
        (lambda entries: manifest(entries, revision="9999"), "a newer Workshops made it"),
        (zeros, "unpacks to more than it can hold"),
    ],
    ids=["removed", "no manifest", "added", "emptied", "altered", "renamed", "leads out", "leads to the root"]
    + ["another format", "a broken manifest", "newer", "a bomb"],
)
def test_a_backup_that_was_put_together_by_hand_is_refused(
    change: Callable[[Entries], None],
    says: str,
    backup: Path,
    instance: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert says in refusal(remade(backup, tmp_path / "made.zip", change), instance, monkeypatch)


@pytest.mark.parametrize(
    ("column", "value"),
    [("kind", {"not": "a number"}), ("code", None), ("id", "1; DROP TABLE office")],
    ids=["another type", "nothing where something has to be", "a text as number"],
)
def test_rows_that_do_not_fit_their_table_are_refused(column: str, value: object, backup: Path, tmp_path: Path) -> None:
    """With right hashes, so that it is found only while they are put in: everything is undone."""

    def change(entries: Entries) -> None:
        facts = json.loads(entries["manifest.json"])
        table = next(table for table in facts["tables"] if table["table"]["name"] == "office")
        names = [each["name"] for each in table["table"]["columns"]]
        place = names.index(column) if column in names else 0
        rows = [json.loads(line) for line in entries["tables/office.jsonl"].splitlines()]
        rows[0][place] = value
        body = "".join(f"{json.dumps(row)}\n" for row in rows).encode()
        entries["tables/office.jsonl"] = body
        digest = hashlib.sha256(body).hexdigest()
        for entry in facts["entries"]:
            if entry["name"] == "tables/office.jsonl":
                entry.update(size=len(body), sha256=digest)
        entries["manifest.json"] = json.dumps(facts).encode()

    path = remade(backup, tmp_path / "made.zip", change)
    other = Site.at(tmp_path / "other", {})
    with checking.opened(path, known=known_revisions()) as opened, pytest.raises(NotDone, match="cannot be put in"):
        restoring.restore(opened, other.url, other.files)
    assert [each.name for each in other.settings.instance.iterdir()] == ["secret-key"]


def test_a_bomb_of_entries_that_share_their_bytes_is_refused(backup: Path, tmp_path: Path) -> None:
    """The directory of the archive names the same bytes twice."""
    with zipfile.ZipFile(backup) as file:
        infos, comment = file.infolist(), file.comment
    body = backup.read_bytes()
    start = body.rindex(b"PK\x05\x06")
    directory = int.from_bytes(body[start + 16 : start + 20], "little")
    again = body[directory:start]
    count = 2 * len(infos)
    end = bytearray(body[start : start + 22])
    end[8:10] = end[10:12] = count.to_bytes(2, "little")
    end[12:16] = (2 * len(again)).to_bytes(4, "little")
    stream = io.BytesIO(body[:directory] + 2 * again + bytes(end) + comment[:7])
    path = tmp_path / "shared.zip"
    path.write_bytes(stream.getvalue() + hashlib.sha256(stream.getvalue()[:-7]).hexdigest().encode())
    with (
        pytest.raises(NotDone, match=r"entries are missing, or too many|\(manifest\.json\)"),  # Python may see it first
        checking.opened(path, known=known_revisions()),
    ):
        pass
