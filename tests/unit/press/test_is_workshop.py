"""Whether a short text tells of a training event that takes place."""

import pytest

from workshops.press.extract import read_press_release


def test_a_bulletin_may_come_to_the_workshop_late() -> None:
    text = (
        "Chaque année, des centaines de jeunes filles signent sans le lire un contrat. La loi contre la traite a un an. "
        "Encore faut-il que quelqu'un l'ait lue. Du 12 au 17 octobre, nous avons tenu à Antsirabe un stage de formation."
    )
    assert read_press_release(text).value("is_workshop") is True


@pytest.mark.parametrize(
    "text",
    [
        "Maseru – A total of 45 teachers from all ten districts of Lesotho gathered at the Avani Maseru this past week to attend a workshop on child labour.",
        "Vientiane, 4 October 2018 – Over the past three days, 28 customs officers have been trained at the Lao Plaza Hotel in detecting forged documents.",
        "Port Vila – Fifteen fisheries officers are learning to board vessels safely this week. UNODC and the Fisheries Department are teaching them at the Police Maritime Base.",
        "Colombo – Judges from five provinces sat down with experts for three days to sharpen their skills in cybercrime cases. The programme was run by the Council of Europe.",
        "Amman – Thirty Jordanian labour inspectors have completed a course in occupational safety.",
        "Kigali – Rwanda's immigration service and IOM brought together 25 border officers for hands-on practice in profiling.",
        "Skopje – Twenty-five asylum officers deepened their knowledge of country-of-origin information at an event held by EASO on 3 and 4 June.",
        "Belmopan – IOM wrapped up the last of three training days for 30 consular officers on Thursday.",
        "Tirana – Prosecutors exchange know-how on asset recovery: 30 of them took part in a peer-learning event in Tirana on 3 June 2019.",
        "Niamey – Les points focaux genre de dix ministères renforcent leurs capacités depuis lundi à Niamey, à l'initiative d'ONU Femmes.",
        "Ouagadougou – Une vingtaine de juges ont été outillés sur la lutte contre la cybercriminalité du 3 au 5 mai 2021.",
        "Lomé – Trente contrôleurs de la pêche à l'école de l'inspection des navires : le stage a démarré ce lundi.",
        "Conakry – Les officiers d'état civil de la région de Kindia sont en conclave depuis hier pour apprendre à enregistrer les naissances. Ils sont 40.",
        "Cotonou – Vingt-cinq journalistes se sont formés, du 4 au 6 mai 2020, au traitement de l'information électorale.",
        "Rabat – L'OIM a réuni à Rabat 30 cadres autour d'une formation sur les données migratoires.",
        "Kinshasa – Session de recyclage pour 40 infirmiers de Goma : cinq jours pour réapprendre les gestes de prévention.",
        "Djibouti – Du 3 au 5 mai, le Centre régional a accueilli 25 gardes-côtes de quatre pays pour des exercices pratiques et des cours théoriques sur l'abordage.",
        "Tegucigalpa – Cuarenta policías aprenden desde hoy a identificar víctimas de trata. La OIM imparte las clases en la Academia.",
        "Managua – Finalizó el diplomado en gestión de riesgos en el que participaron 35 técnicos.",
        "La Paz – Treinta guardaparques fueron capacitados del 3 al 5 de mayo en primeros auxilios.",
        "San Salvador – Con el fin de fortalecer las capacidades de 25 inspectores de trabajo, la OIT desarrolló jornadas formativas el 4 y 5 de junio.",
        "Montevideo – Técnicos de aduanas recibieron instrucción sobre valoración de mercancías entre el 4 y el 8 de marzo.",
        "Panamá – Se reunieron en Panamá 40 oficiales de enlace para intercambiar buenas prácticas en un encuentro de capacitación.",
        "Suva – More than 25 officers attended a workshop on piracy.",
        "Suva – The Bar Association held a two-day training conference on 2 and 3 March 2016.",
        "Lomé – L'Ordre des avocats a organisé une conférence de formation de deux jours les 2 et 3 mars 2016.",
        "Lima – La Cámara de Comercio organizó una conferencia de capacitación los días 2 y 3 de marzo de 2016.",
        "Suva – Earlier this week a workshop for 30 officers was held.",
        "Suva – Officers from every province attended a training.",
        "Lomé – Trente agents d'autres services suivent cette semaine une formation.",
        "Lima – Treinta agentes de cada provincia asisten hoy a un taller.",
        "For the whole of last week, 24 port officers in Walvis Bay swapped their desks for the classroom.",
        "The WHO will train 50 nurses on infection control in Tamale next week. The sessions run for four days.",
        "The OSCE Mission organized the three days of lectures and exercises for 30 judges with the Academy.",
        "Tarawa, 3 May 2023 – Over four days, forty fishers from the outer islands practised sea safety in the lagoon.",
        "Twenty-five electoral officers completed a module on voter registration in Honiara on Friday.",
        "Vingt garde-frontières ont bénéficié, du 3 au 7 mai 2023 à Agadez, d'un accompagnement de l'OIM.",
        "Le Ministère de la Justice a organisé une formation à Djibouti, du 19 au 30 janvier 2026.",
        "Le ministère des Mines dispense à Conakry une formation de trois jours à 20 inspecteurs.",
        "Certificates were handed on Friday to 200 teachers who had completed a six-week training course in Lahore.",
        "La capacitación llegó a 64 guardaparques de los parques de Yasuní y Sangay.",
    ],
)  # fmt: skip
def test_people_who_learn_make_a_workshop(text: str) -> None:
    assert read_press_release("Nouvelles\n\n" + text).value("is_workshop") is True


