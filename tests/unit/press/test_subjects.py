"""Turns of phrase that tell what was taught, each in a text of its own, and some that tell nothing of the kind."""

import re

import pytest

from workshops.press.extract import read_press_release

FRAMES = {
    "en": (
        "Officials meet in Kumasi\n\nKUMASI, 12 May 2023 – A three-day workshop for 24 officials ended on Friday in Kumasi. "
        "It was organised by the Ministry of the Interior.\n\n{}\n\nThe next workshop is planned for October."
    ),
    "fr": (
        "Des agents réunis à Thiès\n\nThiès, le 12 mai 2023 – Un atelier de trois jours destiné à 24 agents s'est achevé "
        "vendredi à Thiès. Il était organisé par le Ministère de l'Intérieur.\n\n{}\n\nLe prochain atelier est prévu en octobre."
    ),
    "es": (
        "Funcionarios se reúnen en Loja\n\nLoja, 12 de mayo de 2023. Un taller de tres días para 24 funcionarios concluyó el "
        "viernes en Loja. Fue organizado por el Ministerio del Interior.\n\n{}\n\nEl próximo taller está previsto para octubre."
    ),
}


def topics(language: str, sentence: str) -> list[str]:
    return read_press_release(FRAMES[language].format(sentence)).values("topics")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            "Over three days the nurses practised [[wound dressing]], [[triage at the door]] and [[talking to relatives]].",
        ),
        ("en", "A retired magistrate from Ghana taught [[plea bargaining]] and [[sentencing guidelines]]."),
        (
            "en",
            "Bail and remand fell to the second speaker, while her colleague explained [[legal aid for minors]] and [[alternatives to detention]].",
        ),
        (
            "en",
            "Four questions came back every morning: [[vote counting]], [[polling station security]], [[accreditation of observers]] and [[handling of complaints]].",
        ),
        ("en", "A half day was set aside for [[consent to medical treatment]] and [[patient records]]."),
        (
            "en",
            "Ms Keller, a hydrologist, used maps and models to explain [[flood forecasting]], [[early warning messages]] and [[evacuation routes]].",
        ),
        (
            "en",
            "Participants are being coached in [[questionnaire design]], [[sampling frames]] and [[data cleaning]].",
        ),
        (
            "en",
            "The officers were shown how to [[seal a crime scene]], [[lift fingerprints]] and [[store DNA samples]].",
        ),
        (
            "en",
            "[[Dosage of insecticides]], [[disposal of empty containers]] and [[protective clothing]] rounded out the week.",
        ),
        ("en", "The course takes in [[fish stock assessment]], [[licensing of vessels]] and [[catch reporting]]."),
        (
            "en",
            "Those attending were walked step by step through [[tender documents]], [[bid evaluation]] and [[contract management]].",
        ),
        (
            "en",
            "The judges weighed the [[admissibility of digital evidence]], the [[protection of witnesses]] and the [[recovery of assets]].",
        ),
        (
            "fr",
            "La promotion a étudié l'[[échantillonnage des sols]], la [[rotation des cultures]] et le [[stockage des semences]].",
        ),
        (
            "fr",
            "Pendant trois jours, les infirmières ont pratiqué le [[pansement des plaies]], le [[tri des urgences]] et l'[[accueil des familles]].",
        ),
        (
            "fr",
            "Un magistrat ghanéen à la retraite a enseigné la [[négociation de peine]] et les [[barèmes de sanctions]].",
        ),
        ("fr", "Une demi-journée est prévue pour le [[consentement aux soins]] et la [[tenue des dossiers médicaux]]."),
        (
            "fr",
            "Ils se sont exercés à [[sceller une scène de crime]], à [[relever des empreintes]] et à [[conserver des échantillons]].",
        ),
        (
            "fr",
            "Les agents apprendront à [[lire une image satellite]], à [[cartographier les glissements de terrain]] et à [[rédiger un bulletin d'alerte]].",
        ),
        (
            "fr",
            "Le [[dosage des insecticides]], l'[[élimination des emballages]] et les [[équipements de protection]] ont complété la semaine.",
        ),
        (
            "fr",
            "La formation fait aussi une place à l'[[évaluation des stocks de poissons]], aux [[licences de pêche]] et à la [[déclaration des captures]].",
        ),
        (
            "fr",
            "Pas à pas, ils ont découvert les [[dossiers d'appel d'offres]], l'[[évaluation des offres]] et la [[gestion des contrats]].",
        ),
        (
            "fr",
            "Les juges se sont interrogés sur la [[recevabilité de la preuve numérique]], la [[protection des témoins]] et le [[recouvrement des avoirs]].",
        ),
        (
            "fr",
            "On leur a parlé de la [[chaîne du froid]], du [[gaspillage de vaccins]] et de la [[vaccination des nomades]].",
        ),
        (
            "fr",
            "Les exercices ont mis à l'épreuve le [[commandement des secours]], la [[recherche dans la fumée]] et l'[[évacuation des blessés]].",
        ),
        (
            "es",
            "El grupo estudió el [[muestreo de suelos]], la [[rotación de cultivos]] y el [[almacenamiento de semillas]].",
        ),
        (
            "es",
            "Durante tres días, las enfermeras practicaron la [[curación de heridas]], el [[triaje de urgencias]] y el [[trato con las familias]].",
        ),
        (
            "es",
            "Las asistentes trabajarán en la [[elaboración de planes de inspección]], el [[registro de riesgos]] y el [[cálculo de la muestra]].",
        ),
        (
            "es",
            "Las [[transferencias monetarias]], el [[registro de beneficiarios]] y los [[buzones de quejas]] fueron explicados por la doctora Ana Ruiz, consultora peruana.",
        ),
        (
            "es",
            "Un magistrado jubilado de Ghana enseñó la [[negociación de penas]] y los [[criterios de individualización]].",
        ),
        (
            "es",
            "Cuatro preguntas volvieron cada mañana: el [[conteo de votos]], la [[seguridad de las mesas]], la [[acreditación de observadores]] y la [[atención de reclamos]].",
        ),
        ("es", "Medio día quedará para el [[consentimiento informado]] y la [[historia clínica]]."),
        (
            "es",
            "Los alumnos trabajaron con casos reales: [[pasaportes falsos]], [[exceso de estadía]], [[matrimonios fingidos]] y [[cruces por mar]].",
        ),
        (
            "es",
            "Se han ejercitado en el [[sellado de la escena]], el [[levantamiento de huellas]] y la [[conservación de muestras]].",
        ),
        (
            "es",
            "Aprenderán a [[leer imágenes de satélite]], [[cartografiar deslizamientos]] y [[redactar boletines de alerta]].",
        ),
        (
            "es",
            "El temario recorrió la [[evaluación de poblaciones de peces]], las [[licencias de pesca]] y la [[declaración de capturas]].",
        ),
        (
            "es",
            "Paso a paso conocieron los [[pliegos de licitación]], la [[evaluación de ofertas]] y la [[gestión de contratos]].",
        ),
    ],
)
def test_turns_of_phrase_that_tell_subjects(language: str, told: str) -> None:
    assert topics(language, re.sub(r"\[\[|\]\]", "", told)) == re.findall(r"\[\[(.+?)\]\]", told)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "“We must punish traffickers and protect the weak better,” said Ms Joan Okoth, head of the office."),
        ("en", "Each participant received a torch, a pair of gloves and a first-aid box."),
        ("en", "Last year storms, floods and a drought cost the country 4 million dollars."),
        ("fr", "« Il faut punir les trafiquants et mieux protéger les victimes », a déclaré Mme Jeanne Okoth."),
        ("fr", "Thé, fruits et gâteaux ont été servis aux invités."),
        (
            "es",
            "«Hay que sancionar a los tratantes y atender mejor a las víctimas», dijo Juana Okoth, jefa de la oficina.",
        ),
        ("es", "El ministro agradeció a los donantes, a los instructores y al hotel."),
    ],
)
def test_what_is_no_subject(language: str, sentence: str) -> None:
    assert topics(language, sentence) == []


def test_speech_adds_no_subject_where_enough_are_told() -> None:
    told = "The class studied soil sampling, crop rotation, seed storage, pest control and farm accounts. "
    speech = "“This workshop will help us detect diseases and prevent losses,” said Mr Paul Otieno."
    assert topics("en", told + speech) == topics("en", told)


def test_entries_of_a_list_go_up_to_the_dash_before_their_speaker() -> None:
    text = (
        "The programme had four modules:\n\n"
        "• Minimum age and dangerous work – Ana Ruiz, Labour Directorate. What to do when a minor is found.\n"
        "• Joint inspection at the border – Commander Paul Otieno.\n"
        "• Complaints and their follow-up – Ana Ruiz. Forms, terms and secrecy."
    )
    assert topics("en", text) == [
        "Minimum age and dangerous work", "Joint inspection at the border", "Complaints and their follow-up",
    ]  # fmt: skip


def test_the_house_is_no_part_of_the_subject() -> None:
    told = "Participants were trained in flood forecasting and evacuation planning at the Grand Pacific Hotel in Suva, and ate."
    assert topics("en", told) == ["flood forecasting", "evacuation planning"]
