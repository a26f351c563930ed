from dataclasses import replace
from datetime import date

import pytest

from workshops.domain.register_details import AgencyDetails, PersonDetails, ProjectDetails, TopicDetails
from workshops.domain.register_rules import problems

AGENCY = AgencyDetails(name="Border Guard", country_code="MN", website="https://bpo.mn", translations={"mn": "ХХЕГ"})
PERSON = PersonDetails(full_name="Bat Erdene", email="bat@example.org", phone="+976 11 1", languages=("mn",))
PROJECT = ProjectDetails(title="Border management", starts_on=date(2013, 1, 1), ends_on=date(2013, 1, 1))
TOPIC = TopicDetails(label="Document fraud", synonyms=("Forgery",))


@pytest.mark.parametrize("details", [AGENCY, PERSON, PROJECT, TOPIC])
def test_what_is_right_is_taken(details: object) -> None:
    assert problems(details) == []


@pytest.mark.parametrize(
    ("details", "field"),
    [
        (replace(AGENCY, name=""), "name"),
        (replace(AGENCY, name="x" * 301), "name"),
        (replace(AGENCY, acronym="x" * 41), "acronym"),
        (replace(AGENCY, translations={"xx": "Name"}), "translations"),
        (replace(AGENCY, aliases=("x" * 301,)), "aliases"),
        (replace(AGENCY, aliases=tuple(map(str, range(51)))), "aliases"),
        (replace(AGENCY, country_code="ZZ"), "country_code"),
        (replace(AGENCY, language="de"), "language"),
        (replace(AGENCY, website="javascript:alert(1)"), "website"),
        (replace(AGENCY, website="https://a@b.org"), "website"),
        (replace(AGENCY, website="https://example"), "website"),
        (replace(AGENCY, notes="x" * 5001), "notes"),
        (replace(PERSON, full_name=""), "full_name"),
        (replace(PERSON, email="bat@"), "email"),
        (replace(PERSON, phone="1" * 41), "phone"),
        (replace(PERSON, nationality="Mongolia"), "nationality"),
        (replace(PERSON, languages=("klingon",)), "languages"),
        (replace(PROJECT, title=""), "title"),
        (replace(PROJECT, ends_on=date(2012, 12, 31)), "ends_on"),
        (replace(TOPIC, label=""), "label"),
        (replace(TOPIC, code="x" * 41), "code"),
    ],
)
def test_what_breaks_a_rule_is_said_at_its_field(details: object, field: str) -> None:
    assert [problem.field for problem in problems(details)] == [field]
