"""What the event is, and who takes part in it."""

import pytest

from workshops.press.extract import read_press_release as read


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("The agency held a three-day training of trainers workshop for 20 officers in Nairobi this week.", "tot"),
        ("L'OIM organise un séminaire de formation de deux jours à Dakar pour 30 agents des douanes.", "seminar"),
        (
            "La OIM organizó en Quito un curso de capacitación para 30 agentes de las aduanas del país.",
            "training_course",
        ),
        ("Six officiers effectuent une visite d'étude de cinq jours en France avec l'aide de l'OIM.", "study_visit"),
        ("Some 120 inspectors logged on to a webinar that the agency organised on 18 June 2020 for them.", "webinar"),
    ],
)
def test_event_type(text: str, event_type: str) -> None:
    facts = read(text)
    assert facts.value("is_workshop") is True
    assert facts.value("event_type") == event_type


@pytest.mark.parametrize(
    "text",
    [
        "The minister and the agency have published a handbook that will be used in future training courses at the academy.",
        "Le gouvernement a annoncé qu'il continuerait de financer la police des frontières et l'école de police du pays.",
        "El canciller visitó la sede y acordó explorar nuevas actividades de capacitación para los jueces de la región.",
        "Plan launched\n\nThe Minister today launched the National Plan against illegal fishing, which foresees the training of observers.",
        "Cigarettes seized\n\nCustoms seized 1,200 kg of cigarettes in a raid. The staff had recently attended a workshop in Karachi.",
        "Call for tenders: training of guards\n\nThe mission invites bids for the delivery of training courses in 2020 in Pristina.",
        "Conference opens in Cotonou\n\nMinisters of fifteen countries opened a conference on migration today and will adopt a text.",
        "New head of academy\n\nThe President has appointed Colonel Otieno as director of the academy, where courses last a year.",
        "Signature d'un accord\n\nL'École et le PNUD ont signé mardi un accord qui prévoit plusieurs formations pour les juges.",
        "Accord signé\n\nLes deux écoles ont signé hier un protocole à Lomé. Un premier atelier pourrait se tenir à Kara en 2024.",
        "Academies agree\n\nThe two academies signed a memorandum today. A first joint workshop could be held in Suva in 2024.",
        "The Steering Committee of the project met in Accra on 4 May 2021. It approved the plan, with two training workshops in June.",
        "L'assemblée générale de l'Ordre s'est tenue à Bamako le 4 mai 2021. Les membres ont décidé d'organiser un atelier de formation.",
        "La Conferencia de las Partes en el Convenio se inauguró en Lima el 3 de mayo de 2021. Adoptará una decisión sobre capacitación.",
        "Le ministère a reçu jeudi à Lomé deux ambulances offertes par la FAO. Dix agents ont été formés à leur conduite au cours d'un stage.",
        "The police received four new vehicles in Suva on 4 May 2021. Their drivers were trained at a course last year.",
        "Inauguran escuela en Zacapa\n\nEl ministro inauguró el lunes la nueva escuela de policía. Los cursos empezarán en mayo.",
    ],
)
def test_what_only_mentions_training_is_no_workshop(text: str) -> None:
    record = read(text).to_record()
    assert record["is_workshop"] is False
    assert record["country"] is None
    assert record["organisers"] == []


@pytest.mark.parametrize(
    "text",
    [
        "A course in Lima, Peru.",
        "Taller en Quito, Ecuador.",
        "Un cours pour les douaniers à Lomé.",
        "Following the annual general meeting, 30 nurses took part in a training course in Suva on 4 and 5 May 2021.",
    ],
)
def test_a_few_words_and_what_goes_with_a_meeting_may_be_a_workshop(text: str) -> None:
    assert read(text).value("is_workshop") is True


@pytest.mark.parametrize(
    "text",
    [
        "Tabletop exercise tests flood plans\n\nSome 40 officials discussed plans in Suva on 4 March 2019. The exercise was organised by the Red Cross.",
        "Exercice sur table contre les feux\n\nQuarante agents ont testé leur plan à Kara le 4 mars 2019. L'exercice, organisé par la Croix-Rouge, a duré un jour.",
        "Simulacro prueba el plan de inundaciones\n\nUnos 40 funcionarios ensayaron su plan en Temuco. El ejercicio fue organizado por la Cruz Roja.",
    ],
)
def test_the_body_may_take_up_what_the_headline_names(text: str) -> None:
    facts = read(text)
    assert facts.value("is_workshop") is True
    assert facts.value("event_type") == "other"
    assert facts.value("participants_count") == 40


