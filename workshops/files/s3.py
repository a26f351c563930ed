"""Files in a store that speaks S3 (Amazon's, MinIO, Ceph and others), for sites of several machines.

Keys, region and the rest come from where boto3 looks for them: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION,
its configuration files, or the machine's own role.
"""

from collections.abc import Callable, Iterator
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO, TypeVar, cast
from urllib.parse import urlsplit

from workshops.config import CannotStart
from workshops.errors import N_, Busy
from workshops.files import FOLDERS, Entry, checked

IN_MEMORY = 4 * 1024**2  # bytes; a larger file is read through a temporary one
T = TypeVar("T")
_WHY = ("ResponseMetadata", "HTTPStatusCode"), ("Error", "Code")  # where botocore says why it was refused


class StoreAway(Busy):
    """The store cannot be reached, or refuses us (503)."""

    def __init__(self) -> None:
        super().__init__(N_("The place where files are kept does not answer. Nothing was changed; try again soon."))


class S3Files:
    """Files in a bucket below a prefix (`url` is s3://bucket/prefix), of Amazon's store or the one at `endpoint`."""

    def __init__(self, url: str, endpoint: str = "") -> None:
        try:
            import boto3
            from botocore import exceptions
            from botocore.config import Config
        except ModuleNotFoundError:
            cure = "pip install --require-hashes -r requirements-s3.txt (or, from a wheel, pip install 'workshops[s3]')"
            raise CannotStart(
                "WORKSHOPS_FILES_URL", "boto3, which reaches the store, is not installed.", cure
            ) from None
        parts = urlsplit(url)
        self._bucket, self._prefix = parts.netloc, parts.path.strip("/")
        self._failures = (exceptions.BotoCoreError, exceptions.ClientError)
        retries = {"mode": "standard", "total_max_attempts": 3}
        config = Config(connect_timeout=5, read_timeout=30, retries=retries)
        self._client: Any = boto3.client("s3", endpoint_url=endpoint or None, config=config)

    def put(self, name: str, content: BinaryIO) -> int:
        """A store takes a file whole or not at all, and answers once it is safe."""
        start = content.tell()
        size = content.seek(0, 2) - start
        content.seek(start)
        self._ask(lambda: self._client.put_object(**self._place(name), Body=content, ContentLength=size))
        return size

    def open(self, name: str) -> BinaryIO:
        """A copy of the file."""

        def fetched() -> BinaryIO:
            body = self._client.get_object(**self._place(name))["Body"]
            copy = cast(BinaryIO, SpooledTemporaryFile(IN_MEMORY))  # noqa: SIM115 - whoever reads it closes it
            for piece in body.iter_chunks(1024**2):
                copy.write(piece)
            copy.seek(0)
            return copy

        return self._ask(fetched)

    def delete(self, name: str) -> None:
        """Gone."""
        self._ask(lambda: self._client.delete_object(**self._place(name)))

    def exists(self, name: str) -> bool:
        """Whether there is such a file."""
        try:
            self.size(name)
        except FileNotFoundError:
            return False
        return True

    def size(self, name: str) -> int:
        """The bytes of a file."""
        return int(self._ask(lambda: self._client.head_object(**self._place(name)))["ContentLength"])

    def entries(self, folder: str) -> Iterator[Entry]:
        """The files as the store gives them: a thousand at a time, in order."""
        top = self._key(folder if folder in FOLDERS else checked(folder)) + "/"
        pages = self._client.get_paginator("list_objects_v2").paginate(Bucket=self._bucket, Prefix=top)
        listed = self._ask(lambda: [entry for page in pages for entry in page.get("Contents", ())])
        return (
            Entry(entry["Key"].removeprefix(self._prefix).lstrip("/"), entry["Size"], entry["LastModified"])
            for entry in listed
        )

    def names(self, folder: str) -> Iterator[str]:
        """The names of the same."""
        return (entry.name for entry in self.entries(folder))

    def _key(self, name: str) -> str:
        return f"{self._prefix}/{name}" if self._prefix else name

    def _place(self, name: str) -> dict[str, str]:
        return {"Bucket": self._bucket, "Key": self._key(checked(name))}

    def _ask(self, question: Callable[[], T]) -> T:
        """What the store answers, its failures as those of a disk."""
        try:
            return question()
        except self._failures as error:
            answer = getattr(error, "response", {})
            status, code = (answer.get(part, {}).get(name) for part, name in _WHY)
            if status == 404 and code != "NoSuchBucket":
                raise FileNotFoundError("there is no such file in the store") from error
            raise StoreAway from error
