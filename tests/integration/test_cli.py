"""The commands, each on an installation of its own."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select

from tests.databases import SETTING, Databases
from workshops.cli import command_line, commands
from workshops.documents import renderer
from workshops.domain.access import command_actor
from workshops.launching import installation
from workshops.models import ApiToken
from workshops.services.prints import KINDS


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, databases: Databases) -> Path:
    """A migrated installation that the commands find."""
    monkeypatch.setenv("WORKSHOPS_INSTANCE", str(tmp_path))
    monkeypatch.setenv(SETTING, databases.empty()[SETTING])
    monkeypatch.setattr(installation.logging.config, "dictConfig", lambda _configuration: None)
    assert run("migrate").exit_code == 0
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(commands, arguments, catch_exceptions=False)


def test_help_names_every_command() -> None:
    named = run("--help").output
    names = commands.list_commands(None)  # type: ignore[arg-type]
    assert {"serve", "migrate", "demo", "user", "token", "brief", "attendee-sheet", "export", "doctor", "test"} <= set(
        names
    )
    for name in names:
        assert name in named
        assert run(name, "--help").exit_code == 0


def test_an_account_is_added_listed_disabled_and_given_a_new_password(home: Path) -> None:
    added = run("user", "add", "Anna@example.org", "--name", "Anna").output
    assert added.startswith("anna@example.org signs in with the one-time password ")
    assert run("user", "list").output == "anna@example.org\tAnna\torganiser\t(headquarters)\n"
    run("user", "disable", "anna@example.org")
    assert run("user", "list").output.endswith("\tdisabled\n")
    run("user", "enable", "anna@example.org")
    assert not run("user", "list").output.endswith("\tdisabled\n")
    assert "one-time password" in run("user", "reset", "anna@example.org").output


def test_a_token_is_made_listed_and_revoked(home: Path) -> None:
    run("user", "add", "anna@example.org", "--name", "Anna", "--role", "viewer")
    text = run("token", "make", "anna@example.org", "--label", "dashboard").output
    assert text.startswith("wst_")
    with installation.opened(command_actor()) as session:
        kept = session.execute(select(ApiToken.__table__)).one()
    assert text.strip() not in map(str, kept), "only a hash is kept"
    assert "dashboard" in run("token", "list").output
    assert "is revoked" in run("token", "revoke", "1").output
    assert run("token", "list").output.endswith("\trevoked\n")


def test_a_demonstration_makes_the_database_it_needs(
    home: Path, monkeypatch: pytest.MonkeyPatch, databases: Databases
) -> None:
    monkeypatch.setenv(SETTING, databases.empty()[SETTING])
    assert "3 workshops loaded" in run("demo", "--workshops", "3", "--people", "5").output


def test_trainings_are_exported_as_the_list_shows_them(home: Path) -> None:
    assert "35 workshops loaded" in run("demo").output
    found = json.loads(run("export", "country=MN", "year=2014", "--format", "json", "--lang", "es").output)
    assert [row["reference"] for row in found["rows"]] == ["MNG-2014-001"]
    assert "Mongolia" in found["sentence"]
    target = home / "list.xlsx"
    run("export", "--format", "xlsx", "--out", str(target))
    assert target.read_bytes().startswith(b"PK")
    assert "since: soon is not a date." in run("export", "since=soon").output


@pytest.mark.parametrize(
    ("typed", "says"),
    [("foo=bar", "no filter is named foo"), ("country=ZZ", "country: “ZZ” cannot be"), ("year=abcd", "year: “abcd”")],
)
def test_a_mistyped_filter_exports_nothing(home: Path, typed: str, says: str) -> None:
    refused = run("export", typed)
    assert refused.exit_code == 2
    assert says in refused.output
    assert "Reference" not in refused.output


def test_press_releases_are_read_without_a_database(tmp_path: Path) -> None:
    text = tmp_path / "release.txt"
    text.write_text("Training in Dakar\n\nA three-day workshop for 30 border guards was held in Dakar, Senegal.\n")
    bad = tmp_path / "list.pages"
    bad.write_bytes(b"x")
    done = run("read", str(text), str(tmp_path / "gone.txt"), str(bad), "--out", str(tmp_path / "records"))
    assert done.exit_code == 1
    assert "gone.txt: No such file" in done.output
    assert "list.pages: 'list.pages' cannot be read. Upload .txt," in done.output
    assert "1 of 3 texts read" in done.output
    assert "workshops; the record" not in done.output
    record = json.loads((tmp_path / "records" / "release.json").read_text())
    assert (record["country"], record["duration_days"], record["participants_count"]) == ("SN", 3, 30)


def test_it_is_said_of_how_many_workshops_a_text_tells(tmp_path: Path) -> None:
    text = tmp_path / "two.txt"
    text.write_text(
        "A workshop was held in Lomé from 2 to 4 June 2025. A second was held in Kara from 9 to 11 June 2025."
    )
    done = run("read", str(text), "--out", str(tmp_path / "records"))
    assert (done.exit_code, "two.txt: tells of 2 workshops; the record is that of the first." in done.output) == (
        0,
        True,
    )


def test_a_language_that_is_not_read_is_said(tmp_path: Path) -> None:
    text = tmp_path / "lehrgang.txt"
    text.write_text(
        "Zweiunddreißig Zollbeamte haben in Windhoek gelernt, wie gefälschte Papiere erkannt werden. Der Lehrgang, den "
        "das Ministerium mit der Hochschule veranstaltet hat, dauerte drei Tage und wird im Herbst wiederholt.\n"
    )
    done = run("read", str(text), "--out", str(tmp_path / "records"))
    assert (done.exit_code, "lehrgang.txt: in a language that is not read yet" in done.output) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["user", "add", "anna", "--name", "Anna"], "email: 'anna' is not a complete e-mail address"),
        (["user", "add", "a@example.org", "--name", "Anna", "--office", "NIX"], "no office with the code NIX"),
        (
            ["user", "reset", "nobody@example.org"],
            "There is no account nobody@example.org. .*: python3 -m workshops user list",
        ),
        (["user", "disable", "nobody@example.org"], "There is no account nobody@example.org."),
        (["token", "make", "nobody@example.org", "--label", "x"], "There is no account nobody@example.org."),
        (["token", "revoke", "7"], "There is no token 7."),
        (["brief", "zzz-1"], "There is no workshop ZZZ-1. Past ones: python3 -m workshops export"),
        (["print", "brief", "ZZZ-1"], "There is no workshop ZZZ-1."),
        (["certificates", "issue", "ZZZ-1"], "There is no workshop ZZZ-1."),
        (["certificates", "list", "ZZZ-1"], "There is no workshop ZZZ-1."),
        (["certificates", "withdraw", "ZZZ-1-C001", "--reason", "x"], "There is no certificate among ZZZ-1-C001."),
        (["attendee-sheet", "ZZZ-1"], "There is no workshop ZZZ-1."),
    ],
)
def test_a_mistake_is_one_line_and_changes_nothing(home: Path, arguments: list[str], says: str) -> None:
    with pytest.raises(SystemExit, match=says):
        command_line(arguments)
    assert run("user", "list").output == ""


def test_every_document_is_a_command_with_its_choices_as_options() -> None:
    listed = run("print", "--help").output
    for name, kind in KINDS.items():
        assert name in listed
        said = run("print", name, "--help").output
        for choice in kind.all_choices:
            assert f"--{choice.name.replace('_', '-')}" in said, f"{name}: {choice.name}"
    assert "--statuses, --status " in run("print", "invitation-letters", "--help").output
    assert "--columns, --column " in run("print", "attendee-sheet", "--help").output


def test_a_press_release_is_drafted(home: Path) -> None:
    assert run("demo").exit_code == 0
    path = home / "draft.txt"
    answer = run("press-release", "MNG-2014-001", "--lang", "es", "--format", "txt", "--out", str(path))
    assert answer.output == f"{path}\n"
    assert "Para más información, contactar con:" in path.read_text("utf-8")


def test_certificates_are_issued_listed_and_withdrawn(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("demo").exit_code == 0
    asked = ("certificates", "issue", "MNG-2014-001", "--signatory", "Anna Keller; Chief of Mission")
    tried = run(*asked, "--dry-run").output
    assert tried.count("\tgets one\n") == 7
    assert "the status is “Did not come”" in tried
    assert "Say who signs, as --signatory 'Ana" in run(*asked[:3]).output
    assert "the name comes first" in run(*asked[:4], ";Chief of Mission").output
    assert run("certificates", "list", "MNG-2014-001").output == ""
    made = run(*asked).stdout.splitlines()
    assert [line.partition("\t")[0] for line in made] == [f"MNG-2014-001-C00{n}" for n in range(1, 8)]
    assert "Nobody gets a certificate" in run(*asked).output
    assert "C003 is withdrawn." in run("certificates", "withdraw", "MNG-2014-001-C003", "--reason", "Error").output
    listed = run("certificates", "list", "MNG-2014-001").output.splitlines()
    assert [line.split("\t")[2] for line in listed].count("withdrawn") == 1
    if renderer.unavailable() is None:
        written = home / "certificates.pdf"
        printed = run("certificates", "print", "MNG-2014-001", "--out", str(written))
        assert printed.stdout == f"{written}\n"
        assert "The codes on certificates lead to http://127.0.0.1:8000, which no other" in printed.stderr
        monkeypatch.setenv("WORKSHOPS_BASE_URL", "https://workshops.example.org")
        assert run("certificates", "print", "MNG-2014-001", "--out", str(written)).stderr == ""
        assert written.read_bytes().startswith(b"%PDF-")
    with pytest.raises(SystemExit, match="There is no certificate among MNG-2014-001-C099"):
        command_line(["certificates", "withdraw", "MNG-2014-001-C099", "--reason", "x"])


def test_commands_want_a_database_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, databases: Databases
) -> None:
    monkeypatch.setenv("WORKSHOPS_INSTANCE", str(tmp_path))
    monkeypatch.setenv(SETTING, databases.empty()[SETTING])
    with pytest.raises(installation.CannotStart, match="Cure: python3 -m workshops migrate"):
        run("user", "list")


@pytest.mark.skipif(renderer.unavailable() is not None, reason="printing needs Pango")
def test_the_documents_of_a_workshop_are_printed(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("demo").exit_code == 0
    written = home / "brief.pdf"
    try:
        assert run("brief", "MNG-2014-001", "--lang", "fr", "--out", str(written)).output == f"{written}\n"
        assert written.read_bytes().startswith(b"%PDF-")
        assert run("attendee-sheet", "MNG-2014-001", "--column", "phone", "--out", str(written)).exit_code == 0
        written.unlink()
        asked = ("print", "attendee-sheet", "MNG-2014-001", "--lang", "es", "--column", "sex", "--blank-rows", "7")
        assert run(*asked, "--out", str(written)).output == f"{written}\n"
        report = ("print", "country-report", "country=MN", "--second", "fr", "--out", str(written))
        assert run(*report).output == f"{written}\n"
        assert "no filter is named land" in run("print", "country-report", "land=MN").output
        nowhere = run("print", "brief", "MNG-2014-001", "--out", str(home / "nowhere" / "brief.pdf"))
        assert nowhere.exit_code == 1
        assert nowhere.output.endswith("brief.pdf cannot be written: No such file or directory.\n")
        early = run("print", "completion-report", "THA-2026-001", "--out", str(written))
        assert (early.exit_code, early.stdout) == (0, f"{written}\n")
        assert "This workshop is not over, as far as the record says" in early.stderr
        with pytest.raises(SystemExit, match="to: Choose an agency."):
            command_line(["print", "nomination-letters", "THA-2026-001"])
        assert re.search(r"^--to \d+\tInternational Organization for Migration", capsys.readouterr().err, re.M)
        assert "Near it: MNG-2014-001." in run("print", "agenda", "MNG-2014-007").output
        packed = run("evidence-pack", "mng-2014-001", "--as", "pdf", "--second", "fr", "--out", str(written))
        assert (packed.stdout, packed.exit_code) == (f"{written}\n", 0)
        assert written.read_bytes().startswith(b"%PDF-")
    finally:
        renderer.shared().close()
