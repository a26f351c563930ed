"""The settings of one installation: read from WORKSHOPS_* variables, checked once at start, never changed after.

To add a setting, add one field to `Settings` and one row to the table in README.md (a test compares the two).
Standard library only: the launcher reads the settings before anything is installed.
"""

import contextlib
import dataclasses
import difflib
import errno
import os
import secrets
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar, cast
from urllib.parse import urlsplit

from workshops import setting_kinds as kinds
from workshops.setting_kinds import POSTGRESQL, SQLITE

PREFIX = "WORKSHOPS_"
LOOPBACK = ("127.0.0.1", "localhost", "::1")
T = TypeVar("T")


class CannotStart(Exception):
    """The installation cannot start: where it hurts, why, and what cures it. One line, exit status 78 (EX_CONFIG)."""

    exit_status = 78

    def __init__(self, where: str | Path, cause: str, cure: str) -> None:
        super().__init__(f"{where}: {cause} Cure: {cure}")
        self.where, self.cause, self.cure = str(where), cause, cure


def cannot_write(folder: Path, error: OSError) -> CannotStart:
    """The refusal for a folder in which a file could not be written or read."""
    cure = f"sudo mkdir -p {folder} && sudo chown -R $USER {folder} && chmod -R u+rwX {folder}"
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS):
        remount = f"sudo mount -o remount,rw $(findmnt -n -o TARGET -T {folder})"
        cure = remount if error.errno == errno.EROFS else "make room on that disk, for example: apt-get clean"
    return CannotStart(error.filename or folder, f"{error.strerror}.", cure)


def _setting(read: Callable[[str], T], default: str, kind: str, help_text: str, secret: bool = False) -> T:
    """A field of `Settings`: how its text is read, what stands for it when unset, and its row in the README."""
    metadata = {"read": read, "default": default, "kind": kind, "help": help_text}
    return cast(T, dataclasses.field(metadata=metadata, repr=not secret))


@dataclasses.dataclass(frozen=True, kw_only=True)
class Settings:
    """What one installation is told from outside; the field `base_url` is the variable WORKSHOPS_BASE_URL."""

    instance: Path = _setting(
        Path,
        "",
        "folder",
        "where the database, the files and the secret key lie; unset: `instance/` of the checkout, "
        "or `~/.local/share/workshops/instance` when installed from a wheel",
    )
    database_url: str = _setting(
        kinds.database_url,
        "",
        "sqlite:///FILE or postgresql://USER:PASSWORD@HOST/DATABASE",
        "the database: an SQLite file on a local disk, or PostgreSQL 13 or newer for several machines; "
        "unset: `workshops.sqlite` in the instance folder",
        secret=True,
    )
    queue_url: str = _setting(
        kinds.queue_url,
        "",
        "redis://HOST/0 or postgresql://HOST/DATABASE",
        "the queue that wakes workers on other machines; unset: `queue.sqlite` in the instance folder",
        secret=True,
    )
    files_url: str = _setting(
        kinds.store_url,
        "",
        "s3://BUCKET/PREFIX",
        "where uploaded and made files lie, keys as boto3 takes them (`AWS_ACCESS_KEY_ID` and so on); "
        "unset: in the instance folder",
    )
    files_endpoint: str = _setting(
        kinds.endpoint,
        "",
        "address",
        "the store that holds the bucket, where it is not Amazon's, such as `http://minio:9000`",
    )
    secret_key: str = _setting(
        kinds.key,
        "",
        "32 characters or more, as `openssl rand -hex 32` gives",
        "signs sessions and links; unset: made once, kept in `secret-key` in the instance folder",
        secret=True,
    )
    base_url: str = _setting(
        kinds.address,
        "http://127.0.0.1:8000",
        "address",
        "the address people type; links in messages start with it. With `https://` cookies are sent over HTTPS only",
    )
    organisation: str = _setting(
        kinds.text, "", "text", "who runs this installation; stands in the top bar and in the privacy notice"
    )
    allowed_hosts: tuple[str, ...] = _setting(
        kinds.names,
        "",
        "names, comma between",
        "further host names the site answers to, besides that of the base address",
    )
    proxies: int = _setting(
        kinds.number(0, 5), "0", "number", "how many reverse proxies stand in front (X-Forwarded-*)"
    )
    max_upload_mb: int = _setting(kinds.number(1, 200), "20", "megabytes", "the largest file that can be uploaded")
    session_idle_minutes: int = _setting(
        kinds.number(5, 1440), "30", "minutes", "signed out after so long without a click"
    )
    session_hours: int = _setting(kinds.number(1, 168), "12", "hours", "signed out after so long in any case")
    admin_email: str = _setting(kinds.email, "", "e-mail", "the administrator made on the first start")
    admin_password: str = _setting(
        kinds.text, "", "text", "that administrator's password; unset: a one-time password is printed", secret=True
    )
    log_level: str = _setting(
        kinds.one_of("debug", "info", "warning", "error"),
        "info",
        "word",
        "the least important event that is logged: `debug`, `info`, `warning` or `error`",
    )
    metrics_token: str = _setting(
        kinds.key,
        "",
        "32 characters or more, as `openssl rand -hex 32` gives",
        "lets a watcher read `/metrics` as `Authorization: Bearer ...`; unset: there is no such page",
        secret=True,
    )
    job_silence_seconds: int = _setting(
        kinds.number(3, 3600), "30", "seconds", "long work whose worker is silent for so long is given to another"
    )
    workers: int = _setting(kinds.number(1, 64), "2", "number", "server processes")
    threads: int = _setting(kinds.number(1, 128), "16", "number", "requests each process answers at once")

    @property
    def is_postgresql(self) -> bool:
        """Whether the records lie in PostgreSQL, else in an SQLite file."""
        return self.database_url.startswith(POSTGRESQL)

    @property
    def is_https(self) -> bool:
        """Whether people reach the site over HTTPS, so that cookies may insist on it."""
        return self.base_url.startswith("https://")

    @property
    def session_cookie_name(self) -> str:
        """`__Host-` ties the cookie to this host, but browsers take such a cookie over HTTPS only."""
        return "__Host-session" if self.is_https else "session"

    @property
    def trusted_hosts(self) -> tuple[str, ...]:
        """The host names a request may carry; a base address on this machine stands for each of its names."""
        host = urlsplit(self.base_url).hostname or ""
        own = LOOPBACK if host in LOOPBACK else (host,)
        return tuple(dict.fromkeys(f"[{name}]" if ":" in name else name for name in (*own, *self.allowed_hosts)))


