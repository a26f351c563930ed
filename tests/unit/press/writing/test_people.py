"""What a draft says of the people: how many and who took part, how and where they met, and who taught."""

import dataclasses

import pytest

from tests.unit.press.writing.test_release import DETAILS, written
from workshops.domain.enums import AgencyRole, CountQualifier, DeliveryMode, ExpertRole
from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.domain.partial_date import PartialDate
from workshops.domain.workshop import (
    AgencyRef,
    AgencyRow,
    ContactRow,
    ExpertRow,
    Headcount,
    PersonRef,
    QuoteRow,
    TopicRef,
)
from workshops.press.extract import read_press_release


def test_a_country_that_may_be_that_of_one_of_several_is_said_of_the_teaching() -> None:
    named = (ExpertRow(person=PersonRef(full_name="Ana Reis")), ExpertRow(person=PersonRef(full_name="Bo Li")))
    led = dataclasses.replace(DETAILS, experts=(*named, ExpertRow(country_code="CL")))
    assert "facilitated by Ana Reis and Bo Li, drawing on experience from Chile." in written(led).text
    one = dataclasses.replace(named[0], country_code="CL", affiliation="Chilean Police")
    assert (
        "facilitated by Ana Reis (Chilean Police) and Bo Li."
        in written(dataclasses.replace(DETAILS, experts=(one, named[1]))).text
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            (
                "more than 1,329 participants, including 12 women and 1,317 men.",
                "in hybrid format in Cairo (Egypt) on 1",
            ),
        ),
        (
            "fr",
            (
                "plus de 1\u202f329 participants, dont 12 femmes et 1\u202f317 hommes.",
                "format hybride au Caire (Égypte) les 1er et",
            ),
        ),
        (
            "es",
            (
                "más de 1329 participantes, entre ellos 12 mujeres y 1317 hombres.",
                "formato híbrido en El Cairo (Egipto) los días 1 y",
            ),
        ),
    ],
)
def test_numbers_days_towns_and_the_way_people_met_are_said_as_the_language_does(
    language: str, said: tuple[str, str]
) -> None:
    first, last = PartialDate(2024, 5, 1), PartialDate(2024, 5, 2)
    where = dataclasses.replace(DETAILS, city="Le Caire", country_code="EG", starts_on=first, ends_on=last)
    counted = Headcount(women=12, men=1317, qualifier=CountQualifier.MORE_THAN)
    met = dataclasses.replace(where, mode=DeliveryMode.HYBRID, headcount=counted, target_audience="")
    text = written(met, language).text
    assert [words for words in said if words not in text] == []
    read = {found.field: found.value for found in read_press_release(text).findings}
    assert read["participants_count"] == 1329
    assert (read["women_count"], read["men_count"], read["mode"]) == (12, 1317, "hybrid")


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_people_to_be_translated_are_read_without_how_many_are_women_and_men(language: str) -> None:
    read = {found.field: found.value for found in read_press_release(written(language=language).text).findings}
    assert (read["participants_count"], read["participants_description"]) == (40, "border guards")


def test_partners_follow_the_number_and_a_country_that_goes_without_saying_is_not_said() -> None:
    rows = (*DETAILS.agencies, AgencyRow(agency=AgencyRef(name="Justice Academy"), role=AgencyRole.HOST))
    home = dataclasses.replace(DETAILS, agencies=rows, participant_countries=("MN",))
    assert "(18 women and 22 men). It was organised in partnership with the Justice Academy." in written(home).text
    assert "participants came" not in written(home).text
    assert "from Mongolia and China." in written(dataclasses.replace(home, participant_countries=("MN", "CN"))).text


def test_topics_of_the_register_begin_with_a_small_letter_in_a_list() -> None:
    listed = dataclasses.replace(
        DETAILS, topics=tuple(TopicRef(label=label) for label in ("Ethical recruitment", "Schengen rules"))
    )
    assert "On the programme were: ethical recruitment; Schengen rules." in written(listed).text


@pytest.mark.parametrize(
    ("city", "country", "language", "said"),
    [
        ("Amman", "JO", "es", "en Ammán (Jordania) del"),
        ("Bogotá", "CO", "fr", "à Bogotá (Colombie) du"),
        ("Bogotá", "CO", "en", "in Bogotá (Colombia) from"),
        ("Kyiv", "UA", "fr", "à Kyiv (Ukraine) du"),
        ("Vienne", "FR", "en", "in Vienne (France) from"),
    ],
)
def test_towns_have_the_name_that_the_language_gives_them(city: str, country: str, language: str, said: str) -> None:
    assert said in written(dataclasses.replace(DETAILS, city=city, country_code=country), language).text


def test_spanish_parts_five_digits_and_a_town_that_is_its_country_is_named_once() -> None:
    many = dataclasses.replace(DETAILS, city="Singapur", country_code="SG", headcount=Headcount(unknown=12_000))
    text = written(many, "es").text
    assert "12\u202f000 [Por traducir: border guards]." in text
    assert "en Singapur del 6" in text


def test_one_expert_is_no_group_of_experts() -> None:
    expert = ExpertRow(person=PersonRef(full_name="Ana Reis"), country_code="PT", affiliation="Border Service")
    alone = written(dataclasses.replace(DETAILS, experts=(expert,))).text
    assert "The sessions were facilitated by Ana Reis (Border Service, Portugal)." in alone
    unnamed = dataclasses.replace(DETAILS, experts=(ExpertRow(country_code="PT"), ExpertRow(country_code="PH")))
    assert "Experts from Portugal and the Philippines led the sessions." in written(unnamed).text
    helping = ExpertRow(person=PersonRef(full_name="Bo Li"), role=ExpertRole.RESOURCE_PERSON)
    two = written(
        dataclasses.replace(DETAILS, experts=(helping, dataclasses.replace(helping, role=ExpertRole.CO_TRAINER)))
    )
    assert "The sessions were facilitated by Bo Li. Resource person: Bo Li." in two.text


def test_women_and_men_are_told_only_where_both_are_known() -> None:
    assert "18 women and 22 men" in written().text
    assert "women" not in written(dataclasses.replace(DETAILS, headcount=Headcount(women=5, unknown=3))).text


def test_what_contacts_and_speakers_are_called_is_read_again_whole() -> None:
    """A body that only its acronym tells, named without it; a first name that is a title elsewhere."""
    andean = AgencyRow(agency=AgencyRef(name="Organization of Andean Prosecutors", acronym="OAP"), role=AgencyRole.HOST)
    asked = ContactRow(name="Paula Reis", organisation="Organization of Andean Prosecutors", phone="+51 1 555 0142")
    said = QuoteRow(
        text="Ce que nous avons appris servira dès lundi dans nos commissariats.", speaker_name="Cheikh Ndiaye"
    )
    details = dataclasses.replace(DETAILS, agencies=(*DETAILS.agencies, andean), contacts=(asked,), quotes=(said,))
    for language in INTERFACE_LANGUAGES:
        facts = read_press_release(written(details, language).text).to_record()
        assert facts["contacts"][0]["organisation"] == "Organization of Andean Prosecutors"
    french = read_press_release(written(details, "fr").text)
    assert [quote["speaker"] for quote in french.to_record()["quotes"]] == ["Cheikh Ndiaye"]
