"""Certificates: given out, corrected by a new one, withdrawn, put back. No number is ever given twice."""

import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workshops.domain import certificates as c
from workshops.domain.access import Actor
from workshops.domain.enums import CertificateKind, CertificateStatus
from workshops.domain.naming import NAMELESS, name_key
from workshops.domain.rule_texts import LONGEST_REASON, is_too_long
from workshops.errors import N_, Conflict, Invalid, NotFound, Problem
from workshops.models import Certificate, Workshop
from workshops.models.base import now
from workshops.services.certificate_entitlement import candidates, obstacle, with_attendance
from workshops.services.certificate_facts import Facts, changed, facts_now, facts_of
from workshops.services.certificate_wording import Wording

TOKEN_BYTES: Final = 16  # 128 bits


@dataclass(frozen=True, slots=True)
class Issued:
    """The certificates that were made, and how many of those asked for held one already."""

    certificates: Sequence[Certificate]
    held: int


@dataclass(frozen=True, slots=True)
class Correction:
    """A certificate, what a new one in its place would say, and the names of the facts that differ."""

    certificate: Certificate
    after: Facts
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _New:
    """What a certificate that is about to be made is for."""

    person_id: int
    facts: Facts
    kind: CertificateKind
    hours_of_a_day: int
    replaces_id: int | None = None


def issue(
    session: Session, *, reference: str, terms: c.Terms, look: c.Look, people: Collection[int], by: Actor
) -> Issued:
    """Give a certificate to each of these people (ids) of a workshop, or to none of them.

    Who holds one already is passed over, so that asking twice gives one. Raises `NotFound`, `Conflict` where the
    workshop gives none, `Invalid` for terms that cannot be, and for people who get none on these terms.
    """
    _refuse([*c.problems(terms), *c.look_problems(look)])
    workshop = with_attendance(session, reference=reference, by=by, to_write=True)
    if stop := obstacle(workshop):
        raise Conflict(stop.message, **stop.params)
    chosen = [one for one in candidates(session, workshop, terms) if one.person_id in people]
    if not chosen:
        raise Invalid(Problem("people", N_("Choose at least one person.")))
    refused = [one for one in chosen if one.why_not and not one.holds]
    if refused:
        message = N_("%(name)s gets no certificate on these terms. Nothing was issued: look at the list once more.")
        raise Invalid(*(Problem("people", message, {"name": one.full_name}) for one in refused))
    new = [
        _New(one.person_id, facts_now(workshop, one), terms.kind, terms.hours_of_a_day)
        for one in chosen
        if not one.holds
    ]
    made = _add(session, workshop, _made(session, workshop, new, look=look, by=by))
    return Issued(made, len(chosen) - len(new))


def corrections(session: Session, *, reference: str, ids: Collection[int], by: Actor) -> list[Correction]:
    """What would change if these certificates of a workshop were issued anew. Raises `NotFound`, `Conflict`."""
    workshop = with_attendance(session, reference=reference, by=by)
    if not by.may_write(workshop.office_id):
        raise NotFound
    return _corrections(session, workshop, ids)


def reissue(session: Session, *, reference: str, ids: Collection[int], look: c.Look, by: Actor) -> list[Certificate]:
    """Put a new certificate, with what the record says now, in the place of each of these on which something changes.

    One that was replaced already gives the new one. Raises `NotFound`, `Invalid` for a look that cannot be and where
    nothing changes, `Conflict` for one that is withdrawn or whose holder was erased.
    """
    _refuse(list(c.look_problems(look)))
    workshop = with_attendance(session, reference=reference, by=by, to_write=True)
    asked = _asked(session, workshop, ids)
    replaced = [one.id for one in asked if one.status is CertificateStatus.REPLACED]
    known = select(Certificate).where(Certificate.replaces_id.in_(replaced)).order_by(Certificate.id)
    found = list(session.scalars(known)) if replaced else []
    todo = _corrections(session, workshop, [one.id for one in asked if one.id not in replaced])
    old = [each.certificate for each in todo]
    asked_anew = [
        _New(before.person_id, each.after, before.kind, before.hours_of_a_day, replaces_id=before.id)
        for each, before in zip(todo, old, strict=True)
    ]
    made = _made(session, workshop, asked_anew, look=look, by=by)
    pairs = [(before, new) for before, new in zip(old, made, strict=True) if _says(before) != _says(new)]
    if not pairs and not found:
        raise Invalid(Problem("", N_("Nothing would change on these certificates, so no new one was issued.")))
    for before, _new in pairs:
        before.status = CertificateStatus.REPLACED
    return [*found, *_add(session, workshop, [new for _before, new in pairs])]


