"""Whose words stand between quotation marks, and in what function: turns of phrase that no sample holds."""

from collections.abc import Callable

import pytest

from workshops.press.extract import read_press_release
from workshops.press.marks import Marks

LEAD = {
    "en": "Workshop on food safety ends in Lusaka\n\nLUSAKA, 4 May 2023 - A three-day workshop on food safety for 24 inspectors ended in Lusaka on Thursday.\n\n",
    "fr": "Un atelier sur la sécurité des aliments s'achève à Lomé\n\nLomé, le 4 mai 2023 - Un atelier de trois jours sur la sécurité des aliments, destiné à 24 inspecteurs, s'est achevé jeudi à Lomé.\n\n",
    "es": "Concluye en Quito un taller sobre inocuidad de los alimentos\n\nQuito, 4 de mayo de 2023 - Un taller de tres días sobre inocuidad de los alimentos para 24 inspectores terminó el jueves en Quito.\n\n",
}  # fmt: skip
EARLIER = {
    "en": "“A cold room without a thermometer is only a noisy cupboard,” said Peter Banda, director of animal health.\n\n",
    "fr": "« Une chambre froide sans thermomètre n'est qu'un placard bruyant », a dit Kodjo Amegan, directeur de l'élevage.\n\n",
    "es": "«Una cámara fría sin termómetro es solo un armario ruidoso», dijo Pedro Salas, director de Sanidad Animal.\n\n",
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "speaker", "title"),
    [
        ("en", "Ruth Chileshe, deputy mayor of the city, handed out the lists. “I expect to see these pinned to every wall,” she told the class.", "Ruth Chileshe", "deputy mayor of the city"),
        ("fr", "La maire de la commune, Mme Akossiwa Dzidula, a remis les listes. « Je veux les voir affichées dans tous nos marchés », a-t-elle lancé.", "Akossiwa Dzidula", "maire de la commune"),
        ("es", "La alcaldesa del cantón, Lucía Andrade, entregó las listas. «Quiero verlas pegadas desde hoy en todos nuestros mercados», dijo a los inspectores.", "Lucía Andrade", "alcaldesa del cantón"),
        ("es", "El embajador de Canadá, Marc Lavoie, animó a los asistentes: «Lo que aprendieron se juzgará en los platos».", "Marc Lavoie", "embajador de Canadá"),
        ("fr", "Arrivée de Kara la veille, la technicienne Essi Lawson se dit soulagée : « Je repars avec une méthode que mes collègues appliqueront. »", "Essi Lawson", "technicienne"),
        ("en", "The acting High Commissioner, Ann Okafor, came too.\n\n“You are the last who see the meat before a family does,” said the High Commissioner.", "Ann Okafor", "acting High Commissioner"),
        ("es", "“El control empieza en el camión y termina en el plato”, sostuvo el subdirector de la Policía Ambiental, Tcnl. Hugo Peralta.", "Hugo Peralta", "subdirector de la Policía Ambiental"),
        ("fr", "« Le contrôle commence dans le camion et finit dans l'assiette », a dit le directeur de la Protection civile, le Col. Yao MENSAH.", "Yao MENSAH", "directeur de la Protection civile"),
        ("en", "“We have never reached so many officers at once in our history,” OCO Head of Secretariat Nancy T. Oraka said.", "Nancy T. Oraka", "OCO Head of Secretariat"),
        ("en", "“We have never reached so many officers at once in our history,” Head of Secretariat Nancy Oraka said.", "Nancy Oraka", "Head of Secretariat"),
        ("fr", "« Nous publierons désormais les comptes du marché chaque trimestre », s'est félicité M. Driss El Fassi, directeur des marchés.", "Driss El Fassi", "directeur des marchés"),
        ("fr", "« Nous publierons désormais les comptes du marché chaque trimestre », a dit Jean-Paul B. de La Roche, préfet de la région.", "Jean-Paul B. de La Roche", "préfet de la région"),
        ("fr", "« Nous publierons désormais les comptes du marché chaque trimestre », a ajouté M. El Hadj Issa Ba, préfet de la région.", "Issa Ba", "préfet de la région"),
        ("es", "«Publicaremos desde ahora las cuentas del mercado cada tres meses», dijo la directora de Aduanas, María de los Ángeles O’Higgins.", "María de los Ángeles O’Higgins", "directora de Aduanas"),
        ("es", "«Publicaremos desde ahora las cuentas del mercado cada tres meses», dijo Omar El Khatib, director de Aduanas.", "Omar El Khatib", "director de Aduanas"),
        ("es", "«Una lista no vale nada si nadie la firma de noche», dijo una de las participantes.", None, "participantes"),
        ("en", "“A list is worth nothing if nobody signs it at night,” said Amina Yusuf, senior inspector and one of the participants.", "Amina Yusuf", "senior inspector"),
        ("en", "It was closed by the veterinary officer, Ruth Moyo, and by the mayor, Eli Zulu. “The butchers of this town know your faces,” said Moyo.", "Ruth Moyo", "veterinary officer"),
        ("en", "“A clean knife costs less than one night in hospital.” Mary Phiri, market supervisor", "Mary Phiri", "market supervisor"),
        ("fr", "« Un couteau propre coûte moins cher qu'une nuit d'hôpital. »\n– Marie Adjo, surveillante de marché", "Marie Adjo", "surveillante de marché"),
        ("fr", "Un participant, vétérinaire à Sokodé, attend la suite : « On saisit souvent, mais on ne sait pas écrire le rapport. »", None, "vétérinaire à Sokodé"),
        ("es", "«Antes yo miraba solo al animal; ahora miro todo el patio», confió una inspectora de Manabí que pidió no ser nombrada.", None, "inspectora de Manabí"),
        ("es", "La Secretaria General del Ministerio, Paula Rivas, señaló que “el próximo brote nos encontrará mejor preparados que ayer”.", "Paula Rivas", "Secretaria General del Ministerio"),
        ("fr", "« J'avais envoyé neuf échantillons et reçu une seule réponse », raconte Yao Kpodar, boucher à Tsévié.", "Yao Kpodar", "boucher à Tsévié"),
        ("fr", "« J'avais envoyé neuf échantillons et reçu une seule réponse », a dit Yao Kpodar (Laboratoire de Kara).", "Yao Kpodar", "Laboratoire de Kara"),
        ("fr", "Et de poursuivre : « Le contrôle commence dans le camion et finit dans l'assiette. »", "Kodjo Amegan", "directeur de l'élevage"),
        ("en", "“A clean knife costs less,” the Deputy Minister, Dr. Mary Phiri, said. “It costs less than one night in hospital.”", "Mary Phiri", "Deputy Minister"),
        ("en", "“Clean knives matter,” said Mary Phiri, Chief Inspector. “Without them, nobody sells meat.”", "Mary Phiri", "Chief Inspector"),
        ("en", "According to Mary Phiri, programme manager at UNODC, “this course was a first step towards a joint unit”.", "Mary Phiri", "programme manager at UNODC"),
        ("en", "As Mary Phiri, Chief Inspector, noted: “A clean knife costs less than one night in hospital.”", "Mary Phiri", "Chief Inspector"),
        ("en", "“A clean knife costs less than one night in hospital” (Mary Phiri, Chief Inspector).", "Mary Phiri", "Chief Inspector"),
    ],
)  # fmt: skip
def test_the_speaker_and_the_function(language: str, text: str, speaker: str | None, title: str) -> None:
    quotes = read_press_release(LEAD[language] + EARLIER[language] + text).values("quotes")
    assert [(q["speaker"], q["title"]) for q in quotes[1:]] == [(speaker, title)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It had a theme: “Safe food from the field to the plate of every family in Zambia”."),
        ("fr", "Il a pour intitulé : « Du champ à l'assiette, pour une alimentation saine de toutes les familles »."),
        ("es", "Lleva por título: «Del campo al plato, por una alimentación sana de todas las familias»."),
    ],
)
def test_what_the_event_is_called_is_no_speech(language: str, text: str) -> None:
    assert read_press_release(LEAD[language] + text).values("quotes") == []


def test_a_quotation_without_its_closing_mark_goes_on_in_the_next_paragraph() -> None:
    text = "The head, Esther Moyo, spoke. “We began with four fridges and a car that we had borrowed.\n\n“Today we have a network that answers within a day.”"
    assert [q["speaker"] for q in read_press_release(LEAD["en"] + text).values("quotes")] == ["Esther Moyo"] * 2


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("", "Ben Carter"),
        ("Colonel ", "Yao MENSAH"),
        ("Me ", "Clarisse NGO BAYIHA"),
        ("Lieutenant (er) ", "Mamadou DIABATE"),
    ],
)
def test_names_that_look_like_something_else(mark: Callable[..., Marks], title: str, name: str) -> None:
    marks = mark(f"Les travaux ont été ouverts par le {title}{name}, venu de loin.", "fr")
    assert [marks.text(p.start, p.end) for p in marks.people] == [name]
    assert not marks.agencies
