"""How many took part and who they were, as releases tell it: where a number stands, and where a phrase ends."""

import pytest

from workshops.press.extract import read_press_release

HOW_MANY = [
    ("Freetown – Twenty-two immigration, police and health officials took part in a training of the IOM.", 22, "exact"),
    ("UNODC held a course in Bangkok. Twelve officers of the Police and twelve investigators from the Revenue Authority participated.", 24, "exact"),
    ("More than a hundred port workers learnt to handle gas at a one-day training in Lae.", 100, "more_than"),
    ("Midwives often ask. This week 29 of them sat down in Karonga for a four-day course of the IOM.", 29, "exact"),
    ("WHO ended a training of trainers in Suva on Friday. Twenty trainers of the Fiji Police Force took part.", 20, "exact"),
    ("Lusaka – Members of parliament and their staff, 28 in all, attended a two-day seminar of the IOM.", 28, "exact"),
    ("Culminó en Montevideo el seminario de la OMA, que durante tres jornadas reunió a funcionarios. Contó con 41 asistentes.", 41, "exact"),
    ("Trente-six maîtres en stage\n\nDepuis lundi, trente-six instituteurs sont à Vientiane pour un stage de la Francophonie. Ils viennent de Paksé. Quelque 1 800 élèves suivent aujourd'hui ce cursus.", 36, "exact"),
    ("Inspectors of the Uganda Police Force — 27 in total — were trained at a two-day UNEP workshop in Kampala.", 27, "exact"),
    ("Prison doctors gathered in Beira from 2 to 5 May for a training run by WHO. There were 24 of them in all.", 24, "exact"),
    ("« Nous parlons la même langue », dit un médecin. Comme lui, 21 autres médecins ont suivi à Tunis un atelier de l'OMS.", 22, "exact"),
    ("Fiscales especializados en delitos ambientales de Brasil, Colombia y Perú, 27 en total, asistieron a un taller de la OEA.", 27, "exact"),
    ("Superó los 250 inscritos, entre estudiantes y docentes, el seminario web que la CEPAL ofreció el martes en La Paz.", 250, "more_than"),
    ("Sixty or so drivers have taken part in a road safety training of the UNDP in Dodoma.", 60, "about"),
    ("Noventa y tantos docentes se dieron cita el sábado en San José para un taller del Ministerio de Educación.", 90, "about"),
    ("Abidjan : la douane en formation\n\nVérificateurs et déclarants en douane : ils étaient 26, lundi et mardi à Abidjan, à suivre l'atelier de l'OMD.", 26, "exact"),
    ("No menos de 120 microempresarias de Loja se beneficiaron del curso que la OIM ofreció los días 4 y 5 de mayo.", 120, "more_than"),
    ("Ils sont contrôleurs aériens. Du 9 au 12 avril 2018, 28 d'entre eux ont suivi à Ivato une formation de l'OIM.", 28, "exact"),
    ("IOM held a workshop on visas in Gori. In all, there were 32 of them, sixteen from each side.", 32, "exact"),
    ("A training on the new law was held in two sessions in Zenica, with 25 municipal officers attending each session.", 25, "exact"),
    ("WHO opened a workshop in Suva on Monday. With 41 people in the room and 17 online, it is the largest of its kind.", 58, "exact"),
    ("La OIM impartió en Lima un taller al que se inscribieron 210 funcionarios y asistieron 164, durante dos días.", 164, "exact"),
    ("La OIM imparte en Lima un curso a oficiales de Chile (6), Bolivia (5) y Perú (7).", 18, "exact"),
    ("L'OIM a tenu un atelier de deux jours à Goma. Parmi les 55 participants, on comptait 19 femmes.", 55, "exact"),
    ("Of the 70 nurses who enrolled, 58 completed the course that WHO held in Suva in May.", 58, "exact"),
    ("Participants from the statistical offices of Armenia, Azerbaijan and Georgia - four per country - met in Batumi for a UNICEF workshop.", 12, "exact"),
    ("Ten officers of the Kenya Prisons Service joined nine colleagues of the Somali Custodial Corps for a course in Nairobi.", 19, "exact"),
    ("L'École nationale accueille depuis lundi 25 agents du Trésor public pour un cours sur la dette.", 25, "exact"),
    ("Au terme de trois semaines de cours, seize plongeurs de la Marine ont achevé leur stage à Dakar.", 16, "exact"),
    ("Customs officers of Chad and Niger ended a course in Ndjamena on Friday. Together the two teams numbered some 34.", 34, "about"),
    ("Three registrars each from Albania, Montenegro, Kosovo and Serbia took part in a workshop in Tirana.", 12, "exact"),
    ("Social workers of Kakheti were trained in Tbilisi by UNICEF. The training was attended by 41 of them.", 41, "exact"),
    ("Six inspecteurs de l'Aviation civile, auxquels s'étaient joints trois Comoriens, ont suivi à Mahajanga un cours de l'OACI.", 9, "exact"),
    ("La ONU ofreció en Lima un taller a personeros municipales. Asistieron 18 de los 23 personeros.", 18, "exact"),
    ("Un equipo de la Aduana, formado por nueve verificadores y dos analistas, asistió en Lima a un taller.", 11, "exact"),
    ("Police officers of Guyana ended an INTERPOL course in Georgetown. The class of 20 included six women.", 20, "exact"),
    ("Yerevan: sixty mayors applied. A course on finance brought together thirty mayors in Gyumri on Wednesday.", 30, "exact"),
    ("Cet atelier de trois jours a permis à 27 médecins de se familiariser avec la notification, à Ngaoundéré.", 27, "exact"),
    ("L'INS a formé ses enquêteurs. Ils étaient 64 dans la salle à Kankan pour un atelier de trois jours.", 64, "exact"),
    ("Al curso que impartió la ALADI en Asunción asistieron:\n- 12 funcionarios de Aduanas\n- 5 despachantes de aduana\n- 3 inspectores", 20, "exact"),
    ("Two dozen journalists have signed up to, and 21 have completed, a course of the British Council in Oran.", 21, "exact"),
]  # fmt: skip


