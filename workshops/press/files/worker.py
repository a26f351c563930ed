"""The process that opens files. In goes the kind, a line end and the file; out comes JSON: an `Opened` or a problem."""

import json
from base64 import b64encode
from dataclasses import asdict
from typing import Any

from workshops import apart
from workshops.domain.file_kinds import FileKind
from workshops.domain.file_problems import TOO_HEAVY
from workshops.errors import UnreadableFile
from workshops.press.files.texts import text_of

MEMORY = 300 * 1024**2  # bytes of address space
CPU_SECONDS = 8


def answer(task: bytes) -> bytes:
    """Gives the frame for one file."""
    kind, _, body = task.partition(b"\n")
    try:
        said = _opened(body, FileKind(kind.decode()))
    except UnreadableFile as problem:
        said = {"message": problem.message, "status": problem.status, "params": problem.params}
    except MemoryError:
        said = {"message": TOO_HEAVY, "status": 422, "params": {}}
    return json.dumps(said).encode()


def _opened(body: bytes, kind: FileKind) -> dict[str, Any]:
    opened: dict[str, Any] = {"text": text_of(body, kind)}
    if kind is FileKind.EMAIL:
        from workshops.press.files import mail  # here: most files are no letters

        headers = mail.headers_of(body)
        opened |= asdict(headers) | {"sent_on": headers.sent_on.isoformat() if headers.sent_on else None}
        opened["attached"] = [[one.name, b64encode(one.body).decode()] for one in mail.attached_to(body)]
    return opened


if __name__ == "__main__":
    apart.serve(answer, memory=MEMORY, cpu_seconds=CPU_SECONDS)
