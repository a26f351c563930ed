"""Where an event is held: country, town and building."""

import pytest

from workshops.press.extract import read_press_release


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("IOM held a three-day workshop for officials at the Metzy Hotel in Senegambia, the Gambia, this week.", ("GM", "Senegambia", "Metzy Hotel")),
        ("L'OIM organise à Oulan-Bator un atelier de trois jours à destination de quarante agents.", ("MN", "Oulan-Bator", None)),
        ("La OIM realizó en Santiago de Chile un taller en el Hotel Plaza para cuarenta funcionarios.", ("CL", "Santiago de Chile", "Hotel Plaza")),
        ("Inspectors learn about work at sea\n\nSUVA: More than thirty inspectors learn how to recognise forced labour.\n\nThe seminar, organised by the Ministry of Employment, began yesterday.", ("FJ", "Suva", None)),
        ("Del 14 al 16 de mayo la ciudad de Encarnación será sede de un curso para agentes de Paraguay y Argentina.", ("PY", "Encarnación", None)),
        ("Ouagadougou, 30 mars 2021 – L'UNFPA a ouvert un cours. La formation a eu lieu à Koudougou pour 21 infirmiers. La remise des diplômes a eu lieu à Ouagadougou.", ("BF", "Koudougou", None)),
        ("C'est parti pour trois jours à Bobo-Dioulasso ! Trente juges suivent un atelier de formation. Une participante, inspectrice à Banfora, attend beaucoup de l'atelier.", ("BF", "Bobo-Dioulasso", None)),
        ("A delegation headed by its Deputy Director Arben Kodra is in Ljubljana, Slovenia, this week on a study visit about honey.", ("SI", "Ljubljana", None)),
        ("The OSCE Centre in Ashgabat held a course for 20 border guards in Mary, Turkmenistan, this week.", ("TM", "Mary", None)),
        ("The workshop, held in the Cambodian capital Phnom Penh, was attended by 30 judges of the country.", ("KH", "Phnom Penh", None)),
        ("The hybrid workshop for 25 teachers took place in Yerevan, Armenia, with others following online.", ("AM", "Yerevan", None)),
        ("L'hôtel Azalaï de Cotonou abrite depuis lundi un atelier de formation de trente magistrats béninois.", ("BJ", "Cotonou", "hôtel Azalaï")),
        ("Une notaire établie à Rennes a animé à Vientiane un séminaire de formation pour les notaires du Laos.", ("LA", "Vientiane", None)),
        ("En la sede de la Academia Nacional de Policía, en San Salvador, se inauguró un curso para los agentes salvadoreños.", ("SV", "San Salvador", "sede de la Academia Nacional de Policía")),
        ("A course for 21 officers was inaugurated at the National Academy of Customs (NACIN), Faridabad, yesterday.", ("IN", "Faridabad", "National Academy of Customs (NACIN)")),
        ("A two-day training for prosecutors was held at the Serena in Dar es Salaam, Tanzania, on 4 and 5 June 2019.", ("TZ", "Dar es Salaam", "Serena")),
        ("A workshop for 20 experts ended on Friday in the conference hall of the Ministry of Interior in Bishkek.", ("KG", "Bishkek", "conference hall of the Ministry of Interior")),
        ("IOM organised a three-day training for 25 border guards at its office in Chisinau, Moldova, last week.", ("MD", "Chisinau", None)),
        ("L'atelier s'est tenu salle Léopold-Sédar-Senghor du ministère des Affaires étrangères à Dakar pour vingt juges.", ("SN", "Dakar", "salle Léopold-Sédar-Senghor du ministère des Affaires étrangères")),
        ("Le cours, dispensé par deux experts, se tient à l'Académie de police Jean-Pierre Bemba, à Kinshasa.", ("CD", "Kinshasa", "Académie de police Jean-Pierre Bemba")),
        ("La dernière séance du cours pour trente juges s'est tenue au Palais du 29 Juillet, à Niamey.", ("NE", "Niamey", "Palais du 29 Juillet")),
        ("Un curso de cinco días para 25 agentes se realizó en el Sheraton de Asunción.", ("PY", "Asunción", "Sheraton")),
        ("Trente gardiens suivront un atelier sur les bancs de l'Institut de formation des Forces de sécurité, à Aramoun.", (None, "Aramoun", "Institut de formation des Forces de sécurité")),
        ("Un taller reunió ayer a veinte jueces. La cita fue en el salón auditorio de la Gobernación de Itapúa.", (None, None, "salón auditorio de la Gobernación de Itapúa")),
        ("Montevideo, viernes 6/12/2019\n\nCulminó un curso de normas\n\nFinalizó hoy el curso de formación que la Dirección Nacional de Aduanas dictó a 22 jueces en su sala Artigas.", ("UY", "Montevideo", "sala Artigas")),
        ("A workshop for 30 statisticians was held on 11 March 2015 in the Nile Room of the Corinthia Hotel, Khartoum.", ("SD", "Khartoum", "Nile Room of the Corinthia Hotel")),
        ("The Bureau opened a refresher course on document security for 28 officers at its Training Academy in Subic on Wednesday.", ("PH", "Subic", "Training Academy")),
        ("C'est l'hôtel Ivotel, à Abidjan, qui a servi de cadre, jeudi, à l'atelier de formation de 25 journalistes.", ("CI", "Abidjan", "hôtel Ivotel")),
        ("El taller, que tuvo como escenario el Hotel Barceló de Managua, reunió a 35 defensores durante tres días.", ("NI", "Managua", "Hotel Barceló")),
        ("Nairobi, 2 May 2019 – Mombasa will welcome 40 fisheries inspectors from 6 to 10 May for a training workshop.", ("KE", "Mombasa", None)),
        ("Bamako, le 5 juillet 2021 – C'est Sikasso qui reçoit cette semaine vingt gendarmes maliens pour un atelier.", ("ML", "Sikasso", None)),
        ("Tegucigalpa, 3 de octubre de 2019 – Entre el 14 y el 16 de octubre, San Pedro Sula recibirá a medio centenar de delegados en un taller.", ("HN", "San Pedro Sula", None)),
        ("Victoria, 11 April 2016 – Nine staff of the Anti-Corruption Commission of Seychelles returned from a one-week study visit to Mauritius.", ("MU", None, None)),
        ("Asunción, 11 de abril de 2016 – Nueve funcionarios paraguayos regresaron de una visita de estudio de una semana a Uruguay.", ("UY", None, None)),
        ("Six Fijian statisticians are back from a two-week study tour of New Zealand, where they were received by Stats NZ in Wellington.", ("NZ", "Wellington", None)),
        ("Points: Ghanaian journalists were taught how to report on elections at a two-day workshop at the Coconut Grove Hotel.", ("GH", None, "Coconut Grove Hotel")),
        ("Malé, 27 February 2020 – UNODC delivered a course on prisons for 20 officers at the training wing of Maafushi Prison.", ("MV", "Malé", "training wing of Maafushi Prison")),
        ("L'atelier a occupé pendant quatre jours la grande salle du Centre culturel d'Abéché.", ("TD", "Abéché", "Centre culturel d'Abéché")),
        ("El taller ocupó durante tres días el salón de actos del Colegio de Ingenieros del Perú.", ("PE", None, "salón de actos del Colegio de Ingenieros del Perú")),
        ("Los días 9 y 10 de octubre de 2019 se realizó en la Ciudad de Panamá el taller para 40 fiscales, en el Hotel Wyndham.", ("PA", "Ciudad de Panamá", "Hotel Wyndham")),
        ("Trinidad, Beni, 10 de abril de 2013.- Guardaparques bolivianos concluyeron este miércoles un taller de tres días en la Universidad Autónoma del Beni.", ("BO", "Trinidad", "Universidad Autónoma del Beni")),
        ("La Academia Marítima acogerá el curso de treinta marinos, que se impartirá en las instalaciones de la base naval Colón.", (None, None, "base naval Colón")),
        ("An expert mission visited Dili from 2 to 6 May 2019 for a training of 20 officers of Timor-Leste.\n\nThe mission, asked for by Customs, met them daily.", ("TL", "Dili", None)),
        ("A course for 20 clerks of Kenya was held in Kisumu. It dealt with files. They took tests. The next course for clerks is to be held in Nakuru, Kenya.", ("KE", "Kisumu", None)),
        ("Una experta de la Universidad de Chile dirigió en Lima un taller para 20 jueces, que trabajan en la Corte Suprema.", ("PE", "Lima", None)),
        ("Treinta fiscales de Honduras asistieron a un curso que se realizó en la ciudad de TEGUCIGALPA esta semana.", ("HN", "Tegucigalpa", None)),
        ("Formation des juges\n\nBOBO-DIOULASSO, 4 mai 2021 – Trente juges ont suivi un atelier cette semaine.", ("BF", "Bobo-Dioulasso", None)),
        ("Officers joined an online training course that the ILO in Geneva organised for them last week.", (None, None, None)),
    ],
)  # fmt: skip
def test_where(text: str, place: tuple[str | None, ...]) -> None:
    facts = read_press_release(text)
    assert tuple(facts.value(name) for name in ("country", "city", "venue")) == place
