"""Certificates are given to those who attended, once, under numbers that are never given again."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.factories import an_organiser, make_office
from tests.integration.services.certificates import LOOK, OTHER_LOOK, attended_workshop, person_ids
from workshops.domain.access import Actor
from workshops.domain.certificates import Candidate, Look, Signatory, Terms
from workshops.domain.enums import CertificateKind, CertificateStatus, ExpertRole, Role, WorkshopStatus
from workshops.domain.enums import ParticipationStatus as Came
from workshops.domain.partial_date import PartialDate
from workshops.errors import Conflict, Invalid, NotFound, WorkshopsError
from workshops.models import AuditEntry, Certificate, Workshop
from workshops.services import attendance, certificates
from workshops.services.certificate_entitlement import candidates, obstacle, with_attendance

USUAL = Terms()
TRAINERS = Terms(kind=CertificateKind.TRAINER)


@pytest.fixture
def workshop(session: Session, by: Actor) -> Workshop:
    return attended_workshop(session, by)


def offered(session: Session, workshop: Workshop, by: Actor, terms: Terms = USUAL) -> dict[str, Candidate]:
    read = with_attendance(session, reference=workshop.reference, by=by)
    return {one.full_name: one for one in candidates(session, read, terms)}


def issue(
    session: Session, workshop: Workshop, by: Actor, *names: str, terms: Terms = USUAL, look: Look = LOOK
) -> list[Certificate]:
    """Certificates for the participants of these names."""
    ids = [person_ids(workshop)[name] for name in names]
    made = certificates.issue(session, reference=workshop.reference, terms=terms, look=look, people=ids, by=by)
    return list(made.certificates)


def test_who_gets_one_and_who_not(session: Session, workshop: Workshop, by: Actor) -> None:
    found = offered(session, workshop, by)
    assert {name: one.minutes for name, one in found.items()} == {
        "Oyunchimeg": 1800,
        "Bat Erdene": 1440,
        "Carlos Ruiz": 1080,
        "Dina Noor": 0,
    }
    assert [name for name, one in found.items() if one.why_not is None] == ["Oyunchimeg", "Bat Erdene"]
    why = found["Carlos Ruiz"].why_not
    assert why is not None
    assert why.params == {"share": 60, "minimum": 80}
    lower = offered(session, workshop, by, Terms(minimum_share=0))
    assert [name for name, one in lower.items() if one.why_not] == ["Dina Noor"]


def test_without_marks_those_who_attended_get_one_without_hours(session: Session, by: Actor) -> None:
    workshop = attended_workshop(session, by)
    blank = {(row.id, event.id): None for row in workshop.participations for event in workshop.events}
    attendance.record(session, reference=workshop.reference, marks=blank, by=by)
    workshop.participations[2].status = Came.ATTENDED
    session.flush()
    session.expire_all()
    found = offered(session, workshop, by)
    assert [name for name, one in found.items() if one.why_not is None] == ["Carlos Ruiz"]
    assert found["Carlos Ruiz"].minutes is None
    completed = offered(session, workshop, by, Terms(kind=CertificateKind.COMPLETION))
    assert all(one.why_not for one in completed.values())


def test_trainers_are_those_who_teach_each_once(session: Session, workshop: Workshop, by: Actor) -> None:
    found = offered(session, workshop, by, TRAINERS)
    assert list(found) == ["Ines Duarte", "Igor Interpreter"]
    assert found["Ines Duarte"].role is ExpertRole.LEAD_TRAINER
    assert found["Igor Interpreter"].why_not is not None
    ids = [found["Ines Duarte"].person_id]
    [made] = certificates.issue(
        session, reference=workshop.reference, terms=TRAINERS, look=LOOK, people=ids, by=by
    ).certificates
    assert (made.role, made.minutes, made.kind) == (ExpertRole.LEAD_TRAINER, None, CertificateKind.TRAINER)


def test_a_certificate_keeps_what_the_record_said(session: Session, workshop: Workshop, by: Actor) -> None:
    [made] = issue(session, workshop, by, "Oyunchimeg")
    workshop.title, made.person.full_name = "Another title", "Another name"
    session.flush()
    session.expire_all()
    assert made.number == f"{workshop.reference}-C001"
    assert (made.full_name, made.native_name, made.minutes) == ("Oyunchimeg", "Оюунчимэг", 1800)
    assert (made.title, made.title_translations) == ("Document fraud", {"fr": "Fraude documentaire"})
    assert (made.city, made.country_code) == ("Darkhan", "MN")
    assert (made.starts_on.isoformat(), made.ends_on.isoformat()) == ("2024-05-06", "2024-05-10")
    assert made.languages == ["en", "fr"] == list(made.wording)
    assert made.wording["en"]["heading"] == "Certificate of attendance"
    said = made.wording["fr"]["paragraphs"]
    assert said[made.wording["fr"]["name_at"]] == "Oyunchimeg"
    assert "Fraude documentaire" in said[-1]
    assert "30 heures" in said[-1]
    assert made.signatories[1] == {"name": "Бат-Эрдэнэ", "title": ""}
    assert made.issued_by_id == by.user_id
    assert len(made.verify_token) >= 22  # 128 bits in base 64


def test_asked_twice_each_gets_one(session: Session, workshop: Workshop, by: Actor) -> None:
    ids = [person_ids(workshop)[name] for name in ("Oyunchimeg", "Bat Erdene")]
    asked = {"reference": workshop.reference, "terms": Terms(), "look": LOOK, "by": by}
    first = certificates.issue(session, people=ids[:1], **asked)
    again = certificates.issue(session, people=ids, **asked)
    third = certificates.issue(session, people=ids, **asked)
    assert [len(each.certificates) for each in (first, again, third)] == [1, 1, 0]
    assert [each.held for each in (first, again, third)] == [0, 1, 2]
    assert session.scalars(select(Certificate.number).order_by(Certificate.id)).all() == [
        f"{workshop.reference}-C001",
        f"{workshop.reference}-C002",
    ]


def test_somebody_below_the_minimum_lets_nothing_be_issued(session: Session, workshop: Workshop, by: Actor) -> None:
    with pytest.raises(Invalid) as refused:
        issue(session, workshop, by, "Oyunchimeg", "Carlos Ruiz")
    assert [problem.params["name"] for problem in refused.value.problems] == ["Carlos Ruiz"]
    assert session.scalar(select(func.count()).select_from(Certificate)) == 0


@pytest.mark.parametrize(
    ("terms", "look", "field"),
    [
        (Terms(minimum_share=101), LOOK, "minimum_share"),
        (Terms(hours_of_a_day=0), LOOK, "hours_of_a_day"),
        (Terms(), Look(languages=("en", "en"), signatories=LOOK.signatories), "language"),
        (Terms(), Look(languages=("xx",), signatories=LOOK.signatories), "language"),
        (Terms(), Look(), "first_name"),
        (Terms(), Look(signatories=(LOOK.signatories[0], Signatory(name="", title="Director"))), "second_name"),
        (Terms(), Look(signatories=(Signatory(name="x" * 121),)), "first_name"),
    ],
)
def test_terms_and_look_have_rules(
    session: Session, workshop: Workshop, by: Actor, terms: Terms, look: Look, field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        issue(session, workshop, by, "Oyunchimeg", terms=terms, look=look)
    assert [problem.field for problem in refused.value.problems] == [field]


@pytest.mark.parametrize(
    "changes",
    [
        {"status": WorkshopStatus.DRAFT},
        {"starts_on": PartialDate(2024, 5), "ends_on": None},
        {"starts_on": PartialDate(2999, 5, 6), "ends_on": PartialDate(2999, 5, 10)},
    ],
)
def test_some_workshops_give_none(session: Session, by: Actor, changes: dict[str, object]) -> None:
    workshop = attended_workshop(session, by, events=(), **changes)
    assert obstacle(workshop) is not None
    with pytest.raises(Conflict):
        issue(session, workshop, by, "Oyunchimeg")


def test_a_workshop_of_one_day_has_no_last_one(session: Session, by: Actor) -> None:
    workshop = attended_workshop(session, by, ends_on=None)
    [made] = issue(session, workshop, by, "Oyunchimeg")
    assert made.starts_on == made.ends_on


def test_a_corrected_one_takes_the_place_of_the_old(session: Session, workshop: Workshop, by: Actor) -> None:
    old, other = issue(session, workshop, by, "Oyunchimeg", "Bat Erdene")
    old.person.full_name = "Oyunchimeg Dorj"
    session.flush()
    [found] = certificates.corrections(session, reference=workshop.reference, ids=[old.id], by=by)
    assert found.changed == ("full_name",)
    [new] = certificates.reissue(session, reference=workshop.reference, ids=[old.id], look=LOOK, by=by)
    assert (new.number, new.replaces_id, new.full_name) == (f"{workshop.reference}-C003", old.id, "Oyunchimeg Dorj")
    assert (old.status, new.status) == (CertificateStatus.REPLACED, CertificateStatus.VALID)
    assert old.full_name == "Oyunchimeg"
    assert new.verify_token != old.verify_token
    assert certificates.reissue(session, reference=workshop.reference, ids=[old.id], look=LOOK, by=by) == [new]
    assert offered(session, workshop, by)["Oyunchimeg Dorj"].holds == new.number
    with pytest.raises(Conflict):
        certificates.withdraw(session, reference=workshop.reference, ids=[old.id], reason="x", by=by)
    assert other.status is CertificateStatus.VALID


def test_a_correction_that_changes_nothing_issues_nothing(session: Session, workshop: Workshop, by: Actor) -> None:
    first, second = issue(session, workshop, by, "Oyunchimeg", "Bat Erdene")
    asked = {"reference": workshop.reference, "ids": [first.id, second.id], "by": by}
    with pytest.raises(Invalid, match="Nothing would change"):
        certificates.reissue(session, look=LOOK, **asked)
    second.person.native_name = "Бат-Эрдэнэ"
    session.flush()
    [new] = certificates.reissue(session, look=LOOK, **asked)
    assert (new.number, new.replaces_id) == (f"{workshop.reference}-C003", second.id)
    assert first.status is CertificateStatus.VALID
    everyone = certificates.reissue(session, look=OTHER_LOOK, **asked)
    assert [one.replaces_id for one in everyone] == [second.id, first.id]


def test_a_withdrawn_number_is_not_given_again(session: Session, workshop: Workshop, by: Actor) -> None:
    asked = {"reference": workshop.reference, "by": by}
    [first] = issue(session, workshop, by, "Oyunchimeg")
    with pytest.raises(Invalid):
        certificates.withdraw(session, ids=[first.id], reason=" ", **asked)
    certificates.withdraw(session, ids=[first.id], reason="Signed for somebody else", **asked)
    before = first.withdrawn_at
    certificates.withdraw(session, ids=[first.id], reason="Pressed twice", **asked)
    assert (first.status, first.status_reason, first.withdrawn_at) == (
        CertificateStatus.WITHDRAWN,
        "Signed for somebody else",
        before,
    )
    with pytest.raises(Conflict):
        certificates.reissue(session, ids=[first.id], look=LOOK, **asked)
    [second] = issue(session, workshop, by, "Oyunchimeg")
    assert second.number.endswith("C002")
    with pytest.raises(Conflict):
        certificates.put_back(session, ids=[first.id], **asked)
    certificates.withdraw(session, ids=[second.id], reason="The first was right", **asked)
    certificates.put_back(session, ids=[first.id], **asked)
    assert (first.status, first.withdrawn_at, first.status_reason) == (CertificateStatus.VALID, None, "")


def test_who_may_do_what(session: Session, workshop: Workshop, by: Actor) -> None:
    [made] = issue(session, workshop, by, "Oyunchimeg")
    stranger = an_organiser(session, make_office(session))
    viewer = replace(by, role=Role.VIEWER)
    asked = {"reference": workshop.reference, "ids": [made.id]}
    for who in (stranger, viewer):
        with pytest.raises(NotFound):
            issue(session, workshop, who, "Bat Erdene")
        with pytest.raises(NotFound):
            certificates.withdraw(session, reason="x", by=who, **asked)
        with pytest.raises(NotFound):
            certificates.put_back(session, by=who, **asked)
        with pytest.raises(NotFound):
            certificates.reissue(session, look=LOOK, by=who, **asked)
        with pytest.raises(NotFound):
            certificates.corrections(session, by=who, **asked)
    other = attended_workshop(session, by)
    with pytest.raises(NotFound):
        certificates.withdraw(session, reference=other.reference, ids=[made.id], reason="x", by=by)


def test_the_trail_tells_of_it_without_names(session: Session, workshop: Workshop, by: Actor) -> None:
    [made] = issue(session, workshop, by, "Oyunchimeg")
    certificates.withdraw(session, reference=workshop.reference, ids=[made.id], reason="Oyunchimeg asked", by=by)
    entries = session.scalars(select(AuditEntry).where(AuditEntry.entity == "certificate")).all()
    assert {entry.workshop_id for entry in entries} == {workshop.id}
    told = str([(entry.before, entry.after) for entry in entries])
    assert made.number in told
    for secret in ("Oyunchimeg", "Оюунчимэг", made.verify_token, "Keller"):
        assert secret not in told


def test_errors_are_said_in_sentences(session: Session, workshop: Workshop, by: Actor) -> None:
    with pytest.raises(WorkshopsError, match="Choose at least one person"):
        certificates.issue(session, reference=workshop.reference, terms=Terms(), look=LOOK, people=[], by=by)
