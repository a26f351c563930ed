"""The register shows what is open to the reader, a code what anybody may know; acts on records keep both."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.conftest import counted_statements
from tests.factories import an_organiser, make_office
from tests.integration.services.certificates import LOOK, OTHER_LOOK, attended_workshop, person_ids
from tests.integration.services.dumps import dump
from tests.integration.services.merges import PERSON, merged
from workshops.domain.access import Actor
from workshops.domain.certificate_filter import CertificateFilter
from workshops.domain.certificates import Look, Terms
from workshops.domain.enums import CertificateKind, CertificateStatus, RecordKind, Role
from workshops.errors import Conflict, NotFound
from workshops.extensions import db
from workshops.files.folder import FolderFiles
from workshops.models import Base, Certificate, Workshop
from workshops.services import certificate_register as register
from workshops.services import certificates, deleting, erasing, purging
from workshops.services.history import history_of_workshop
from workshops.services.undoing import undo


@pytest.fixture
def workshop(session: Session, by: Actor) -> Workshop:
    return attended_workshop(session, by)


@pytest.fixture
def two_given(session: Session, workshop: Workshop, by: Actor) -> list[Certificate]:
    """Certificates for Oyunchimeg and Bat Erdene."""
    ids = [person_ids(workshop)[name] for name in ("Oyunchimeg", "Bat Erdene")]
    made = certificates.issue(session, reference=workshop.reference, terms=Terms(), look=LOOK, people=ids, by=by)
    return list(made.certificates)


def names(session: Session, by: Actor, **asked: object) -> list[str]:
    found = register.listed(session, CertificateFilter(**asked), number=1, by=by)  # type: ignore[arg-type]
    return [one.full_name for one in found.rows]


def test_the_register_is_searched(
    session: Session, workshop: Workshop, two_given: list[Certificate], by: Actor
) -> None:
    certificates.withdraw(session, reference=workshop.reference, ids=[two_given[0].id], reason="x", by=by)
    assert names(session, by) == ["Bat Erdene", "Oyunchimeg"]
    assert names(session, by, text="bat erd") == names(session, by, text="c002") == ["Bat Erdene"]
    assert names(session, by, text="оюун") == ["Oyunchimeg"]
    assert names(session, by, text="document FRAUD") == ["Bat Erdene", "Oyunchimeg"]
    assert names(session, by, text="%") == []
    assert names(session, by, status=CertificateStatus.WITHDRAWN) == ["Oyunchimeg"]
    assert names(session, by, kind=CertificateKind.TRAINER) == []


def test_each_office_sees_its_own(session: Session, workshop: Workshop, two_given: list[Certificate]) -> None:
    stranger = an_organiser(session, make_office(session))
    headquarters = replace(stranger, office_id=None, role=Role.VIEWER)
    assert names(session, stranger) == []
    assert len(names(session, headquarters)) == 2
    with pytest.raises(NotFound):
        register.of_workshop(session, reference=workshop.reference, by=stranger)
    assert len(register.everything(session, CertificateFilter(), by=headquarters)) == 2


def test_the_last_look_is_the_usual_one(session: Session, workshop: Workshop, two_given: list[Certificate]) -> None:
    assert register.usual_look(session, office_id=workshop.office_id, language="es") == LOOK
    elsewhere = make_office(session)
    assert register.usual_look(session, office_id=elsewhere.id, language="es") == Look(languages=("es",))


def test_the_code_tells_what_anybody_may_know(
    session: Session, workshop: Workshop, two_given: list[Certificate], by: Actor
) -> None:
    one = two_given[0]
    with counted_statements(db.engine) as statements:
        found = register.check(session, token=one.verify_token, language="fr")
        assert register.check(session, token="x" * 22, language="fr") is None
    assert len(statements) == 2
    assert found is not None
    assert (found.name, found.native_name, found.title) == ("Oyunchimeg", "Оюунчимэг", "Fraude documentaire")
    assert (found.minutes, found.issuer, found.status) == (1800, workshop.office.name, CertificateStatus.VALID)
    [new] = certificates.reissue(session, reference=workshop.reference, ids=[one.id], look=OTHER_LOOK, by=by)
    after = (
        register.check(session, token=one.verify_token, language="fr"),
        register.check(session, token=new.verify_token, language="fr"),
    )
    assert [each and each.status for each in after] == [CertificateStatus.REPLACED, CertificateStatus.VALID]
    shown = register.of_workshop(session, reference=workshop.reference, by=by)
    assert shown.in_place_of == {new.id: one.number}


def test_an_erased_holder_leaves_a_certificate_without_anything_of_them(
    session: Session, workshop: Workshop, two_given: list[Certificate], by: Actor, tmp_path: Path
) -> None:
    one, other = two_given
    before = dump(session)
    assert erasing.traces(session, person_id=one.person_id, by=by).certificates == 1
    act = erasing.erase(session, person_id=one.person_id, by=by)
    session.expire_all()
    found = register.check(session, token=one.verify_token, language="fr")
    assert found is not None
    assert (found.name, found.native_name, found.minutes) == ("", "", None)
    assert one.wording == {}
    assert other.full_name == "Bat Erdene"
    with pytest.raises(Conflict):
        certificates.reissue(session, reference=workshop.reference, ids=[one.id], look=OTHER_LOOK, by=by)
    undo(session, act_id=act.id, by=by)
    assert dump(session) == before
    act = erasing.erase(session, person_id=one.person_id, by=by)
    purging.purge(session, FolderFiles(tmp_path), at=act.final_at)
    session.expire_all()
    rows = {table.name: str(session.execute(select(table)).all()) for table in Base.metadata.sorted_tables}
    assert [name for name, said in rows.items() if "Oyunchimeg" in said or "Оюунчимэг" in said] == []


def test_a_deleted_workshop_takes_its_certificates_along_and_brings_them_back(
    session: Session, workshop: Workshop, two_given: list[Certificate], by: Actor
) -> None:
    token, reference = two_given[0].verify_token, workshop.reference
    asked = {"kind": RecordKind.WORKSHOP, "record_id": workshop.id, "by": by}
    certificates.reissue(session, reference=reference, ids=[two_given[0].id], look=OTHER_LOOK, by=by)
    before = dump(session)
    assert deleting.consequences(session, **asked).goes["certificate"] == 3  # type: ignore[arg-type]
    act = deleting.delete(session, reason="Twice", **asked)  # type: ignore[arg-type]
    assert register.check(session, token=token, language="fr") is None
    undo(session, act_id=act.id, by=by)
    assert dump(session) == before


def test_a_person_with_a_certificate_is_not_deleted(session: Session, two_given: list[Certificate], by: Actor) -> None:
    with pytest.raises(Conflict):
        deleting.delete(session, kind=RecordKind.PERSON, record_id=two_given[0].person_id, by=by)


def test_merged_people_keep_all_their_certificates(
    session: Session, workshop: Workshop, two_given: list[Certificate], by: Actor
) -> None:
    one, other = two_given
    before = dump(session)
    act = merged(session, PERSON, [one.person_id, other.person_id], by=by)
    session.expire_all()
    assert one.person_id == other.person_id
    assert [each.full_name for each in (one, other)] == ["Oyunchimeg", "Bat Erdene"]
    undo(session, act_id=act.id, by=by)
    assert dump(session) == before


def test_the_history_of_the_workshop_tells_of_them(
    session: Session, workshop: Workshop, two_given: list[Certificate], by: Actor
) -> None:
    certificates.withdraw(session, reference=workshop.reference, ids=[two_given[0].id], reason="x", by=by)
    [step] = history_of_workshop(session, reference=workshop.reference, by=by).rows
    told = [change for change in step.changes if change.record == "Certificate"]
    assert [change.field for change in told if change.after is CertificateStatus.WITHDRAWN] == ["Status"]
    given = [said for change in told for said in change.content if said.field == "Number"]
    assert [said.value for said in given] == [one.number for one in two_given]
