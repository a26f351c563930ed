import random
import unicodedata

import pytest

from workshops.domain.collation import collation_key

LISTS = {
    "Spanish: ñ is a letter": ("es", ["Nava", "Núñez", "Nuria", "Ñandú", "Oca"]),
    "elsewhere ñ is an n": ("en", ["Ñandu", "Nandus", "Nava", "Nuria"]),
    "ll and ch are two letters since 1994": (
        "es",
        ["calle", "cano", "caña", "chal", "coche", "llave", "lluvia", "luz"],
    ),
    "French: accents from the left": ("fr", ["cote", "coté", "côte", "côté", "coter"]),
    "ligatures": ("fr", ["odeur", "oeuf", "œuvre", "offre"]),
    "letters with a stroke": ("en", ["Łukasz", "Lz", "Oder", "Øder", "Odes"]),
    "Vietnamese": ("en", ["Nguyễn Thị Hoa", "Nguyễn Thị Hương", "Nguyễn Văn An"]),
    "words before letters": ("es", ["De la Cruz", "De León", "Delacruz"]),
    "Cyrillic, Mongolian letters": (
        "en",
        ["Елена", "Ёлкин", "Иван", "Йордан", "Оюун", "Өлзий", "Пүрэв", "Уянга", "Үүлэн"],
    ),
    "Arabic": ("en", ["باسم", "پرویز", "تامر", "حسن", "عمر", "كريم", "محمد", "ياسر"]),
    "Hebrew, final letters": ("en", ["אברהם", "מרים", "שרה"]),
    "Thai, vowel before its consonant": ("en", ["กมล", "เกษม", "ขวัญ", "เจริญ"]),
    "Han by radical and strokes": ("en", ["张伟", "李娜", "王小明"]),
    "scripts one after the other": ("en", ["Zoë", "Ωmega", "Яна", "שירה", "محمد", "สมชาย", "김민수", "王小明"]),
    "small before capital, else equal": ("en", ["de Souza", "De Souza", "De Souza A"]),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_in_the_order_of_its_alphabet(name: str) -> None:
    language, names = LISTS[name]
    shuffled = random.Random(name).sample(names, len(names))
    assert sorted(shuffled, key=lambda text: collation_key(text, language)) == names


def test_it_does_not_matter_how_accents_are_encoded() -> None:
    for text in ("Núñez", "Nguyễn", "Йордан", "김"):
        composed, apart = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
        assert collation_key(composed, "es")[:2] == collation_key(apart, "es")[:2]


def test_any_text_has_a_place() -> None:
    texts = ["", " ", "\ud7ff", "🙂", "\ue000", "O'Brien", "123", "٣", "\u0301", "ﬁ"]
    assert sorted(texts, key=lambda text: collation_key(text, "fr"))[0] == ""
