"""The command that prints a document, made from what its kind says of itself."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from workshops import transactions
from workshops.cli._asked import FILTERS, REFERENCE, args_of, filter_of, opened_for, writing
from workshops.domain.access import command_actor
from workshops.errors import Invalid
from workshops.launching.installation import opened
from workshops.services import printing, site
from workshops.services.prints.certificates import CERTIFICATES
from workshops.services.prints.choices import Choice, Number, OneOf, SomeOf, YesNo
from workshops.services.prints.kinds import Kind, Scope
from workshops.views.kept_files import kept_files

BY = command_actor()
LANGUAGE = "en"
LEADS_HERE = (
    "The codes on certificates lead to %s, which no other machine can open. "
    "Set WORKSHOPS_BASE_URL to the address of the site, and print again."
)
"""A command does not know on which port a site serves."""
OF_A_WORKSHOP = "REFERENCE is that of a workshop, such as MNG-2013-001."


def print_command(kind: Kind[Any]) -> click.Command:
    """The command that prints documents of a kind; each of its choices is an option."""

    def run(subject: str | tuple[str, ...], out: Path | None, **chosen: Any) -> None:
        given = {name: _texts(value) for name, value in chosen.items() if value not in (None, ())}
        today = datetime.datetime.now().astimezone().date()
        opening = opened_for(subject, BY) if isinstance(subject, str) else opened(BY)
        with transactions.reading(), opening as session:  # laying out takes long: others may write meanwhile
            if isinstance(subject, str):
                found = printing.of_workshop(session, reference=subject, by=BY)
            else:
                found = printing.of_trainings(session, chosen=filter_of(args_of(subject), LANGUAGE), today=today, by=BY)
            with _naming_options(kind, found.record):
                draft = printing.draft(
                    session, found, kind=kind, given=given, interface=LANGUAGE, today=today, files=kept_files(), by=BY
                )
            for said in (kind.in_languages(draft.wanted), kind.caution(found.record, draft.wanted)):
                if said:
                    click.echo(said, err=True)
            if kind is CERTIFICATES and site.is_of_this_machine(session):
                click.echo(LEADS_HERE % site.address(session, ""), err=True)
            made = draft.printed(kept_files())
        with writing():
            click.echo(made.written(out))

    if kind.scope is Scope.WORKSHOP:
        subject, of = click.Argument(["subject"], metavar="REFERENCE", type=REFERENCE), OF_A_WORKSHOP
    else:
        subject, of = click.Argument(["subject"], metavar="[NAME=VALUE]...", nargs=-1), FILTERS
    out = click.Option(
        ["--out"], type=click.Path(dir_okay=False, path_type=Path), help="The file; without one, named by itself."
    )
    return click.Command(
        kind.name,
        callback=run,
        params=[subject, *map(_option, kind.all_choices), out],
        help=f"{kind.about} {of} Says where the file is.",
        short_help=kind.about,
    )


@contextmanager
def _naming_options(kind: Kind[Any], record: Any) -> Iterator[None]:
    """Where a choice is wrong whose words come from the record, list them: nobody can guess them."""
    try:
        yield
    except Invalid as wrong:
        fields = {problem.field for problem in wrong.problems}
        for choice in kind.choices:
            if choice.name in fields and isinstance(choice, SomeOf | OneOf) and not choice.fixed():
                for option in choice.options(record, LANGUAGE):
                    click.echo(f"--{choice.name.replace('_', '-')} {option.value}\t{option.label}", err=True)
        raise


def _option(choice: Choice) -> click.Option:
    names = [choice.name, "--" + choice.name.replace("_", "-")]
    words = f"{choice.label}. {choice.hint}".strip()
    usual = {"lang": LANGUAGE, "paper": "A4"}.get(choice.name)
    if isinstance(choice, SomeOf):
        names = list(dict.fromkeys([*names, _one_of(names[-1])]))
        known = click.Choice(choice.fixed()) if choice.fixed() else None
        return click.Option(names, type=known, multiple=True, help=f"{words} May be given several times.")
    if isinstance(choice, OneOf) and choice.fixed():
        known = click.Choice([value for value in choice.fixed() if value])
        return click.Option(names, type=known, default=usual, show_default=bool(usual), help=words)
    if isinstance(choice, YesNo):
        return click.Option([f"{names[1]}/--no-{names[1][2:]}"], default=None, help=words)
    limits = click.IntRange(choice.least, choice.most) if isinstance(choice, Number) else None
    return click.Option(names, type=limits, help=words)


def _one_of(plural: str) -> str:
    """What an option for several is called for one: `--columns` is also `--column`, `--statuses` `--status`."""
    return plural.removesuffix("es") if plural.endswith("ses") else plural.removesuffix("s")


def _texts(value: Any) -> list[str]:
    if isinstance(value, tuple):
        return list(value)
    return [str(int(value)) if isinstance(value, bool) else str(value)]