def withdraw(session: Session, *, reference: str, ids: Collection[int], reason: str, by: Actor) -> list[Certificate]:
    """Say of these certificates that they hold no more; those of which it was said stay as they are.

    Raises `NotFound`, `Invalid` without a reason, `Conflict` for one that was replaced.
    """
    reason = reason.strip()
    if not reason:
        raise Invalid(Problem("reason", N_("Say why, in a few words.")))
    _refuse(list(is_too_long("reason", N_("The reason"), reason, LONGEST_REASON)))
    workshop = with_attendance(session, reference=reference, by=by, to_write=True)
    asked = _asked(session, workshop, ids)
    for one in asked:
        if one.status is CertificateStatus.REPLACED:
            raise Conflict(N_("%(number)s was replaced. Withdraw the one in its place."), number=one.number)
        if one.status is CertificateStatus.VALID:
            one.status, one.status_reason = CertificateStatus.WITHDRAWN, reason
            one.withdrawn_at, one.withdrawn_by_id = now(), by.user_id
    session.flush()
    return asked


def put_back(session: Session, *, reference: str, ids: Collection[int], by: Actor) -> list[Certificate]:
    """Let withdrawn certificates hold again; those that hold stay as they are.

    Raises `NotFound`, `Conflict` where its holder got another one of its kind since.
    """
    workshop = with_attendance(session, reference=reference, by=by, to_write=True)
    asked = _asked(session, workshop, ids)
    for one in asked:
        if one.status is not CertificateStatus.WITHDRAWN:
            continue
        in_force = (Certificate.kind == one.kind, Certificate.status == CertificateStatus.VALID)
        same = (Certificate.workshop_id == workshop.id, Certificate.person_id == one.person_id)
        if newer := session.scalar(select(Certificate.number).where(*same, *in_force).limit(1)):
            raise Conflict(
                N_("%(newer)s was issued to the same person since. Withdraw that first, then put %(number)s back."),
                newer=newer,
                number=one.number,
            )
        one.status, one.status_reason = CertificateStatus.VALID, ""
        one.withdrawn_at = one.withdrawn_by_id = None
        session.flush()
    return asked


def _refuse(found: Sequence[Problem]) -> None:
    if found:
        raise Invalid(*found)


def _asked(session: Session, workshop: Workshop, ids: Collection[int]) -> list[Certificate]:
    """The certificates with these ids, which all have to be of this workshop."""
    of_workshop = (Certificate.workshop_id == workshop.id, Certificate.id.in_(ids))
    found = list(session.scalars(select(Certificate).where(*of_workshop).order_by(Certificate.position)))
    if not found or len(found) < len(set(ids)):
        raise NotFound
    return found


def _corrections(session: Session, workshop: Workshop, ids: Collection[int]) -> list[Correction]:
    if not ids:
        return []
    if stop := obstacle(workshop):
        raise Conflict(stop.message, **stop.params)
    asked = _asked(session, workshop, ids)
    terms = {c.Terms(kind=one.kind, hours_of_a_day=one.hours_of_a_day) for one in asked}
    people = {(each, one.person_id): one for each in terms for one in candidates(session, workshop, each)}
    made = []
    for one in asked:
        if one.status is not CertificateStatus.VALID:
            raise Conflict(N_("%(number)s is not in force, so it cannot be corrected."), number=one.number)
        if one.full_name == NAMELESS:
            raise Conflict(N_("The name on %(number)s was erased."), number=one.number)
        listed = people.get((c.Terms(kind=one.kind, hours_of_a_day=one.hours_of_a_day), one.person_id))
        after = facts_now(workshop, listed or _no_longer_listed(one))
        made.append(Correction(one, after, changed(facts_of(one), after)))
    return made


def _no_longer_listed(one: Certificate) -> c.Candidate:
    """Somebody who left the record of the workshop: named as now, the rest as it was."""
    person = one.person
    return c.Candidate(
        person_id=one.person_id,
        full_name=person.full_name,
        native_name=person.native_name,
        role=one.role,
        minutes=one.minutes,
    )


def _made(session: Session, workshop: Workshop, new: Sequence[_New], *, look: c.Look, by: Actor) -> list[Certificate]:
    """New certificates with all that they say but their numbers."""
    made = [
        Certificate(
            workshop_id=workshop.id,
            person_id=one.person_id,
            kind=one.kind,
            replaces_id=one.replaces_id,
            folded_name=name_key(f"{one.facts.full_name} {one.facts.native_name}"),
            hours_of_a_day=one.hours_of_a_day,
            languages=list(look.languages),
            signatories=[{"name": each.name, "title": each.title} for each in look.signatories],
            issued_by_id=by.user_id,
            **{name: getattr(one.facts, name) for name in Facts.__dataclass_fields__},
        )
        for one in new
    ]
    words = Wording(session, workshop, look.languages)
    for certificate in made:
        certificate.wording = words.of(certificate)
    return made


def _add(session: Session, workshop: Workshop, made: Sequence[Certificate]) -> list[Certificate]:
    """Keep new certificates under the next numbers of the workshop."""
    last = session.scalar(select(func.max(Certificate.position)).where(Certificate.workshop_id == workshop.id)) or 0
    for position, certificate in enumerate(made, start=last + 1):
        certificate.position, certificate.number = position, f"{workshop.reference}-C{position:03d}"
        certificate.verify_token, certificate.issued_at = secrets.token_urlsafe(TOKEN_BYTES), now()
    session.add_all(made)
    session.flush()
    return list(made)


def _says(one: Certificate) -> tuple[object, ...]:
    """All that stands on a certificate besides its number and day."""
    return facts_of(one), one.languages, one.signatories, one.wording
