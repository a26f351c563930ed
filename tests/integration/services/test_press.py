from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from tests.factories import an_organiser, make_office
from workshops.domain.access import Actor
from workshops.domain.enums import FindingStatus, PressReleaseStatus
from workshops.domain.workshop import TopicRef
from workshops.errors import Conflict, Invalid, NotFound
from workshops.models import Finding, Office, PressRelease
from workshops.press import facts
from workshops.services import press, press_drafts, press_findings, topics, workshops
from workshops.services.workshop_reading import details_of

SEEDS = Path(__file__).parents[2] / "samples" / "press" / "seeds"
MONGOLIA = (SEEDS / "seed-mongolia.txt").read_text(encoding="utf-8")


@pytest.fixture
def by(session: Session) -> Actor:
    return an_organiser(session, make_office(session))


@pytest.fixture
def received(session: Session, by: Actor) -> PressRelease:
    assert by.office_id is not None
    return press.receive(session, text=MONGOLIA, office_id=by.office_id, by=by).press_release


Found = Callable[[str], Finding]


@pytest.fixture
def found(received: PressRelease) -> Found:
    return lambda field: next(finding for finding in received.findings if finding.field == field)


def test_the_words_of_a_finding_hold_no_remnants_of_html(session: Session, office: Office) -> None:
    text = (
        "Atelier &agrave; Zarzis\n\nL'OIM a organis&eacute; un atelier &agrave; Zarzis, en Tunisie, les 31 "
        "ao&ucirc;t et 1er septembre 2022.<br> Y ont pris part 24 agents de la garde nationale."
    )
    by = an_organiser(session, office)
    release = press.receive(session, text=text, office_id=office.id, by=by).press_release
    words = {finding.field: press_findings.as_read(finding).words for finding in release.findings}
    assert "31 août et 1er septembre" in words["date_text"]
    assert not any("&" in said or "<" in said for said in words.values())


def test_the_subject_of_a_letter_is_the_title_where_its_text_has_none(session: Session, office: Office) -> None:
    by = an_organiser(session, office)
    text = "Lima, 3 May 2022 – The IOM held a course on asylum in Lima, Peru, on 2 May 2022 for 20 officers."
    release = press.receive(
        session, text=text, office_id=office.id, by=by, headline="Course ends in Lima"
    ).press_release
    assert press_drafts.draft(session, release).title == "Course ends in Lima"


def test_a_text_is_kept_whole_and_what_it_says_is_proposed_with_its_words(received: PressRelease, found: Found) -> None:
    assert received.text == MONGOLIA
    assert (received.language, received.status) == ("fr", PressReleaseStatus.TO_REVIEW)
    city = found("city")
    assert (city.value, city.status) == ("Oulan-Bator", FindingStatus.PROPOSED)
    start, end = city.spans[0]
    assert received.text[start:end] == "Oulan-Bator"


def test_the_same_text_is_kept_once(session: Session, by: Actor, received: PressRelease) -> None:
    assert by.office_id is not None
    again = press.receive(session, text=MONGOLIA.replace("\n", "\r\n"), office_id=by.office_id, by=by)
    assert again.was_known
    assert again.press_release is received


@pytest.mark.parametrize("text", ["", " \n\t", "x" * 200_001])
def test_an_empty_or_endless_text_is_refused(session: Session, by: Actor, text: str) -> None:
    with pytest.raises(Invalid) as caught:
        press.receive(session, text=text, office_id=by.office_id or 0, by=by)
    assert caught.value.problems[0].field == "text"


def test_accepting_makes_a_workshop_that_says_what_the_text_says(
    session: Session, by: Actor, received: PressRelease
) -> None:
    workshop = press.accept(session, press_release_id=received.id, details=press_drafts.draft(session, received), by=by)
    details = details_of(workshops.find(session, reference=workshop.reference, by=by))
    assert (details.country_code, details.city, details.duration_days) == ("MN", "Oulan-Bator", 3)
    assert details.headcount.unknown == 40
    assert {row.country_code for row in details.experts} == {"PH", "PT", "GB"}
    assert "GABP" in {row.agency.acronym for row in details.agencies}
    assert details.quotes[0].text.startswith("L'atelier contribuera aux efforts du gouvernement mongolien")
    assert details.contacts[0].email == "kgormanbest@iom.int"
    assert received.workshop is workshop
    assert received.status is PressReleaseStatus.ACCEPTED
    assert {finding.status for finding in received.findings if finding.field != "topics"} == {FindingStatus.ACCEPTED}


