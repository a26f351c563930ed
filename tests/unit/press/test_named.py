"""The whole name to which a word belongs, and what words can be."""

import pytest

from workshops.press.named import Kind, kinds, lines_around, whole_name
from workshops.press.selected import marks_of


@pytest.mark.parametrize(
    ("language", "text", "pressed", "name"),
    [
        (
            "en",
            "Under the Criminal Procedure Code, the Ministry of Justice acts.",
            "Procedure",
            "Criminal Procedure Code",
        ),
        ("en", "In Castries on Friday, Jane Smith of the UN spoke.", "Castries", "Castries"),
        ("en", "Officers met from 6 to 10 May 2024 there.", "May", "6 to 10 May 2024"),
        (
            "fr",
            "Pour la Direction générale des douanes (DGD), c'est un succès.",
            "douanes",
            "Direction générale des douanes (DGD)",
        ),
        ("fr", "Le Bureau du Chef de Cabinet et l'OIM jouent.", "OIM", "OIM"),
        ("es", "En el Edificio Mercosur se reunió María Pérez Luna.", "Edificio", "Edificio Mercosur"),
        ("es", "asistieron funcionarios de la aduana", "aduana", "aduana"),
    ],
)
def test_a_word_leads_to_its_whole_name(language: str, text: str, pressed: str, name: str) -> None:
    start = text.index(pressed)
    first, last = whole_name(marks_of(text, language), start, start + len(pressed))
    assert text[first:last] == name


@pytest.mark.parametrize(
    ("language", "text", "words", "kind"),
    [
        ("en", "Held with the Ministry of Justice on 5 May 2024.", "Ministry of Justice", Kind.AGENCY),
        ("en", "Held with the Ministry of Justice on 5 May 2024.", "5 May 2024", Kind.DAY),
        ("en", "It trained 40 customs officers.", "40", Kind.NUMBER),
        ("en", "It trained 40 customs officers.", "customs officers", Kind.PEOPLE),
        ("fr", "La loi n° 2022-017 sur les peines entre en vigueur.", "loi n° 2022-017", Kind.LAW),
        ("fr", "à l'hôtel Cristal Plaza de Kpalimé", "hôtel Cristal Plaza", Kind.HOUSE),
        ("fr", "écrire à awa@example.org pour en savoir plus", "awa@example.org", Kind.EMAIL),
        ("es", "según María Pérez Luna, experta", "María Pérez Luna", Kind.PERSON),
        ("es", "se celebró en Asunción", "Asunción", Kind.TOWN),
    ],
)
def test_what_words_can_be(language: str, text: str, words: str, kind: Kind) -> None:
    start = text.index(words)
    assert kinds(marks_of(text, language), start, start + len(words))[0] is kind


def test_words_that_say_nothing_known_are_a_name_where_they_have_a_capital() -> None:
    assert kinds(marks_of("at Xyzzyq now", "en"), 3, 9) == [Kind.NAME]
    assert kinds(marks_of("at xyzzyq now", "en"), 3, 9) == []


def test_lines_are_read_together_where_a_paragraph_is_folded() -> None:
    folded = "x" * 70 + "\nMinistry\n" + "Short line\nnext"
    start = folded.index("Ministry")
    assert folded[slice(*lines_around(folded, start, start + 8))] == "x" * 70 + "\nMinistry"
    assert lines_around("", 0, 0) == (0, 0)
    first, last = lines_around("x" * 9_000, 5_000, 5_010)
    assert last - first < 4_000
