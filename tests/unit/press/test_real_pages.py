"""What pages of news agencies, press offices and papers have that a tidy press release has not."""

import pytest

from workshops.press.extract import read_press_release

AFRICAN_PAGE = """Accueil
Titrologie
Nécrologie
Faciliter le commerce, protéger la société et assurer des recettes équitables
Des magistrats formés à Thiès contre la traite des personnes
Publié le samedi 25 juillet 2015 | APS
Cérémonie de clôture à la mairie, avec les autorités de la région
Thiès - Le ministère de la Justice et l’Office des Nations Unies contre la drogue et le crime (ONUDC), co-organisateurs de l’atelier sur la traite des personnes, se sont dits satisfaits de son contenu et de ses travaux.
Issus de plusieurs juridictions sénégalaises, les trente magistrats ont été instruits, de mardi à vendredi, sur l’identification des cas et la prise en charge des victimes dans les juridictions du pays.
« Je suis satisfaite », a renchéri Awa Ndiaye, coordonnatrice nationale du projet. « On a senti chez eux le désir de refaire la même formation au profit des autres », a-t-elle indiqué.
© 2015 APS. Tous droits réservés.
Lutte contre la traite : 3 présumés trafiquants arrêtés à Dakar
"""
AGENCY_ITEM = """Les journalistes de Niamey en atelier de recyclage sur la collecte de l’information

le 12 septembre 2017

Niamey, 11 Sept (ANP)- Un atelier de recyclage en techniques de collecte de l’information, organisé par l’ONG américaine Equal Access à l’intention des journalistes, s’est ouvert ce lundi au Palais du 29 Juillet.

»Cette formation leur a donné beaucoup tout en leur rappelant les bases du métier», a déclaré M. Moussa Kaka, chargé de programmes.
"""
ENGLISH_RELEASE = """Police sharpen skills against wildlife crime

Investigators from three countries learn to follow the money.

ASESEWA, Ghana – UNHCR, the UN Refugee Agency, held a two-day workshop on asset tracing at Asesewa on 14 and 15 October 2019 for 32 officers from Ghana, Togo and Benin. It is part of an EU-funded project.

Experts from the Ghana Police Service and the Basel Institute on Governance led the sessions, which covered the 1961 Convention on the Reduction of Statelessness.

- ENDS -

For more information, please contact Ann Lee, UNHCR Ghana, +233 30 277 6108, lee@example.org
"""


def test_a_saved_page_has_a_paragraph_a_line() -> None:
    found = read_press_release(AFRICAN_PAGE)
    assert found.value("title") == "Des magistrats formés à Thiès contre la traite des personnes"
    assert found.value("city") == "Thiès"
    assert found.values("organisers") == [
        "ministère de la Justice",
        "Office des Nations Unies contre la drogue et le crime (ONUDC)",
    ]


def test_days_of_the_week_follow_the_day_of_publication() -> None:
    found = read_press_release(AFRICAN_PAGE)
    assert (found.value("date_text"), found.value("start_date"), found.value("end_date")) == (
        "mardi à vendredi",
        "2015-07-21",
        "2015-07-24",
    )
    assert read_press_release(AGENCY_ITEM).value("start_date") == "2017-09-11"


def test_she_said_means_the_last_person_who_is_said_to_speak() -> None:
    quotes = read_press_release(AFRICAN_PAGE).values("quotes")
    assert [quote["speaker"] for quote in quotes] == ["Awa Ndiaye"]


def test_marks_and_names_as_news_agencies_write_them() -> None:
    found = read_press_release(AGENCY_ITEM)
    assert found.values("organisers") == ["Equal Access"]
    assert [quote["speaker"] for quote in found.values("quotes")] == ["Moussa Kaka"]


def test_a_date_line_below_a_subtitle_names_the_town() -> None:
    found = read_press_release(ENGLISH_RELEASE)
    assert (found.value("city").casefold(), found.value("country")) == ("asesewa", "GH")


def test_bodies_in_apposition_and_in_compounds() -> None:
    found = read_press_release(ENGLISH_RELEASE)
    assert found.values("organisers") == ["UNHCR"]
    assert found.values("funders") == ["EU"]
    assert found.values("legal_references") == ["1961 Convention on the Reduction of Statelessness"]


def test_contacts_below_the_end_mark_count() -> None:
    contacts = read_press_release(ENGLISH_RELEASE).values("contacts")
    assert [(contact["name"], contact["email"]) for contact in contacts] == [("Ann Lee", "lee@example.org")]


@pytest.mark.parametrize(
    "text",
    [
        "Customs and university sign agreement\n\nLusaka – The Revenue Authority and the Institute signed a memorandum of "
        "understanding on Tuesday under which they will build an academy. Courses are expected to start in 2026, and "
        "workshops on valuation that are given all over the country will move there.",
        "Don de matériel aux douanes\n\nLe Japon a remis mardi des scanners à la Direction générale des douanes. Des "
        "formations sont données par le fournisseur dans plusieurs pays et des ateliers suivent d'habitude.",
        "Firman convenio\n\nEl Ministerio y la Universidad firmaron un convenio de cooperación. Los cursos comenzarán "
        "cuando estén listas las aulas, y los talleres que hoy se dictan en locales alquilados pasarán allí.",
    ],
)
def test_news_of_an_agreement_or_a_gift_is_no_workshop(text: str) -> None:
    assert read_press_release(text).value("is_workshop") is False


def test_a_story_may_come_to_the_workshop_late() -> None:
    opening = "She wrote the number down because there was no form. Nobody had an answer. " * 4
    told = (
        "From 25 to 29 April 2022, 37 nurses from Turkana attended a training workshop on disease surveillance in Lodwar, "
        "organised by the Ministry of Health. A letter took nine days to reach the office."
    )
    found = read_press_release(f"The nurse who counts\n\n{opening}\n\n{told}\n")
    assert (found.value("is_workshop"), found.value("city"), found.value("duration_days")) == (True, "Lodwar", 5)


def test_online_is_where_an_event_is_held_not_what_it_is_about() -> None:
    text = "L'UNICEF a tenu à Dakar un séminaire sur la protection des enfants en ligne, du 3 au 5 mai 2021."
    assert read_press_release(f"Séminaire\n\n{text}").value("city") == "Dakar"
    text = "L'UNICEF a tenu en ligne un séminaire sur la protection des enfants, du 3 au 5 mai 2021, depuis Dakar."
    assert read_press_release(f"Séminaire\n\n{text}").value("city") is None


BODY = (
    "Thirty border officers from Kenya and Uganda met in Nairobi this week for a three-day workshop on the smuggling of "
    "migrants, organised by the Kenya Police Service, and practised how to interview travellers at the crossing."
)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Officers train together\nOfficers train together in Nairobi\nOfficers train together in Nairobi", "Officers train together in Nairobi"),
        ("Training on smuggling of migrants ends\n\nOfficers of both countries agree on a telephone list and on meetings", "Training on smuggling of migrants ends"),
        ("Border officers train in Nairobi\n\nNairobi, 04/05/2019 - 10:22, UNIQUE ID: 190504_1", "Border officers train in Nairobi"),
        ("Kenya and its borders\n\nWorkshop for border officers in Nairobi (2–4 May 2019)", "Workshop for border officers in Nairobi (2–4 May 2019)"),
        ("Welcome to the Kenya Police Service\n\nSmuggling workshop\n\n4 May 2019", "Smuggling workshop"),
    ],
)  # fmt: skip
def test_the_headline_among_the_lines_above_the_text(head: str, title: str) -> None:
    assert read_press_release(f"{head}\n\n{BODY}\n\n{BODY}").value("title") == title
