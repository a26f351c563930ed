"""A text in a language that is not read is not taken for one that is."""

import pytest

from workshops.press.extract import read_press_release
from workshops.press.language import guess_language

COURSES = {
    "de": "Die Internationale Organisation für Migration hat gemeinsam mit der Grenzpolizei eine Schulung in Ulaanbaatar "
    "durchgeführt. An der Schulung nahmen 34 Beamte aus allen Provinzen teil. Sie wurde von der Union finanziert.",
    "pt": "A Organização Internacional para as Migrações realizou, em parceria com o Serviço Nacional de Migração, uma "
    "formação de três dias sobre a gestão das fronteiras. Participaram na formação 34 funcionários de todo o país.",
    "it": "L'Organizzazione per le migrazioni ha organizzato, in collaborazione con il Ministero dell'interno, un corso "
    "di tre giorni a Roma sulla gestione delle frontiere. Hanno partecipato al corso 34 funzionari del paese.",
    "nl": "De Organisatie voor Migratie heeft in samenwerking met het ministerie een training gegeven in Den Haag over "
    "het beheer van de grenzen. Aan de training namen 34 ambtenaren deel van alle provincies in het land.",
    "ro": "Organizația pentru Migrație a organizat, în parteneriat cu Poliția de Frontieră, un curs de trei zile la "
    "Chișinău privind gestionarea frontierelor. La curs au participat 34 de ofițeri din toate regiunile țării.",
    "ca": "L'Organització per a les Migracions ha organitzat un curs de formació de tres dies a Barcelona amb la policia "
    "sobre la gestió de les fronteres. Hi han participat 34 funcionaris de totes les províncies del país.",
    "ar": "نظمت المنظمة الدولية للهجرة ورشة عمل تدريبية لمدة ثلاثة أيام في عمان بالتعاون مع وزارة الداخلية.",
    "ru": "Международная организация по миграции провела семинар для 34 сотрудников пограничной службы.",
}


@pytest.mark.parametrize("language", COURSES)
def test_it_is_none_of_ours(language: str) -> None:
    assert guess_language(COURSES[language]) == (None, 0.0)
    assert all(f.confidence <= 0.5 for f in read_press_release(COURSES[language]).findings if f.field == "is_workshop")