def default_root() -> Path:
    """The folder that holds `instance/` when nothing else is said: the checkout, or the user's data folder."""
    checkout = Path(__file__).resolve().parent.parent
    if (checkout / "pyproject.toml").is_file():
        return checkout
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "workshops"


def load_settings(environ: Mapping[str, str], root: Path) -> Settings:
    """The checked settings of the variables in `environ`; makes the instance folder and the secret key if missing.

    `root` holds the instance folder unless WORKSHOPS_INSTANCE names another. An empty variable counts as unset.
    Raises `CannotStart` for a value that is not right, a misspelt variable, and a folder that cannot be written.
    """
    fields = {PREFIX + field.name.upper(): field for field in dataclasses.fields(Settings)}
    values: dict[str, Any] = {}
    for variable in environ:
        near = difflib.get_close_matches(variable, fields, n=1, cutoff=0.9)
        if variable.startswith(PREFIX) and variable not in fields and near:
            raise CannotStart(variable, "there is no such setting.", f"write {near[0]}")
    for variable, field in fields.items():
        text = environ.get(variable, "").strip() or field.metadata["default"]
        try:
            values[field.name] = field.metadata["read"](text)
        except ValueError as error:
            usual, cure = field.metadata["default"], f"unset {variable}, or "
            cure += f"export {variable}={usual}" if usual else f"set it to: {field.metadata['kind']}"
            raise CannotStart(variable, str(error), cure) from None
    instance = Path(environ.get(PREFIX + "INSTANCE", "").strip() or root / "instance").expanduser().absolute()
    values["instance"] = instance
    values["database_url"] = values["database_url"] or f"{SQLITE}{instance / 'workshops.sqlite'}"
    values["secret_key"] = _kept_key(instance, given=values["secret_key"])
    return Settings(**values)


def _kept_key(instance: Path, *, given: str) -> str:
    """The key given, or the one kept in the instance folder (made on the first call), readable by its owner only."""
    path = instance / "secret-key"
    try:
        instance.mkdir(parents=True, exist_ok=True)
        if given:
            return given
        if not path.exists():
            with tempfile.NamedTemporaryFile("w", dir=instance) as fresh:  # made with mode 0600
                fresh.write(secrets.token_urlsafe(48) + "\n")
                fresh.flush()
                # two processes may start at once: the key that was there first counts for both
                with contextlib.suppress(FileExistsError):
                    path.hardlink_to(fresh.name)
        return kinds.key(path.read_text(encoding="ascii").strip() or "empty")
    except OSError as error:
        raise cannot_write(instance, error) from None
    except ValueError as error:
        raise CannotStart(path, str(error), f"rm {path} (everybody has to sign in again)") from None
