"""Settings are typed, checked at start, and say in one line what is wrong and what cures it."""

import errno
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from workshops.config import CannotStart, Settings, cannot_write, load_settings

KEY = "k3Y-of_thirty-two-characters-0123456789"


def refusal(tmp_path: Path, **environ: str) -> str:
    with pytest.raises(CannotStart) as caught:
        load_settings({f"WORKSHOPS_{name}": value for name, value in environ.items()}, tmp_path)
    line = str(caught.value)
    assert "\n" not in line
    assert "Cure: " in line
    return line


def test_nothing_set_gives_an_installation_below_the_root(tmp_path: Path) -> None:
    settings = load_settings({}, tmp_path)
    assert settings.instance == tmp_path / "instance"
    assert settings.database_url == f"sqlite:///{tmp_path}/instance/workshops.sqlite"
    assert (settings.base_url, settings.max_upload_mb, settings.log_level) == ("http://127.0.0.1:8000", 20, "info")


def test_an_empty_variable_counts_as_unset(tmp_path: Path) -> None:
    assert load_settings({"WORKSHOPS_PROXIES": " "}, tmp_path).proxies == 0


def test_values_are_read_as_their_type(tmp_path: Path) -> None:
    environ = {
        "WORKSHOPS_INSTANCE": str(tmp_path / "elsewhere"),
        "WORKSHOPS_DATABASE_URL": "sqlite:////srv/records.sqlite",
        "WORKSHOPS_SECRET_KEY": KEY,
        "WORKSHOPS_BASE_URL": "https://Workshops.Example.org/",
        "WORKSHOPS_ALLOWED_HOSTS": "w.example.org, Intranet",
        "WORKSHOPS_PROXIES": "1",
    }
    settings = load_settings(environ, tmp_path)
    assert settings.instance == tmp_path / "elsewhere"
    assert settings.database_url == "sqlite:////srv/records.sqlite"
    assert settings.secret_key == KEY
    assert settings.base_url == "https://workshops.example.org"
    assert settings.trusted_hosts == ("workshops.example.org", "w.example.org", "intranet")
    assert settings.proxies == 1


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("PROXIES", "many", "'many' is not a whole number from 0 to 5."),
        ("THREADS", "0", "unset WORKSHOPS_THREADS, or export WORKSHOPS_THREADS=16"),
        (
            "METRICS_TOKEN",
            "short",
            "or set it to: 32 characters or more, as `openssl rand -hex 32` gives",
        ),
        ("MAX_UPLOAD_MB", "0", "'0' is not a whole number from 1 to 200."),
        ("SESSION_HOURS", "²", "is not a whole number"),
        ("BASE_URL", "workshops.example.org", "is not an address such as"),
        ("BASE_URL", "https://example.org/workshops", "no path after it"),
        ("DATABASE_URL", "postgresql://db", "is not an address such as sqlite:////"),
        ("DATABASE_URL", "mysql://db/workshops", "or postgresql://user:password@host/database."),
        ("DATABASE_URL", "sqlite:///here.sqlite", "is not an address such as sqlite:////"),
        ("ADMIN_EMAIL", "anna@", "'anna@' is not a complete e-mail address"),
        ("LOG_LEVEL", "loud", "is not one of debug, info, warning, error."),
        ("SECRET_KEY", "changeme" * 5, "the key is too weak"),
        ("SECRET_KEY", "short", "the key is too weak"),
    ],
)
def test_a_wrong_value_is_refused_by_name(tmp_path: Path, name: str, value: str, says: str) -> None:
    line = refusal(tmp_path, **{name: value})
    assert line.startswith(f"WORKSHOPS_{name}: ")
    assert says in line


def test_a_misspelt_setting_is_refused_but_a_neighbour_variable_is_not(tmp_path: Path) -> None:
    assert "write WORKSHOPS_BASE_URL" in refusal(tmp_path, BASEURL="https://example.org")
    # Kubernetes sets such variables for a service that is called "workshops"
    load_settings({"WORKSHOPS_PORT": "tcp://10.0.0.1:8000", "WORKSHOPS_SERVICE_HOST": "10.0.0.1"}, tmp_path)


def test_the_secret_key_is_made_once_for_the_owner_only(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = {settings.secret_key for settings in pool.map(lambda _: load_settings({}, tmp_path), range(8))}
    kept = tmp_path / "instance" / "secret-key"
    assert keys == {kept.read_text().strip()}
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert [path.name for path in kept.parent.iterdir()] == ["secret-key"]


@pytest.mark.parametrize("content", ["", "weak\n", "schlüssel" * 9])
def test_a_kept_key_that_is_weak_is_refused(tmp_path: Path, content: str) -> None:
    kept = tmp_path / "instance" / "secret-key"
    kept.parent.mkdir()
    kept.write_text(content, encoding="utf-8")
    assert f"rm {kept}" in refusal(tmp_path)


def test_an_instance_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "instance").write_text("a file in the way")
    assert refusal(tmp_path).startswith(f"{tmp_path / 'instance'}")


def test_cookies_insist_on_https_only_where_people_use_it(tmp_path: Path) -> None:
    plain = load_settings({}, tmp_path)
    assert (plain.is_https, plain.session_cookie_name) == (False, "session")
    assert plain.trusted_hosts == ("127.0.0.1", "localhost", "[::1]")
    secure = load_settings({"WORKSHOPS_BASE_URL": "https://example.org"}, tmp_path)
    assert (secure.is_https, secure.session_cookie_name) == (True, "__Host-session")


def test_secrets_do_not_show_when_settings_are_printed(tmp_path: Path) -> None:
    environ = {"WORKSHOPS_ADMIN_PASSWORD": "hush-hush"}
    settings: Settings = load_settings(environ, tmp_path)
    assert "hush" not in repr(settings)
    assert settings.secret_key not in repr(settings)


@pytest.mark.parametrize(
    "address", ["postgresql://anna:s3cret@db:port/workshops", "postgres://anna:s3cret@db/workshops"]
)
def test_the_password_of_a_database_is_never_said(tmp_path: Path, address: str) -> None:
    assert "s3cret" not in refusal(tmp_path, DATABASE_URL=address)
    right = load_settings({"WORKSHOPS_DATABASE_URL": "postgresql://anna:s3cret@db/workshops"}, tmp_path)
    assert right.is_postgresql
    assert "s3cret" not in repr(right)


@pytest.mark.parametrize(
    ("code", "cure"), [(errno.EACCES, "chown"), (errno.EROFS, "remount,rw"), (errno.ENOSPC, "make room")]
)
def test_a_folder_that_cannot_be_written_is_cured_by_its_cause(tmp_path: Path, code: int, cure: str) -> None:
    refusal = cannot_write(tmp_path, OSError(code, os.strerror(code)))
    assert refusal.where == str(tmp_path)
    assert refusal.cause == f"{os.strerror(code)}."
    assert cure in refusal.cure
