"""Two names of one agency, one sentence in two languages, and who is told more of."""

import pytest

from workshops.domain.press_draft import Read
from workshops.domain.press_further import adds_institution, is_same_agency, quotes_translated, topics_translated
from workshops.domain.workshop import AgencyRef, ExpertRow, PersonRef, QuoteRow, WorkshopDetails

WELCOME = "This course lets us publish our accounts within forty-five days"


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("International Monetary Fund (IMF)", "Fonds monétaire international (FMI)", True),
        ("International Organization for Migration (IOM)", "OIM", True),
        ("United Nations Development Programme (UNDP)", "Programa de las Naciones Unidas (PNUD)", True),
        ("International Monetary Fund (IMF)", "Commission économique pour l'Afrique (CEA)", False),
        ("Border Guard Agency (BGA)", "Autorité générale des barrières (GAB)", False),
        ("Ministry of Health", "Ministère de la Santé", False),
        ("International Organization for Migration (IOM)", "Organisation maritime internationale (OMI)", False),
        ("International Organization for Migration (IOM)", "OMI", False),
        ("World Food Programme (WFP)", "Programa Mundial de Alimentos (PMA)", True),
        ("General Authority for Border Protection (GABP)", "AGPB", True),
        ("National Police Agency (NPA)", "Agence nationale de police (ANP)", True),
        ("National Port Authority (NPA)", "Agence nationale de police (ANP)", False),
    ],
)
def test_an_agency_is_told_again_by_its_letters_and_the_stems_of_its_words(one: str, other: str, is_same: bool) -> None:
    assert is_same_agency(AgencyRef(name=one), AgencyRef(name=other)) is is_same
    name, _bracket, acronym = one.rstrip(")").partition(" (")
    assert is_same_agency(AgencyRef(name=name, acronym=acronym, id=3), AgencyRef(name=other)) is is_same


@pytest.mark.parametrize(
    ("speaker", "words", "language", "is_told"),
    [
        ("Fassi", "Ce cours nous permet de publier les comptes à quarante-cinq jours", "fr", True),
        ("Awa Diop", "Ce cours nous permet de publier les comptes à quarante-cinq jours", "fr", False),
        ("Fassi", "Bravo", "fr", False),
        ("Fassi", "We shall go on next year, with all the regions of the country", "en", False),
        (None, "Ce cours nous permet de publier les comptes à quarante-cinq jours", "fr", False),
    ],
)
def test_a_quote_is_told_in_another_language_by_the_same_speaker(
    speaker: str | None, words: str, language: str, is_told: bool
) -> None:
    read = Read(field="quotes", value={"speaker": speaker, "text_start": words[:40]}, words=words)
    record = [QuoteRow(text=WELCOME, speaker_name="Driss El Fassi", language="en")]
    assert quotes_translated({7: read, 8: read}, record, language) == ({7} if is_told else frozenset())


def test_each_topic_is_told_in_another_language_by_the_stems_that_it_shares_most() -> None:
    said = {1: "traite des personnes", 2: "protection des victimes", 3: "droits des personnes migrantes", 4: "pêche"}
    record = ["trafficking in persons", "victim protection"]
    assert topics_translated(said, record) == {1, 2}
    assert topics_translated(said, [*record, "migration"]) == {1, 2, 3}
    assert not topics_translated({1: "gestion intégrée des frontières"}, ["gestión de datos biométricos personales"])


@pytest.mark.parametrize(("has", "told", "adds"), [("", "Insee", True), ("HCP", "Insee", False), ("", None, False)])
def test_an_institution_is_more_where_the_record_names_none(has: str, told: str | None, adds: bool) -> None:
    record = WorkshopDetails(
        title="", experts=(ExpertRow(person=PersonRef(full_name="Hélène Petit"), affiliation=has),)
    )
    assert adds_institution(Read(field="experts", value={"name": "Helene Petit", "affiliation": told}), record) is adds
    assert not adds_institution(Read(field="experts", value={"name": "Awa Diop", "affiliation": told}), record)