def test_a_phrase_becomes_a_topic_only_where_the_list_knows_it_or_a_reviewer_says_so(
    session: Session, by: Actor, received: PressRelease
) -> None:
    first, second, *_rest = [finding for finding in received.findings if finding.field == "topics"]
    assert press_drafts.draft(session, received).topics == ()
    topics.resolve_all(session, [TopicRef(label=first.value.upper())], by=by)
    press.decide(session, press_release_id=received.id, finding_id=second.id, status=FindingStatus.ACCEPTED, by=by)
    assert [topic.label for topic in press_drafts.draft(session, received).topics] == [first.value, second.value]


def test_what_the_reviewer_changed_or_emptied_is_noted(
    session: Session, by: Actor, received: PressRelease, found: Found
) -> None:
    details = replace(press_drafts.draft(session, received), city="Ulaanbaatar", funders=())
    press.accept(session, press_release_id=received.id, details=details, by=by)
    assert (found("city").status, found("city").reviewed_value) == (FindingStatus.CHANGED, "Ulaanbaatar")
    assert found("city").value == "Oulan-Bator", "what the machine read stays what it was"
    assert found("funders").status is FindingStatus.REJECTED


def test_a_rejected_finding_is_not_in_the_draft(
    session: Session, by: Actor, received: PressRelease, found: Found
) -> None:
    press.decide(
        session, press_release_id=received.id, finding_id=found("city").id, status=FindingStatus.REJECTED, by=by
    )
    assert press_drafts.draft(session, received).city == ""


def test_reading_again_leaves_alone_what_a_person_decided(
    session: Session, by: Actor, received: PressRelease, found: Found
) -> None:
    city, first_country = found("city"), found("expert_countries")
    city.value = "Wrong town"
    count = len(received.findings)
    press.decide(session, press_release_id=received.id, finding_id=city.id, status=FindingStatus.REJECTED, by=by)
    press.decide(
        session, press_release_id=received.id, finding_id=first_country.id, status=FindingStatus.ACCEPTED, by=by
    )
    press.read_again(session, press_release_id=received.id, by=by)
    assert len(received.findings) == count, "nothing twice"
    assert [f for f in received.findings if f.field == "city"] == [city]
    assert (city.value, city.status) == ("Wrong town", FindingStatus.REJECTED)
    assert first_country.status is FindingStatus.ACCEPTED


def test_a_second_workshop_is_not_made_of_one_press_release(
    session: Session, by: Actor, received: PressRelease
) -> None:
    press.accept(session, press_release_id=received.id, details=press_drafts.draft(session, received), by=by)
    with pytest.raises(Conflict):
        press.accept(session, press_release_id=received.id, details=press_drafts.draft(session, received), by=by)


def test_another_office_does_not_find_it(session: Session, received: PressRelease) -> None:
    stranger = an_organiser(session, make_office(session))
    with pytest.raises(NotFound):
        press.find(session, press_release_id=received.id, by=stranger)
    assert press.listed(session, by=stranger) == ([], 0)


def test_what_was_set_aside_can_be_taken_up_again(session: Session, by: Actor, received: PressRelease) -> None:
    press.set_aside(session, press_release_id=received.id, by=by)
    assert press.listed(session, status=PressReleaseStatus.SET_ASIDE, by=by) == ([received], 1)
    press.take_up(session, press_release_id=received.id, by=by)
    assert received.status is PressReleaseStatus.TO_REVIEW


def test_countries_stand_with_their_experts_and_are_no_further_ones(session: Session, by: Actor) -> None:
    assert by.office_id is not None
    told = (
        "Officers trained in Lima\n\nThe IOM held a workshop in Lima, Peru, from 6 to 10 May 2024 for 20 officers. "
        "Ms. Alice Banda, a senior inspector from Malawi, led the sessions. The course was facilitated by Mr. John "
        "Phiri and by a trainer from Kenya."
    )
    release = press.receive(session, text=told, office_id=by.office_id, by=by).press_release

    def experts() -> list[tuple[str, str]]:
        rows = press_drafts.draft(session, release).experts
        return [(row.person.full_name if row.person else "", row.country_code) for row in rows]

    assert experts() == [("Alice Banda", "MW"), ("John Phiri", "")]
    country = next(one for one in release.findings if one.value == "KE")
    press.decide(session, press_release_id=release.id, finding_id=country.id, status=FindingStatus.ACCEPTED, by=by)
    assert experts() == [("Alice Banda", "MW"), ("John Phiri", ""), ("", "KE")], "a person says so"


def test_a_rule_that_is_too_long_is_cut_between_its_words(session: Session, office: Office) -> None:
    parts = " + ".join(["11"] * 14)
    read = facts.PressFacts((facts.Finding("participants_count", 154, 0.9, (), f"sum: {parts}"),))
    release = press.receive(
        session, text="154 officers", office_id=office.id, by=an_organiser(session, office), read=[read]
    ).press_release
    kept = release.findings[0].rule
    assert len(kept) <= press.LONGEST_RULE
    assert kept.endswith("+ 11 …")
