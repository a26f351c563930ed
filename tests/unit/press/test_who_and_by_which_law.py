"""Who was trained, in what, and by which laws: the words of the text that say it, and where they end."""

import pytest

from workshops.press.extract import read_press_release

WHO = [
    ("UNDP held a workshop in Apia. Nurses, midwives and village health workers from all islands took part.", "Nurses, midwives and village health workers from all islands"),
    ("ICAO ran a course in Lima for 24 inspectors of the Civil Aviation Authority, led by two captains.", "inspectors of the Civil Aviation Authority"),
    ("The course in Suva trained ten fishers, nine observers and six port officers. It was meant for coastal officers of the Fisheries Ministry.", "coastal officers of the Fisheries Ministry"),
    ("The FAO ran a workshop in Accra for veterinarians. Veterinarians and laboratory technicians from every region came for five days and enrolled.", "Veterinarians and laboratory technicians from every region"),
    ("The OSCE held a seminar in Skopje for prosecutors entitled “Hidden money”.", "prosecutors"),
    ("Some 60 people, teachers and principals of rural schools, attended the workshop that UNESCO held in Nadi.", "teachers and principals of rural schools"),
    ("WHO trained nurses in Tamale. The course was for 50 nurses, half of whom are women, drawn from health posts across the region.", "nurses"),
    ("FAO ran a workshop in Ho for 35 growers drawn from all the districts of the region.", "growers drawn from all the districts of the region"),
    ("L'OMS a tenu à Lomé un atelier. Trente agents de la Direction de la pharmacie, de la Douane et de la Gendarmerie nationale y ont pris part.", "agents de la Direction de la pharmacie, de la Douane et de la Gendarmerie nationale"),
    ("L'OIT a formé à Tunis douze inspecteurs du travail ainsi que 5 médecins de la Caisse nationale lors d'un atelier.", "inspecteurs du travail ainsi que 5 médecins de la Caisse nationale"),
    ("Un atelier se tient à Bamako à l'intention des forces de sécurité et des autorités religieuses du pays. 12 policiers, 9 gendarmes et 4 imams y prennent part.", "forces de sécurité et des autorités religieuses du pays"),
    ("La FAO impartió en Cuenca un taller. Se conectaron biólogos, ictiólogos y pescadores artesanales de Ecuador, Perú y Chile.", "biólogos, ictiólogos y pescadores artesanales de Ecuador, Perú y Chile"),
    ("La OEA dictó en Lima un curso. Participaron 30 funcionarios de aduanas, migración y sanidad.", "funcionarios de aduanas, migración y sanidad"),
    ("La CEPAL dictó en Lima un taller. Participaron 35 servidores de catastro del sur del país, entre topógrafos, abogados y dibujantes.", "servidores de catastro del sur del país"),
    ("Customs and harbour officers from six islands – Aruba, Cuba and Haiti – met in Kingston for a course. Eighteen officers attend.", "Customs and harbour officers from six islands"),
    ("The course, which lasted two days, was given at the College in Kabwe to wardens and instructors of the Prison Service.", "wardens and instructors of the Prison Service"),
    ("The workshop on tracks, run by the FAO, was held in Kasungu from 5 to 7 June 2023 and trained 24 rangers, 6 of them women.", "rangers"),
    ("FAO held a course in Oshakati. The hall served as a classroom to 21 foresters and drivers of the north. They are in turn to train 800 wardens.", "foresters and drivers of the north"),
    ("Des représentants de plusieurs services de quatre pays (Bénin, Ghana, Niger et Togo) ont entamé à Kara un atelier. Les 24 participants suivront des exposés sur la formation des juges.", "représentants de plusieurs services de quatre pays"),
    ("La formation a été dispensée, au Centre culturel de Mopti, à des chefs de poste de l'Office du Niger.", "chefs de poste de l'Office du Niger"),
    ("Unas 90 personas servidoras de municipios de El Salvador concluyeron en San Miguel un curso sobre catastro.", "personas servidoras de municipios de El Salvador"),
    ("El taller se dictó, en la Casa de Cultura de Salto, a oficiales y sargentos de la Prefectura Naval.", "oficiales y sargentos de la Prefectura Naval"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who"), WHO)
def test_who_was_trained(text: str, who: str) -> None:
    assert read_press_release(text).value("participants_description") == who


WHOSE_STAFF = [
    ("FAO held a workshop in Apia on pests. The Quarantine Service, the Customs Department and the Port Authority took part.", ["Quarantine Service", "Customs Department", "Port Authority"]),
    ("IOM held a course in Accra. Personnel of the Ghana Navy, the customs and the Fisheries Commission completed it.", ["Ghana Navy", "Fisheries Commission"]),
    ("IOM held a course in Accra. The clerks came from the district offices of the Births Registry (BR), the nurses from the Medical Board.", ["Births Registry", "Medical Board"]),
    ("IOM held a course in Accra. The clerks belong to the Births Registry; the judges, to the Supreme Court of Ghana.", ["Births Registry", "Supreme Court of Ghana"]),
    ("IOM and the Department of National Registration held a course in Accra. Officers of the Ghana Navy sat beside colleagues from the Department.", ["Department of National Registration", "Ghana Navy"]),
    ("L'OIM a tenu à Lomé une formation. Elle a réuni des officiers du 12ème Régiment d'Artillerie (12ème RA), du Bataillon du Génie et de la Compagnie de Gendarmerie de Niono.", ["Régiment d'Artillerie", "Bataillon du Génie", "Compagnie de Gendarmerie de Niono"]),
    ("L'OIM a tenu à Lomé une formation. Elle a réuni vingt infirmiers des départements de la Mefou et du Nyong.", []),
    ("La OIM realizó en Lima un taller con la Dirección General de Migración. Asistieron inspectores de la propia Dirección y agentes de la Policía Boliviana.", ["Dirección General de Migración", "Policía Boliviana"]),
    ("IOM held a course in Accra. Participating institutions include the Passport Office and the Births Registry.", ["Passport Office", "Births Registry"]),
    ("IOM held a course in Accra. Officers from several agencies, namely the Navy Command and the Revenue Authority, came.", ["Navy Command", "Revenue Authority"]),
    ("IOM held a course in Accra for 20 clerks: twelve from the Passport Office and the remainder from NACOC and GRAX.", ["Passport Office", "NACOC", "GRAX"]),
    ("IOM held a course in Accra for 20 officers (9 female) of the Border Patrol Unit.", ["Border Patrol Unit"]),
    ("IOM and the Passport Office held a course in Accra. Staff of the ministries of Health and Justice attended.", ["ministry of Health", "ministry of Justice"]),
    ("IOM held a course in Accra for officials from Ghana's Tax Board, officers of the police, the customs and the Navy Command, and clerks, all from the Port Agency.", ["Tax Board", "Navy Command", "Port Agency"]),
    ("IOM held a course in Accra for 20 officers. One trainee, Corporal Linda Addo of the Border Patrol Unit, said she would share what she had learned.", ["Border Patrol Unit"]),
    ("IOM held a course in Accra for 20 officers. “IOM helps us,” said Linda Addo, Director General of the Border Patrol Unit.", []),
    ("The ILO held a course in Accra with two trainers. The Labour Department took part in it with an expert.", []),
    ("L'OIM a tenu à Lomé une formation pour vingt agents. « Je sais reconnaître un faux visa », se réjouit Afi Koffi, brigadière à la Direction de la police aux frontières.", ["Direction de la police aux frontières"]),
    ("L'OIM a tenu à Lomé une formation. Ont pris part à cette formation la Cour des comptes et le Trésor public.", ["Cour des comptes", "Trésor public"]),
    ("L'OIM a tenu à Lomé une formation. Des agents relevant de trois services, à savoir la Douane togolaise, la Police nationale et la Marine nationale, y étaient.", ["Douane togolaise", "Police nationale", "Marine nationale"]),
    ("L'OIM a tenu à Lomé une formation. Ils sont 45, venus de la Délégation générale à la sûreté nationale (DGSN) et du Secrétariat d'Etat chargé de la Pêche.", ["Délégation générale à la sûreté nationale", "Secrétariat d'Etat chargé de la Pêche"]),
    ("L'OIM a tenu à Lomé une formation. Des cadres des ministères de la Santé et de l'Intérieur l'ont suivie.", ["ministère de la Santé", "ministère de l'Intérieur"]),
    ("La OIM realizó en Lima un taller. Asistieron delegados de SUNAT, PNP y la Cancillería.", ["SUNAT", "PNP", "Cancillería"]),
    ("La OIM realizó en Lima un taller. Al encuentro asistieron la Junta de Vigilancia, los bomberos y el Consejo Nacional de Salud.", ["Junta de Vigilancia", "Consejo Nacional de Salud"]),
    ("La OIM realizó en Lima un taller. Participaron en la actividad el Ministerio de Salud y el Seguro Social.", ["Ministerio de Salud", "Seguro Social"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), WHOSE_STAFF)
def test_whose_staff_was_trained(text: str, names: list[str]) -> None:
    assert [agency["name"] for agency in read_press_release(text).values("beneficiary_agencies")] == names


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("L'OIM a tenu à Lomé une formation pour des juges. Ils sont 45, dont 13 femmes, à la suivre.", 45),
        (
            "La OIM impartirá en Lima un curso de dos semanas en mayo. Se han reservado 32 plazas, cuatro por país, para oficiales de aduanas.",
            32,
        ),
        (
            "La OIM realiza en Lima un taller de tres días sobre el censo de los migrantes, que reúne desde ayer a 120 técnicos.",
            120,
        ),
        (
            "The Fire Service held a course in Oshakati. Sixteen volunteers came, bringing to 340 the number of people trained.",
            16,
        ),
        (
            "The Fire Service held a course in Oshakati. Sixteen volunteers took part and will in turn train 700 wardens.",
            16,
        ),
        (
            "Le Service des incendies a tenu à Bertoua une formation. Seize volontaires y ont pris part, ce qui porte à 340 le nombre d'agents formés.",
            16,
        ),
        (
            "El Cuerpo de Bomberos realizó en León un curso. Participaron 16 voluntarios, que a su vez capacitarán a 700 guardias.",
            16,
        ),
    ],
)
def test_how_many_were_trained(text: str, count: int) -> None:
    assert read_press_release(text).value("participants_count") == count


LAWS = [
    ("en", "They studied Law No. 8371 on wildlife, Regulation (EU) 2016/679 and the Minimum Age Convention, 1973 (No. 138).", ["Law No. 8371", "Regulation (EU) 2016/679", "Minimum Age Convention, 1973 (No. 138)"]),
    ("en", "The course explained Resolution 1325, the ISPS Code and the 2018 law against cybercrime.", ["Resolution 1325", "ISPS Code", "2018 law against cybercrime"]),
    ("en", "The workshop compared Rules of Origin with what the Kyoto Convention on Customs Procedures asks for.", ["Kyoto Convention on Customs Procedures"]),
    ("fr", "Ils ont étudié la convention Istanbul, la loi n° 2014-26 du 23 juillet 2014 portant code forestier et le Code ISPS.", ["convention Istanbul", "loi n° 2014-26 du 23 juillet 2014 portant code forestier", "Code ISPS"]),
    ("fr", "Le Règlement sanitaire international (2005), la loi relative au cadastre et la convention n° 155 de l'OIT ont été lus.", ["Règlement sanitaire international (2005)", "loi relative au cadastre", "convention n° 155 de l'OIT"]),
    ("fr", "Au programme : Traite des personnes, Traite d'êtres humains, Traité de Lisbonne.", ["Traité de Lisbonne"]),
    ("fr", "La Convention de 1971 et celle de 1988 sont au programme, pas un projet de loi sur la pêche.", ["Convention de 1971", "celle de 1988"]),
    ("es", "Se vieron la Ley 1448 de 2011, la ley Micaela y el Convenio 169 de la OIT.", ["Ley 1448 de 2011", "ley Micaela", "Convenio 169 de la OIT"]),
    ("es", "A la luz del Código Penal y de la Convención de Viena se estudió el Reglamento Andino de Sanidad (RAS).", ["Código Penal", "Convención de Viena", "Reglamento Andino de Sanidad (RAS)"]),
    ("es", "Aplican el Código Sanitario para los Moluscos Bivalvos de la Organización Mundial de Sanidad Animal (OMSA).", ["Código Sanitario para los Moluscos Bivalvos"]),
    ("en", "They read the Protocol to Prevent, Suppress and Punish Trafficking and CITES.", ["Protocol to Prevent, Suppress and Punish Trafficking", "CITES"]),
    ("en", "It dealt with Security Council resolution 1325 (2000) and the Constitution.", ["Security Council resolution 1325 (2000)", "Constitution"]),
    ("fr", "La loi relative à la protection, à l'accueil et au retour des réfugiés fut lue.", ["loi relative à la protection, à l'accueil et au retour des réfugiés"]),
    ("fr", "On a lu le Protocole visant à prévenir, réprimer et punir la traite des personnes.", ["Protocole visant à prévenir, réprimer et punir la traite des personnes"]),
    ("fr", "Ils ont lu le Protocole contre le trafic illicite de migrants par terre, air et mer.", ["Protocole contre le trafic illicite de migrants par terre, air et mer"]),
    ("fr", "La réforme du Code douanier a fait l'objet d'un exposé.", ["Code douanier"]),
    ("es", "Vieron el Código Niña, Niño y Adolescente y la Ley General del Trabajo.", ["Código Niña, Niño y Adolescente", "Ley General del Trabajo"]),
    ("es", "Se leyó la Ley contra la Trata de Personas y el Tráfico de Migrantes (Ley Nº 28950).", ["Ley contra la Trata de Personas y el Tráfico de Migrantes (Ley Nº 28950)"]),
    ("en", "They read the Law on Facilitating the Prevention of Fraud and the Warsaw Convention (CETS No. 198).", ["Law on Facilitating the Prevention of Fraud", "Warsaw Convention (CETS No. 198)"]),
    ("en", "Jo Roe, Professor of International Law, read the Labour Law of 2015 with them.", ["Labour Law of 2015"]),
    ("fr", "On a lu la loi n°14-036/AU portant prévention et répression des violences faites aux femmes.", ["loi n°14-036/AU portant prévention et répression des violences faites aux femmes"]),
    ("es", "Repasaron el Convenio sobre las peores formas de trabajo infantil, 1999 (núm. 182).", ["Convenio sobre las peores formas de trabajo infantil, 1999 (núm. 182)"]),
]  # fmt: skip
OPENING = {
    "en": "FAO held a workshop for 20 judges in Apia. ",
    "fr": "L'OIT a tenu à Lomé un atelier pour vingt juges. ",
    "es": "La OIT realizó en Lima un taller para veinte jueces. ",
}


@pytest.mark.parametrize(("language", "text", "laws"), LAWS)
def test_by_which_laws(language: str, text: str, laws: list[str]) -> None:
    assert read_press_release(OPENING[language] + text).values("legal_references") == laws


def test_a_head_of_laws_alone_is_no_law() -> None:
    facts = read_press_release(
        "L'atelier de trois jours s'est tenu à Lomé pour les juges. Accord. Le Cadre, enfin, y est."
    )
    assert facts.values("legal_references") == []


TOPICS = [
    ("en", "Two trainers are taking them through seed storage, soil testing and crop insurance.", ["seed storage", "soil testing", "crop insurance"]),
    ("en", "The sessions look at hidden compartments, at interviewing drivers and at the chain of evidence.", ["hidden compartments", "interviewing drivers", "chain of evidence"]),
    ("en", "By Friday they will be able to:\n\n- audit a tender file;\n- detect bid rigging;\n- draft a report.", ["audit a tender file", "detect bid rigging", "draft a report"]),
    ("fr", "L'atelier traite de la tenue des registres, du suivi des grossesses et de la vaccination des nourrissons.", ["tenue des registres", "suivi des grossesses", "vaccination des nourrissons"]),
    ("fr", "Fouille des cellules, hygiène alimentaire, registre d'écrou : tels sont les modules au programme.", ["Fouille des cellules", "hygiène alimentaire", "registre d'écrou"]),
    ("es", "Los asistentes se ejercitan en el marcado de municiones y en la destrucción de excedentes.", ["marcado de municiones", "destrucción de excedentes"]),
    ("es", "Sarampión, cadena de frío, bioseguridad de muestras: de todo se habló.", ["Sarampión", "cadena de frío", "bioseguridad de muestras"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "topics"), TOPICS)
def test_what_was_taught(language: str, text: str, topics: list[str]) -> None:
    assert read_press_release(OPENING[language] + text).values("topics") == topics


@pytest.mark.parametrize(
    ("language", "text", "venue"),
    [
        ("fr", "L'atelier se tient dans les locaux du Ministère de la Pêche.", "Ministère de la Pêche"),
        ("es", "El taller se realizó en las oficinas de la Dirección General de Aduanas.", "Dirección General de Aduanas"),
        ("fr", "Une visite au Centre de tri Belle-Rive était au menu de l'atelier.", None),
    ],
)  # fmt: skip
def test_in_whose_house(language: str, text: str, venue: str | None) -> None:
    assert read_press_release(OPENING[language] + text).value("venue") == venue


def test_a_contact_to_whom_the_media_are_sent() -> None:
    text = "Los medios deben acreditarse antes del martes 7 ante la capitana Eva Gil, Relaciones Públicas de la FAO, teléfono 555-0199."
    lead = "Agentes capacitados en Lima\n\nUn taller para 20 agentes tuvo lugar en Lima del 3 al 5 de mayo de 2021."
    assert read_press_release(f"{lead}\n\n{text}").values("contacts") == [
        {"name": "Eva Gil", "organisation": "Relaciones Públicas de la FAO", "phone": "555-0199", "email": None}
    ]


LEADS = {
    "en": "Officers trained in Lima\n\nA workshop for 20 officers was held in Lima from 3 to 5 May 2021.",
    "fr": "Des agents formés à Lomé\n\nUn atelier pour 20 agents a eu lieu à Lomé du 3 au 5 mai 2021.",
}


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("fr", "M. Ali Ould Sidi Baba a ouvert l'atelier.\n\n« Nous voulons voir comment vous faites chez vous », a dit M. Ould Sidi Baba.", "Ali Ould Sidi Baba"),
        ("fr", "M. Paul Diop a ouvert l'atelier.\n\n« Je n'avais jamais pris le temps de lire ces textes », confie, un peu gêné, un agent de Sokodé.", None),
        ("en", "For Bob Ray, a sergeant, “this was the first time anybody asked us what we think”.", "Bob Ray"),
        ("en", "Ms. Ann Lee opened the workshop. According to her, “nobody in this room can do the work all alone”.", "Ann Lee"),
    ],
)  # fmt: skip
def test_who_is_quoted(language: str, text: str, speaker: str | None) -> None:
    assert [quote["speaker"] for quote in read_press_release(f"{LEADS[language]}\n\n{text}").values("quotes")] == [
        speaker
    ]
