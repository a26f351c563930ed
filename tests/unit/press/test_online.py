"""Whether an event is held on line, or is about something on line."""

import pytest

from workshops.press.extract import read_press_release


@pytest.mark.parametrize(
    "text",
    [
        "Un atelier pour trente journalistes (radio, presse écrite et en ligne) se tient à Kara du 4 au 6 mai.",
        "Trente agents suivent, en présentiel et en ligne, un atelier à Kara.",
        "Trente agents suivent à Kara et en ligne un atelier.",
        "Un atelier sur les escroqueries en ligne réunit trente agents à Kara.",
        "A training workshop for 30 print and online journalists opened in Kara today.",
        "A training workshop for 30 radio, television and online reporters opened in Kara today.",
        "Thirty online editors attended a training workshop in Kara on 2 May 2021.",
        "A workshop in Kara trained officers of online shops and banks.",
        "A workshop in Kara trained 30 officers of remote border posts.",
        "Treinta periodistas de medios impresos y en línea participaron en un taller en Kara.",
        "Treinta periodistas (radio, prensa escrita o en línea) participaron en un taller en Kara.",
    ],
)
def test_what_is_on_line_besides_the_event_leaves_it_its_town(text: str) -> None:
    assert read_press_release("Une nouvelle\n\n" + text).value("city") == "Kara"


@pytest.mark.parametrize(
    "text",
    [
        "Un atelier de formation en ligne pour trente journalistes de Kara se tient du 4 au 6 mai.",
        "Un atelier sur l'élevage et l'hygiène se tient en ligne du 4 au 6 mai pour trente agents de Kara.",
        "An online training workshop for 30 reporters in Kara opened today.",
        "Thirty reporters in Kara attended a workshop held online from 2 to 4 May.",
        "Thirty reporters in Kara attended online a workshop on elections.",
        "Thirty reporters in Kara attended a virtual two-day training workshop.",
        "Del 4 al 6 de mayo se desarrolló en línea un taller para treinta periodistas en Kara.",
        "Treinta periodistas en Kara participaron en un taller virtual sobre elecciones.",
    ],
)
def test_an_event_that_is_held_on_line_has_no_town(text: str) -> None:
    assert read_press_release("Une nouvelle\n\n" + text).value("city") is None