@pytest.mark.parametrize(
    "text",
    [
        "The Federal Police trained 18 officers of the Kiribati Police in crime scenes in Tarawa from 4 to 8 March 2019.",
        "Trente gendarmes ont été formés du 2 au 4 juin 2015 à Labé par l'OIM à l'identification des victimes de traite.",
        "La OIM capacitó en Tegucigalpa a 25 periodistas del país durante dos días en el uso de los datos que publica.",
    ],
)
def test_a_verb_tells_of_training_where_no_noun_does(text: str) -> None:
    facts = read(text)
    assert facts.value("is_workshop") is True
    assert facts.value("event_type") == "training_course"
    assert facts.value("city") in ("Tarawa", "Labé", "Tegucigalpa")


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Participants in the workshop, which UNHCR held in Gaziantep, included lawyers, local authorities and elders.", "lawyers, local authorities and elders"),
        ("UNMISS held a course in Juba this week for 35 officers working in the central prison of the town.", "officers working in the central prison of the town"),
        ("À Majunga, une formation a réuni des inspecteurs du travail, des employeurs et des syndicalistes le 4 mai 2018.", "inspecteurs du travail, des employeurs et des syndicalistes"),
        ("WCO held a national workshop on rules of origin for Angolan customs officers in Luanda on 3 June 2019.", "Angolan customs officers"),
        ("Fiscales especializados en delitos ambientales se capacitaron en Pucallpa en un curso de tres días de la ONU.", "Fiscales especializados en delitos ambientales"),
    ],
)  # fmt: skip
def test_who_takes_part(text: str, phrase: str) -> None:
    assert read(text).value("participants_description") == phrase


@pytest.mark.parametrize(
    ("text", "count", "qualifier"),
    [
        ("Some 40 officials attended the workshop that IOM held in Hanoi.", 40, "about"),
        ("Six officiers et deux procureurs ont suivi à Lyon un atelier que l'OIM a organisé.", 8, "exact"),
        ("Vingt-cinq agents, dont quatre femmes, ont participé à l'atelier que l'OIM a tenu à Sfax.", 25, "exact"),
        ("Fifteen of them were Thai and eleven Malaysian. IOM held the workshop in Hat Yai.", 26, "exact"),
        ("L'OIM a tenu trois sessions de formation dans le pays, et 70 personnes y ont participé.", None, None),
        (
            "Dix policiers, huit gendarmes et sept chefs de canton, soit trente personnes en tout, suivent à Kara un atelier.",
            30,
            "exact",
        ),
        (
            "NAPTIP held a workshop in Abuja for clerks. Fifteen of them stay in Abuja for a second week of training.",
            15,
            "exact",
        ),
        (
            "Les agents des Eaux et Forêts, au nombre de trente-deux, suivent à Natitingou un atelier sur le braconnage.",
            32,
            "exact",
        ),
        ("Judges and clerks, thirty of the former and six of the latter, met in Apia for a workshop.", 36, "exact"),
        (
            "FAO held a workshop in Apia for 12 officers of the police and seven from the customs department.",
            19,
            "exact",
        ),
        (
            "The course in Tirana was attended by judges (12), prosecutors (9) and police investigators (15).",
            36,
            "exact",
        ),
        (
            "At the workshop in Suva, thirty (30) inspectors, 18 men and 12 women, learned to read log books.",
            30,
            "exact",
        ),
        (
            "L'atelier que les Nations unies ont tenu à Labé a réuni 25 agents de la police, 10 de la gendarmerie et 5 de la douane.",
            40,
            "exact",
        ),
        (
            "L'atelier de Thiès a réuni 15 magistrats et autant de policiers autour de la traite des personnes.",
            30,
            "exact",
        ),
        (
            "Les participants à la formation de Moroni, au nombre de 27, sont issus de la police et des douanes.",
            27,
            "exact",
        ),
        (
            "Al taller de Loja, que organizó la FAO, asistió más de medio centenar de técnicos de los municipios.",
            50,
            "more_than",
        ),
        ("Sixteen officers took part in the course in Suva - ten from Customs and six from the Police.", 16, "exact"),
        (
            "Al curso de Quito asisten 18 parasitólogos de Perú. Nueve de los alumnos trabajan en Lima.",
            18,
            "exact",
        ),
        ("Participaron en la capacitación de la OPS en Managua 15 médicos, 20 enfermeras y 5 psicólogos.", 40, "exact"),
    ],
)
def test_participants(text: str, count: int | None, qualifier: str | None) -> None:
    facts = read(text)
    assert facts.value("participants_count") == count
    assert facts.value("participants_qualifier") == qualifier


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("A course for 20 judges of Kenya took place in Mombasa. Dr. Ann Roe, Chief of Mission in Tanzania, opened it.", ["KE"]),
        ("Cuarenta técnicos de Ecuador asistieron en Loja a un taller que contó con el apoyo técnico de Chile.", ["EC"]),
        ("Judges of Tajikistan met for a workshop in Dushanbe. A guide for judges, in Tajik and Russian, will follow.", ["TJ"]),
        ("Le chef de mission pour le Sénégal, la Gambie et le Mali a ouvert à Dakar un atelier pour vingt juges sénégalais.", ["SN"]),
    ],
)  # fmt: skip
def test_countries_of_offices_and_supporters_send_nobody(text: str, codes: list[str]) -> None:
    assert read(text).values("participant_countries") == codes


@pytest.mark.parametrize(
    "event", ["mock trial", "learning exchange", "coaching session", "winter school", "rescue drill"]
)
def test_events_that_are_called_by_what_is_done(event: str) -> None:
    text = f"A {event} in Lusaka from 4 to 6 May 2021 brought together 25 officers of Zambia, who practised searches."
    assert read(text).value("is_workshop") is True