@pytest.mark.parametrize("text", [
    "Dozens of journalists gathered in Freetown for a two-day training of the IOM.",
    "Plusieurs dizaines de gendarmes ont suivi à Tuléar une formation de l'OIM.",
    "Varias decenas de fiscales asistieron en Lima a un taller de la OIM.",
])  # fmt: skip
def test_that_they_are_many_is_no_number(text: str) -> None:
    assert read_press_release(text).value("participants_count") is None


@pytest.mark.parametrize(("text", "number", "qualifier"), HOW_MANY)
def test_how_many_took_part(text: str, number: int, qualifier: str) -> None:
    facts = read_press_release(text)
    assert (facts.value("participants_count"), facts.value("participants_qualifier")) == (number, qualifier)


WHO = [
    ("WHO ran a five-day course in Kigali: 48 health officers, veterinarians and rangers traced an outbreak of fever together.", "health officers, veterinarians and rangers"),
    ("Airline ground staff have little time. Fourteen of them spent two days at a workshop in Addis Ababa of the ICAO.", "Airline ground staff"),
    ("Los 27 asistentes al taller que UNICEF ofreció en Tapachula, México, son técnicos de migración.", "técnicos de migración"),
    ("L'école a accueilli à Dakar une formation de l'OIM. Les 25 participants sont tous instructeurs de police.", "instructeurs de police"),
    ("La OEA celebró en Cúcuta un seminario. La Alcaldía envió a 21 de sus mediadores al seminario.", "mediadores"),
    ("Bujumbura : 30 journalistes de radio formés à la couverture des élections\n\nL'atelier de l'OIM s'est tenu à Bujumbura, au Burundi, du 2 au 4 avril 2019. Il visait à mieux préparer la campagne.", "journalistes de radio"),
    ("Trente-deux prestataires de soins venus des cinq districts de la région ont suivi à Kpalimé un atelier de l'OMS.", "prestataires de soins venus des cinq districts de la région"),
    ("Con una matrícula de 214 personas entre biólogos, médicos y técnicos de campo comenzó en Lima un curso de la OPS.", "biólogos, médicos y técnicos de campo"),
    ("How does one do it? Prosecutors, auditors and judges looked for answers at a seminar of the OSCE held in Tbilisi. The 33 participants stayed two days.", "Prosecutors, auditors and judges"),
    ("IOM held a workshop on disasters in Cebu. Participants, mostly local government officials, mapped evacuation centres.", "local government officials"),
    ("Un atelier qui est organisé par l'OIM pour trois jours a réuni six juges de la Cour d'appel et huit de la Cour constitutionnelle.", "juges"),
    ("Superó los 250 inscritos, entre estudiantes y docentes, el seminario web que la CEPAL ofreció el martes en La Paz.", "estudiantes y docentes"),
    ("The 36 participants in the ILO seminar in Kathmandu represented government, employers and trade unions.", "government, employers and trade unions"),
    ("L'OIM a organisé à Rabat un séminaire. Y ont participé des inspecteurs des douanes et des magistrats.", "inspecteurs des douanes et des magistrats"),
    ("IOM held a workshop in Suva. Participants came from the customs administrations of Fiji and Samoa.", "customs administrations of Fiji and Samoa"),
    ("La OIM imparte desde el lunes en Lima un curso de rescate a bomberos voluntarios del Perú.", "bomberos voluntarios del Perú"),
    ("Fourteen instructors of the Police School, two of whom are women, ended a training of trainers. They will in turn train 600 recruits.", "instructors of the Police School"),
    ("Lima, 8 de agosto de 2023 - Durante tres días, fiscales de la Corte de Lima y peritos de Chile intercambiaron experiencias en un taller. Asistieron en total 26 personas.", "fiscales de la Corte de Lima y peritos de Chile"),
    ("Vingt-deux biologistes et techniciens, venus de huit régions, suivent à Conakry une formation de l'OMS.", "biologistes et techniciens"),
]  # fmt: skip


