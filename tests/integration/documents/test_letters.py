"""Letters on paper: each whole, in its own language, with its address where the envelope has its window."""

import io
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from tests.integration.documents.test_hostile_text import FORBIDDEN_KEYS, SNIPPETS, keys_in
from tests.integration.documents.test_prints import letters as squeezed
from tests.pictured.letter import a_letter, in_both, some_letters
from workshops.documents import fonts
from workshops.documents.engine import to_pdf
from workshops.documents.letter import Letter, LettersContext, letters_page
from workshops.domain.document_texts import DocumentText, DocumentUse, FilledText, fill

Reader = Callable[[bytes], list[str]]
WINDOW = (20, 45, 110, 90)
"""Millimetres from the left and the top of the paper: the window of DIN 5008 form B."""


def printed(context: LettersContext) -> bytes:
    return to_pdf(letters_page(context, "en"))


def one(
    *addressee: str,
    paragraphs: tuple[str, ...] = ("Dear all,",),
    beside: tuple[str, ...] = (),
    **more: object,
) -> LettersContext:
    """A letter in English, and in French `beside` it, then with enclosures."""
    texts = [FilledText("Subject", words) for words in (paragraphs, beside) if words]
    enclosures = ("Programme",) * (len(texts) - 1)
    letter = Letter(languages=("en", "fr")[: len(texts)], addressee=addressee, texts=texts, enclosures=enclosures)
    return some_letters(letters=[letter], **more)


def test_each_letter_says_everything_in_its_own_language(pages_of: Reader) -> None:
    english, french, spanish = (" ".join(page.split()) for page in pages_of(printed(some_letters())))
    for said in ("18 March 2024", "Subject: Invitation", "Dear Өнөрбаяр Щербаков,", "Enclosures", "Note on travel"):
        assert said in english
    for said in ("18 mars 2024", "Objet\u00a0: Demande", "Madame, Monsieur,", "3 personnes", "Chief of Mission"):
        assert " ".join(said.split()) in french
    for said in ("18 de marzo de 2024", "Asunto: Solicitud", "De mi mayor consideración:", "Zulfiya Rakhimova"):
        assert said in spanish
    assert "Enclosure" not in french + spanish


def test_a_letter_in_two_languages_says_everything_in_both_one_after_the_other(pages_of: Reader) -> None:
    pdf = printed(some_letters(letters=in_both()))
    page = " ".join(pages_of(pdf)[0].split())
    places = [page.index(said) for said in ("18 mars 2024", "18 March 2024", "Objet", "Subject", "Zulfiya Rakhimova")]
    assert places == sorted(places)
    assert page.index("3 personnes") < page.index("Subject") < page.index("3 participants")
    with pikepdf.open(io.BytesIO(pdf)) as read:
        with read.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Ministère de l’Intérieur", "Oyunchimeg"]
        columns = [item for item in read.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Div"]
        assert [str(item.Lang) for item in columns if "/Lang" in item] == ["fr", "en", "es", "en"]


@pytest.mark.parametrize("script", fonts.SCRIPTS)
def test_names_in_each_script_come_out_as_they_went_in(script: str, pages_of: Reader) -> None:
    name = fonts.SCRIPTS[script]
    text = fill(
        DocumentText("{workshop}", "Dear {participant},\n\n{workshop}"), {"workshop": name, "participant": name}
    )
    for languages, times in ((("en",), 5), (("en", "es"), 8)):
        letter = Letter(languages=languages, addressee=(name, "Ministry"), texts=[text] * len(languages))
        (page,) = pages_of(printed(some_letters(letters=[letter], signatory=name)))
        assert squeezed(page).count(squeezed(name)) == times


def test_the_address_stands_in_the_window_of_the_envelope() -> None:
    lines = ("Ministry of the Interior", "Directorate of Border Police", "Ulaanbaatar", "MONGOLIA")
    for paper in ("A4", "Letter"):
        with pypdfium2.PdfDocument(io.BytesIO(printed(one(*lines, paper=paper)))) as document:
            page = document[0]
            text, height = page.get_textpage(), page.get_height()
            for line in lines:
                start, count = text.search(line).get_next()
                for index in range(start, start + count):
                    left, bottom, right, top = (points / 72 * 25.4 for points in text.get_charbox(index))
                    above = height / 72 * 25.4
                    assert WINDOW[0] <= left <= right <= WINDOW[2]
                    assert WINDOW[1] <= above - top <= above - bottom <= WINDOW[3]


def test_the_pages_of_each_letter_count_from_one(pages_of: Reader) -> None:
    short = a_letter("fr", DocumentUse.NOMINATION, "Ministère")
    long = replace(short, texts=[FilledText("Objet", tuple(f"{number} " + "mots " * 120 for number in range(1, 12)))])
    for paper in ("A4", "Letter"):
        pages = pages_of(printed(some_letters(letters=[short, long, short, short], paper=paper)))
        numbers = [re.findall(r"Page (\d)", page) for page in pages]
        assert numbers == [["1"], ["1"], ["2"], ["3"], ["1"], ["1"]]


def test_a_signature_never_stands_alone_on_a_page(pages_of: Reader) -> None:
    for count, beside in ((count, beside) for beside in (0, -5, 5) for count in range(20, 34)):
        further = ("Ligne.",) * (count + beside if beside else 0)
        pages = pages_of(printed(one("Ministry", paragraphs=("Line.",) * count, beside=further)))
        assert "Line." in pages[-1] or "Ligne." in pages[-1], (count, beside)
        assert "".join(pages).count("Line.") == count
        assert "".join(pages).count("Ligne.") == len(further)


def test_whatever_a_letter_says_is_text(pages_of: Reader) -> None:
    texts = tuple(snippet.replace("URL", "http://127.0.0.1:9/x") for snippet in SNIPPETS)
    letter = Letter(languages=("en",), addressee=texts, texts=[FilledText(texts[0], texts)], enclosures=texts)
    hostile = dict.fromkeys(("office", "signatory", "signatory_title", "reference", "title"), texts[0])
    pdf = printed(some_letters(letters=[letter], **hostile))
    page = "".join("".join(pages_of(pdf)).split())
    assert [text for text in texts if page.count("".join(text.split())) < 2] == []
    assert keys_in(pdf) & FORBIDDEN_KEYS == set()


def test_each_letter_is_marked_with_its_language_and_found_by_its_addressee() -> None:
    with pikepdf.open(io.BytesIO(printed(some_letters()))) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert "pdfuaid" in pdf.Root.Metadata.read_bytes().decode()
        with pdf.open_outline() as outline:
            found = [unicodedata.normalize("NFC", item.title) for item in outline.root]
        assert found == ["Өнөрбаяр Щербаков", "Ministère de l’Intérieur", "Ministerio del Interior"]
        languages = {str(item.Lang) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/Lang" in item}
        assert {"fr", "es"} <= languages


def test_long_words_stay_on_the_paper() -> None:
    word = "Donaudampfschifffahrtsgesellschaft" * 8
    with pypdfium2.PdfDocument(io.BytesIO(printed(one(word, paragraphs=(word,), office=word)))) as document:
        for page in document:
            text, width = page.get_textpage(), page.get_width()
            letters = [index for index in range(text.count_chars()) if text.get_text_range(index, 1).strip()]
            assert max(text.get_charbox(index)[2] for index in letters) <= width - 20 / 25.4 * 72 + 1
