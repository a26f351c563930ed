"""An installed wheel carries everything it needs: templates, styles, tables, data, translations, and the command."""

import os
import re
import subprocess
import sys
import sysconfig
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The installed `workshops` command; the libraries are lent by the environment of the tests, to save time."""
    home = tmp_path_factory.mktemp("environment")
    python = home / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home)], check=True)
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-index", "--no-deps"]
    subprocess.run([*install, "--disable-pip-version-check", str(wheel)], check=True)
    packages = next((home / "lib").glob("python3*")) / "site-packages"
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return home / "bin" / "workshops"


def away_from_the_checkout(home: Path) -> dict[str, str]:
    """The environment of a user whose home is `home`: no path leads back to the source tree."""
    return {"PATH": os.environ["PATH"], "HOME": str(home)}


@contextmanager
def serving(command: Path, home: Path) -> Iterator[str]:
    """The address of a site served by the installed command for a user whose home is `home`."""
    environ = away_from_the_checkout(home)
    arguments = [str(command), "serve", "--port", "0", "--no-demo"]
    with subprocess.Popen(arguments, cwd=home, env=environ, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            lines = iter(process.stdout.readline, "")
            yield next(line for line in lines if " serves on " in line).split(" serves on ")[1].split()[0]
        finally:
            process.terminate()
    assert process.returncode == 0


def test_everything_is_inside(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    wanted = [
        path.relative_to(ROOT)
        for folder in ("workshops", "templates")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix not in {".pyc", ".mo"}
    ]
    names = {str(path if path.parts[0] == "workshops" else Path("workshops", path)) for path in wanted}
    catalogs = {f"workshops/translations/{language}/LC_MESSAGES/messages.mo" for language in ("fr", "es")}
    assert (names | catalogs) - inside == set()
    assert [name for name in inside if name.startswith(("tests/", "instance/"))] == []


def fetch(address: str, path: str) -> tuple[str, str]:
    """The media type and the text of a page, asked for in French."""
    request = urllib.request.Request(address + path, headers={"Accept-Language": "fr"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.headers["Content-Type"], answer.read().decode()


def test_an_installed_site_serves_pages_and_keeps_its_records_with_the_user(command: Path, tmp_path: Path) -> None:
    with serving(command, tmp_path) as address:
        _, page = fetch(address, "/sign-in")
        assert '<html lang="fr"' in page
        assert "Se connecter" in page
        style = re.search(r'href="(/[^"]+\.css)"', page)
        assert style is not None
        media_type, _ = fetch(address, style[1])
        assert media_type.startswith("text/css")
    assert (tmp_path / ".local/share/workshops/instance/workshops.sqlite").is_file()


def test_the_tests_are_told_apart(command: Path, tmp_path: Path) -> None:
    environ = away_from_the_checkout(tmp_path)
    done = subprocess.run([command, "test"], cwd=tmp_path, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 78
    assert "the tests are in the source tree" in done.stderr