def test_a_part_of_those_counted_are_women() -> None:
    facts = read_press_release(
        "Nineteen judges attended a course of the OSCE in Skopje. Six of the nineteen were women."
    )
    assert (facts.value("women_count"), facts.value("men_count")) == (6, 13)


@pytest.mark.parametrize(("text", "who"), WHO)
def test_who_took_part(text: str, who: str) -> None:
    assert read_press_release(text).value("participants_description") == who


COUNTRIES = [
    ("Quince guías marroquíes de habla española finalizaron en Rabat un curso del Instituto Cervantes.", ["MA"]),
    ("Twenty French-speaking judges from Benin attended a course of UNODC in Lomé.", ["BJ"]),
    ("Six inspecteurs de la Police de Madagascar et deux Seychellois ont suivi un cours à Mahajanga.", ["MG", "SC"]),
    ("The OSCE opened a course for court interpreters of Albanian and Turkish in Skopje on 3 May 2024.", ["MK"]),
    (
        "La OIM impartió en Guatemala un curso a 26 cónsules guatemaltecos destinados en Estados Unidos y México.",
        ["GT"],
    ),
    (
        "Quince guardias de la reserva Indio Maíz completaron en San Carlos, Nicaragua, un curso de la Cruz Roja.",
        ["NI"],
    ),
    ("Trente agents de la RDC et du Rwanda ont suivi à Goma une formation de l'OIM.", ["CD", "RW"]),
]


@pytest.mark.parametrize(("text", "codes"), COUNTRIES)
def test_countries_of_those_who_took_part(text: str, codes: list[str]) -> None:
    assert list(read_press_release(text).values("participant_countries")) == codes


WHOSE = [
    ("The training seminar organized in Minsk by IOM for the State Border Committee of Belarus closed.", ["State Border Committee of Belarus"]),
    ("En visite d'étude à Lisbonne avec l'OIM, la délégation, conduite par M. Sidi Ba, réunissait des cadres de la Direction des grâces.", ["Direction des grâces"]),
    ("UNODC clausuró en Panamá una formación. Los veinte participantes, todos instructores de la Academia Nacional de Policía, aprobaron.", ["Academia Nacional de Policía"]),
    ("“I can log a distress call,” said Petty Officer Nimal Perera of the Sri Lanka Coast Guard. He and 18 fellow trainees, most of them from the Department of Fisheries, completed an IOM workshop in Trincomalee.", ["Department of Fisheries"]),
    ("Trente agents, mis à disposition par l'Agence nationale pour l'emploi, ont suivi à Nouakchott une formation du BIT sur les chiffres.", ["Agence nationale pour l'emploi"]),
    ("De las 31 personas que asistieron al curso de ONU Mujeres en Puebla, 18 trabajan en el Instituto Nacional de Migración y 13 en la Fiscalía General.", ["Instituto Nacional de Migración", "Fiscalía General"]),
    ("La Defensoría del Pueblo envió a 21 de sus mediadores al seminario que la OEA celebró en Cúcuta.", ["Defensoría del Pueblo"]),
    ("L'OIM a tenu à Lomé un atelier. La Direction des douanes y était : 24 de ses agents ont participé.", ["Direction des douanes"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "agencies"), WHOSE)
def test_whose_staff_took_part(text: str, agencies: list[str]) -> None:
    assert [a["name"] for a in read_press_release(text).values("beneficiary_agencies")] == agencies


SEXES = [
    ("A three-day OSCE course for 35 police officers, including one woman, concluded in Khorog today.", 1, 34),
    ("L'OIM a tenu à Lomé une formation pour 20 agents, dont une femme.", 1, 19),
    ("La OIM impartió en Lima un curso a 20 agentes, entre ellos una mujer.", 1, 19),
    ("Lomé : 30 journalistes, dont 12 femmes, formés\n\nL'atelier de l'OIM s'est tenu à Lomé le 2 avril 2019.", 12, 18),
]


@pytest.mark.parametrize(("text", "women", "men"), SEXES)
def test_women_and_men_who_took_part(text: str, women: int, men: int) -> None:
    facts = read_press_release(text)
    assert (facts.value("women_count"), facts.value("men_count")) == (women, men)
