"""The command that prints a document, made from what its kind says of itself."""

import datetime
from pathlib import Path
from typing import Any

import click

from workshops.cli._asked import asking_for
from workshops.domain.access import command_actor
from workshops.launching.installation import opened
from workshops.services import printing
from workshops.services.prints.choices import Choice, Number, OneOf, SomeOf, YesNo
from workshops.services.prints.kinds import Kind
from workshops.views.kept_files import kept_files

BY = command_actor()
LANGUAGE = "en"


def print_command(kind: Kind[Any]) -> click.Command:
    """The command that prints documents of a kind; each of its choices is an option."""

    def run(reference: str, out: Path | None, **chosen: Any) -> None:
        given = {name: _texts(value) for name, value in chosen.items() if value not in (None, ())}
        today = datetime.datetime.now().astimezone().date()
        with asking_for(f"workshop {reference}", see="export"), opened(BY) as session:
            draft = printing.draft(
                session,
                kind=kind,
                reference=reference,
                given=given,
                interface=LANGUAGE,
                today=today,
                files=kept_files(),
                by=BY,
            )
            made = draft.printed(kept_files())
        click.echo(made.written(out))

    options = [_option(choice) for choice in kind.all_choices]
    file = click.Option(
        ["--out"], type=click.Path(dir_okay=False, path_type=Path), help="The file; without one, named by itself."
    )
    about = f"{kind.about}\n\nREFERENCE is that of a workshop, such as MNG-2013-001. Says where the file is."
    return click.Command(
        kind.name,
        callback=run,
        params=[click.Argument(["reference"]), *options, file],
        help=about,
        short_help=kind.about,
    )


def _option(choice: Choice) -> click.Option:
    names = [choice.name, "--" + choice.name.replace("_", "-")]
    usual = {"lang": LANGUAGE, "paper": "A4"}.get(choice.name)
    if isinstance(choice, SomeOf):
        names.append(names[-1].removesuffix("s"))
        known = click.Choice(choice.fixed()) if choice.fixed() else None
        return click.Option(names, type=known, multiple=True, help=f"{choice.hint} May be given several times.".strip())
    if isinstance(choice, OneOf) and choice.fixed():
        known = click.Choice([value for value in choice.fixed() if value])
        return click.Option(names, type=known, default=usual, show_default=bool(usual), help=choice.hint or None)
    if isinstance(choice, YesNo):
        return click.Option([f"{names[1]}/--no-{names[1][2:]}"], default=None, help=choice.hint or None)
    limits = click.IntRange(choice.least, choice.most) if isinstance(choice, Number) else None
    return click.Option(names, type=limits, help=choice.hint or None)


def _texts(value: Any) -> list[str]:
    if isinstance(value, tuple):
        return list(value)
    return [str(int(value)) if isinstance(value, bool) else str(value)]
