"""Both places for files keep the same promises; the store is a real one, spoken to over the network."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.object_store import BUCKET, KEYS, object_store
from workshops.config import CannotStart, load_settings
from workshops.errors import Busy
from workshops.files import Files, opened, put_bytes
from workshops.files.folder import FolderFiles
from workshops.files.s3 import S3Files
from workshops.launching import diagnosis

NOBODY = "http://127.0.0.1:9"


@pytest.fixture(scope="module")
def store() -> Iterator[str]:
    with object_store() as address:
        yield address


@pytest.fixture(params=["folder", "s3"])
def files(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Files:
    settings = {"WORKSHOPS_INSTANCE": str(tmp_path), "WORKSHOPS_SECRET_KEY": "files-only-0123456789-abcdefghijkl"}
    if request.param == "s3":
        address = request.getfixturevalue("store")
        settings["WORKSHOPS_FILES_URL"] = f"s3://{BUCKET}/{tmp_path.name.replace('_', '-')}"
        settings["WORKSHOPS_FILES_ENDPOINT"] = address
        for name, value in KEYS.items():
            monkeypatch.setenv(name, value)
    return opened(load_settings(settings, tmp_path))


def test_a_file_comes_back_as_it_went_until_it_is_deleted(files: Files) -> None:
    content = bytes(range(256)) * 40_000  # ten megabytes: more than is read in memory
    assert files.put("documents/9f2c", io.BytesIO(content)) == len(content)
    assert (files.exists("documents/9f2c"), files.size("documents/9f2c")) == (True, len(content))
    with files.open("documents/9f2c") as file:
        assert file.seek(-2, io.SEEK_END) == len(content) - 2
        assert file.read() == b"\xfe\xff"
        file.seek(0)
        assert file.read() == content
    files.delete("documents/9f2c")
    files.delete("documents/9f2c")
    assert not files.exists("documents/9f2c")
    for look in (files.open, files.size):
        with pytest.raises(FileNotFoundError):
            look("documents/9f2c")


def test_files_are_listed_by_folder_and_in_order(files: Files) -> None:
    for name in ("jobs/17/b", "jobs/17/a", "jobs/170/a", "documents/a"):
        put_bytes(files, name, b"x")
    assert list(files.names("jobs/17")) == ["jobs/17/a", "jobs/17/b"]
    assert list(files.names("jobs")) == ["jobs/17/a", "jobs/17/b", "jobs/170/a"]
    assert [(entry.name, entry.size) for entry in files.entries("jobs/17")] == [("jobs/17/a", 1), ("jobs/17/b", 1)]
    assert all(abs(datetime.now(UTC) - entry.written_at) < timedelta(minutes=1) for entry in files.entries("jobs"))
    files.delete("jobs/17/a")
    files.delete("jobs/17/b")
    assert list(files.names("jobs/17")) == []
    put_bytes(files, "jobs/17/a", b"again")
    assert files.size("jobs/17/a") == 5


@pytest.mark.parametrize(
    "name", ["../secret-key", "documents/../secret-key", "/etc/passwd", "documents/", "other/a", ""]
)
def test_no_other_name_is_taken(files: Files, name: str) -> None:
    for act in (files.open, files.delete, files.exists, files.size, files.names, files.entries):
        with pytest.raises(ValueError, match="no name of a file"):
            act(name)
    with pytest.raises(ValueError, match="no name of a file"):
        put_bytes(files, name, b"x")


class Torn(io.BytesIO):
    """A content that ends in a fault."""

    def read(self, size: int | None = -1) -> bytes:
        if self.tell() > 0:
            raise OSError(28, "No space left on device")
        return super().read(5)


def test_a_torn_write_leaves_nothing(tmp_path: Path) -> None:
    files = FolderFiles(tmp_path)
    with pytest.raises(OSError, match="No space"):
        files.put("documents/a", Torn(b"x" * 10))
    assert not files.exists("documents/a")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_store_that_does_not_answer_is_said_to_be_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    files = S3Files(f"s3://{BUCKET}", NOBODY)
    with pytest.raises(Busy, match="does not answer"):
        put_bytes(files, "documents/a", b"x")


def test_without_boto3_the_start_is_refused_with_the_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "boto3", None)
    with pytest.raises(CannotStart, match=r"requirements-s3\.txt"):
        S3Files("s3://offices")


def test_the_doctor_writes_into_the_store(store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    for bucket, endpoint, is_well in ((BUCKET, store, True), ("another", store, False), (BUCKET, NOBODY, False)):
        given = {"WORKSHOPS_FILES_URL": f"s3://{bucket}/here", "WORKSHOPS_FILES_ENDPOINT": endpoint}
        settings = load_settings({"WORKSHOPS_INSTANCE": str(tmp_path), **given}, tmp_path)
        assert diagnosis._files(settings).is_well == is_well