def test_a_headline_that_says_who_is_taught_makes_a_workshop() -> None:
    text = "350 artisans formés\n\nDe janvier à mars 2024, le projet a formé 350 artisans dans cinq communes. Les formations, de six jours chacune, ont coûté 9 000 euros."
    assert read_press_release(text).value("is_workshop") is True


@pytest.mark.parametrize(
    "text",
    [
        "Geneva – The Director General of the ILO met the Minister of Labour of Fiji today to discuss cooperation, including future training courses.",
        "Ouagadougou – Quatre gendarmes ont été tués dimanche. Ils revenaient d'une formation. Deux suspects ont été arrêtés.",
        "Quito – La Fiscalía detuvo a cinco funcionarios de aduanas capacitados en 2022. Se les acusa de cohecho.",
        "Lusaka – UNICEF handed over 20 motorcycles to the Ministry of Health, whose officers were trained last year.",
        "Tunis – Le ministre a signé hier un accord de coopération qui prévoit des formations pour 200 agents.",
        "Quito – La OIM presentó un informe sobre migración venezolana. El estudio recomienda talleres para funcionarios.",
        "Nairobi – Police arrested 12 suspected traffickers on Monday. The officers had attended a training course in 2019.",
        "Bamako – Le Conseil d'administration de l'Agence a tenu sa 12e session ordinaire à Bamako le 3 mai 2019.",
        "Rome – The 45th session of the Committee on Fisheries opened today in Rome with 120 member states.",
        "Lima – El Gobierno inauguró un nuevo centro de formación para policías en Arequipa, con capacidad para 300 alumnos.",
        "Suva – A new e-learning platform for customs officers was launched on Tuesday by the WCO.",
        "Dakar – Avis d'appel d'offres : l'UNOPS recherche un prestataire pour organiser un atelier de formation.",
        "Accra – Call for applications: the ILO invites applications for its master's programme in labour law.",
        "Caracas – El ministro visitó las obras del hospital, donde anunció cursos para 300 enfermeras.",
        "Bogotá – Fallece el exdirector de la Escuela de Policía, que formó a miles de oficiales.",
        "Lima – El convenio suscrito ayer impulsará, durante los próximos tres años, la capacitación de 30 agentes.",
        "Suva – The agreement signed on Monday foresees several regional workshops for 30 officers.",
        "Dakar – L'accord signé hier permettra de financer de futures sessions de formation de 30 agents.",
        "Freetown – UNDP launched a 10 million euro programme for the justice sector. Over four years it will train judges.",
        "Banjul – A delegation concluded on Friday a four-day visit to Banjul. Training for prosecutors was discussed.",
        "Harare – Parliament passed the data protection bill on Thursday. The bill provides for the training of inspectors.",
        "Lilongwe – UN agencies marked World Day against Trafficking with a march. IOM has trained 200 officers this year.",
        "Lima – El Ministerio de Salud contrató a 300 médicos. Recibirán una inducción de una semana.",
        "Quito – El PNUD lanzó el martes un programa de 10 millones de euros. En cuatro años capacitará a jueces.",
        "Banjul – The minister visited the vocational training centre on Friday. She was shown the workshops.",
        "Accra – The Minister received the Ambassador on Tuesday. They discussed training opportunities for officers.",
        "Hanoi – UNODC published a manual for training judges on Monday.",
        "Bamako – L'ONUDC a publié lundi un manuel destiné à la formation des juges.",
        "La Paz – La UNODC publicó el lunes un manual para la formación de jueces.",
        "Jakarta – The Ministry appointed a new director of training on Monday.",
    ],
)  # fmt: skip
def test_courses_in_passing_make_none(text: str) -> None:
    assert read_press_release("Nouvelles\n\n" + text).value("is_workshop") is False
