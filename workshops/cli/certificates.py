"""`certificates`: issue, list, print and withdraw the certificates of a workshop."""

import click

from workshops.cli._asked import REFERENCE, asking_for, opened_for
from workshops.cli._printing import print_command
from workshops.domain.access import command_actor
from workshops.domain.attended_hours import USUAL_DAY
from workshops.domain.certificates import USUAL_SHARE, Candidate, Look, Signatory, Terms
from workshops.domain.enums import CertificateKind
from workshops.errors import NotFound
from workshops.launching.installation import opened
from workshops.services import certificate_entitlement, certificate_register, certificates, document_values
from workshops.services.prints.certificates import CERTIFICATES
from workshops.translating import LANGUAGES
from workshops.wording import worded

BY = command_actor()


@click.group()
def command() -> None:
    """Issue, list, print and withdraw certificates."""


command.add_command(print_command(CERTIFICATES), "print")


@command.command()
@click.argument("reference", type=REFERENCE)
@click.option("--kind", type=click.Choice([kind.value for kind in CertificateKind]), default="attendance")
@click.option("--minimum-share", type=click.IntRange(0, 100), default=USUAL_SHARE, show_default=True, help="Percent.")
@click.option("--hours-of-a-day", type=click.IntRange(1, 24), default=USUAL_DAY, show_default=True)
@click.option("--lang", "languages", type=click.Choice(LANGUAGES), multiple=True, help="One, or two. [default: en]")
@click.option(
    "--signatory",
    "signatories",
    multiple=True,
    metavar="NAME;TITLE",
    help="Who signs, one or two, as 'Ana Silva;Chief of Mission'.",
)
@click.option("--dry-run", is_flag=True, help="Only say who would get one, and why the others would not.")
def issue(
    reference: str,
    kind: str,
    minimum_share: int,
    hours_of_a_day: int,
    languages: tuple[str, ...],
    signatories: tuple[str, ...],
    dry_run: bool,
) -> None:
    """Issue certificates to all of the workshop REFERENCE who get one, and print their numbers."""
    terms = Terms(kind=CertificateKind(kind), minimum_share=minimum_share, hours_of_a_day=hours_of_a_day)
    look = Look(languages=languages or ("en",), signatories=tuple(map(_signatory, signatories)))
    with opened_for(reference, BY) as session:
        workshop = certificate_entitlement.with_attendance(session, reference=reference, by=BY)
        people = certificate_entitlement.candidates(session, workshop, terms)
        for one in people:
            if dry_run or one.why_not:
                click.echo(_told(one), err=not dry_run)
        if found := certificate_entitlement.unprintable(workshop, people):
            click.echo(worded(found[0].message, found[0].params, "en", str), err=True)
        if dry_run:
            return
        if not signatories:
            raise click.UsageError("Say who signs, as --signatory 'Ana Silva;Chief of Mission'.")
        entitled = [one.person_id for one in people if one.why_not is None]
        if not entitled:
            raise click.ClickException("Nobody gets a certificate on these terms.")
        done = certificates.issue(session, reference=reference, terms=terms, look=look, people=entitled, by=BY)
        for made in done.certificates:
            click.echo(f"{made.number}\t{made.full_name}")


@command.command(name="list")
@click.argument("reference", type=REFERENCE)
def list_all(reference: str) -> None:
    """List the certificates of the workshop REFERENCE: number, kind, state, name, hours."""
    with opened_for(reference, BY) as session:
        found = certificate_register.of_workshop(session, reference=reference, by=BY)
        for one in found.certificates:
            hours = document_values.hours(one.minutes, "en")
            click.echo("\t".join((one.number, one.kind, one.status, one.full_name, hours)).rstrip())


@command.command()
@click.argument("numbers", nargs=-1, type=REFERENCE, required=True, metavar="NUMBER...")
@click.option("--reason", required=True, help="Why; the page that checks certificates does not show it.")
def withdraw(numbers: tuple[str, ...], reason: str) -> None:
    """Say of certificates, such as MNG-2013-001-C007, that they hold no more."""
    references = {number.rpartition("-")[0] for number in numbers}
    what = f"certificate among {', '.join(numbers)}"
    with asking_for(what, see="certificates list REFERENCE"), opened(BY) as session:
        for reference in sorted(references):
            found = certificate_register.of_workshop(session, reference=reference, by=BY)
            asked = {number for number in numbers if number.startswith(f"{reference}-")}
            ids = [one.id for one in found.certificates if one.number in asked]
            if len(ids) < len(asked):
                raise NotFound
            for one in certificates.withdraw(session, reference=reference, ids=ids, reason=reason, by=BY):
                click.echo(f"{one.number} is withdrawn.")


def _signatory(text: str) -> Signatory:
    name, _, title = (part.strip() for part in text.partition(";"))
    if not name:
        raise click.BadParameter("the name comes first, as in 'Ana Silva;Chief of Mission'.", param_hint="--signatory")
    return Signatory(name=name, title=title)


def _told(one: Candidate) -> str:
    why = worded(one.why_not.message, one.why_not.params, "en", str) if one.why_not else "gets one"
    return "\t".join((one.full_name, document_values.hours(one.minutes, "en") or "-", why))
