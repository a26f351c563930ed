"""From bytes or a paste to clean lines, and from lines to the article."""

import pytest

from workshops.press.article import Kind, read_article
from workshops.press.extract import read_press_release
from workshops.press.reading import MAX_LINE, clean_lines, decode


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Équipe".encode(), "Équipe"),
        ("Équipe".encode("utf-8-sig"), "Équipe"),
        ("Équipe".encode("utf-16"), "Équipe"),
        ("Équipe – « oui »".encode("cp1252"), "Équipe – « oui »"),
        (b"", ""),
    ],
)
def test_bytes_become_text(data: bytes, text: str) -> None:
    assert decode(data) == text


def test_bytes_in_no_known_encoding_still_become_text() -> None:
    assert "a" in decode(b"a\x81\x8d\x8f\x90\x9d")


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("un\u00a0deux   trois\t", "un deux trois"),
        ("d&eacute;part &amp; suite", "départ & suite"),
        ('"mailto:a@b.org">a@b.org', "a@b.org"),
        ('<a href="mailto:a@b.org">a@b.org</a>', "a@b.org"),
        ("mi\u200bgra\u00adtion", "migration"),
        ("10 < 20 and 30 > 5", "10 < 20 and 30 > 5"),
    ],
)
def test_remnants_and_odd_spaces_go(raw: str, clean: str) -> None:
    assert [line.text for line in clean_lines(raw)] == [clean]


def test_every_character_knows_where_it_came_from() -> None:
    raw = "<p>Les  r&eacute;unions</p>\r\n<p>à&nbsp;Paris</p>"
    for line in clean_lines(raw):
        for character, place in zip(line.text, line.places, strict=True):
            assert raw[place] in (character, "&", " ")


def test_an_endless_line_is_read_in_pieces() -> None:
    lines = clean_lines("mot " * 2_000)
    assert len(lines) > 1
    assert max(len(line.text) for line in lines) <= MAX_LINE


MENU = """-
About us
About usWe work for people.
Topics
Topics
- Reports
- Jobs
Home | News | Contact
"""
BODY = """Judges learn to hear children
The Ministry of Justice of Peru held a workshop for judges in
Lima last week, and forty of them came from all over the
country to take part in it. They heard how children speak.
"""


def test_menus_are_no_part_of_the_article() -> None:
    article = read_article(MENU + BODY + "Related stories\nPrice of rice goes up again in all the towns of the coast.")
    kinds = [block.kind for block in article.blocks]
    assert kinds == [Kind.TITLE, Kind.PARAGRAPH]
    assert article.text.startswith("Judges learn to hear children\n\nThe Ministry of Justice of Peru held")


def test_hard_line_breaks_are_joined_and_kept_apart_from_the_headline() -> None:
    article = read_article(BODY)
    paragraph = article.body[0]
    assert "judges in Lima last week" in article.text[paragraph.start : paragraph.end]
    assert article.original(0, 29) == (0, 29)


def test_contact_lines_stay_lines() -> None:
    article = read_article(BODY + "\nFor more information, please contact:\nAna Ruiz\nIOM Lima\nTel: +51 1 555 0101\n")
    contacts = [article.text[b.start : b.end] for b in article.blocks if b.kind is Kind.CONTACT]
    assert contacts[1:] == ["Ana Ruiz", "IOM Lima", "Tel: +51 1 555 0101"]


def test_a_date_line_and_a_byline_are_neither_headline_nor_body() -> None:
    article = read_article("3 May 2023\n\nJudges learn to hear children\n\nBy Ana Ruiz\n\n" + BODY.split("\n", 1)[1])
    assert [block.kind for block in article.blocks] == [Kind.DATE, Kind.TITLE, Kind.BYLINE, Kind.PARAGRAPH]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\x00", "\ud800", "<", "&#x110000;", "a"])
def test_no_text_is_too_little(text: str) -> None:
    assert read_article(text).body in ((), read_article(text).body)


def test_sentences_do_not_end_at_abbreviations() -> None:
    text = "Mr. Diallo and Dr. Sow of St. Louis met No. 5 in the hall of the school. They spoke of their work all day long."
    article = read_article(text)
    assert [article.text[s.start : s.end].strip() for s in article.sentences] == [
        "Mr. Diallo and Dr. Sow of St. Louis met No. 5 in the hall of the school.",
        "They spoke of their work all day long.",
    ]


@pytest.mark.parametrize(
    "banner",
    [
        "PRESS RELEASE - FOR IMMEDIATE RELEASE",
        "MEDIA RELEASE",
        "Media release No. 12/2024 – For immediate release",
        "PRESS RELEASE | EMBARGOED UNTIL 10:00 GMT, 12 MAY 2024",
        "COMMUNIQUÉ DE PRESSE N° 12 - Pour diffusion immédiate",
        "Sous embargo jusqu'au 12 mars 2024 à 10 h",
        "NOTA DE PRENSA N.º 034-2024 – PARA PUBLICACIÓN INMEDIATA",
        "Nota de imprensa",
        "COMUNICADO DE IMPRENSA",
        "An official website of the United States government",
        "Sponsored content from the Port Authority",
        "You are viewing an archived page of the ministry",
        "Un Peuple - Un But - Une Foi",
        "Contenu partenaire de la Croix-Rouge",
        "Presentado por la Cámara de Comercio de Loja",
        "Última actualización de la página: 14 de mayo de 2023",
        "This site uses cookies to give you the best experience while you read it.",
        "Nous utilisons des cookies pour vous garantir la meilleure expérience. J'accepte Je refuse",
        "Utilizamos cookies para ofrecerle la mejor experiencia en este portal. Aceptar todas",
        "Dear colleagues,\n\nplease find below our release.",
        "Chères et chers collègues,\n\nVeuillez trouver ci-joint notre communiqué.",
        "Estimadas y estimados periodistas:\n\nLes compartimos el boletín de la semana.",
    ],
)
def test_a_banner_or_a_greeting_is_no_headline(banner: str) -> None:
    body = (
        "Suva, 9 October 2024 - Twenty-eight officials completed a workshop on early warning in Suva, Fiji, last week. "
        "The course was organised by the Office of Disasters, and it ended with a drill on the beach.\n"
    )
    assert read_article(f"{banner}\n\n{body}").title is None
    headline = "Officials learn to warn of waves in time"
    if "\n" not in banner:
        assert read_press_release(f"{banner}\n{headline}\n{body}").value("title") == headline
    for text in (f"{banner}\n\n{headline}\n\n{body}", f"Press release: {headline}\n\n{body}"):
        assert read_press_release(text).value("title") == headline


def test_a_first_line_that_tells_what_was_held_is_no_headline() -> None:
    text = "The three-day workshop is being held at the Tanoa Hotel in Nadi, Fiji.\nIt was opened by the Minister of Justice."
    assert read_article(text).title is None


@pytest.mark.parametrize(
    "headline",
    [
        "Coast guards train together in Port\nMoresby",
        "Coast guards train together in\nPort Moresby",
        "Coast guards of the National\nMaritime Authority train",
    ],
)
def test_a_headline_may_break_over_two_lines(headline: str) -> None:
    body = (
        "Port Moresby, 4 May 2021 - Thirty coast guards attended a course on boarding from 2 to 4 May 2021, which the "
        "National Maritime Authority gave in its own harbour for the crews of its boats from all provinces.\n"
    )
    for text in (f"{headline}\n{body}{body}", f"{headline}\n\n{body}"):
        assert read_press_release(text).value("title") == headline.replace("\n", " ")
